"""The alarm at words about danger is taken back for one text and no other, and keeps nothing of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.change_talent import change_talent, open_talent
from socialmap.actions.danger import in_danger, mark_of, nobody_in_danger, remembering
from socialmap.actions.hold_conversation import SheetDraft, save_sheet
from socialmap.actions.keep_networks import NetworkDraft, PresenceDraft, save_network, save_presence
from socialmap.actions.read_map_text import read_map_text
from socialmap.actions.recognise_words import recognise_words
from socialmap.errors import InvalidInput
from socialmap.model.people import Talent
from socialmap.model.wording import NOT_KEPT_HERE
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE

STRIKES = "zij slaat haar moeder"
VISITOR = Viewer(Role.VISITOR)
DELIA = Viewer(Role.BROKER, "delia-fernandes")
JOOST = Viewer(Role.PROFESSIONAL, "joost-haverkamp")


def test_only_the_text_that_was_read_again_is_no_alarm(workspace):
    calm = nobody_in_danger(workspace, {mark_of(STRIKES)})
    texts = {"one": f"  {STRIKES.replace(' ', '  ')} ", "other": "hij slaat mij"}
    assert in_danger(workspace, texts) == ("one", "other")
    assert in_danger(calm, texts) == ("other",)
    assert calm.projections is workspace.projections
    assert nobody_in_danger(workspace, ()) is workspace


def test_after_it_the_words_are_about_no_theme_of_danger(workspace):
    said = "ruzie thuis, huiselijk geweld"
    calm = nobody_in_danger(workspace, {mark_of(said)})
    heard, again = recognise_words(workspace, said), recognise_words(calm, said)
    acute = workspace.vocabulary.acute_themes
    assert heard.acute
    assert acute.intersection(each.id for each in heard.themes)
    assert not again.acute
    assert [each.id for each in again.themes] == [each.id for each in heard.themes if each.id not in acute]


def test_somebody_who_is_asked_decides(workspace):
    said = "bij de buren hoor ik 's nachts gehuil"
    asked = recognise_words(workspace, said)
    assert asked.perhaps_acute
    assert not asked.acute
    for danger in (True, False):
        known = remembering(workspace, {}, {mark_of(said): danger})
        again = recognise_words(known, said)
        assert (again.acute, again.perhaps_acute) == (danger, False)
        assert bool(in_danger(known, {"text": said})) is danger


def test_on_the_map_it_is_asked_of_words_and_not_of_a_name(workspace):
    said = "bij de buren hoor ik 's nachts gehuil"
    assert read_map_text(workspace, VISITOR, said).perhaps_acute
    workspace.catalogue.save([replace(KOFFIE, name=said)], actor="x", action="y", at=workspace.clock())
    assert not read_map_text(workspace, VISITOR, said).perhaps_acute


def test_what_was_heard_is_listened_to_once(workspace):
    heard = {}
    listening = remembering(workspace, heard)
    texts = {"one": STRIKES, "other": "een potje schaken"}
    assert in_danger(listening, texts) == ("one",)
    assert heard == {mark_of(STRIKES): True, mark_of("een potje schaken"): False}
    heard.update({mark_of(STRIKES): False, mark_of("een potje schaken"): True})
    assert in_danger(listening, texts) == ("other",)


def test_a_mark_holds_no_word():
    assert isinstance(mark_of(STRIKES), int)


def test_a_name_that_sounds_like_danger_is_found_on_the_map(workspace):
    named = replace(KOFFIE, name="Praatgroep huiselijk geweld")
    workspace.catalogue.save([named], actor="x", action="y", at=workspace.clock())
    assert read_map_text(workspace, VISITOR, named.name).acute
    calm = nobody_in_danger(workspace, {mark_of(named.name)})
    assert read_map_text(calm, VISITOR, named.name).is_name


def told_of_danger(call):
    with pytest.raises(InvalidInput) as refused:
        call()
    return {each.field for each in refused.value.violations if each.sentence == NOT_KEPT_HERE}


def test_every_free_text_about_people_is_listened_to(demo_workspace):
    network = NetworkDraft(name=STRIKES, key_figure=STRIKES)
    assert told_of_danger(lambda: save_network(demo_workspace, DELIA, network)) == {"name", "key_figure"}
    assert told_of_danger(lambda: save_presence(demo_workspace, DELIA, PresenceDraft(who=STRIKES))) == {"who"}
    sheet = SheetDraft(agreement=STRIKES)
    assert told_of_danger(lambda: save_sheet(demo_workspace, JOOST, sheet, 0)) == {"agreement"}
    talent_id = next(iter(demo_workspace.projections.people().all(Talent)))
    opened = open_talent(demo_workspace, DELIA, talent_id)
    changed = replace(opened.draft, contact_label=STRIKES)
    assert told_of_danger(
        lambda: change_talent(demo_workspace, DELIA, talent_id, changed, opened.version)
    ) == {"contact_label"}
