"""Where a team stands: figures without people, and a conversation prefilled with its own work."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from datetime import date

import pytest

from socialmap.collective.conversation import (
    Answer,
    TeamAnswers,
    TeamWork,
    certainty,
    goal_shares,
    ideas_running,
    possibilities,
    sheet,
    team_answers,
    willing_to_lead,
    without_names,
)
from socialmap.collective.positions import (
    Dot,
    Mean,
    TooFew,
    by_discipline,
    mean_of,
    since_last_year,
    standing_sentence,
    team_view,
    towards,
)
from socialmap.model.together import (
    ActionKind,
    BundleKind,
    BundleProposal,
    BundleStatus,
    CollectiveAction,
    Conversation,
    ConversationMode,
    PositionKind,
    QuadrantPosition,
)
from socialmap.model.values import ProfessionalId, ThemeId
from socialmap.model.work import Discipline, Professional
from socialmap.ontology.thesaurus import load_vocabulary

TODAY = date(2026, 3, 2)
COMMUNITY, SOCIAL = Discipline.COMMUNITY_WORK, Discipline.SOCIAL_WORK


def _position(
    number: int, x: float, y: float, sort: PositionKind = PositionKind.SELF_NOW
) -> QuadrantPosition:
    who = ProfessionalId(f"P-{number}")
    return QuadrantPosition(id=f"Q-{number}-{sort}", respondent=who, year=2026, sort=sort, x=x, y=y)


def _action(number: int, goal: int, sort: ActionKind = ActionKind.BUNDLE) -> CollectiveAction:
    return CollectiveAction(id=f"A-{number}", sort=sort, goal=goal, on=date(2026, 1, 5))


def _bundle(number: int, status: BundleStatus, sort: BundleKind = BundleKind.NEW) -> BundleProposal:
    return BundleProposal(id=f"B-{number}", theme=ThemeId("rouw"), sort=sort, size=6, status=status)


def _round(positions: Iterable[QuadrantPosition]) -> dict[PositionKind, tuple[Dot, ...]]:
    """The dots per question, without who."""
    found: dict[PositionKind, tuple[Dot, ...]] = dict.fromkeys(PositionKind, ())
    for each in positions:
        found[each.sort] += (Dot(each.x, each.y),)
    return found


def test_a_wish_says_what_the_team_wants_and_names_no_field_against_it() -> None:
    later = [Dot(0.2, 0.0)] * 5
    view = team_view({PositionKind.SELF_NOW: later, PositionKind.SELF_LATER: later})
    wish, now = (view.standings[kind] for kind in (PositionKind.SELF_LATER, PositionKind.SELF_NOW))
    words = "iets meer collectief dan individueel en in balans tussen formeel en informeel"
    assert wish.sentence == f"Ons team wil {words} werken."
    assert now.sentence == f"Ons team werkt {words}."
    assert standing_sentence(0.2, -0.04, wish=True).endswith(" werken.")
    assert standing_sentence(0.2, -0.5, wish=True).endswith("werken. Dat is rechtsonder (Samen in de buurt).")
    assert standing_sentence(0, 0, wish=True) == "Ons team wil in balans werken."


def test_no_dot_has_an_owner() -> None:
    assert not {field.name for field in dataclasses.fields(Dot)} & {"respondent", "id", "who"}


def test_a_question_that_was_not_answered_does_not_count_in_its_mean() -> None:
    positions = [_position(number, -0.5, 0) for number in range(6)]
    later = [_position(number, 0.5, 0, PositionKind.SELF_LATER) for number in range(4)]
    view = team_view(_round([*positions, *later]))
    assert isinstance(view.standings[PositionKind.SELF_NOW], Mean)
    assert view.standings[PositionKind.SELF_LATER].n == 4
    assert view.standings[PositionKind.TEAM_NOW] == TooFew(
        n=0, sentence="Nog te weinig antwoorden (0). Vanaf 5 zie je het gemiddelde."
    )
    assert view.own_arrow is None


@pytest.mark.parametrize(
    ("v", "words"),
    [
        (0.049, "in balans tussen individueel en collectief"),
        (0.05, "iets meer collectief dan individueel"),
        (0.249, "iets meer collectief dan individueel"),
        (0.25, "meer collectief dan individueel"),
        (0.599, "meer collectief dan individueel"),
        (0.6, "vooral collectief"),
        (-0.05, "iets meer individueel dan collectief"),
        (-0.6, "vooral individueel"),
    ],
)
def test_the_words_change_exactly_at_their_borders(v: float, words: str) -> None:
    assert standing_sentence(v, 0.7).startswith(f"Ons team werkt {words} en vooral formeel. ")


def test_ones_own_position_has_the_same_sentence() -> None:
    assert standing_sentence(-0.8, 0.4, "Je") == (
        "Je werkt vooral individueel en meer formeel dan informeel. Dat is linksboven (Individuele hulp)."
    )


def test_wishes_name_only_the_axes_that_move() -> None:
    now = [Dot(0, 0)] * 5
    wishes = {
        (0.1, 0): "Het team wil meer samen doen.",
        (-0.1, 0.1): "Het team wil meer één-op-één doen en meer met beroepskrachten.",
        (0.09, -0.1): "Het team wil meer met bewoners doen.",
        (0.09, 0.09): "Het team wil ongeveer blijven waar het nu staat.",
    }
    for (x, y), sentence in wishes.items():
        arrow = towards(now, [Dot(x, y)] * 5)
        assert arrow is not None
        assert arrow.sentence == sentence


def test_a_group_that_drifts_back_to_one_to_one_is_told() -> None:
    assert since_last_year([Dot(0.4, 0)] * 6, [Dot(0.1, 0)] * 6) == "Iets meer één-op-één dan vorig jaar."
    assert since_last_year([Dot(0.4, 0)] * 6, [Dot(0.4, 0)] * 6) == ""
    assert since_last_year([Dot(0.4, 0)] * 4, [Dot(0.1, 0)] * 6) == ""


def test_a_discipline_is_shown_from_five_answers() -> None:
    five = [Dot(0.4, 0, COMMUNITY)] * 5
    assert isinstance(by_discipline(five)[COMMUNITY], Mean)
    assert by_discipline(five[:4])[COMMUNITY] == TooFew(
        n=4, sentence="Nog te weinig antwoorden (4). Vanaf 5 zie je het gemiddelde."
    )


def test_a_discipline_is_held_back_when_the_others_could_be_computed_from_it() -> None:
    with_one_other = [Dot(0.4, 0, COMMUNITY)] * 5 + [Dot(-1, 1, SOCIAL)]
    shown = by_discipline(with_one_other)
    assert {type(standing) for standing in shown.values()} == {TooFew}
    assert shown[COMMUNITY].sentence == "Dit tonen we niet. Anders is te zien waar één collega staat."
    with_five_others = [Dot(0.4, 0, COMMUNITY)] * 5 + [Dot(-1, 1, SOCIAL)] * 5
    assert {type(standing) for standing in by_discipline(with_five_others).values()} == {Mean}


def test_of_two_disciplines_the_smallest_is_held_back_for_the_few_without_one() -> None:
    dots = [Dot(0.4, 0, COMMUNITY)] * 5 + [Dot(-1, 1, SOCIAL)] * 6 + [Dot(0, 0)] * 2
    shown = by_discipline(dots)
    assert isinstance(shown[COMMUNITY], TooFew)
    assert isinstance(shown[SOCIAL], Mean)


def test_the_possibilities_are_filled_in_from_what_the_team_did() -> None:
    work = TeamWork(
        actions=[
            _action(1, 1),
            _action(2, 2, ActionKind.CONNECT),
            _action(3, 3, ActionKind.GROUP_OFFER),
            dataclasses.replace(_action(4, 1), on=date(2025, 3, 2)),
        ],
        bundles=[
            _bundle(1, BundleStatus.RUNNING, BundleKind.JOIN),
            _bundle(2, BundleStatus.IDEA, BundleKind.JOIN),
        ],
    )
    used = possibilities(work, TODAY)
    assert [(each.possibility.value, each.times) for each in used] == [
        ("bundelen", 1),
        ("verbinden", 1),
        ("groepsaanbod", 1),
        ("aansluiten_bij_bestaand", 1),
        ("basisvoorzieningen", 1),
        ("signaleren", 1),
        ("aanwezig_zijn", 0),
        ("talenten_vragen", 0),
    ]
    assert used[-1].sentence == "Talenten vragen: nog niet."


def test_ten_actions_show_that_the_third_goal_is_rare() -> None:
    shares = goal_shares([_action(number, goal) for number, goal in enumerate([1] * 7 + [2] * 2 + [3])])
    assert shares.percents == {1: 70, 2: 20, 3: 10}
    assert shares.seldom == (3,)
    assert shares.sentences == (
        "Doel 1: 7 van de 10.",
        "Doel 2: 2 van de 10.",
        "Doel 3: 1 van de 10.",
        "Doel 3 komt weinig voor",
    )
    assert goal_shares([]).sentences == ("Er staan nog geen acties.",)


def test_ideas_are_counted_against_what_runs() -> None:
    six = [_bundle(number, BundleStatus.IDEA) for number in range(4)]
    six += [_bundle(number, BundleStatus.RUNNING) for number in (5, 6)]
    rejected = _bundle(7, BundleStatus.REJECTED)
    assert ideas_running([*six, rejected]).sentence == "2 van de 6 ideeën lopen"
    assert ideas_running([]).sentence == "Er staan nog geen ideeën"


def test_certainty_is_told_as_so_many_of_so_many() -> None:
    assert certainty([2, 3, 2, 4, 2]) == "1 van de 5 voelt zich zeker"
    assert certainty([4, 5, 1, 1, 1, 1]) == "2 van de 6 voelen zich zeker"
    assert certainty([1] * 5) == "Niemand van de 5 voelt zich zeker"
    assert certainty([5] * 4) == "Nog te weinig antwoorden (4). Vanaf 5 zie je het gemiddelde."


def test_obstacles_come_most_picked_first_and_small_counts_stay_hidden() -> None:
    picks = [("tijd_caseload", "schroom_bewoners")] * 5 + [
        ("tijd_caseload", "geen_ruimte:gekregen"),
        ("kosten",),
    ]
    answers = team_answers([Answer(obstacles=each) for each in picks], load_vocabulary())
    assert isinstance(answers, TeamAnswers)
    assert [(each.code, each.shown) for each in answers.obstacles] == [
        ("tijd_caseload", "6"),
        ("schroom_bewoners", "5"),
        ("kosten", "<5"),
        ("geen_ruimte", "<5"),
    ]
    assert answers.obstacles[0].sentence.endswith("Tip: Neem één patroon uit je caseload als start.")
    assert isinstance(team_answers([Answer(obstacles=("kosten",))] * 4, load_vocabulary()), TooFew)


def test_one_small_count_takes_another_with_it() -> None:
    picks = [("tijd_caseload", "kost_tijd")] * 5 + [("tijd_caseload", "kosten")]
    answers = team_answers([Answer(obstacles=each) for each in picks], load_vocabulary())
    assert isinstance(answers, TeamAnswers)
    assert [each.shown for each in answers.obstacles] == ["6", "–", "<5"]


def test_answers_of_a_conversation_do_not_say_who() -> None:
    sheets = [
        Conversation(
            id=f"G-{number}",
            mode=ConversationMode.INDIVIDUAL,
            on=date(2026, 2, number + 1),
            respondent=ProfessionalId("P-1" if number < 2 else f"P-{number}"),
            certainty=number,
        )
        for number in range(4)
    ]
    answers = without_names(sheets)
    assert "P-" not in repr(answers)
    assert [answer.certainty for answer in answers] == [1, 2, 3]


def test_the_sheet_has_the_order_of_the_conversation() -> None:
    positions = [_position(number, -0.5, 0.2) for number in range(7)]
    later = [_position(number, 0.1, 0, PositionKind.SELF_LATER) for number in range(7)]
    view = team_view(_round([*positions, *later]))
    answers = team_answers(
        [Answer(want_more=("signaleren",), obstacles=("kost_tijd",), certainty=2)] * 6
        + [Answer(certainty=5)],
        load_vocabulary(),
    )
    lines = sheet(
        view,
        TeamWork(actions=[_action(1, 1)]),
        answers,
        TODAY,
        agreement="Samen naar de eettafel",
        agreement_on=date(2026, 4, 1),
    )
    assert [heading for heading, _ in lines] == [
        "Waar staan we? Waar willen we heen?",
        "Wat doen we al?",
        "Wat willen we meer?",
        "Wat houdt ons tegen?",
        "Hoe zeker zijn we met groepen?",
        "Waar werken we aan?",
        "Onze afspraak",
    ]
    texts = dict(lines)
    assert "Van −1 (één-op-één) tot 1 (samen): −0,50." in texts["Waar staan we? Waar willen we heen?"]
    assert texts["Wat willen we meer?"] == "Signaleren (6 keer)."
    assert texts["Hoe zeker zijn we met groepen?"].startswith("1 van de 7 voelt zich zeker. In het onderzoek")
    assert texts["Onze afspraak"] == "Samen naar de eettafel (1 april 2026)"


def test_with_four_colleagues_the_sheet_shows_no_figures() -> None:
    view = team_view(_round(_position(number, -1, 1) for number in range(4)))
    few = team_answers([Answer(certainty=5)] * 4, load_vocabulary())
    texts = dict(sheet(view, TeamWork(), few, TODAY, assignment="Er zijn voor de wijk."))
    assert texts["Onze opdracht"] == "Er zijn voor de wijk."
    assert {texts["Wat houdt ons tegen?"], texts["Waar staan we? Waar willen we heen?"]} == {
        "Nog te weinig antwoorden (4). Vanaf 5 zie je het gemiddelde."
    }


def test_colleagues_who_like_to_lead_a_group_can_be_asked_along() -> None:
    samira = Professional(id=ProfessionalId("P-1"), name="Samira", discipline=COMMUNITY, leads_groups=True)
    joost = Professional(id=ProfessionalId("P-2"), name="Joost", discipline=SOCIAL)
    assert willing_to_lead([joost, samira]) == (samira,)


def test_the_mean_of_an_eight_is_not_touched_by_float_noise() -> None:
    tenths = [Dot(x / 10, 0) for x in (1, 2, 3, 1, 3, 2, 1, 3)]
    standing = mean_of(tenths)
    assert isinstance(standing, Mean)
    assert (standing.x, standing.y) == (0.2, 0.0)
