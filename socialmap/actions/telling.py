"""How an initiative is told on a screen: when, where, what it costs and for whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialmap.actions.projections import Pictures
from socialmap.model.dutch import clock_time, day_name, dutch_date, euros, slot_name
from socialmap.model.language import told
from socialmap.model.provision import Access, Initiative, Rhythm, Session
from socialmap.model.values import DAY_PARTS, BarrierId, Tri
from socialmap.model.vocabulary import Vocabulary

FREE_OF_CHARGE = BarrierId("gratis")
BUDDY = BarrierId("maatje_eerste_keer")

_RHYTHMS = {Rhythm.WEEKLY: "", Rhythm.FORTNIGHTLY: ", om de week", Rhythm.MONTHLY: ", één keer per maand"}
_ACCESS = {
    Access.FREE: "U kunt gewoon binnenlopen.",
    Access.SIGN_UP: "Meld u eerst aan.",
    Access.TARGET_GROUP: "Dit is voor een bepaalde groep.",
    Access.REFERRAL: "U hebt een verwijzing nodig.",
    Access.INDICATION: "U hebt een indicatie nodig.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick: its id and how it is called."""

    id: str
    label: str


def moment(session: Session) -> str:
    """``dinsdag 10.00–12.00 uur, om de week``; without times ``dinsdagmiddag``."""
    if session.starts is None:
        when = slot_name(session.slot)
    else:
        until = f"–{clock_time(session.ends)}" if session.ends else ""
        times = f"{clock_time(session.starts)}{until}"
        when = told("{day} {times} uur").format(day=day_name(session.slot.day), times=times)
    if session.rhythm is Rhythm.ONCE:
        if session.on:
            return f"{when}, {dutch_date(session.on)}"
        return told("{moment}, eenmalig").format(moment=when)
    return when + told(_RHYTHMS[session.rhythm])


def moments(initiative: Initiative) -> tuple[str, ...]:
    """Every moment in week order."""
    return tuple(moment(session) for session in in_week_order(initiative))


def in_week_order(initiative: Initiative) -> list[Session]:
    return sorted(initiative.sessions, key=lambda s: (DAY_PARTS.index(s.slot), s.starts is None, s.starts))


def price(initiative: Initiative) -> str:
    """What it costs, in one short sentence; unknown is a question."""
    known = initiative.barriers.get(FREE_OF_CHARGE)
    if known is Tri.YES and initiative.cost_eur:
        return told("Gratis met stadspas, anders {price} per keer").format(price=euros(initiative.cost_eur))
    if known is Tri.YES or initiative.cost_eur == 0:
        return told("Gratis")
    if initiative.cost_eur is None:
        return told("Vraag na wat het kost")
    return told("{price} per keer").format(price=euros(initiative.cost_eur))


def for_whom(initiative: Initiative, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Who it is for and how to get in, as short sentences."""
    groups = vocabulary.target_groups
    lines = [groups[group].called for group in initiative.target_groups if group in groups]
    lines = lines or [told("Alle buurtbewoners")]
    if initiative.age_min is not None and initiative.age_max is not None:
        lines.append(
            told("Van {low} tot en met {high} jaar").format(low=initiative.age_min, high=initiative.age_max)
        )
    elif initiative.age_min is not None:
        lines.append(told("Vanaf {low} jaar").format(low=initiative.age_min))
    elif initiative.age_max is not None:
        lines.append(told("Tot en met {high} jaar").format(high=initiative.age_max))
    lines.append(told(_ACCESS[initiative.access]))
    return tuple(lines)


def place_name(initiative: Initiative, pictures: Pictures) -> str:
    """Where it is, as people would say it: the building, the address, the neighbourhood or nowhere fixed."""
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    if facility is not None:
        return facility.name
    if initiative.address:
        return initiative.address
    if initiative.no_fixed_place:
        return told("Geen vaste plek")
    area_id = pictures.areas.locate(initiative.point) if initiative.point else initiative.area_id
    area = pictures.areas.by_id.get(area_id) if area_id else None
    return told("In {area}").format(area=area.name) if area else told("In de buurt")


def choices(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(identifier, label) for identifier, label in pairs)
