"""What one initiative, place, organisation or neighbourhood tells, and to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from socialmap.actions.print_invitation import invitation
from socialmap.actions.show_area import show_area
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_place import show_facility, show_organisation
from socialmap.errors import NotFound
from socialmap.geo.coordinates import from_metres
from socialmap.model.provision import Access, Initiative
from socialmap.model.wording import FreshnessBadge
from socialmap.privacy.roles import Role, Viewer
from tests.town import (
    BEWONERS,
    DE_BRUG,
    DE_LINDE,
    EETTAFEL,
    HAVENRAND,
    KERK,
    KOFFIE,
    LINDEHOF,
    STRAATAPP,
    TAALCAFE,
    TALENT,
    TODAY,
    VOGELWEIDE,
    VRAAG,
    WANDELCLUB,
    WELZIJN,
    WERKER,
    ZUID,
)

VISITOR = Viewer(Role.VISITOR)
WORKER = Viewer(Role.PROFESSIONAL)


def test_an_initiative_tells_what_when_where_for_whom_and_how_sure_we_are(workspace):
    shown = show_offer(workspace, VISITOR, KOFFIE.id)
    assert (shown.name, shown.themes, shown.group) == (
        "Koffie in de Linde",
        ("Eenzaamheid", "Een plek om binnen te lopen"),
        "ontmoeten",
    )
    assert (shown.when, shown.place, shown.address, shown.area) == (
        ("dinsdag 14.00–16.00 uur",),
        "Buurthuis De Linde",
        "Lindestraat 12",
        "Lindehof",
    )
    assert (shown.cost, shown.languages, shown.contact) == ("Gratis", "Nederlands", "via het buurthuis")
    assert shown.for_whom == ("Alle buurtbewoners", "U kunt gewoon binnenlopen.")
    assert (shown.badge, shown.checked_on) == (FreshnessBadge.FRESH, KOFFIE.checked_on)
    assert [choice.label for choice in shown.run_by] == ["Welzijn Dobberdam"]
    assert [choice.id for choice in shown.at_same_place] == [TAALCAFE.id]
    assert shown.what_works == "Altijd dezelfde gastvrouw."


def test_thresholds_are_taken_away_or_not_or_unknown_and_none_is_forgotten(workspace):
    shown = show_offer(workspace, VISITOR, EETTAFEL.id)
    assert shown.thresholds_no == (
        "Gratis (of gratis met stadspas)",
        "Je kunt naar binnen met rolstoel of rollator",
    )
    assert "Iemand gaat de eerste keer mee" in shown.thresholds_unknown
    together = (*shown.thresholds_yes, *shown.thresholds_no, *shown.thresholds_unknown)
    assert len(together) == len(set(together)) == len(workspace.vocabulary.barriers)


def test_a_point_is_in_its_neighbourhood_and_has_no_building(workspace):
    shown = show_offer(workspace, VISITOR, WANDELCLUB.id)
    assert (shown.place, shown.area, shown.facility) == ("In Lindehof", "Lindehof", None)


@pytest.mark.parametrize("role", [Role.VISITOR, Role.TEAM_LEAD, Role.ADMINISTRATOR])
def test_who_may_not_see_the_shell_sees_nothing_of_it(workspace, role):
    shown = show_offer(workspace, Viewer(role), EETTAFEL.id)
    assert shown.shell is None
    assert WERKER.name not in repr(shown)


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER])
def test_workers_see_how_many_lead_it_until_when_there_is_money_and_who_knows_it(workspace, role):
    shell = show_offer(workspace, Viewer(role), EETTAFEL.id).shell
    assert (shell.leaders, shell.money_until, shell.known_by) == (
        1,
        "Geld tot 30 juni 2026",
        ("Wobke Zandstra",),
    )
    assert show_offer(workspace, Viewer(role), KOFFIE.id).shell.money_until == "Geen geld bekend"


@pytest.mark.parametrize("role", Role)
def test_no_screen_of_any_role_shows_who_the_talent_or_the_resident_is(workspace, role):
    viewer = Viewer(role)
    shown = [show_offer(workspace, viewer, offer.id) for offer in (EETTAFEL, KOFFIE)]
    shown += [show_area(workspace, viewer, area.id) for area in (LINDEHOF, HAVENRAND)]
    shown += [show_facility(workspace, viewer, DE_BRUG.id), show_organisation(workspace, viewer, BEWONERS.id)]
    told = repr(shown)
    for secret in (TALENT.id, TALENT.contact_label, TALENT.resident_id, VRAAG.id, VRAAG.resident_id):
        assert secret not in told


def test_only_who_may_change_is_offered_to_change(workspace):
    offered = {role for role in Role if show_offer(workspace, Viewer(role), KOFFIE.id).may_change}
    assert offered == {Role.COMMUNITY_WORKER, Role.BROKER, Role.ADMINISTRATOR}


@pytest.mark.parametrize(
    ("months_ago", "badge"),
    [
        (2, FreshnessBadge.FRESH),
        (5, FreshnessBadge.FAIRLY),
        (9, FreshnessBadge.CALL_FIRST),
        (13, FreshnessBadge.OUTDATED),
        (None, FreshnessBadge.OUTDATED),
    ],
)
def test_the_badge_says_how_long_ago_somebody_checked(workspace, months_ago, badge):
    checked = None
    if months_ago is not None:
        months = TODAY.year * 12 + TODAY.month - 1 - months_ago
        checked = TODAY.replace(year=months // 12, month=months % 12 + 1)
    save(workspace, replace(KOFFIE, checked_on=checked))
    assert show_offer(workspace, VISITOR, KOFFIE.id).badge == badge


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"age_min": 65}, "Vanaf 65 jaar"),
        ({"age_max": 12}, "Tot en met 12 jaar"),
        ({"age_min": 12, "age_max": 18}, "Van 12 tot en met 18 jaar"),
        ({"access": Access.SIGN_UP}, "Meld u eerst aan."),
        ({"target_groups": ("mantelzorgers",)}, "Mantelzorgers"),
    ],
)
def test_for_whom_it_is_stands_in_short_sentences(workspace, fields, line):
    save(workspace, replace(KOFFIE, **fields))
    assert line in show_offer(workspace, VISITOR, KOFFIE.id).for_whom


@pytest.mark.parametrize(
    ("cost", "free", "told"),
    [
        (None, "onbekend", "Vraag na wat het kost"),
        (0.0, "onbekend", "Gratis"),
        (2.5, "nee", "€ 2,50 per keer"),
        (2.5, "ja", "Gratis met stadspas, anders € 2,50 per keer"),
    ],
)
def test_what_it_costs_is_one_sentence(workspace, cost, free, told):
    save(workspace, replace(KOFFIE, cost_eur=cost, barriers={"gratis": free} if free != "onbekend" else {}))
    assert show_offer(workspace, VISITOR, KOFFIE.id).cost == told


def test_what_was_removed_or_never_was_is_not_found(workspace):
    workspace.catalogue.remove(Initiative, KOFFIE.id, actor="x", action="weg", at=workspace.clock())
    for offer_id in (KOFFIE.id, "nergens"):
        with pytest.raises(NotFound):
            show_offer(workspace, VISITOR, offer_id)


def test_a_facility_tells_its_rooms_what_happens_there_and_when_we_are_there(workspace):
    shown = show_facility(workspace, VISITOR, DE_LINDE.id)
    assert (shown.type, shown.area, shown.address) == (
        "Buurthuis of wijkcentrum",
        "Lindehof",
        "Lindestraat 12",
    )
    assert [(room.name, room.capacity, room.cost, room.free) for room in shown.rooms] == [
        ("Grote zaal", 30, "Gratis", "Vrij op woensdagochtend")
    ]
    assert [offer.id for offer in shown.offers] == [KOFFIE.id, TAALCAFE.id]
    assert shown.presence == ("dinsdag 9.00 uur: opbouwwerker",)
    assert shown.wheelchair == "Je kunt naar binnen met rolstoel of rollator."


def test_an_organisation_tells_what_it_runs_and_with_whom_it_works(workspace):
    assert [offer.id for offer in show_organisation(workspace, VISITOR, WELZIJN.id).offers] == [KOFFIE.id]
    church = show_organisation(workspace, VISITOR, KERK.id)
    assert [partner.label for partner in church.partners] == ["Welzijn Dobberdam"]
    assert show_organisation(workspace, VISITOR, WELZIJN.id).contact == ("038-5550100",)


@pytest.mark.parametrize("show", [show_facility, show_organisation, show_area, invitation])
def test_what_does_not_exist_is_not_found(workspace, show):
    with pytest.raises(NotFound):
        show(workspace, VISITOR, "nergens")


def test_a_neighbourhood_tells_its_story_its_supply_and_its_places(workspace):
    panel = show_area(workspace, VISITOR, LINDEHOF.id)
    assert (panel.name, panel.story, panel.story_on) == ("Lindehof", LINDEHOF.story, LINDEHOF.story_on)
    assert panel.figures == ("1.840 inwoners", "42% woont alleen")
    supply = {group.id: group.count for group in panel.supply}
    assert {group: count for group, count in supply.items() if count} == {
        "ontmoeten": 3,
        "gezond": 1,
        "leren": 1,
    }
    assert len(supply) == 13
    assert [place.id for place in panel.places] == [DE_LINDE.id, DE_BRUG.id]
    assert panel.free_rooms == ("Grote zaal in Buurthuis De Linde, 30 mensen: woensdagochtend",)
    assert panel.presence == ("Buurthuis De Linde, dinsdag 9.00 uur: opbouwwerker",)


def test_what_is_missing_in_a_neighbourhood_is_said_in_sentences(workspace):
    assert show_area(workspace, VISITOR, VOGELWEIDE.id).missing == (
        "Er is geen plek om elkaar te ontmoeten.",
        "We kennen hier geen bewonersgroep.",
        "Wij zijn hier niet op een vaste tijd te vinden.",
        "Er is niets wat bewoners samen doen.",
    )
    assert show_area(workspace, VISITOR, LINDEHOF.id).missing == ()


def test_a_key_figure_is_only_missed_by_who_may_know_of_one(workspace):
    missing = "We kennen hier geen sleutelfiguur."
    assert missing in show_area(workspace, WORKER, LINDEHOF.id).missing
    assert missing not in show_area(workspace, WORKER, STRAATAPP.area_id).missing
    assert missing not in show_area(workspace, VISITOR, LINDEHOF.id).missing


def test_a_far_basic_facility_is_told_and_a_near_one_is_not(workspace):
    far = show_area(workspace, VISITOR, LINDEHOF.id).far_basics
    assert "Bibliotheek: niet op loopafstand." in far
    assert "Huisarts: die kennen we hier niet." in far
    assert not any(line.startswith(("Buurthuis", "Buurthuiskamer")) for line in far)
    near = show_area(workspace, VISITOR, VOGELWEIDE.id).far_basics
    assert not any(line.startswith("Bibliotheek") for line in near)


def test_a_basic_facility_at_546_metres_over_the_street_is_far_for_older_people(workspace):
    save(workspace, replace(ZUID, point=from_metres(201_500, 500_420)))
    far = show_area(workspace, VISITOR, HAVENRAND.id).far_basics
    assert "Buurthuiskamer of inloophuis: ver voor ouderen." in far


def test_an_invitation_says_nothing_about_why(workspace):
    card = invitation(workspace, VISITOR, KOFFIE.id)
    assert (card.name, card.place, card.address, card.cost, card.walk_in) == (
        "Koffie in de Linde",
        "Buurthuis De Linde",
        "Lindestraat 12",
        "Gratis",
        True,
    )
    assert "eenzaam" not in repr(card).casefold()


def save(workspace, entity):
    at = datetime(2026, 3, 1, tzinfo=UTC)
    workspace.catalogue.save([entity], actor="x", action="y", at=at)
