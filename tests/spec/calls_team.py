"""How to call each action about a team, connections, the week and counts of questions; with its right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from socialmap.actions.agreements import tick_off
from socialmap.actions.count_needs import count_needs
from socialmap.actions.hold_conversation import SheetDraft, agree, own_sheet, save_sheet
from socialmap.actions.introduce import introduce
from socialmap.actions.place_dots import own_dots, place_dots
from socialmap.actions.show_connections import show_connections, show_thing, things_in_network
from socialmap.actions.show_conversation import show_conversation
from socialmap.actions.show_reciprocity import show_reciprocity
from socialmap.actions.show_team import show_team
from socialmap.actions.show_week import show_week
from socialmap.actions.week_candidates import (
    ideas,
    of_empty_cells,
    of_fragile,
    of_unanswered,
    of_unknown_places,
)
from socialmap.actions.week_marks import bring_back, mark, note_looked_at, put_off, put_off_now
from socialmap.actions.workspace import Workspace
from socialmap.model.together import IntroductionOutcome, PositionKind, WeekMarkKind
from socialmap.model.values import ProfessionalId, TeamId
from socialmap.model.work import Discipline, Professional, Team
from socialmap.privacy.roles import Viewer
from tests.town import BEZOEK, KOFFIE, LINDEHOF, TODAY

Call = Callable[[Workspace, Viewer, Path], object]
NOW = {PositionKind.SELF_NOW: (0.1, -0.4)}
TEAM = Team(id=TeamId("team-linde"), name="Team Linde", area_ids=(LINDEHOF.id,))


def agreed(workspace: Workspace, viewer: Viewer) -> object:
    """An agreement in a team that the viewer works in."""
    colleague = Professional(
        id=ProfessionalId(viewer.name),
        name="Wie Kijkt",
        discipline=Discipline.SOCIAL_WORK,
        team_ids=(TEAM.id,),
    )
    workspace.catalogue.save([TEAM, colleague], actor="proef", action="team", at=workspace.clock())
    return agree(workspace, viewer, "Samen naar de eettafel.", TODAY + timedelta(days=3))


def ticked(workspace: Workspace, viewer: Viewer) -> None:
    tick_off(workspace, viewer, str(agreed(workspace, viewer)))


def kept(workspace: Workspace, viewer: Viewer) -> object:
    return save_sheet(workspace, viewer, SheetDraft(), own_sheet(workspace, viewer).version)


def dotted(workspace: Workspace, viewer: Viewer) -> object:
    seen = {sort: dot.version for sort, dot in own_dots(workspace, viewer).dots.items()}
    return place_dots(workspace, viewer, NOW, seen=seen)


CALLS: dict[str, tuple[str, Call]] = {
    "own_dots": ("eigen stip zetten", lambda w, v, _: own_dots(w, v)),
    "place_dots": ("eigen stip zetten", lambda w, v, _: dotted(w, v)),
    "own_sheet": ("eigen stip zetten", lambda w, v, _: own_sheet(w, v)),
    "save_sheet": ("eigen stip zetten", lambda w, v, _: kept(w, v)),
    "agree": ("eigen stip zetten", lambda w, v, _: agreed(w, v)),
    "show_team": ("gemiddelde van het team zien", lambda w, v, _: show_team(w, v)),
    "show_conversation": ("gemiddelde van het team zien", lambda w, v, _: show_conversation(w, v)),
    "show_connections": ("verbindingen zien", lambda w, v, _: show_connections(w, v)),
    "things_in_network": ("verbindingen zien", lambda w, v, _: things_in_network(w, v)),
    "show_thing": ("verbindingen zien", lambda w, v, _: show_thing(w, v, f"initiative/{KOFFIE.id}")),
    "introduce": (
        "verbindingen leggen",
        lambda w, v, _: introduce(w, v, KOFFIE.id, BEZOEK.id, IntroductionOutcome.LET_BE),
    ),
    "show_reciprocity": ("eigen vragen zien", lambda w, v, _: show_reciprocity(w, v)),
    "ideas": ("ideeën zien", lambda w, v, _: list(ideas(w, v))),
    "of_fragile": ("kwetsbaar aanbod zien", lambda w, v, _: of_fragile(w, v)),
    "of_empty_cells": ("aanbod zien", lambda w, v, _: of_empty_cells(w, v)),
    "of_unknown_places": ("verbindingen zien", lambda w, v, _: of_unknown_places(w, v)),
    "of_unanswered": ("ideeën zien", lambda w, v, _: of_unanswered(w, v)),
    "tick_off": ("eigen stip zetten", lambda w, v, _: ticked(w, v)),
    "note_looked_at": ("ideeën zien", lambda w, v, _: note_looked_at(w, v, "bundle/idee", TODAY)),
    "put_off_now": ("weekbericht zien", lambda w, v, _: put_off_now(w, v)),
    "put_off": ("weekbericht zien", lambda w, v, _: put_off(w, v, "bundel", "bundle", "idee")),
    "bring_back": ("weekbericht zien", lambda w, v, _: bring_back(w, v)),
    "mark": ("weekbericht zien", lambda w, v, _: mark(w, v, WeekMarkKind.LOOKED_AT, "bundle/idee")),
    "show_week": ("weekbericht zien", lambda w, v, _: show_week(w, v)),
    "count_needs": ("aantallen vragen zien", lambda w, v, _: count_needs(w, v)),
}
