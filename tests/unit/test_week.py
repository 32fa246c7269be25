"""The Maandagbericht: five lines at most, the most urgent first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from socialmap.collective.week import (
    BundleFound,
    Candidate,
    News,
    PatternFound,
    Unanswered,
    from_agreements,
    from_bundles,
    from_checks,
    from_empty_cells,
    from_patterns,
    from_signals,
    from_unanswered,
    from_unknown_places,
    from_waiting_needs,
    this_week,
)
from socialmap.model.people import Need, OwnNetwork, Permission, Resident
from socialmap.model.together import (
    CauseLevel,
    Conversation,
    ConversationMode,
    Scale,
    Signal,
    SignalKind,
    SignalSource,
    SignalStatus,
)
from socialmap.model.values import NeedId, ThemeId
from socialmap.ontology.thesaurus import load_vocabulary
from tests.unit.linde_town import BEWONER, EETTAFEL, KOOKGROEP, TAALCAFE, VRAAG

TODAY = date(2026, 3, 2)
WORDS = load_vocabulary()
LIFT = Signal(
    id="S-1",
    title="Lift kapot in De Wachter",
    sort=SignalKind.HOME_AND_BLOCK,
    scale=Scale.COMPLEX,
    cause=CauseLevel.SURROUNDINGS,
    origin=SignalSource.GROUP,
    what_we_see="De lift is kapot.",
    where="De Wachter",
    report_back_on=date(2026, 2, 12),
    status=SignalStatus.IN_HAND,
)
EATING = BundleFound(
    id="1", theme_label="Samen eten", area_names=("Havenrand", "Lindehof"), people=7, minimum=6, score=80
)
PATTERNS = [
    PatternFound(id="b", theme_label="Rouw en verlies", area_name="Oude Kern"),
    PatternFound(id="a", theme_label="Geld en papieren", area_name="Vogelweide"),
]
FRAGILE = Candidate(
    news=News.FRAGILE, order=(0.0,), sentence="Koor is kwetsbaar geworden.", target="initiative/I-2"
)


def test_eight_items_give_five_lines_in_the_order_of_the_ranks_and_three_more() -> None:
    candidates = [
        *from_checks([TAALCAFE], {}, TODAY),
        *from_empty_cells({"geld": "geld"}),
        *from_unknown_places([EETTAFEL]),
        FRAGILE,
        *from_patterns(PATTERNS),
        *from_bundles([EATING]),
        *from_signals([LIFT], TODAY),
    ]
    week = this_week(candidates)
    assert len(candidates) == 8
    assert [line.sentence for line in week.lines] == [
        "Laat weten wat er gebeurde met: Lift kapot in De Wachter. Dat zou op 12 februari 2026.",
        "7 mensen in Havenrand en Lindehof hebben dezelfde vraag: Samen eten.",
        "Opvallend in Oude Kern: Rouw en verlies, hier en nu. Dit is geen bewijs.",
        "Opvallend in Vogelweide: Geld en papieren, hier en nu. Dit is geen bewijs.",
        "Koor is kwetsbaar geworden.",
    ]
    assert [line.target for line in week.lines] == [
        "signal/S-1", "bundle/1", "pattern/b", "pattern/a", "initiative/I-2",
    ]  # fmt: skip
    assert (week.more, week.sentence) == (3, "nog 3")


def test_a_map_that_was_just_begun_has_one_line_about_what_is_empty() -> None:
    three = from_empty_cells({"geld": "geld", "wonen": "wonen", "zin": "zin"})
    assert [each.sentence for each in three] == [
        f"Bij {name} is nog niets van bewoners samen" for name in ("geld", "wonen", "zin")
    ]
    (one,) = from_empty_cells({name: name for name in "abcd"})
    assert one.sentence == "Bij 4 leefgebieden is nog niets van bewoners samen"


def test_nothing_new_is_told_kindly() -> None:
    week = this_week([])
    assert (week.lines, week.more, week.sentence) == ((), 0, "Niets nieuws. Fijne week.")


def test_the_same_thing_is_told_once() -> None:
    assert len(this_week([*from_bundles([EATING]), *from_bundles([EATING])]).lines) == 1


def test_an_answer_that_was_promised_for_today_is_not_late() -> None:
    assert from_signals([replace(LIFT, report_back_on=TODAY)], TODAY) == []
    assert from_signals([replace(LIFT, status=SignalStatus.REPORTED_BACK)], TODAY) == []


def test_safety_comes_before_everything() -> None:
    unsafe = replace(LIFT, id="S-2", sort=SignalKind.SAFETY, status=SignalStatus.NOTICED, report_back_on=None)
    assert this_week(from_signals([LIFT, unsafe], TODAY)).lines[0].target == "signal/S-2"


def test_a_bundle_is_told_when_it_is_large_enough_and_new() -> None:
    assert from_bundles([replace(EATING, people=5), replace(EATING, looked_at=True)]) == []
    (few,) = from_bundles([replace(EATING, people=3, minimum=3)])
    assert few.sentence.startswith("Enkele mensen in ")


def test_what_exists_is_told_with_a_bundle_and_that_it_is_full() -> None:
    table = replace(EATING, told="5 mensen", exists=1)
    assert from_bundles([table])[0].sentence == (
        "5 mensen in Havenrand en Lindehof hebben dezelfde vraag: Samen eten. "
        "Er is nu 1 initiatief, met te weinig plek."
    )
    full = from_bundles([replace(table, exists=2, full=True)])[0].sentence
    assert full.endswith("Er zijn nu 2 initiatieven, en die zijn vol.")


def test_an_idea_without_an_answer_is_told_to_both_sides_after_two_weeks() -> None:
    waiting = Unanswered("1", "Samen eten", date(2026, 2, 16))
    (makelaar,) = from_unanswered([waiting], asked=True, today=TODAY)
    assert makelaar.sentence == "Samen eten wacht sinds 16 februari 2026 op jouw antwoord."
    (leader,) = from_unanswered([waiting], asked=False, today=TODAY)
    assert leader.sentence.endswith("De sociaal makelaar gaf nog geen antwoord.")
    assert from_unanswered([replace(waiting, since=date(2026, 2, 17))], asked=True, today=TODAY) == []


def _waiting(need: Need, resident: Resident, looked_at: Collection[NeedId] = ()) -> int:
    return len(from_waiting_needs([need], {BEWONER.id: resident}, looked_at, WORDS, TODAY))


def test_a_question_of_somebody_alone_that_waits_ninety_days_is_told() -> None:
    old = replace(VRAAG, reported_on=date(2025, 12, 1), may_be_linked=Permission.YES)
    alone = replace(BEWONER, own_network=OwnNetwork.NOBODY)
    assert _waiting(old, alone) == 1
    assert _waiting(old, BEWONER) == 0
    assert _waiting(old, alone, {old.id}) == 0
    assert _waiting(replace(old, reported_on=date(2025, 12, 3)), alone) == 0
    assert _waiting(replace(old, theme=ThemeId("huiselijk-geweld")), alone) == 0


def test_an_agreement_is_told_in_its_week_and_asked_about_afterwards() -> None:
    talk = Conversation(
        id="G-1",
        mode=ConversationMode.TEAM,
        on=date(2026, 1, 5),
        agreement="Samen naar de eettafel.",
        agreement_on=date(2026, 3, 8),
    )
    (line,) = from_agreements([talk], TODAY)
    assert line.sentence == "Dit spraken we af voor 8 maart 2026: Samen naar de eettafel."
    assert from_agreements([replace(talk, agreement_on=date(2026, 3, 9))], TODAY) == []
    assert not line.asks
    (past,) = from_agreements([replace(talk, agreement_on=date(2026, 3, 1))], TODAY)
    assert past.asks
    assert past.sentence == "Dit spraken we af voor 1 maart 2026: Samen naar de eettafel. Is dit gelukt?"


def test_what_was_never_checked_comes_first_then_what_is_oldest_and_used_most() -> None:
    old = replace(TAALCAFE, checked_on=date(2025, 8, 1))
    used = replace(EETTAFEL, checked_on=date(2025, 9, 1))
    never = replace(KOOKGROEP, checked_on=None)
    fresh = replace(KOOKGROEP, id="I-9", checked_on=date(2025, 9, 4))
    lines = this_week(from_checks([old, used, never, fresh], {used.id: 2}, TODAY)).lines
    assert [line.sentence for line in lines] == [
        "Klopt Kookgroep nog? Nog nooit gecontroleerd.",
        "Klopt Eettafel De Brug nog? Laatst gecontroleerd op 1 september 2025.",
        "Klopt Taalcafé nog? Laatst gecontroleerd op 1 augustus 2025.",
    ]
