"""Who can mean something to each other, and what a worker is told about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from socialmap.collective.reciprocity import Person, Reciprocity, people_of, talents_known
from socialmap.model.people import Mobility, Need, NeedStatus, Permission, Resident, Talent
from socialmap.model.values import (
    AreaId,
    LanguageCode,
    NeedId,
    ResidentId,
    TalentId,
    TalentKindId,
    ThemeId,
)
from socialmap.ontology.thesaurus import load_vocabulary

TODAY = date(2026, 3, 2)
WORDS = load_vocabulary()
NL = LanguageCode("nl")


def _person(person: str, talent: str, theme: str) -> Person:
    kind = TalentKindId(talent)
    return Person(
        id=person,
        x_m=200_000,
        y_m=500_000,
        mobility=Mobility.WALKING,
        languages=frozenset({NL}),
        gives=dict.fromkeys(WORDS.talents[kind].helps_with, kind),
        asks=frozenset({ThemeId(theme)}),
    )


COOK = _person("B-001", "koken", "digitaal")
CODER = _person("B-002", "computerhulp", "samen-eten")
RING = [
    COOK,
    replace(CODER, asks=frozenset({ThemeId("repareren-en-lenen")})),
    _person("B-003", "fiets-maken", "samen-eten"),
]


def _resident(number: int) -> Resident:
    return Resident(id=ResidentId(f"B-{number:03}"), area_id=AreaId("BU99990101"), languages=(NL,))


def _need(number: int, theme: str = "samen-eten") -> Need:
    return Need(
        id=NeedId(f"V-{number}"),
        resident_id=ResidentId(f"B-{number:03}"),
        theme=ThemeId(theme),
        reported_on=TODAY,
        mobility=Mobility.POOR,
        available=(),
        may_be_linked=Permission.YES,
    )


def _talent(number: int, kind: str = "koken") -> Talent:
    return Talent(
        id=TalentId(f"T-{number}"),
        resident_id=ResidentId(f"B-{number:03}"),
        talent=TalentKindId(kind),
        consent=Permission.YES,
        consent_on=date(2026, 1, 1),
        languages=(LanguageCode("ti"),),
    )


def test_a_pair_says_who_gives_what() -> None:
    (pair,) = Reciprocity([CODER, COOK], WORDS).pairs()
    assert pair.members == ("B-001", "B-002")
    assert [(gift.giver, gift.receiver, gift.talent, gift.theme) for gift in pair.gifts] == [
        ("B-001", "B-002", "koken", "samen-eten"),
        ("B-002", "B-001", "computerhulp", "digitaal"),
    ]
    assert pair.sentence == "Deze twee mensen kunnen iets voor elkaar betekenen."


def test_a_ring_goes_round_once() -> None:
    found = Reciprocity(RING, WORDS)
    (ring,) = found.rings()
    assert not found.pairs()
    assert [(gift.giver, gift.receiver) for gift in ring.gifts] == [
        ("B-001", "B-003"),
        ("B-003", "B-002"),
        ("B-002", "B-001"),
    ]
    assert "een kring van drie" in ring.sentence
    assert found.around("B-003") == [ring]
    assert found.around("B-999") == []


def test_the_circles_around_somebody_have_the_pairs_first() -> None:
    found = Reciprocity([*RING, CODER], WORDS)
    circles = found.around("B-001")
    assert circles == [circle for circle in (*found.pairs(), *found.rings()) if "B-001" in circle.members]


def test_a_worker_hears_only_of_the_own_people() -> None:
    found = Reciprocity([CODER, COOK], WORDS)
    (pair,) = found.pairs()
    told = found.told_to_holder(pair, {"B-001"})
    assert told is not None
    assert (told.own, told.others) == (("B-001",), 1)
    assert "B-002" not in " ".join(told.sentences)
    assert told.sentences[1:] == (
        "B-001 kan helpen met: Koken, voor een andere bewoner.",
        "Een andere bewoner kan helpen met: Computer en telefoon uitleggen, voor B-001.",
        "Vraag het eerst aan de mensen zelf.",
        "Iets terugdoen hoeft niet.",
    )
    assert found.told_to_holder(pair, set()) is None


def test_what_somebody_can_bring_says_few_or_how_many() -> None:
    asking = [replace(CODER, id=f"B-1{number:02}") for number in range(5)]
    (few,) = Reciprocity([COOK, *asking[:4]], WORDS).can_bring("B-001")
    (many,) = Reciprocity([COOK, *asking], WORDS).can_bring("B-001")
    assert few.sentence == "Enkele mensen zoeken hulp bij: Samen eten."
    assert many.sentence == "5 mensen zoeken hulp bij: Samen eten."
    assert Reciprocity([COOK], WORDS).can_bring("B-001") == []
    assert Reciprocity([COOK], WORDS).can_bring("B-999") == []


def test_people_are_made_of_what_they_ask_and_what_they_may_be_asked() -> None:
    residents = [_resident(number) for number in (1, 2, 3, 4)]
    places = {"B-001": (0.0, 0.0), "B-002": (1.0, 1.0), "B-003": (2.0, 2.0)}
    people = people_of(
        residents,
        [_need(1), _need(4), replace(_need(3), status=NeedStatus.DONE)],
        [_talent(1), _talent(2), replace(_talent(3), consent=Permission.NO)],
        lambda resident: places.get(resident.id),
        WORDS,
        TODAY,
    )
    assert [person.id for person in people] == ["B-001", "B-002"]
    assert people[0].asks == {"samen-eten"}
    assert people[0].gives == {"samen-eten": "koken", "gezond-eten": "koken"}
    assert people[0].languages == {"nl", "ti"}
    assert (people[0].mobility, people[1].mobility) == (Mobility.POOR, Mobility.WALKING)


def test_the_indicator_needs_five_people_and_hides_a_few() -> None:
    needs = [_need(number) for number in range(1, 7)]
    talents = [_talent(number) for number in range(1, 7)]
    assert talents_known(needs[:4], talents, TODAY).sentence is None
    assert talents_known(needs, talents[:5], TODAY).sentence == (
        "Van 5 van de 6 mensen met een vraag weten we wat zij kunnen."
    )
    assert talents_known(needs, talents[:1], TODAY).sentence == (
        "Van enkele van de 6 mensen met een vraag weten we wat zij kunnen."
    )
    many = [_need(number) for number in range(1, 101)]
    assert talents_known(many, talents[:5], TODAY).sentence == (
        "Van 5% van de mensen met een vraag weten we wat zij kunnen."
    )
    lapsed = [replace(talent, consent_on=date(2024, 1, 1)) for talent in talents]
    assert talents_known(needs, lapsed, TODAY).sentence == (
        "Van 0 van de 6 mensen met een vraag weten we wat zij kunnen."
    )
