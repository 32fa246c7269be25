"""Who could mean something to each other: pairs and rings of three around the viewer's own residents.

Never a condition for help, and no balance: nothing here adds up what somebody gave or received.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.actions.auditing import note_access
from socialmap.actions.holding import held_needs
from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.collective.reciprocity import Reciprocity, people_of, talents_known
from socialmap.geo.coordinates import to_metres
from socialmap.model.people import Need, NeedStatus, Resident, Talent
from socialmap.model.wording_reciprocity import ASK_FIRST, CAN_BRING, NEVER_A_CONDITION
from socialmap.privacy.roles import Right, Viewer, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleLine:
    """A pair or a ring as the holder sees it: the own people by pseudonym, of the others only how many."""

    own: tuple[str, ...]
    others: int
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brings:
    """*Kan ook iets brengen*: what one of the own residents can, that others ask help with."""

    resident: str
    talents: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReciprocityAnswer:
    """``remember``: what to do first, and that nothing has to be given back; ``known`` may be empty."""

    pairs: tuple[CircleLine, ...]
    rings: tuple[CircleLine, ...]
    brings_title: str
    brings: tuple[Brings, ...]
    known: str
    remember: tuple[str, ...]


def show_reciprocity(workspace: Workspace, viewer: Viewer) -> ReciprocityAnswer:
    """The circles with a resident in them whose question the viewer holds, each once; others stay unseen."""
    permit(viewer, Right.SEE_OWN_NEEDS)
    people, pictures = workspace.projections.people(), workspace.projections.current()
    words, today = workspace.vocabulary, workspace.today()
    residents, talents = people.all(Resident), people.all(Talent)
    needs = people.all(Need).values()
    held = sorted(
        {need.resident_id for need in held_needs(workspace, viewer.name) if need.status is NeedStatus.OPEN}
    )
    note_access(
        workspace, viewer.actor, "wederkerigheid", Need.kind, len(needs),
        purpose="Wie iets kan betekenen voor een eigen bewoner.",
    )  # fmt: skip
    metres = _places(residents, pictures)
    found = Reciprocity(
        people_of(residents.values(), needs, talents.values(), lambda who: metres.get(who.id), words, today),
        words,
    )
    circles = {circle.members: circle for who in held for circle in found.around(who)}
    told = [found.told_to_holder(circles[members], held) for members in sorted(circles)]
    remember = {ASK_FIRST, NEVER_A_CONDITION}
    lines = [
        CircleLine(
            own=each.own,
            others=each.others,
            sentences=tuple(line for line in each.sentences if line not in remember),
        )
        for each in told
        if each is not None
    ]
    brings = [(who, found.can_bring(who)) for who in held]
    labels = {kind: talent.called for kind, talent in words.talents.items()}
    return ReciprocityAnswer(
        pairs=tuple(each for each in lines if len(each.own) + each.others == 2),
        rings=tuple(each for each in lines if len(each.own) + each.others == 3),
        brings_title=CAN_BRING,
        brings=tuple(
            Brings(
                resident=who,
                talents=tuple(dict.fromkeys(labels.get(each.talent, each.talent) for each in some)),
                sentences=tuple(each.sentence for each in some),
            )
            for who, some in brings
            if some
        ),
        known=talents_known(needs, talents.values(), today).sentence or "",
        remember=(ASK_FIRST, NEVER_A_CONDITION),
    )


def _places(residents: Mapping[str, Resident], pictures: Pictures) -> dict[str, tuple[float, float]]:
    """Where each resident is counted from, in RD New metres: the rounded point, else the area."""
    starts = [
        (each.id, start)
        for each in residents.values()
        if (start := each.rounded_point or pictures.areas.centre(each.area_id)) is not None
    ]
    metres = to_metres([start for _, start in starts]).tolist()
    return {who: (x_m, y_m) for (who, _), (x_m, y_m) in zip(starts, metres, strict=True)}
