"""Dates, money, numbers and moments as Dutch people write them; in English where that is spoken."""

from __future__ import annotations

from datetime import date, time

from socialmap.model.language import by_language
from socialmap.model.rounding import round_half_away
from socialmap.model.values import DayPart, Weekday

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = {
    Weekday.MONDAY: "maandag",
    Weekday.TUESDAY: "dinsdag",
    Weekday.WEDNESDAY: "woensdag",
    Weekday.THURSDAY: "donderdag",
    Weekday.FRIDAY: "vrijdag",
    Weekday.SATURDAY: "zaterdag",
    Weekday.SUNDAY: "zondag",
}


@by_language
def dutch_date(day: date) -> str:
    """``2 maart 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@by_language
def euros(amount: float) -> str:
    """``€ 4`` or ``€ 2,50``."""
    if amount == int(amount):
        return f"€ {int(amount)}"
    return f"€ {amount:.2f}".replace(".", ",")


@by_language
def decimal(value: float, digits: int) -> str:
    """A number as Dutch people write it, with a real minus sign and never "−0".

    >>> decimal(-0.694, 2), decimal(-0.001, 2)
    ('−0,69', '0,00')
    """
    return f"{round_half_away(value, digits):.{digits}f}".replace(".", ",").replace("-", "−")


@by_language
def clock_time(moment: time) -> str:
    """``10.00``."""
    return f"{moment.hour}.{moment.minute:02d}"


@by_language
def day_name(day: Weekday) -> str:
    """``dinsdag``."""
    return WEEKDAYS[day]


@by_language
def short_day(day: Weekday) -> str:
    """``di``."""
    return day.value


@by_language
def slot_name(slot: DayPart) -> str:
    """``dinsdagmiddag``."""
    return f"{WEEKDAYS[slot.day]}{slot.part}"


@by_language
def short_slot(slot: DayPart) -> str:
    """``di-middag``."""
    return slot.value


@by_language
def and_list(words: list[str] | tuple[str, ...]) -> str:
    """``a``, ``a en b``, ``a, b en c``; empty for nothing."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " en " + words[-1]
