"""Bundling, rule by rule: what is told with an idea, who may be asked, and who does not fit and why."""

from dataclasses import replace
from datetime import date

import pytest

from socialmap.collective.bundling import bundle
from socialmap.collective.bundling_inputs import Fit, LeadCandidate, Means, OpenQuestion, Partner
from socialmap.collective.group_sizes import GROUP_SIZES, GroupSize, group_size
from socialmap.collective.leading import KIND_OF_PARTNER, role_of
from socialmap.collective.rooms import Venue
from socialmap.model.people import Mobility, Permission, VolunteerRoleKind
from socialmap.model.provision import OrganisationKind
from socialmap.model.together import BundleStatus
from socialmap.model.values import DayPart, Tri
from socialmap.model.vocabulary import Collective, GroupForm
from socialmap.ontology.thesaurus import load_vocabulary

VOCABULARY = load_vocabulary()
WEDNESDAY, FRIDAY = DayPart.WEDNESDAY_MORNING, DayPart.FRIDAY_AFTERNOON


def asked(number, **changes):
    known = OpenQuestion(
        id=f"V{number}",
        person=f"P{number}",
        x_m=0.0,
        y_m=0.0,
        mobility=Mobility.WALKING,
        available=(WEDNESDAY,),
        languages=("nl",),
        may_be_linked=Permission.YES,
        reported_on=date(2026, 2, 1),
    )
    return replace(known, **changes)


def people(count, **changes):
    return [asked(number, **changes) for number in range(1, count + 1)]


def venue(**changes):
    known = Venue(
        id="HUIS",
        name="Huis",
        x_m=0.0,
        y_m=0.0,
        free_at=(WEDNESDAY,),
        capacity=30,
        cost_eur=0,
        wheelchair=Tri.YES,
    )
    return replace(known, **changes)


def talent(talent_id, kind="taalmaatje", **changes):
    known = LeadCandidate(
        id=talent_id,
        person=f"bij {talent_id}",
        talent=kind,
        x_m=0.0,
        y_m=0.0,
        mobility=Mobility.WALKING,
        available=(WEDNESDAY,),
        languages=("nl",),
        leads=0,
    )
    return replace(known, **changes)


def partner(partner_id, *themes, sort=None, x_m=0.0):
    return Partner(id=partner_id, name=partner_id, themes=themes, x_m=x_m, y_m=0.0, sort=sort)


def run(questions, *, theme="nederlands-leren", venues=None, talents=(), partners=(), fits=None):
    means = Means([venue()] if venues is None else venues, talents, partners)
    return bundle(theme, questions, means, fits or (lambda _: ()), VOCABULARY)


def test_every_group_form_has_its_size_and_only_partly_is_smaller():
    assert set(GROUP_SIZES) == set(GroupForm) - {GroupForm.NONE}
    for form, size in GROUP_SIZES.items():
        assert 3 <= size.minimum < size.ideal_from < size.ideal_to < size.maximum
        partly = group_size(form, Collective.PARTLY)
        assert (partly.maximum, partly.minimum) == (8, size.minimum)
        assert partly.ideal_to <= 8
    assert group_size(GroupForm.DROP_IN, Collective.YES, minimum=6) == GroupSize(6, 8, 15, 25)
    assert group_size(GroupForm.NONE, Collective.PARTLY) is None
    assert group_size(GroupForm.EATING, Collective.NO) is None


def test_an_idea_is_only_an_idea_and_begins_with_the_people_themselves():
    found = run(people(4))
    assert found.new[0].status is BundleStatus.IDEA
    assert found.first_step == found.new[0].first_step == "Vraag het aan de mensen zelf"
    assert found.new[0].sentence == "4 mensen, Huis, woensdagochtend."
    late = asked(5, available=(FRIDAY,))
    one_left = run([*people(4), late]).new[0].sentence
    assert one_left == "4 mensen, Huis, woensdagochtend. Wie past niet, zie je hieronder."


def test_what_is_missing_is_told():
    bare = run(people(4), venues=[venue(cost_eur=None)]).new[0]
    assert bare.missing == (
        "Zoek nog 2 trekkers",
        "Vraag na wat de ruimte kost",
        "Zoek een partner. Probeer eerst: taalhuis, bibliotheek of school",
    )
    assert bare.score == 49
    one = run(people(4), talents=[talent("T1")], partners=[partner("TH", "leren")]).new[0]
    assert (one.missing, one.score) == (("Zoek nog 1 trekker",), 74)


