"""Adding and changing: what is needed, what is found at once, and what happens when two people edit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.find_similar import find_similar
from socialmap.actions.map_features import FeatureRequest, map_features
from socialmap.actions.save_offer import add_offer, change_offer, open_draft, place_in_quadrants
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_place import show_facility, show_organisation
from socialmap.errors import EditConflict, FieldConflict, InvalidInput, NotFound
from socialmap.geo.coordinates import from_metres
from socialmap.model.provision import Facility, Initiative, Organisation, OrganisationKind, QuadrantItems
from socialmap.model.quadrants import Quadrant
from socialmap.model.values import FacilityId, FacilityTypeId, InitiativeId, OrganisationId, Point, ThemeId
from socialmap.privacy.roles import Role, Viewer
from tests.town import DE_LINDE, EETTAFEL, KOFFIE, LINDEHOF, TODAY

BROKER = Viewer(Role.BROKER, "delia")
COLLEAGUE = Viewer(Role.COMMUNITY_WORKER, "samira")
WORKER = Viewer(Role.PROFESSIONAL, "joost")
FOUR_FIELDS = Initiative(
    id=InitiativeId(""),
    name="  Breien  bij het raam ",
    themes=(ThemeId("creatief"),),
    contact="via de beheerder",
    point=from_metres(200_020, 500_000),
)
NEEDLEWORK = HelpRequest(themes=(ThemeId("creatief"),), area_id=LINDEHOF.id)
EVERYWHERE = FeatureRequest(
    view=MapView(),
    west=6.0,
    south=52.3,
    east=6.3,
    north=52.7,
    zoom=17,
    layers=frozenset({"initiatives", "facilities"}),
)


def sentences(refused):
    return {violation.field: violation.sentence for violation in refused.value.violations}


def first_reasons(workspace):
    return [match.reasons[0] for match in find_help(workspace, WORKER, NEEDLEWORK).matches]


def test_four_fields_are_enough_for_an_initiative(workspace):
    saved = add_offer(workspace, BROKER, FOUR_FIELDS)
    assert (saved.name, saved.version, saved.placed) == ("Breien bij het raam", 1, "")
    shown = show_offer(workspace, BROKER, saved.id)
    assert (shown.name, shown.themes, shown.contact) == (
        "Breien bij het raam",
        ("Creatief bezig zijn",),
        "via de beheerder",
    )
    assert shown.checked_on == TODAY
    assert shown.area == "Lindehof"


def test_a_point_abroad_is_no_place(workspace):
    with pytest.raises(InvalidInput) as refused:
        add_offer(workspace, BROKER, replace(FOUR_FIELDS, point=Point(13.4, 52.5)))
    assert sentences(refused) == {"point": "Deze plek ligt niet in Nederland. Kies een plek op de kaart."}


def test_a_text_with_a_name_in_it_is_refused_without_repeating_the_name(workspace):
    draft = replace(FOUR_FIELDS, description="Vraag naar Kanarie van Dijk, 06-12345678.")
    with pytest.raises(InvalidInput) as refused:
        add_offer(workspace, BROKER, draft)
    assert "description" in sentences(refused)
    assert "Dijk" not in str(refused.value)
    assert "12345678" not in str(refused.value)


@pytest.mark.parametrize(
    "place",
    [
        {"point": from_metres(200_020, 500_000)},
        {"facility_id": DE_LINDE.id},
        {"area_id": LINDEHOF.id},
        {"no_fixed_place": True},
    ],
    ids=lambda place: next(iter(place)),
)
def test_each_of_the_four_kinds_of_place_is_a_place(workspace, place):
    draft = replace(FOUR_FIELDS, **{"point": None, **place})
    assert add_offer(workspace, BROKER, draft).version == 1


def test_an_initiative_without_anything_is_told_all_that_is_missing_at_once(workspace):
    before = workspace.catalogue.position()
    with pytest.raises(InvalidInput) as refused:
        add_offer(workspace, BROKER, Initiative(id=InitiativeId(""), name=" ", themes=(), contact=""))
    assert sentences(refused) == {
        "name": "Geef het een naam.",
        "themes": "Waar helpt dit bij? Kies minstens één onderwerp.",
        "contact": "Hoe kun je contact opnemen? Vul iets in, zoals 'via het buurthuis'.",
        "facility_id": "Waar is het? Kies één plek, één gebied of 'geen vaste plek'.",
    }
    assert workspace.catalogue.position() == before


@pytest.mark.parametrize("missing", ["name", "themes", "contact", "point"])
def test_each_of_the_four_fields_is_needed(workspace, missing):
    empty = {"name": "", "themes": (), "contact": "", "point": None}
    with pytest.raises(InvalidInput) as refused:
        add_offer(workspace, BROKER, replace(FOUR_FIELDS, **{missing: empty[missing]}))
    assert list(sentences(refused)) == ["facility_id" if missing == "point" else missing]


def test_what_is_saved_is_found_by_the_very_next_question_on_every_screen(workspace):
    assert all("Creatief" not in line.sentence for line in first_reasons(workspace))
    assert browse_map(workspace, WORKER, MapView(text="breien")).total == 0
    saved = add_offer(workspace, BROKER, FOUR_FIELDS)
    assert first_reasons(workspace)[0].sentence == "Gaat over: Creatief bezig zijn."
    match = find_help(workspace, WORKER, NEEDLEWORK).matches[0]
    assert (match.id, match.distance_m) == (saved.id, 26)
    assert [line.id for line in browse_map(workspace, WORKER, MapView(text="breien")).lines] == [saved.id]
    drawn = map_features(workspace, Viewer(Role.VISITOR), EVERYWHERE)["features"]
    assert saved.id in {feature["properties"]["id"] for feature in drawn}
    (same,) = find_similar(workspace, BROKER, "Breien bij het raam", point=FOUR_FIELDS.point)
    assert same.id == saved.id


def test_what_another_process_saves_is_found_too(workspace, town_folder, second_workspace):
    assert browse_map(workspace, WORKER, MapView(text="breien")).total == 0
    add_offer(second_workspace, BROKER, FOUR_FIELDS)
    assert browse_map(workspace, WORKER, MapView(text="breien")).total == 1


def test_a_change_is_found_at_once_and_the_old_name_no_longer(workspace):
    draft = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    saved = change_offer(workspace, BROKER, replace(draft.entity, name="Thee in de Linde"), draft.version)
    assert (saved.version, saved.name) == (2, "Thee in de Linde")
    assert browse_map(workspace, WORKER, MapView(text="thee")).total == 1
    assert browse_map(workspace, WORKER, MapView(text="koffie")).total == 0


def test_a_moved_facility_takes_its_initiatives_along(workspace):
    draft = open_draft(workspace, BROKER, "facility", DE_LINDE.id)
    moved = replace(draft.entity, point=from_metres(200_000, 500_010))
    change_offer(workspace, BROKER, moved, draft.version)
    answer = find_help(workspace, WORKER, HelpRequest(themes=(ThemeId("eenzaamheid"),), area_id=LINDEHOF.id))
    assert (answer.matches[0].id, answer.matches[0].distance_m) == (KOFFIE.id, 13)


def test_edits_of_different_fields_come_together(workspace):
    mine = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    change_offer(workspace, COLLEAGUE, replace(mine.entity, contact="via de gastvrouw"), mine.version)
    saved = change_offer(workspace, BROKER, replace(mine.entity, cost_eur=1.5), mine.version)
    now = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    assert saved.version == now.version == 3
    assert (now.entity.contact, now.entity.cost_eur) == ("via de gastvrouw", 1.5)


def test_edits_of_the_same_field_show_both_values_and_save_neither_silently(workspace):
    mine = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    change_offer(workspace, COLLEAGUE, replace(mine.entity, contact="via de gastvrouw"), mine.version)
    with pytest.raises(EditConflict) as conflict:
        change_offer(workspace, BROKER, replace(mine.entity, contact="bel 038-5550199"), mine.version)
    assert conflict.value.conflicts == (FieldConflict("contact", "via de gastvrouw", "bel 038-5550199"),)
    assert conflict.value.version == 2
    assert str(conflict.value) == "Iemand anders heeft dit ook aangepast."
    assert open_draft(workspace, BROKER, "initiative", KOFFIE.id).entity.contact == "via de gastvrouw"
    chosen = replace(mine.entity, contact="bel 038-5550199")
    assert change_offer(workspace, BROKER, chosen, conflict.value.version).version == 3


def test_a_change_that_breaks_a_rule_is_refused_and_keeps_what_was(workspace):
    draft = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    with pytest.raises(InvalidInput) as refused:
        change_offer(workspace, BROKER, replace(draft.entity, age_min=70, age_max=60), draft.version)
    assert sentences(refused) == {"age_max": "De hoogste leeftijd kan niet onder de laagste liggen."}
    assert open_draft(workspace, BROKER, "initiative", KOFFIE.id) == draft


@pytest.mark.parametrize(("kind", "entity_id"), [("initiative", "nergens"), ("bestaat-niet", "koffie")])
def test_a_draft_of_something_that_is_not_there_is_not_found(workspace, kind, entity_id):
    with pytest.raises(NotFound):
        open_draft(workspace, BROKER, kind, entity_id)


def test_a_facility_and_an_organisation_are_added_the_same_way(workspace):
    place = add_offer(
        workspace,
        BROKER,
        Facility(
            id=FacilityId(""),
            name="Speeltuin Het Anker",
            type=FacilityTypeId("speeltuin"),
            point=from_metres(201_500, 500_000),
        ),
    )
    assert show_facility(workspace, BROKER, place.id).area == "Havenrand"
    club = add_offer(
        workspace,
        BROKER,
        Organisation(id=OrganisationId(""), name="Schaakclub", sort=OrganisationKind.ASSOCIATION),
    )
    assert show_organisation(workspace, BROKER, club.id).name == "Schaakclub"
    assert len({place.id, club.id}) == 2


@pytest.mark.parametrize(
    ("items", "quadrants", "sentence"),
    [
        ((1, 1, 1, -1, -1, -1), (Quadrant.RO,), "Dit past bij: samen, vooral door bewoners."),
        ((-1, -1, -1, 1, 1, 0), (Quadrant.LB,), "Dit past bij: één voor één, door beroepskrachten."),
        ((0, 0, 0, 0, 0, 0), tuple(Quadrant), "Dit past bij: een beetje van alles."),
    ],
)
def test_six_answers_say_where_an_initiative_lands(items, quadrants, sentence):
    placed = place_in_quadrants(QuadrantItems(**dict(zip(QuadrantItems.__slots__, items, strict=True))))
    assert set(placed.quadrants) == set(quadrants)
    assert placed.sentence == sentence


def test_the_placement_is_told_when_it_is_saved(workspace):
    draft = open_draft(workspace, BROKER, "initiative", EETTAFEL.id)
    saved = change_offer(workspace, BROKER, replace(draft.entity, cost_eur=3.0), draft.version)
    assert saved.placed == "Dit past bij: samen, vooral door bewoners."


def test_a_likely_duplicate_is_warned_about_while_typing(workspace):
    (same,) = find_similar(workspace, BROKER, "Koffieochtend De Linde", point=from_metres(200_200, 500_190))
    assert (same.id, same.distance_m, round(same.similarity, 2)) == (KOFFIE.id, 40, 0.80)
    (same,) = find_similar(workspace, BROKER, "Koffieochtend De Linde", facility_id=DE_LINDE.id)
    assert (same.id, same.distance_m) == (KOFFIE.id, 0)


@pytest.mark.parametrize(
    ("name", "x_m"), [("Wandelclub De Brug", 200_100), ("Koffieochtend De Linde", 200_400)]
)
def test_what_is_only_a_little_like_it_or_elsewhere_gives_no_warning(workspace, name, x_m):
    assert find_similar(workspace, BROKER, name, point=from_metres(x_m, 500_000)) == ()


def test_the_same_phone_number_is_a_reason_to_warn(workspace):
    (same,) = find_similar(workspace, BROKER, "Iets heel anders", contact="bel 038 555 01 11")
    assert same.id == EETTAFEL.id


def test_what_is_being_edited_is_not_its_own_duplicate(workspace):
    assert find_similar(workspace, BROKER, KOFFIE.name, facility_id=DE_LINDE.id, leave_out=KOFFIE.id) == ()


@pytest.mark.parametrize("field", ["description", "what_works", "what_hinders"])
def test_what_looks_like_a_person_in_an_open_text_is_refused(workspace, field):
    draft = replace(FOUR_FIELDS, **{field: "Bel Wiebke van der Meulen, 06-12345678."})
    with pytest.raises(InvalidInput) as refused:
        add_offer(workspace, BROKER, draft)
    assert {violation.field for violation in refused.value.violations} == {field}


def test_contact_may_hold_a_number_but_no_address(workspace):
    assert (
        add_offer(workspace, BROKER, replace(FOUR_FIELDS, contact="via De Linde, 038-555 01 01")).version == 1
    )
    with pytest.raises(InvalidInput) as refused:
        add_offer(workspace, BROKER, replace(FOUR_FIELDS, contact="Kanariestraat 1"))
    assert list(sentences(refused)) == ["contact"]


def test_a_name_with_a_mobile_number_is_refused_at_contact(workspace):
    with pytest.raises(InvalidInput) as refused:
        add_offer(workspace, BROKER, replace(FOUR_FIELDS, contact="bel Fatima Jansen 06-12345678"))
    (sentence,) = sentences(refused).values()
    assert sentence.startswith("Zet bij contact een rol of een algemeen nummer")


@pytest.mark.parametrize("contact", ["via Fatima Jansen", "Fatima Jansen, 038-5550101"])
def test_a_name_alone_at_contact_is_a_question(workspace, contact):
    saved = add_offer(workspace, BROKER, replace(FOUR_FIELDS, contact=contact))
    (hint,) = saved.hints
    assert hint.field == "contact"
    assert "Vraag of deze naam openbaar mag." in hint.sentence


@pytest.mark.parametrize("contact", ["bel de balie 038-5550101", "bel de gastvrouw 06-12345678"])
def test_a_role_with_a_number_is_fine(workspace, contact):
    assert add_offer(workspace, BROKER, replace(FOUR_FIELDS, contact=contact)).hints == ()


def test_a_text_that_was_there_already_does_not_stop_another_edit(workspace):
    draft = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    named = replace(draft.entity, description="Vraag naar Wiebke van der Meulen.")
    workspace.catalogue.save([named], actor="beheerder", action="import", at=workspace.clock())
    again = open_draft(workspace, BROKER, "initiative", KOFFIE.id)
    assert change_offer(workspace, BROKER, replace(again.entity, cost_eur=1.0), again.version).version == 3


def test_a_hint_comes_along_and_does_not_refuse(workspace):
    saved = add_offer(workspace, BROKER, replace(FOUR_FIELDS, name="Schuldencafé"))
    assert [hint.sentence for hint in saved.hints] == ["Kies een naam waar mensen zich niet voor schamen."]


def test_a_new_facility_is_a_basic_one_when_its_type_is(workspace):
    draft = Facility(
        id=FacilityId(""),
        name="Bieb",
        type=FacilityTypeId("bibliotheek"),
        point=from_metres(200_020, 500_000),
    )
    saved = add_offer(workspace, BROKER, draft)
    assert open_draft(workspace, BROKER, "facility", saved.id).entity.basic
