"""What somebody looks at as one: a district, a neighbourhood, or an area of the team's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialmap.actions.projections import Pictures
from socialmap.actions.telling import Choice
from socialmap.errors import NotFound, UserError
from socialmap.geo.own_areas import Covered, covered
from socialmap.model.area import Area, District, Neighbourhood, OwnArea
from socialmap.model.values import AreaId
from socialmap.model.wording_areas import (
    CHOOSE_WHOLE,
    AreaSort,
    cut_sentence,
    gone_sentence,
    nothing_whole_sentence,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Whole neighbourhoods under one name. ``inhabitants`` by CBS, ``None`` where one is not known."""

    id: AreaId
    name: str
    sort: AreaSort
    neighbourhoods: tuple[Neighbourhood, ...]
    inhabitants: int | None

    @property
    def ids(self) -> frozenset[AreaId]:
        """Of the area itself and of everything in it: what says it lies in one of these lies here."""
        return frozenset({self.id, *(each.id for each in self.neighbourhoods)})


def scope_of(pictures: Pictures, area_id: str) -> Scope:
    """``NotFound`` for what is no district, neighbourhood or own area; ``UserError`` for an own area of which
    we have no figures, with the reason."""
    own = pictures.own_areas.get(AreaId(area_id))
    if own is not None:
        return _of_own(pictures, own)
    area = pictures.areas.by_id.get(AreaId(area_id))
    if isinstance(area, Neighbourhood):
        return Scope(
            id=area.id,
            name=area.name,
            sort=AreaSort.NEIGHBOURHOOD,
            neighbourhoods=(area,),
            inhabitants=area.inhabitants,
        )
    if not isinstance(area, District):
        raise NotFound("Deze buurt kennen we niet.", "Kies een andere buurt of wijk.")
    inside = tuple(each for each in pictures.areas.neighbourhoods if each.district_id == area.id)
    summed = _summed(inside)
    return Scope(
        id=area.id,
        name=area.name,
        sort=AreaSort.DISTRICT,
        neighbourhoods=inside,
        inhabitants=area.inhabitants if summed is None else summed,
    )


def choosable(pictures: Pictures) -> tuple[Choice, ...]:
    """Districts where there are several, own areas with figures, then neighbourhoods; each by name."""
    districts = pictures.areas.districts if len(pictures.areas.districts) > 1 else ()
    return (
        *_by_name(districts),
        *own_choices(pictures),
        *_by_name(pictures.areas.neighbourhoods),
    )


def own_choices(pictures: Pictures) -> tuple[Choice, ...]:
    """The own areas of which there are figures, by name."""
    return _by_name(own for own in pictures.own_areas.values() if covered(own, pictures.areas).has_figures)


def without_figures(area: OwnArea, found: Covered, pictures: Pictures) -> str:
    """Why an own area has no figures, in a sentence; empty when it has them."""
    if found.cut:
        return cut_sentence(area.name, [pictures.areas.by_id[each].name for each in found.cut])
    if found.gone:
        return gone_sentence(area.name)
    return "" if found.whole else nothing_whole_sentence(area.name)


def _of_own(pictures: Pictures, own: OwnArea) -> Scope:
    found = covered(own, pictures.areas)
    why = without_figures(own, found, pictures)
    if why:
        raise UserError(why, CHOOSE_WHOLE)
    inside = tuple(each for each in pictures.areas.neighbourhoods if each.id in set(found.whole))
    return Scope(
        id=own.id,
        name=own.name,
        sort=AreaSort.OWN,
        neighbourhoods=inside,
        inhabitants=_summed(inside),
    )


def _by_name(areas: Iterable[Area | OwnArea]) -> tuple[Choice, ...]:
    found = sorted(areas, key=lambda each: (each.name.casefold(), each.id))
    return tuple(Choice(area.id, area.name) for area in found)


def _summed(areas: tuple[Neighbourhood, ...]) -> int | None:
    known = [area.inhabitants for area in areas if area.inhabitants is not None]
    return sum(known) if known and len(known) == len(areas) else None
