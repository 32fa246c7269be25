"""What fits a resident's question, near, at a time she can, explained. Nothing of the search is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from socialmap.actions.places_nearby import NearbyPlace, places_nearby
from socialmap.actions.projections import Pictures
from socialmap.actions.telling import BUDDY, moments, place_name
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.geo.coordinates import from_metres, to_metres
from socialmap.model.people import Mobility, PeerWish
from socialmap.model.provision import Initiative
from socialmap.model.values import (
    AreaId,
    DayPart,
    InitiativeId,
    LanguageCode,
    Point,
    ThemeId,
    ThresholdId,
    Tri,
)
from socialmap.model.wording import CHOOSE_A_THEME, Code, MatchLabel, Measured, distances_from, sentence
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.matching import WEIGHTS, Match, NotShown, Part
from socialmap.search.offer import peer_themes_of
from socialmap.search.question import Question
from socialmap.search.ranking import SHOWN_FIRST, Ranking, rank
from socialmap.search.relaxing import find

MANY_LIFE_AREAS = 3
PEERS_LOOKED_AT = 200
"""Of so many best matches, those for people who go through the same are listed apart."""
SAME_EXPERIENCE = 0.5
"""From this similarity on, people with one theme go through the same as people with the other."""
_LANGUAGE = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpRequest:
    """What was asked: the first theme is the main one, the start ``start`` or the centre of ``area_id``.

    Empty ``day_parts`` and ``languages`` mean: not known. ``age``: the youngest and the oldest that somebody
    may be, in years. ``person_is``: "vrouw", "man" or "".
    """

    themes: tuple[ThemeId, ...]
    area_id: AreaId | None = None
    start: Point | None = None
    mobility: Mobility = Mobility.WALKING
    day_parts: tuple[DayPart, ...] = ()
    languages: tuple[LanguageCode, ...] = (LanguageCode("nl"),)
    thresholds: tuple[ThresholdId, ...] = ()
    peer_wish: PeerWish = PeerWish.NO_PREFERENCE
    age: tuple[int, int] | None = None
    wheelchair: bool = False
    person_is: str = ""
    has_indication: Tri = Tri.UNKNOWN
    only_social_base: bool = True
    limit: int = SHOWN_FIRST


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """``sign`` is "+", "?" or "−"."""

    sign: str
    sentence: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """One of the seven parts of a score: its value between 0 and 1 and the points it can give."""

    part: Part
    value: float
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpMatch:
    """An initiative that fits, with everything that explains why. ``distance_m`` over streets.

    ``measured``: how that was found; ``None`` where no streets are loaded and all are estimates. ``group`` is
    the leefgebied that gives its colour.
    """

    id: InitiativeId
    name: str
    group: str
    place: str
    when: tuple[str, ...]
    score: int
    exact: float
    label: MatchLabel
    distance_m: int | None
    minutes: int | None
    measured: Measured | None
    reasons: tuple[ReasonLine, ...]
    parts: tuple[PartLine, ...]
    badge: str
    contact: str
    has_buddy: bool
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An initiative about the theme that does not fit, and every sentence why."""

    id: InitiativeId
    name: str
    distance_m: int | None
    minutes: int | None
    codes: tuple[Code, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOutGroup:
    """What was left out for the same first reason."""

    code: Code
    items: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class HelpAnswer:
    """``safety``: nothing was searched; show the safety card and nothing else.

    ``more_not_shown`` is ``None`` when there are more and nobody counted them. ``relaxed`` says what was
    given up because nothing fitted; ``many_life_areas`` advises to talk with the team first. ``nearby`` are
    places to call or drop in, only told when nothing fits. ``distances`` tells how distances were found, and
    whose streets those are.
    """

    safety: bool = False
    matches: tuple[HelpMatch, ...] = ()
    more: int = 0
    not_shown: tuple[LeftOutGroup, ...] = ()
    more_not_shown: int | None = 0
    relaxed: tuple[str, ...] = ()
    many_life_areas: bool = False
    nearby: tuple[NearbyPlace, ...] = ()
    distances: str = ""


def find_help(workspace: Workspace, viewer: Viewer, request: HelpRequest) -> HelpAnswer:
    """The best matches for a question. ``InvalidInput`` without a theme or a place."""
    permit(viewer, Right.FIND_HELP)
    pictures = workspace.projections.current()
    question = _question(request, pictures)
    answer = find(pictures.offers, question, workspace.today(), request.limit)
    if answer.ranking.safety:
        return HelpAnswer(safety=True)
    return HelpAnswer(
        matches=_told(workspace, pictures, answer.ranking.matches),
        more=answer.ranking.more,
        not_shown=_left_out(answer.ranking),
        more_not_shown=answer.ranking.more_not_shown,
        relaxed=tuple(sentence(reason) for reason in answer.relaxed),
        many_life_areas=_spans_many_life_areas(workspace, request.themes),
        nearby=() if answer.ranking.matches else places_nearby(workspace, question),
        distances=distances_from(None if pictures.streets is None else pictures.streets.credit),
    )


def find_peers(workspace: Workspace, viewer: Viewer, request: HelpRequest) -> tuple[HelpMatch, ...]:
    """The groups among the matches for people who go through the same, as if those were gladly met.

    Empty when there are none within reach, or when the question is about safety.
    """
    permit(viewer, Right.FIND_HELP)
    pictures = workspace.projections.current()
    question = _question(replace(request, peer_wish=PeerWish.GLADLY), pictures)
    ranking = rank(pictures.offers, question, workspace.today(), PEERS_LOOKED_AT)
    stored = workspace.catalogue.many(Initiative, [match.id for match in ranking.matches])
    return tuple(
        _tell(match, stored[match.id].entity, workspace, pictures)
        for match in ranking.matches
        if match.id in stored and _is_for_peers(workspace, stored[match.id].entity, question)
    )


def _is_for_peers(workspace: Workspace, initiative: Initiative, question: Question) -> bool:
    words = workspace.vocabulary
    return any(
        words.similarity(asked, theme) >= SAME_EXPERIENCE
        for theme in peer_themes_of(initiative, words)
        for asked in question.themes
    )


def _question(request: HelpRequest, pictures: Pictures) -> Question:
    violations = []
    if not request.themes:
        violations.append(Violation("themes", CHOOSE_A_THEME))
    start = request.start
    if start is None and request.area_id is not None:
        start = pictures.areas.centre(request.area_id)
    if start is None:
        violations.append(Violation("area_id", "Kies een buurt. Dan weten we wat dichtbij is."))
    if not all(_LANGUAGE.fullmatch(code) for code in request.languages):
        violations.append(
            Violation("languages", "Schrijf een taal als twee of drie letters, zoals nl of ar.")
        )
    if violations or start is None:
        raise InvalidInput(violations, "Vul dit aan en zoek opnieuw.")
    x_m, y_m = to_metres((start,))[0]
    return Question(
        theme=request.themes[0],
        side_themes=request.themes[1:],
        x_m=float(x_m),
        y_m=float(y_m),
        mobility=request.mobility,
        languages=request.languages,
        available=request.day_parts,
        thresholds=request.thresholds,
        peer_wish=request.peer_wish,
        wheelchair=request.wheelchair,
        ages=request.age,
        person_is=request.person_is,
        has_indication=request.has_indication,
        only_social_base=request.only_social_base,
    )


def _told(workspace: Workspace, pictures: Pictures, matches: Iterable[Match]) -> tuple[HelpMatch, ...]:
    """The matches with what only the initiative itself knows: when, where, whom to call."""
    matches = tuple(matches)
    stored = workspace.catalogue.many(Initiative, [match.id for match in matches])
    return tuple(
        _tell(match, stored[match.id].entity, workspace, pictures) for match in matches if match.id in stored
    )


def _tell(match: Match, initiative: Initiative, workspace: Workspace, pictures: Pictures) -> HelpMatch:
    place = pictures.places.resolve(initiative)
    point = None
    if place.exact and place.x_m is not None and place.y_m is not None:
        point = from_metres(place.x_m, place.y_m)
    weights = WEIGHTS.by_part()
    words = workspace.vocabulary
    return HelpMatch(
        id=match.id,
        name=match.name,
        group=next((words.top_of(theme) for theme in initiative.themes if theme in words.themes), ""),
        place=place_name(initiative, pictures),
        when=moments(initiative),
        score=match.score,
        exact=float(match.exact),
        label=match.label,
        distance_m=match.distance_m,
        minutes=match.minutes,
        measured=match.measured,
        reasons=tuple(ReasonLine(reason.sign, sentence(reason)) for reason in match.explanation),
        parts=tuple(PartLine(part, float(value), weights[part]) for part, value in match.parts.items()),
        badge=match.badge,
        contact=initiative.contact,
        has_buddy=initiative.barriers.get(BUDDY) is Tri.YES,
        lon=point.lon if point else None,
        lat=point.lat if point else None,
    )


def _left_out(ranking: Ranking) -> tuple[LeftOutGroup, ...]:
    """Grouped by their first reason, in the order of the reasons in domain.md 4.A."""
    groups: dict[Code, list[LeftOut]] = {}
    for item in ranking.not_shown:
        groups.setdefault(item.reasons[0].code, []).append(_left(item))
    return tuple(LeftOutGroup(code, tuple(groups[code])) for code in Code if code in groups)


def _left(item: NotShown) -> LeftOut:
    return LeftOut(
        item.id,
        item.name,
        item.distance_m,
        item.minutes,
        tuple(reason.code for reason in item.reasons),
        tuple(sentence(reason) for reason in item.reasons),
    )


def _spans_many_life_areas(workspace: Workspace, themes: Iterable[ThemeId]) -> bool:
    return len({workspace.vocabulary.top_of(theme) for theme in themes}) >= MANY_LIFE_AREAS
