"""The command that lists what stands twice on the map."""

from __future__ import annotations

import json

from tests.spec.calls_doubles import PAIR, with_twin
from tests.town import opened

LISTED = (
    "Lijkt hetzelfde (73 punten)\n"
    "  Buurthuis De Linde, Lindestraat 12 [de-linde]\n"
    "  De Linde, Lindestr. 12 [osm-1]\n"
    "  + De namen lijken op elkaar. + Het adres is hetzelfde. + Ze liggen 32 meter uit elkaar. "
    "· De soort is anders.\n"
)


def test_the_pair_is_told_with_its_reasons(answered, town_folder):
    with opened(town_folder) as workspace:
        with_twin(workspace)
    assert answered("--folder", town_folder, "doubles") == LISTED
    answer = json.loads(answered("--folder", town_folder, "doubles", "--json"))
    (line,) = answer["lines"]
    assert (line["first"]["id"], line["second"]["id"]) == PAIR
    assert line["score"] == sum(reason["points"] for reason in line["reasons"]) == 73
    assert answer["counts"] == {"vrijwel zeker hetzelfde": 0, "lijkt hetzelfde": 1}


def test_in_meerwold_nothing_stands_twice(answered, demo_folder):
    told = answered("--folder", demo_folder, "doubles", "--role", "opbouwwerker")
    assert told == "Er staat niets dubbel op de kaart, voor zover wij zien.\n"


def test_who_may_not_change_it_is_refused(refused, town_folder):
    for role in ("bezoeker", "professional", "teamleider"):
        refused(13, "--folder", town_folder, "doubles", "--role", role)
