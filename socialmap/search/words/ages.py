"""How old somebody is, said in years, in a decade or by a way of life; other numbers are no age."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from socialmap.model.people import AgeGroup

_OLDEST = 120
_UPPER_YEARS = {
    11: AgeGroup.AGE_0_11,
    17: AgeGroup.AGE_12_17,
    26: AgeGroup.AGE_18_26,
    44: AgeGroup.AGE_27_44,
    64: AgeGroup.AGE_45_64,
    74: AgeGroup.AGE_65_74,
    _OLDEST: AgeGroup.AGE_75_PLUS,
}
WAYS_OF_LIFE: Mapping[AgeGroup, tuple[str, ...]] = {
    AgeGroup.AGE_0_11: ("baby", "dreumes", "peuters?", "kleuters?", "basisschool\\w*", "in groep [1-8]"),
    AgeGroup.AGE_12_17: (
        "pubers?", "tieners?", "scholieren?", "brugklas\\w*", "brugger", "middelbare school", "vmbo", "havo",
    ),
    AgeGroup.AGE_18_26: ("student(?:e|en)?", "studeert", "mbo", "jongvolwassen\\w*"),
    AgeGroup.AGE_65_74: ("gepensioneerd\\w*", "aow\\w*", "met pensioen", "senior(?:en)?"),
    AgeGroup.AGE_75_PLUS: (
        "(?:hoog)?bejaarde?n?", "op leeftijd", "stokoud\\w*", "(?:over)?groot(?:moeder|vader)",
    ),
}  # fmt: skip

_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_ONES = "een twee drie vier vijf zes zeven acht negen"
_UNITS = ("", *(f"{unit}en" for unit in _ONES.split()))
_WRITTEN = {word: 10 + place for place, word in enumerate(_TEENS.split())} | {
    f"{unit}{ten}": 20 + 10 * tens + units
    for tens, ten in enumerate(_TENS.split())
    for units, unit in enumerate(_UNITS)
}
_WRITTEN_NUMBER = re.compile(
    rf"\b((?:{'|'.join(_UNITS[1:])})?(?:{_TENS.replace(' ', '|')})|{_TEENS.replace(' ', '|')})"
    r"(?=jarig|ers?\b|plus|\b)"
)

_ADULT = (
    r"(?:(?!buur)\w*(?:moeder|vader|man|vrouw)|ma|pa|mama|papa|oma|opa|tante|oom|meneer|mijnheer|heer|dame|mw|mevr"
    r"|dhr|partner|echtgenote?|weduwe|weduwnaar)"
)
_ANYBODY = (
    r"(?:\w*(?:zoon|dochter)(?:tje)?|broer(?:tje)?|zus(?:je)?|neef(?:je)?|nicht(?:je)?|kind(?:je)?|meisje|jongen"
    r"|puber|leerling|client|iemand|vriend|vriendin)"
)
_SELF = r"(?:ik|jij|u|hij|zij|ze|die)"
_IS = r"(?:ben|bent|is|word|wordt)"
_ABOUT = (
    r"(?: (?:al|alweer|bijna|ca|circa|inmiddels|net|nog maar|nu|ongeveer|ook|pas|rond|rond de|ruim|zelf"
    r"|volgende maand|dit jaar|straks))*"
)
_COUNTED = (
    r"(?:euro|cent|procent|keer|x|maal|kilo|kg|pond|km|kilometer|m|meter|cm|hoog|graden|uur|uren|minuten|min|dag|dagen"
    r"|week|weken|maand|maanden|per|van|kinderen|kleinkinderen|katten|honden|mensen|personen|treden|trappen|havo|vwo"
    r"|vmbo|mavo|nachten|stuks|ton|plus\w*|00)\b"
)
_YEARS = r"(?:jaren|jaar|jr|j)\b"
_SPAN = (
    r"(?:geleden|getrouwd|gescheiden|samen|lang|later|al|hier|in|bij|op|na|voor|weg|thuis|alleen|ziek|werk\w*|ge\w+d"
    r"|weduw\w+|lid|bezig|clean|dakloos|vrijwilliger|niet|huwelijk|jubileum|bestaan|bruiloft|ervaring)\b"
)
_AGE = rf"(\d{{1,3}})\b(?: ?{_YEARS}(?! {_SPAN})|(?! {_YEARS}| {_COUNTED}))"
_GOES_ON = (
    r"(?=$| ,| (?:en|maar|met|zonder|die|is|wil|zit|woont|heeft|zoekt|loopt|kan|durft|spreekt|komt|uit|man"
    r"|vrouw|slecht|alleenst\w*)\b)"
)
_NOT_A_CHILD = r"(?= [2-9]\d| 1[016-9])"
"""*Moeder van 3* has three children, and *mevrouw van 12* lives at number 12."""
_SAID_YEARS = re.compile(
    "|".join(
        (
            rf"\b(\d{{1,3}}) ?(?:{_YEARS} (?:oud|jong)\b|jarige?\b(?! {_SPAN}))",
            rf"\bleeftijd(?: (?:is|van))?{_ABOUT} {_AGE}",
            rf"\b(?:{_ADULT}{_ABOUT} van{_NOT_A_CHILD}|{_ANYBODY} van){_ABOUT} {_AGE}",
            rf"\b(?:{_ADULT}|{_ANYBODY}|{_SELF}|buur\w+)(?: ,)?(?: (?!{_IS})\w+){{0,2}} {_IS}{_ABOUT} {_AGE}",
            rf"(?:^|, |\b(?:dan|nu|inmiddels) ){_IS}(?: {_SELF})?{_ABOUT} {_AGE}",
            rf"\b(?:{_ADULT}|{_ANYBODY}|{_SELF}){_ABOUT} {_AGE}(?= {_IS}\b)",
            rf"\b(?:{_ADULT}(?: ,)?{_NOT_A_CHILD}|(?:{_ANYBODY}|{_SELF})(?: ,)?) {_AGE}{_GOES_ON}",
            rf"(?:^|, |\ben )(\d{{1,3}}) ?{_YEARS}{_GOES_ON}",
        )
    )
)

_DECADES: Mapping[str, tuple[int, int]] = {
    "begin": (0, 3),
    "(?:midden|half|mid)": (4, 6),
    "(?:eind|einde)": (7, 9),
    "(?:ver|dik|ruim|achter|achterin|hoog)": (5, 9),
    "(?:rond|tegen|richting)": (-2, 2),
    "(?:in|over|boven)": (0, 9),
}
"""Years after the beginning of the decade: *eind zestig* is 67 to 69."""
_SAID_DECADE = re.compile(
    rf"\b({'|'.join(_DECADES)})(?: in)?(?: de)? ([2-9]0)\b(?! (?:jaren|{_COUNTED}))"
    r"|\b([2-9]0)ers?\b(?! jaren)|\b([5-9][05]) ?plus(?:\w+| er| ers)?\b"
)


def years_said(plain: str) -> int | None:
    """The first age in years in normalised text; ``None`` if there is none."""
    for match in _SAID_YEARS.finditer(_in_digits(plain)):
        years = int(next(filter(None, match.groups())))
        if years <= _OLDEST:
            return years
    return None


def group_of(years: int) -> AgeGroup:
    return next(group for upper, group in _UPPER_YEARS.items() if years <= upper)


def groups_said(plain: str) -> Iterator[AgeGroup]:
    """The groups that a decade may mean: *in de zestig* can be two of them."""
    for match in _SAID_DECADE.finditer(_in_digits(plain)):
        first, last = 0, 9
        if match.group(1):
            first, last = next(span for said, span in _DECADES.items() if re.fullmatch(said, match.group(1)))
        start = int(next(filter(None, match.groups()[1:])))
        yield from dict.fromkeys((group_of(start + first), group_of(start + last)))


def _in_digits(plain: str) -> str:
    return _WRITTEN_NUMBER.sub(lambda match: str(_WRITTEN[match.group(1)]), plain)
