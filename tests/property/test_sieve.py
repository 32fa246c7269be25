"""The quick look at a thing lets through exactly what the shapes let through, whatever a thing may be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from socialmap.demo.town import build_town
from socialmap.model.registry import ENTITIES
from socialmap.ontology.sieve import surely_valid
from socialmap.rdf.checking import findings_in, violations_by_entity
from socialmap.rdf.codec import statements
from tests.property.strategies import things
from tests.property.supplies import towns


def agree(entities: Iterable[Any]) -> None:
    for entity in entities:
        assert surely_valid(statements(entity)) == (findings_in([entity]).violations == ()), entity


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.kind)
def test_any_thing_at_all_is_judged_the_same(cls):
    @settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
    @given(things(cls))
    def check(entity):
        agree([entity])

    check()


@settings(deadline=None, max_examples=20)
@given(towns())
def test_a_supply_as_people_fill_it_in_is_judged_the_same(town):
    agree(town.values())


def test_nothing_of_the_demo_town_needs_a_second_look():
    town = list(build_town(seed=1, scale=1))
    assert all(surely_valid(statements(entity)) for entity in town)
    assert violations_by_entity(town) == {}
