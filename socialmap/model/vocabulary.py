"""The words of the field as plain objects: themes, talents, thresholds, types. Read from the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from socialmap.model.language import Language, spoken
from socialmap.model.values import (
    ActivityTypeId,
    BarrierId,
    FacilityTypeId,
    TalentKindId,
    TargetGroupId,
    ThemeId,
    ThresholdId,
)


class Collective(StrEnum):
    """Does a theme lend itself to doing it together? ``PARTLY``: groups of at most 8, with permission."""

    YES = "ja"
    PARTLY = "deels"
    NO = "nee"


class GroupForm(StrEnum):
    TALKING = "praatgroep"
    COURSE = "cursus"
    EATING = "eten"
    WALKING = "wandelen"
    DOING = "doe"
    LANGUAGE = "taalgroep"
    ACTION = "actie"
    DROP_IN = "inloop"
    NONE = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A concept with its Dutch and English label, synonyms, search words and definition."""

    id: str
    label: str
    label_en: str
    alt_labels: tuple[str, ...] = ()
    hidden_labels: tuple[str, ...] = ()
    definition: str = ""

    @property
    def called(self) -> str:
        """The label in the language that is spoken; for people, never to compare or keep."""
        return self.label if spoken() is Language.DUTCH else self.label_en


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Concept):
    """A theme, or one of the 13 *leefgebieden* when ``group`` is ``None``.

    ``positive_health`` has the main dimension first; ``acute`` themes are never matched, they get the
    safety card.
    """

    group: ThemeId | None
    positive_health: tuple[str, ...]
    self_sufficiency: str
    collective: Collective
    group_form: GroupForm
    sensitive: bool
    acute: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentKind(Concept):
    """``sort`` is hoofd, handen or hart; ``hosts_groups``: may take the *gastrol* in a group."""

    sort: str
    helps_with: tuple[ThemeId, ...]
    hosts_groups: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityType(Concept):
    """``c1``-``c3`` are the default collectivity answers of domain.md 2.11."""

    group_form: GroupForm
    c1: float
    c2: float
    c3: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetGroup(Concept):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier(Concept):
    """A threshold from both sides: ``question`` as a resident says it, ``label`` as the offer does."""

    threshold: ThresholdId
    question: str
    question_en: str

    @property
    def asked(self) -> str:
        """The question in the language that is spoken."""
        return self.question if spoken() is Language.DUTCH else self.question_en


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityType(Concept):
    """``basic``: counts as basisvoorziening.

    ``osm``: the ways to tag it on OpenStreetMap (domain.md 2.8), such as ``"amenity=library"``; within one
    way all tags joined by ``" + "`` must hold. Empty if OpenStreetMap has no tag for it.
    """

    group: ThemeId
    basic: bool
    may_have_rooms: bool
    osm: tuple[str, ...]

    @property
    def plain_name(self) -> str:
        """How a place of this sort is called that nobody gave a name."""
        return self.label.split(" of ")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerType(Concept):
    """A kind of partner; ``ranks``: for which leefgebieden it is tried, and as which (1 is first).

    ``gatekeeper``: somebody worth asking whom they miss.
    """

    ranks: Mapping[ThemeId, int]
    gatekeeper: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Concept):
    """One concept in the languages of several disciplines: discipline → words. Empty for a glossary entry."""

    said_by: Mapping[str, tuple[str, ...]]


class ObstacleCategory(StrEnum):
    MINDSET = "denkpatroon"
    NATURE_OF_THE_QUESTION = "aard_van_de_vraag"
    CONDITIONS = "randvoorwaarden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle(Concept):
    """What makes working together hard for a colleague, with a tip that costs little time."""

    category: ObstacleCategory
    tip: str


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All concept schemes, each by id in the order of the source. ``languages`` is code → Dutch name,
    ``languages_en`` code → English name.

    Equal to nothing but itself, so that what follows from it can be kept in a cache.
    """

    themes: Mapping[ThemeId, Theme]
    related: frozenset[frozenset[ThemeId]]
    talents: Mapping[TalentKindId, TalentKind]
    activity_types: Mapping[ActivityTypeId, ActivityType]
    target_groups: Mapping[TargetGroupId, TargetGroup]
    barriers: Mapping[BarrierId, Barrier]
    facility_types: Mapping[FacilityTypeId, FacilityType]
    partner_types: Mapping[str, PartnerType]
    terms: Mapping[str, Term]
    languages: Mapping[str, str]
    languages_en: Mapping[str, str] = field(default_factory=dict)
    obstacles: Mapping[str, Obstacle] = field(default_factory=dict)
    thresholds: Mapping[ThresholdId, Concept] = field(default_factory=dict)
    group_forms: Mapping[GroupForm, Concept] = field(default_factory=dict)
    health_dimensions: Mapping[str, Concept] = field(default_factory=dict)
    self_sufficiency_domains: Mapping[str, Concept] = field(default_factory=dict)

    @property
    def acute_themes(self) -> frozenset[ThemeId]:
        """The themes that are answered by the safety card."""
        return frozenset(theme_id for theme_id, theme in self.themes.items() if theme.acute)

    def top_of(self, theme: ThemeId) -> ThemeId:
        """The leefgebied of a theme; a leefgebied is its own."""
        return self.themes[theme].group or theme

    def similarity(self, a: ThemeId, b: ThemeId) -> float:
        """How near two themes are, by domain.md 4.A step 2: 1 same, 0.6 group, 0.5 related, 0.3 siblings."""
        if a == b:
            return 1.0
        group_a, group_b = self.themes[a].group, self.themes[b].group
        if a == group_b or b == group_a:
            return 0.6
        if frozenset((a, b)) in self.related:
            return 0.5
        if group_a is not None and group_a == group_b:
            return 0.3
        return 0.0

    def language_name(self, code: str) -> str:
        """How a language is called in the language that is spoken; its code when it is unknown."""
        names = self.languages if spoken() is Language.DUTCH else self.languages_en
        return names.get(code, code)

    def barrier_for(self, threshold: ThresholdId) -> Barrier:
        """The offer's side of a resident's threshold; ``KeyError`` if there is none."""
        for barrier in self.barriers.values():
            if barrier.threshold == threshold:
                return barrier
        raise KeyError(threshold)
