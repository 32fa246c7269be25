"""Dates, money, numbers and moments as they are written in English."""

from __future__ import annotations

from datetime import date, time

from socialmap.model.rounding import round_half_away
from socialmap.model.values import DayPart, PartOfDay, Weekday

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = {
    Weekday.MONDAY: "Monday",
    Weekday.TUESDAY: "Tuesday",
    Weekday.WEDNESDAY: "Wednesday",
    Weekday.THURSDAY: "Thursday",
    Weekday.FRIDAY: "Friday",
    Weekday.SATURDAY: "Saturday",
    Weekday.SUNDAY: "Sunday",
}
PARTS = {PartOfDay.MORNING: "morning", PartOfDay.AFTERNOON: "afternoon", PartOfDay.EVENING: "evening"}


def dutch_date(day: date) -> str:
    """``2 March 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def euros(amount: float) -> str:
    """``€4`` or ``€2.50``."""
    return f"€{int(amount)}" if amount == int(amount) else f"€{amount:.2f}"


def decimal(value: float, digits: int) -> str:
    """
    >>> decimal(-0.694, 2)
    '−0.69'
    """
    return f"{round_half_away(value, digits):.{digits}f}".replace("-", "−")


def clock_time(moment: time) -> str:
    """``10.00``: as on the door here."""
    return f"{moment.hour}.{moment.minute:02d}"


def day_name(day: Weekday) -> str:
    """``Tuesday``."""
    return WEEKDAYS[day]


def short_day(day: Weekday) -> str:
    """``Tue``."""
    return WEEKDAYS[day][:3]


def slot_name(slot: DayPart) -> str:
    """``Tuesday afternoon``."""
    return f"{WEEKDAYS[slot.day]} {PARTS[slot.part]}"


def short_slot(slot: DayPart) -> str:
    """``Tue afternoon``."""
    return f"{short_day(slot.day)} {PARTS[slot.part]}"


def and_list(words: list[str] | tuple[str, ...]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for nothing."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]
