"""Wie kan wat, what was heard in the street, and who knows whom: with consent, without names."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from socialmap.actions.change_talent import ask_consent_again, change_talent, open_talent, stop_talent
from socialmap.actions.find_help import HelpRequest, find_help, find_peers
from socialmap.actions.keep_networks import (
    NetworkDraft,
    know_place,
    save_network,
    save_presence,
    show_networks,
    stop_presence,
    who_knows,
)
from socialmap.actions.list_talents import ConsentState, list_talents
from socialmap.actions.save_talent import TalentDraft, save_talent
from socialmap.actions.show_place import show_facility
from socialmap.actions.write_field_note import NoteDraft, own_notes, write_field_note
from socialmap.errors import EditConflict, InvalidInput, NotFound, OutsideError, violations_by_field
from socialmap.model.people import Mobility, Permission, Talent, VolunteerRole, VolunteerRoleKind
from socialmap.model.provision import Initiative
from socialmap.model.together import BundleKind, BundleProposal
from socialmap.model.values import DayPart, InitiativeId, TalentId, TalentKindId, ThemeId
from socialmap.model.work import AuditLine, Leadership
from socialmap.privacy.roles import Role, Viewer
from tests.spec.audit_lines import audit
from tests.spec.calls_needs import BAKER, DESK, FLAT, NOTE, need_of
from tests.spec.test_actions_needs import refuse_writing
from tests.town import (
    DE_LINDE,
    EETTAFEL,
    HAVENRAND,
    KOFFIE,
    LINDEHOF,
    STRAATAPP,
    TAALCAFE,
    TALENT,
    TODAY,
    TREKKER,
    VOGELWEIDE,
    WERKER,
)

DELIA = Viewer(Role.BROKER, WERKER.id)
JOOST = Viewer(Role.PROFESSIONAL, "joost")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira")
OTHERWISE = {
    "contact_label": "de kok van de zondag",
    "area_id": HAVENRAND.id,
    "available": (DayPart.MONDAY_MORNING,),
    "languages": ("nl", "ar"),
    "hours_per_month": 4.0,
}
BIKES = replace(BAKER, talent=TalentKindId("fiets-maken"), contact_label="de fietsenmaker van de kade")


def keep(workspace, *entities):
    workspace.catalogue.save(entities, actor="x", action="y", at=workspace.clock())


def refuse_after(folder, entries):
    """The disk under the journal of the map takes so many more entries, and then nothing."""
    with sqlite3.connect(folder / "map.sqlite") as journal:
        (there,) = journal.execute("select count(*) from entry").fetchone()
        journal.execute(
            "create trigger vol before insert on entry"
            f" when (select count(*) from entry) >= {there + entries} begin select raise(abort, 'vol'); end"
        )


def fields_refused(call):
    with pytest.raises(InvalidInput) as refused:
        call()
    return violations_by_field(refused.value.violations)


def line_of(workspace, talent_id, viewer=DELIA):
    return next(line for line in list_talents(workspace, viewer) if line.id == talent_id)


def test_a_talent_with_a_dated_yes_can_be_asked_for_a_year(workspace):
    slots = (DayPart.WEDNESDAY_AFTERNOON, DayPart.FRIDAY_AFTERNOON)
    saved = save_talent(workspace, DELIA, replace(BIKES, available=slots, consent_on=date(2026, 2, 28)))
    line = line_of(workspace, saved.id)
    assert (line.state, line.until) == (ConsentState.YES, date(2027, 2, 28))
    assert (line.label, line.via, line.area) == ("Fietsen maken", "Wobke Zandstra", "Lindehof")
    assert line.when == ("woensdagmiddag", "vrijdagmiddag")


@pytest.mark.parametrize(("days", "state"), [(365, ConsentState.YES), (366, ConsentState.LAPSED)])
def test_a_yes_lapses_after_twelve_months(workspace, days, state):
    talent = replace(TALENT, id=TalentId("oud"), consent_on=TODAY - timedelta(days=days))
    keep(workspace, talent)
    assert line_of(workspace, "oud").state is state


@pytest.mark.parametrize("answer", [Permission.NO, None])
def test_without_a_yes_nothing_is_kept(workspace, answer):
    before = workspace.catalogue.position()
    found = fields_refused(lambda: save_talent(workspace, DELIA, replace(BIKES, consent=answer)))
    assert found == {"consent": "Zonder toestemming bewaren we dit niet."}
    assert workspace.catalogue.position() == before


def test_still_to_ask_is_kept_for_who_will_ask_and_looks_for_no_demand(workspace):
    need_of(workspace, JOOST, theme=ThemeId("repareren-en-lenen"))
    saved = save_talent(workspace, DELIA, replace(BIKES, consent=Permission.STILL_TO_ASK))
    assert (saved.wanted, saved.roles) == ((), ())
    assert line_of(workspace, saved.id).state is ConsentState.STILL_TO_ASK
    assert workspace.catalogue.get(Talent, saved.id).entity.consent_on is None
    assert saved.id not in {line.id for line in list_talents(workspace, JOOST)}


def test_what_is_missing_is_told_by_its_field(workspace):
    found = fields_refused(lambda: save_talent(workspace, DELIA, TalentDraft()))
    assert set(found) == {"talent", "consent", "contact_label", "area_id"}
    later = replace(BIKES, consent_on=TODAY + timedelta(days=1))
    assert set(fields_refused(lambda: save_talent(workspace, DELIA, later))) == {"consent_on"}
    for field in ("languages", "experience_with", "conduct_certificate"):
        value = "Kanarie" if field == "conduct_certificate" else ("Kanarie",)
        unknown = replace(BIKES, **{field: value})
        assert set(fields_refused(lambda draft=unknown: save_talent(workspace, DELIA, draft))) == {field}


@pytest.mark.parametrize(
    ("others", "sentence"),
    [
        (4, "Enkele mensen zoeken hulp bij: Spullen repareren en lenen."),
        (5, "Mensen zoeken hulp bij: Spullen repareren en lenen."),
        (12, "Mensen zoeken hulp bij: Spullen repareren en lenen."),
    ],
)
def test_demand_is_told_in_words_without_a_number(workspace, others, sentence):
    for _ in range(others):
        need_of(workspace, JOOST, theme=ThemeId("repareren-en-lenen"))
    assert save_talent(workspace, DELIA, BIKES).wanted == (sentence,)
    assert ("talent bewaren", "need", others) in audit(workspace)


def test_everything_that_looks_like_a_person_is_told_at_once(workspace):
    written = replace(BIKES, contact_label="Mevrouw De Vries uit Havenstraat 12 belde 06-12345678")
    found = fields_refused(lambda: save_talent(workspace, DELIA, written))["contact_label"]
    assert "Hier staat misschien een naam." in found
    assert "Dit lijkt een adres." in found
    assert "Dit lijkt een telefoonnummer." in found


def test_demand_counts_only_who_may_be_linked_and_was_there_before_this_week(workspace):
    theme = ThemeId("repareren-en-lenen")
    need_of(workspace, JOOST, theme=theme, may_be_linked=Permission.STILL_TO_ASK)
    need_of(workspace, JOOST, theme=theme, may_be_linked=Permission.NO)
    need_of(workspace, JOOST, theme=theme, reported_on=TODAY)
    assert save_talent(workspace, DELIA, BIKES).wanted == ()


def test_a_sensitive_theme_is_named_by_its_leefgebied(workspace):
    need_of(workspace, JOOST, theme=ThemeId("rouw"))
    lived = replace(BIKES, talent=TalentKindId("ervaringsdeskundig"), experience_with=(ThemeId("rouw"),))
    assert save_talent(workspace, DELIA, lived).wanted == ("Enkele mensen zoeken hulp bij: Zin en verlies.",)


def test_an_open_role_nearby_that_fits_is_shown_with_the_way_there(workspace):
    role = VolunteerRole(id="rol", initiative_id=TAALCAFE.id, role=VolunteerRoleKind.CONTENT)
    keep(workspace, role, replace(role, id="rol2"), replace(role, id="vol", filled=True))
    buddy = replace(BAKER, talent=TalentKindId("taalmaatje"), mobility=Mobility.CYCLING)
    assert save_talent(workspace, DELIA, buddy).roles == (
        "Taalcafé zoekt 2 vrijwilligers (2 minuten fietsen).",
    )
    assert save_talent(workspace, DELIA, BIKES).roles == ()
    far = replace(buddy, area_id=VOGELWEIDE.id, mobility=Mobility.POOR)
    assert save_talent(workspace, DELIA, far).roles == ()


def test_who_can_sew_is_found_by_plain_words(workspace):
    keep(workspace, replace(TALENT, id=TalentId("naaister"), talent=TalentKindId("naaien-breien")))
    assert [line.id for line in list_talents(workspace, JOOST, "naaien")] == ["naaister"]
    assert [line.id for line in list_talents(workspace, JOOST, "wie kan naaien?")] == ["naaister"]
    assert [line.id for line in list_talents(workspace, JOOST, "samen eten")] == [TALENT.id]
    assert list_talents(workspace, JOOST, "xyzzy") == ()


def test_a_new_yes_counts_from_today_and_a_no_takes_the_talent_away(workspace):
    keep(workspace, replace(TALENT, consent_on=date(2024, 1, 1)))
    ask_consent_again(workspace, DELIA, TALENT.id, Permission.YES, 2)
    assert line_of(workspace, TALENT.id).until == TODAY + timedelta(days=365)
    with pytest.raises(EditConflict):
        ask_consent_again(workspace, DELIA, TALENT.id, Permission.STILL_TO_ASK, 1)
    ask_consent_again(workspace, DELIA, TALENT.id, Permission.NO, 3)
    assert list_talents(workspace, DELIA) == ()
    assert not [lead for lead in workspace.catalogue.all(Leadership) if lead.entity.talent_id == TALENT.id]


def test_who_stops_is_gone_everywhere_at_once(workspace):
    role = VolunteerRole(
        id="rol", initiative_id=EETTAFEL.id, role=VolunteerRoleKind.LEAD, filled=True, talent_id=TALENT.id
    )
    idea = BundleProposal(
        id="idee", theme=ThemeId("samen-eten"), sort=BundleKind.NEW, size=5,
        lead_ids=(TalentId("ander"), TALENT.id),
    )  # fmt: skip
    keep(workspace, role, idea)
    stop_talent(workspace, DELIA, TALENT.id)
    touched = (
        (Talent, TALENT.id),
        (Leadership, TREKKER.id),
        (VolunteerRole, "rol"),
        (BundleProposal, "idee"),
    )
    batches = {workspace.catalogue.history(cls.kind, thing)[-1].batch for cls, thing in touched}
    assert len(batches) == 1, "one save"
    assert list_talents(workspace, DELIA) == ()
    assert not [lead for lead in workspace.catalogue.all(Leadership) if lead.entity.talent_id == TALENT.id]
    assert workspace.catalogue.get(VolunteerRole, "rol").entity.talent_id is None
    assert workspace.catalogue.get(BundleProposal, "idee").entity.lead_ids == ("ander",)
    with pytest.raises(NotFound):
        stop_talent(workspace, DELIA, TALENT.id)


def test_stopping_is_all_or_nothing(workspace, town_folder):
    role = VolunteerRole(
        id="rol", initiative_id=EETTAFEL.id, role=VolunteerRoleKind.LEAD, talent_id=TALENT.id
    )
    keep(workspace, role)
    refuse_after(town_folder, entries=2)
    with pytest.raises(OutsideError):
        stop_talent(workspace, DELIA, TALENT.id)
    assert workspace.catalogue.get(VolunteerRole, "rol").entity == role
    assert [line.id for line in list_talents(workspace, DELIA)] == [TALENT.id]
    assert [lead for lead in workspace.catalogue.all(Leadership) if lead.entity.talent_id == TALENT.id]


def test_stopping_does_not_wait_for_somebody_elses_edit(workspace):
    keep(workspace, replace(TALENT, hours_per_month=2.0))
    ask_consent_again(workspace, DELIA, TALENT.id, Permission.NO, 1)
    assert list_talents(workspace, DELIA) == ()


def test_a_talent_is_changed_and_its_yes_stays_as_it_was(workspace):
    opened = open_talent(workspace, DELIA, TALENT.id)
    assert (opened.version, opened.draft.contact_label) == (1, "de kok van de zaterdag")
    change_talent(workspace, DELIA, TALENT.id, replace(opened.draft, **OTHERWISE), opened.version)
    talent = workspace.catalogue.get(Talent, TALENT.id).entity
    assert talent == replace(TALENT, **OTHERWISE), "the resident, the colleague and the yes stay"
    later = replace(opened.draft, area_id=VOGELWEIDE.id, hours_per_month=8.0)
    with pytest.raises(EditConflict):
        change_talent(workspace, DELIA, TALENT.id, later, opened.version)


def test_a_change_is_checked_as_a_new_talent_is(workspace):
    opened = open_talent(workspace, DELIA, TALENT.id)
    wrong = replace(opened.draft, contact_label="Kanarie van Dijk", area_id=None, languages=("Kanarie",))
    found = fields_refused(lambda: change_talent(workspace, DELIA, TALENT.id, wrong, 1))
    assert set(found) == {"contact_label", "area_id", "languages"}
    assert workspace.catalogue.get(Talent, TALENT.id).entity == TALENT


def test_without_a_line_no_demand_is_told_and_no_talent_kept(workspace, town_folder):
    workspace.projections.people()
    refuse_writing(town_folder)
    with pytest.raises(OutsideError):
        save_talent(workspace, DELIA, BIKES)
    assert [line.id for line in list_talents(workspace, DELIA)] == [TALENT.id]
    with pytest.raises(OutsideError):
        own_notes(workspace, SAMIRA)


def test_a_note_is_read_again_by_its_writer_alone(workspace):
    themes = (ThemeId("lift-trap-toegang"),)
    note = write_field_note(workspace, SAMIRA, replace(NOTE, themes=themes, heard_at="flat"))
    (line,) = own_notes(workspace, SAMIRA)
    assert (line.id, line.text, line.area, line.on) == (note, NOTE.text, "Lindehof", TODAY)
    assert [theme.id for theme in line.themes] == list(themes)
    for other in (DELIA, JOOST, Viewer(Role.COMMUNITY_WORKER), Viewer(Role.PROFESSIONAL, "samira2")):
        assert own_notes(workspace, other) == ()
    assert audit(workspace)
    assert workspace.catalogue.count(AuditLine) == 5


def test_a_note_has_five_hundred_characters_a_place_and_a_day(workspace):
    write_field_note(workspace, SAMIRA, replace(NOTE, text="a" * 500))
    for field, draft in {
        "text": replace(NOTE, text="a" * 501),
        "area_id": replace(NOTE, area_id=None),
        "on": replace(NOTE, on=TODAY + timedelta(days=1)),
        "themes": replace(NOTE, themes=(ThemeId("Kanarie"),)),
        "heard_at": replace(NOTE, heard_at="Kanarie van Dijk"),
    }.items():
        assert set(fields_refused(lambda d=draft: write_field_note(workspace, SAMIRA, d))) == {field}
    assert set(fields_refused(lambda: write_field_note(workspace, SAMIRA, NoteDraft()))) == {
        "text",
        "area_id",
    }


def test_a_network_is_kept_by_area_and_role(workspace):
    network = save_network(workspace, DELIA, replace(FLAT, key_figure="de huismeester", members_estimate=82))
    lines = {line.id: line for line in show_networks(workspace, JOOST).networks}
    line = lines[network]
    assert (line.name, line.sort_label, line.area) == ("Trappenhuis Oost", "Flat of trappenhuis", "Lindehof")
    assert (line.key_figure, line.members_estimate, line.known_by) == ("de huismeester", 82, ())
    assert lines[STRAATAPP.id].key_figure == "de voorzitter"
    changed = replace(FLAT, id=network, name="Trappenhuis West")
    save_network(workspace, SAMIRA, changed, line.version)
    with pytest.raises(EditConflict):
        save_network(workspace, DELIA, replace(changed, name="Trappenhuis Noord"), line.version)
    with pytest.raises(NotFound):
        save_network(workspace, DELIA, replace(FLAT, id="bestaat-niet"))


def test_what_a_network_lacks_is_told_by_its_field(workspace):
    found = fields_refused(lambda: save_network(workspace, DELIA, NetworkDraft()))
    assert set(found) == {"name", "sort", "area_id"}
    none = replace(FLAT, members_estimate=0)
    assert set(fields_refused(lambda: save_network(workspace, DELIA, none))) == {"members_estimate"}


def test_where_we_can_be_found_is_seen_by_everybody_until_it_stops(workspace):
    moment = save_presence(workspace, DELIA, DESK)
    assert "maandag 9.00–10.00 uur" in {line.when for line in show_networks(workspace, JOOST).presence}
    visitor = Viewer(Role.VISITOR)
    assert any("maandag" in line for line in show_facility(workspace, visitor, DE_LINDE.id).presence)
    stop_presence(workspace, DELIA, moment)
    assert not any("maandag" in line for line in show_facility(workspace, visitor, DE_LINDE.id).presence)


def test_a_moment_that_ends_before_it_begins_or_lacks_something_is_refused(workspace):
    wrong = replace(DESK, ends=time(8))
    assert set(fields_refused(lambda: save_presence(workspace, DELIA, wrong))) == {"ends"}
    empty = replace(DESK, facility_id=None, day=None, starts=None, who=" ")
    found = fields_refused(lambda: save_presence(workspace, DELIA, empty))
    assert set(found) == {"facility_id", "day", "starts", "who"}


def test_i_know_this_place_is_written_down_once_with_the_day_of_the_last_contact(workspace):
    assert [known.name for known in who_knows(workspace, DELIA, "initiative", EETTAFEL.id)] == [
        "Wobke Zandstra"
    ]
    assert who_knows(workspace, DELIA, "initiative", KOFFIE.id) == ()
    for _ in range(2):
        know_place(workspace, DELIA, "initiative", KOFFIE.id)
    (known,) = who_knows(workspace, DELIA, "initiative", KOFFIE.id)
    assert (known.name, known.on, known.you) == ("Wobke Zandstra", TODAY, True)
    know_place(workspace, DELIA, "network", STRAATAPP.id)
    know_place(workspace, DELIA, "organisation", "kerk")
    know_place(workspace, DELIA, "initiative", EETTAFEL.id)
    assert who_knows(workspace, JOOST, "initiative", EETTAFEL.id)[0].on == TODAY
    for kind, thing in (("initiative", "bestaat-niet"), ("need", "V-12"), ("Kanarie", "x")):
        with pytest.raises(NotFound):
            know_place(workspace, DELIA, kind, thing)
    with pytest.raises(InvalidInput, match="Kies eerst je naam"):
        know_place(workspace, Viewer(Role.BROKER), "initiative", KOFFIE.id)


def test_peers_are_listed_apart_as_if_they_were_gladly_met(workspace):
    asked = HelpRequest(themes=(ThemeId("rouw"),), area_id=LINDEHOF.id)
    assert find_peers(workspace, JOOST, asked) == ()
    group = Initiative(
        id=InitiativeId("rouwgroep"),
        name="Rouwgroep",
        themes=(ThemeId("rouw"),),
        contact="via de kerk",
        facility_id=DE_LINDE.id,
        peer_themes=(ThemeId("rouw"),),
        places_unlimited=True,
        checked_on=TODAY,
    )
    keep(workspace, group, replace(group, id=InitiativeId("koor"), name="Koor", peer_themes=()))
    (peers,) = find_peers(workspace, JOOST, asked)
    assert peers.name == "Rouwgroep"
    assert {match.name for match in find_help(workspace, JOOST, asked).matches} >= {"Rouwgroep", "Koor"}
    alone = replace(asked, themes=(ThemeId("eenzaamheid"),))
    assert [match.name for match in find_peers(workspace, JOOST, alone)] == ["Rouwgroep"]
    acute = replace(asked, themes=(ThemeId("huiselijk-geweld"),))
    assert find_peers(workspace, JOOST, acute) == ()
