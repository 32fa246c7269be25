"""The permission table as data: what each role may do. What is not in it is refused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from socialmap.errors import NotAllowed
from socialmap.model.values import Layer


class Role(StrEnum):
    """The roles of domain.md 3, a visitor without one, and the administrator of the installation."""

    VISITOR = "bezoeker"
    PROFESSIONAL = "professional"
    COMMUNITY_WORKER = "opbouwwerker"
    BROKER = "sociaal makelaar"
    TEAM_LEAD = "teamleider"
    ADMINISTRATOR = "beheerder"


class Right(StrEnum):
    SEE_OFFERS = "aanbod zien"
    SUGGEST = "verbetering voorstellen"
    REPORT_OFFERS = "aanbod melden"
    CHANGE_OFFERS = "aanbod wijzigen"
    ADD_OFFERS = "aanbod toevoegen"
    CHECK_OFFERS = "aanbod nakijken"
    FIND_HELP = "zoeken voor een bewoner"
    SEE_HISTORY = "geschiedenis zien"
    SEE_TALENTS = "talenten zien"
    ADD_TALENTS = "talenten toevoegen"
    SEE_OWN_NEEDS = "eigen vragen zien"
    RECORD_NEEDS = "vragen vastleggen"
    HAND_OVER = "meegaan"
    WRITE_FIELD_NOTES = "veldnotities schrijven"
    SEE_NEED_COUNTS = "aantallen vragen zien"
    KEEP_NETWORKS = "netwerken bijhouden"
    SEE_BUNDLES = "ideeën zien"
    PROPOSE_BUNDLES = "ideeën voorstellen"
    LEAD_BUNDLES = "ideeën leiden"
    ANSWER_BUNDLES = "op ideeën antwoorden"
    COUNT_BUNDLES = "aantallen ideeën zien"
    MAKE_SIGNALS = "signalen maken"
    SEE_SIGNALS = "signalen zien"
    LEAD_SIGNALS = "signalen leiden"
    SEE_VULNERABLE = "kwetsbaar aanbod zien"
    PLACE_DOTS = "eigen stip zetten"
    SEE_TEAM_MEAN = "gemiddelde van het team zien"
    SEE_WEEK = "weekbericht zien"
    SEE_CONNECTIONS = "verbindingen zien"
    LINK_OFFERS = "verbindingen leggen"
    EXPORT_PUBLIC = "openbare gegevens meenemen"
    IMPORT = "gegevens inlezen"
    CHECK_STORE = "gegevens nakijken"
    PREPARE_FOLDER = "gegevensmap klaarzetten"
    RELEASE_COUNTS = "aantallen vrijgeven"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking: a role, and the id of the colleague, under which changes are recorded.

    Never a resident.
    """

    role: Role
    name: str = ""

    @property
    def actor(self) -> str:
        return f"{self.role}:{self.name}" if self.name else str(self.role)


_ANYBODY = frozenset({Right.SEE_OFFERS, Right.EXPORT_PUBLIC, Right.SUGGEST})
_COUNTS = frozenset({Right.SEE_NEED_COUNTS, Right.COUNT_BUNDLES, Right.SEE_WEEK})
_WORKER = (
    _ANYBODY
    | _COUNTS
    | {
        Right.REPORT_OFFERS,
        Right.SEE_HISTORY,
        Right.FIND_HELP,
        Right.SEE_CONNECTIONS,
        Right.SEE_TALENTS,
        Right.SEE_VULNERABLE,
        Right.SEE_BUNDLES,
        Right.MAKE_SIGNALS,
        Right.WRITE_FIELD_NOTES,
    }
)
_IN_TEAM = frozenset({Right.SEE_SIGNALS, Right.PROPOSE_BUNDLES, Right.PLACE_DOTS, Right.SEE_TEAM_MEAN})
_OUTSIDE_TEAM = frozenset(
    {
        Right.CHANGE_OFFERS,
        Right.CHECK_OFFERS,
        Right.ADD_TALENTS,
        Right.ANSWER_BUNDLES,
        Right.KEEP_NETWORKS,
        Right.LINK_OFFERS,
    }
)

PERMISSIONS: Mapping[Role, frozenset[Right]] = {
    Role.VISITOR: _ANYBODY,
    Role.PROFESSIONAL: _WORKER | _IN_TEAM | {Right.SEE_OWN_NEEDS, Right.RECORD_NEEDS, Right.HAND_OVER},
    Role.COMMUNITY_WORKER: _WORKER | _IN_TEAM | _OUTSIDE_TEAM | {Right.LEAD_BUNDLES, Right.LEAD_SIGNALS},
    Role.BROKER: _WORKER | _OUTSIDE_TEAM | {Right.ADD_OFFERS},
    Role.TEAM_LEAD: _ANYBODY | _COUNTS | {Right.SEE_HISTORY, Right.SEE_SIGNALS, Right.SEE_TEAM_MEAN},
    Role.ADMINISTRATOR: _ANYBODY
    | {
        Right.REPORT_OFFERS,
        Right.CHANGE_OFFERS,
        Right.ADD_OFFERS,
        Right.SEE_HISTORY,
        Right.IMPORT,
        Right.CHECK_STORE,
        Right.PREPARE_FOLDER,
        Right.RELEASE_COUNTS,
    },
}

_LAYERS: Mapping[Role, frozenset[Layer]] = {
    Role.VISITOR: frozenset({Layer.PUBLIC}),
    Role.PROFESSIONAL: frozenset({Layer.PUBLIC, Layer.SHELL, Layer.CORE}),
    Role.COMMUNITY_WORKER: frozenset({Layer.PUBLIC, Layer.SHELL}),
    Role.BROKER: frozenset({Layer.PUBLIC, Layer.SHELL}),
    Role.TEAM_LEAD: frozenset({Layer.PUBLIC}),
    Role.ADMINISTRATOR: frozenset({Layer.PUBLIC}),
}


def may(viewer: Viewer, right: Right) -> bool:
    return right in PERMISSIONS[viewer.role]


def permit(viewer: Viewer, right: Right) -> None:
    """Let the viewer through, or raise ``NotAllowed``. The first line of every action."""
    if not may(viewer, right):
        raise _not_allowed()


def permit_layers(viewer: Viewer, layers: Iterable[Layer]) -> None:
    """Let the viewer through when all of these layers are the viewer's, or raise ``NotAllowed``."""
    if not layers_of(viewer).issuperset(layers):
        raise _not_allowed()


def layers_of(viewer: Viewer) -> frozenset[Layer]:
    """The layers a viewer may read whatever is in them; an action may narrow this further.

    What somebody wrote and only that person may read again (an own dot, an own field note) is not a matter of
    layers: the right to write it covers it.
    """
    return _LAYERS[viewer.role]


def _not_allowed() -> NotAllowed:
    return NotAllowed(
        "Je mag dit niet zien. Vraag het aan je teamleider.", "Kies een andere rol of ga terug."
    )
