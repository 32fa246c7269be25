"""Commands that ask: words, search, query, path."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from socialmap.bootstrap import open_lexicon
from socialmap.cli.context import AsRole, Colleague, Json, print_json, tell, viewer_of, worker, workspace_of
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model.language import told
from socialmap.model.people import Mobility, PeerWish
from socialmap.model.values import DAY_PARTS, DayPart, LanguageCode, ThemeId, ThresholdId
from socialmap.model.wording import (
    ALL_IS_FULL_OR_FAR,
    DROP_IN,
    NOTHING_FITS,
    PERHAPS_IN_DANGER,
    SAFETY_INTRO,
    SAFETY_STEPS,
    SAFETY_TITLE,
    UNKNOWN_THRESHOLD,
    place_to_drop_in,
)
from socialmap.privacy.roles import Role

if TYPE_CHECKING:
    from socialmap.actions.explain_connection import PathAnswer
    from socialmap.actions.find_help import HelpAnswer
    from socialmap.actions.locate_address import AreaChoice
    from socialmap.actions.run_query import KnownQuery
    from socialmap.actions.workspace import Workspace
    from socialmap.privacy.roles import Viewer

_MOST_NAMED = 5


def add_to(app: typer.Typer) -> None:
    app.command()(words)
    app.command()(search)
    app.command()(query)
    app.command()(path)


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
            perhaps = f"{PERHAPS_IN_DANGER} " if answer.perhaps_acute else ""
            typer.echo(("Dit gaat over veiligheid! " if answer.acute else perhaps) + found)


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
    from socialmap.actions.find_help import HelpAnswer, HelpRequest, find_help
    from socialmap.actions.recognise_words import recognise_words

    recognised = recognise_words(open_lexicon(), text)
    if recognised.acute:  # before anything else is asked, looked up or refused
        _tell(_Told(HelpAnswer(safety=True)), as_json=as_json)
        return
    danger = (f"{PERHAPS_IN_DANGER} {SAFETY_STEPS[0]}",) if recognised.perhaps_acute else ()
    if not recognised.themes:
        if as_json:
            _tell(_Told(HelpAnswer(), remarks=danger), as_json=True)
        remedy = ("Kies andere woorden, of het onderwerp zelf.", *danger)
        raise NotFound("We weten niet waar dit over gaat.", " ".join(remedy))
    with workspace_of(context) as workspace:
        viewer = worker()
        areas = _areas(workspace, viewer, near)
        languages = tuple(LanguageCode(code) for code in language or ("nl",))
        request = HelpRequest(
            themes=tuple(ThemeId(theme.id) for theme in recognised.likely),
            area_id=areas[0].area_id,
            mobility=mobility,
            day_parts=tuple(_day_part(code) for code in daypart or ()),
            languages=languages,
            thresholds=tuple(_threshold(workspace, viewer, code) for code in threshold or ()),
            peer_wish=peers,
            age=None if age is None else (age, age),
            limit=limit,
        )
        answer = find_help(workspace, viewer, request)
        remarks = _remarks(workspace, viewer, languages)
        _tell(_Told(answer, areas, danger + remarks), as_json=as_json)


@dataclass(frozen=True, slots=True)
class _Told:
    """An answer, the neighbourhoods that ``--near`` may mean (the first was used), and what else to say."""

    answer: HelpAnswer
    areas: tuple[AreaChoice, ...] = ()
    remarks: tuple[str, ...] = ()


def path(
    context: typer.Context,
    start: Annotated[str, typer.Argument(metavar="FROM", help="Een naam, of soort/id: theme/samen-eten.")],
    goal: Annotated[str, typer.Argument(metavar="TO", help="Een naam, of soort/id: facility/f1.")],
    as_json: Json = False,
) -> None:
    """Hoe hangen twee dingen in de buurt samen? In één zin, over de kortste weg."""
    from socialmap.actions.explain_connection import explain_connection

    with workspace_of(context) as workspace:
        viewer = worker()
        ends = [_thing(workspace, viewer, text) for text in (start, goal)]
        answer = explain_connection(workspace, viewer, *ends)
    tell(answer, _tell_ways, as_json=as_json)


def _tell_ways(answer: PathAnswer) -> None:
    for sentence in [way.sentence for way in answer.paths] or [answer.sentence]:
        typer.echo(sentence)


def query(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="De naam van een vraag; zonder naam komt de lijst.")] = "",
    parameter: Annotated[list[str] | None, typer.Option(help="Invulling, zoals thema=eenzaamheid.")] = None,
    role: AsRole = Role.PROFESSIONAL,
    colleague: Colleague = "",
    as_json: Json = False,
) -> None:
    """Stel een vaste vraag aan de kennisgraaf."""
    from socialmap.actions.run_query import list_queries, run_query

    with workspace_of(context) as workspace:
        viewer = viewer_of(workspace, role, colleague)
        if not name:
            tell(list_queries(workspace, viewer), _list, as_json=as_json)
            return
        rows = run_query(workspace, viewer, name, dict(_pair(text) for text in parameter or ()))
        tell(rows, _tell_rows, as_json=as_json)


def _tell_rows(rows: Sequence[Mapping[str, Any]]) -> None:
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


def _list(queries: Sequence[KnownQuery]) -> None:
    for known in queries:
        typer.echo(f"{known.name}: {known.question} ({', '.join(known.parameters) or 'geen invulling'})")


def _areas(workspace: Workspace, viewer: Viewer, near: str) -> tuple[AreaChoice, ...]:
    """The neighbourhoods that a place may mean, the likeliest first; never empty."""
    from socialmap.actions.locate_address import locate_address

    areas = locate_address(workspace, viewer, near)
    if not areas:
        raise NotFound("Deze plek kennen we niet.", "Kies een buurt. Dan weten we wat dichtbij is.")
    return areas


def _threshold(workspace: Workspace, viewer: Viewer, code: str) -> ThresholdId:
    from socialmap.actions.search_choices import search_choices

    known = [choice.id for choice in search_choices(workspace, viewer).thresholds]
    if code not in known:
        raise InvalidInput([Violation("threshold", UNKNOWN_THRESHOLD)], f"Kies uit: {', '.join(known)}.")
    return ThresholdId(code)


def _remarks(workspace: Workspace, viewer: Viewer, languages: tuple[LanguageCode, ...]) -> tuple[str, ...]:
    from socialmap.actions.search_choices import known_languages

    unknown = [code for code in languages if code not in known_languages(workspace, viewer)]
    return tuple(f"In de taal '{code}' is hier niets. Klopt de code?" for code in unknown)


def _thing(workspace: Workspace, viewer: Viewer, text: str) -> str:
    """The key of what is meant; it has to be one thing."""
    from socialmap.actions.find_things import find_things

    found = find_things(workspace, viewer, text)
    if not found:
        raise NotFound(
            "Dit kennen we niet.", "Gebruik de naam zoals op de kaart, of soort/id, zoals theme/samen-eten."
        )
    if len(found) > 1:
        known = ", ".join(f"{thing.key} ({thing.name})" for thing in found[:_MOST_NAMED])
        raise InvalidInput(
            [Violation("naam", "Er is meer dan één ding met deze naam.")], f"Kies uit: {known}."
        )
    return found[0].key


def _tell(told: _Told, *, as_json: bool) -> None:
    if as_json:
        places = [{"code": area.area_id, "name": area.name} for area in told.areas]
        print_json(
            {
                **asdict(told.answer),
                "near": places[0] if places else None,
                "also": places[1:],
                "remarks": told.remarks,
            }
        )
    elif told.answer.safety:
        _tell_safety()
    else:
        _tell_place(told.areas)
        for remark in told.remarks:
            typer.echo(remark)
        _tell_matches(told.answer)


def _tell_safety() -> None:
    typer.echo(f"{told(SAFETY_TITLE)}. {told(SAFETY_INTRO)}")
    for step in SAFETY_STEPS:
        typer.echo(f"  {told(step)}")


def _tell_place(areas: tuple[AreaChoice, ...]) -> None:
    if len(areas) > 1:
        others = ", ".join(area.name for area in areas[1 : 1 + _MOST_NAMED])
        typer.echo(f"Gezocht vanuit {areas[0].name}; dit kan ook: {others}.")


def _tell_matches(answer: HelpAnswer) -> None:
    for sentence in answer.relaxed:
        typer.echo(sentence)
    if not answer.matches:
        typer.echo(told(ALL_IS_FULL_OR_FAR if answer.not_shown else NOTHING_FITS))
    if answer.nearby:
        typer.echo(DROP_IN)
    for place in answer.nearby:
        typer.echo(f"  {place_to_drop_in(place.name, place.sort, place.how_far, place.phone)}")
    for match in answer.matches:
        label, badge = told(match.label), told(match.badge)
        typer.echo(f"{label} ({match.score})  {match.name}, {match.place}  [{badge}]")
        for reason in match.reasons:
            typer.echo(f"  {reason.sign} {reason.sentence}")
    if answer.matches:
        typer.echo(answer.distances)
    if answer.more:
        typer.echo("Er is er nog 1." if answer.more == 1 else f"Er zijn er nog {answer.more}.")
    for group in answer.not_shown:
        typer.echo(f"Niet getoond: {group.code}")
        for left_out in group.items:
            typer.echo(f"  {left_out.name}: {' '.join(left_out.sentences)}")
