"""Writing a signal, where it goes, and the way until it is closed (domain.md 4.E and 4.F, scenario O4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socialmap.collective.routing import IN_DANGER, POLICY_ADVISER, report_back_on, route, whom_to_call
from socialmap.collective.signal_draft import (
    SignalDraft,
    corrected,
    draft_of_note,
    draft_of_pattern,
    draft_of_white_spot,
    signal_of,
    write_up,
)
from socialmap.collective.signal_flow import Step, advance, next_steps, waiting
from socialmap.errors import InvalidInput
from socialmap.model.together import (
    CauseLevel,
    CloseReason,
    Scale,
    Signal,
    SignalChoice,
    SignalKind,
    SignalSource,
    SignalStatus,
)
from socialmap.model.work import FieldNote
from socialmap.ontology.thesaurus import load_vocabulary

VOCABULARY = load_vocabulary()
TODAY = date(2026, 3, 2)
AREAS = ("Lindehof", "Havenrand", "Oude Kern", "Lindekwartier")
NOTE = FieldNote(
    id="V-1",
    area_id="BU99990103",
    on=TODAY,
    themes=("lift-trap-toegang",),
    text="Drie weken lift kapot, mensen komen niet meer beneden",
    heard_at="groep",
)
LIFT = replace(
    draft_of_note(NOTE, "Havenrand", VOCABULARY),
    title="Lift kapot in flat De Wachter",
    cause=CauseLevel.SURROUNDINGS,
    where="flat De Wachter",
    people=1,
)


def signal(draft: SignalDraft = LIFT) -> Signal:
    return signal_of(
        draft, signal_id="S-1", owner="P-samira", today=TODAY, area_names=AREAS, vocabulary=VOCABULARY
    )


def refused(draft: SignalDraft) -> dict[str, str]:
    with pytest.raises(InvalidInput) as error:
        signal(draft)
    return {violation.field: violation.sentence for violation in error.value.violations}


def test_a_field_note_fills_the_form_and_leaves_the_cause_open():
    draft = draft_of_note(NOTE, "Havenrand", VOCABULARY)
    assert (draft.sort, draft.scale) == (SignalKind.HOME_AND_BLOCK, Scale.COMPLEX)
    assert draft.origin is SignalSource.GROUP
    assert (draft.what_we_see, draft.where, draft.cause) == (NOTE.text, "Havenrand", None)


def test_a_signal_of_one_person_about_a_building_is_taken():
    made = signal()
    assert made.status is SignalStatus.NOTICED
    assert made.how_often == "enkele mensen"
    assert made.report_back_on == date(2026, 4, 13)
    assert made.about_building


def test_a_sensitive_theme_is_kept_under_its_leefgebied():
    note = replace(NOTE, themes=("schulden", "rondkomen"))
    assert draft_of_note(note, "Havenrand", VOCABULARY).themes == ("geld",)
    assert draft_of_pattern("schulden", "BU1", "Havenrand", VOCABULARY).themes == ("geld",)
    assert "chulden" not in draft_of_pattern("schulden", "BU1", "Havenrand", VOCABULARY).title
    assert signal(replace(LIFT, themes=("schulden",))).themes == ("geld",)


def test_a_white_spot_is_a_signal_about_what_is_not_there():
    draft = draft_of_white_spot("geld", "BU1", "Havenrand", VOCABULARY)
    assert draft.sort is SignalKind.MISSING_OFFER
    assert draft.title == "Te weinig in Havenrand: Geld en papieren"


def test_an_empty_form_says_everything_that_is_missing():
    assert refused(SignalDraft()) == {
        "title": "Geef het signaal een korte titel.",
        "sort": "Kies waar het signaal over gaat.",
        "scale": "Kies hoe groot het gebied is.",
        "cause": "Kies waar het volgens jou aan ligt.",
        "what_we_see": "Schrijf op wat je ziet.",
        "where": "Schrijf op waar het speelt.",
    }


def test_a_name_in_any_text_is_refused():
    assert refused(replace(LIFT, residents_say="mevrouw Jansen is boos")) == {
        "residents_say": "Hier staat misschien een naam. Haal die weg."
    }


@pytest.mark.parametrize(
    "where", ["Havenrand", "Havenrand en Lindehof", "oude kern.", "Lindekwartier, Havenrand"]
)
def test_with_few_people_the_neighbourhood_may_be_named(where):
    few = replace(LIFT, sort=SignalKind.HEALTH, scale=Scale.NEIGHBOURHOOD, where=where, people=2)
    assert signal(few).where == where


def test_with_few_people_nothing_more_precise_than_a_neighbourhood():
    few = replace(LIFT, sort=SignalKind.HEALTH, where="portiek bij de kerk", people=2)
    assert set(refused(few)) == {"scale", "where"}
    assert "5 mensen" in refused(few)["where"]
    assert signal(replace(few, people=5)).where == "portiek bij de kerk"
    assert signal(replace(few, about_building=True)).where == "portiek bij de kerk"


def test_the_route_says_why_and_nobody_stands_in_it_twice():
    routes = route(SignalKind.SERVICE_DISAPPEARS, Scale.WIDER, CauseLevel.SYSTEM)
    assert [one.to for one in routes].count(POLICY_ADVISER) == 1
    assert all(one.reason.endswith(".") for one in routes)
    assert all(
        route(sort, scale, cause)[0].to == "eigen team"
        for sort in SignalKind
        for scale in Scale
        for cause in (*CauseLevel, None)
    )


def test_a_system_cause_or_more_districts_always_reaches_the_policy_adviser():
    for sort in SignalKind:
        assert POLICY_ADVISER in [one.to for one in route(sort, Scale.DISTRICT, CauseLevel.SYSTEM)]
        assert POLICY_ADVISER in [one.to for one in route(sort, Scale.WIDER, CauseLevel.PERSON)]


def test_one_person_in_danger_is_not_a_signal():
    assert tuple(one.to for one in whom_to_call()) == IN_DANGER


def test_a_signal_goes_all_the_way():
    placed = advance(
        advance(signal(), SignalStatus.DEEPENED),
        SignalStatus.PLACED,
        Step(choice=SignalChoice.TOGETHER, addressed_to="woningcorporatie (wijkbeheerder)"),
    )
    told = advance(
        advance(placed, SignalStatus.IN_HAND),
        SignalStatus.REPORTED_BACK,
        Step(told_to="de bewoners van de flat"),
    )
    assert told.reported_back == "verteld aan de bewoners van de flat"
    closed = advance(
        told,
        SignalStatus.CLOSED,
        Step(closed_as=CloseReason.SOLVED, closed_because="De lift doet het weer."),
    )
    assert (closed.status, closed.closed_because) == (
        SignalStatus.CLOSED, "opgelost: De lift doet het weer.",
    )  # fmt: skip


def test_a_closed_signal_is_reopened_and_people_wait_for_an_answer_again():
    closed = advance(
        signal(), SignalStatus.CLOSED, Step(told_to="de groep", closed_as=CloseReason.INSUFFICIENT)
    )
    assert next_steps(closed) == (SignalStatus.NOTICED,)
    assert advance(closed, SignalStatus.NOTICED) == signal()
    placed = replace(closed, choice=SignalChoice.SELF)
    assert next_steps(placed) == (SignalStatus.IN_HAND,)
    with pytest.raises(InvalidInput, match="Kies: in behandeling"):
        advance(placed, SignalStatus.DEEPENED)


def test_a_signal_is_not_placed_before_it_has_figures_or_a_story():
    bare = signal(replace(LIFT, people=None))
    with pytest.raises(InvalidInput, match="Vul eerst cijfers of een verhaal in"):
        advance(bare, SignalStatus.DEEPENED)
    deepened = replace(bare, status=SignalStatus.DEEPENED)
    with pytest.raises(InvalidInput, match="Vul eerst cijfers of een verhaal in"):
        advance(deepened, SignalStatus.PLACED, Step(choice=SignalChoice.SELF))
    told = advance(bare, SignalStatus.DEEPENED, Step(consequence="Een oudere man eet niet meer mee."))
    assert told.consequence == "Een oudere man eet niet meer mee."
    assert advance(told, SignalStatus.PLACED, Step(choice=SignalChoice.SELF)).status == "thuisgebracht"


def test_other_words_are_checked_as_new_ones_are():
    made = signal()
    assert corrected(made, {"title": " Lift stuk "}, AREAS) == replace(made, title="Lift stuk")
    with pytest.raises(InvalidInput, match="naam"):
        corrected(made, {"we_ask": "mevrouw Jansen wil antwoord"}, AREAS)
    with pytest.raises(InvalidInput, match="korte titel"):
        corrected(made, {"title": " "}, AREAS)
    few = signal(
        replace(LIFT, sort=SignalKind.HEALTH, scale=Scale.NEIGHBOURHOOD, where="Havenrand", people=2)
    )
    with pytest.raises(InvalidInput, match="Noem alleen de buurt"):
        corrected(few, {"where": "portiek bij de kerk"}, AREAS)


def test_closing_is_refused_while_nobody_was_told():
    with pytest.raises(InvalidInput, match="Laat eerst weten wat er gebeurde"):
        advance(signal(), SignalStatus.CLOSED, Step(closed_as=CloseReason.SOLVED))
    with pytest.raises(InvalidInput, match="waarom er niemand is"):
        advance(signal(), SignalStatus.CLOSED, Step(nobody_to_tell=True, closed_as=CloseReason.SOLVED))
    with pytest.raises(InvalidInput, match="waarom dit klaar is"):
        advance(signal(), SignalStatus.CLOSED, Step(told_to="de groep"))
    closed = advance(
        signal(),
        SignalStatus.CLOSED,
        Step(nobody_to_tell=True, nobody_because="het kwam uit de krant", closed_as=CloseReason.SOLVED),
    )
    assert closed.reported_back == "niemand om aan te vertellen: het kwam uit de krant"


def test_a_step_cannot_be_skipped_but_a_mistake_can_be_mended():
    assert next_steps(signal()) == (SignalStatus.DEEPENED, SignalStatus.CLOSED)
    with pytest.raises(InvalidInput, match="Kies: verdiept en afgesloten"):
        advance(signal(), SignalStatus.IN_HAND)
    deepened = advance(signal(), SignalStatus.DEEPENED)
    assert advance(deepened, SignalStatus.NOTICED) == signal()


def test_placing_needs_a_choice_and_somebody_to_ask():
    deepened = advance(signal(), SignalStatus.DEEPENED)
    with pytest.raises(InvalidInput, match="zelf, samen of aankaarten"):
        advance(deepened, SignalStatus.PLACED)
    with pytest.raises(InvalidInput, match="aan wie je dit vraagt"):
        advance(deepened, SignalStatus.PLACED, Step(choice=SignalChoice.RAISE))
    assert advance(deepened, SignalStatus.PLACED, Step(choice=SignalChoice.SELF)).choice is SignalChoice.SELF


def test_a_name_in_a_step_is_refused():
    with pytest.raises(InvalidInput, match="naam"):
        advance(signal(), SignalStatus.DEEPENED, Step(addressed_to="mevrouw Jansen"))


def test_those_who_wait_longest_come_first():
    early, late = (replace(signal(), id=f"S-{day}", report_back_on=date(2026, 4, day)) for day in (1, 20))
    told = replace(early, id="S-told", reported_back="verteld aan de groep")
    assert waiting([late, told, early], date(2026, 4, 20)) == (early, late)
    assert waiting([late], date(2026, 4, 19)) == ()
    assert report_back_on(TODAY) == date(2026, 4, 13)


def test_the_write_up_has_its_eight_headings_in_order_and_leaves_out_what_is_blank():
    whole = replace(
        LIFT,
        we_ask="Maak de lift.",
        addressed_to="woningcorporatie",
        consequence="Mensen zitten vast.",
        already_done="Een brief.",
        residents_say="Wij komen niet meer beneden.",
    )
    page = write_up(signal(whole))
    headings = [heading for heading, _ in page]
    assert headings[0] == "Wat zien we?"
    assert headings[4] == "Waar ligt het aan?"
    assert len(headings) == 8
    assert [heading for heading, _ in write_up(signal(replace(whole, already_done="")))] == [
        heading for heading in headings if heading != "Wat doen we al?"
    ]
    assert page[7][1] == "Maak de lift. Aan: woningcorporatie. We horen het graag voor 13 april 2026."
