"""What a sentence says besides its theme: only what is said, never what is denied, and only to suggest."""

from __future__ import annotations

import pytest

from socialmap.model.people import AgeGroup, Mobility, PeerWish
from socialmap.model.values import DAY_PARTS
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.hints import HintKind, hints_in

LANGUAGES = load_vocabulary().languages


def _said(text: str, *kinds: HintKind) -> set[str]:
    return {hint.value for hint in hints_in(text, LANGUAGES) if hint.kind in (kinds or HintKind)}


@pytest.mark.parametrize(
    ("text", "age", "group"),
    [
        ("mevrouw is 78 jaar", "78", "75+"),
        ("mijn moeder van 78 zit hele dagen alleen", "78", "75+"),
        ("mijn zoon van 13 jaar", "13", "12-17"),
        ("mijn moeder is 78", "78", "75+"),
        ("Man (78), weduwnaar", "78", "75+"),
        ("vrouw, 78", "78", "75+"),
        ("mw. 82 jr woont alleen", "82", "75+"),
        ("een 78-jarige dame", "78", "75+"),
        ("meisje van 16 dat niet naar school gaat", "16", "12-17"),
        ("mijn vader wordt volgende maand 80", "80", "75+"),
        ("ik ben 45 en net gescheiden", "45", "45-64"),
        ("moeder die 83 is en de deur niet uit komt", "83", "75+"),
        ("Ze is inmiddels drieëntachtig", "83", "75+"),
        ("een achttienjarige jongen", "18", "18-26"),
        ("mijn opa is bijna negentig", "90", "75+"),
        ("78 jaar, Lindehof", "78", "75+"),
        ("Leeftijd: 67", "67", "65-74"),
        ("Is 34, heeft twee kinderen", "34", "27-44"),
        ("de buurvrouw is 84", "84", "75+"),
        ("mijn zoontje van 4", "4", "0-11"),
    ],
)  # fmt: skip
def test_an_age_is_heard(text: str, age: str, group: str) -> None:
    assert _said(text, HintKind.AGE) == {age}
    assert _said(text, HintKind.AGE_GROUP) == {group}


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("ze is in de tachtig", "75+"),
        ("begin zestig", "45-64"),
        ("een man van eind zestig", "65-74"),
        ("midden 60", "45-64 65-74"),
        ("dik in de zeventig", "75+"),
        ("een kwieke tachtiger", "75+"),
        ("vrouw, 80+, valt vaak", "75+"),
        ("iets voor een 65-plusser", "65-74"),
        ("een twintiger die thuis zit", "18-26 27-44"),
        ("mijn kleuter", "0-11"),
    ],
)
def test_a_decade_is_one_group_or_two_and_never_a_year(text: str, groups: str) -> None:
    assert _said(text, HintKind.AGE_GROUP) == set(groups.split())
    assert _said(text, HintKind.AGE) == set()


@pytest.mark.parametrize(
    "text",
    [
        "dat is 10 jaar geleden",
        "het kost 80 euro",
        "ik ben 80 euro kwijt",
        "vrouw met 3 kinderen",
        "moeder van 3",
        "alleenstaande moeder van 2 kinderen",
        "er zijn 78 treden",
        "bus 12 rijdt niet op zondag",
        "Lindestraat 78",
        "mevrouw van 12 hoog",
        "de buurvrouw van 12",
        "ik woon hier 40 jaar",
        "al 12 jaar weduwe",
        "ze is 50 jaar getrouwd",
        "hij is 2 keer gevallen",
        "mijn man komt 3 keer per week",
        "ze is 40% afgekeurd",
        "muziek uit de jaren tachtig",
        "in de tachtiger jaren",
        "het 40-jarig huwelijk",
        "zij is 3 weken ziek",
        "om 12 uur eten",
        "geen kleuters meer in huis",
    ],
)
def test_another_number_is_no_age(text: str) -> None:
    assert _said(text, HintKind.AGE, HintKind.AGE_GROUP) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ze loopt slecht", Mobility.POOR),
        ("hij komt met zijn scootmobiel", Mobility.POOR),
        ("loopt niet zo goed meer", Mobility.POOR),
        ("slecht ter been", Mobility.POOR),
        ("niet meer zo goed ter been", Mobility.POOR),
        ("kan niet ver lopen", Mobility.POOR),
        ("omdat ze niet meer goed kan lopen", Mobility.POOR),
        ("met een stok", Mobility.POOR),
        ("hij komt de trap niet op", Mobility.POOR),
        ("kan geen trappen lopen", Mobility.POOR),
        ("loopt met moeite, met twee stokken", Mobility.POOR),
        ("heeft last van haar heup", Mobility.POOR),
        ("lopen gaat moeizaam", Mobility.POOR),
        ("komt niet buiten zonder rollator", Mobility.POOR),
        ("geen rolstoel maar wel een rollator", Mobility.POOR),
        ("gaat overal op de fiets heen", Mobility.CYCLING),
        ("ze komt met de bus", Mobility.TRANSIT),
        ("hij komt lopend", Mobility.WALKING),
    ],
)
def test_how_somebody_gets_about_is_heard(text: str, value: Mobility) -> None:
    assert _said(text, HintKind.MOBILITY) == {value.value}


