"""Which initiatives rest on few shoulders or little money, with every reason (domain.md 4.D)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.actions.approaching import may_approach
from socialmap.actions.auditing import note_access
from socialmap.actions.footing_facts import active_initiatives, footings
from socialmap.actions.question_of_need import questions_of
from socialmap.actions.telling import place_name
from socialmap.actions.workspace import Workspace
from socialmap.collective.vulnerability import Vulnerability, weakest_first
from socialmap.model.people import Need, NeedStatus, Resident
from socialmap.model.values import InitiativeId, Layer, ResidentId
from socialmap.model.wording_footing import FootingCode, FootingLevel, FootingPart, impact_sentence
from socialmap.model.wording_gap_numbers import MORE_PEOPLE
from socialmap.privacy.disclosure import FLOOR
from socialmap.privacy.roles import Right, Viewer, layers_of, permit
from socialmap.search.only_fit import only_fit

_LEADERS_KNOWN = frozenset({FootingCode.ONE_LEADER, FootingCode.LEADERS})


@dataclass(frozen=True, slots=True)
class FootingReason:
    """``sign`` is "+", "?" or "−"."""

    part: FootingPart
    sign: str
    sentence: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VulnerableLine:
    """An initiative and what it stands on; ``impact`` is a sentence, empty when there is nothing to say.

    ``may_visit``: not when they asked to be left alone.
    """

    id: InitiativeId
    name: str
    group: str
    place: str
    level: FootingLevel
    score: int
    reasons: tuple[FootingReason, ...]
    impact: str
    leaders_known: bool
    may_visit: bool


@dataclass(frozen=True, slots=True)
class VulnerableAnswer:
    """Weakest first; ``counts``: how many initiatives per level."""

    lines: tuple[VulnerableLine, ...]
    counts: Mapping[FootingLevel, int]


def show_vulnerable(workspace: Workspace, viewer: Viewer) -> VulnerableAnswer:
    """All active initiatives in the order of 4.D.

    Inside the core the impact is told from five people on, below that as *enkele mensen*. Outside it no
    number leaves, also not through the order: there are many people, or nothing is said.
    """
    permit(viewer, Right.SEE_VULNERABLE)
    pictures, people = workspace.projections.current(), workspace.projections.people()
    inside = Layer.CORE in layers_of(viewer)
    impacts = _impacts(workspace, viewer)
    if not inside:
        impacts = {offer_id: FLOOR for offer_id, persons in impacts.items() if persons >= FLOOR}
    listed = weakest_first(footings(workspace, pictures, people), impacts, workspace.today())
    words = workspace.vocabulary
    offers = {initiative.id: initiative for initiative in active_initiatives(workspace)}
    lines = []
    for one in listed:
        initiative = offers[one.judged.id]
        told = one.impact_sentence if inside else impact_sentence(MORE_PEOPLE)
        lines.append(
            VulnerableLine(
                id=initiative.id,
                name=initiative.name,
                group=next((words.top_of(t) for t in initiative.themes if t in words.themes), ""),
                place=place_name(initiative, pictures),
                level=one.judged.level,
                score=one.judged.score,
                reasons=_reasons(one.judged),
                impact=told if impacts.get(initiative.id) else "",
                leaders_known=_knows_leaders(one.judged),
                may_visit=may_approach(initiative, pictures.organisations),
            )
        )
    counted = Counter(line.level for line in lines)
    return VulnerableAnswer(tuple(lines), {level: counted[level] for level in FootingLevel})


def _reasons(judged: Vulnerability) -> tuple[FootingReason, ...]:
    return tuple(FootingReason(part.part, part.sign, part.sentence, part.points) for part in judged.parts)


def _knows_leaders(judged: Vulnerability) -> bool:
    return any(part.code in _LEADERS_KNOWN for part in judged.parts)


def _impacts(workspace: Workspace, viewer: Viewer) -> dict[InitiativeId, int]:
    """Persons with an open question for whom an initiative is all that fits well or fairly."""
    pictures, people = workspace.projections.current(), workspace.projections.people()
    today = workspace.today()
    open_needs = [need for need in people.all(Need).values() if need.status is NeedStatus.OPEN]
    note_access(
        workspace, viewer.actor, "wat kan wegvallen", Need.kind, len(open_needs),
        purpose="Tellen voor wie een initiatief het enige is.",
    )  # fmt: skip

    def count() -> dict[InitiativeId, int]:
        persons: defaultdict[InitiativeId, set[ResidentId]] = defaultdict(set)
        for person, question in questions_of(open_needs, people.all(Resident), pictures):
            only = only_fit(pictures.offers, question, today)
            if only is not None:
                persons[only].add(person)
        return {initiative_id: len(found) for initiative_id, found in persons.items()}

    return people.remembered(f"impacts {today} {pictures.streets_digest}", count)
