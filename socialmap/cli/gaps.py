"""Commands about what is missing or may fall away: whitespots, vulnerable, quadrants."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.cli.context import AsRole, Colleague, Json, tell, viewer_of, workspace_of
from socialmap.errors import NotFound
from socialmap.model.quadrants import Quadrant
from socialmap.model.wording_footing import FootingLevel
from socialmap.privacy.roles import Role

if TYPE_CHECKING:
    from socialmap.actions.show_coverage import CoverageAnswer
    from socialmap.actions.show_vulnerable import VulnerableAnswer
    from socialmap.actions.show_white_spots import GroupSpots, WhiteSpotsAnswer


_MONEY = "geld"


def add_to(app: typer.Typer) -> None:
    app.command()(whitespots)
    app.command()(vulnerable)
    app.command()(quadrants)


def whitespots(
    context: typer.Context,
    group: Annotated[str, typer.Argument(help="Het leefgebied, zoals geld of ontmoeten.")] = _MONEY,
    district: Annotated[str, typer.Option(help="De code van de wijk.")] = "",
    role: AsRole = Role.PROFESSIONAL,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Waar is te weinig? Per buurt: vragen, aanbod en wat dat samen zegt."""
    from socialmap.actions.show_white_spots import show_white_spots

    with workspace_of(context) as workspace:
        answer = show_white_spots(workspace, viewer_of(workspace, role, colleague), district_id=district)
    found = _group(answer, group)
    tell(answer, partial(_tell_spots, found=found), as_json=as_json)


def vulnerable(
    context: typer.Context,
    role: AsRole = Role.COMMUNITY_WORKER,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Wat kan wegvallen? Initiatieven die rusten op weinig schouders of weinig geld, met redenen."""
    from socialmap.actions.show_vulnerable import show_vulnerable

    with workspace_of(context) as workspace:
        answer = show_vulnerable(workspace, viewer_of(workspace, role, colleague))
    tell(answer, _tell_vulnerable, as_json=as_json)


def quadrants(
    context: typer.Context,
    area: Annotated[str, typer.Option(help="De code van een buurt of wijk; anders alles.")] = "",
    role: AsRole = Role.COMMUNITY_WORKER,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Hoe is het aanbod verdeeld over de vier vakken, per leefgebied?"""
    from socialmap.actions.show_coverage import show_coverage

    with workspace_of(context) as workspace:
        answer = show_coverage(workspace, viewer_of(workspace, role, colleague), area_id=area)
    tell(answer, _tell_quadrants, as_json=as_json)


def _group(answer: WhiteSpotsAnswer, group_id: str) -> GroupSpots:
    found = next((group for group in answer.groups if group_id in {group.id, group.label}), None)
    if found is None:
        known = ", ".join(group.id for group in answer.groups)
        raise NotFound("Dit leefgebied kennen we niet.", f"Kies uit: {known}.")
    return found


def _tell_spots(answer: WhiteSpotsAnswer, found: GroupSpots) -> None:
    typer.echo(f"{found.label}. {answer.stand}")
    rows = [
        (
            "buurt",
            "inwoners",
            "mensen",
            "plekken per week",
            "keer verwacht",
            "per 1.000",
            "tekort",
            "wat dat zegt",
        )
    ]
    rows += [
        (
            line.name,
            f"{line.inhabitants:,}".replace(",", "."),
            line.count,
            str(line.places),
            line.ratio,
            line.per_1000,
            line.shortfall,
            line.category or "–",
        )
        for line in found.lines
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.ljust(width) if place in {0, len(row) - 1} else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        typer.echo("  ".join(cells).rstrip())
    for sentence in (found.total, answer.warning):
        if sentence:
            typer.echo(sentence)


def _tell_vulnerable(answer: VulnerableAnswer) -> None:
    for line in answer.lines:
        if line.level is FootingLevel.FIRM:
            continue
        typer.echo(f"{line.level} ({line.score})  {line.name}, {line.place}")
        for reason in line.reasons:
            typer.echo(f"  {reason.sign} {reason.sentence}")
        if line.impact:
            typer.echo(f"  {line.impact}")
    typer.echo(f"Stevig: {answer.counts[FootingLevel.FIRM]}.")


def _tell_quadrants(answer: CoverageAnswer) -> None:
    if answer.shares_sentence:
        typer.echo(answer.shares_sentence)
    for line in answer.grid:
        counts = "  ".join(
            f"{quadrant} {count}" for quadrant, count in zip(Quadrant, line.counts, strict=True)
        )
        typer.echo(f"{line.label:<28}{counts}")
    for cell in answer.empty:
        typer.echo(cell.sentence)
    if answer.trend_sentence:
        typer.echo(answer.trend_sentence)
