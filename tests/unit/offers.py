"""Offers and questions to start from in tests: a neutral one of each, changed where it matters."""

from datetime import date

from socialmap.model.people import Mobility
from socialmap.model.values import Tri
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.explaining import explained_match
from socialmap.search.offer import Offer
from socialmap.search.question import Question

VOCABULARY = load_vocabulary()
TODAY = date(2026, 3, 2)
X_M, Y_M = 200_000.0, 500_000.0


def question(**changes):
    asked = {
        "theme": "eenzaamheid",
        "mobility": Mobility.WALKING,
        "languages": ("nl",),
        "x_m": X_M,
        "y_m": Y_M,
    }
    return Question(**(asked | changes))


def offer(offer_id="I1", east_m=0.0, **changes):
    place = {} if east_m is None else {"x_m": X_M + east_m, "y_m": Y_M}
    known = {"themes": ("eenzaamheid",), "checked_on": TODAY, "name": f"Initiatief {offer_id}"}
    return Offer(id=offer_id, **(place | known | changes))


def yes(*barriers):
    return dict.fromkeys(barriers, Tri.YES)


def no(*barriers):
    return dict.fromkeys(barriers, Tri.NO)


def judged(asked, found):
    return explained_match(asked, found, VOCABULARY, TODAY)
