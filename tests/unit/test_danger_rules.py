"""The rules that hear danger: how a rule is read, what is harmless, and plain sentences of every kind."""

from __future__ import annotations

import pytest

from socialmap.language.files import language_folder
from socialmap.language.opening import load_learned, open_finder
from socialmap.language.sayings import Safety, danger_rules, safety_sayings
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.safety import DangerRule, DangerRules, Strength

RULES = danger_rules(language_folder())
FINDER = open_finder(load_vocabulary())
CLASSES = {"ik": ("mij", "me"), "slaat": ("slaat", "gesla*"), "iemand": ("<ik>", "haar")}


def test_danger_at_the_end_of_a_long_text_is_heard() -> None:
    before = "wij gaan wandelen in het park " * 60
    assert RULES.are_sure(RULES.heard(f"{before} mijn man slaat mij"))
    assert not RULES.are_sure(RULES.heard(before))


def hears(rule: str, text: str, *harmless: str) -> bool:
    rules = [DangerRule("kind", Strength.SURE, rule)]
    rules += [DangerRule("onschuldig", Strength.HARMLESS, each) for each in harmless]
    return DangerRules(rules, CLASSES).heard(text) == (0,)


@pytest.mark.parametrize(
    ("rule", "heard", "unheard"),
    [
        ("slaat mij", "hij slaat mij", "hij slaat jou mij"),
        ("slaat ..2 mij", "hij slaat soms ook mij", "hij slaat nu en dan mij"),
        ("<slaat> ..1 <iemand>", "geslagen heeft haar", "geslagen werd de trom"),
        ("<slaat>|schopt me", "hij schopt me", "hij zoekt me"),
        ("*geweld", "burengeweld", "geweldig"),
        ("bedreig*", "bedreigingen", "onbedreigd"),
        ("niet (meer) leven", "niet meer leven", "niet zo leven"),
        ("niet (meer) leven", "niet leven", "niet meer lang leven"),
        ("dood !van|op", "ik wil dood", "dood van de slaap"),
        ("dood !van|op", "dood zijn", "dood op de bank"),
        ("slaat ~3 deur", "hij slaat hard de deur", "hij slaat mij door de deur"),
        ("^ help", "help mij", "ik help mee"),
        ("slaat $", "als hij slaat", "hij slaat over"),
    ],
)
def test_a_rule_is_read_as_its_signs_say(rule: str, heard: str, unheard: str) -> None:
    assert hears(rule, heard)
    assert not hears(rule, unheard)


def test_what_is_harmless_covers_its_own_words_and_no_other() -> None:
    harmless = "slaat ~3 bal"
    assert not hears("slaat", "hij slaat de bal", harmless)
    assert hears("slaat", "hij slaat de bal en hij slaat haar", harmless)
    assert hears("slaat ..1 mij", "hij slaat mij met een bal", harmless)


@pytest.mark.parametrize(
    "rule",
    [
        "<nobody> slaat",
        "(misschien)",
        "..2",
        "d* wil",
        "sl*at",
        "!niet",
        "Slaat",
        "één",
        "slaat !",
        "slaat ..0",
    ],
)
def test_a_rule_that_is_not_well_formed_is_refused(rule: str) -> None:
    with pytest.raises(ValueError, match=r"no class|says nothing|too short|is no word"):
        hears(rule, "hij slaat mij")


def test_a_text_is_harmless_when_nothing_else_stands_in_it() -> None:
    rules = DangerRules(
        [
            DangerRule("onschuldig", Strength.HARMLESS, "lach* me|zich dood"),
            DangerRule("kind", Strength.SURE, "slaat mij"),
        ],
        CLASSES,
    )
    small = frozenset({"ik", "hij"})
    assert rules.harmless("Ik lach me dood!", small)
    assert not rules.harmless("ik lach me dood en hij slaat mij", small)
    assert not rules.harmless("ik", small)
    assert not rules.harmless("", small)


@pytest.mark.parametrize("harmless", ["film ~9", "(een) film", "..2 film"])
def test_what_is_harmless_covers_no_words_that_nobody_wrote_down(harmless: str) -> None:
    with pytest.raises(ValueError, match="covers what nobody wrote down"):
        hears("slaat", "een film en hij slaat mij", harmless)


def test_every_rule_has_a_kind_that_sentences_have_and_stands_there_once() -> None:
    kinds = {saying.voice for saying in safety_sayings(language_folder(), Safety.ACUTE)}
    assert {rule.kind for rule in RULES.rules if rule.strength is not Strength.HARMLESS} == kinds
    texts = [(rule.text, rule.strength) for rule in RULES.rules]
    assert len(texts) == len(set(texts))


def test_the_model_holds_the_rules_as_they_are_now_and_what_each_counts() -> None:
    learned = load_learned()
    assert (learned.rules.rules, learned.rules.classes) == (RULES.rules, RULES.classes)
    assert learned.model.rules.shape == (len(RULES.rules) + 1,)


PLAIN = {
    "geweld-thuis": ("mijn vriend stompt mij in mijn maag", "zij schopt haar zoon", "mijn ex bedreigt mij"),
    "niet-meer-leven": ("zij wil niet meer leven", "hij wil dood", "ik denk steeds aan zelfmoord"),
    "kind-in-gevaar": ("de buurman slaat zijn dochtertje", "de peuter wordt mishandeld"),
    "oudere-in-gevaar": ("de zoon slaat zijn oude vader", "opa wordt mishandeld door zijn dochter"),
    "dwang": ("mijn zus wordt gedwongen te trouwen", "mijn man sluit mij op"),
    "acuut-gevaar": ("hij loopt met een mes door de straat", "mijn moeder ademt niet meer"),
}
"""Not from the sayings."""


@pytest.mark.parametrize("sentence", [each for sentences in PLAIN.values() for each in sentences])
def test_plain_danger_of_every_kind_is_heard(sentence: str) -> None:
    assert RULES.heard(sentence)
    assert FINDER.find(sentence).acute


@pytest.mark.parametrize(
    "sentence",
    [
        "hij slaat mij niet",
        "hij slaat me niet elke dag",
        "hij bedreigt mij niet meer",
        "ik wil niet dood, zegt ze",
        "het is geen mishandeling, hij slaat mij alleen als hij drinkt",
    ],
)
def test_a_negation_never_takes_danger_back(sentence: str) -> None:
    assert FINDER.find(sentence).acute


@pytest.mark.parametrize(
    "sentence",
    [
        "mijn broer slaat op de trommel",
        "zij gaat dood van verveling",
        "wie wil een potje dammen",
        "mijn kamerplant is dood",
        "we maken een eind aan de vergadering",
    ],
)
def test_what_only_looks_like_danger_calls_no_alarm(sentence: str) -> None:
    assert not FINDER.find(sentence).acute
