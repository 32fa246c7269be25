"""What is perhaps on the map twice: the likely pairs, and two of them side by side with what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from socialmap.actions.projections import Pictures
from socialmap.actions.telling import Choice, place_name
from socialmap.actions.telling_values import value_told
from socialmap.actions.workspace import Workspace
from socialmap.model import wording_doubles as wording
from socialmap.model.doubles import Distinction
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation
from socialmap.model.registry import entity_type
from socialmap.model.values import Tri
from socialmap.model.wording_doubles import DoubleLabel, DoublePart
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.double_choice import Pick as Pick
from socialmap.search.double_choice import answers, which_stays
from socialmap.search.doubles import Double, find_doubles
from socialmap.search.listings import Listing, listing_of


@dataclass(frozen=True, slots=True)
class DoubleReason:
    """``sign`` is "+", "−" or, when it is only told, "·"."""

    what: DoublePart
    sign: str
    sentence: str
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubleLine:
    """Two listings that may be one thing; ``first`` is the one that would stay, with where each is."""

    kind: str
    first: Choice
    second: Choice
    first_place: str
    second_place: str
    label: DoubleLabel
    score: int
    distance_m: int | None
    reasons: tuple[DoubleReason, ...]


@dataclass(frozen=True, slots=True)
class DoublesAnswer:
    """The likeliest first; ``nothing`` stands instead when there are none. ``counts`` per label."""

    lines: tuple[DoubleLine, ...]
    nothing: str
    counts: Mapping[DoubleLabel, int]


@dataclass(frozen=True, slots=True)
class DoubleRow:
    """One answer of both, as people read it; ``name`` is its first field. No ``picks``: nothing to choose."""

    name: str
    first: str
    second: str
    differs: bool
    proposed: Pick
    picks: tuple[Pick, ...]


@dataclass(frozen=True, slots=True)
class DoubleDetail:
    """The pair and everything known of both; ``versions``: of each id, what is shown here."""

    line: DoubleLine
    rows: tuple[DoubleRow, ...]
    versions: Mapping[str, int]


def show_doubles(workspace: Workspace, viewer: Viewer) -> DoublesAnswer:
    """Every likely pair of facilities, organisations and initiatives that are not stopped."""
    permit(viewer, Right.CHANGE_OFFERS)
    lines = _lines(workspace)
    counts = {label: sum(line.label is label for line in lines) for label in DoubleLabel}
    return DoublesAnswer(lines, "" if lines else wording.NOTHING_DOUBLE, counts)


def show_double(workspace: Workspace, viewer: Viewer, kind: str, ids: tuple[str, str]) -> DoubleDetail | None:
    """One of those pairs side by side; ``None`` when it is no longer among them."""
    permit(viewer, Right.CHANGE_OFFERS)
    line = next(
        (
            each
            for each in _lines(workspace)
            if (each.kind, {each.first.id, each.second.id}) == (kind, set(ids))
        ),
        None,
    )
    found = workspace.catalogue.many(entity_type(kind), ids) if line else {}
    if line is None or len(found) < len(set(ids)):
        return None
    first, second = found[line.first.id], found[line.second.id]
    pictures = workspace.projections.current()
    return DoubleDetail(
        line=line,
        rows=tuple(_rows(workspace, pictures, first.entity, second.entity)),
        versions={each: found[each].version for each in ids},
    )


def _lines(workspace: Workspace) -> tuple[DoubleLine, ...]:
    """Worked out once and kept until something changes in the map."""
    return workspace.projections.people().remembered("doubles", lambda: tuple(_worked_out(workspace)))


def _worked_out(workspace: Workspace) -> Iterator[DoubleLine]:
    pictures = workspace.projections.current()
    running = (stored.entity for stored in workspace.catalogue.all(Initiative))
    listed: list[Any] = [*pictures.facilities.values(), *pictures.organisations.values()]
    listed += (initiative for initiative in running if initiative.status is not OfferStatus.STOPPED)
    things = {(thing.kind, thing.id): thing for thing in listed}
    apart = {
        frozenset((stored.entity.object_kind, each) for each in stored.entity.object_ids)
        for stored in workspace.catalogue.all(Distinction)
    }
    listings: list[Listing] = [listing_of(thing, pictures.facilities) for thing in things.values()]
    towns = [municipality.name for municipality in pictures.areas.municipalities]
    for double in find_doubles(listings, towns=towns, told_apart=apart):
        pair = which_stays(things[double.kind, double.first], things[double.kind, double.second])
        yield _line(double, *pair, pictures)


def _line(double: Double, first: Any, second: Any, pictures: Pictures) -> DoubleLine:
    return DoubleLine(
        kind=double.kind,
        first=Choice(first.id, first.name),
        second=Choice(second.id, second.name),
        first_place=_place(first, pictures),
        second_place=_place(second, pictures),
        label=double.label,
        score=double.score,
        distance_m=double.distance_m,
        reasons=tuple(
            DoubleReason(
                part.what,
                "+" if part.points > 0 else "−" if part.points < 0 else "·",
                part.sentence,
                part.points,
            )
            for part in double.parts
        ),
    )


def _rows(workspace: Workspace, pictures: Pictures, first: Any, second: Any) -> Iterator[DoubleRow]:
    """Every answer that at least one of the two knows, in the order of the fields."""
    for answer in answers(first, second):
        told = [_told(workspace, pictures, answer.fields, values) for values in (answer.first, answer.second)]
        if any(told):
            differs = told[0] != told[1]
            yield DoubleRow(
                name=answer.name,
                first=told[0],
                second=told[1],
                differs=differs,
                proposed=answer.proposed,
                picks=answer.picks if differs else (),
            )


def _told(workspace: Workspace, pictures: Pictures, names: tuple[str, ...], values: tuple[Any, ...]) -> str:
    """The parts of one answer; an address says enough about where, and a no about itself says nothing."""
    told = {
        name: value_told(workspace.vocabulary, pictures, name, value)
        for name, value in zip(names, values, strict=True)
        if value is not False and value is not Tri.UNKNOWN and name != "basic"
    }
    if told.get("address") or told.get("facility_id"):
        told.pop("point", None)
    return ", ".join(
        wording.IN_ONE_ANSWER.get(name, "{value}").format(value=value)
        for name, value in told.items()
        if value
    )


def _place(thing: Facility | Organisation | Initiative, pictures: Pictures) -> str:
    return place_name(thing, pictures) if isinstance(thing, Initiative) else thing.address
