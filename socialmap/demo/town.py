"""Meerwold and its neighbours: every entity of the demo, in the order in which they refer to each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from socialmap.demo import needs, offers, people, places, together
from socialmap.demo.site import Site
from socialmap.model.registry import Entity

STORY_DATE = date(2026, 3, 2)
"""The day on which the examples of the domain document play."""


def build_town(seed: int = 1, scale: int = 1, *, today: date = STORY_DATE) -> Iterator[Entity]:
    """Yield the entities of `scale` towns, one town after the other, each in the order of the registry.

    The first town is Meerwold with the wijk Lindekwartier; the others lie beside it with names and ids of
    their own. All dates are counted from `today`, so the demo never looks old. The same arguments give the
    same entities; a larger `scale` only adds towns. Streams: one town is in memory at a time.
    """
    for copy in range(scale):
        yield from _town(Site(copy, seed, today))


def _town(site: Site) -> Iterator[Entity]:
    inhabitants = needs.people(site)
    yield from places.areas(site)
    yield from places.streets(site)
    yield from places.organisations(site)
    yield from places.facilities(site)
    yield from places.rooms(site)
    yield from offers.initiatives(site)
    yield from people.presence_moments(site)
    yield from people.teams(site)
    yield from people.professionals(site)
    yield from offers.team_supports(site)
    yield from people.acquaintances(site)
    yield from inhabitants.residents
    yield from inhabitants.needs
    yield from people.talents(site, inhabitants.by_pattern)
    yield from people.networks(site)
    yield from people.shared_items(site)
    yield from offers.volunteer_roles(site)
    yield from offers.leaderships(site)
    yield from offers.fundings(site)
    yield from together.footings(site)
    yield from offers.verifications(site)
    yield from people.field_notes(site)
    yield from together.bundles(site)
    yield from together.signals(site)
    yield from together.actions(site)
    yield from together.positions(site)
    yield from together.conversations(site)
