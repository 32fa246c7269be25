"""HSDS records as the Open Referral UK 3.0 profile has them: fewer fields, and a few of its own.

Open Referral UK has no ``value`` at an attribute: only concepts travel, no properties of ours.
"""

from __future__ import annotations

from collections.abc import Mapping

from socialmap.connectors.hsds_ids import PROPERTIES_TAXONOMY
from socialmap.connectors.hsds_shapes import Document
from socialmap.model.values import Tri

KEPT: Mapping[str, frozenset[str]] = {
    kind: frozenset(names.split())
    for kind, names in {
        "service": "id organization_id name description url email status fees accreditations minimum_age "
        "maximum_age "
        "assured_date assurer_email alert last_modified schedules service_areas service_at_locations "
        "languages "
        "organization funding cost_options contacts attributes",
        "organization": "id name description email website logo uri parent_organization_id "
        "organization_identifiers "
        "attributes",
        "service_at_location": "id service_id location_id location",
        "location": "id location_type name description latitude longitude external_identifier "
        "external_identifier_type addresses accessibility attributes",
        "address": "id location_id attention address_1 city region state_province postal_code country "
        "address_type "
        "attributes",
        "accessibility": "id location_id description details url attributes",
        "phone": "id contact_id number description languages",
        "contact": "id service_id name title attributes",
        "schedule": "id service_id service_at_location_id valid_from valid_to dtstart freq interval byday "
        "bymonthday "
        "description opens_at closes_at schedule_link attending_type notes",
        "service_area": "id service_id name extent extent_type uri",
        "language": "id service_id phone_id",
        "cost_option": "id service_id valid_from valid_to option amount amount_description",
        "attribute": "id link_id taxonomy_term_id link_type taxonomy_term",
        "taxonomy": "id name description uri version",
        "taxonomy_term": "id name description parent_id taxonomy taxonomy_id term_uri",
    }.items()
}
"""What the profile keeps of each object that we write."""
_PARTS = {
    "schedules": "schedule", "service_areas": "service_area",
    "service_at_locations": "service_at_location", "languages": "language",
    "organization": "organization", "cost_options": "cost_option", "contacts": "contact",
    "attributes": "attribute", "location": "location", "addresses": "address",
    "accessibility": "accessibility", "taxonomy_term": "taxonomy_term", "phones": "phone",
}  # fmt: skip
_ITS_OWN = {
    "accessibility": ("accessibility", "description"),
    "service_area": ("service_area", "name"),
    "taxonomy_term": ("term", "name"),
}


def as_oruk(kind: str, record: Document) -> Document:
    """A record as Open Referral UK has it."""
    kept: Document = {}
    for name, value in record.items():
        if name not in KEPT[kind]:
            continue
        part = _PARTS.get(name)
        if part and isinstance(value, list):
            parts = [as_oruk(part, one) for one in value if part != "attribute" or _holds_without_value(one)]
            kept |= {name: parts} if parts else {}
        else:
            kept[name] = as_oruk(part, value) if part and isinstance(value, dict) else value
    if kind in _ITS_OWN:
        new, old = _ITS_OWN[kind]
        kept[new] = record.get(old, "")
    return kept


def _holds_without_value(attribute: Document) -> bool:
    """Is an attribute still true when its value is not told?"""
    term = attribute.get("taxonomy_term", {})
    return term.get("taxonomy_id") != PROPERTIES_TAXONOMY and attribute.get("value") != Tri.NO