def test_eating_needs_a_kitchen_or_a_question_about_it():
    def told(kitchen):
        return run(people(6), theme="samen-eten", venues=[venue(kitchen=kitchen)]).new[0].missing

    assert "Vraag na of er een keuken is" in told(Tri.UNKNOWN)
    assert "Hier is geen keuken. Bedenk hoe je aan eten komt" in told(Tri.NO)
    assert not any("keuken" in sentence for sentence in told(Tri.YES))


def test_without_somebody_for_the_content_nobody_is_proposed_but_the_host_is_told():
    host = run(people(4), talents=[talent("T1", "gastvrouw-gastheer")]).new[0]
    assert host.leads == ()
    assert host.missing[:2] == (
        "Zoek nog 2 trekkers",
        "Iemand kan wel gastvrouw of gastheer zijn. Zoek eerst een trekker voor de inhoud",
    )


def test_whoever_leads_two_is_never_proposed_but_is_told():
    group = run(people(4), talents=[talent("T1", leads=2), talent("T2", leads=1)]).new[0]
    assert [lead.talent for lead in group.leads] == ["T2"]
    assert group.asked_too_much == ("T1",)


def test_two_talents_of_one_person_are_one_lead():
    group = run(people(4), talents=[talent("T1", person="Q"), talent("T2", "tolken", person="Q")]).new[0]
    assert [lead.talent for lead in group.leads] == ["T1"]


def test_lived_experience_counts_for_the_themes_of_the_person():
    own = talent("T1", "ervaringsdeskundig", experience_with=("somber",))
    assert role_of(own, "somber", VOCABULARY) is VolunteerRoleKind.CONTENT
    assert role_of(own, "rouw", VOCABULARY) is None
    assert role_of(talent("T2", "groep-begeleiden"), "rouw", VOCABULARY) is VolunteerRoleKind.CONTENT
    assert role_of(talent("T2", "groep-begeleiden"), "somber", VOCABULARY) is VolunteerRoleKind.HOST


def test_a_partner_is_found_by_its_kind_when_none_is_about_the_theme():
    library = partner("BIEB", sort=OrganisationKind.LIBRARY)
    school = partner("SCHOOL", sort=OrganisationKind.SCHOOL)
    found = run(people(4), partners=[school, library]).new[0].partner
    assert (found.id, found.found_by) == ("BIEB", "soort")
    house = partner("TH", "leren", x_m=5_000.0)
    found = run(people(4), partners=[school, library, house]).new[0].partner
    assert (found.id, found.found_by, found.distance_m) == ("TH", "thema", 6_500)


def test_every_kind_of_partner_is_one_of_the_thesaurus():
    assert set(KIND_OF_PARTNER) <= set(VOCABULARY.partner_types)


def test_the_strictest_permission_of_a_person_holds():
    first = asked(1)
    refused = run([first, asked(2, person="P1", may_be_linked=Permission.NO), *people(5)[2:]])
    assert [(each.need, each.reason) for each in refused.not_bundled] == [
        ("V1", "wil niet"),
        ("V2", "wil niet"),
    ]
    unasked = run([first, asked(2, person="P1", may_be_linked=Permission.STILL_TO_ASK), *people(5)[2:]])
    assert unasked.maybe_too == ("V1", "V2")
    assert unasked.new == refused.new == ()


def test_merged_questions_join_day_parts_languages_and_the_wheelchair():
    later = asked(5, person="P1", available=(FRIDAY,), languages=("ar",), wheelchair=True)
    seen = []
    run([replace(later, reported_on=date(2026, 2, 9)), asked(1)], fits=lambda each: seen.append(each) or ())
    assert [each.ids for each in seen] == [("V1", "V5")]
    assert seen[0].available == (WEDNESDAY, FRIDAY)
    assert (seen[0].languages, seen[0].wheelchair) == (("nl", "ar"), True)
    assert seen[0].reported_on == date(2026, 2, 1)


