"""Hypothesis strategies for small towns to bundle in, and a plain bundling that looks at everything."""

import math
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import NamedTuple

from hypothesis import strategies as st

from socialmap.collective.bundling import bundle
from socialmap.collective.bundling_inputs import Fit, LeadCandidate, Means, OpenQuestion, Partner
from socialmap.collective.group_sizes import GroupSize
from socialmap.collective.rooms import Venue
from socialmap.collective.sorting_out import sort_out
from socialmap.geo.walking import PROFILES, street_m
from socialmap.model.people import Mobility, Permission
from socialmap.model.values import DAY_PARTS, Tri
from socialmap.model.vocabulary import GroupForm
from socialmap.ontology.thesaurus import load_vocabulary

VOCABULARY = load_vocabulary()
THEME = "nederlands-leren"
SIZE = GroupSize(2, 3, 4, 4)
SIZES = dict.fromkeys(GroupForm, SIZE)
SLOTS, LANGUAGES = DAY_PARTS[:3], ("ar", "nl", "ti")

# A coarse grid, so that equal distances come up often; 769 straight is just within reach on foot, 770 not.
METRES = (0, 0, 0, 50, 50, 100, 100, 150, 200, 200, 300, 385, 769, 770, 4700)
TIMES = (SLOTS, SLOTS, SLOTS, SLOTS[:2], SLOTS[1:], SLOTS[:1], SLOTS[1:2], ())
SPOKEN = (("nl",), ("nl",), ("ar", "nl"), ("ar", "nl"), ("nl", "ti"), ("ti",), ())
MOBILITIES = (Mobility.WALKING, Mobility.WALKING, *Mobility)
PEOPLE = [f"P{number}" for number in range(40)]
TALENTS = ("taalmaatje", "taalmaatje", "gastvrouw-gastheer", "groep-begeleiden", "koken")
THEMES = (("leren",), ("nederlands-leren",), ("geld",))


class Town(NamedTuple):
    """``liked``: which initiatives each question fits, as (id, score, distance)."""

    questions: list
    venues: list
    candidates: list
    partners: list
    places: dict
    liked: dict

    def fits(self, question):
        return [
            Fit(offer, offer, score, distance_m, self.places[offer])
            for offer, score, distance_m in self.liked[question.id]
        ]

    def bundling(self, **changes):
        town = self._replace(**changes)
        means = Means(town.venues, town.candidates, town.partners)
        return bundle(THEME, town.questions, means, town.fits, VOCABULARY, sizes=SIZES)


def drawn(chance, kind, letter, count, **options):
    """Things with ids V0, V1, …, each part chosen from its options, at places on the grid."""
    return [
        kind(
            id=f"{letter}{number}",
            x_m=chance.choice(METRES),
            y_m=chance.choice(METRES),
            **{name: chance.choice(found) for name, found in options.items()},
        )
        for number in range(count)
    ]


def town_of(seed, asked, places, offers):
    """A town with so many questions, venues and initiatives; the rest by chance."""
    chance = Random(seed)
    questions = drawn(
        chance,
        OpenQuestion,
        "V",
        asked,
        person=PEOPLE,
        mobility=MOBILITIES,
        available=TIMES,
        languages=SPOKEN,
        may_be_linked=[Permission.YES] * 12 + [Permission.STILL_TO_ASK, Permission.NO],
        reported_on=[date(2026, 3, 2) - timedelta(days=days) for days in (0, 1, 40)],
        wheelchair=[False] * 6 + [True],
    )
    venues = drawn(
        chance,
        Venue,
        "F",
        places,
        name=["Plek"],
        free_at=TIMES,
        capacity=[2, 3, 4, 5, 6, 12, 12],
        cost_eur=[None, 0, 15.0],
        wheelchair=list(Tri),
    )
    candidates = drawn(
        chance,
        LeadCandidate,
        "T",
        chance.randrange(8),
        person=PEOPLE,
        talent=TALENTS,
        mobility=MOBILITIES,
        available=TIMES,
        languages=SPOKEN,
        leads=[0, 0, 1, 2],
    )
    partners = drawn(chance, Partner, "O", chance.randrange(4), name=["Taalhuis"], themes=THEMES)
    free = {f"I{number}": chance.choice((None, 0, 0, 1, 2)) for number in range(offers)}
    liked = {each.id: _liked(chance, sorted(free)) for each in questions}
    return Town(questions, venues, candidates, partners, free, liked)


def _liked(chance, offers):
    chosen = [offer for offer in offers if chance.random() < 0.2]
    return [(offer, chance.choice((60, 75)), chance.choice((None, 100, 200))) for offer in chosen]


towns = st.builds(town_of, st.integers(0, 1 << 32), st.integers(0, 24), st.integers(0, 4), st.integers(0, 2))


def away_m(a, b):
    return street_m(math.hypot(a.x_m - b.x_m, a.y_m - b.y_m))


def can_come(question, venue, slot, language):
    return (
        away_m(question, venue) <= PROFILES[question.mobility].far_m
        and slot in question.available
        and slot in venue.free_at
        and language in question.languages
        and (not question.wheelchair or venue.wheelchair is Tri.YES)
    )


class Plain(NamedTuple):
    joins: list
    extensions: dict
    new: list
    too_few: tuple | None
    no_place: list


def plainly(town):
    """Steps 1 to 4 of domain.md 4.B, word for word and looking at everything every time."""
    pool = list(sort_out(VOCABULARY.themes[THEME], town.questions).pool)
    left, joins, waiting = dict(town.places), [], {}
    stay = []
    for question in pool:
        found = sorted(town.liked[question.id], key=lambda fit: (-fit[1], fit[2] or math.inf, fit[0]))
        free = [fit for fit in found if left[fit[0]] is None or left[fit[0]] > 0]
        if free:
            offer = free[0][0]
            joins.append((question.id, offer, free[0][1]))
            left[offer] = None if left[offer] is None else left[offer] - 1
        else:
            stay.append(question)
            if found:
                waiting.setdefault(found[0][0], []).append(question.id)
    extensions = {offer: ids for offer, ids in waiting.items() if len(ids) >= SIZE.minimum}
    pool = [each for each in stay if not any(each.id in ids for ids in extensions.values())]
    new, spots = [], list(product(town.venues, SLOTS, LANGUAGES))
    while True:
        options = [option for spot in spots if (option := best_at(pool, spot))]
        best = min(options, key=lambda option: option[0], default=None)
        if best is None or len(best[1]) < SIZE.minimum:
            break
        new.append(best[1:])
        pool = [question for question in pool if question.id not in best[1]]
    return Plain(
        joins,
        extensions,
        new,
        None if best is None else best[1:],
        [question.id for question in pool if not any(best_at([question], spot) for spot in spots)],
    )


def best_at(pool, spot):
    """The order in which a combination is chosen, its members and the spot; nothing when nobody can come."""
    venue, slot, language = spot
    able = [question for question in pool if can_come(question, venue, slot, language)]
    # The pool is in the order of handling, so of equally near people the longest waiting comes first.
    members = sorted(able, key=lambda question: away_m(question, venue))[
        : max(min(SIZE.maximum, venue.capacity - 2), 0)
    ]
    if not members:
        return None
    mean_m = sum(away_m(question, venue) for question in members) / len(members)
    cost = math.inf if venue.cost_eur is None else venue.cost_eur
    order = (-len(members), mean_m, cost, venue.id, DAY_PARTS.index(slot), language)
    return order, sorted(question.id for question in members), (venue.id, slot, language)
