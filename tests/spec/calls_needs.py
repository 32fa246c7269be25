"""How to call each action about questions, talents, going along, notes and networks; with its right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path

from socialmap.actions.change_talent import ask_consent_again, change_talent, open_talent, stop_talent
from socialmap.actions.correct_need import correct_need, put_back_need, remove_need
from socialmap.actions.find_help import HelpRequest, find_peers
from socialmap.actions.hand_over import drop_step, start_handover, take_step, tell_outcome
from socialmap.actions.keep_networks import (
    NetworkDraft,
    PresenceDraft,
    know_place,
    save_network,
    save_presence,
    show_networks,
    stop_presence,
    who_knows,
)
from socialmap.actions.list_talents import list_talents, talent_choices
from socialmap.actions.own_needs import (
    own_needs,
    set_goes_well,
    set_permission,
    set_reminder,
    set_status,
)
from socialmap.actions.record_need import NeedDraft, record_need
from socialmap.actions.save_talent import TalentDraft, save_talent
from socialmap.actions.workspace import Workspace
from socialmap.actions.write_field_note import (
    NoteDraft,
    change_field_note,
    own_notes,
    remove_field_note,
    write_field_note,
)
from socialmap.model.people import Mobility, Need, NeedStatus, NetworkKind, Permission, Resident
from socialmap.model.values import NeedId, ResidentId, TalentId, TalentKindId, ThemeId, Weekday
from socialmap.model.work import HandoverOutcome, HandoverStep, PresenceMoment, WarmHandover
from socialmap.privacy.roles import Viewer
from tests.town import DE_LINDE, KOFFIE, LINDEHOF, PRESENCE, STRAATAPP, TALENT, TODAY, VRAAG

Call = Callable[[Workspace, Viewer, Path], object]
SIX_THINGS = NeedDraft(
    area_id=LINDEHOF.id,
    theme=ThemeId("rouw"),
    reported_on=TODAY,
    mobility=Mobility.WALKING,
    available=(),
    may_be_linked=Permission.YES,
)
BAKER = TalentDraft(
    talent=TalentKindId("koken"),
    contact_label="de bakker van de zondag",
    consent=Permission.YES,
    area_id=LINDEHOF.id,
)
NOTE = NoteDraft(text="De lift is drie weken kapot.", area_id=LINDEHOF.id)
FLAT = NetworkDraft(name="Trappenhuis Oost", sort=NetworkKind.FLAT, area_id=LINDEHOF.id)
DESK = PresenceDraft(
    facility_id=DE_LINDE.id, day=Weekday.MONDAY, starts=time(9), ends=time(10), who="opbouwwerker"
)
PEERS = HelpRequest(themes=(ThemeId("rouw"),), area_id=LINDEHOF.id)
ON = date(2026, 3, 1)


def need_of(workspace: Workspace, viewer: Viewer, **other: object) -> Need:
    """A new open question that the viewer holds, of a resident of its own."""
    fresh = workspace.new_id("proef")
    resident = Resident(id=ResidentId(f"B-{fresh}"), area_id=LINDEHOF.id)
    need = replace(VRAAG, id=NeedId(fresh), resident_id=resident.id, held_by=viewer.name, **other)
    workspace.catalogue.save([resident, need], actor="x", action="y", at=workspace.clock())
    return need


def handover_of(workspace: Workspace, viewer: Viewer) -> str:
    handover = WarmHandover(
        id=workspace.new_id("meegaan"), need_id=need_of(workspace, viewer).id, initiative_id=KOFFIE.id
    )
    workspace.catalogue.save([handover], actor="x", action="y", at=workspace.clock())
    return handover.id


def talent_of(workspace: Workspace) -> str:
    talent = replace(TALENT, id=TalentId(workspace.new_id("talent")))
    workspace.catalogue.save([talent], actor="x", action="y", at=workspace.clock())
    return talent.id


def moment_of(workspace: Workspace) -> str:
    moment: PresenceMoment = replace(PRESENCE, id=workspace.new_id("moment"))
    workspace.catalogue.save([moment], actor="x", action="y", at=workspace.clock())
    return moment.id


def _change_note(workspace: Workspace, viewer: Viewer, _: Path) -> None:
    note_id = write_field_note(workspace, viewer, NOTE)
    change_field_note(workspace, viewer, note_id, replace(NOTE, text="De lift doet het weer."), version=1)


def _remove_note(workspace: Workspace, viewer: Viewer, _: Path) -> None:
    remove_field_note(workspace, viewer, write_field_note(workspace, viewer, NOTE), version=1)


def _put_back(workspace: Workspace, viewer: Viewer, _: Path) -> None:
    need = need_of(workspace, viewer)
    workspace.catalogue.remove(Need, need.id, actor=viewer.actor, action="x", at=workspace.clock())
    put_back_need(workspace, viewer, need.id)


CALLS: dict[str, tuple[str, Call]] = {
    "find_peers": ("zoeken voor een bewoner", lambda w, v, _: find_peers(w, v, PEERS)),
    "record_need": ("vragen vastleggen", lambda w, v, _: record_need(w, v, SIX_THINGS)),
    "own_needs": ("eigen vragen zien", lambda w, v, _: own_needs(w, v)),
    "set_status": (
        "eigen vragen zien",
        lambda w, v, _: set_status(w, v, need_of(w, v).id, NeedStatus.RUNNING, 1),
    ),
    "set_reminder": ("eigen vragen zien", lambda w, v, _: set_reminder(w, v, need_of(w, v).id, TODAY, 1)),
    "set_goes_well": (
        "eigen vragen zien",
        lambda w, v, _: set_goes_well(w, v, need_of(w, v).id, (TalentKindId("koken"),), 1),
    ),
    "set_permission": (
        "eigen vragen zien",
        lambda w, v, _: set_permission(w, v, need_of(w, v).id, Permission.NO),
    ),
    "correct_need": (
        "eigen vragen zien",
        lambda w, v, _: correct_need(w, v, need_of(w, v).id, SIX_THINGS, 1),
    ),
    "remove_need": ("eigen vragen zien", lambda w, v, _: remove_need(w, v, need_of(w, v).id)),
    "put_back_need": ("eigen vragen zien", _put_back),
    "start_handover": ("meegaan", lambda w, v, _: start_handover(w, v, need_of(w, v).id, KOFFIE.id)),
    "take_step": (
        "meegaan",
        lambda w, v, _: take_step(w, v, handover_of(w, v), HandoverStep.DISCUSSED, ON, 1),
    ),
    "drop_step": ("meegaan", lambda w, v, _: drop_step(w, v, handover_of(w, v), HandoverStep.DISCUSSED, 1)),
    "tell_outcome": (
        "meegaan",
        lambda w, v, _: tell_outcome(w, v, handover_of(w, v), HandoverOutcome.NOT_YET, None, 1),
    ),
    "save_talent": ("talenten toevoegen", lambda w, v, _: save_talent(w, v, BAKER)),
    "list_talents": ("talenten zien", lambda w, v, _: list_talents(w, v)),
    "talent_choices": ("zoeken voor een bewoner", lambda w, v, _: talent_choices(w, v)),
    "ask_consent_again": (
        "talenten toevoegen",
        lambda w, v, _: ask_consent_again(w, v, talent_of(w), Permission.NO, 1),
    ),
    "stop_talent": ("talenten toevoegen", lambda w, v, _: stop_talent(w, v, talent_of(w))),
    "open_talent": ("talenten toevoegen", lambda w, v, _: open_talent(w, v, talent_of(w))),
    "change_talent": ("talenten toevoegen", lambda w, v, _: change_talent(w, v, talent_of(w), BAKER, 1)),
    "write_field_note": ("veldnotities schrijven", lambda w, v, _: write_field_note(w, v, NOTE)),
    "change_field_note": ("veldnotities schrijven", _change_note),
    "remove_field_note": ("veldnotities schrijven", _remove_note),
    "own_notes": ("veldnotities schrijven", lambda w, v, _: own_notes(w, v)),
    "show_networks": ("verbindingen zien", lambda w, v, _: show_networks(w, v)),
    "who_knows": ("verbindingen zien", lambda w, v, _: who_knows(w, v, "network", STRAATAPP.id)),
    "know_place": ("verbindingen zien", lambda w, v, _: know_place(w, v, "network", STRAATAPP.id)),
    "save_network": ("netwerken bijhouden", lambda w, v, _: save_network(w, v, FLAT)),
    "save_presence": ("netwerken bijhouden", lambda w, v, _: save_presence(w, v, DESK)),
    "stop_presence": ("netwerken bijhouden", lambda w, v, _: stop_presence(w, v, moment_of(w))),
}
