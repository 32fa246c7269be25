"""Hypothesis strategies for a small supply as people really fill it in: what goes out and comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from hypothesis import strategies as st

from socialmap.model.provision import (
    Access,
    CareLine,
    Facility,
    Initiative,
    OfferStatus,
    Organisation,
    OrganisationKind,
    Purpose,
    QuadrantItems,
    Reach,
    Rhythm,
    Room,
    Session,
)
from socialmap.model.values import DAY_PARTS, Point, Tri
from socialmap.ontology.thesaurus import load_vocabulary
from tests.town import LINDEHOF

WORDS = load_vocabulary()
NAMES = st.text("abcdefgh ijklmnéëï'-&", min_size=1, max_size=30).map(lambda t: "w" + " ".join(t.split()))
LINES = st.one_of(st.just(""), NAMES)
DATES = st.none() | st.dates(date(1990, 1, 1), date(2040, 12, 31))
POINTS = st.builds(
    Point,
    st.floats(4.0, 7.0).map(lambda value: round(value, 7)),
    st.floats(51.0, 53.0).map(lambda value: round(value, 7)),
)
TIMES = st.none() | st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
TRI = st.sampled_from(Tri)
MONEY = st.none() | st.sampled_from([0.0, 0.5, 2.5, 15.0, 100.0])
NUMBERS = st.none() | st.integers(0, 100)
ITEMS = st.sampled_from([-1.0, -0.5, 0.0, 0.5, 1.0])


def several(options, most=3, least=0):
    return st.lists(st.sampled_from(list(options)), unique=True, min_size=least, max_size=most).map(tuple)


@st.composite
def sessions(draw):
    slot, rhythm = draw(st.sampled_from(DAY_PARTS)), draw(st.sampled_from(Rhythm))
    on = draw(st.dates(date(2026, 1, 1), date(2026, 12, 31)))
    on = on if rhythm is Rhythm.ONCE else draw(st.none() | st.just(on))
    return Session(slot=slot, starts=draw(TIMES), ends=draw(TIMES), rhythm=rhythm, on=on)


ORGANISATIONS = st.builds(
    Organisation, id=st.just("o"), name=NAMES, sort=st.sampled_from(OrganisationKind),
    themes=several(WORDS.themes), line=st.none() | st.sampled_from(CareLine), point=st.none() | POINTS,
    address=st.sampled_from(["", "Kerkstraat 1", "Kerkstraat 1, 8011 AB Zwolle", "bij de brug"]),
    phone=st.sampled_from(["", "038-5550101"]), email=st.sampled_from(["", "info@voorbeeld.nl"]),
    website=st.sampled_from(["", "https://voorbeeld.nl/a", "https://café.nl"]), checked_on=DATES,
)  # fmt: skip
FACILITIES = st.builds(
    Facility, id=st.just("f"), name=NAMES, type=st.sampled_from(list(WORDS.facility_types)), point=POINTS,
    address=st.sampled_from(["", "Kerkstraat 1", "8011AB Zwolle"]),
    opening_hours=st.sampled_from(["", "Mo-Fr 09:00-17:00", "Mo-Fr 09:00-17:00; Sa 10:00-12:00", "24/7"]),
    wheelchair=TRI, wheelchair_toilet=TRI, operator_id=st.none() | st.just("o"), basic=st.booleans(),
    phone=st.sampled_from(["", "038-5550102"]), website=st.sampled_from(["", "https://voorbeeld.nl/b"]),
    osm_id=st.sampled_from(["", "node/1"]), checked_on=DATES,
)  # fmt: skip
ROOMS = st.builds(
    Room, id=st.just("r"), name=NAMES, facility_id=st.just("f"), capacity=st.integers(0, 500), cost_eur=MONEY,
    kitchen=TRI, quiet=TRI, free_at=several(DAY_PARTS), contact=LINES,
)  # fmt: skip


@st.composite
def initiatives(draw):
    ages = sorted(draw(st.tuples(st.integers(0, 120), st.integers(0, 120))))
    place = draw(
        st.one_of(
            st.just({"facility_id": "f"}),
            st.just({"facility_id": "f", "room_id": "r"}),
            st.builds(lambda point: {"point": point}, POINTS),
            st.just({"area_id": LINDEHOF.id}),
            st.just({"no_fixed_place": True}),
        )
    )
    offer = draw(
        st.builds(
            Initiative, id=st.just("i"), name=NAMES, themes=several(WORDS.themes, 4, 1),
            contact=st.sampled_from(["via de balie", "tel. 038-5550103 of info@voorbeeld.nl", "bel 0612"]),
            address=st.sampled_from(["", "Kerkstraat 3, 8011 AB Zwolle"]),
            sessions=st.lists(sessions(), max_size=3, unique=True).map(tuple),
            activity_type=st.none() | st.sampled_from(list(WORDS.activity_types)), description=LINES,
            purposes=several(Purpose), reach=st.none() | st.sampled_from(Reach),
            target_groups=several(WORDS.target_groups), access=st.sampled_from(Access), only_for=LINES,
            cost_eur=MONEY, languages=several(["nl", "ar", "tr", "ber"], least=1),
            barriers=st.dictionaries(
                st.sampled_from(list(WORDS.barriers)), st.sampled_from([Tri.YES, Tri.NO]), max_size=3
            ),
            home_visit=TRI, online=TRI, max_participants=NUMBERS, places_free=NUMBERS,
            places_unlimited=st.booleans(), waiting_list=TRI, peer_themes=several(WORDS.themes),
            preventive=TRI,
            status=st.sampled_from(OfferStatus), started_on=DATES, stopped_on=DATES,
            quadrant=st.none()
            | st.builds(QuadrantItems, c1=ITEMS, c2=ITEMS, c3=ITEMS, f1=ITEMS, f2=ITEMS, f3=ITEMS),
            is_example=st.booleans(), what_works=LINES, what_hinders=LINES, run_by=several(["o"]),
            partners=several(["o"]), checked_on=DATES,
        )
    )  # fmt: skip
    low, high = draw(st.tuples(st.booleans(), st.booleans()))
    return replace(offer, **place, age_min=ages[0] if low else None, age_max=ages[1] if high else None)


@st.composite
def towns(draw):
    return {"o": draw(ORGANISATIONS), "f": draw(FACILITIES), "r": draw(ROOMS), "i": draw(initiatives())}
