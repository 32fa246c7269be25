"""What must hold for any weights (domain.md 4.A), whatever the offer and the question are."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from socialmap.model.values import Tri
from socialmap.model.wording import Sign, sentence
from socialmap.search.distances import distance_about_m
from socialmap.search.explaining import explained_match
from socialmap.search.index import OfferIndex
from socialmap.search.matching import MOST_LINES, Match, NotShown, match
from socialmap.search.question import Question
from socialmap.search.ranking import rank
from tests.property.offers import START_M, TODAY, VOCABULARY, matching_pairs, offers, questions, weights

FEW = settings(max_examples=60, deadline=None)
BARRIERS = st.sampled_from(sorted(VOCABULARY.barriers))


def score(question, offer, counts):
    found = match(question, offer, VOCABULARY, TODAY, counts)
    return found.exact if isinstance(found, Match) else None


@FEW
@given(matching_pairs, weights, BARRIERS)
def test_a_threshold_that_fits_never_lowers_a_score(pair, counts, barrier):
    question, offer = pair
    threshold = VOCABULARY.barriers[barrier].threshold
    fitting = replace(offer, barriers={**offer.barriers, barrier: Tri.YES})
    before = score(question, fitting, counts)
    after = score(replace(question, thresholds=(*question.thresholds, threshold)), fitting, counts)
    assert after >= before


@FEW
@given(matching_pairs, weights, BARRIERS)
def test_unknown_never_scores_higher_than_yes(pair, counts, barrier):
    question, offer = pair
    unknown = replace(offer, barriers={b: said for b, said in offer.barriers.items() if b != barrier})
    yes = replace(offer, barriers={**offer.barriers, barrier: Tri.YES})
    assert score(question, yes, counts) >= score(question, unknown, counts)


@FEW
@given(matching_pairs, weights, st.floats(0, 1))
def test_moving_an_offer_nearer_never_lowers_its_score(pair, counts, share):
    question, offer = pair
    offer = offer if offer.x_m is not None else replace(offer, x_m=START_M[0] + 100.0, y_m=START_M[1])
    nearer = replace(
        offer,
        x_m=round(START_M[0] + share * (offer.x_m - START_M[0]), 3),
        y_m=round(START_M[1] + share * (offer.y_m - START_M[1]), 3),
    )
    assume((distance_about_m(question, nearer) or 0) <= (distance_about_m(question, offer) or 0))
    assert score(question, nearer, counts) >= score(question, offer, counts)


@FEW
@given(st.lists(offers, max_size=8), questions, weights)
def test_an_excluded_offer_is_never_in_the_list_and_always_says_why(found, question, counts):
    index = OfferIndex(VOCABULARY)
    for offer in found:
        index.put_offer(offer)
    ranking = rank(index, question, TODAY, 50, weights=counts)
    shown, left_out = {m.id for m in ranking.matches}, {n.id: n for n in ranking.not_shown}
    assert shown.isdisjoint(left_out)
    for reasons in (left.reasons for left in left_out.values()):
        assert reasons
        assert all(reason.sign is Sign.MINUS and sentence(reason).endswith(".") for reason in reasons)


@FEW
@given(st.lists(offers, max_size=4), questions, st.booleans())
def test_a_question_about_safety_gives_no_list(found, question, only_beside):
    index = OfferIndex(VOCABULARY)
    for offer in found:
        index.put_offer(offer)
    acute = next(theme for theme in VOCABULARY.themes if VOCABULARY.themes[theme].acute)
    asked = replace(question, side_themes=(acute,)) if only_beside else replace(question, theme=acute)
    ranking = rank(index, asked, TODAY)
    assert ranking.safety
    assert (ranking.matches, ranking.not_shown, ranking.more) == ((), (), 0)


@FEW
@given(matching_pairs, weights)
def test_an_explanation_has_at_most_six_lines_pluses_then_questions_then_minuses(pair, counts):
    question, offer = pair
    found = explained_match(question, offer, VOCABULARY, TODAY, counts)
    assert isinstance(found, Match)
    signs = [reason.sign for reason in found.reasons]
    assert signs == sorted(signs, key=list(Sign).index)
    assert 1 <= len(found.explanation) <= MOST_LINES
    for reason in found.reasons:
        told = sentence(reason)
        assert told[0] == told[0].upper()
        assert told.endswith((".", "?"))


@FEW
@given(matching_pairs, weights)
def test_a_score_lies_between_nothing_and_the_sum_of_the_weights(pair, counts):
    question, offer = pair
    found = match(question, offer, VOCABULARY, TODAY, counts)
    assert isinstance(found, Match)
    assert 0 <= found.exact <= sum(counts.by_part().values())
    assert abs(found.exact - found.score) * 2 <= 1
    assert all(0 <= value <= 1 for value in found.parts.values())


@FEW
@given(questions, offers)
def test_knowing_nothing_of_a_person_never_excludes_more(question, offer):
    less = Question(
        theme=question.theme,
        side_themes=question.side_themes,
        x_m=question.x_m,
        y_m=question.y_m,
        mobility=question.mobility,
        only_social_base=question.only_social_base,
        scope=question.scope,
        far_m=question.far_m,
        also_full=question.also_full,
    )
    with_all = match(question, offer, VOCABULARY, TODAY)
    with_less = match(less, offer, VOCABULARY, TODAY)
    if isinstance(with_all, Match):
        assert isinstance(with_less, Match)
    if isinstance(with_less, NotShown):
        assert isinstance(with_all, NotShown)
        assert {r.code for r in with_less.reasons} <= {r.code for r in with_all.reasons} | {"indicatie"}
