"""The Maandagbericht: five lines at most, the most urgent first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from socialmap.collective.week import (
    BundleFound,
    PatternFound,
    Rank,
    TurnedFragile,
    from_agreements,
    from_bundles,
    from_checks,
    from_empty_cells,
    from_fragile,
    from_patterns,
    from_signals,
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
    PatternFound(id="a", theme_label="Geld en papieren", area_name="Vogelweide", p=0.03),
    PatternFound(id="b", theme_label="Rouw en verlies", area_name="Oude Kern", p=0.01),
]
FRAGILE = [
    TurnedFragile(id="I-1", name="Eettafel De Brug", impact=3, score=78),
    TurnedFragile(id="I-2", name="Koor", impact=6, score=55),
    TurnedFragile(id="I-3", name="Loopgroep", impact=0, score=90),
]


def test_nine_items_give_five_lines_in_the_order_of_the_ranks_and_four_more() -> None:
    candidates = [
        *from_checks([TAALCAFE], {}, TODAY),
        *from_empty_cells({"geld": "geld"}),
        *from_unknown_places([EETTAFEL]),
        *from_fragile(FRAGILE),
        *from_patterns(PATTERNS),
        *from_bundles([EATING]),
        *from_signals([LIFT], TODAY),
    ]
    week = this_week(candidates)
    assert len(candidates) == 9
    assert [line.sentence for line in week.lines] == [
        "Laat weten wat er gebeurde met: Lift kapot in De Wachter. Dat zou op 12 februari 2026.",
        "7 mensen in Havenrand en Lindehof hebben dezelfde vraag: Samen eten.",
        "Opvallend in Oude Kern: Rouw en verlies, hier en nu. Dit is geen bewijs.",
        "Opvallend in Vogelweide: Geld en papieren, hier en nu. Dit is geen bewijs.",
        "Koor is kwetsbaar geworden. Voor 6 mensen is er niets anders.",
    ]
    assert [line.target for line in week.lines] == [
        "signal/S-1", "bundle/1", "pattern/b", "pattern/a", "initiative/I-2",
    ]  # fmt: skip
    assert (week.more, week.sentence) == (4, "nog 4")


def test_nothing_new_is_told_kindly() -> None:
    week = this_week([])
    assert (week.lines, week.more, week.sentence) == ((), 0, "Niets nieuws. Fijne week.")


def test_a_role_gets_only_its_own_ranks() -> None:
    candidates = [*from_signals([LIFT], TODAY), *from_bundles([EATING]), *from_empty_cells({"geld": "geld"})]
    week = this_week(candidates, {Rank.EMPTY_AND_UNKNOWN})
    assert [line.sentence for line in week.lines] == ["Bij geld is nog niets van bewoners samen"]
    assert week.more == 0


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


def test_the_number_of_people_who_depend_on_it_is_hidden_below_five() -> None:
    assert [each.sentence for each in from_fragile(FRAGILE)] == [
        "Eettafel De Brug is kwetsbaar geworden. Voor enkele mensen is er niets anders.",
        "Koor is kwetsbaar geworden. Voor 6 mensen is er niets anders.",
    ]


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


def test_an_agreement_is_told_in_its_week() -> None:
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
    assert from_agreements([replace(talk, agreement_on=date(2026, 3, 1))], TODAY) == []


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
