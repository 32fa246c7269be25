"""Which class and property stands for each kind and field: the table behind the codec.

A field becomes the own property with its name in camel case (``cost_eur`` → ``sm:costEur``) unless a
table below says otherwise; standard vocabularies are used where one fits (``standards.md`` A3).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from socialmap.model.provision import QuadrantItems, Session
from socialmap.model.suggestion import Proposal
from socialmap.model.work import StepTaken
from socialmap.ontology.namespaces import DCT, GEO, ORG, PROV, RDF, SCHEMA, SM, Scheme

TYPE = RDF + "type"
SEQ = RDF + "Seq"
MEMBER = RDF + "_"
"""``rdf:_1``, ``rdf:_2`` … number the members of a sequence."""
GEOMETRY = GEO + "Geometry"
AS_WKT = GEO + "asWKT"
WKT_LITERAL = GEO + "wktLiteral"
DERIVED_FROM = PROV + "wasDerivedFrom"
LOWERS_BARRIER = SM + "lowersBarrier"
KEEPS_BARRIER = SM + "keepsBarrier"
IN_ORDER = SM + "inOrder"
"""From an entity to the ``rdf:Seq`` with the values of one field in order."""
VERIFIES = SM + "verifies"
REPLACES, REPLACED_BY = DCT + "replaces", DCT + "isReplacedBy"
TELLS_APART = SM + "tellsApart"

NESTED: tuple[type[Any], ...] = (Session, QuadrantItems, StepTaken, Proposal)
"""Values that get a node of their own below the entity."""

_CLASS_NAMES: Mapping[str, str] = {"CollectiveAction": "Action"}

# By field name, whatever the kind.
_SHARED: Mapping[str, str] = {
    "name": SCHEMA + "name",
    "title": DCT + "title",
    "description": SCHEMA + "description",
    "address": SCHEMA + "address",
    "phone": SCHEMA + "telephone",
    "email": SCHEMA + "email",
    "website": SCHEMA + "url",
    "on": DCT + "date",
    "starts": SCHEMA + "startTime",
    "ends": SCHEMA + "endTime",
    "started_on": SCHEMA + "startDate",
    "since": SCHEMA + "startDate",
    "stopped_on": SCHEMA + "endDate",
    "until": SCHEMA + "endDate",
    "point": GEO + "hasGeometry",
    "rounded_point": GEO + "hasGeometry",
    "boundary": GEO + "hasGeometry",
    "centre": GEO + "hasCentroid",
    "area_id": SM + "locatedIn",
    "district_id": SM + "inDistrict",
    "municipality_id": SM + "inMunicipality",
    "themes": SM + "addresses",
    "side_themes": SM + "alsoAsksFor",
    "thresholds": SM + "hasBarrier",
    "target_groups": SM + "intendedFor",
    "languages": SM + "language",
    "partners": SM + "partnersWith",
    "partner_id": SM + "partnersWith",
    "facility_id": SM + "takesPlaceAt",
    "room_id": SM + "takesPlaceAt",
    "operator_id": SM + "operatedBy",
    "type": SM + "facilityType",
    "slot": SM + "dayPart",
    "day": SM + "weekday",
    "sessions": SM + "hasSession",
    "steps": SM + "hasStep",
    "quadrant": SM + "placement",
    "team_ids": SM + "worksFor",
    "lead_ids": SM + "ledBy",
    "need_ids": SM + "bundles",
    "talent_id": SM + "heldBy",
    "professional_id": SM + "heldBy",
}

# By kind (class name for the nested values) and field name; goes before the table above.
_SPECIAL: Mapping[tuple[str, str], str] = {
    ("municipality", "year"): SM + "vintage",
    ("district", "year"): SM + "vintage",
    ("neighbourhood", "year"): SM + "vintage",
    ("position", "year"): SM + "round",
    ("own_area", "neighbourhood_ids"): SM + "combines",
    ("street", "line"): GEO + "hasGeometry",
    ("organisation", "line"): SM + "careLine",
    ("room", "facility_id"): SCHEMA + "containedInPlace",
    ("need", "resident_id"): SM + "needOf",
    ("need", "theme"): SM + "asksFor",
    ("need", "held_by"): SM + "handledBy",
    ("need", "wheelchair"): SM + "needsWheelchairAccess",
    ("talent", "resident_id"): SM + "offeredBy",
    ("talent", "talent"): SM + "talentKind",
    ("field_note", "themes"): SM + "about",
    ("bundle", "theme"): SM + "about",
    ("bundle", "initiative_id"): SM + "joins",
    ("signal", "themes"): SM + "pointsTo",
    ("signal", "area_ids"): SM + "pointsTo",
    ("team", "area_ids"): SM + "worksIn",
    ("team_support", "team_id"): SM + "supportedBy",
    ("team_support", "initiative_id"): SM + "supports",
    ("acquaintance", "professional_id"): SM + "knownBy",
    ("acquaintance", "initiative_id"): SM + "knows",
    ("acquaintance", "network_id"): SM + "knows",
    ("acquaintance", "organisation_id"): SM + "knows",
    ("volunteer_role", "initiative_id"): SM + "roleIn",
    ("leadership", "initiative_id"): SM + "leads",
    ("funding", "initiative_id"): SM + "funds",
    ("funding", "organisation_id"): SM + "fundedBy",
    ("professional", "organisation_id"): ORG + "memberOf",
    ("footing", "initiative_id"): SM + "standsFor",
    ("introduction", "initiative_ids"): SM + "introduces",
    ("position", "team_id"): SM + "inTeam",
    ("conversation", "team_id"): SM + "inTeam",
    ("action", "team_id"): SM + "inTeam",
    ("week_mark", "professional_id"): SM + "markedBy",
    ("handover", "need_id"): SM + "handoverOf",
    ("handover", "initiative_id"): SM + "handsOverTo",
    ("verification", "by"): SM + "checkedBy",
    ("suggestion", "by"): SM + "suggestedBy",
    ("confirm_link", "by"): SM + "requestedBy",
    ("suggestion", "proposals"): SM + "hasProposal",
    ("Proposal", "field"): SM + "proposedField",
    ("Proposal", "value"): SM + "proposedValue",
}

WKT_FIELDS = frozenset(
    {
        ("municipality", "boundary"),
        ("district", "boundary"),
        ("neighbourhood", "boundary"),
        ("own_area", "boundary"),
        ("street", "line"),
    }
)
"""Text fields that hold a geometry as well-known text."""

THINGS: Mapping[str, tuple[str, ...]] = {
    "AreaId": ("municipality", "district", "neighbourhood"),
    "FacilityId": ("facility",),
    "RoomId": ("room",),
    "OrganisationId": ("organisation",),
    "InitiativeId": ("initiative",),
    "NetworkId": ("network",),
    "ResidentId": ("resident",),
    "NeedId": ("need",),
    "TalentId": ("talent",),
    "ProfessionalId": ("professional",),
    "TeamId": ("team",),
}
"""The kinds that an id type can name."""

CONCEPTS: Mapping[str, Scheme] = {
    "ThemeId": Scheme.THEMES,
    "TalentKindId": Scheme.TALENTS,
    "ActivityTypeId": Scheme.ACTIVITY_TYPES,
    "TargetGroupId": Scheme.TARGET_GROUPS,
    "BarrierId": Scheme.BARRIERS,
    "ThresholdId": Scheme.THRESHOLDS,
    "FacilityTypeId": Scheme.FACILITY_TYPES,
    "LanguageCode": Scheme.LANGUAGES,
}
"""The concept scheme that an id type belongs to."""

_AREA_KIND_BY_PREFIX: Mapping[str, str] = {"GM": "municipality", "WK": "district", "BU": "neighbourhood"}


def class_iri(cls: type[Any]) -> str:
    return SM + _CLASS_NAMES.get(cls.__name__, cls.__name__)


def kind_of(cls: type[Any]) -> str:
    """The kind of an entity class; the class name for a nested value."""
    return getattr(cls, "kind", cls.__name__)


def property_iri(kind: str, field: str) -> str:
    """The property for a field of a kind.

    >>> property_iri("initiative", "themes"), property_iri("room", "cost_eur")
    ('https://w3id.org/socialmap/def#addresses', 'https://w3id.org/socialmap/def#costEur')
    """
    special = _SPECIAL.get((kind, field)) or _SHARED.get(field)
    return special or SM + _camel_case(field)


def area_kind(code: str, field: str) -> str:
    """Which of the three kinds of area a code names; GM, WK and BU codes say so, the field may say so too."""
    if field in {"municipality_id", "district_id"}:
        return field.removesuffix("_id")
    return _AREA_KIND_BY_PREFIX.get(code[:2], "neighbourhood")


def _camel_case(field: str) -> str:
    first, *others = field.split("_")
    return first + "".join(word.capitalize() for word in others)
