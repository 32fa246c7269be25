"""The shape of the tree: who may import whom, what a screen may touch, what thinking code may not know."""

from __future__ import annotations

import ast
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


@pytest.mark.parametrize("path", below(*THINKING), ids=str)
def test_thinking_code_reads_no_clock_and_no_hidden_dice(path: Path) -> None:
    clocks = {
        ("datetime", "now"),
        ("datetime", "utcnow"),
        ("datetime", "today"),
        ("date", "today"),
        ("time", "time"),
    }
    ids = {("uuid", "uuid1"), ("uuid", "uuid4"), ("secrets", "token_hex")}
    dice = {
        ("random", name) for name in ("random", "randint", "choice", "choices", "shuffle", "sample", "seed")
    }
    forbidden = clocks | ids | dice
    found = [
        f"{node.value.id}.{node.attr} (line {node.lineno})"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in forbidden
    ]
    assert not found


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
    bad = [name for name in names if set(name.lower().strip("_").split("_")) & BANNED]
    assert not bad


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
