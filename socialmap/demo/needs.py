"""Residents under a pseudonym and their questions, drawn from patterns with a seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socialmap.demo.files import read_demo
from socialmap.demo.site import Site
from socialmap.model.people import (
    AgeGroup,
    AskedBy,
    Mobility,
    Need,
    NeedStatus,
    Origin,
    OwnNetwork,
    PeerWish,
    Permission,
    Resident,
)
from socialmap.model.values import (
    DAY_PARTS,
    DayPart,
    LanguageCode,
    NeedId,
    ProfessionalId,
    ResidentId,
    TalentKindId,
    ThemeId,
    ThresholdId,
)

_MIXED_PERMISSION = (Permission.YES,) * 12 + (Permission.STILL_TO_ASK,) * 5 + (Permission.NO,) * 3
_MIXED_STATUS = (
    *(NeedStatus.OPEN,) * 15,
    *(NeedStatus.RUNNING,) * 3,
    *(NeedStatus.DONE, NeedStatus.NOT_YET, NeedStatus.STOPPED),
)
_OLDEST_SECOND_DAYS = 330


@dataclass(frozen=True, slots=True)
class People:
    """All residents and needs of a town; ``by_pattern`` says which residents a pattern of needs.toml made."""

    residents: tuple[Resident, ...]
    needs: tuple[Need, ...]
    by_pattern: Mapping[str, Sequence[ResidentId]]


def people(site: Site) -> People:
    """Draw the people of a town. Same site, same people; pseudonyms say nothing about the order."""
    tables = read_demo("needs")
    total = sum(pattern["persons"] for pattern in tables["pattern"])
    numbers = site.chance.sample(range(1, total + 1), total)
    residents: list[Resident] = []
    needs: list[Need] = []
    by_pattern: dict[str, list[ResidentId]] = {}
    for pattern in tables["pattern"]:
        for turn in range(pattern["persons"]):
            resident = _resident(site, pattern, numbers.pop())
            residents.append(resident)
            by_pattern.setdefault(pattern["id"], []).append(resident.id)
            needs.append(_need(site, pattern, turn, resident, len(needs) + 1))
    for extra in tables["second"]:
        for resident in site.chance.sample(residents, extra["count"]):
            needs.append(_second_need(site, extra["themes"], resident, len(needs) + 1))
    # Whoever came later draws nothing away from the rest of the town.
    state = site.chance.getstate()
    for pattern in tables["later"]:
        for turn in range(pattern["persons"]):
            resident = _resident(site, pattern, len(residents) + 1)
            residents.append(resident)
            needs.append(_need(site, pattern, turn, resident, len(needs) + 1))
    site.chance.setstate(state)
    residents.sort(key=lambda resident: resident.id)
    return People(tuple(residents), tuple(needs), by_pattern)


def _resident(site: Site, pattern: dict[str, Any], number: int) -> Resident:
    chance = site.chance
    area = pattern["area"]
    grid = list(site.ground.neighbourhoods.values())[area - 1].grid
    return Resident(
        id=ResidentId(site.key(f"B-{number:03d}")),
        area_id=site.area(area),
        rounded_point=site.point(chance.choice(grid)),
        age_group=AgeGroup(chance.choice(pattern["ages"])),
        languages=tuple(map(LanguageCode, chance.choice(pattern.get("languages", [["nl"]])))),
        mobility=Mobility(chance.choice(pattern["mobility"])),
        own_network=chance.choice(tuple(OwnNetwork)),
    )


def _need(site: Site, pattern: dict[str, Any], turn: int, resident: Resident, number: int) -> Need:
    chance = site.chance
    themes = pattern["themes"]
    fixed = "ask" in pattern
    all_thresholds = pattern.get("thresholds", [])
    thresholds = chance.sample(all_thresholds, min(len(all_thresholds), chance.randint(0, 2)))
    return Need(
        id=NeedId(site.key(f"V-{number:03d}")),
        resident_id=resident.id,
        theme=ThemeId(themes[turn % len(themes)]),
        side_themes=(ThemeId(themes[(turn + 1) % len(themes)]),) if len(themes) > 1 and turn % 3 == 0 else (),
        reported_on=site.ago(chance.randint(*pattern["days"])),
        mobility=resident.mobility or Mobility.WALKING,
        available=tuple(map(DayPart, chance.choice(pattern["available"]))),
        may_be_linked=Permission(pattern["ask"]) if fixed else chance.choice(_MIXED_PERMISSION),
        languages=resident.languages,
        thresholds=tuple(map(ThresholdId, thresholds)),
        peer_wish=chance.choice((PeerWish.GLADLY, PeerWish.NO_PREFERENCE, PeerWish.NO_PREFERENCE)),
        wheelchair=pattern.get("wheelchair", False),
        asked_by=chance.choice((AskedBy.SELF, AskedBy.SELF, AskedBy.RELATIVE, AskedBy.PROFESSIONAL)),
        origin=chance.choice(tuple(Origin)),
        goes_well=_goes_well(site),
        **_progress(site, fixed=fixed),
    )


def _second_need(site: Site, themes: list[str], resident: Resident, number: int) -> Need:
    chance = site.chance
    return Need(
        id=NeedId(site.key(f"V-{number:03d}")),
        resident_id=resident.id,
        theme=ThemeId(chance.choice(themes)),
        reported_on=site.ago(chance.randint(2, _OLDEST_SECOND_DAYS)),
        mobility=resident.mobility or Mobility.WALKING,
        available=tuple(sorted(chance.sample(DAY_PARTS[:15], chance.randint(0, 3)), key=DAY_PARTS.index)),
        may_be_linked=chance.choice(_MIXED_PERMISSION),
        languages=resident.languages,
        origin=chance.choice(tuple(Origin)),
        goes_well=_goes_well(site),
        **_progress(site, fixed=False),
    )


def _goes_well(site: Site) -> tuple[TalentKindId, ...]:
    return tuple(
        map(
            TalentKindId,
            site.chance.sample(read_demo("needs")["goes_well"], site.chance.choice((0, 0, 1, 2))),
        )
    )


def _progress(site: Site, *, fixed: bool) -> dict[str, Any]:
    """Who holds the question and how far it is; the questions of a fixed pattern are all open."""
    status = NeedStatus.OPEN if fixed else site.chance.choice(_MIXED_STATUS)
    waits = status is NeedStatus.NOT_YET
    return {
        "status": status,
        "remind_on": site.ahead(site.chance.randint(7, 42)) if waits else None,
        "held_by": ProfessionalId(site.key(site.chance.choice(read_demo("needs")["held_by"]))),
    }