def test_asking_one_more_person_makes_the_group_large_enough():
    fits = {f"V{number}": [Fit("BRUG", "Eettafel De Brug", 90, 100, 2)] for number in (1, 2)}
    waiting = people(7)
    unsure = [
        asked(8, may_be_linked=Permission.STILL_TO_ASK),
        asked(9, may_be_linked=Permission.STILL_TO_ASK, available=(FRIDAY,)),
    ]

    def evening(questions):
        return run(questions, theme="samen-eten", fits=lambda question: fits.get(question.id, ()))

    found = evening([*waiting, *unsure])
    assert [join.need for join in found.joins] == ["V1", "V2"]
    assert (len(found.too_few.members), found.too_few.still_needed) == (5, 1)
    assert found.too_few.sentence == "Nog te weinig: 5 mensen, nog 1 nodig, Huis woensdagochtend"
    assert (found.maybe_too, found.too_few.could_ask) == (("V8", "V9"), ("V8",))
    said_yes = evening([*waiting, replace(unsure[0], may_be_linked=Permission.YES), unsure[1]])
    assert len(said_yes.new[0].members) == 6


def test_places_without_a_limit_are_never_full():
    found = run(people(5), fits=lambda _: [Fit("TC", "Taalcafé", 80, 100, None)])
    assert len(found.joins) == 5
    assert found.too_few is None


def test_somebody_who_does_not_know_a_day_or_language_can_join_but_is_asked_before_a_group():
    unsure = [asked(5, available=()), asked(6, languages=())]
    found = run([*people(4), *unsure])
    assert [(each.need, each.why) for each in found.no_place] == [
        ("V5", ("dagdeel_onbekend",)),
        ("V6", ("taal_onbekend",)),
    ]
    assert [each.sentences for each in found.new[0].not_fitting] == [
        ("Vraag na welke dag kan.",),
        ("Vraag na welke taal kan.",),
    ]


def test_everybody_who_does_not_fit_a_new_group_is_told_with_every_reason():
    others = [
        asked(5, available=(FRIDAY,), languages=("ar",), x_m=700.0),
        asked(6, wheelchair=True),
        asked(7, x_m=2_000.0),
    ]
    found = run([*people(4), *others], venues=[venue(wheelchair=Tri.UNKNOWN)])
    told = {each.need: each.why for each in found.new[0].not_fitting}
    assert told == {"V5": ("dagdeel", "taal"), "V6": ("rolstoel",)}
    assert {each.need: each.why for each in found.no_place} == {
        "V5": ("dagdeel",),
        "V6": ("rolstoel",),
        "V7": ("geen_ruimte",),
    }


def test_beside_too_few_everybody_who_waits_is_told():
    found = run([*people(2), asked(3, available=(FRIDAY,)), asked(4, x_m=2_000.0)])
    assert found.too_few.needs == ("V1", "V2")
    assert {each.need: each.why for each in found.too_few.not_fitting} == {
        "V3": ("dagdeel",),
        "V4": ("te_ver",),
    }


def test_the_nearest_are_told_and_the_others_counted():
    late = [asked(100 + number, available=(FRIDAY,), x_m=float(number)) for number in range(30)]
    group = run([*people(4), *late]).new[0]
    assert [each.need for each in group.not_fitting][:2] == ["V100", "V101"]
    assert (len(group.not_fitting), group.more_not_fitting) == (25, 5)


def test_a_full_group_is_a_reason_too():
    found = run(people(5), venues=[venue(capacity=6)])
    assert [each.why for each in found.new[0].not_fitting] == [("vol",)]


def test_two_ideas_that_want_the_same_room_or_person_say_so():
    found = run(people(8), venues=[venue(capacity=6)], talents=[talent("T1")])
    assert len(found.new) == 2
    for group in found.new:
        assert "Een ander idee vraagt dezelfde ruimte op hetzelfde moment" in group.missing
        assert "Een trekker is op dat moment ook nodig voor een ander idee" in group.missing
    assert not any(
        "ander idee" in sentence for sentence in run(people(4), talents=[talent("T1")]).new[0].missing
    )


def test_the_highest_score_comes_first():
    far = [asked(number, available=(FRIDAY,), x_m=760.0) for number in range(1, 7)]
    near = [asked(number) for number in range(11, 16)]
    found = run([*far, *near], venues=[venue(free_at=(WEDNESDAY, FRIDAY))])
    assert [(len(group.members), group.score) for group in found.new] == [(5, 70), (6, 50)]


