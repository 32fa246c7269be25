"""Streets: first a plan that changes nothing, then every distance goes over them, and says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.import_streets import StreetsChange, import_streets
from socialmap.actions.projections import STREETS_FILE
from socialmap.errors import ImportRejected, NotAllowed, OutsideError
from socialmap.geo.coordinates import from_metres
from socialmap.model.people import Mobility
from socialmap.model.values import ThemeId
from socialmap.model.wording import Code, Measured
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE, LINDEHOF, opened
from tests.unit.osm_files import along, as_json, as_xml

ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)
WORKER = Viewer(Role.PROFESSIONAL)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
ASKED = HelpRequest(themes=(ThemeId("eenzaamheid"),), area_id=LINDEHOF.id)
# Along both banks of a river that nobody crosses but at the bridge in the east.
SOUTH, NORTH, BRIDGE = (
    [(-500, 0), (0, 0), (900, 0)],
    [(-500, 150), (0, 150), (900, 150)],
    [(900, 0), (900, 150)],
)
RIVER = along(SOUTH, NORTH, BRIDGE)
ACROSS = replace(
    KOFFIE,
    id="overkant",
    name="De overkant",
    facility_id=None,
    room_id=None,
    point=from_metres(200_000, 500_150),
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "straten.osm"
    path.write_bytes(as_xml(*RIVER))
    return path


@pytest.fixture
def with_the_overside(workspace):
    workspace.catalogue.save([ACROSS], actor="delia", action="toegevoegd", at=AT)
    return workspace


def told(workspace, **changes):
    answer = find_help(workspace, WORKER, replace(ASKED, **changes))
    found = {match.id: match for match in answer.matches}
    left_out = {
        item.id: item.sentences
        for group in answer.not_shown
        for item in group.items
        if group.code is Code.TOO_FAR
    }
    return answer, found.get(ACROSS.id), left_out.get(ACROSS.id)


def test_a_plan_tells_what_there_is_and_changes_nothing(workspace, file):
    plan = import_streets(workspace, ADMINISTRATOR, file)
    assert (plan.change, plan.kilometres, plan.steps, plan.abroad) == (StreetsChange.NEW, 3, 0, 0)
    assert plan.places == len(workspace.projections.current().facilities)
    assert 0 < plan.places_on_streets <= plan.places
    assert not plan.applied
    assert not (workspace.folder / STREETS_FILE).exists()


def test_across_the_water_is_far_once_the_streets_are_known(with_the_overside, file):
    workspace = with_the_overside
    answer, near, _ = told(workspace)
    assert (near.distance_m, near.measured) == (195, None)
    assert answer.distances == "Afstanden zijn hemelsbreed geschat."
    assert import_streets(workspace, ADMINISTRATOR, file, apply=True).applied
    answer, far, why = told(workspace)
    assert far is None
    assert why == ("Te ver: 25 minuten lopen over straat.",)
    assert answer.distances == "Afstanden gaan over straat. Straten: © OpenStreetMap-bijdragers (ODbL)."


def test_by_bike_across_the_water_is_still_near_and_the_reason_says_how_it_was_measured(
    with_the_overside, file
):
    workspace = with_the_overside
    import_streets(workspace, ADMINISTRATOR, file, apply=True)
    _, found, _ = told(workspace, mobility=Mobility.CYCLING)
    assert (found.distance_m, found.measured) == (1_950, Measured.OVER_STREETS)
    assert "8 minuten fietsen over straat." in [reason.sentence for reason in found.reasons]


def test_what_is_not_near_a_street_is_estimated_and_says_so(workspace, tmp_path):
    path = tmp_path / "elders.osm"
    path.write_bytes(as_xml(*along([(-90, 0), (-500, 0)])))
    off = replace(ACROSS, point=from_metres(200_000, 500_250))
    workspace.catalogue.save([off], actor="delia", action="toegevoegd", at=AT)
    import_streets(workspace, ADMINISTRATOR, path, apply=True)
    _, found, _ = told(workspace)
    assert (found.distance_m, found.measured) == (325, Measured.ESTIMATED)
    assert "5 minuten lopen (hemelsbreed geschat)." in [reason.sentence for reason in found.reasons]


def test_who_cannot_use_stairs_walks_around(with_the_overside, tmp_path):
    path = tmp_path / "trap.json"
    path.write_bytes(as_json(*along(SOUTH, NORTH, BRIDGE, steps=[[(0, 0), (0, 150)]])))
    plan = import_streets(with_the_overside, ADMINISTRATOR, path, apply=True)
    assert plan.steps == 1
    _, found, _ = told(with_the_overside)
    assert found.distance_m == 150
    for who in ({"wheelchair": True}, {"mobility": Mobility.POOR}):
        _, found, why = told(with_the_overside, **who)
        assert found is None
        assert why[0].startswith("Te ver: ")


def test_beyond_what_is_looked_at_it_is_more_than_that(with_the_overside, tmp_path):
    path = tmp_path / "ver.osm"
    path.write_bytes(as_xml(*along([(0, 0), (3_000, 0), (3_000, 150), (0, 150)])))
    import_streets(with_the_overside, ADMINISTRATOR, path, apply=True)
    _, _, why = told(with_the_overside)
    assert why == ("Te ver: meer dan 25 minuten lopen over straat.",)


def test_the_same_file_again_changes_nothing_and_another_replaces_it(workspace, file):
    import_streets(workspace, ADMINISTRATOR, file, apply=True)
    kept = (workspace.folder / STREETS_FILE).read_bytes()
    again = import_streets(workspace, ADMINISTRATOR, file, apply=True)
    assert (again.change, again.applied) == (StreetsChange.SAME, False)
    assert (workspace.folder / STREETS_FILE).read_bytes() == kept
    file.write_bytes(as_xml(*along(SOUTH)))
    newer = import_streets(workspace, ADMINISTRATOR, file, apply=True)
    assert (newer.change, newer.applied) == (StreetsChange.REPLACED, True)


def test_a_program_that_runs_sees_new_streets_and_that_they_are_gone(with_the_overside, file):
    told(with_the_overside)
    with opened(with_the_overside.folder) as other:
        import_streets(other, ADMINISTRATOR, file, apply=True)
    _, found, _ = told(with_the_overside)
    assert found is None
    moved = replace(ACROSS, point=from_metres(200_000, 500_010))
    with_the_overside.catalogue.save([moved], actor="delia", action="gewijzigd", at=AT)
    _, found, _ = told(with_the_overside)
    assert (found.distance_m, found.measured) == (10, Measured.OVER_STREETS)
    (with_the_overside.folder / STREETS_FILE).unlink()
    _, found, _ = told(with_the_overside)
    assert (found.distance_m, found.measured) == (13, None)


def test_a_damaged_file_of_streets_stops_nobody(with_the_overside):
    (with_the_overside.folder / STREETS_FILE).write_bytes(b"PK\x03\x04 half")
    answer, found, _ = told(with_the_overside)
    assert found.distance_m == 195
    assert answer.distances == "Afstanden zijn hemelsbreed geschat."


def test_streets_of_another_town_are_refused(workspace, file):
    elsewhere = {n: (lon - 0.5, lat) for n, (lon, lat) in RIVER[0].items()}
    file.write_bytes(as_xml(elsewhere, RIVER[1]))
    with pytest.raises(ImportRejected, match="Geen enkele plek op de kaart ligt bij deze straten"):
        import_streets(workspace, ADMINISTRATOR, file, apply=True)
    assert not (workspace.folder / STREETS_FILE).exists()


def test_a_folder_that_cannot_be_written_is_told(workspace, file, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("socialmap.actions.import_streets.write_streets", full)
    with pytest.raises(OutsideError, match="De straten konden niet worden bewaard"):
        import_streets(workspace, ADMINISTRATOR, file, apply=True)


def test_a_worker_may_not_import_streets(workspace, file):
    with pytest.raises(NotAllowed):
        import_streets(workspace, WORKER, file, apply=True)


def test_the_journal_holds_nothing_of_streets(workspace, file):
    before = workspace.catalogue.position()
    import_streets(workspace, ADMINISTRATOR, file, apply=True)
    assert workspace.catalogue.position() == before
