"""How a moment, a date and a price are told on a card in the language of a resident."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from socialmap.model.cards import arabic, polish, tigrinya, turkish, ukrainian
from socialmap.model.cards.words import CardLanguage, CardWords
from socialmap.model.provision import Rhythm, Session
from socialmap.model.values import PartOfDay, Weekday

WORDS: Mapping[CardLanguage, CardWords] = {
    CardLanguage.TURKISH: turkish.WORDS,
    CardLanguage.ARABIC: arabic.WORDS,
    CardLanguage.POLISH: polish.WORDS,
    CardLanguage.UKRAINIAN: ukrainian.WORDS,
    CardLanguage.TIGRINYA: tigrinya.WORDS,
}
"""Dutch and English cards say what the screens say."""
_DAYS, _PARTS = tuple(Weekday), tuple(PartOfDay)


def moment(session: Session, words: CardWords) -> str:
    """When it is, with how often.

    >>> from socialmap.model.values import DayPart
    >>> moment(Session(slot=DayPart.TUESDAY_MORNING, rhythm=Rhythm.FORTNIGHTLY), turkish.WORDS)
    'Salı sabah, iki haftada bir'
    """
    day = words.days[_DAYS.index(session.slot.day)]
    if session.starts is None:
        when = words.part_of_day.format(day=day, part=words.parts[_PARTS.index(session.slot.part)])
    elif session.ends is None:
        when = words.from_on.format(day=day, starts=_clock(session.starts))
    else:
        when = words.from_until.format(day=day, starts=_clock(session.starts), ends=_clock(session.ends))
    when = when[:1].upper() + when[1:]
    if session.rhythm is Rhythm.ONCE:
        if session.on is None:
            return words.once.format(moment=when)
        return words.on_date.format(moment=when, date=day_of(session.on, words))
    often = {Rhythm.FORTNIGHTLY: words.fortnightly, Rhythm.MONTHLY: words.monthly}
    return often.get(session.rhythm, "{moment}").format(moment=when)


def day_of(day: date, words: CardWords) -> str:
    """
    >>> day_of(date(2026, 3, 2), polish.WORDS)
    '2 marca 2026'
    """
    return words.date.format(day=day.day, month=words.months[day.month - 1], year=day.year)


def euros(amount: float, words: CardWords) -> str:
    """
    >>> euros(2.5, arabic.WORDS), euros(4, turkish.WORDS)
    ('2,50 يورو', '4 €')
    """
    number = f"{int(amount)}" if amount == int(amount) else f"{amount:.2f}".replace(".", ",")
    return words.price.format(amount=number)


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02d}"