@pytest.mark.parametrize(
    "text",
    [
        "geen rolstoel",
        "zonder rollator",
        "ze heeft geen rolstoel of rollator nodig",
        "een rollator heeft ze niet",
        "rollator is niet nodig",
        "de rolstoel van de buurman",
        "wil wel een rolstoel duwen",
        "loopt niet slecht",
        "loopt nog prima",
        "het loopt niet goed op school",
        "het loopt slecht af",
        "kan niet fietsen",
        "hij fietst niet meer",
        "durft niet op de fiets",
        "niet met de bus",
        "ging vroeger met de fiets",
        "wil leren fietsen",
        "loopt bij de psycholoog",
        "had een auto-ongeluk",
    ],
)
def test_how_somebody_does_not_get_about_is_not_suggested(text: str) -> None:
    assert _said(text, HintKind.MOBILITY, HintKind.WHEELCHAIR) == set()
    assert "rolstoel" not in _said(text, HintKind.THRESHOLD)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ze spreekt alleen Turks", "tr"),
        ("spreekt alleen Arabisch", "ar"),
        ("een Turkssprekende moeder", "tr"),
        ("iemand die Turks-sprekend is", "tr"),
        ("Oekraïense vrouw, net hier", "uk"),
        ("Oekraiense moeder met baby", "uk"),
        ("praat Pools met de kinderen", "pl"),
        ("Poolstalig", "pl"),
        ("haar moedertaal is Somalisch", "so"),
        ("spreekt Somali", "so"),
        ("heeft een Arabische tolk nodig", "ar"),
        ("verstaat alleen Tigrinja", "ti"),
        ("hij spreekt wat Engels", "en"),
        ("omdat ze alleen Turks spreekt", "tr"),
        ("Eritrese jongen van 19", "ti"),
        ("vrouw, Oekraïense, 40", "uk"),
    ],
)
def test_a_language_is_heard(text: str, code: str) -> None:
    assert _said(text, HintKind.LANGUAGE) == {code}


def test_what_is_spoken_in_two_languages_offers_both() -> None:
    assert _said("spreekt Marokkaans", HintKind.LANGUAGE) == {"ar", "ber"}


