"""Any value of a field as people read it: for the history, and for two edits side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from socialmap.actions.projections import Pictures
from socialmap.actions.telling import moment
from socialmap.actions.workspace import Workspace
from socialmap.model.dutch import clock_time, dutch_date, euros
from socialmap.model.provision import QuadrantItems, Session
from socialmap.model.quadrants import membership, position
from socialmap.model.values import AreaId, Point
from socialmap.model.vocabulary import Vocabulary
from socialmap.privacy.roles import Right, Viewer, permit


def tell_value(workspace: Workspace, viewer: Viewer, field: str, value: object) -> str:
    """The value of a field in Dutch; empty for nothing. ``field.key`` is one entry of a mapping."""
    permit(viewer, Right.SEE_OFFERS)
    return value_told(workspace.vocabulary, workspace.projections.current(), field, value)


def value_told(words: Vocabulary, pictures: Pictures, field: str, value: Any) -> str:
    if value is None or value in ("", (), {}):
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return dutch_date(value)
    if isinstance(value, time):
        return clock_time(value)
    if isinstance(value, Session):
        return moment(value)
    if isinstance(value, QuadrantItems):
        return " en ".join(quadrant.dutch_name for quadrant in membership(*position(value)))
    if isinstance(value, Point):
        area_id = pictures.areas.locate(value)
        where = f" in {pictures.areas.by_id[area_id].name}" if area_id else ""
        return f"een punt op de kaart{where} ({value.lat:.4f}, {value.lon:.4f})".replace(".", ",")
    if isinstance(value, Mapping):
        return ", ".join(f"{_named(words, pictures, field, key)}: {answer}" for key, answer in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(value_told(words, pictures, field, part) for part in value)
    if isinstance(value, int | float):
        return euros(value) if field.endswith("_eur") else f"{value:g}".replace(".", ",")
    return _named(words, pictures, field, str(value))


def _named(words: Vocabulary, pictures: Pictures, field: str, value: str) -> str:
    """A code by its name; any other text as it is."""
    if field in {"area_id", "neighbourhood_ids"}:
        area = pictures.areas.by_id.get(AreaId(value))
        return area.name if area else value
    if field == "languages":
        return words.languages.get(value, value)
    schemes: dict[str, Mapping[Any, Any]] = {
        "themes": words.themes,
        "peer_themes": words.themes,
        "activity_type": words.activity_types,
        "target_groups": words.target_groups,
        "barriers": words.barriers,
        "type": words.facility_types,
    }
    places: dict[str, Mapping[Any, Any]] = {
        "facility_id": pictures.facilities,
        "room_id": pictures.rooms,
        "operator_id": pictures.organisations,
        "run_by": pictures.organisations,
        "partners": pictures.organisations,
    }
    if (concept := schemes.get(field, {}).get(value)) is not None:
        return str(concept.label)
    if (thing := places.get(field, {}).get(value)) is not None:
        return str(thing.name)
    return value.replace("_", " ") if field in {"reach", "purposes"} else value
