"""The documents say what the program does: commands, settings, errors, links; nothing of one machine."""

from __future__ import annotations

import re
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest
import typer.main

import socialmap.errors
from socialmap.cli.main import app
from socialmap.errors import SocialmapError
from socialmap.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
HOW_IT_IS_BUILT = (ROOT / "socialmap" / "README.md").read_text(encoding="utf-8")


def own_files():
    """Every file of the project, also those that are not committed yet."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def pages():
    return [path for path in own_files() if path.suffix == ".md"]


def leaves(command, name=""):
    """Every command with its parameters, by the words that call it."""
    below = getattr(command, "commands", None)
    if below is None:
        return {name: command.params}
    found = {}
    for word, child in below.items():
        found |= leaves(child, f"{name} {word}".strip())
    return found


COMMANDS = leaves(typer.main.get_command(app))


def options(parameters):
    return {option for parameter in parameters for option in parameter.opts if option.startswith("--")}


def rows_of(page, heading):
    """The rows of the first table under a heading, each as its cells."""
    under = page.split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in under.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def command_rows():
    """What the table of commands says, by command: the whole row."""
    rows = {}
    for usage, explanation in rows_of(README, "## Commands"):
        words = usage.strip("`").removeprefix("socialmap ").split()
        name = " ".join(word for word in words if re.fullmatch("[a-z]+", word))
        rows[name] = f"{usage} {explanation}"
    return rows


def test_every_command_has_its_row_and_every_row_its_command():
    assert set(command_rows()) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_row_of_a_command_names_exactly_its_options(name):
    assert set(re.findall(r"--[a-z-]+", command_rows()[name])) == options(COMMANDS[name])


def shell_lines():
    blocks = re.findall(r"```(?:sh|powershell)\n(.*?)```", "\n".join(map(text_of, pages())), re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


SHOWN = re.compile(
    r"(?:\S*[\\/])?socialmap (?:--folder \S+ )*([a-z]+(?: (?:areas|ownareas|streets|table|turtle)\b)?)"
)


def text_of(path):
    return path.read_text(encoding="utf-8")


def test_the_commands_that_a_page_shows_exist():
    targets = set(re.findall(r"^([a-z]+):", text_of(ROOT / "Makefile"), re.MULTILINE))
    shown = 0
    for line in shell_lines():
        if match := re.match(r"make (\w+)", line):
            assert match[1] in targets, line
        elif match := SHOWN.match(line):
            assert match[1] in COMMANDS, line
            assert set(re.findall(r"--[a-z]+", line)) <= options(COMMANDS[match[1]]) | {"--folder"}, line
        else:
            continue
        shown += 1
    assert shown > 5


def test_every_setting_is_in_the_table_with_its_default():
    told = {row[0].strip("`"): row[1].strip("`") for row in rows_of(README, "## Settings")}
    expected = {}
    for field in fields(Settings):
        default = field.default
        words = ",".join(default) if isinstance(default, tuple) else str(default)
        expected[PREFIX + field.name.upper()] = words or "empty"
    assert told == expected


def errors(cls=SocialmapError):
    for child in cls.__subclasses__():
        if child.__module__ == socialmap.errors.__name__:
            yield child
        yield from errors(child)


def test_every_error_is_in_the_table_with_its_exit_code_and_in_the_drawing():
    told = {row[0].strip("`"): int(row[1]) for row in rows_of(HOW_IT_IS_BUILT, "## Errors")}
    assert told == {error.__name__: error.exit_code for error in errors()}
    for error in errors():
        assert error.__name__ in (socialmap.errors.__doc__ or "")


def test_every_package_is_explained():
    rows = re.findall(r"^\| (`[a-z`, ]+`) \|", HOW_IT_IS_BUILT, re.MULTILINE)
    explained = set(re.findall(r"[a-z]+", " ".join(rows)))
    packages = {path.parent.name for path in (ROOT / "socialmap").glob("*/__init__.py")}
    assert packages <= explained


def slug(heading):
    """The anchor of a heading, as code hosts make it."""
    plain = re.sub(r"[`*]|\[|\]\([^)]*\)", "", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def anchors(path):
    return {slug(heading) for heading in re.findall(r"^#+ (.+)$", text_of(path), re.MULTILINE)}


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page):
    lost = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


MACHINE = re.compile(r"(?<![\w.:<*/])/(?:work|root|tmp|home/\w+|Users/\w+)/[\w.-]+")
REGISTRY = re.compile(
    r"index-url|trusted-host|pypi\.org/simple|registry\.npmjs|https?://[\w.:-]*(?:proxy|mirror)",
    re.IGNORECASE,
)


def test_no_file_knows_one_machine_or_where_packages_come_from():
    found = []
    for path in own_files():
        if path == Path(__file__):
            continue
        try:
            content = text_of(path)
        except UnicodeDecodeError:
            continue
        for match in (*MACHINE.finditer(content), *REGISTRY.finditer(content)):
            found.append(f"{path.relative_to(ROOT)}: {match[0]}")
    assert found == []


def test_such_places_would_be_seen():
    for place in ("cd /" + "work/main", '"/' + 'tmp/x.txt"', "=/" + "root/.cache"):
        assert MACHINE.search(place)
    assert REGISTRY.search("--index" + "-url https://x")
