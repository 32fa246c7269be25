"""The entry of every command, and where each failure becomes a Dutch sentence and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from socialmap.cli import (
    areas,
    asking,
    bundles,
    checking,
    doubles,
    exports,
    feeds,
    gaps,
    keeping,
    moving,
    reading,
    serving,
    signals,
    starting,
    together,
)
from socialmap.cli.context import Context
from socialmap.errors import InvalidInput, OutsideError, SocialmapError, UserError
from socialmap.model.language import Language, speak, speaking, told
from socialmap.settings import load_settings

_FOLDER = "--folder"

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
    folder: Annotated[
        list[Path] | None,
        typer.Option(help="De map met gegevens; mag ook achter de opdracht, en bij serve vaker."),
    ] = None,
    in_language: Annotated[
        Language, typer.Option("--speak", help="De taal van redenen en van namen van onderwerpen.")
    ] = Language.DUTCH,
) -> None:
    """Kies met welke gegevensmap een opdracht werkt, en in welke taal die antwoordt."""
    speak(in_language)
    first, beside = (folder[0], tuple(folder[1:])) if folder else (None, ())
    context.obj = Context(load_settings(os.environ, folder=first, beside=beside or None), bool(beside))


_TOPICS = (
    asking, bundles, gaps, areas, checking, doubles, signals, together, keeping, starting, moving, reading,
    feeds, exports, serving,
)  # fmt: skip
for commands in _TOPICS:
    commands.add_to(app)


def run() -> None:
    """Run one command; every failure a person can meet ends as a plain sentence on standard error."""
    _speak_utf8()
    with speaking(Language.DUTCH):  # until the command says otherwise
        _run()


def _run() -> None:
    try:
        code = app(_folder_first(sys.argv[1:]), standalone_mode=False)
        _flush()
    except SocialmapError as error:
        _tell(error)
        code = error.exit_code
    except typer.TyperException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # nothing was asked, and the help is on the screen
            sys.exit(0)
        _tell(UserError(_usage(error), "Kijk met --help welke opdrachten en keuzes er zijn."))
        code = UserError.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = 130
    except (BrokenPipeError, SystemExit):  # whoever was reading went away; typer then leaves by itself
        _let_go_of_output()
        code = OutsideError.exit_code
    except OSError:
        _let_go_of_output()
        _tell(OutsideError("Het antwoord kon niet worden geschreven.", "Kijk of de schijf vol is."))
        code = OutsideError.exit_code
    except Exception as error:
        _tell(_unforeseen(error))
        code = SocialmapError.exit_code
    sys.exit(code if isinstance(code, int) else 0)


def _folder_first(words: list[str]) -> list[str]:
    """``--folder`` belongs to the program but is as often written behind the command: put it in front."""
    chosen: list[str] = []
    others: list[str] = []
    place = 0
    while place < len(words) and words[place] != "--":
        apart = words[place] == _FOLDER and place + 1 < len(words)
        taken = words[place : place + 2] if apart else words[place : place + 1]
        (chosen if apart or words[place].startswith(f"{_FOLDER}=") else others).extend(taken)
        place += len(taken)
    return [*chosen, *others, *words[place:]]


def _speak_utf8() -> None:
    """Whatever the machine's own encoding is; what is not UTF-8 becomes a question mark, never a failure."""
    for stream, encoding in ((sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="replace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _let_go_of_output() -> None:
    """So that Python, on its way out, does not try again and complain."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unforeseen(error: Exception) -> SocialmapError:
    """Which error happened where; its message stays out, for it may quote what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    return SocialmapError(
        "Dit is een fout in het programma.",
        f"Meld ons dit: {type(error).__name__} in {places}.",
    )


def _usage(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    name = getattr(parameter, "human_readable_name", "") or getattr(parameter, "name", "") or ""
    if "Missing" in type(error).__name__:
        return f"Er ontbreekt nog iets: {name}."
    if name:
        return f"De waarde bij {name} kan niet."
    return "Deze opdracht of keuze bestaat niet."


def _tell(error: SocialmapError) -> None:
    typer.echo(told(error.sentence), err=True)
    if isinstance(error, InvalidInput) and len(error.violations) > 1:
        for violation in error.violations:
            typer.echo(f"  {violation.field}: {told(violation.sentence)}", err=True)
    if error.remedy:
        typer.echo(told(error.remedy), err=True)
