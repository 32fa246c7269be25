"""How far something is for somebody: metres over streets and minutes walking."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from socialmap.model.people import Mobility
from socialmap.model.rounding import round_whole

DETOUR = 1.3
"""Streets are not straight: walking metres per straight metre (domain.md 4.A step 1)."""


@dataclass(frozen=True, slots=True)
class MobilityProfile:
    """Up to ``near_m`` nothing is lost, beyond ``far_m`` is too far. No speed: minutes are not shown."""

    near_m: int
    far_m: int
    speed_m_min: int | None


PROFILES: Mapping[Mobility, MobilityProfile] = {
    Mobility.POOR: MobilityProfile(150, 500, 50),
    Mobility.WALKING: MobilityProfile(400, 1_000, 80),
    Mobility.CYCLING: MobilityProfile(1_000, 3_000, 250),
    Mobility.TRANSIT: MobilityProfile(2_000, 6_000, None),
}

FARTHEST_LOOKED_M = 15_000
"""Nobody walks farther; beyond it a distance over streets is not worked out."""
_ALWAYS_LOOKED_M = 2_000


class Traveller(NamedTuple):
    """Who goes: how, and whether in a wheelchair."""

    mobility: Mobility
    wheelchair: bool = False

    @property
    def uses_streets(self) -> bool:
        """Do streets and paths decide how far it is? Not for whoever goes by bus or car."""
        return self.mobility is not Mobility.TRANSIT

    @property
    def takes_steps(self) -> bool:
        """Can this person use stairs? Not with wheels, a walking frame or a mobility scooter."""
        return self.mobility is Mobility.WALKING and not self.wheelchair

    def looked_m(self, reach_m: int = 0) -> int:
        """So far a distance over streets is worked out: twice as far as this person gets, or the reach."""
        return min(max(2 * PROFILES[self.mobility].far_m, _ALWAYS_LOOKED_M, reach_m), FARTHEST_LOOKED_M)


ON_FOOT = Traveller(Mobility.WALKING)


def street_m(straight_m: float) -> int:
    """Whole metres over streets for a straight-line distance: an estimate, for where no streets are known.

    >>> street_m(250.0)
    325
    """
    return round_whole(DETOUR * straight_m)


def minutes(distance_m: int, mobility: Mobility) -> int | None:
    """Whole minutes, rounded up; ``None`` where minutes are not shown.

    >>> minutes(325, Mobility.POOR)
    7
    """
    speed = PROFILES[mobility].speed_m_min
    return None if speed is None else math.ceil(distance_m / speed)
