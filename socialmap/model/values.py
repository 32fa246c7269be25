"""Small values that many entities share: three-valued answers, points, layers, day parts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

AreaId = NewType("AreaId", str)
FacilityId = NewType("FacilityId", str)
RoomId = NewType("RoomId", str)
OrganisationId = NewType("OrganisationId", str)
InitiativeId = NewType("InitiativeId", str)
NetworkId = NewType("NetworkId", str)
ResidentId = NewType("ResidentId", str)
NeedId = NewType("NeedId", str)
TalentId = NewType("TalentId", str)
ProfessionalId = NewType("ProfessionalId", str)
TeamId = NewType("TeamId", str)

ThemeId = NewType("ThemeId", str)
TalentKindId = NewType("TalentKindId", str)
ActivityTypeId = NewType("ActivityTypeId", str)
TargetGroupId = NewType("TargetGroupId", str)
BarrierId = NewType("BarrierId", str)
"""The offer's side of a threshold, e.g. ``maatje_eerste_keer`` (domain.md 2.7, second column)."""
ThresholdId = NewType("ThresholdId", str)
"""The resident's side of a threshold, e.g. ``durft_niet_alleen`` (domain.md 2.7, first column)."""
FacilityTypeId = NewType("FacilityTypeId", str)
LanguageCode = NewType("LanguageCode", str)
"""ISO 639-1 or 639-3, lower case."""


class Tri(StrEnum):
    """Yes, no or unknown. Unknown is not no: it becomes a question to ask (decision D10)."""

    YES = "ja"
    NO = "nee"
    UNKNOWN = "onbekend"


class Layer(StrEnum):
    """Who may see a thing: everybody, the shell around the team, or the team that holds the question."""

    PUBLIC = "buiten"
    SHELL = "schil"
    CORE = "kern"


@dataclass(frozen=True, slots=True)
class Point:
    """A place on earth in WGS84 degrees, longitude first."""

    lon: float
    lat: float


class Weekday(StrEnum):
    MONDAY = "ma"
    TUESDAY = "di"
    WEDNESDAY = "wo"
    THURSDAY = "do"
    FRIDAY = "vr"
    SATURDAY = "za"
    SUNDAY = "zo"


class PartOfDay(StrEnum):
    """Start before 12.00, 12.00-17.00, from 17.00."""

    MORNING = "ochtend"
    AFTERNOON = "middag"
    EVENING = "avond"


class DayPart(StrEnum):
    """The 21 slots of a week, in order; ``DayPart("di-middag")`` reads a code, ``ValueError`` if unknown."""

    MONDAY_MORNING = "ma-ochtend"
    MONDAY_AFTERNOON = "ma-middag"
    MONDAY_EVENING = "ma-avond"
    TUESDAY_MORNING = "di-ochtend"
    TUESDAY_AFTERNOON = "di-middag"
    TUESDAY_EVENING = "di-avond"
    WEDNESDAY_MORNING = "wo-ochtend"
    WEDNESDAY_AFTERNOON = "wo-middag"
    WEDNESDAY_EVENING = "wo-avond"
    THURSDAY_MORNING = "do-ochtend"
    THURSDAY_AFTERNOON = "do-middag"
    THURSDAY_EVENING = "do-avond"
    FRIDAY_MORNING = "vr-ochtend"
    FRIDAY_AFTERNOON = "vr-middag"
    FRIDAY_EVENING = "vr-avond"
    SATURDAY_MORNING = "za-ochtend"
    SATURDAY_AFTERNOON = "za-middag"
    SATURDAY_EVENING = "za-avond"
    SUNDAY_MORNING = "zo-ochtend"
    SUNDAY_AFTERNOON = "zo-middag"
    SUNDAY_EVENING = "zo-avond"

    @classmethod
    def of(cls, day: Weekday, part: PartOfDay) -> DayPart:
        return cls(f"{day}-{part}")

    @property
    def day(self) -> Weekday:
        return Weekday(self.value[:2])

    @property
    def part(self) -> PartOfDay:
        return PartOfDay(self.value[3:])


DAY_PARTS: tuple[DayPart, ...] = tuple(DayPart)
"""In week order; the position of a slot here is its bit in every day-part mask."""
