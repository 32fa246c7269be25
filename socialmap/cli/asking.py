"""Commands that ask: words, search, query."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from socialmap.bootstrap import open_lexicon
from socialmap.cli.context import print_json, worker, workspace_of
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model.people import Mobility, PeerWish
from socialmap.model.values import DAY_PARTS, DayPart, LanguageCode, ThemeId, ThresholdId
from socialmap.model.wording import SAFETY_INTRO, SAFETY_STEPS, SAFETY_TITLE

if TYPE_CHECKING:
    from socialmap.actions.find_help import HelpAnswer

Json = Annotated[bool, typer.Option("--json", help="Antwoord als JSON.")]


def add_to(app: typer.Typer) -> None:
    app.command()(words)
    app.command()(search)
    app.command()(query)


def words(as_json: Json = False) -> None:
    """Lees zinnen van de invoer, één per regel, en zeg over welk onderwerp ze gaan."""
    from socialmap.actions.recognise_words import recognise_words

    lexicon = open_lexicon()
    for line in sys.stdin or ():
        text = line.rstrip("\r\n")
        answer = recognise_words(lexicon, text)
        if as_json:
            themes = [{"id": t.id, "score": t.score, "label": t.matched} for t in answer.themes]
            print_json({"text": text, "acute": answer.acute, "themes": themes})
        else:
            found = ", ".join(f"{t.label} ({t.matched})" for t in answer.themes) or "niets herkend"
            typer.echo(("Dit gaat over veiligheid! " if answer.acute else "") + found)


def search(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Waar gaat het om? Gewone woorden.")],
    near: Annotated[str, typer.Option(help="Buurt, straat of adres; alleen de buurt wordt gebruikt.")],
    mobility: Annotated[Mobility, typer.Option(help="Hoe komt iemand ergens?")] = Mobility.WALKING,
    daypart: Annotated[list[str] | None, typer.Option(help="Kan op, zoals di-middag. Mag vaker.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="Taal, zoals nl. Mag vaker.")] = None,
    threshold: Annotated[list[str] | None, typer.Option(help="Drempel, zoals geen_geld. Mag vaker.")] = None,
    peers: Annotated[
        PeerWish, typer.Option(help="Liever met of zonder lotgenoten?")
    ] = PeerWish.NO_PREFERENCE,
    age: Annotated[int | None, typer.Option(help="Leeftijd in jaren.", min=0, max=120)] = None,
    limit: Annotated[int, typer.Option(help="Hoeveel er getoond worden.", min=1, max=100)] = 5,
    as_json: Json = False,
) -> None:
    """Zoek wat past bij een vraag, dichtbij, op een moment dat kan. Er wordt niets bewaard."""
    from socialmap.actions.find_help import HelpRequest, find_help
    from socialmap.actions.locate_address import locate_address
    from socialmap.actions.recognise_words import recognise_words

    with workspace_of(context) as workspace:
        viewer = worker()
        areas = locate_address(workspace, viewer, near)
        if not areas:
            raise NotFound("Deze plek kennen we niet.", "Kies een buurt. Dan weten we wat dichtbij is.")
        recognised = recognise_words(workspace, text)
        themes = tuple(ThemeId(theme.id) for theme in recognised.themes)
        if not themes:
            raise NotFound(
                "We herkennen hier geen onderwerp in.", "Kies andere woorden, of het onderwerp zelf."
            )
        answer = find_help(
            workspace,
            viewer,
            HelpRequest(
                themes=themes,
                area_id=areas[0].area_id,
                mobility=mobility,
                day_parts=tuple(_day_part(code) for code in daypart or ()),
                languages=tuple(LanguageCode(code) for code in language or ("nl",)),
                thresholds=tuple(ThresholdId(code) for code in threshold or ()),
                peer_wish=peers,
                age=age,
                limit=limit,
            ),
        )
        if as_json:
            print_json(answer)
        else:
            _tell(answer)


def query(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="De naam van een vraag; zonder naam komt de lijst.")] = "",
    parameter: Annotated[list[str] | None, typer.Option(help="Invulling, zoals thema=eenzaamheid.")] = None,
    as_json: Json = False,
) -> None:
    """Stel een vaste vraag aan de kennisgraaf."""
    from socialmap.actions.run_query import list_queries, run_query

    with workspace_of(context) as workspace:
        viewer = worker()
        if not name:
            for known in list_queries(workspace, viewer):
                typer.echo(
                    f"{known.name}: {known.question} ({', '.join(known.parameters) or 'geen invulling'})"
                )
            return
        rows = run_query(workspace, viewer, name, dict(_pair(text) for text in parameter or ()))
        if as_json:
            print_json(rows)
            return
        for row in rows:
            typer.echo("  ".join(f"{key}: {value}" for key, value in row.items() if value is not None))
        if not rows:
            typer.echo("Niets gevonden.")


def _day_part(code: str) -> DayPart:
    try:
        return DayPart(code)
    except ValueError:
        known = ", ".join(DAY_PARTS)
        raise InvalidInput(
            [Violation("daypart", "Dit dagdeel kennen we niet.")], f"Kies uit: {known}."
        ) from None


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise InvalidInput([Violation("parameter", "Schrijf een invulling als naam=waarde.")])
    return name, value


def _tell(answer: HelpAnswer) -> None:
    if answer.safety:
        typer.echo(f"{SAFETY_TITLE}. {SAFETY_INTRO}")
        for step in SAFETY_STEPS:
            typer.echo(f"  {step}")
        return
    for sentence in answer.relaxed:
        typer.echo(sentence)
    for match in answer.matches:
        typer.echo(f"{match.label} ({match.score})  {match.name}, {match.place}  [{match.badge}]")
        for reason in match.reasons:
            typer.echo(f"  {reason.sign} {reason.sentence}")
    if answer.more:
        typer.echo("Er is er nog 1." if answer.more == 1 else f"Er zijn er nog {answer.more}.")
    for group in answer.not_shown:
        typer.echo(f"Niet getoond: {group.code}")
        for left_out in group.items:
            typer.echo(f"  {left_out.name}: {' '.join(left_out.sentences)}")
