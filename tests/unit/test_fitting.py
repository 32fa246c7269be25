"""Which offers somebody could join: on the theme, well enough, in time, and whether they are full."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.model.people import Mobility
from socialmap.model.provision import OfferStatus
from socialmap.model.values import DayPart
from socialmap.search.fitting import LEAST_SCORE, LEAST_TENTHS, FittingOffer, fits
from socialmap.search.index import OfferIndex
from socialmap.search.matching import Match, Part, match, similarity
from tests.property.offers import offers, questions
from tests.unit.offers import TODAY, VOCABULARY, offer, question


def found(asked, *given):
    index = OfferIndex(VOCABULARY)
    for each in given:
        index.put_offer(each)
    return fits(index, asked, TODAY)


def ids(asked, *given):
    return [each.id for each in found(asked, *given)]


def test_what_is_full_fits_too_and_says_so():
    full = offer("I1", no_places_left=True)
    waiting = offer("I2", no_places_left=True, waiting_list=True)
    assert [(each.id, each.full) for each in found(question(), full, waiting, offer("I3"))] == [
        ("I1", True),
        ("I2", True),
        ("I3", False),
    ]


def test_the_best_score_comes_first_then_the_nearest_then_the_id():
    far, near = offer("I1", 300.0), offer("I2", 100.0)
    same, unknown = offer("I0", 100.0), offer("I4", 100.0, checked_on=None)
    assert ids(question(), far, near, same, unknown) == ["I0", "I2", "I1", "I4"]
    assert found(question(), near)[0] == FittingOffer("I2", "Initiatief I2", 95, 130, False)


def test_an_offer_without_a_point_has_no_distance():
    assert found(question(), offer("I1", None))[0].distance_m is None


def test_the_top_group_fits_and_what_is_only_related_does_not():
    assert ids(question(), offer("I1", themes=("ontmoeten",))) == ["I1"]
    assert ids(question(), offer("I1", themes=("rouw",))) == []
    assert ids(question(side_themes=("rouw",)), offer("I1", themes=("rouw",))) == []


def test_a_day_that_cannot_excludes_and_an_unknown_day_does_not():
    tuesday = question(available=(DayPart.TUESDAY_AFTERNOON,))
    assert ids(tuesday, offer("I1", moments=(DayPart.MONDAY_MORNING,))) == []
    assert (
        ids(tuesday, offer("I1")) == ids(question(), offer("I1", moments=(DayPart.MONDAY_MORNING,))) == ["I1"]
    )


def test_every_other_exclusion_stays():
    assert ids(question(), offer("I1", status=OfferStatus.PAUSED)) == []
    assert ids(question(mobility=Mobility.POOR), offer("I1", 600.0)) == []


def test_sixty_points_are_enough_and_fewer_are_not():
    asked = question(thresholds=("geen_geld",))
    # At the very edge, nothing known of the day and the cost: 35 + 0 + 0 + 5 + 10 + 5 + 5.
    assert [each.score for each in found(asked, offer("I1", 769.0))] == [60]
    assert ids(asked, offer("I1", 769.0, checked_on=None)) == []


def test_nothing_fits_a_question_about_safety():
    assert found(question(theme="huiselijk-geweld"), offer("I1", themes=("veilig",))) == ()


@settings(max_examples=80, deadline=None)
@given(st.lists(offers, max_size=8, unique_by=lambda each: each.id), questions)
def test_the_index_finds_what_the_reference_finds(given_offers, asked):
    def fitting(each):
        judged = match(replace(asked, also_full=True), each, VOCABULARY, TODAY)
        return (
            isinstance(judged, Match)
            and judged.score >= LEAST_SCORE
            and judged.parts[Part.TIME] > 0
            and similarity(asked.theme, each, VOCABULARY) >= LEAST_TENTHS
        )

    expected = {each.id: each.no_places_left for each in given_offers if fitting(each)}
    assert {each.id: each.full for each in found(asked, *given_offers)} == expected
