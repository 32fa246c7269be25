"""What every command starts from: the settings, who is asking, and how answers are printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, is_dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from socialmap.bootstrap import close_workspace, open_workspace
from socialmap.errors import NotFound, UserError
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

A = TypeVar("A")
Json = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]
AsRole = Annotated[Role, typer.Option("--role", help="Wie vraagt het? Daarvan hangt af wat je ziet.")]
Colleague = Annotated[str, typer.Option(help="Het kenmerk van de collega die het vraagt.")]


@dataclass(frozen=True, slots=True)
class Context:
    """The settings of this run. ``several``: more than one folder was named, which only ``serve`` can do."""

    settings: Settings
    several: bool = False


def settings_of(context: typer.Context) -> Settings:
    found: Context = context.obj
    return found.settings


@contextmanager
def workspace_of(context: typer.Context, *, begin: bool = False, online: bool = False) -> Iterator[Workspace]:
    """The opened workspace of the chosen folder, closed again afterwards.

    Unless a command may ``begin`` a folder, ``NotFound`` when there is none: a typing error in its name
    should not look like a municipality where nothing is. ``online``: this once, sources may be asked.
    """
    found: Context = context.obj
    if found.several:
        raise UserError("Deze opdracht werkt met één map.", "Geef --folder één keer.")
    settings = found.settings
    if online:
        settings = replace(settings, online="ja")
    if not begin and not settings.store and not settings.folder.exists():
        raise NotFound(
            f"De gegevensmap '{settings.folder}' is er niet.",
            "Kies een andere met --folder, of begin met 'socialmap start' of 'socialmap demo'.",
        )
    workspace = open_workspace(settings)
    try:
        yield workspace
    finally:
        close_workspace(workspace)


def worker() -> Viewer:
    """Somebody who searches for a resident."""
    return Viewer(Role.PROFESSIONAL, "opdrachtregel")


def administrator() -> Viewer:
    """Whoever looks after the installation."""
    return Viewer(Role.ADMINISTRATOR, "opdrachtregel")


def viewer_of(workspace: Workspace, role: Role, colleague: str = "") -> Viewer:
    """Who asks: a role, and a colleague if she said so; ``NotFound`` when nobody here has that id."""
    from socialmap.actions.list_colleagues import is_colleague

    if colleague and not is_colleague(workspace, colleague):
        raise NotFound("Deze collega kennen we niet.", "Geef met --colleague het kenmerk van een collega.")
    return Viewer(role, colleague or "opdrachtregel")


def tell(answer: A, in_words: Callable[[A], None], *, as_json: bool) -> None:
    """Print an answer: as JSON where that was asked, otherwise ``in_words``."""
    if as_json:
        print_json(answer)
    else:
        in_words(answer)


def print_json(answer: Any) -> None:
    """One JSON document on one line."""
    typer.echo(json.dumps(answer, ensure_ascii=False, default=_plain))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(value)
    raise TypeError(type(value).__name__)
