"""The sentences about what is here and what is not: white spots, places out of reach, empty cells."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from socialmap.model.language import by_language
from socialmap.model.quadrants import Quadrant


class SpotCategory(StrEnum):
    """What questions and supply say about a neighbourhood together, in the order of domain.md 4.C."""

    WHITE_SPOT = "Witte vlek"
    TIGHT = "Krap"
    UNKNOWN = "Te weinig bekend"
    BALANCED = "In balans"
    AMPLE = "Ruim"
    NOTHING_SPECIAL = "Geen bijzonderheden"

    @property
    def rank(self) -> int:
        """0 asks for attention most; a higher rank is a better category."""
        return tuple(SpotCategory).index(self)


class BasicReach(StrEnum):
    """How far a basic facility is, seen from the middle of a neighbourhood."""

    NEAR = "op loopafstand"
    FAR_FOR_OLDER_PEOPLE = "ver voor ouderen"
    NOT_WALKABLE = "niet op loopafstand"
    NOT_KNOWN = "die kennen we hier niet"


class MissingKind(StrEnum):
    """The kinds of things that a neighbourhood can lack (domain.md 4.C)."""

    MEETING_PLACE = "ontmoetingsplek"
    RESIDENTS_GROUP = "bewonersgroep"
    KEY_FIGURE = "sleutelfiguur"
    PRESENCE = "aanwezigheid"
    RESIDENT_INITIATIVE = "samen_in_de_buurt"

    @property
    def sentence(self) -> str:
        return _MISSING[self]


FEW_QUESTIONS_IS_NOT_NONE = "Weinig vragen betekent niet dat er geen vragen zijn."

_SPOTS: Mapping[SpotCategory, str] = {
    SpotCategory.WHITE_SPOT: "Mensen hebben hier vragen. Er is geen aanbod dichtbij.",
    SpotCategory.TIGHT: "Hier zijn meer vragen dan elders, en minder aanbod.",
    SpotCategory.UNKNOWN: "We kennen hier weinig vragen en geen aanbod. Ga eens kijken.",
    SpotCategory.BALANCED: "Vragen en aanbod zijn hier ongeveer in evenwicht.",
    SpotCategory.AMPLE: "Veel aanbod, weinig vragen. Kennen mensen het?",
    SpotCategory.NOTHING_SPECIAL: "Er is aanbod. Er valt ons niets op.",
}
_MISSING: Mapping[MissingKind, str] = {
    MissingKind.MEETING_PLACE: "Er is geen plek om elkaar te ontmoeten.",
    MissingKind.RESIDENTS_GROUP: "We kennen hier geen bewonersgroep.",
    MissingKind.KEY_FIGURE: "We kennen hier geen sleutelfiguur.",
    MissingKind.PRESENCE: "Wij zijn hier niet op een vaste tijd te vinden.",
    MissingKind.RESIDENT_INITIATIVE: "Er is niets wat bewoners samen doen.",
}
_EMPTY: Mapping[Quadrant, str] = {
    Quadrant.RO: "niets van bewoners samen",
    Quadrant.LO: "geen onderlinge hulp",
    Quadrant.RB: "geen groepsaanbod",
    Quadrant.LB: "geen individuele hulp",
}


@by_language
def spot_sentence(category: SpotCategory) -> str:
    """What a category means, always with the warning that questions are not needs; never a number.

    >>> spot_sentence(SpotCategory.AMPLE)
    'Veel aanbod, weinig vragen. Kennen mensen het? Weinig vragen betekent niet dat er geen vragen zijn.'
    """
    return f"{_SPOTS[category]} {FEW_QUESTIONS_IS_NOT_NONE}"


@by_language
def basic_sentence(label: str, reach: BasicReach) -> str:
    """``Bibliotheek: niet op loopafstand.``"""
    return f"{label}: {reach}."


@by_language
def empty_cell_sentence(label: str, quadrant: Quadrant) -> str:
    """``Bij geld en papieren is nog niets van bewoners samen.``"""
    return f"Bij {_inside(label)} is nog {_EMPTY[quadrant]}."


@by_language
def unplaced_sentence(count: int) -> str:
    """How many initiatives have no place in the four quadrants; empty for none."""
    if not count:
        return ""
    return f"Van {count} {'initiatief' if count == 1 else 'initiatieven'} weten we het vak nog niet."


@by_language
def unserved_sentence(label: str) -> str:
    """A target group for which nothing is near."""
    return f"Voor {_inside(label)} is er niets binnen 1 kilometer."


@by_language
def threshold_sentence(label: str, yes: int, no: int, unknown: int) -> str:
    """``Je wordt opgehaald: 3 ja, 1 nee, van 4 weten we het niet.``"""
    return f"{label}: {yes} ja, {no} nee, van {unknown} weten we het niet."


@by_language
def stops_sentence(initiative: str) -> str:
    return f"{initiative} stopt waarschijnlijk. Dit initiatief rust op één persoon."


@by_language
def one_left_sentence(initiative: str) -> str:
    return f"{initiative}: nog één trekker over."


@by_language
def worse_sentence(area: str, label: str, before: SpotCategory, after: SpotCategory) -> str:
    """``Lindehof wordt een witte vlek bij ontmoeten.``, or from which category it goes to which."""
    if after is SpotCategory.WHITE_SPOT:
        return f"{area} wordt een witte vlek bij {_inside(label)}."
    return f"{area} gaat bij {_inside(label)} van '{before}' naar '{after}'."


HINGE = "Drie of meer initiatieven rusten op dezelfde schouders. Zoek er iemand bij."


def _inside(label: str) -> str:
    """A label within a sentence; words in capitals stay as they are."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