@pytest.mark.parametrize(
    ("theme", "reason", "told"),
    [
        ("huiselijk-geweld", "thema", "Dit onderwerp past niet bij een groep."),
        ("verkeerde-vrienden", "thema", "Dit onderwerp past niet bij een groep."),
        ("klusjes", "groepsvorm", "Dit past beter één op één. Zoek een klusdienst."),
        ("maatje-of-bezoek", "groepsvorm", "Dit past beter één op één. Zoek een maatje."),
    ],
)
def test_some_themes_are_never_bundled_whatever_people_allow(theme, reason, told):
    found = run(people(6), theme=theme, fits=lambda _: [Fit("I1", "Iets", 100, 0, 5)])
    assert [(each.need, each.reason, each.sentence) for each in found.not_bundled] == [
        (f"V{number}", reason, told) for number in range(1, 7)
    ]
    assert (found.joins, found.new, found.too_few) == ((), (), None)


def test_a_refusal_has_its_own_sentence():
    refused = run([asked(1, may_be_linked=Permission.NO)]).not_bundled[0]
    assert refused.sentence == "Deze bewoner wil dit niet samen met anderen."


def test_rooms_of_one_facility_are_one_place_with_more_room():
    rooms = [venue(room_id="R2", capacity=30), venue(room_id="R1", capacity=4)]
    spot = run(people(4), venues=rooms).new[0].spot
    assert (spot.venue, spot.room_id) == ("HUIS", "R2")


def test_nobody_and_nothing_give_an_empty_answer():
    assert run([]).new == run([], venues=[]).new == ()
    lonely = run(people(1), venues=[])
    assert (lonely.too_few, [each.why for each in lonely.no_place]) == (None, [("geen_ruimte",)])


def test_a_second_group_is_asked_for_by_name():
    found = run(people(4), fits=lambda _: [Fit("TC", "Taalcafé Bieb", 80, 100, 0)])
    assert [each.sentence for each in found.extensions] == ["Vraag Taalcafé Bieb om een tweede groep"]
    assert found.extensions[0].needs == ("V1", "V2", "V3", "V4")


def test_what_was_refused_is_not_offered_again_and_the_next_best_is():
    no = frozenset({("HUIS", WEDNESDAY)})
    refused = people(4, refused=no, available=(WEDNESDAY, FRIDAY))
    both = venue(free_at=(WEDNESDAY, FRIDAY))
    assert run(refused, venues=[both]).new[0].spot.slot is FRIDAY
    nowhere = run(people(4, refused=no))
    assert nowhere.new == ()
    assert nowhere.no_place[0].sentences == ("Een collega zei dat dit niet past.",)


def test_others_may_get_the_place_that_did_not_fit_somebody():
    refused = asked(9, refused=frozenset({("HUIS", WEDNESDAY)}))
    (group,) = run([*people(4), refused]).new
    assert {member.need for member in group.members} == {"V1", "V2", "V3", "V4"}
    assert group.not_fitting[0].sentences == ("Een collega zei dat dit niet past.",)


def test_an_initiative_that_was_refused_is_passed_over():
    fits = [Fit("BRUG", "De Brug", 90, 100, 5), Fit("TAFEL", "De Tafel", 70, 100, 5)]
    no = asked(1, refused_offers=frozenset({"BRUG"}))
    found = run([no, asked(2)], fits=lambda _: fits)
    assert [join.initiative_id for join in found.joins] == ["TAFEL", "BRUG"]


def test_a_question_merged_from_two_keeps_what_was_refused_for_either():
    no = frozenset({("HUIS", WEDNESDAY)})
    twice = [asked(1, person="P"), asked(2, person="P", refused=no)]
    assert run([*twice, *(asked(n) for n in (3, 4, 5))]).new == ()


def test_of_help_one_to_one_no_second_group_is_asked():
    full = Fit("MAATJE", "Maatjes", 90, 100, 0, one_to_one=True)
    table = Fit("TAFEL", "De Tafel", 70, 100, 0)
    assert run(people(4), fits=lambda _: [full]).extensions == ()
    assert len(run(people(4), fits=lambda _: [full]).new) == 1
    (second,) = run(people(4), fits=lambda _: [full, table]).extensions
    assert second.initiative_id == "TAFEL"
