"""Whom colleagues may phone or visit: who asked to be left alone is on none of their lists."""

from __future__ import annotations

from collections.abc import Mapping

from socialmap.collective.checking import left_alone
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.values import OrganisationId


def may_approach(
    thing: Initiative | Facility | Organisation, organisations: Mapping[OrganisationId, Organisation]
) -> bool:
    """Not when the thing itself says so, nor when everybody who runs it does."""
    if left_alone(thing):
        return False
    runs = [organisations[each] for each in getattr(thing, "run_by", ()) if each in organisations]
    return not runs or not all(map(left_alone, runs))
