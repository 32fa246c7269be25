"""What a sentence says besides its theme: age, how somebody gets about, language, when, what makes it hard.

Only suggestions: a person confirms them one by one. Written by hand, far from complete; a hint that is missed
costs a tap, and one that is wrong costs none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from socialmap.model.normal_text import normalise
from socialmap.model.people import AgeGroup, Mobility, PeerWish
from socialmap.model.values import DayPart, PartOfDay, Weekday


class HintKind(StrEnum):
    AGE = "leeftijd"
    AGE_GROUP = "leeftijdsgroep"
    MOBILITY = "mobiliteit"
    WHEELCHAIR = "rolstoel"
    LANGUAGE = "taal"
    DAY_PART = "dagdeel"
    THRESHOLD = "drempel"
    PEERS = "lotgenoten"


@dataclass(frozen=True, slots=True)
class Hint:
    """A value for a field of the question, and the words that said so."""

    kind: HintKind
    value: str
    words: str


_CAN = (
    r"(?:kan|kunnen|kom|komt|komen|wil|wilt|zou|liefst|liever|graag|alleen|enkel|beschikbaar|vrij|lukt|tijd)"
)
_NOT = r"(?<!niet )(?<!geen )(?<!nooit )"
_WEEKEND = (Weekday.SATURDAY, Weekday.SUNDAY)
_WORKING_DAYS = tuple(day for day in Weekday if day not in _WEEKEND)
_DAYTIME = (PartOfDay.MORNING, PartOfDay.AFTERNOON)
_PARTS: Mapping[str, tuple[PartOfDay, ...]] = {
    r"overdag": _DAYTIME,
    r"(?:s )?(?:ochtends?|morgens?)|in de (?:ochtend|morgen)|ochtenden": (PartOfDay.MORNING,),
    r"(?:s )?middags?|in de middag|na de middag|middagen|na schooltijd": (PartOfDay.AFTERNOON,),
    r"(?:s )?avonds?|in de avond|avonden|na het eten|na werktijd": (PartOfDay.EVENING,),
}
_DAYS: Mapping[str, tuple[Weekday, ...]] = {
    r"maandag(?:en|s)?": (Weekday.MONDAY,),
    r"dinsdag(?:en|s)?": (Weekday.TUESDAY,),
    r"woensdag(?:en|s)?": (Weekday.WEDNESDAY,),
    r"donderdag(?:en|s)?": (Weekday.THURSDAY,),
    r"vrijdag(?:en|s)?": (Weekday.FRIDAY,),
    r"zaterdag(?:en|s)?": (Weekday.SATURDAY,),
    r"zondag(?:en|s)?": (Weekday.SUNDAY,),
    r"(?:het )?weekend(?:en)?": _WEEKEND,
    r"door de week|doordeweeks|werkdagen": _WORKING_DAYS,
}

_MOBILITIES: Mapping[str, Mobility] = {
    r"slecht ter been|(?:loopt|lopen|loop) (?:\w+ )?(?:slecht|moeilijk|moeizaam|lastig)|slecht (?:lopen"
    r"|loopt)"
    r"|(?:niet|nauwelijks|amper) (?:ver|goed|meer) (?:\w+ )?(?:kan |kunnen )?lopen|scootmobiel|rollator"
    r"|rolstoel|looprek"
    r"|(?:met|aan) een (?:wandel)?stok|krukken|beperkte? (?:loop|mobiel)\w*|immobiel"
    r"|(?:kan|kom|komt) de trap niet (?:meer )?(?:op|af)": Mobility.POOR,
    r"(?:op|met) de fiets|fietst|kan fietsen|elektrische fiets": Mobility.CYCLING,
    r"(?:met|heeft|hebben|heb) (?:de|een) (?:auto|bus|tram|metro)|rijdt (?:zelf )?auto|openbaar vervoer"
    r"|ov kaart": (Mobility.TRANSIT),
}
_WHEELCHAIR = r"rolstoel\w*|rollator|scootmobiel"

_THRESHOLDS: Mapping[str, str] = {
    "durft_niet_alleen": r"(?:durf|durft|durven) (?:er )?niet (?:\w+ )?alleen|niet alleen (?:\w+ )?(?:durf"
    r"|durft|durven|"
    r"heen|naartoe|gaan)|(?:iemand|maatje) (?:die )?(?:\w+ )?(?:mee ?gaat|mee ?gaan|mee ?kan)"
    r"|alleen (?:gaan )?(?:durf|durft)",
    "geen_geld": r"(?:mag|kan) (?:\w+ )?niets kosten|(?:mag|kan) (?:\w+ )?niks kosten|gratis|(?:kan"
    r"|kunnen) (?:het )?niet "
    r"betalen|geen geld voor|geen geld om|te duur|kosteloos",
    "bang_voor_groep": r"(?:bang|angst|eng|spannend|moeite) (?:\w+ ){0,3}(?:groep|groepen|veel mensen)"
    r"|niet in (?:een )?"
    r"(?:grote )?groep|groep(?:en)? (?:\w+ )?(?:te )?(?:eng|spannend|groot)|kleine groep|een op een",
    "geen_verplichting": r"nergens aan vast\w*|geen verplichting\w*|niet verplicht|vrijblijvend"
    r"|zonder afspraak"
    r"|niet elke week|niet vastzitten",
    "moeite_met_lezen": r"(?:niet|slecht|moeilijk|moeite met|lastig) (?:goed |te )?(?:lezen"
    r"|lezen en schrijven)|analfabeet"
    r"|laaggeletterd\w*|dyslectisch|dyslexie",
    "nederlands_lastig": r"(?:slecht|weinig|geen|gebrekkig|amper|nauwelijks|beetje|niet goed|nog geen"
    r"|lastig) nederlands"
    r"|nederlands (?:\w+ )?(?:is )?(?:te )?(?:moeilijk|lastig|slecht|beperkt)|taalbarriere"
    r"|taal niet (?:machtig|goed)"
    r"|anderstalig\w*|nederlands nog niet|spreekt de taal niet",
    "rolstoel": _WHEELCHAIR,
    "snel_moe": r"(?:snel|gauw|vlug|erg) (?:moe|uitgeput|vermoeid)|weinig energie|beperkte? energie"
    r"|energie ?beperk\w*"
    r"|beperkt belastbaar|niet lang (?:volhouden|zitten|staan)",
    "zorg_voor_kinderen": r"kinderen? (?:\w+ )?(?:mee|meenemen|meeneem|bij me|bij zich)|geen oppas"
    r"|baby (?:mee|bij)"
    r"|met (?:de|mijn|haar|zijn) (?:kleine )?kinderen? (?:erbij|mee)",
    "prikkelgevoelig": r"prikkel\w*|drukte (?:\w+ )?(?:niet|te veel|teveel)|te druk\b|(?:kan"
    r"|kunnen) niet tegen (?:drukte|"
    r"lawaai|herrie)|hoogsensitief|overprikkeld",
    "niet_bij_instantie": r"(?:geen|niet naar|niet bij|niks met|niets met) (?:\w+ )?(?:instantie|instanties"
    r"|hulpverlening|"
    r"hulpverleners|gemeente|wijkteam)|wantrouw\w* (?:\w+ )?instanties|zorgmijd\w*",
    "wil_niet_herkend": r"(?:niemand|buren|mensen|familie) (?:\w+ ){0,2}(?:niet )?(?:weten|weet|herken\w*"
    r"|zien)|anoniem"
    r"|mag niemand weten|niet herkend",
    "geen_vervoer": r"geen vervoer|geen auto|(?:kan|kom|komt) (?:er|daar) niet (?:\w+ )?(?:komen|heen"
    r"|naartoe)"
    r"|geen bus|bus rijdt niet",
    "liever_alleen_vrouwen": r"(?:alleen|enkel|liever) (?:met |voor )?(?:andere )?vrouwen"
    r"|geen mannen(?: bij)?|vrouwengroep"
    r"|niet (?:bij|met) mannen",
    "geen_internet": r"geen (?:internet|wifi|computer|smartphone|mail|email)|niet digitaal|digibeet"
    r"|digitaal niet vaardig",
    "schaamte": r"schaam\w*|schaamte|gene om|stempel",
}

_PEERS_GLADLY = (
    r"(?:met|bij|graag|wil|zoekt|zoek|behoefte aan) (?:\w+ ){0,2}lotgenoten|lotgenotencontact"
    r"|(?:mensen|anderen|iemand) (?:\w+ )?(?:die )?(?:dit|het|hetzelfde|dat) (?:ook )?(?:\w+ )?"
    r"(?:meemaken|meemaakt|meegemaakt|herkent|herkennen|hebben|heeft)"
)
_PEERS_RATHER_NOT = (
    r"(?:geen|niet met|niet tussen|liever zonder) (?:andere )?lotgenoten|niet steeds over mijn ziekte"
)

_YEARS = (
    r"(?<!\d)(\d{1,3}) ?(?:jaar|jarige?|jr|jaren)\b"
    r"(?! (?:geleden|getrouwd|samen|lang|later|al|gewoond|werkzaam))"
    r"|\b(?:\w*moeder|\w*vader|oma|opa|tante|oom|\w*man|\w*vrouw|\w*zoon|\w*dochter|broer|zus|kind|meisje|jongen"
    r"|mevrouw|meneer|mw|dhr|client|bewoner|iemand|mama|papa) van (\d{1,3})\b(?! (?:euro|hoog|meter|uur))"
)
_OLDEST = 120
_AGE_GROUPS: Mapping[str, AgeGroup] = {
    r"baby|peuters?|kleuters?|basisschool\w*|(?:zit )?in groep [1-8]|dreumes": AgeGroup.AGE_0_11,
    r"pubers?|brugklas\w*|brugger|tieners?|middelbare school|vmbo|havo": AgeGroup.AGE_12_17,
    r"student(?:en)?|mbo|jongvolwassen\w*": AgeGroup.AGE_18_26,
    r"gepensioneerd\w*|aow|met pensioen|senioren?|65 ?plus\w*": AgeGroup.AGE_65_74,
    r"bejaarde?n?|hoogbejaard\w*|80 ?plus\w*|75 ?plus\w*|op leeftijd|dik in de (?:tachtig|negentig)"
    r"|stokoud\w*|(?:over)?groot(?:moeder|vader)|hoogbejaarde": AgeGroup.AGE_75_PLUS,
}
_UPPER_YEARS = {
    11: AgeGroup.AGE_0_11,
    17: AgeGroup.AGE_12_17,
    26: AgeGroup.AGE_18_26,
    44: AgeGroup.AGE_27_44,
    64: AgeGroup.AGE_45_64,
    74: AgeGroup.AGE_65_74,
    _OLDEST: AgeGroup.AGE_75_PLUS,
}
_SPEAKS = (
    r"(?:spreekt|spreek|spreken|praat|praten|verstaat|versta"
    r"|taal is|taal|kent|alleen|vooral|beter in het|in het)"
)


def hints_in(text: str, languages: Mapping[str, str]) -> tuple[Hint, ...]:
    """Everything the text says about the person or the moment, each value once; empty if nothing.

    ``languages`` is code → Dutch name, as in the vocabulary.

    >>> [(hint.kind.value, hint.value) for hint in hints_in("ze is 78 jaar en loopt slecht", {})]
    [('leeftijd', '78'), ('leeftijdsgroep', '75+'), ('mobiliteit', 'slecht_ter_been')]
    """
    plain = normalise(text)
    found: dict[tuple[HintKind, str], Hint] = {}
    for hint in _all(plain, languages):
        found.setdefault((hint.kind, hint.value), hint)
    return tuple(found.values())


def _all(plain: str, languages: Mapping[str, str]) -> Iterator[Hint]:
    yield from _ages(plain)
    for pattern, mobility in _MOBILITIES.items():
        yield from _hint(HintKind.MOBILITY, mobility, pattern, plain)
    yield from _hint(HintKind.WHEELCHAIR, "ja", _WHEELCHAIR, plain)
    for code, name in languages.items():
        spoken = rf"{_SPEAKS} (?:\w+ ){{0,2}}{re.escape(normalise(name))}"
        if code != "nl":
            yield from _hint(HintKind.LANGUAGE, code, spoken, plain)
    yield from _moments(plain)
    for threshold, pattern in _THRESHOLDS.items():
        yield from _hint(HintKind.THRESHOLD, threshold, pattern, plain)
    rather_not = tuple(_hint(HintKind.PEERS, PeerWish.RATHER_NOT, _PEERS_RATHER_NOT, plain))
    yield from rather_not or _hint(HintKind.PEERS, PeerWish.GLADLY, _PEERS_GLADLY, plain)


def _hint(kind: HintKind, value: str, pattern: str, plain: str) -> Iterator[Hint]:
    match = re.search(rf"\b(?:{pattern})\b", plain)
    if match:
        yield Hint(kind, str(value), match.group())


def _ages(plain: str) -> Iterator[Hint]:
    match = re.search(_YEARS, plain)
    years = int(match.group(1) or match.group(2)) if match else _OLDEST + 1
    if match and years <= _OLDEST:
        group = next(group for upper, group in _UPPER_YEARS.items() if years <= upper)
        yield Hint(HintKind.AGE, str(years), match.group())
        yield Hint(HintKind.AGE_GROUP, group, match.group())
        return
    for pattern, group in _AGE_GROUPS.items():
        yield from _hint(HintKind.AGE_GROUP, group, pattern, plain)


def _moments(plain: str) -> Iterator[Hint]:
    """Day parts, only where the sentence says that something can be then: *zit 's avonds alleen* does not."""
    day = "|".join(_DAYS)
    part = "|".join(_PARTS)
    moment = rf"(?:op )?(?:(?:{day})(?: (?:{part}))?|{part})"
    for match in re.finditer(rf"\b{_CAN} (?:\w+ ){{0,3}}?{_NOT}({moment})\b", plain):
        said = match.group(1)
        parts = next((slots for each, slots in _PARTS.items() if re.search(rf"(?:{each})$", said)), None)
        days = next(
            (slots for each, slots in _DAYS.items() if re.search(rf"^(?:op )?(?:{each})\b", said)), None
        )
        for weekday in days or _WORKING_DAYS:
            for slot in parts or tuple(PartOfDay):
                yield Hint(HintKind.DAY_PART, DayPart.of(weekday, slot), said)
