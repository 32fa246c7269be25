"""Gold examples of what is here and not (``witte_vlekken``) and of what may fall over (``kwetsbaar``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from socialmap.collective.vulnerability import (
    Footing,
    FunderTerm,
    Lease,
    Listed,
    PlaceKind,
    weakest_first,
)
from socialmap.collective.white_spots import AreaSituation, WhiteSpot, as_shown, white_spots
from socialmap.model.rounding import round_half_away
from socialmap.model.values import AreaId, InitiativeId, Tri
from socialmap.privacy.disclosure import protect
from tests.gold.example import Example, check_keys

SPOT_OPTIONAL = {"E", "RR", "a", "G", "categorie", "getoond", "zin_bevat", "zin_bevat_niet"}
FOOTING_OPTIONAL = {
    "naam", "trekkers", "geld_nodig", "financiers", "gecontroleerd_op", "plek", "vrijwilligers",
    "vrijwilligers_nodig", "impact",
}  # fmt: skip
STRUCTURAL = "structureel"
UNKNOWN = "onbekend"
NEVER = "nooit"
NO_NUMBER = {None, "–"}


def run_white_spots(example: Example, _: Path) -> None:
    example.keys({"buurten", "verwacht"}, {"leefgebied"})
    expected = example.content["verwacht"]
    check_keys(expected, set(), {"a_w", "buurten", "totaal"}, "verwacht")
    spots = white_spots([read_area(area) for area in example.content["buurten"]])
    protected = protect(spots.counts)
    if "a_w" in expected:
        assert spots.per_1000_district == number(expected["a_w"]), "a_w"
    if "totaal" in expected:
        assert protected.total == str(expected["totaal"]), "totaal"
    lines = expected.get("buurten", ())
    compare_order([row.name for row in spots.rows], [line["naam"] for line in lines])
    rows = {row.name: row for row in spots.rows}
    shown = {row.name: row.count for row in as_shown(spots, protected)}
    for line in lines:
        compare_spot(rows[line["naam"]], shown[line["naam"]], line)


def read_area(area: Mapping[str, Any]) -> AreaSituation:
    check_keys(area, {"naam", "inwoners", "personen", "plekken"}, {"id"}, "buurten")
    name = area["naam"]
    return AreaSituation(
        id=AreaId(area.get("id", name)),
        name=name,
        inhabitants=area["inwoners"],
        persons=area["personen"],
        places=Fraction(str(area["plekken"])),
    )


def compare_spot(row: WhiteSpot, count: str, line: Mapping[str, Any]) -> None:
    check_keys(line, {"naam"}, SPOT_OPTIONAL, line["naam"])
    numbers = {"E": row.expected, "RR": row.ratio, "a": row.per_1000, "G": row.shortfall}
    for name, found in numbers.items():
        if name in line:
            assert found == number(line[name]), f"{row.name}: {name}"
    if "categorie" in line:
        assert row.category == line["categorie"], f"{row.name}: categorie"
    if "getoond" in line:
        assert count == str(line["getoond"]), f"{row.name}: getoond"
    for part in line.get("zin_bevat", ()):
        assert part in row.sentence, f"{row.name}: '{part}' staat niet in '{row.sentence}'"
    for part in line.get("zin_bevat_niet", ()):
        assert part not in row.sentence, f"{row.name}: '{part}' staat in '{row.sentence}'"


def run_vulnerable(example: Example, _: Path) -> None:
    example.keys({"initiatieven", "verwacht"})
    offers = example.content["initiatieven"]
    impacts = {InitiativeId(offer["id"]): offer.get("impact", 0) for offer in offers}
    found = weakest_first([read_footing(offer) for offer in offers], impacts, example.today)
    lines = example.content["verwacht"]
    compare_order([one.judged.id for one in found], [line["id"] for line in lines])
    by_id = {one.judged.id: one for one in found}
    for line in lines:
        compare_footing(by_id[line["id"]], line)


def read_footing(offer: Mapping[str, Any]) -> Footing:
    check_keys(offer, {"id"}, FOOTING_OPTIONAL, offer.get("id", "?"))
    return Footing(
        id=InitiativeId(offer["id"]),
        name=offer.get("naam", offer["id"]),
        leaders=count_or_none(offer.get("trekkers")),
        money_needed=yes_or_no(offer.get("geld_nodig", UNKNOWN)),
        funders=tuple(read_funder(funder) for funder in offer.get("financiers", ())),
        checked_on=date_or_none(offer.get("gecontroleerd_op"), NEVER),
        place=read_place(offer.get("plek", UNKNOWN)),
        volunteers=count_or_none(offer.get("vrijwilligers")),
        volunteers_needed=count_or_none(offer.get("vrijwilligers_nodig")),
    )


def read_funder(funder: Mapping[str, Any]) -> FunderTerm:
    check_keys(funder, {"van"}, {"tot"}, "financiers")
    return FunderTerm(funder["van"], date_or_none(funder.get("tot"), STRUCTURAL))


def read_place(place: str | Mapping[str, Any]) -> PlaceKind | Lease:
    if isinstance(place, str):
        return PlaceKind(place)
    check_keys(place, {"contract_tot"}, set(), "plek")
    return Lease(date.fromisoformat(place["contract_tot"]))


def compare_footing(found: Listed, line: Mapping[str, Any]) -> None:
    judged = found.judged
    check_keys(line, {"id"}, {"punten", "score", "niveau", "impact", "uitleg"}, line["id"])
    told = {
        "id": judged.id,
        "punten": [part.points for part in judged.parts],
        "score": judged.score,
        "niveau": judged.level.value,
        "impact": found.impact,
        "uitleg": [f"{part.sign} {part.sentence}" for part in judged.parts],
    }
    assert {name: told[name] for name in line} == line


def compare_order(found: Sequence[str], expected: Sequence[str]) -> None:
    """What is named stands in this order; something that is not named may stand between."""
    assert [name for name in found if name in set(expected)] == list(expected)


def number(written: float | str | None) -> float | None:
    """In two decimals; ``null`` and "–" are what is not shown."""
    return None if written in NO_NUMBER else round_half_away(float(str(written)), 2)


def count_or_none(written: int | str | None) -> int | None:
    return None if written in (None, UNKNOWN) else int(str(written))


def date_or_none(written: str | None, none: str) -> date | None:
    return None if written in (None, none) else date.fromisoformat(str(written))


def yes_or_no(written: bool | str) -> Tri:
    return Tri(written) if isinstance(written, str) else Tri.YES if written else Tri.NO
