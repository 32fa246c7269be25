"""Commands about areas: two of them side by side, and own areas from a map file."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import AsRole, Colleague, Json, administrator, tell, viewer_of, workspace_of
from socialmap.cli.moving import Apply, File, Keep, Take, decided, importing, tell_import
from socialmap.privacy.roles import Role

if TYPE_CHECKING:
    from socialmap.actions.compare_areas import Comparison

Area = Annotated[str, typer.Argument(help="De code of de naam van een wijk, buurt of eigen gebied.")]


def add_to(app: typer.Typer) -> None:
    app.command()(compare)


def compare(
    context: typer.Context,
    first: Area,
    second: Area,
    role: AsRole = Role.COMMUNITY_WORKER,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Zet twee wijken, buurten of eigen gebieden naast elkaar: wat verschilt er echt?"""
    from socialmap.actions.compare_areas import compare_areas

    with workspace_of(context) as workspace:
        answer = compare_areas(workspace, viewer_of(workspace, role, colleague), first, second)
    tell(answer, _tell, as_json=as_json)


@importing.command("ownareas")
def own_areas(
    context: typer.Context,
    file: File,
    take: Take = None,
    keep: Keep = None,
    apply: Apply = False,
    as_json: Json = False,
) -> None:
    """Lees eigen gebieden (GeoJSON): elk vlak met een naam."""
    from socialmap.actions.read_own_areas import import_own_areas

    with workspace_of(context) as workspace:
        result = import_own_areas(workspace, administrator(), file, apply=apply, decided=decided(take, keep))
        tell_import(result, applied=apply, as_json=as_json)


def _tell(answer: Comparison) -> None:
    for sentence in (*answer.differences, answer.warning, *answer.notes):
        typer.echo(sentence)
    names = answer.first.label, answer.second.label
    lines = list(chain.from_iterable(section.lines for section in answer.sections))
    widths = [
        max(map(len, column))
        for column in zip(("", *names), *((x.label, x.first, x.second) for x in lines), strict=True)
    ]
    for section in answer.sections:
        typer.echo("")
        typer.echo(f"{section.title.removesuffix('?')}: {section.help}")
        for row in (("", *names), *((line.label, line.first, line.second) for line in section.lines)):
            typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
