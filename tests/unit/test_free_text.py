"""What looks like a person in free text is noticed, and ordinary words are left alone."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.privacy.free_text import Suspicion, SuspicionKind, suspicions, violations

CANARY = "Kanarie van Dijk, Kanariestraat 1, 06-12345678"


def _seen(text: str) -> list[tuple[SuspicionKind, str]]:
    return [(found.kind, text[found.start : found.end]) for found in suspicions(text)]


def test_the_canary_is_seen_whole() -> None:
    assert _seen(CANARY) == [
        (SuspicionKind.NAME, "Kanarie van Dijk"),
        (SuspicionKind.ADDRESS, "Kanariestraat 1"),
        (SuspicionKind.PHONE, "06-12345678"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Jan Jansen",
        "JAN JANSEN",
        "Fatima El Amrani",
        "Piet de Boer",
        "Wiebke van der Meulen",
        "Oyelaran van Zutphen",
        "Jan 't Hart",
        "Jan in 't Veld",
        "Anne-Marie Jansen",
        "Selam Tesfay",
        "Delia Bos",
        "Jan K.",
        "J. Jansen",
        "A.B. de Vries",
        "mevrouw De Vries",
        "mevrouw Van der Meer",
        "meneer van der Meer",
        "mevrouw Van de Markt",
        "mw. Bakker",
        "dhr Yilmaz",
        "dhr BOS",
        "familie Bakker",
        "fatima van hiernaast",
        "Fatima van nummer 12",
        "yusuf hierboven",
        "Fatima van nummer 12a",
        "fatima van nr. 12",
        "Fatima van drie hoog",
        "Fatima, van hiernaast",
        "Fatima van de bovenburen",
        "Mw. BLOM",
        "mw. van DAM",
        "J. BLOM",
        "mw. Jansen",
        "Mevrouw. Bakker",
    ],
)
def test_a_name_is_seen_within_a_sentence(name: str) -> None:
    text = f"Gisteren vertelde {name} hoe het ging."
    assert [kind for kind, _ in _seen(text)] == [SuspicionKind.NAME]
    assert _seen(text)[0][1].rstrip(".") == name.rstrip(".")


def test_digits_behind_a_name_do_not_hide_it() -> None:
    assert _seen("mw. Jansen82 belt") == [(SuspicionKind.NAME, "mw. Jansen")]


@pytest.mark.parametrize(
    "number",
    [
        "06-12345678",
        "0612345678",
        "06 12 34 56 78",
        "06–12345678",
        "+31 6 12345678",
        "+31 (0)6 12345678",
        "0031612345678",
        "(030) 123 45 67",
        "038-4567890",
    ],
)
def test_a_telephone_number_is_seen_in_every_spelling(number: str) -> None:
    assert _seen(f"bel {number}, graag") == [(SuspicionKind.PHONE, number)]


@pytest.mark.parametrize("mail", ["kanarie@voorbeeld.nl", "k.van.dijk+buurt@post.voorbeeld.amsterdam"])
def test_a_mail_address_is_seen(mail: str) -> None:
    assert _seen(f"stuur het naar {mail}.") == [(SuspicionKind.MAIL, mail)]


@pytest.mark.parametrize("code", ["8011AB 12", "8011 AB 12", "8011 AB, nr 12", "8011ab 12", "12, 8011 AB"])
def test_a_postcode_with_a_house_number_is_seen(code: str) -> None:
    assert _seen(code) == [(SuspicionKind.POSTCODE, code)]


@pytest.mark.parametrize(
    "address",
    [
        "Dorpsstraat 12",
        "kanariestraat nr 4",
        "Dijkstraat 12a",
        "Stationsweg 3-2",
        "Kanarieln 1",
        "Kerkplein, 7",
    ],
)
def test_a_street_with_a_house_number_is_seen(address: str) -> None:
    assert _seen(f"woont aan de {address} sinds kort") == [(SuspicionKind.ADDRESS, address)]


@pytest.mark.parametrize("number", ["111222333", "123456782", "1234.56.782", "123 456 782"])
def test_nine_digits_that_pass_the_eleven_test_are_seen(number: str) -> None:
    assert _seen(f"nummer {number}") == [(SuspicionKind.CITIZEN_NUMBER, number)]


@pytest.mark.parametrize("number", ["123456789", "000000000", "1112223330", "11122233"])
def test_other_numbers_are_no_citizen_numbers(number: str) -> None:
    assert SuspicionKind.CITIZEN_NUMBER not in [kind for kind, _ in _seen(f"nummer {number}")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Koffie in de Linde",
        "Buurthuis De Brug",
        "Eettafel De Brug",
        "Huis van de Wijk",
        "Wandelclub Vogelweide",
        "Welzijn Meerwold",
        "Vrienden van Oost",
        "Dag van de Mantelzorg",
        "Bibliotheek van Zwolle",
        "Anne Frankschool",
        "Albert Heijn",
        "Oude Kern, Buitenhoek en Havenrand",
        "Bel de Wijkagent of vraag de Buurtcoach",
        "Kom naar De Brug",
        "Delia weet er meer van",
        "Mevrouw van 78",
        "Mw. COPD, zoekt een wandelgroep",
        "dhr WIA gedeeltelijk",
        "Mw. B1 gehaald",
        "mevr. DM2",
        "Dat kan alleen nog online meneer. Toen ging ik maar weer.",
        "meneer van de Voedselbank",
        "mevrouw van het Wijkteam",
        "Flat De Wachter",
        "dinsdag 14 uur",
        "dinsdag 03-03-2026 14 uur",
        "van 09.00 - 12.00 uur",
        "Lindehof 10.00 uur",
        "Onderweg 10 minuten",
        "Wandelpad 5 km",
        "Marktplein 5 mei",
        "in 2025 en 2026 kwamen 1200 en 15 mensen",
        "€ 1.250,00 per jaar",
        "Veilig Thuis 0800-2000, bij gevaar 112, of 0800-0113",
        "8011 mensen",
    ],
)
def test_ordinary_words_pass(text: str) -> None:
    assert _seen(text) == []


def test_a_violation_names_the_field_and_never_the_text() -> None:
    found = violations("description", CANARY)
    assert [violation.field for violation in found] == ["description"] * 3
    said = " ".join(violation.sentence for violation in found)
    assert all(part not in said for part in ("Kanarie", "Dijk", "12345678"))
    assert "Haal" in said


def test_two_names_are_one_violation() -> None:
    assert len(violations("text", "Jan Jansen en Piet de Boer")) == 1


def test_nothing_suspicious_is_no_violation() -> None:
    assert violations("text", "Koffie in de Linde") == ()


@settings(deadline=None)
@given(st.text())
def test_what_is_found_lies_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for found in suspicions(text):
        assert isinstance(found, Suspicion)
        assert end <= found.start < found.end <= len(text)
        end = found.end


@settings(deadline=None)
@given(
    before=st.text(st.sampled_from("abc .,!?\n")),
    after=st.text(st.sampled_from("abc .,!?\n")),
    canary=st.sampled_from(["06-12345678", "kanarie@voorbeeld.nl", "Kanarie van Dijk", "Kanariestraat 1"]),
)
def test_a_canary_is_seen_wherever_it_stands(before: str, after: str, canary: str) -> None:
    assert suspicions(f"{before} {canary} {after}")


@pytest.mark.parametrize("piece", ["a", "A ", "0 ", "A.", "a@", "Jan van ", "8011 ", "Aastraat ", "1-", "(0"])
def test_a_very_long_text_takes_seconds_at_most(piece: str) -> None:
    started = process_time()
    suspicions(piece * (60_000 // len(piece)))
    assert process_time() - started < 10
