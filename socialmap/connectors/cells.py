"""Single cells: yes and no, numbers, money, dates, codes. One that cannot be read says what to write.

Sentences never repeat what stood in the cell, because it may be about a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from socialmap.model.dutch import MONTHS
from socialmap.model.normal_text import normalise
from socialmap.model.values import Tri

T = TypeVar("T")
D = TypeVar("D")
E = TypeVar("E", bound=StrEnum)

_YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "waar", "wel", "v"})
_NO = frozenset({"nee", "n", "no", "0", "false", "onwaar", "niet", "geen"})
_UNKNOWN = frozenset({"", "onbekend", "weet niet", "unknown", "nvt", "n v t"})
_TURNS_TEXT = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_FORMULA = re.compile(r"[=@]|[+-].*(?:[|!=]|\w\()")
_QUOTED = re.compile(r"^'(?=[=+\-@＝＋－＠])")
"""What an export puts before text that a spreadsheet would take for a formula."""
_SPLIT = re.compile(r"[;|\n]")


class Cells:
    """The cells of one row by field. Every problem is remembered, so that a row shows all of them at once."""

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = {name: clean(value) for name, value in values.items()}
        self.problems: list[tuple[str, str]] = []
        for name, value in self._values.items():
            if _FORMULA.match(value):
                self.problem(name, "Hier staat een formule. Zet er gewone tekst in.")
            elif "\ufffd" in value:
                self.problem(name, "Hier staat een onleesbaar teken. Bewaar het bestand als UTF-8.")
            else:
                self._values[name] = _QUOTED.sub("", value, count=1)
        self._at_first = tuple(self.problems)

    def again(self) -> Cells:
        """The same cells, with none of the problems that reading them found."""
        fresh = Cells({})
        fresh._values = self._values
        fresh.problems = list(self._at_first)
        return fresh

    def has(self, name: str) -> bool:
        """Is there such a column, filled in or not?"""
        return name in self._values

    def text(self, name: str) -> str:
        return self._values.get(name, "")

    def read(self, name: str, parse: Callable[[str], T], empty: D) -> T | D:
        """The value of a cell, ``empty`` when there is nothing or when it is a problem."""
        text = self.text(name)
        if not text or any(field == name for field, _ in self.problems):
            return empty
        try:
            return parse(text)
        except ValueError as error:
            self.problem(name, str(error))
            return empty

    def problem(self, name: str, sentence: str) -> None:
        self.problems.append((name, sentence))

    def named(self, prefix: str) -> dict[str, str]:
        """What stands in the columns that begin with ``prefix``, without it."""
        return {
            name.removeprefix(prefix): value
            for name, value in self._values.items()
            if name.startswith(prefix) and value
        }


def clean(text: str) -> str:
    """Text without control characters and without marks that turn the reading direction; "-" is nothing."""
    kept = text if text.isprintable() else "".join(filter(_is_text, text))
    kept = kept.strip()
    return "" if kept in {"-", "–", "."} else kept


def _is_text(char: str) -> bool:
    return char == "\n" or (unicodedata.category(char) != "Cc" and char not in _TURNS_TEXT)


def single_line(text: str) -> str:
    return " ".join(text.split())


def parts(text: str) -> tuple[str, ...]:
    """The values of a cell that lists several, between ``;``, ``|`` or new lines."""
    return tuple(part.strip() for part in _SPLIT.split(text) if part.strip())


def tri(text: str) -> Tri:
    word = normalise(text)
    if word in _YES:
        return Tri.YES
    if word in _NO:
        return Tri.NO
    if word in _UNKNOWN:
        return Tri.UNKNOWN
    raise ValueError("Vul ja, nee of onbekend in.")


def yes(text: str) -> bool:
    return tri(text) is Tri.YES


def decimal(text: str) -> float:
    """A number with a comma or a point; with both, the last one is the decimal sign."""
    bare = text.replace("€", "").replace(" ", "").replace("\u00a0", "").removesuffix(",-").removesuffix(",–")
    if "," in bare and "." in bare:
        thousands = "." if bare.rfind(",") > bare.rfind(".") else ","
        bare = bare.replace(thousands, "")
    if not re.fullmatch(r"[+-]?[0-9]{1,12}(?:[.,][0-9]{1,15})?", bare):
        raise ValueError("Vul een getal in, zoals 15 of 7,50.")
    return float(bare.replace(",", "."))


def whole(text: str) -> int:
    """A whole number from 0."""
    value = decimal(text)
    if not value.is_integer() or value < 0:
        raise ValueError("Vul een heel getal in.")
    return int(value)


def euros(text: str) -> float:
    if normalise(text) in {"gratis", "free", "niets", "geen"}:
        return 0.0
    try:
        amount = decimal(text)
    except ValueError:
        amount = -1.0
    if amount < 0:
        raise ValueError("Vul een bedrag in, zoals 15 of 7,50.")
    return amount


def age(text: str) -> int:
    value = decimal(normalise(text).removesuffix(" jaar"))
    if not value.is_integer() or not 0 <= value <= 120:
        raise ValueError("Een leeftijd ligt tussen 0 en 120 jaar.")
    return int(value)


def day(text: str) -> date:
    """A date as 02-03-2026, 2/3/2026, 2026-03-02 or 2 maart 2026."""
    sentence = "Schrijf een datum als dd-mm-jjjj."
    iso = re.match(r"(\d{4})-(\d\d?)-(\d\d?)(?:[ T].*)?$", text)
    dutch = re.fullmatch(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})", text)
    written = re.fullmatch(r"(\d\d?) ([a-z]+) (\d{4})", normalise(text))
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        if written and written[2] in MONTHS:
            return date(int(written[3]), MONTHS.index(written[2]) + 1, int(written[1]))
    except ValueError:
        raise ValueError(sentence) from None
    raise ValueError(sentence)


def one_of(options: type[E]) -> Callable[[str], E]:
    """Reads a code of an enum, or its English name; the sentence for anything else lists the codes."""
    known: Mapping[str, E] = _codes(options)

    def parse(text: str) -> E:
        found = known.get(normalise(text))
        if found is None:
            raise ValueError("Kies uit: " + ", ".join(option.value for option in options) + ".")
        return found

    return parse


@cache
def _codes(options: type[StrEnum]) -> Mapping[str, Any]:
    """Every code and English name of an enum in normal form, and what it means."""
    known: dict[str, StrEnum] = {normalise(option.value): option for option in options}
    return {normalise(option.name): option for option in options} | known


def several(parse: Callable[[str], T]) -> Callable[[str], tuple[T, ...]]:
    """Reads a list, also between commas when the whole is not one value; doubles count once."""

    def parse_all(text: str) -> tuple[T, ...]:
        found: dict[T, None] = {}
        for part in parts(text):
            try:
                found[parse(part)] = None
            except ValueError:
                if "," not in part:
                    raise
                found |= dict.fromkeys(parse(piece.strip()) for piece in part.split(",") if piece.strip())
        return tuple(found)

    return parse_all


def mail(text: str) -> str:
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        raise ValueError("Dit is geen e-mailadres. Kijk of het klopt.")
    return text


def website(text: str) -> str:
    """A web address; ``https://`` is put before it when nothing stands there."""
    address = text if re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE) else f"https://{text}"
    if not re.fullmatch(r"https?://[^\s<>\"'`]+\.[^\s<>\"'`]+", address, re.IGNORECASE):
        raise ValueError("Een website begint met https://.")
    return address
