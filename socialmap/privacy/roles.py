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
    REPORT_OFFERS = "aanbod melden"
    CHANGE_OFFERS = "aanbod wijzigen"
    ADD_OFFERS = "aanbod toevoegen"
    FIND_HELP = "zoeken voor een bewoner"
    SEE_HISTORY = "geschiedenis zien"
    SEE_TALENTS = "talenten zien"
    ADD_TALENTS = "talenten toevoegen"
    SEE_OWN_NEEDS = "eigen vragen zien"
    SEE_NEED_COUNTS = "aantallen vragen zien"
    SEE_CONNECTIONS = "verbindingen zien"
    EXPORT_PUBLIC = "openbare gegevens meenemen"
    IMPORT = "gegevens inlezen"
    CHECK_STORE = "gegevens nakijken"
    PREPARE_FOLDER = "gegevensmap klaarzetten"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who is looking: a role, and the pseudonym under which changes are recorded (never a resident)."""

    role: Role
    name: str = ""

    @property
    def actor(self) -> str:
        return f"{self.role}:{self.name}" if self.name else str(self.role)


_ANYBODY = frozenset({Right.SEE_OFFERS, Right.EXPORT_PUBLIC})
_WORKER = _ANYBODY | {Right.REPORT_OFFERS, Right.SEE_HISTORY, Right.FIND_HELP, Right.SEE_CONNECTIONS}

PERMISSIONS: Mapping[Role, frozenset[Right]] = {
    Role.VISITOR: _ANYBODY,
    Role.PROFESSIONAL: _WORKER | {Right.SEE_TALENTS, Right.SEE_OWN_NEEDS, Right.SEE_NEED_COUNTS},
    Role.COMMUNITY_WORKER: _WORKER
    | {Right.CHANGE_OFFERS, Right.SEE_TALENTS, Right.ADD_TALENTS, Right.SEE_NEED_COUNTS},
    Role.BROKER: _WORKER
    | {Right.CHANGE_OFFERS, Right.ADD_OFFERS, Right.SEE_TALENTS, Right.ADD_TALENTS, Right.SEE_NEED_COUNTS},
    Role.TEAM_LEAD: _ANYBODY | {Right.SEE_HISTORY, Right.SEE_NEED_COUNTS},
    Role.ADMINISTRATOR: _ANYBODY
    | {
        Right.REPORT_OFFERS,
        Right.CHANGE_OFFERS,
        Right.ADD_OFFERS,
        Right.SEE_HISTORY,
        Right.IMPORT,
        Right.CHECK_STORE,
        Right.PREPARE_FOLDER,
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
    """The layers a viewer may read at all; an action may narrow this further, never widen it."""
    return _LAYERS[viewer.role]


def _not_allowed() -> NotAllowed:
    return NotAllowed(
        "Je mag dit niet zien. Vraag het aan je teamleider.", "Kies een andere rol of ga terug."
    )
