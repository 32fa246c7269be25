"""Reads the thesaurus: all concept schemes as one :class:`~socialmap.model.vocabulary.Vocabulary`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from socialmap.errors import SetupError
from socialmap.model.values import (
    ActivityTypeId,
    BarrierId,
    FacilityTypeId,
    TalentKindId,
    TargetGroupId,
    ThemeId,
    ThresholdId,
)
from socialmap.model.vocabulary import (
    ActivityType,
    Barrier,
    Collective,
    Concept,
    FacilityType,
    GroupForm,
    Obstacle,
    ObstacleCategory,
    PartnerType,
    TalentKind,
    TargetGroup,
    Term,
    Theme,
    Vocabulary,
)
from socialmap.ontology.concepts import Record, Statements, by_scheme, in_order, read_statements
from socialmap.ontology.files import thesaurus_files
from socialmap.ontology.namespaces import RDFS, SKOS, SM, Scheme

_Concepts = Mapping[Scheme, tuple[Record, ...]]
_RANKS = ("firstPartnerFor", "secondPartnerFor", "thirdPartnerFor", "fourthPartnerFor")


@cache
def load_vocabulary() -> Vocabulary:
    """The thesaurus of ``data/ontology``, read once per process (about 50 ms).

    Concepts stand in their ``sm:order``, synonyms in the order of the file. ``SetupError`` if a file is
    absent or damaged.
    """
    return vocabulary_of(read_statements(thesaurus_files()))


def vocabulary_of(statements: Statements) -> Vocabulary:
    """The vocabulary that the statements describe; ``SetupError`` for a concept that lacks something."""
    try:
        return _vocabulary(by_scheme(statements), _disciplines(statements))
    except (KeyError, ValueError) as fault:
        raise SetupError(
            "De woordenlijst bevat een onbekende code.", "Installeer socialmap opnieuw."
        ) from fault


def _vocabulary(concepts: _Concepts, disciplines: Mapping[str, str]) -> Vocabulary:
    return Vocabulary(
        themes={ThemeId(r.id): _theme(r) for r in concepts[Scheme.THEMES]},
        related=_related(concepts),
        talents={TalentKindId(r.id): _talent(r) for r in concepts[Scheme.TALENTS]},
        activity_types={ActivityTypeId(r.id): _activity_type(r) for r in concepts[Scheme.ACTIVITY_TYPES]},
        target_groups={
            TargetGroupId(r.id): TargetGroup(**r.naming()) for r in concepts[Scheme.TARGET_GROUPS]
        },
        barriers=_barriers(concepts),
        facility_types={FacilityTypeId(r.id): _facility_type(r) for r in concepts[Scheme.FACILITY_TYPES]},
        partner_types={r.id: _partner_type(r) for r in concepts[Scheme.PARTNER_TYPES]},
        terms={r.id: _term(r, disciplines) for r in concepts[Scheme.TERMS]},
        languages={r.id: r.naming()["label"] for r in concepts[Scheme.LANGUAGES]},
        languages_en={r.id: r.naming()["label_en"] for r in concepts[Scheme.LANGUAGES]},
        obstacles={r.id: _obstacle(r) for r in concepts[Scheme.OBSTACLES]},
        thresholds={ThresholdId(r.id): Concept(**r.naming()) for r in concepts[Scheme.THRESHOLDS]},
        group_forms={GroupForm(r.id): Concept(**r.naming()) for r in concepts[Scheme.GROUP_FORMS]},
        health_dimensions={r.id: Concept(**r.naming()) for r in concepts[Scheme.POSITIVE_HEALTH]},
        self_sufficiency_domains={r.id: Concept(**r.naming()) for r in concepts[Scheme.SELF_SUFFICIENCY]},
    )


def _theme(record: Record) -> Theme:
    broader = record.links(SKOS + "broader")
    return Theme(
        **record.naming(),
        group=ThemeId(broader[0]) if broader else None,
        positive_health=(record.link(SM + "mainDimension"), *record.links(SM + "otherDimension")),
        self_sufficiency=record.link(SM + "selfSufficiencyDomain"),
        collective=Collective(record.text(SM + "collective")),
        group_form=GroupForm(record.link(SM + "groupForm")),
        sensitive=record.yes(SM + "sensitive"),
        acute=record.yes(SM + "acute"),
    )


def _related(concepts: _Concepts) -> frozenset[frozenset[ThemeId]]:
    return frozenset(
        frozenset((ThemeId(record.id), ThemeId(other)))
        for record in concepts[Scheme.THEMES]
        for other in record.links(SKOS + "related")
    )


def _talent(record: Record) -> TalentKind:
    return TalentKind(
        **record.naming(),
        sort=record.text(SM + "talentSort"),
        helps_with=tuple(ThemeId(theme) for theme in record.links(SM + "helpsWith")),
        hosts_groups=record.yes(SM + "hostsGroups"),
    )


def _activity_type(record: Record) -> ActivityType:
    return ActivityType(
        **record.naming(),
        group_form=GroupForm(record.link(SM + "groupForm")),
        c1=record.number(SM + "defaultC1"),
        c2=record.number(SM + "defaultC2"),
        c3=record.number(SM + "defaultC3"),
    )


def _barriers(concepts: _Concepts) -> dict[BarrierId, Barrier]:
    said = {r.id: r.naming() for r in concepts[Scheme.THRESHOLDS]}
    barriers = {}
    for record in concepts[Scheme.BARRIERS]:
        threshold = record.link(SM + "takesAway")
        barriers[BarrierId(record.id)] = Barrier(
            **record.naming(),
            threshold=ThresholdId(threshold),
            question=said[threshold]["label"],
            question_en=said[threshold]["label_en"],
        )
    return barriers


def _facility_type(record: Record) -> FacilityType:
    return FacilityType(
        **record.naming(),
        group=ThemeId(record.link(SM + "lifeArea")),
        basic=record.yes(SM + "basicFacility"),
        may_have_rooms=record.yes(SM + "mayHaveRooms"),
        osm=record.texts(SM + "osmTags"),
    )


def _partner_type(record: Record) -> PartnerType:
    return PartnerType(
        **record.naming(),
        ranks={
            ThemeId(theme): rank
            for rank, name in enumerate(_RANKS, start=1)
            for theme in record.links(SM + name)
        },
        gatekeeper=record.yes(SM + "gatekeeper"),
    )


def _disciplines(statements: Statements) -> Mapping[str, str]:
    """Property → Dutch name of the discipline, in order."""
    kinds = in_order(
        Record(iri, values)
        for iri, values in statements.items()
        if any(v.value == SM + "callsIt" for v in values.get(RDFS + "subPropertyOf", ()))
    )
    return {record.iri: record.text(RDFS + "label", "nl") for record in kinds}


def _term(record: Record, disciplines: Mapping[str, str]) -> Term:
    said = {name: record.texts(said_by, "nl") for said_by, name in disciplines.items()}
    return Term(**record.naming(), said_by={name: words for name, words in said.items() if words})


def _obstacle(record: Record) -> Obstacle:
    return Obstacle(
        **record.naming(),
        category=ObstacleCategory(record.text(SM + "obstacleCategory")),
        tip=record.text(SM + "tip", "nl"),
    )
