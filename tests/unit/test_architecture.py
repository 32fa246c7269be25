"""The shape of the tree: who may import whom, what a screen may touch, what thinking code may not know."""

from __future__ import annotations

import ast
import logging.config
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "socialmap"
THINKING = (
    "model",
    "privacy",
    "graph",
    "geo",
    "search",
    "collective",
    "ontology",
    "rdf",
    "connectors",
    "demo",
    "store",
    "language",
)
BANNED = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "handler",
    "base",
    "core",
    "data",
    "v2",
}
CLOCKS = {
    "datetime.datetime.now",
    "datetime.datetime.utcnow",
    "datetime.datetime.today",
    "datetime.date.today",
}
HIDDEN = {"time", "random", "secrets", "uuid.uuid1", "uuid.uuid4", "os.urandom", "numpy.random"}
"""What gives something else each time; of ``random`` only a seeded ``Random`` may be used."""
KEEPS_ITSELF_APART = {"time.monotonic", "time.sleep", "secrets.token_hex", "secrets.token_bytes"}
"""What the store needs to wait for its turn, to name a batch and to salt a hash."""
CEILING_LINES = 400

MODULES = sorted(PACKAGE.rglob("*.py"))
ALL_PYTHON = sorted(
    p for folder in ("socialmap", "tests", "benchmarks") for p in (ROOT / folder).rglob("*.py")
)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def below(*packages: str) -> list[Path]:
    return [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in packages]


def test_the_import_contracts_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    # It sets up logging for itself and turns off every logger that is there already.
    monkeypatch.setattr(logging.config, "dictConfig", lambda _: None)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", below("ui", "cli"), ids=str)
def test_screens_and_commands_only_pass_the_workspace_on(path: Path) -> None:
    dotted = [
        node.lineno
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "workspace"
    ]
    assert not dotted, f"the workspace is dotted into at lines {dotted}"


def full_names(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Every dotted name in the code as it is called where it comes from, whatever it was imported as."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                first = name.name.partition(".")[0]
                known[name.asname or first] = name.name if name.asname else first
        elif isinstance(node, ast.ImportFrom) and not node.level:
            known |= {name.asname or name.name: f"{node.module}.{name.name}" for name in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            head, *rest = ast.unparse(node).split(".")
            if head in known:
                yield ".".join([known[head], *rest]), node


def clocks_and_dice(tree: ast.Module) -> list[str]:
    """Where code reads a clock or throws dice, each with its line."""
    bare = {
        id(node.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and not node.args + node.keywords
    }
    return [
        f"{name} (line {node.lineno})"
        for name, node in full_names(tree)
        if name in CLOCKS
        or (name == "random.Random" and id(node) in bare)
        or (
            name.partition(".")[2]  # the module itself does nothing yet
            and not name.startswith("random.Random")
            and any(name == hidden or name.startswith(f"{hidden}.") for hidden in HIDDEN)
        )
    ]


@pytest.mark.parametrize("path", below(*THINKING, "actions"), ids=str)
def test_thinking_code_and_actions_read_no_clock_and_no_hidden_dice(path: Path) -> None:
    """Actions ask the workspace for the time and for ids."""
    in_store = path.relative_to(PACKAGE).parts[0] == "store"
    allowed = KEEPS_ITSELF_APART if in_store else set()
    assert [found for found in clocks_and_dice(tree_of(path)) if found.split(" ")[0] not in allowed] == []


@pytest.mark.parametrize(
    "code",
    [
        "from time import time\ntime()",
        "import time as t\nt.time_ns()",
        "from datetime import datetime\ndatetime.now()",
        "import datetime as dt\ndt.datetime.now()",
        "from datetime import date as day\nday.today()",
        "import numpy as np\nnp.random.default_rng()",
        "from numpy import random\nrandom.rand()",
        "from numpy.random import default_rng\ndefault_rng()",
        "from random import choice\nchoice([1])",
        "import random\nrandom.Random()",
        "from uuid import uuid4\nuuid4()",
        "from secrets import token_hex\ntoken_hex(6)",
    ],
)
def test_every_way_to_a_clock_or_dice_is_seen(code: str) -> None:
    assert clocks_and_dice(ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import time\ntime(12)",
        "from random import Random\nRandom(1).choice([1])",
        "workspace.today()",
        "random = 1\nrandom.choice",
    ],
)
def test_what_only_looks_like_a_clock_or_dice_is_let_through(code: str) -> None:
    assert clocks_and_dice(ast.parse(code)) == []


@pytest.mark.parametrize("path", ALL_PYTHON, ids=str)
def test_no_file_is_longer_than_the_ceiling(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= CEILING_LINES


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_names_say_what_a_thing_is(path: Path) -> None:
    names = [path.stem] + [
        node.name
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef)
    ]
    assert [name for name in names if is_banned(name)] == []


def is_banned(name: str) -> bool:
    words = re.sub("([a-z])([A-Z])", r"\1_\2", name).lower().split("_")
    return not BANNED.isdisjoint(words)


@pytest.mark.parametrize("name", ["data_rows", "DataRows", "_helper", "load_data", "OfferManager", "rows_v2"])
def test_a_name_that_says_nothing_is_seen(name: str) -> None:
    assert is_banned(name)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_every_module_opens_with_a_sentence(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)), "say in one sentence what this module does"


def public_actions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in tree_of(path).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            arguments = [argument.arg for argument in node.args.args]
            if arguments[:2] == ["workspace", "viewer"]:
                yield node


@pytest.mark.parametrize("path", below("actions"), ids=str)
def test_every_action_begins_by_asking_permission(path: Path) -> None:
    for function in public_actions(path):
        statements = [
            s for s in function.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
        ]
        first = statements[0]
        asks = (
            isinstance(first, ast.Expr)
            and isinstance(first.value, ast.Call)
            and isinstance(first.value.func, ast.Name)
            and first.value.func.id == "permit"
        )
        assert asks, f"{function.name} does not begin with permit(...)"
