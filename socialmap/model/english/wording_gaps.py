"""What is here and what is not, in English: white spots, places out of reach, empty cells."""

from __future__ import annotations

from collections.abc import Mapping

from socialmap.model.language import told
from socialmap.model.quadrants import Quadrant
from socialmap.model.wording_gaps import FEW_QUESTIONS_IS_NOT_NONE, BasicReach, SpotCategory

_SPOTS: Mapping[SpotCategory, str] = {
    SpotCategory.WHITE_SPOT: "People have questions here. There is nothing nearby.",
    SpotCategory.TIGHT: "There are more questions here than elsewhere, and less to go to.",
    SpotCategory.UNKNOWN: "We know few questions here and nothing to go to. Go and have a look.",
    SpotCategory.BALANCED: "Questions and supply are more or less in balance here.",
    SpotCategory.AMPLE: "A lot to go to, few questions. Do people know it?",
    SpotCategory.NOTHING_SPECIAL: "There is something to go to. Nothing stands out to us.",
}
_EMPTY: Mapping[Quadrant, str] = {
    Quadrant.RO: "nothing of residents together",
    Quadrant.LO: "no help from person to person",
    Quadrant.RB: "no group offer",
    Quadrant.LB: "no individual help",
}


def spot_sentence(category: SpotCategory) -> str:
    return f"{_SPOTS[category]} {told(FEW_QUESTIONS_IS_NOT_NONE)}"


def basic_sentence(label: str, reach: BasicReach) -> str:
    return f"{label}: {told(reach)}."


def empty_cell_sentence(label: str, quadrant: Quadrant) -> str:
    return f"For {_inside(label)} there is {_EMPTY[quadrant]} yet."


def unplaced_sentence(count: int) -> str:
    if not count:
        return ""
    return f"Of {count} {'initiative' if count == 1 else 'initiatives'} we do not know the field yet."


def unserved_sentence(label: str) -> str:
    return f"For {_inside(label)} there is nothing within 1 kilometre."


def threshold_sentence(label: str, yes: int, no: int, unknown: int) -> str:
    return f"{label}: {yes} yes, {no} no, of {unknown} we do not know."


def stops_sentence(initiative: str) -> str:
    return f"{initiative} will probably stop. This initiative rests on one person."


def one_left_sentence(initiative: str) -> str:
    return f"{initiative}: one person left to lead it."


def worse_sentence(area: str, label: str, before: SpotCategory, after: SpotCategory) -> str:
    if after is SpotCategory.WHITE_SPOT:
        return f"{area} becomes a white spot for {_inside(label)}."
    return f"{area} goes from '{told(before)}' to '{told(after)}' for {_inside(label)}."


def _inside(label: str) -> str:
    return label if label[:2].isupper() else label[:1].lower() + label[1:]
