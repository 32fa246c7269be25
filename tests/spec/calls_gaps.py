"""How to call each action about what is missing, may fall away or is spread unevenly; with its right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from socialmap.actions.plan_visit import plan_visit
from socialmap.actions.show_coverage import show_coverage
from socialmap.actions.show_falling_away import show_falling_away
from socialmap.actions.show_vulnerable import show_vulnerable
from socialmap.actions.show_white_spots import show_white_spots
from socialmap.actions.workspace import Workspace
from socialmap.privacy.roles import Viewer
from tests.town import EETTAFEL, TODAY

Call = Callable[[Workspace, Viewer, Path], object]

CALLS: dict[str, tuple[str, Call]] = {
    "show_white_spots": ("aantallen vragen zien", lambda w, v, _: show_white_spots(w, v)),
    "show_coverage": ("aanbod zien", lambda w, v, _: show_coverage(w, v)),
    "show_vulnerable": ("kwetsbaar aanbod zien", lambda w, v, _: show_vulnerable(w, v)),
    "show_falling_away": ("kwetsbaar aanbod zien", lambda w, v, _: show_falling_away(w, v, EETTAFEL.id)),
    "plan_visit": ("kwetsbaar aanbod zien", lambda w, v, _: plan_visit(w, v, EETTAFEL.id, TODAY)),
}
