"""What somebody is looking for, as matching needs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from socialmap.errors import InvalidInput, Violation
from socialmap.geo.footways import Spread
from socialmap.geo.walking import PROFILES, MobilityProfile
from socialmap.model.people import AgeGroup, Mobility, PeerWish
from socialmap.model.values import BarrierId, DayPart, LanguageCode, ThemeId, ThresholdId, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording import UNKNOWN_THEME, UNKNOWN_THRESHOLD

WHEELCHAIR_THRESHOLD = ThresholdId("rolstoel")
OLDEST = 130


class ThemeScope(StrEnum):
    """How far a search looks from the theme that was asked; only relaxing goes beyond ``ASKED``."""

    ASKED = "gevraagd"
    WIDER = "ruimer"
    ANY = "alles"


class Walk(NamedTuple):
    """The streets are loaded. ``spread``: how far everything is; ``None`` when the start is not near them, or
    when somebody goes by bus or car."""

    spread: Spread | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One search. ``x_m``, ``y_m``: start in RD New metres, the centre of the area where no more is known.

    Empty means unknown for ``languages``, ``available`` and ``person_is`` ("vrouw" or "man"), and nothing
    chosen for ``side_themes`` and ``thresholds``. ``ages`` are the youngest and oldest the person may be:
    (78, 78) for a known age, (65, 74) for a group. ``only_social_base`` leaves out what needs an
    indication (domain.md 0.3). ``far_m`` and ``scope`` are set by relaxing only; ``also_full`` lets what is
    full fit too, for bundling (4.B step 2). ``walk``: filled in by the index that has streets.
    """

    theme: ThemeId
    x_m: float
    y_m: float
    mobility: Mobility
    side_themes: tuple[ThemeId, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    available: tuple[DayPart, ...] = ()
    thresholds: tuple[ThresholdId, ...] = ()
    peer_wish: PeerWish = PeerWish.NO_PREFERENCE
    wheelchair: bool = False
    ages: tuple[int, int] | None = None
    person_is: str = ""
    has_indication: Tri = Tri.UNKNOWN
    only_social_base: bool = True
    far_m: int | None = None
    scope: ThemeScope = ThemeScope.ASKED
    also_full: bool = False
    walk: Walk | None = field(default=None, compare=False, repr=False)

    @property
    def profile(self) -> MobilityProfile:
        """How far this person gets; looking farther when relaxing makes nothing nearer."""
        return PROFILES[self.mobility]

    @property
    def spread(self) -> Spread | None:
        """How far everything is over streets; ``None``: distances are estimates."""
        return self.walk.spread if self.walk else None

    @property
    def reach_m(self) -> int:
        """Beyond so many metres over streets something is too far."""
        return max(self.far_m or 0, self.profile.far_m)

    @property
    def needs_wheelchair_access(self) -> bool:
        return self.wheelchair or WHEELCHAIR_THRESHOLD in self.thresholds

    @property
    def themes(self) -> tuple[ThemeId, ...]:
        return (self.theme, *self.side_themes)

    def is_acute(self, vocabulary: Vocabulary) -> bool:
        """Is the main or any side theme about safety? Then nothing is searched (domain.md 4.A step 0)."""
        return any(vocabulary.themes[theme].acute for theme in self.themes)

    def barriers(self, vocabulary: Vocabulary) -> tuple[BarrierId, ...]:
        """What an offer has to have, one for every threshold, in the order asked and without repeats."""
        return _barriers(vocabulary, self.thresholds)

    def check(self, vocabulary: Vocabulary) -> None:
        """``InvalidInput`` for a theme or threshold that does not exist."""
        known = {barrier.threshold for barrier in vocabulary.barriers.values()}
        wrong = [
            *(Violation("thema", UNKNOWN_THEME) for theme in self.themes if theme not in vocabulary.themes),
            *(Violation("drempel", UNKNOWN_THRESHOLD) for drempel in self.thresholds if drempel not in known),
        ]
        if wrong:
            raise InvalidInput(wrong)


@lru_cache(maxsize=1 << 12)
def _barriers(vocabulary: Vocabulary, thresholds: tuple[ThresholdId, ...]) -> tuple[BarrierId, ...]:
    found = (BarrierId(vocabulary.barrier_for(threshold).id) for threshold in thresholds)
    return tuple(dict.fromkeys(found))


def ages_of(group: AgeGroup) -> tuple[int, int]:
    """Youngest and oldest in an age group.

    >>> ages_of(AgeGroup.AGE_65_74), ages_of(AgeGroup.AGE_75_PLUS)
    ((65, 74), (75, 130))
    """
    if group is AgeGroup.AGE_75_PLUS:
        return 75, OLDEST
    low, high = group.value.split("-")
    return int(low), int(high)
