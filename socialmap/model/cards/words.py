"""What stands on an invitation card in one language. Names, addresses and free text stay as they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CardLanguage(StrEnum):
    """The languages in which a card can be printed, by their code."""

    DUTCH = "nl"
    ENGLISH = "en"
    TURKISH = "tr"
    ARABIC = "ar"
    POLISH = "pl"
    UKRAINIAN = "uk"
    TIGRINYA = "ti"

    @property
    def own_name(self) -> str:
        """As its speakers write it."""
        return _OWN_NAMES[self]

    @property
    def direction(self) -> str:
        """The way it is read: ``rtl`` or ``ltr``."""
        return "rtl" if self is CardLanguage.ARABIC else "ltr"


_OWN_NAMES = {
    CardLanguage.DUTCH: "Nederlands",
    CardLanguage.ENGLISH: "English",
    CardLanguage.TURKISH: "Türkçe",
    CardLanguage.ARABIC: "العربية",
    CardLanguage.POLISH: "Polski",
    CardLanguage.UKRAINIAN: "Українська",
    CardLanguage.TIGRINYA: "ትግርኛ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """What a card says in any language; ``goes_along`` stands before a line to write a name on."""

    title: str
    when: str
    when_unknown: str
    where: str
    cost: str
    questions: str
    walk_in: str
    sign_up: str
    goes_along: str
    scan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords(CardText):
    """Polite, and without a form that depends on who reads it being a man or a woman where that can be.

    ``days`` begins with Monday; ``parts`` are
    morning, afternoon and evening. Hours and amounts are written as on the doors and the price tags here.
    """

    days: tuple[str, str, str, str, str, str, str]
    months: tuple[str, ...]
    parts: tuple[str, str, str]
    from_until: str
    from_on: str
    part_of_day: str
    fortnightly: str
    monthly: str
    once: str
    on_date: str
    date: str
    price: str
    free: str
    free_with_city_card: str
    ask_price: str
    each_time: str
    no_fixed_place: str
    in_area: str
    nearby: str
