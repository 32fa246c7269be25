"""Preparing a folder for a municipality, from recorded answers of the sources and from files on disk."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.locate_address import locate_address
from socialmap.actions.save_offer import change_offer
from socialmap.actions.show_history import undo_change
from socialmap.actions.start_municipality import SOURCES_FOLDER, Start, start_municipality
from socialmap.connectors.http_gateway import Limits
from socialmap.errors import InvalidInput, NotAllowed, NotFound, OutsideError, UserError
from socialmap.model.area import Neighbourhood
from socialmap.model.provision import Facility
from socialmap.model.sources import CBS_MAP, OPENSTREETMAP
from socialmap.privacy.roles import Role, Viewer
from socialmap.rdf.codec import source_graph_iri
from tests.spec.dobberdam_sources import BUURTEN, ELEMENTS, NAMES, everything
from tests.town import opened
from tests.unit.map_files import feature, geojson, square
from tests.unit.source_server import (
    AREAS,
    FREE,
    OVERPASS,
    POSTCODES,
    FakeTime,
    Reply,
    client_of,
    documents,
    element,
    neighbourhood,
    overpass,
    page,
    source_server,
)

pytestmark = pytest.mark.usefixtures("read_here")

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)
WORKER = Viewer(Role.PROFESSIONAL)


@pytest.fixture
def sources():
    with source_server() as server:
        yield everything(server)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "dobberdam"


class Telling(list):
    def __call__(self, line):
        self.append(line)

    @property
    def text(self):
        return "\n".join(self)


def online(workspace, sources, **options):
    return replace(workspace, gateway=client_of(sources, **options))


def start(workspace, asked="Dobberdam", **options):
    told = Telling()
    return start_municipality(workspace, ADMINISTRATOR, Start(asked, **options), tell=told), told


def test_one_command_prepares_a_municipality(sources, folder):
    with opened(folder) as workspace:
        started, told = start(online(workspace, sources))
        assert (started.code, started.name) == ("GM9998", "Dobberdam")
        assert (started.neighbourhoods, started.counted, started.facilities, started.postcodes) == (
            3,
            3,
            2,
            1,
        )
        areas = [stored.entity for stored in workspace.catalogue.all(Neighbourhood)]
        assert [(area.name, area.year, area.inhabitants) for area in areas] == [
            (n, 2025, 1200) for n in NAMES
        ]
        assert {area.percent_living_alone for area in areas} == {None}  # -99997 is no number
        facilities = [stored.entity for stored in workspace.catalogue.all(Facility)]
        assert {one.name: (one.type, one.phone) for one in facilities} == {
            "De Lindeboom": ("buurthuis", ""), "Boekerij": ("bibliotheek", ""),
        }  # fmt: skip
        answer = find_help(workspace, WORKER, HelpRequest(themes=("samen-eten",), area_id=areas[0].id))
        assert answer.matches == ()
        assert [(place.name, place.sort) for place in answer.nearby] == [
            ("De Lindeboom", "Buurthuis of wijkcentrum")
        ]
        for typed, names in (
            ("Werkhoek", NAMES[2:]), ("9998 XY", NAMES[:2]), ("WK999801", sorted(NAMES)),
            ("Lindelaan 12", NAMES[:1]),
        ):  # fmt: skip
            assert [area.name for area in locate_address(workspace, WORKER, typed)] == list(names)
    for said in (
        "06-nummer",
        "geheim",
        "buiten de gemeente",
        "Buurten: 3, waarvan 3 met inwoners. Jaar: 2025.",
    ):
        assert said in told.text
    assert any("OpenStreetMap" in line for line in started.attributions)


def test_each_source_has_its_own_graph_that_says_whom_to_thank(sources, folder):
    with opened(folder) as workspace:
        start(online(workspace, sources))
        public = workspace.projections.dataset().as_rdflib()
    for source, licence in ((OPENSTREETMAP, "odbl"), (CBS_MAP, "by/4.0")):
        graph = public.graph(source_graph_iri(source))
        told = "\n".join(f"{p} {o}" for _, p, o in graph)
        assert licence in told
        assert "©" in told
    about = {str(s) for s, _, _ in public.graph(source_graph_iri(OPENSTREETMAP))}
    assert any("/facility/" in name for name in about)
    assert not any("neighbourhood" in name for name in about)


def test_a_second_run_asks_nothing_and_changes_nothing(sources, folder):
    with opened(folder) as workspace:
        start(online(workspace, sources), "GM9998")
        asked = len(sources.asked)
        again, told = start(online(workspace, sources), "gm9998")
        assert again.batches == ()
        assert len(sources.asked) == asked
        assert "die was er al" in told.text
        start(online(workspace, sources), "9998", refresh=True)
        assert len(sources.asked) == 2 * asked


@pytest.mark.parametrize(
    "broken",
    [Reply(status=500), Reply(b"{broken"), Reply(b"<html>", kind="text/html"), Reply(b'{"a":', cut=True),
     Reply(b'{"type": "Error"}')],
)  # fmt: skip
def test_a_run_that_broke_off_goes_on_where_it_was(sources, folder, broken):
    good = sources.routes[BUURTEN]
    sources.routes[BUURTEN] = lambda asked: broken if "cursor" in asked.parameters else good(asked)
    with opened(folder) as workspace:
        with pytest.raises(OutsideError) as failure:
            start(online(workspace, sources))
        assert "wat er al is" in failure.value.remedy
        assert workspace.catalogue.count(Neighbourhood) == 0
        sources.routes[BUURTEN] = good
        del sources.asked[:]
        started, told = start(online(workspace, sources))
        assert started.neighbourhoods == 3
        buurten = [asked for asked in sources.asked if asked.path == BUURTEN]
        assert ["cursor" in asked.parameters for asked in buurten] == [True]
        assert "buurten-2025, bladzijde 1: die was er al." in told.text


def test_a_place_in_the_list_that_expired_means_once_more_from_the_start(sources, folder):
    good = sources.routes[BUURTEN]
    sources.routes[BUURTEN] = lambda asked: Reply(status=500) if "cursor" in asked.parameters else good(asked)
    with opened(folder) as workspace:
        with pytest.raises(OutsideError):
            start(online(workspace, sources))
        stale = [Reply(status=400)]
        sources.routes[BUURTEN] = lambda asked: (
            stale.pop() if stale and "cursor" in asked.parameters else good(asked)
        )
        assert start(online(workspace, sources))[0].neighbourhoods == 3


def test_openstreetmap_that_is_too_busy_is_not_taken_for_an_answer(sources, folder):
    sources.routes[OVERPASS] = overpass(ELEMENTS[0], remark="runtime error: Query timed out in query")
    with opened(folder) as workspace:
        with pytest.raises(OutsideError, match="te druk"):
            start(online(workspace, sources))
        sources.routes[OVERPASS] = overpass(*ELEMENTS)
        assert start(online(workspace, sources))[0].facilities == 2


def test_without_postcodes_the_map_is_still_there(sources, folder):
    sources.routes[POSTCODES] = Reply(status=503)
    with opened(folder) as workspace:
        started, told = start(online(workspace, sources))
    assert (started.facilities, started.postcodes) == (2, 0)
    assert "De postcodes zijn niet opgehaald" in told.text


def test_an_edition_that_is_not_there_or_has_no_figures_gives_way_to_the_year_before(sources, folder):
    for collection in ("gemeenten", "wijken"):
        for year in (2024, 2023):
            sources.routes[AREAS.format(year=year, collection=collection)] = page()
        del sources.routes[AREAS.format(year=2025, collection=collection)]
    sources.routes[AREAS.format(year=2024, collection="buurten")] = page(
        *(neighbourhood(n, "Nog leeg", inhabitants=-99995) for n in (1, 2, 3, 4))
    )
    sources.routes[AREAS.format(year=2023, collection="buurten")] = page(neighbourhood(1, "Geteld"))
    with opened(folder) as workspace:
        _, told = start(online(workspace, sources))
        (area,) = [stored.entity for stored in workspace.catalogue.all(Neighbourhood)]
    assert (area.name, area.year, area.inhabitants) == ("Geteld", 2023, 1200)
    assert "De kaart van 2025 is er niet" in told.text
    assert "Op de kaart van 2024 staan nog geen inwoners" in told.text


def test_a_source_that_leads_elsewhere_or_in_a_circle_is_stopped(sources, folder):
    for following in (
        "https://elders.example/x",
        f"https://api.pdok.nl{BUURTEN.removeprefix('/api.pdok.nl')}?a=1",
    ):
        sources.routes[BUURTEN] = page(neighbourhood(1, "Rondweg"), following=following)
        with opened(folder) as workspace, pytest.raises(OutsideError):
            start(online(workspace, sources), refresh=True)
    assert len(sources.asked) < 30


def test_the_sources_are_asked_with_pauses(sources, folder):
    time = FakeTime()
    with opened(folder) as workspace:
        start(online(workspace, sources, time=time, limits=Limits(pause_s=0.5, seconds=5)))
    assert len(time.waits) >= len(sources.asked) - 2


def test_without_permission_nothing_is_asked_and_a_sentence_says_how(sources, folder):
    with opened(folder) as workspace, pytest.raises(UserError) as failure:
        start(workspace)
    assert "--online" in failure.value.remedy
    assert "--from" in failure.value.remedy
    assert sources.asked == []


def test_only_an_administrator_prepares_a_folder(sources, folder):
    with opened(folder) as workspace, pytest.raises(NotAllowed):
        start_municipality(online(workspace, sources), WORKER, Start("Dobberdam"), tell=print)


def test_a_name_that_is_not_known_or_not_alone_says_what_to_do(sources, folder):
    with opened(folder) as workspace:
        with pytest.raises(NotFound):
            start(online(workspace, sources), "Dobber")
        sources.routes[FREE] = documents(
            *({"type": "gemeente", "gemeentenaam": f"Dobberdam ({p})", "gemeentecode": c}
              for p, c in (("L.", "9997"), ("NH.", "9998")))
        )  # fmt: skip
        with pytest.raises(InvalidInput) as failure:
            start(online(workspace, sources))
        assert "GM9997" in failure.value.remedy


def test_one_folder_holds_one_municipality(sources, folder, tmp_path):
    with opened(folder) as workspace:
        start(online(workspace, sources))
        with pytest.raises(UserError, match="andere gemeente"):
            start(online(workspace, sources), "GM0193")


def test_everything_works_from_the_files_of_an_earlier_run(sources, folder, tmp_path):
    with opened(folder) as workspace:
        start(online(workspace, sources))
    asked = len(sources.asked)
    with opened(tmp_path / "tweede") as workspace:
        second, told = start(workspace, "dobberdam", files=folder / SOURCES_FOLDER / "GM9998")
    assert (second.neighbourhoods, second.facilities, second.postcodes) == (3, 2, 1)
    assert len(sources.asked) == asked
    assert "buurten-2025-001.json: 2 gebieden." in told.text


def test_files_of_any_name_are_known_by_what_is_in_them(tmp_path, folder):
    files = tmp_path / "bronnen"
    (files / "oud").mkdir(parents=True)
    fresh = (neighbourhood(n, name, inhabitants=-99997) for n, name in enumerate(NAMES, start=1))
    geojson(files, *fresh, name="indeling 2024.json")
    geojson(files / "oud", *(neighbourhood(n, "Oude naam") for n in (1, 9)), name="kaart_2014.geojson")
    (files / "b.json").write_bytes(overpass(*ELEMENTS).body)
    (files / "c_2023.csv").write_text("buurtcode;inwoners\nBU99980101;900\nBU99980102;.\n", encoding="utf-8")
    (files / "kaart.pdf").write_bytes(b"%PDF")
    with opened(folder) as workspace:
        started, _ = start(workspace, files=files)
        areas = [stored.entity for stored in workspace.catalogue.all(Neighbourhood)]
    assert [(area.name, area.year) for area in areas] == [
        (name, 2024) for name in NAMES
    ]  # never two editions
    assert [area.inhabitants for area in areas] == [900, None, None]
    assert (started.counted, started.facilities) == (1, 2)


def test_other_files_and_municipalities_in_the_folder_do_no_harm(tmp_path, folder):
    files = tmp_path / "bronnen"
    files.mkdir()
    geojson(
        files, *(neighbourhood(n, name) for n, name in enumerate(NAMES, start=1)), name="buurten_2025.geojson"
    )
    other = {"buurtcode": "BU0363AA01", "buurtnaam": "Kop", "gemeentecode": "GM0363", "gemeentenaam": "Stad"}
    geojson(files, feature(other, square(4.9, 52.3)), name="stad.geojson")
    (files / "leesmij.txt").write_text("Dit zijn bestanden.", encoding="utf-8")
    (files / "stuk.json").write_text('{"type": "FeatureCollection", "fea', encoding="utf-8")
    (files / "adressen.csv").write_text(
        "straatnaam;huisnummer;postcode;woonplaats;lon;lat\nKerkstraat;3;9998AB;Dobberdam;6.115;52.505\n"
        "Verweg;1;1000AA;Elders;4.9;52.3\n", encoding="utf-8",
    )  # fmt: skip
    with opened(folder) as workspace:
        started, told = start(workspace, files=files)
        (near,) = locate_address(workspace, WORKER, "Kerkstraat 3")
        assert near.name == "Nieuw-Assenrade"
    assert (started.neighbourhoods, started.addresses) == (3, 1)
    assert "stuk.json: overgeslagen." in told.text
    assert "leesmij.txt: hier staat niets in dat we gebruiken." in told.text
    with opened(tmp_path / "stad") as workspace:
        assert start(workspace, "GM0363", files=files)[0].name == "Stad"


def test_a_newer_edition_keeps_what_it_no_longer_names_and_says_so(tmp_path, folder):
    old, new = tmp_path / "oud", tmp_path / "nieuw"
    for files, year, numbers in ((old, 2024, (1, 2)), (new, 2025, (1,))):
        files.mkdir()
        geojson(files, *(neighbourhood(n, NAMES[n]) for n in numbers), name=f"buurten_{year}.json")
    with opened(folder) as workspace:
        start(workspace, files=old)
        _, told = start(workspace, files=new)
        years = [stored.entity.year for stored in workspace.catalogue.all(Neighbourhood)]
    assert years == [2025, 2024]
    assert "niet meer op deze kaart staan, blijven bewaard: 1." in told.text
    assert "Jaar: 2024 en 2025." in told.text


def test_what_somebody_changed_by_hand_stays_and_is_told(sources, folder):
    with opened(folder) as workspace:
        start(online(workspace, sources))
        stored = next(one for one in workspace.catalogue.all(Facility) if one.entity.name == "De Lindeboom")
        changed = replace(stored.entity, name="De Groene Lindeboom")
        change_offer(workspace, Viewer(Role.BROKER), changed, stored.version)
        renamed = element(1, 6.105, 52.505, amenity="community_centre", name="Lindeboom BV", wheelchair="yes")
        sources.routes[OVERPASS] = overpass(renamed, *ELEMENTS[1:])
        _, told = start(online(workspace, sources), refresh=True)
        now = workspace.catalogue.get(Facility, stored.entity.id).entity
    assert (now.name, now.wheelchair) == ("De Groene Lindeboom", "ja")
    assert "Blijft staan, want door iemand aangepast: De Groene Lindeboom, name." in told.text


def test_a_start_can_be_taken_back(sources, folder):
    with opened(folder) as workspace:
        started, _ = start(online(workspace, sources))
        for batch in reversed(started.batches):
            undo_change(workspace, ADMINISTRATOR, batch)
        assert workspace.catalogue.count(Facility) == workspace.catalogue.count(Neighbourhood) == 0


@pytest.mark.parametrize(("asked", "error"), [("Elders", NotFound), ("GM0001", NotFound)])
def test_a_municipality_that_is_not_in_the_files_is_not_begun(tmp_path, folder, asked, error):
    geojson(tmp_path, neighbourhood(1, "Oud"))
    with opened(folder) as workspace:
        with pytest.raises(error):
            start(workspace, asked, files=tmp_path)
        with pytest.raises(NotFound):
            start(workspace, asked, files=tmp_path / "bestaat niet")


@pytest.mark.skipif(
    not (REAL / "zwolle_buurten").is_dir(), reason="real data not here; set SOCIALMAP_REAL_DATA"
)
def test_zwolle_has_78_neighbourhoods_with_figures_and_a_search_in_assendorp_answers(tmp_path, folder):
    files = tmp_path / "zwolle"
    files.mkdir()
    for name in ("cbs_buurten/GM0193_zwolle.geojson", "zwolle_buurten/demographics_buurt_combined.csv",
                 "postcodes_nl/NL.txt"):  # fmt: skip
        shutil.copy(REAL / name, files)
    recorded = json.loads((REAL / "osm" / "overpass_denhaag_zoetermeer.json").read_text(encoding="utf-8"))
    for one in recorded["elements"]:  # the recording is of elsewhere, so the places move to Assendorp
        one["lon"], one["lat"] = one["lon"] % 0.002 + 6.1, one["lat"] % 0.002 + 52.505
    (files / "overpass.json").write_text(json.dumps(recorded), encoding="utf-8")
    with opened(folder) as workspace:
        started, _ = start(workspace, "Zwolle", files=files)
        assert (started.code, started.neighbourhoods, started.counted) == ("GM0193", 78, 78)
        assert (started.facilities, started.postcodes) == (5, 26)
        near = locate_address(workspace, WORKER, "Assendorp")
        assert [area.name for area in near] == ["Nieuw-Assendorp", "Oud-Assendorp"]
        assert "Oud-Assendorp" in [area.name for area in locate_address(workspace, WORKER, "8012 AB")]
        assert start(workspace, "GM0193", files=files)[0].batches == ()
