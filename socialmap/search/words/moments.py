"""When somebody can come: not *zit 's avonds alleen*, which does not say so, nor *kan niet 's avonds*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain, product

from socialmap.model.values import DAY_PARTS, DayPart, PartOfDay, Weekday

_WEEK = tuple(Weekday)
_WORKING_DAYS = _WEEK[:5]
_DAYS: Mapping[str, tuple[Weekday, ...]] = {
    **{
        rf"{name}dag(?:en|s)?|{day}": (day,)
        for name, day in zip(("maan", "dins", "woens", "donder", "vrij", "zater"), _WEEK, strict=False)
    },
    r"zondag(?:en|s)?|zo": (Weekday.SUNDAY,),
    r"weekend(?:en)?": _WEEK[5:],
    r"door de week|doordeweeks?|(?:werk|week)dagen": _WORKING_DAYS,
}
_MORNING, _AFTERNOON, _EVENING = PartOfDay
_PARTS: Mapping[str, tuple[PartOfDay, ...]] = {
    r"(?:s )?(?:ochtends|morgens)|ochtend(?:en|uren)?|in de morgen|(?<=dag)morgen|(?<=dag )morgen|voormiddag"
    r"|voor (?:12(?: 00)? uur|twaalven|de middag)": (_MORNING,),
    r"(?:s )?middags|(?:na)?middag(?:en|uren)?"
    r"|na (?:de lunch|school|schooltijd|12(?: 00)? uur|twaalven)": (_AFTERNOON,),
    r"(?:s )?avonds|avond(?:en|uren)?|na (?:het (?:avond)?eten|(?:(?:mijn|haar|zijn|het) )?werk|werktijd"
    r"|kantoortijd|(?:5|6|7|17|18|19)(?: 00)? uur|vijven|zessen)": (_EVENING,),
    r"overdag|kantooruren|kantoortijd(?:en)?|schooltijd(?:en)?|schooluren"
    r"|(?:als|wanneer|zolang) (?:(?:de|mijn|haar|zijn|hun|onze) )?kind\w* (?:\w+ )?(?:op|naar) school"
    r" (?:is|zijn|zit|zitten)": (_MORNING, _AFTERNOON),
}
_DAY, _PART = "|".join(_DAYS), "|".join(_PARTS)
_NO_DAY = (
    r"zo\b(?! (?:ochtend|middag|avond))"
    r"|(?<!op )(?:ma|vr) (?:en pa\b|van\b(?! \d+ (?:\d+ )?(?:tot|t m|uur)\b)"
    r"|\d+\b(?! (?:\d+ )?(?:tot|t m|uur)\b)"
    r"|(?:wil|is|was|heeft|had|kan|kon|moet|mag|zou|zit|zoekt|komt|gaat|wordt|woont|loopt|leeft|slaapt|ligt|durft"
    r"|houdt|vindt|voelt|spreekt|werkt|vraagt|zegt|drinkt|eet|belt|kent|mist)\b"
    r"(?!(?: ook| wel)?(?: (?:ik|ze|zij|hij|we|wij|prima|goed|fijn|niet)\b| ,|$)))"
)
"""*Zo* is mostly no Sunday; *ma* and *vr* are also a mother and a woman, of whom something is said next."""
_ONE = (
    rf"(?:(?<!mijn )(?!{_NO_DAY})(?:{_DAY})"
    rf"(?: (?:t m|tot en met|tot) (?:{_DAY})\b)?(?: ?(?:in de )?(?:{_PART}))?\b"
    rf"|(?:{_PART})\b(?: (?:(?:op|in|het|de) )*(?:{_DAY})\b)?)"
)
_LIST = re.compile(
    rf"(?<!sinds )(?<!vorige )(?<!afgelopen )\b{_ONE}"
    rf"(?:(?: (?:,|en|of))+ (?:(?:op|in|het|de) )*{_ONE}(?! (?:ook )?(?:wel|niet)\b))*"
)
"""Moments in a row, before the sentence is cut into clauses: *maandag, dinsdag of donderdagochtend*."""
_EACH = re.compile(_ONE)
_EACH_DAY = re.compile(rf"\b(?:{_DAY})(?=\b|\w*(?:ochtend|morgen|middag|avond))")
_UNTIL = re.compile(r" (?:t m|tot|tot en met) ")
_MARK = "§"

_CLAUSES = re.compile(
    r" ?, | (?:maar|want|omdat|als|dat|die|terwijl|dus|doordat|zodat|tenzij) | (?=behalve )"
    r"| en (?=(?:(?:ik|ze|zij|hij|we|wij) )?(?:kan|kunnen|wil|willen|heeft|heb|is|zit|loopt|komt|moet)\b)"
)
_DENYING = "niet geen nooit niemand nergens niets niks amper nauwelijks moeilijk slecht lastig zelden behalve"
_AGREEING = "wel liefst liever graag prima best alleen enkel vrij beschikbaar"
_NOT, _YES = frozenset(_DENYING.split()), frozenset(_AGREEING.split())
_NOT_GLADLY = re.compile(
    r"\b(?:niet (?:graag|alleen|vrij|beschikbaar|best|liever)|(?:graag|liever|liefst) niet)\b"
)
_CAN = re.compile(
    r"\b(?:kan|kunnen|kun|zou|lukt|schikt|past|(?<!laatste )tijd|beschikbaar|mogelijk|wil|wilt|willen|zoekt?"
    r"|voorkeur|liefst|liever|uitkomt|(?:goed|beter|best|mooi|handig) uit|(?:ben|is|heb|heeft) (?:\w+ )?vrij"
    r"|iets (?:\w+ )*§)|§\d+ (?:is|zijn) (?:ook )?(?:prima|goed|fijn)\b"
)
_ONLY = re.compile(
    r"\b(?:alleen|enkel|vooral|wel|graag|vrij) (?:(?:maar|op|in|het|de) )*§|§\d+ (?:wel|graag)\b"
)
_NOTHING_ELSE = re.compile(r"(?:(?:op|in|het|de) )*§\d+")
"""Who types a moment alone answers when."""
_IS_THERE = re.compile(r"\b(?:zit|zitten|is|ben|zijn|was|woont?|eet|voelt?|blijft?|ligt?|loopt?|slaapt?)\b")


def moments_said(plain: str) -> tuple[DayPart, ...]:
    """The slots at which somebody can come, in week order, without those that are denied.

    ``plain``: normalised, with " , " between clauses.
    """
    lists: list[str] = []

    def mark(match: re.Match[str]) -> str:
        lists.append(match.group())
        return f"{_MARK}{len(lists) - 1}"

    marked = _LIST.sub(mark, plain)
    if not lists:
        return ()
    can = set(_slots(lists[0])) if _NOTHING_ELSE.fullmatch(marked) else set[DayPart]()
    cannot = set[DayPart]()
    for clause in _CLAUSES.split(marked):
        words = _NOT_GLADLY.sub("niet", clause).split()
        for place, word in enumerate(words):
            if word.startswith(_MARK):
                said = _says(clause, words, place)
                if said is not None:
                    (can if said else cannot).update(_slots(lists[int(word.removeprefix(_MARK))]))
    return tuple(slot for slot in DAY_PARTS if slot in can - cannot)


def _says(clause: str, words: list[str], place: int) -> bool | None:
    """Can somebody then, or not, by the nearest word; ``None``: the clause is about something else."""
    nearest = {
        answer: min((abs(place - at) for at, word in enumerate(words) if word in telling), default=None)
        for answer, telling in ((True, _YES), (False, _NOT))
    }
    no, yes = nearest[False], nearest[True]
    if no is not None and (yes is None or no <= yes):
        return False
    able = _CAN.search(clause) or (_ONLY.search(clause) and not _IS_THERE.search(clause))
    return True if able else None


def _slots(listed: str) -> Iterator[DayPart]:
    """Every slot of a list of moments; a day without a part takes that of the next one."""
    parts: tuple[PartOfDay, ...] = ()
    for match in reversed(list(_EACH.finditer(listed))):
        said = match.group()
        days = [
            next(days for name, days in _DAYS.items() if re.fullmatch(name, day.group()))
            for day in _EACH_DAY.finditer(said)
        ]
        rest = _EACH_DAY.sub("dag ", said)
        parts = next((meant for part, meant in _PARTS.items() if re.search(part, rest)), parts)
        if _UNTIL.search(said):
            days = [_WEEK[_WEEK.index(days[0][0]) : _WEEK.index(days[-1][-1]) + 1]]
        for day, part in product(chain.from_iterable(days or [_WORKING_DAYS]), parts or PartOfDay):
            yield DayPart.of(day, part)
