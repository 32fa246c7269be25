"""*Eigen gebieden*: whole neighbourhoods under a name of our own, kept, looked at and taken away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socialmap.actions.area_scope import without_figures
from socialmap.actions.projections import Pictures
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.connectors.cells import clean, single_line
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.geo.own_areas import covered
from socialmap.model.area import OwnArea
from socialmap.model.normal_text import normalise
from socialmap.model.values import AreaId
from socialmap.model.wording_areas import (
    CHOOSE_NEIGHBOURHOODS,
    NAME_MISSING,
    NAME_TAKEN,
    NO_PEOPLE_IN_OWN_AREA,
    NO_SUCH_OWN_AREA,
    UNKNOWN_NEIGHBOURHOOD,
    made_of_sentence,
)
from socialmap.privacy.free_text import violations
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAreaDraft:
    """An own area as somebody fills it in; an empty ``id``: a new one."""

    id: str = ""
    name: str = ""
    neighbourhood_ids: tuple[AreaId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAreaLine:
    """One own area in words. ``inhabitants`` by CBS, ``None`` without figures; ``told`` says of what it is
    made, or why it has no figures. ``drawn``: its border came from a file, and is not changed here."""

    id: AreaId
    version: int
    name: str
    neighbourhood_ids: tuple[AreaId, ...]
    told: str
    inhabitants: int | None
    drawn: bool


@dataclass(frozen=True, slots=True)
class OwnAreas:
    """Own areas by name; ``why`` says what is never shown of them."""

    lines: tuple[OwnAreaLine, ...]
    neighbourhoods: tuple[Choice, ...]
    why: str


@dataclass(frozen=True, slots=True)
class OwnAreaSaved:
    """What was saved or taken away, and the ``batch`` that undoes it; empty when nothing changed."""

    id: AreaId
    name: str
    batch: str


def show_own_areas(workspace: Workspace, viewer: Viewer) -> OwnAreas:
    """All own areas, and the neighbourhoods of which one can be made."""
    permit(viewer, Right.CHANGE_OFFERS)
    pictures = workspace.projections.current()
    stored = workspace.catalogue.many(OwnArea, list(pictures.own_areas))
    lines = [_line(found.entity, found.version, pictures) for found in stored.values()]
    return OwnAreas(
        tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.id))),
        tuple(
            sorted(
                choices((area.id, area.name) for area in pictures.areas.neighbourhoods),
                key=lambda choice: (choice.label.casefold(), choice.id),
            )
        ),
        NO_PEOPLE_IN_OWN_AREA,
    )


def save_own_area(
    workspace: Workspace, viewer: Viewer, draft: OwnAreaDraft, version: int | None = None
) -> OwnAreaSaved:
    """Keep a new own area, or a changed one as it was at ``version``. ``InvalidInput`` names every field.

    Of a drawn one only the name changes.
    """
    permit(viewer, Right.CHANGE_OFFERS)
    pictures = workspace.projections.current()
    before = pictures.own_areas.get(AreaId(draft.id)) if draft.id else None
    if draft.id and before is None:
        raise NotFound(NO_SUCH_OWN_AREA, "Maak een nieuw gebied.")
    name = single_line(clean(draft.name))
    ids = tuple(sorted(set(draft.neighbourhood_ids)))
    drawn = before is not None and bool(before.boundary)
    wrong = [*_wrong_name(name, draft.id, pictures), *([] if drawn else _wrong_parts(ids, pictures))]
    if wrong:
        raise InvalidInput(wrong)
    if before is None:
        area = OwnArea(id=AreaId(workspace.new_id(OwnArea.kind)), name=name, neighbourhood_ids=ids)
    else:
        area = replace(before, name=name, neighbourhood_ids=() if drawn else ids)
    require_valid(area)
    seen = {} if version is None else {(OwnArea.kind, str(area.id)): version}
    saved = workspace.catalogue.save(
        [area],
        actor=viewer.actor,
        action="eigen gebied gewijzigd" if before else "eigen gebied gemaakt",
        at=workspace.clock(),
        based_on=seen,
    )
    return OwnAreaSaved(area.id, area.name, saved.batch if saved.entries else "")


def remove_own_area(
    workspace: Workspace, viewer: Viewer, area_id: str, version: int | None = None
) -> OwnAreaSaved:
    """Take an own area away; its neighbourhoods and everything in them stay. ``NotFound`` without it."""
    permit(viewer, Right.CHANGE_OFFERS)
    stored = workspace.catalogue.find(OwnArea, area_id)
    if stored is None:
        raise NotFound(NO_SUCH_OWN_AREA, "Ga terug naar de lijst.")
    saved = workspace.catalogue.remove(
        OwnArea,
        area_id,
        actor=viewer.actor,
        action="eigen gebied weggehaald",
        at=workspace.clock(),
        based_on=version,
    )
    return OwnAreaSaved(stored.entity.id, stored.entity.name, saved.batch)


def _line(area: OwnArea, version: int, pictures: Pictures) -> OwnAreaLine:
    found = covered(area, pictures.areas)
    why = without_figures(area, found, pictures)
    figures = [pictures.areas.by_id[each].inhabitants for each in found.whole]
    known = [count for count in figures if count is not None]
    return OwnAreaLine(
        id=area.id,
        version=version,
        name=area.name,
        neighbourhood_ids=found.whole,
        told=why or made_of_sentence(sorted(pictures.areas.by_id[each].name for each in found.whole)),
        inhabitants=sum(known) if not why and len(known) == len(figures) else None,
        drawn=bool(area.boundary),
    )


def _wrong_name(name: str, own_id: str, pictures: Pictures) -> list[Violation]:
    if not normalise(name):
        return [Violation("name", NAME_MISSING)]
    known = {area.name.casefold() for area in pictures.areas.by_id.values()}
    known |= {area.name.casefold() for area in pictures.own_areas.values() if area.id != own_id}
    if name.casefold() in known:
        return [Violation("name", NAME_TAKEN)]
    return list(violations("name", name))


def _wrong_parts(ids: tuple[AreaId, ...], pictures: Pictures) -> list[Violation]:
    if not ids:
        return [Violation("neighbourhood_ids", CHOOSE_NEIGHBOURHOODS)]
    known = {area.id for area in pictures.areas.neighbourhoods}
    return [] if set(ids) <= known else [Violation("neighbourhood_ids", UNKNOWN_NEIGHBOURHOOD)]
