"""The entry of every command, and where each failure becomes a Dutch sentence and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from socialmap.cli import asking, keeping, moving, serving
from socialmap.cli.context import Context
from socialmap.errors import InvalidInput, SocialmapError, UserError
from socialmap.settings import load_settings

app = typer.Typer(
    name="socialmap",
    help="De sociale kaart van een wijk: wat er is, wat bij iemand past, en wat samen kan.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def choose_folder(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Option(help="De map met gegevens van één gemeente.")] = None,
) -> None:
    """Kies met welke gegevensmap een opdracht werkt."""
    context.obj = Context(load_settings(os.environ, folder=folder))


for commands in (asking, keeping, moving, serving):
    commands.add_to(app)


def run() -> None:
    """Run one command; every failure a person can meet ends as a Dutch sentence on standard error."""
    try:
        code = app(standalone_mode=False)
    except SocialmapError as error:
        _tell(error)
        code = error.exit_code
    except typer.TyperException as error:
        _tell(UserError(_usage(error), "Kijk met --help welke opdrachten en keuzes er zijn."))
        code = UserError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    sys.exit(code if isinstance(code, int) else 0)


def _usage(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    name = getattr(parameter, "human_readable_name", "") or getattr(parameter, "name", "") or ""
    if "Missing" in type(error).__name__:
        return f"Er ontbreekt nog iets: {name}."
    if name:
        return f"De waarde bij {name} kan niet."
    return "Deze opdracht of keuze bestaat niet."


def _tell(error: SocialmapError) -> None:
    typer.echo(error.sentence, err=True)
    if isinstance(error, InvalidInput) and len(error.violations) > 1:
        for violation in error.violations:
            typer.echo(f"  {violation.field}: {violation.sentence}", err=True)
    if error.remedy:
        typer.echo(error.remedy, err=True)
