"""Hypothesis strategies for offers and questions, with places and dates on the edges of every rule."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from socialmap.model.people import Mobility, PeerWish
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.quadrants import Side
from socialmap.model.values import DAY_PARTS, Tri
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.distances import distance_about_m
from socialmap.search.matching import Weights, too_far
from socialmap.search.offer import Offer
from socialmap.search.question import Question, ThemeScope

VOCABULARY = load_vocabulary()
TODAY = date(2026, 3, 2)
START_M = (200_000.0, 500_000.0)
# Themes that are near to each other in every way, so that all similarities come up often.
THEMES = tuple(
    theme
    for theme in (
        "eenzaamheid", "samen-eten", "plek-om-binnen-te-lopen", "ontmoeten", "rouw", "somber", "zinvolle-dag",
        "gezond-eten", "bewegen", "lotgenoten", "verkeerde-vrienden", "maatje-of-bezoek",
    )
    if theme in VOCABULARY.themes
)  # fmt: skip
THRESHOLDS = tuple(barrier.threshold for barrier in VOCABULARY.barriers.values())
LANGUAGES = ("nl", "ar", "ti", "pl")
AGES = (0, 17, 18, 64, 65, 78)

themes = st.sampled_from(THEMES)
days = st.sampled_from([0, 1, 89, 90, 91, 180, 181, 227, 364, 365, 366, 900, -5]).map(
    lambda age: TODAY - timedelta(days=age)
)
# Five metres more or less falls on a half after the detour; 385 straight is just beyond 500 walked.
steps = st.sampled_from(
    [
        0.0,
        5.0,
        110.0,
        115.0,
        115.38,
        200.0,
        307.0,
        384.6,
        385.0,
        769.0,
        770.0,
        2310.0,
        9e3,
        19230.7,
        19231.2,
        3e4,
    ]
)
metres = st.tuples(steps, st.sampled_from([-1.0, 1.0]), st.floats(0, 12_000)).map(
    lambda found: round(found[1] * (found[0] or found[2]), 3)
)
places = st.one_of(
    st.none(),
    st.tuples(metres, st.one_of(st.just(0.0), metres)).map(
        lambda by: (round(START_M[0] + by[0], 3), round(START_M[1] + by[1], 3))
    ),
)
barriers = st.dictionaries(st.sampled_from(sorted(VOCABULARY.barriers)), st.sampled_from([Tri.YES, Tri.NO]))
moments = st.lists(st.sampled_from(DAY_PARTS[:6]), max_size=3, unique=True).map(
    lambda slots: tuple(sorted(slots, key=DAY_PARTS.index))
)
languages = st.lists(st.sampled_from(LANGUAGES), max_size=2, unique=True).map(tuple)
rarely = st.sampled_from([False, False, False, True])


def in_order(found):
    return tuple(theme for theme in VOCABULARY.themes if theme in found)


def _placed(offer, place, exact):
    return offer if place is None else replace(offer, x_m=place[0], y_m=place[1], exact=exact)


offers = st.builds(
    _placed,
    st.builds(
        Offer,
        id=st.sampled_from([f"I{number}" for number in range(12)]),
        name=st.sampled_from(["Eettafel De Brug", "Café 't Hoekje", ""]),
        themes=st.lists(themes, max_size=4).map(in_order),
        area_id=st.sampled_from([None, "BU99990101", "BU99990102"]),
        facility_id=st.sampled_from([None, "F1", "F2"]),
        status=st.sampled_from([OfferStatus.ACTIVE] * 5 + [OfferStatus.PAUSED]),
        access=st.sampled_from([Access.FREE, Access.SIGN_UP, Access.INDICATION]),
        no_places_left=rarely,
        waiting_list=st.booleans(),
        age_min=st.one_of(st.none(), st.none(), st.sampled_from(AGES)),
        age_max=st.one_of(st.none(), st.none(), st.sampled_from(AGES)),
        only_for=st.sampled_from(["", "", "vrouw", "man", "lhbti"]),
        languages=languages.map(lambda codes: codes or ("nl",)),
        moments=moments,
        last_day=st.one_of(st.none(), st.none(), days),
        barriers=barriers,
        home_visit=rarely,
        online=rarely,
        cost_eur=st.sampled_from([None, 0.0, 2.5, 4.0]),
        peer_themes=st.lists(themes, max_size=2).map(in_order),
        checked_on=st.one_of(st.none(), days),
        maybe_stopped=st.booleans(),
        sides=st.one_of(st.none(), st.frozensets(st.sampled_from(Side), max_size=2)),
    ),
    places,
    st.sampled_from([True, True, False]),
)

questions = st.builds(
    Question,
    theme=themes,
    side_themes=st.lists(themes, max_size=3).map(tuple),
    x_m=st.just(START_M[0]),
    y_m=st.just(START_M[1]),
    mobility=st.sampled_from(Mobility),
    languages=languages,
    available=moments,
    thresholds=st.lists(st.sampled_from(THRESHOLDS), max_size=5).map(tuple),
    peer_wish=st.sampled_from(PeerWish),
    wheelchair=rarely,
    ages=st.sampled_from([None, (78, 78), (65, 74), (12, 17)]),
    person_is=st.sampled_from(["", "vrouw", "man"]),
    has_indication=st.sampled_from(Tri),
    only_social_base=st.booleans(),
    far_m=st.sampled_from([None, None, 4_000, 1_000_000]),
    scope=st.sampled_from([ThemeScope.ASKED, ThemeScope.ASKED, ThemeScope.WIDER, ThemeScope.ANY]),
    also_full=rarely,
)


def _welcome(question, offer):
    """The offer with everything taken away that would exclude it for this question."""
    fitting = replace(
        offer,
        themes=in_order({*offer.themes, question.theme}),
        status=OfferStatus.ACTIVE,
        access=Access.FREE,
        no_places_left=False,
        age_min=None,
        age_max=None,
        only_for="",
        last_day=None,
        languages=tuple(dict.fromkeys((*offer.languages, *question.languages))),
        barriers={b: said for b, said in offer.barriers.items() if b != "rolstoel_toegankelijk"},
    )
    far = too_far(question, fitting, distance_about_m(question, fitting))
    return question, replace(fitting, x_m=None, y_m=None, exact=True) if far else fitting


matching_pairs = st.builds(_welcome, questions, offers)
weights = st.builds(Weights, **{name: st.integers(0, 100) for name in Weights.__dataclass_fields__})
