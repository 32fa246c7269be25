"""Gold examples of patterns and their route (``signalen``) and of small numbers (``kleine_aantallen``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from socialmap.collective.routing import report_back_on, route
from socialmap.collective.signals import Measures, Situation, judge, measure
from socialmap.model.rounding import round_half_away
from socialmap.model.together import CauseLevel, Scale, SignalKind
from socialmap.model.values import AreaId, ThemeId
from socialmap.privacy.disclosure import protect
from tests.gold.example import Example, WrongExample, check_keys

COUNTED = {"inwoners_buurt", "inwoners_wijk", "O", "O_wijk", "vorige"}
REGISTERED = {"registraties_nu", "registraties_vorige"}
ROUTED = {"aard", "schaal", "oorzaakniveau"}
NUMBERS = {"E": 2, "RR": 2, "p_hier": 0, "m": 2, "R": 2, "E_t": 2, "p_nu": 0}
"""What is compared in how many decimals at least; more when more are written."""
TOLD = {"uitkomst", "route", "terugkoppeldatum", "zin_bevat", "zin_bevat_niet"}
WINDOWS = 4


def run_signals(example: Example, _: Path) -> None:
    example.keys({"verwacht"}, {"thema", "buurt"} | COUNTED | REGISTERED | ROUTED)
    expected = example.content["verwacht"]
    check_keys(expected, set(), set(NUMBERS) | TOLD, "verwacht")
    if COUNTED & set(example.content):
        compare_pattern(read_situation(example.content), expected)
    if "route" in expected:
        compare_route(example.content, expected["route"])
    if "terugkoppeldatum" in expected:
        assert report_back_on(example.today).isoformat() == expected["terugkoppeldatum"], "terugkoppeldatum"


def read_situation(content: Mapping[str, Any]) -> Situation:
    missing = sorted(COUNTED - set(content))
    if missing:
        raise WrongExample(f"ontbreekt {missing}")
    earlier = content.get("registraties_vorige", [1] * WINDOWS)
    if len(content["vorige"]) != WINDOWS or len(earlier) != WINDOWS:
        raise WrongExample("er zijn vier vorige perioden")
    return Situation(
        theme=ThemeId(content.get("thema", "")),
        area_id=AreaId(content.get("buurt", "")),
        inhabitants=content["inwoners_buurt"],
        inhabitants_total=content["inwoners_wijk"],
        persons=content["O"],
        persons_total=content["O_wijk"],
        earlier=tuple(content["vorige"]),
        registrations=content.get("registraties_nu", 1),
        registrations_earlier=tuple(earlier),
    )


def compare_pattern(situation: Situation, expected: Mapping[str, Any]) -> None:
    found = judge(situation)
    numbers = numbers_of(measure(situation))
    for name, digits in NUMBERS.items():
        if name in expected:
            same_number(name, numbers[name], expected[name], digits)
    if "uitkomst" in expected:
        # "te weinig" is short for the whole sentence.
        wanted = expected["uitkomst"].replace("_", " ")
        assert found.outcome == wanted or found.outcome.startswith(f"{wanted} om"), found.outcome
    told = " ".join(found.sentences)
    assert all(part in told for part in as_list(expected.get("zin_bevat", ()))), told
    assert not [part for part in as_list(expected.get("zin_bevat_niet", ())) if part in told], told


def numbers_of(found: Measures) -> dict[str, float | None]:
    return {
        "E": None if found.expected is None else float(found.expected),
        "RR": None if found.ratio is None else float(found.ratio),
        "p_hier": found.chance_here,
        "m": float(found.mean_before),
        "R": float(found.factor),
        "E_t": float(found.expected_now),
        "p_nu": found.chance_now,
    }


def same_number(name: str, found: float | None, written: float | None, digits: int) -> None:
    if written is None or found is None:
        assert found == written, name
        return
    exponent = Decimal(str(written)).as_tuple().exponent
    shown = max(digits, -int(exponent))
    assert round_half_away(found, shown) == written, f"{name}: {found}"


def compare_route(content: Mapping[str, Any], expected: str | Sequence[str]) -> None:
    """Who it goes to, in order. What stands in brackets, and *via …*, is not compared."""
    missing = sorted({"aard", "schaal"} - set(content))
    if missing:
        raise WrongExample(f"ontbreekt {missing}")
    cause = content.get("oorzaakniveau")
    routes = route(
        SignalKind(content["aard"]), Scale(content["schaal"]), CauseLevel(cause) if cause else None
    )
    assert all(one.reason for one in routes)
    found = [plain(one.to) for one in routes]
    assert found == [plain(part) for line in as_list(expected) for part in apart(line)], found


def apart(line: str) -> list[str]:
    return re.split(r"\s*(?:→|;|,|\+)\s*(?![^(]*\))", line)


def plain(recipient: str) -> str:
    return re.sub(r"\s*\([^)]*\)|\s+via\s+teamleider", "", recipient).strip().casefold()


def as_list(given: str | Sequence[str]) -> list[str]:
    return [given] if isinstance(given, str) else list(given)


def run_small_numbers(example: Example, _: Path) -> None:
    example.keys({"rijen", "verwacht"}, {"gevoelig"})
    expected = example.content["verwacht"]
    check_keys(expected, set(), {"getoond", "totaal"}, "verwacht")
    rows = []
    for row in example.content["rijen"]:
        check_keys(row, {"naam", "personen"}, set(), "rijen")
        rows.append((row["naam"], row["personen"]))
    shown = protect(rows, sensitive=is_yes(example.content.get("gevoelig", False)))
    if "getoond" in expected:
        assert list(shown.cells) == [str(text) for text in expected["getoond"]]
    if "totaal" in expected:
        assert shown.total == str(expected["totaal"])


def is_yes(written: bool | str) -> bool:
    return written in {True, "ja"}
