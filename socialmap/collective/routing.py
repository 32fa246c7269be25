"""To which tables a signal goes, in order, each with a reason (domain.md 4.F)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from socialmap.model import wording_signals as wording
from socialmap.model.together import CauseLevel, Scale, SignalKind
from socialmap.model.wording import NOT_KEPT_HERE

REPORT_BACK_AFTER = timedelta(days=42)
"""Six weeks: then the people who said it hear what happened."""

OWN_TEAM = "eigen team"
POLICY_ADVISER = "beleidsadviseur gemeente (via teamleider)"

FIRST: Mapping[SignalKind, tuple[str, ...]] = {
    SignalKind.MISSING_OFFER: ("sociaal makelaar", "opbouwwerker"),
    SignalKind.SERVICE_DISAPPEARS: ("initiatiefnemer zelf", "sociaal makelaar"),
    SignalKind.NOT_ACCESSIBLE: ("beheerder van de voorziening",),
    SignalKind.HOME_AND_BLOCK: ("woningcorporatie (wijkbeheerder)",),
    SignalKind.SAFETY: ("wijkagent", "gemeente (openbare orde)"),
    SignalKind.SCHOOL_AND_YOUTH: ("school (intern begeleider)",),
    SignalKind.RULES_AND_WAITING: ("teamleider", "gemeente (Wmo, werk en inkomen)"),
    SignalKind.HEALTH: ("huisarts/POH of wijkverpleging",),
    SignalKind.TENSION: ("opbouwwerker", "sleutelfiguren"),
}

ALSO: Mapping[SignalKind, tuple[str, ...]] = {
    SignalKind.MISSING_OFFER: ("bewonersgroep", "fonds/buurtbudget"),
    SignalKind.SERVICE_DISAPPEARS: ("financier", POLICY_ADVISER),
    SignalKind.NOT_ACCESSIBLE: ("gemeente (toegankelijkheid)", "belangenorganisatie"),
    SignalKind.HOME_AND_BLOCK: ("bewonersgroep", "huurteam/huurdersorganisatie", "gemeente wijkbeheer"),
    SignalKind.SAFETY: ("jongerenwerk", "buurtbemiddeling"),
    SignalKind.SCHOOL_AND_YOUTH: ("jongerenwerk", "leerplicht", "jeugdteam"),
    SignalKind.RULES_AND_WAITING: (
        "sociaal raadslieden",
        "cliëntenraad",
        "ombudsman (landelijk)",
        "VNG (landelijk)",
    ),
    SignalKind.HEALTH: ("GGD", "fysiotherapeut"),
    SignalKind.TENSION: ("wijkagent", "gemeente"),
}

BY_SCALE: Mapping[Scale, str] = {
    Scale.COMPLEX: "huismeester/bewonersgroep van het complex",
    Scale.NEIGHBOURHOOD: "opbouwwerker",
    Scale.DISTRICT: "wijkoverleg",
    Scale.WIDER: POLICY_ADVISER,
}

IN_DANGER = ("meldcode", "Veilig Thuis", "112/113")


@dataclass(frozen=True, slots=True)
class Route:
    """One table to bring a signal to, and why."""

    to: str
    reason: str


def whom_to_call() -> tuple[Route, ...]:
    """One person in danger is not a signal at all: only the *meldcode* and whom to call."""
    return tuple(Route(to, NOT_KEPT_HERE) for to in IN_DANGER)


def route(sort: SignalKind, scale: Scale, cause: CauseLevel | None) -> tuple[Route, ...]:
    """The tables in order: own team, the first for this kind, also these, then by scale, then by cause.

    Nobody stands in it twice; the first place counts. ``cause`` may still be ``None``.
    """
    routes = [
        Route(OWN_TEAM, wording.OWN_TEAM_FIRST),
        *(Route(to, wording.goes_first_about(sort)) for to in FIRST[sort]),
        *(Route(to, wording.also_about(sort)) for to in ALSO[sort]),
        Route(BY_SCALE[scale], wording.speaks_for(scale)),
    ]
    if cause is CauseLevel.SYSTEM:
        routes.append(Route(POLICY_ADVISER, wording.SYSTEM_CAUSE))
    return _each_once(routes)


def report_back_on(today: date) -> date:
    """The day by which the people who said it hear what happened."""
    return today + REPORT_BACK_AFTER


def _each_once(routes: Iterable[Route]) -> tuple[Route, ...]:
    first: dict[str, Route] = {}
    for one in routes:
        first.setdefault(one.to, one)
    return tuple(first.values())
