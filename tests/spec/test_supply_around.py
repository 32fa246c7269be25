"""Which initiatives count as supply for a district: what is near, across its border too, and who fetches."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.show_white_spots import show_white_spots
from socialmap.geo.coordinates import from_metres
from socialmap.model.provision import Initiative
from socialmap.model.values import AreaId, BarrierId, InitiativeId, ThemeId, Tri
from socialmap.privacy.roles import Role, Viewer
from tests.town import HAVENRAND, LINDEHOF, VOGELWEIDE, WIJK

WORKER = Viewer(Role.PROFESSIONAL, "joost")
FETCHED = {BarrierId("haal_en_breng"): Tri.YES}
HARBOUR = replace(WIJK, id=AreaId("WK999802"), name="Havenkwartier")


def places_in(workspace, district):
    """Places a week for help with money, by neighbourhood."""
    answer = show_white_spots(workspace, WORKER, district_id=district.id)
    money = next(group for group in answer.groups if group.id == "geld")
    return {line.id: line.places for line in money.lines}


def ten_places(x_m, y_m, **facts):
    return Initiative(
        id=InitiativeId("geldhulp"),
        name="Geldhulp",
        themes=(ThemeId("schulden"),),
        contact="geld@voorbeeld.nl",
        point=from_metres(x_m, y_m),
        max_participants=10,
        **facts,
    )


@pytest.mark.parametrize(
    ("initiative", "in_lindehof", "in_havenrand"),
    [
        (ten_places(200_750, 500_000), 10, 10),
        (ten_places(202_000, 500_000), 0, 10),
        (ten_places(198_000, 500_000, barriers=FETCHED), 10, 0),
        (ten_places(202_650, 500_000, barriers=FETCHED), 0, 10),
        (ten_places(210_000, 500_000), 0, 0),
    ],
    ids=["near, across the border", "far across the border", "fetched", "fetched there", "nowhere near"],
)
def test_supply_is_what_is_near_or_fetches_people_in_the_district(
    workspace, initiative, in_lindehof, in_havenrand
):
    moved = replace(HAVENRAND, district_id=HARBOUR.id)
    workspace.catalogue.save([HARBOUR, moved], actor="x", action="y", at=workspace.clock())
    before = places_in(workspace, WIJK) | places_in(workspace, HARBOUR)
    workspace.catalogue.save([initiative], actor="x", action="y", at=workspace.clock())
    after = places_in(workspace, WIJK) | places_in(workspace, HARBOUR)
    assert set(after) == {LINDEHOF.id, VOGELWEIDE.id, HAVENRAND.id}
    assert after[LINDEHOF.id] - before[LINDEHOF.id] == in_lindehof
    assert after[HAVENRAND.id] - before[HAVENRAND.id] == in_havenrand
