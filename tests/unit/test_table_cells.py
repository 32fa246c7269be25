"""Single cells of a table: moments, numbers, dates, yes and no, lists."""

from datetime import date, time

import pytest

from socialmap.connectors import cells
from socialmap.connectors.labels import by_label
from socialmap.connectors.moments import clock, moments
from socialmap.model.provision import Access, Rhythm
from socialmap.model.values import Tri
from socialmap.ontology.thesaurus import load_vocabulary

MOMENTS = [
    ("di-middag", ["di-middag"]),
    ("di-middag, do-ochtend", ["di-middag", "do-ochtend"]),
    ("dinsdagmiddag", ["di-middag"]),
    ("Dinsdag 14:00-16:00", ["di-middag"]),
    ("di en do 10.00 - 12.00 uur", ["di-ochtend", "do-ochtend"]),
    ("ma t/m vr ochtend", ["ma-ochtend", "di-ochtend", "wo-ochtend", "do-ochtend", "vr-ochtend"]),
    ("ma-wo avond", ["ma-avond", "di-avond", "wo-avond"]),
    ("elke woensdag van 10 tot 12 uur", ["wo-ochtend"]),
    ("zaterdag 19.30 uur", ["za-avond"]),
    ("di ochtend en middag", ["di-ochtend", "di-middag"]),
    ("di 10-12 en 14-16", ["di-ochtend", "di-middag"]),
    ("Tuesday morning; Friday evening", ["di-ochtend", "vr-avond"]),
    ("'s maandags", None),
    ("ooit", None),
    ("dinsdag", None),
    ("14:00", None),
    ("di 25:00", None),
    ("di 16:00-14:00", None),
    ("elke dag van Kanarie van Dijk", None),
]


@pytest.mark.parametrize(("text", "slots"), MOMENTS)
def test_a_moment_is_read_as_people_write_it_or_refused(text, slots):
    if slots is None:
        with pytest.raises(ValueError, match=r"di-middag, of dinsdag|als 14:00"):
            moments(text)
    else:
        assert [str(session.slot) for session in moments(text)] == slots


def test_times_belong_to_their_day():
    first, second = moments("ma 9:00-11:30, wo 19.00")
    assert (first.starts, first.ends, second.starts, second.ends) == (time(9), time(11, 30), time(19), None)


@pytest.mark.parametrize(
    ("text", "rhythm"),
    [
        ("om de week di-middag", Rhythm.FORTNIGHTLY),
        ("tweewekelijks woensdag 10:00", Rhythm.FORTNIGHTLY),
        ("eerste dinsdag van de maand 14:00", Rhythm.MONTHLY),
        ("elke week di-middag", Rhythm.WEEKLY),
    ],
)
def test_how_often_is_read_from_the_words(text, rhythm):
    assert [session.rhythm for session in moments(text)] == [rhythm]


@pytest.mark.parametrize(("text", "value"), [("14", time(14)), ("9.05", time(9, 5)), ("14:00 uur", time(14))])
def test_a_time(text, value):
    assert clock(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,50", 2.5),
        ("€ 2.50", 2.5),
        ("1.234,50", 1234.5),
        ("1,234.50", 1234.5),
        ("5,-", 5.0),
        ("gratis", 0.0),
    ],
)
def test_an_amount_with_comma_or_point(text, value):
    assert cells.euros(text) == value


@pytest.mark.parametrize("text", ["-1", "veel", "1e9", "nan", "inf", "1_000", "٣"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match="bedrag"):
        cells.euros(text)


@pytest.mark.parametrize("text", ["02-03-2026", "2/3/2026", "2026-03-02", "2026-03-02 10:00", "2 Maart 2026"])
def test_a_date_in_every_usual_form(text):
    assert cells.day(text) == date(2026, 3, 2)


@pytest.mark.parametrize("text", ["2026-02-30", "03-02-26", "morgen", "2026"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match="dd-mm-jjjj"):
        cells.day(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ja", Tri.YES),
        ("X", Tri.YES),
        ("yes", Tri.YES),
        ("Nee", Tri.NO),
        ("no", Tri.NO),
        ("weet niet", Tri.UNKNOWN),
    ],
)
def test_yes_and_no_in_two_languages(text, value):
    assert cells.tri(text) is value


def test_codes_are_read_in_dutch_and_english_and_the_sentence_lists_them():
    parse = cells.one_of(Access)
    assert parse("Aanmelden") is parse("sign up") is Access.SIGN_UP
    with pytest.raises(ValueError, match="vrij, aanmelden"):
        parse("dicht")


def test_a_label_that_has_a_comma_itself_is_one_value():
    theme = cells.several(by_label(load_vocabulary().themes, "dit onderwerp"))
    assert len(theme("Lezen, schrijven en rekenen")) == 1
    assert len(theme("eenzaamheid, samen-eten; Eenzaamheid")) == 2


def test_every_theme_and_facility_type_is_found_by_id_label_and_english_label():
    vocabulary = load_vocabulary()
    for concepts in (vocabulary.themes, vocabulary.facility_types, vocabulary.activity_types):
        parse = by_label(concepts, "dit")
        for concept_id, concept in concepts.items():
            assert parse(concept_id) == concept_id
            assert parse(concept.label.upper()) in concepts


def test_a_web_address_without_a_beginning_gets_one_and_a_script_is_refused():
    assert cells.website("welzijn.example") == "https://welzijn.example"
    for bad in ("javascript:alert(1)", "data:text/html,x.y", "https://", "geen site"):
        with pytest.raises(ValueError, match="https"):
            cells.website(bad)
