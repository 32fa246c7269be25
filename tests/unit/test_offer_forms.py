"""A form says what the thing says, and the thing what the form says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from socialmap.model.provision import Facility, Initiative, Organisation, QuadrantItems, Rhythm, Session
from socialmap.model.values import DayPart, InitiativeId, Point, ThemeId, Tri
from socialmap.ui.offer_forms import empty_form, empty_session, form_of, offer_of
from socialmap.ui.settling import settled
from tests.town import DE_LINDE, EETTAFEL, INITIATIVES, KERK, KOFFIE, LINDEHOF, WELZIJN

THINGS = [*INITIATIVES, DE_LINDE, WELZIJN, KERK]


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: thing.id)
def test_opening_and_saving_a_form_changes_nothing(thing):
    assert offer_of(thing.kind, form_of(thing), thing) == (thing, ())


@pytest.mark.parametrize(
    "place", [{"area_id": LINDEHOF.id}, {"no_fixed_place": True}, {"facility_id": DE_LINDE.id}]
)
def test_every_kind_of_place_comes_back(place):
    thing = replace(KOFFIE, **{"facility_id": None, "room_id": None, **place})
    assert offer_of("initiative", form_of(thing), thing)[0] == thing


def test_an_empty_form_is_an_empty_thing():
    draft, unread = offer_of("initiative", empty_form("initiative"), None)
    assert draft == Initiative(id=InitiativeId(""), name="", themes=(), contact="")
    assert unread == ()


@pytest.mark.parametrize(("kind", "cls"), [("facility", Facility), ("organisation", Organisation)])
def test_empty_forms_of_the_other_kinds(kind, cls):
    assert isinstance(offer_of(kind, empty_form(kind), None)[0], cls)


def test_four_fields_become_an_initiative():
    form = {
        **empty_form("initiative"),
        "name": "Breien",
        "themes": ["creatief"],
        "point": Point(6.1, 52.5),
        "contact": " via de beheerder ",
    }
    assert offer_of("initiative", form, None)[0] == Initiative(
        id=InitiativeId(""),
        name="Breien",
        themes=(ThemeId("creatief"),),
        contact="via de beheerder",
        point=Point(6.1, 52.5),
    )


@pytest.mark.parametrize(
    ("row", "session"),
    [
        ({"day": "di", "starts": "14.00"}, Session(slot=DayPart.TUESDAY_AFTERNOON, starts=time(14))),
        ({"day": "di", "starts": "17"}, Session(slot=DayPart.TUESDAY_EVENING, starts=time(17))),
        ({"day": "ma", "part": "ochtend"}, Session(slot=DayPart.MONDAY_MORNING)),
        (
            {"rhythm": "eenmalig", "on": "12-3-2026", "part": "avond"},
            Session(slot=DayPart.THURSDAY_EVENING, rhythm=Rhythm.ONCE, on=date(2026, 3, 12)),
        ),
    ],
)
def test_a_moment_is_read_as_people_fill_it_in(row, session):
    form = {**empty_form("initiative"), "sessions": [{**empty_session(), **row}, empty_session()]}
    draft, unread = offer_of("initiative", form, None)
    assert draft.sessions == (session,)
    assert unread == ()


@pytest.mark.parametrize(
    ("filled", "field"),
    [
        ({"cost_eur": "veel"}, "cost_eur"),
        ({"cost_eur": "-3"}, "cost_eur"),
        ({"age_min": "zes"}, "age_min"),
        ({"places_free": "1,5"}, "places_free"),
        ({"sessions": [{**empty_session(), "day": "ma", "starts": "25.00"}]}, "sessions"),
        ({"sessions": [{**empty_session(), "part": "avond"}]}, "sessions"),
        (
            {"sessions": [{**empty_session(), "rhythm": "eenmalig", "on": "31-2-2026", "part": "avond"}]},
            "sessions",
        ),
        ({"c1": 1}, "quadrant"),
    ],
)
def test_what_cannot_be_read_is_named(filled, field):
    _, unread = offer_of("initiative", {**empty_form("initiative"), **filled}, None)
    assert {violation.field for violation in unread} == {field}


def test_six_answers_place_it():
    answers = {"c1": 1, "c2": 0, "c3": 0, "f1": 0.5, "f2": 0, "f3": -1}
    draft, _ = offer_of("initiative", {**empty_form("initiative"), **answers}, None)
    assert draft.quadrant == QuadrantItems(**answers)


def test_an_unknown_threshold_is_left_out():
    form = {**form_of(KOFFIE), "barrier_gratis": "onbekend", "barrier_kinderen_mee": "nee"}
    draft, _ = offer_of("initiative", form, KOFFIE)
    assert draft.barriers == {"maatje_eerste_keer": Tri.YES, "kinderen_mee": Tri.NO}


def test_a_settled_edit_keeps_what_the_other_changed_elsewhere():
    stored = replace(EETTAFEL, name="Eettafel", contact="038-5550199", places_free=2)
    mine = replace(EETTAFEL, name="De lange tafel", contact="via de kok")
    assert settled(EETTAFEL, stored, mine, {"name"}) == replace(stored, contact="via de kok")
    assert settled(EETTAFEL, stored, mine, set()) == replace(
        stored, name="De lange tafel", contact="via de kok"
    )


def test_a_settled_place_is_one_answer():
    stored = replace(EETTAFEL, facility_id=None, area_id=LINDEHOF.id)
    mine = replace(EETTAFEL, facility_id=None, no_fixed_place=True)
    assert settled(EETTAFEL, stored, mine, {"place"}) == stored
    assert settled(EETTAFEL, stored, mine, set()) == mine


def test_a_settled_threshold_leaves_the_others():
    stored = replace(
        KOFFIE, barriers={"gratis": Tri.NO, "maatje_eerste_keer": Tri.YES, "prikkelarm": Tri.YES}
    )
    mine = replace(KOFFIE, barriers={"maatje_eerste_keer": Tri.NO})
    kept = settled(KOFFIE, stored, mine, {"barriers.gratis"})
    assert kept.barriers == {"gratis": Tri.NO, "maatje_eerste_keer": Tri.NO, "prikkelarm": Tri.YES}
