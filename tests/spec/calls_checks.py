"""How to call each action about what is still right; with its right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from socialmap.actions.check_offer import change_and_check, check_offer
from socialmap.actions.show_checks import show_checks
from socialmap.actions.workspace import Workspace
from socialmap.model.provision import Initiative
from socialmap.model.work import CheckOutcome
from socialmap.privacy.roles import Viewer
from tests.town import EETTAFEL

Call = Callable[[Workspace, Viewer, Path], object]


def changed(workspace: Workspace, viewer: Viewer) -> object:
    stored = workspace.catalogue.get(Initiative, EETTAFEL.id)
    return change_and_check(workspace, viewer, stored.entity, stored.version)


CALLS: dict[str, tuple[str, Call]] = {
    "show_checks": ("aanbod melden", lambda w, v, _: show_checks(w, v)),
    "check_offer": ("aanbod nakijken", lambda w, v, _: check_offer(w, v, EETTAFEL.id, CheckOutcome.CORRECT)),
    "change_and_check": ("aanbod nakijken", lambda w, v, _: changed(w, v)),
}
