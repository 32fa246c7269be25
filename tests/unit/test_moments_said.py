"""When somebody can come, as people say it: what is denied or is about something else suggests nothing."""

from __future__ import annotations

from itertools import product

import pytest

from socialmap.model.values import DayPart, PartOfDay, Weekday
from socialmap.search.words.hints import HintKind, hints_in

WORKING_DAYS = "ma di wo do vr"
NAMES = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"


def _said(text: str) -> set[str]:
    return {hint.value for hint in hints_in(text, {}) if hint.kind is HintKind.DAY_PART}


def _slots(days: str, parts: str) -> set[str]:
    return {f"{day}-{part}" for day, part in product(days.split(), parts.split())}


@pytest.mark.parametrize(
    ("text", "days", "parts"),
    [
        ("ik kan alleen overdag", WORKING_DAYS, "ochtend middag"),
        ("overdag kan ze wel", WORKING_DAYS, "ochtend middag"),
        ("in het weekend kan hij", "za zo", "ochtend middag avond"),
        ("alleen 's ochtends", WORKING_DAYS, "ochtend"),
        ("kan alleen 's avonds", WORKING_DAYS, "avond"),
        ("kan na schooltijd", WORKING_DAYS, "middag"),
        ("ze kan als de kinderen op school zijn", WORKING_DAYS, "ochtend middag"),
        ("als haar kinderen naar school zijn heeft ze tijd", WORKING_DAYS, "ochtend middag"),
        ("liefst op dinsdag- of donderdagochtend", "di do", "ochtend"),
        ("hij kan op donderdagmiddag, of vrijdag middag", "do vr", "middag"),
        ("ze kan maandag, dinsdag en woensdag", "ma di wo", "ochtend middag avond"),
        ("maandag t/m woensdag beschikbaar", "ma di wo", "ochtend middag avond"),
        ("kan niet 's avonds, wel overdag", WORKING_DAYS, "ochtend middag"),
        ("kan dinsdag niet en donderdag wel", "do", "ochtend middag avond"),
        ("kan overdag, maar niet op woensdag", "ma di do vr", "ochtend middag"),
        ("loopt niet goed en kan op vrijdagmiddag", "vr", "middag"),
        ("zoekt iets voor op zaterdagavond", "za", "avond"),
        ("woensdagmiddag komt goed uit", "wo", "middag"),
        ("Beschikbaar: ma, wo, vr", "ma wo vr", "ochtend middag avond"),
        ("na het eten kan ze wel", WORKING_DAYS, "avond"),
        ("doordeweeks in de ochtend zou fijn zijn", WORKING_DAYS, "ochtend"),
        ("'s zondags heeft hij tijd", "zo", "ochtend middag avond"),
        ("ze kan wel, maar alleen 's middags", WORKING_DAYS, "middag"),
        ("Dinsdagochtend", "di", "ochtend"),
        ("als de kinderen op school zijn", WORKING_DAYS, "ochtend middag"),
        ("zaterdag is prima", "za", "ochtend middag avond"),
        ("overdag werk ik, 's avonds kan ik wel", WORKING_DAYS, "avond"),
        ("vr kan ze", "vr", "ochtend middag avond"),
        ("op ma wil ze graag komen", "ma", "ochtend middag avond"),
        ("ma en vr heeft hij tijd", "ma vr", "ochtend middag avond"),
        ("ma is ook prima", "ma", "ochtend middag avond"),
        ("vr van 10 tot 12 kan ze", "vr", "ochtend middag avond"),
        ("kan overdag, maar vr kan niet", "ma di wo do", "ochtend middag"),
        ("vr van 78, kan ma en wo", "ma wo", "ochtend middag avond"),
    ],
)
def test_when_somebody_can_is_heard(text: str, days: str, parts: str) -> None:
    assert _said(text) == _slots(days, parts)


@pytest.mark.parametrize("day", Weekday)
@pytest.mark.parametrize("part", PartOfDay)
def test_a_day_and_a_part_in_one_word_are_one_moment(day: Weekday, part: PartOfDay) -> None:
    names = dict(zip(Weekday, NAMES.split(), strict=True))
    for text in (f"ze kan {names[day]}{part}", f"op {names[day]} {part} lukt het", f"kan {day}-{part}"):
        assert _said(text) == {DayPart.of(day, part).value}


@pytest.mark.parametrize(
    "text",
    [
        "kan niet 's avonds",
        "'s avonds kan hij niet",
        "ze kan 's avonds de deur niet uit",
        "kan niet op dinsdag en donderdag",
        "op woensdag heeft ze geen tijd",
        "zit 's avonds alleen",
        "ze is overdag alleen",
        "zit alleen in het weekend",
        "kan 's nachts niet slapen",
        "kan overdag niet alleen zijn",
        "mijn man is dinsdag overleden",
        "kan sinds dinsdag weer lachen",
        "dinsdag komt de thuiszorg",
        "gaat niet graag 's avonds de deur uit",
        "morgen kan ze langskomen",
        "de laatste tijd zit ze 's avonds binnen",
        "behalve in het weekend",
        "maandagen en dinsdagen liever niet",
        "op maandag heeft hij dagbesteding",
        "als de kinderen op school zijn, zit ik alleen",
        "mijn ma kan niet meer koken",
        "ma wil graag koffie drinken",
        "ma heeft wel tijd",
        "ma en pa willen graag wandelen",
        "vr van 78 wil kaarten",
        "vr 78 wil graag wandelen",
        "vr wil liefst wandelen",
    ],
)
def test_when_somebody_cannot_is_not_suggested(text: str) -> None:
    assert _said(text) == set()
