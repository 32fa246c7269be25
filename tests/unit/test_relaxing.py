"""Never an empty answer while there is anything, and what was given up is told."""

import pytest

from socialmap.model.people import Mobility
from socialmap.model.provision import OfferStatus
from socialmap.model.wording import MatchLabel, sentence
from socialmap.search.index import OfferIndex
from socialmap.search.relaxing import find
from tests.unit.offers import TODAY, VOCABULARY, offer, question

POOR = question(mobility=Mobility.POOR)


def asked(question_, *offers):
    index = OfferIndex(VOCABULARY)
    for each in offers:
        index.put_offer(each)
    answer = find(index, question_, TODAY)
    return [match.id for match in answer.ranking.matches], [sentence(reason) for reason in answer.relaxed]


def test_nothing_is_relaxed_when_something_fits():
    assert asked(POOR, offer("near"), offer("far", 600.0)) == (["near"], [])


@pytest.mark.parametrize(
    ("east_m", "told"),
    [
        (600.0, ["Dichtbij is er niets. We zochten verder weg: tot 20 minuten lopen."]),
        (1_200.0, ["Dichtbij is er niets. We zochten verder weg: tot 40 minuten lopen."]),
        (90_000.0, ["Dichtbij is er niets. We zochten overal."]),
    ],
)
def test_distance_is_given_up_step_by_step(east_m, told):
    assert asked(POOR, offer("far", east_m)) == (["far"], told)


def test_a_related_life_area_nearby_comes_before_the_same_theme_at_the_other_end():
    about_groceries = offer("wider", 100.0, themes=("beter-slapen",))
    ids, told = asked(
        question(theme="samen-eten"), about_groceries, offer("same", 90_000.0, themes=("samen-eten",))
    )
    assert ids == ["wider"]
    assert told == ["Over dit onderwerp is er niets. We zochten ook naar wat erop lijkt."]


def test_at_last_there_is_anything_that_is_there():
    ids, told = asked(question(theme="huisdier"), offer("any", 100.0, themes=("schulden",)))
    assert ids == ["any"]
    assert told[0] == "Over dit onderwerp is er niets. Dit is er wel."


def test_what_is_closed_stays_closed_and_its_reason_is_kept():
    index = OfferIndex(VOCABULARY)
    index.put_offer(offer("paused", status=OfferStatus.PAUSED))
    answer = find(index, POOR, TODAY)
    assert (answer.ranking.matches, answer.relaxed) == ((), ())
    assert [sentence(reason) for reason in answer.ranking.not_shown[0].reasons] == ["Draait nu niet."]


def test_safety_is_never_relaxed():
    answer = find(OfferIndex(VOCABULARY), question(theme="huiselijk-geweld"), TODAY)
    assert answer.ranking.safety
    assert answer.relaxed == ()


@pytest.mark.parametrize("east_m", [450.0, 600.0, 1_200.0, 3_000.0, 19_000.0])
def test_what_a_wider_search_brings_in_is_never_nearer_nor_better(east_m):
    index = OfferIndex(VOCABULARY)
    index.put_offer(offer("near", 380.0))
    (at_the_edge,) = find(index, POOR, TODAY).ranking.matches
    index = OfferIndex(VOCABULARY)
    index.put_offer(offer("far", east_m))
    (far,) = find(index, POOR, TODAY).ranking.matches
    assert far.label is MatchLabel.MAYBE
    assert far.score <= at_the_edge.score
    told = [sentence(reason) for reason in far.reasons if reason.sign == "−"]
    assert any("dat is ver" in line for line in told)