@pytest.mark.parametrize(
    "text",
    [
        "ik woon in een Turkse straat",
        "mijn nederlands is prima",
        "spreekt geen Engels",
        "spreekt geen woord Turks",
        "wil Engels leren",
        "geeft les in het Engels",
        "een cursus Engelse taal",
        "houdt van Turks eten",
        "de Poolse bakker",
        "spreekt goed Nederlands",
    ],
)
def test_a_language_that_is_not_spoken_is_not_suggested(text: str) -> None:
    assert _said(text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("spreekt weinig Nederlands", "nederlands_lastig"),
        ("ze spreekt geen Nederlands", "nederlands_lastig"),
        ("Nederlands vindt ze moeilijk", "nederlands_lastig"),
        ("hij durft niet alleen", "durft_niet_alleen"),
        ("durft er alleen niet heen", "durft_niet_alleen"),
        ("wil niet alleen", "durft_niet_alleen"),
        ("ik wil er niet alleen naartoe", "durft_niet_alleen"),
        ("durft niet in haar eentje", "durft_niet_alleen"),
        ("durft alleen met haar zus", "durft_niet_alleen"),
        ("zoekt iemand die de eerste keer meegaat", "durft_niet_alleen"),
        ("het mag niets kosten", "geen_geld"),
        ("mag geen geld kosten", "geen_geld"),
        ("ik heb er geen geld voor", "geen_geld"),
        ("hij kan het niet betalen", "geen_geld"),
        ("ziet op tegen een volle zaal", "bang_voor_groep"),
        ("grote groepen vindt hij eng", "bang_voor_groep"),
        ("liever een kleine groep", "bang_voor_groep"),
        ("wil nergens aan vastzitten", "geen_verplichting"),
        ("kan niet goed lezen", "moeite_met_lezen"),
        ("ze is snel moe", "snel_moe"),
        ("heeft geen oppas", "zorg_voor_kinderen"),
        ("kan haar kind meenemen", "zorg_voor_kinderen"),
        ("drukte kan hij niet tegen", "prikkelgevoelig"),
        ("kan niet tegen lawaai", "prikkelgevoelig"),
        ("wil niks met de gemeente te maken hebben", "niet_bij_instantie"),
        ("de buren mogen het niet weten", "wil_niet_herkend"),
        ("wil niet dat de familie het weet", "wil_niet_herkend"),
        ("ze kan er zelf niet komen", "geen_vervoer"),
        ("liever met alleen vrouwen", "liever_alleen_vrouwen"),
        ("heeft geen internet", "geen_internet"),
        ("hij schaamt zich", "schaamte"),
    ],
)
def test_what_makes_it_hard_is_heard(text: str, value: str) -> None:
    assert _said(text, HintKind.THRESHOLD) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "geen kleine groep",
        "ik durf best alleen",
        "durft wel alleen te gaan",
        "wil niet alleen maar praten",
        "ze wil niet alleen wonen",
        "het hoeft niet gratis",
        "geld is geen probleem",
        "mag best iets kosten",
        "is niet snel moe",
        "kan goed lezen",
        "is niet prikkelgevoelig",
        "heeft het te druk met werk",
        "schaamt zich niet",
        "ze schaamt zich er niet voor",
        "heeft geen vervoer nodig",
        "wil weer mensen zien",
        "houdt niet van kleine groepen",
        "is niet bang voor een groep",
        "de kinderen willen niet mee",
    ],
)
def test_what_does_not_make_it_hard_is_not_suggested(text: str) -> None:
    assert _said(text, HintKind.THRESHOLD) == set()


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("ze wil graag met lotgenoten praten", PeerWish.GLADLY),
        ("zoekt mensen die hetzelfde meemaken", PeerWish.GLADLY),
        ("iemand die dit ook heeft meegemaakt", PeerWish.GLADLY),
        ("met mensen in dezelfde situatie", PeerWish.GLADLY),
        ("wil iemand leren kennen die hetzelfde heeft meegemaakt", PeerWish.GLADLY),
        ("praten met mensen die ook een kind verloren hebben", PeerWish.GLADLY),
        ("wil andere mantelzorgers ontmoeten, contact met andere mantelzorgers", PeerWish.GLADLY),
        ("liever zonder lotgenoten", PeerWish.RATHER_NOT),
        ("geen lotgenotengroep", PeerWish.RATHER_NOT),
        ("lotgenoten hoeft niet", PeerWish.RATHER_NOT),
        ("wil niet met mensen die hetzelfde hebben", PeerWish.RATHER_NOT),
    ],
)
def test_a_wish_for_people_in_the_same_situation_is_heard(text: str, wish: PeerWish) -> None:
    assert _said(text, HintKind.PEERS) == {wish.value}


@pytest.mark.parametrize(
    "text",
    ["iemand die het huis heeft schoongemaakt", "mensen die dat mooi vinden", "hij doet altijd hetzelfde"],
)
def test_other_people_are_no_wish_for_peers(text: str) -> None:
    assert _said(text, HintKind.PEERS) == set()


def test_every_value_is_one_of_the_lists() -> None:
    text = (
        "durft niet alleen, gratis, kleine groep, vrijblijvend, moeite met lezen, anderstalig, rolstoel,"
        " snel moe, geen oppas, prikkelgevoelig, niet naar de gemeente, anoniem, geen vervoer, alleen"
        " vrouwen, geen internet, schaamte, lotgenotencontact, kan overdag, met de fiets, mw. 78"
    )
    assert _said(text, HintKind.THRESHOLD) == set(load_vocabulary().thresholds)
    assert _said(text, HintKind.MOBILITY) <= set(Mobility)
    assert _said(text, HintKind.AGE_GROUP) <= set(AgeGroup)
    assert _said(text, HintKind.DAY_PART) <= set(DAY_PARTS)
