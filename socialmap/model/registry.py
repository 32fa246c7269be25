"""Every entity there is, by its kind. The order is the order in which things refer to each other."""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from socialmap.errors import NotFound
from socialmap.model.area import District, Municipality, Neighbourhood, OwnArea, Street
from socialmap.model.doubles import Distinction, Replacement
from socialmap.model.people import InformalNetwork, Need, Resident, SharedItem, Talent, VolunteerRole
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.suggestion import ConfirmLink, Suggestion
from socialmap.model.together import (
    BundleMembers,
    BundleProposal,
    CollectiveAction,
    Conversation,
    Introduction,
    QuadrantPosition,
    ReleaseBasis,
    Signal,
    WeekMark,
)
from socialmap.model.values import Layer
from socialmap.model.work import (
    Acquaintance,
    AuditLine,
    FieldNote,
    Footing,
    Funding,
    Leadership,
    PresenceMoment,
    Professional,
    Team,
    TeamSupport,
    Verification,
    WarmHandover,
)


class Entity(Protocol):
    """What every entity has: an id unique within its kind, a kind, and a layer."""

    kind: ClassVar[str]
    layer: ClassVar[Layer]

    @property
    def id(self) -> Any: ...


ENTITIES: tuple[type[Any], ...] = (
    Municipality,
    District,
    Neighbourhood,
    OwnArea,
    Street,
    Organisation,
    Facility,
    Room,
    Initiative,
    PresenceMoment,
    Team,
    Professional,
    TeamSupport,
    Acquaintance,
    Resident,
    Need,
    Talent,
    InformalNetwork,
    SharedItem,
    VolunteerRole,
    Leadership,
    Funding,
    Footing,
    Verification,
    Suggestion,
    ConfirmLink,
    FieldNote,
    WarmHandover,
    BundleProposal,
    BundleMembers,
    Introduction,
    Signal,
    CollectiveAction,
    QuadrantPosition,
    Conversation,
    WeekMark,
    ReleaseBasis,
    Replacement,
    Distinction,
    AuditLine,
)

BY_KIND: dict[str, type[Any]] = {entity.kind: entity for entity in ENTITIES}


def entity_type(kind: str) -> type[Any]:
    """The class of a kind; ``NotFound`` for a kind that does not exist."""
    try:
        return BY_KIND[kind]
    except KeyError:
        raise NotFound("Deze soort bestaat niet.", "Kies een van: " + ", ".join(BY_KIND)) from None
