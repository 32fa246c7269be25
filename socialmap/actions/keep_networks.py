"""Informal networks and who holds them together, where we can be found, and who of us knows what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from socialmap.actions.danger import danger_in
from socialmap.actions.holding import area_name, colleague
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model.dutch import WEEKDAYS, clock_time
from socialmap.model.language import told
from socialmap.model.people import InformalNetwork, NetworkKind
from socialmap.model.provision import Initiative, Organisation
from socialmap.model.values import (
    AreaId,
    FacilityId,
    InitiativeId,
    NetworkId,
    OrganisationId,
    Weekday,
)
from socialmap.model.wording_needs import NETWORK_NAMES
from socialmap.model.work import Acquaintance, PresenceMoment, Professional
from socialmap.privacy.free_text import violations
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

_KNOWN: dict[str, type[Any]] = {
    InformalNetwork.kind: InformalNetwork,
    Initiative.kind: Initiative,
    Organisation.kind: Organisation,
}
_WEEK = tuple(Weekday)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkDraft:
    """A network as it is being written down; an empty ``id``: a new one. ``key_figure``: a role, no name."""

    id: str = ""
    name: str = ""
    sort: NetworkKind | None = None
    area_id: AreaId | None = None
    key_figure: str = ""
    members_estimate: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceDraft:
    """Where and when somebody of us can be found; ``who`` is a role, no name."""

    facility_id: FacilityId | None = None
    day: Weekday | None = None
    starts: time | None = None
    ends: time | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class KnownBy:
    """A colleague who knows something, and the day of the last contact. ``you``: it is the viewer."""

    name: str
    on: date
    you: bool


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """A network as it is kept, and who of us knows it, the last contact first."""

    id: NetworkId
    version: int
    name: str
    sort: NetworkKind
    sort_label: str
    area_id: AreaId
    area: str
    key_figure: str
    members_estimate: int | None
    known_by: tuple[KnownBy, ...]


@dataclass(frozen=True, slots=True)
class PresenceLine:
    """A moment in one line: the place, when, and which role."""

    id: str
    place: str
    when: str
    who: str


@dataclass(frozen=True, slots=True)
class Networks:
    """Networks by name, and moments in the order of the week."""

    networks: tuple[NetworkLine, ...]
    presence: tuple[PresenceLine, ...]


def show_networks(workspace: Workspace, viewer: Viewer) -> Networks:
    """Every informal network with who of us knows it, and every moment at which we can be found."""
    permit(viewer, Right.SEE_CONNECTIONS)
    pictures, people = workspace.projections.current(), workspace.projections.people()
    stored = workspace.catalogue.many(InformalNetwork, people.all(InformalNetwork))
    known = _known_by(workspace, viewer.name)
    lines = [
        NetworkLine(
            found.entity.id,
            found.version,
            found.entity.name,
            found.entity.sort,
            told(NETWORK_NAMES[found.entity.sort]),
            found.entity.area_id,
            area_name(pictures.areas, found.entity.area_id),
            found.entity.key_figure,
            found.entity.members_estimate,
            known.get((InformalNetwork.kind, found.entity.id), ()),
        )
        for found in stored.values()
    ]
    moments = sorted(
        pictures.presence.values(), key=lambda each: (_WEEK.index(each.day), each.starts, each.id)
    )
    return Networks(
        tuple(sorted(lines, key=lambda line: (line.name, line.id))),
        tuple(
            PresenceLine(
                each.id,
                pictures.facilities[each.facility_id].name if each.facility_id in pictures.facilities else "",
                _when(each),
                each.who,
            )
            for each in moments
        ),
    )


def who_knows(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> tuple[KnownBy, ...]:
    """Who of us knows an initiative, network or organisation, the last contact first; may be nobody."""
    permit(viewer, Right.SEE_CONNECTIONS)
    _require_thing(workspace, kind, thing_id)
    return _known_by(workspace, viewer.name).get((kind, thing_id), ())


def know_place(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> None:
    """*Ik ken deze plek*: the viewer was in touch with it today."""
    permit(viewer, Right.SEE_CONNECTIONS)
    me, today = colleague(viewer.name), workspace.today()
    _require_thing(workspace, kind, thing_id)
    known = next(
        (
            each
            for each in workspace.projections.people().all(Acquaintance).values()
            if each.professional_id == me and _known_thing(each) == (kind, thing_id)
        ),
        None,
    )
    if known is None:
        known = Acquaintance(
            id=workspace.new_id(Acquaintance.kind),
            professional_id=me,
            initiative_id=InitiativeId(thing_id) if kind == Initiative.kind else None,
            network_id=NetworkId(thing_id) if kind == InformalNetwork.kind else None,
            organisation_id=OrganisationId(thing_id) if kind == Organisation.kind else None,
            last_contact=today,
        )
    _save(workspace, viewer.actor, replace(known, last_contact=today), "kent deze plek", {})


def save_network(workspace: Workspace, viewer: Viewer, draft: NetworkDraft, version: int = 0) -> str:
    """Keep a new network, or a change of the one that was seen at ``version``; gives its id."""
    permit(viewer, Right.KEEP_NETWORKS)
    name, key_figure = " ".join(draft.name.split()), " ".join(draft.key_figure.split())
    wrong = [*violations("name", name), *violations("key_figure", key_figure)]
    wrong += danger_in(workspace, {"name": name, "key_figure": key_figure})
    if not name:
        wrong.append(Violation("name", "Hoe heet dit netwerk? Vul een naam in."))
    if draft.sort is None:
        wrong.append(Violation("sort", "Wat voor netwerk is dit? Kies een soort."))
    if draft.area_id not in workspace.projections.current().areas.by_id:
        wrong.append(Violation("area_id", "Waar is dit netwerk? Kies een buurt."))
    if wrong or draft.sort is None or draft.area_id is None:
        raise InvalidInput(wrong)
    if draft.id:
        workspace.catalogue.get(InformalNetwork, draft.id)
    network = InformalNetwork(
        id=NetworkId(draft.id or workspace.new_id(InformalNetwork.kind)),
        name=name,
        sort=draft.sort,
        area_id=draft.area_id,
        key_figure=key_figure,
        members_estimate=draft.members_estimate,
    )
    seen = {(InformalNetwork.kind, draft.id): version} if draft.id else {}
    _save(workspace, viewer.actor, network, "netwerk bijgehouden", seen)
    return network.id


def save_presence(workspace: Workspace, viewer: Viewer, draft: PresenceDraft) -> str:
    """Keep a moment at which we can be found. Everybody sees it, so ``who`` is a role and never a name."""
    permit(viewer, Right.KEEP_NETWORKS)
    who = " ".join(draft.who.split())
    wrong = [*violations("who", who), *danger_in(workspace, {"who": who})]
    if not who:
        wrong.append(Violation("who", "Wie is er? Vul een rol in."))
    if draft.facility_id not in workspace.projections.current().facilities:
        wrong.append(Violation("facility_id", "Waar ben je te vinden? Kies een plek."))
    if draft.day is None:
        wrong.append(Violation("day", "Op welke dag ben je er?"))
    if draft.starts is None:
        wrong.append(Violation("starts", "Hoe laat begint het? Vul een tijd in."))
    if wrong or draft.facility_id is None or draft.day is None or draft.starts is None:
        raise InvalidInput(wrong)
    moment = PresenceMoment(
        id=workspace.new_id(PresenceMoment.kind),
        facility_id=draft.facility_id,
        day=draft.day,
        starts=draft.starts,
        ends=draft.ends,
        who=who,
    )
    _save(workspace, viewer.actor, moment, "aanwezigheid bijgehouden", {})
    return moment.id


def stop_presence(workspace: Workspace, viewer: Viewer, presence_id: str) -> None:
    """Take a moment away at which nobody can be found any more."""
    permit(viewer, Right.KEEP_NETWORKS)
    workspace.catalogue.remove(
        PresenceMoment, presence_id, actor=viewer.actor, action="aanwezigheid gestopt", at=workspace.clock()
    )


def _save(
    workspace: Workspace, actor: str, entity: Any, action: str, seen: dict[tuple[str, str], int]
) -> None:
    require_valid(entity)
    workspace.catalogue.save([entity], actor=actor, action=action, at=workspace.clock(), based_on=seen)


def _require_thing(workspace: Workspace, kind: str, thing_id: str) -> None:
    cls = _KNOWN.get(kind)
    if cls is None or workspace.catalogue.find(cls, thing_id) is None:
        raise NotFound("Dit is er niet of is verwijderd.", "Zoek het opnieuw op.")


def _known_by(workspace: Workspace, viewer_name: str) -> dict[tuple[str, str], tuple[KnownBy, ...]]:
    people = workspace.projections.people()
    colleagues = people.all(Professional)
    found: dict[tuple[str, str], list[KnownBy]] = {}
    for each in _newest_first(people.all(Acquaintance).values()):
        thing, who = _known_thing(each), colleagues.get(each.professional_id)
        if thing is not None and who is not None:
            you = bool(viewer_name) and each.professional_id == viewer_name
            found.setdefault(thing, []).append(KnownBy(who.name, each.last_contact, you))
    return {thing: tuple(known) for thing, known in found.items()}


def _newest_first(known: Iterable[Acquaintance]) -> list[Acquaintance]:
    return sorted(known, key=lambda each: (each.last_contact, each.id), reverse=True)


def _known_thing(known: Acquaintance) -> tuple[str, str] | None:
    for kind, thing_id in (
        (Initiative.kind, known.initiative_id),
        (InformalNetwork.kind, known.network_id),
        (Organisation.kind, known.organisation_id),
    ):
        if thing_id is not None:
            return kind, thing_id
    return None


def _when(moment: PresenceMoment) -> str:
    until = f"–{clock_time(moment.ends)}" if moment.ends else ""
    return f"{WEEKDAYS[moment.day]} {clock_time(moment.starts)}{until} uur"
