"""How to call each action about what is still right; with its right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from socialmap.actions.answer_link import confirm_by_link, open_link, report_by_link
from socialmap.actions.check_offer import change_and_check, check_offer
from socialmap.actions.confirm_link import LinkMade, links_of, make_link, revoke_link
from socialmap.actions.decide_suggestion import decide, show_suggestions
from socialmap.actions.show_checks import show_checks
from socialmap.actions.suggest import open_suggestion, suggest
from socialmap.actions.workspace import Workspace
from socialmap.model.provision import Initiative
from socialmap.model.suggestion import REMARK, Suggestion
from socialmap.model.work import CheckOutcome
from socialmap.privacy.roles import Role, Viewer
from tests.town import EETTAFEL, KERK

DELIA = Viewer(Role.BROKER, "delia")

Call = Callable[[Workspace, Viewer, Path], object]


def changed(workspace: Workspace, viewer: Viewer) -> object:
    stored = workspace.catalogue.get(Initiative, EETTAFEL.id)
    return change_and_check(workspace, viewer, stored.entity, stored.version)


def suggested(workspace: Workspace, viewer: Viewer) -> str:
    return suggest(workspace, viewer, "initiative", EETTAFEL.id, {REMARK: "Is nu op donderdag."})


def decided(workspace: Workspace, viewer: Viewer) -> object:
    suggested(workspace, Viewer(Role.PROFESSIONAL))
    waiting = [stored.entity for stored in workspace.catalogue.all(Suggestion)]
    newest = next(each for each in waiting if each.handled_on is None)
    return decide(workspace, viewer, newest.id, REMARK, accept=False)


def linked(workspace: Workspace, viewer: Viewer) -> LinkMade:
    return make_link(workspace, viewer, "organisation", KERK.id, origin="https://kaart.example")


def token(workspace: Workspace) -> str:
    """The token of a new link, as it stands in the mail."""
    return linked(workspace, DELIA).text.partition("/klopt/")[2].split()[0]


CALLS: dict[str, tuple[str, Call]] = {
    "show_checks": ("aanbod melden", lambda w, v, _: show_checks(w, v)),
    "check_offer": (
        "aanbod nakijken",
        lambda w, v, _: check_offer(w, v, "initiative", EETTAFEL.id, CheckOutcome.CORRECT),
    ),
    "open_suggestion": (
        "verbetering voorstellen",
        lambda w, v, _: open_suggestion(w, v, "initiative", EETTAFEL.id),
    ),
    "suggest": ("verbetering voorstellen", lambda w, v, _: suggested(w, v)),
    "show_suggestions": ("aanbod nakijken", lambda w, v, _: show_suggestions(w, v)),
    "decide": ("aanbod nakijken", lambda w, v, _: decided(w, v)),
    "make_link": ("aanbod nakijken", lambda w, v, _: linked(w, v)),
    "links_of": ("aanbod nakijken", lambda w, v, _: links_of(w, v, "organisation", KERK.id)),
    "revoke_link": ("aanbod nakijken", lambda w, v, _: revoke_link(w, v, linked(w, DELIA).id)),
    "open_link": ("verbetering voorstellen", lambda w, v, _: open_link(w, v, token(w))),
    "confirm_by_link": ("verbetering voorstellen", lambda w, v, _: confirm_by_link(w, v, token(w))),
    "report_by_link": (
        "verbetering voorstellen",
        lambda w, v, _: report_by_link(w, v, token(w), {REMARK: "Is verhuisd."}),
    ),
    "change_and_check": ("aanbod nakijken", lambda w, v, _: changed(w, v)),
}
