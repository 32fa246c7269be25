"""The thesaurus has what domain.md section 2 lists, in its order, and hangs together."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from socialmap.errors import SetupError
from socialmap.model.normal_text import normalise
from socialmap.model.values import LanguageCode, TargetGroupId, ThemeId, ThresholdId
from socialmap.model.vocabulary import Collective, Concept, GroupForm, ObstacleCategory
from socialmap.ontology.concepts import (
    ALT_LABEL,
    DEFINITION,
    HIDDEN_LABEL,
    PREF_LABEL,
    Record,
    by_scheme,
    read_statements,
)
from socialmap.ontology.files import THESAURUS_FILES, ontology_folder, thesaurus_files
from socialmap.ontology.namespaces import SKOS, SM, Scheme, concept_iri
from socialmap.ontology.thesaurus import load_vocabulary, vocabulary_of

VOCABULARY = load_vocabulary()
STATEMENTS = read_statements(thesaurus_files())
RECORDS = by_scheme(STATEMENTS)
ALL = [record for records in RECORDS.values() for record in records]

# In resident-facing Dutch (domain.md section 6); "cliënt" stands in terms.ttl, as a word of a discipline.
NOT_OUR_WORDS = ("zelfredzaam", "problematiek", "interventie", "traject", "doelgroep", "matchen", "cliënt")


def test_every_scheme_has_as_many_concepts_as_the_domain_lists() -> None:
    leefgebieden = [theme for theme in VOCABULARY.themes.values() if theme.group is None]
    assert len(leefgebieden) == 13
    assert len(VOCABULARY.themes) - len(leefgebieden) == 80
    assert len(VOCABULARY.talents) == 42
    assert len(VOCABULARY.activity_types) == 26
    assert len(VOCABULARY.target_groups) == 26
    assert len(VOCABULARY.thresholds) == len(VOCABULARY.barriers) == 16
    assert len(VOCABULARY.facility_types) == 44
    assert len(VOCABULARY.obstacles) == 15
    assert len(VOCABULARY.languages) == 9
    assert len(VOCABULARY.related) == 30
    assert len([term for term in VOCABULARY.terms.values() if term.said_by]) == 11
    assert len([term for term in VOCABULARY.terms.values() if not term.said_by]) == 18


def test_the_themes_have_499_labels_and_none_twice() -> None:
    labels = [label for theme in VOCABULARY.themes.values() for label in (theme.label, *theme.alt_labels)]
    assert len(labels) == 499
    hidden = [label for theme in VOCABULARY.themes.values() for label in theme.hidden_labels]
    assert [label for label, n in Counter(map(normalise, labels + hidden)).items() if n > 1] == []


@pytest.mark.parametrize("scheme", Scheme)
def test_no_label_stands_for_two_concepts_of_a_scheme_whatever_its_case(scheme: Scheme) -> None:
    owners: dict[str, set[str]] = {}
    for record in RECORDS[scheme]:
        for kind in (PREF_LABEL, ALT_LABEL, HIDDEN_LABEL):
            for label in record.texts(kind, "nl"):
                owners.setdefault(normalise(label), set()).add(record.id)
    assert {label: ids for label, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("scheme", Scheme)
def test_the_concepts_of_a_scheme_are_numbered_from_one_without_gaps(scheme: Scheme) -> None:
    assert [record.number(SM + "order") for record in RECORDS[scheme]] == list(
        range(1, len(RECORDS[scheme]) + 1)
    )


def test_every_notation_is_the_id_in_the_name_of_the_concept() -> None:
    for scheme, records in RECORDS.items():
        for record in records:
            assert concept_iri(scheme, record.text(SKOS + "notation")) == record.iri


def test_every_definition_is_one_short_sentence_of_our_own() -> None:
    definitions = {record.iri: record.text(DEFINITION, "nl") for record in ALL}
    assert [d for d, n in Counter(definitions.values()).items() if n > 1] == []
    for iri, definition in definitions.items():
        assert definition[0].isupper(), iri
        assert definition[-1] in ".?", iri
        assert len(definition.split()) <= 15, iri
        assert not any(word in definition.lower() for word in NOT_OUR_WORDS), iri


def test_a_definition_does_not_just_repeat_the_label() -> None:
    for record in ALL:
        label, definition = record.text(PREF_LABEL, "nl"), record.text(DEFINITION, "nl")
        assert normalise(label) != normalise(definition), record.iri


def test_themes_stand_in_the_order_of_the_domain() -> None:
    themes = list(VOCABULARY.themes)
    assert themes[0] == "ontmoeten"
    assert themes[12:15] == ["zin", "eenzaamheid", "mensen-leren-kennen"]
    assert themes[-1] == "grote-verandering"
    assert VOCABULARY.themes[ThemeId("eenzaamheid")].alt_labels[:3] == (
        "alleen zitten",
        "zit alleen",
        "hele dag alleen",
    )


def test_a_theme_has_everything_the_domain_says_of_it() -> None:
    theme = VOCABULARY.themes[ThemeId("eenzaamheid")]
    assert (theme.label, theme.label_en, theme.group) == ("Eenzaamheid", "Loneliness", "ontmoeten")
    assert theme.positive_health == ("MD", "KL")
    assert theme.self_sufficiency == "sociaal_netwerk"
    assert (theme.collective, theme.group_form) == (Collective.YES, GroupForm.EATING)
    assert (theme.sensitive, theme.acute) == (True, False)


def test_the_acute_themes_are_about_safety_and_never_for_a_group() -> None:
    acute = {theme.id for theme in VOCABULARY.themes.values() if theme.acute}
    assert acute == {"huiselijk-geweld", "niet-meer-willen-leven"}
    assert {VOCABULARY.themes[ThemeId(i)].collective for i in acute} == {Collective.NO}


def test_every_mapping_leads_to_something_that_exists() -> None:
    themes = VOCABULARY.themes
    tops = {theme.id for theme in themes.values() if theme.group is None}
    for theme in themes.values():
        assert theme.group is None or theme.group in tops
        assert set(theme.positive_health) <= set(VOCABULARY.health_dimensions)
        assert theme.self_sufficiency in VOCABULARY.self_sufficiency_domains
        assert theme.group_form in VOCABULARY.group_forms
    assert {theme.self_sufficiency for theme in themes.values()} == set(VOCABULARY.self_sufficiency_domains)
    for talent in VOCABULARY.talents.values():
        assert talent.helps_with
        assert set(talent.helps_with) <= set(themes) - tops
        assert talent.sort in {"hoofd", "handen", "hart"}
    for facility in VOCABULARY.facility_types.values():
        assert facility.group in tops
    for activity in VOCABULARY.activity_types.values():
        assert {activity.c1, activity.c2, activity.c3} <= {-1.0, 0.0, 1.0}


def test_related_themes_are_related_both_ways_and_never_themselves() -> None:
    assert all(len(pair) == 2 for pair in VOCABULARY.related)
    for record in RECORDS[Scheme.THEMES]:
        for other in record.links(SKOS + "related"):
            other_record = next(r for r in RECORDS[Scheme.THEMES] if r.id == other)
            assert record.id in other_record.links(SKOS + "related")
    assert VOCABULARY.similarity(ThemeId("rouw"), ThemeId("lotgenoten")) == 0.5


def test_every_theme_has_search_words_that_are_not_shown() -> None:
    assert all(len(theme.hidden_labels) >= 2 for theme in VOCABULARY.themes.values())


def test_each_threshold_has_one_barrier_that_takes_it_away() -> None:
    barrier = VOCABULARY.barrier_for(ThresholdId("durft_niet_alleen"))
    assert (barrier.id, barrier.label) == ("maatje_eerste_keer", "Iemand gaat de eerste keer mee")
    assert barrier.question == "Ik durf niet alleen te gaan"
    assert [b.threshold for b in VOCABULARY.barriers.values()] == list(VOCABULARY.thresholds)


def test_a_facility_type_knows_its_tags_on_openstreetmap() -> None:
    types = {str(i): kind for i, kind in VOCABULARY.facility_types.items()}
    assert types["bibliotheek"].osm == ("amenity=library",)
    assert types["jongerencentrum"].osm == ("amenity=community_centre + community_centre=youth_centre",)
    assert types["buurttuin"].osm == ("leisure=garden + garden:type=community", "landuse=allotments")
    assert types["taalpunt"].osm == ()
    assert sum(kind.basic for kind in types.values()) == 12
    for kind in types.values():
        for way in kind.osm:
            assert all(tag.count("=") == 1 and " " not in tag for tag in way.split(" + ")), way


def test_three_talents_can_take_the_gastrol_in_a_group() -> None:
    hosts = {talent.id for talent in VOCABULARY.talents.values() if talent.hosts_groups}
    assert hosts == {"gastvrouw-gastheer", "organiseren", "groep-begeleiden"}


def test_every_leefgebied_has_partners_to_try_in_order() -> None:
    tops = [theme.id for theme in VOCABULARY.themes.values() if theme.group is None]
    for top in tops:
        ranks = sorted(
            p.ranks[ThemeId(top)] for p in VOCABULARY.partner_types.values() if ThemeId(top) in p.ranks
        )
        assert ranks == list(range(1, len(ranks) + 1))
        assert len(ranks) in {3, 4}
    gatekeepers = {i for i, partner in VOCABULARY.partner_types.items() if partner.gatekeeper}
    assert gatekeepers >= {"winkel", "kapper", "apotheek", "huismeester", "wijkagent", "pedicure"}


def test_one_concept_has_the_words_of_six_disciplines() -> None:
    said = VOCABULARY.terms["vraag"].said_by
    assert list(said) == [
        "maatschappelijk werk",
        "opbouwwerk",
        "zorg en wijkverpleging",
        "jongerenwerk",
        "gemeente",
        "bewoner",
    ]
    assert said["opbouwwerk"] == ("kwestie", "behoefte")
    assert "samenlevingsopbouw" in VOCABULARY.terms["opbouwwerk"].alt_labels


def test_an_obstacle_comes_with_a_tip() -> None:
    obstacle = VOCABULARY.obstacles["kwetsbaar_aanbod"]
    assert obstacle.category is ObstacleCategory.NATURE_OF_THE_QUESTION
    assert obstacle.tip == "Kijk bij 'Wat kan wegvallen?'."
    assert all(obstacle.tip for obstacle in VOCABULARY.obstacles.values())


def test_the_first_target_group_is_everyone_and_the_first_language_dutch() -> None:
    assert next(iter(VOCABULARY.target_groups)) == TargetGroupId("iedereen")
    assert next(iter(VOCABULARY.languages.items())) == (LanguageCode("nl"), "Nederlands")


def test_every_concept_has_labels_in_two_languages() -> None:
    schemes: list[dict[str, Concept]] = [
        dict(VOCABULARY.themes),
        dict(VOCABULARY.talents),
        dict(VOCABULARY.terms),
        dict(VOCABULARY.group_forms),
        dict(VOCABULARY.health_dimensions),
    ]
    assert all(concept.label and concept.label_en for scheme in schemes for concept in scheme.values())


def test_every_file_of_the_thesaurus_is_listed() -> None:
    files = {path.name for path in ontology_folder().glob("*.ttl")}
    assert files == {*THESAURUS_FILES, "socialmap.ttl"}


def test_every_own_property_that_a_concept_uses_is_declared_in_two_languages() -> None:
    declared = read_statements(ontology_folder().glob("*.ttl"))
    used = {name for record in ALL for name in record.values if name.startswith(SM)}
    assert len(used) > 20
    for name in used:
        record = Record(name, declared[name])
        assert record.text("http://www.w3.org/2000/01/rdf-schema#label", "nl"), name
        assert record.text("http://www.w3.org/2000/01/rdf-schema#label", "en"), name


def test_the_thesaurus_is_read_once() -> None:
    assert load_vocabulary() is load_vocabulary()


def test_a_file_that_is_not_turtle_is_refused_with_a_remedy(tmp_path: Path) -> None:
    broken = tmp_path / "themes.ttl"
    broken.write_text("dit is geen turtle", encoding="utf-8")
    with pytest.raises(SetupError, match=r"themes\.ttl is beschadigd") as refused:
        read_statements([broken])
    assert refused.value.remedy


@pytest.mark.parametrize("missing", [PREF_LABEL, DEFINITION, SM + "collective", SM + "mainDimension"])
def test_a_concept_that_lacks_something_is_refused(missing: str) -> None:
    statements = read_statements(thesaurus_files())
    del statements[concept_iri(Scheme.THEMES, "eenzaamheid")][missing]
    with pytest.raises(SetupError, match="eenzaamheid"):
        vocabulary_of(statements)


def test_an_unknown_code_is_refused() -> None:
    statements = read_statements(thesaurus_files())
    theme = statements[concept_iri(Scheme.THEMES, "eenzaamheid")]
    theme[SM + "collective"] = theme[SKOS + "notation"]
    with pytest.raises(SetupError, match="onbekende code"):
        vocabulary_of(statements)
