"""Questions as a social team asks them, spread over all towns, from a seed."""

from __future__ import annotations

from random import Random

import numpy as np

from socialmap.actions.find_help import HelpRequest
from socialmap.geo.coordinates import from_metres
from socialmap.model.people import Mobility, PeerWish
from socialmap.model.values import DAY_PARTS, LanguageCode, Point, ThemeId
from socialmap.search.columns import FLAGS, HAS_POINT, X_MM, Y_MM
from socialmap.search.index import OfferIndex
from socialmap.search.question import Question

SEED = 4
_ASIDE_M = 400.0
_LANGUAGES = ((), ("nl",), ("nl",), ("nl", "ar"), ("ti",))


def make_questions(index: OfferIndex, number: int) -> list[Question]:
    """Each about one to three themes, within some hundred metres of an offer, for any mobility.

    Half or more also name day parts, thresholds, languages, an age; some a wheelchair or people who go
    through the same. Acute themes are not asked: those are never searched.
    """
    chance = Random(SEED)
    words = index.vocabulary
    themes = [theme for theme, known in words.themes.items() if known.group and not known.acute]
    thresholds = [barrier.threshold for barrier in words.barriers.values()]
    facts = index.offers.facts[:, : len(index.ids)]
    placed = np.flatnonzero(facts[FLAGS] & HAS_POINT)
    found = []
    for _ in range(number):
        row = placed[chance.randrange(len(placed))]
        x_m, y_m = (
            round(int(facts[axis, row]) / 1000 + chance.uniform(-_ASIDE_M, _ASIDE_M), 3)
            for axis in (X_MM, Y_MM)
        )
        main, *sides = chance.sample(themes, chance.choice((1, 1, 2, 3)))
        found.append(
            Question(
                theme=ThemeId(main),
                side_themes=tuple(sides),
                x_m=x_m,
                y_m=y_m,
                mobility=chance.choice(list(Mobility)),
                languages=tuple(map(LanguageCode, chance.choice(_LANGUAGES))),
                available=tuple(chance.sample(DAY_PARTS, chance.choice((0, 1, 2, 4)))),
                thresholds=tuple(chance.sample(thresholds, chance.choice((0, 1, 2)))),
                peer_wish=chance.choice(list(PeerWish)),
                wheelchair=chance.random() < 0.15,
                ages=chance.choice((None, (34, 34), (78, 78))),
            )
        )
    return found


def help_request(question: Question) -> HelpRequest:
    """The question as the screen asks it."""
    start = from_metres(question.x_m, question.y_m)
    return HelpRequest(
        themes=question.themes,
        start=Point(start.lon, start.lat),
        mobility=question.mobility,
        day_parts=question.available,
        languages=question.languages,
        thresholds=question.thresholds,
        peer_wish=question.peer_wish,
        age=question.ages,
        wheelchair=question.wheelchair,
    )
