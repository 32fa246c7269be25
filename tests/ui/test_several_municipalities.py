"""Two municipalities in one installation: people choose, and nothing of one ever shows in the other."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from streamlit.testing.v1 import AppTest

from socialmap.actions.confirm_link import make_link
from socialmap.errors import NotFound
from socialmap.model.values import InitiativeId
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.ui import navigation, session
from socialmap.ui.confirm_pages import confirm_routes
from socialmap.ui.feed_routes import feed_routes
from socialmap.ui.map_source import PublicMap
from socialmap.ui.middleware import AskedMunicipality
from socialmap.ui.open_routes import open_routes
from socialmap.ui.print_pages import print_routes
from socialmap.ui.routes import build_routes
from socialmap.ui.text import TEXT
from tests.town import TAALCAFE
from tests.town import opened as opened_town
from tests.ui.asgi import Answer, get
from tests.ui.handling import press, told

MEERWOLD, DOBBERDAM = "GM9999", "GM9998"
ONLY = replace(TAALCAFE, id=InitiativeId("alleen-hier"), name="Zangclub Dobberdam")
"""Meerwold has most of what stands in Dobberdam, under the same names; not this."""
APP = Starlette(
    routes=[*build_routes(PublicMap()), *print_routes(), *feed_routes(), *open_routes(), *confirm_routes()],
    middleware=[Middleware(AskedMunicipality, tell=session.ask_for_municipality, parameter="gemeente")],
)
BOX = "bbox=5.5,52.0,6.5,53.0&zoom=18"
ADDRESSES = (
    f"/map/offers?{BOX}",
    "/map/areas",
    "/open/kaart.geojson",
    "/open/agenda.ics",
    "/hsds/services",
    "/oruk/services",
    "/dcat",
    f"/print/uitnodiging/{ONLY.id}",
    f"/id/initiative/{ONLY.id}",
)


@pytest.fixture
def both(town: Settings, town_folder: Path) -> Iterator[Settings]:
    """Meerwold, and Dobberdam beside it."""
    with opened_town(town_folder) as workspace:
        workspace.catalogue.save([ONLY], actor="x", action="y", at=workspace.clock())
    settings = replace(town, beside=(town_folder,))
    session.use_settings(settings)
    yield settings
    session.use_settings(Settings())


def asked(address: str, municipality: str = "") -> Answer:
    sign = "&" if "?" in address else "?"
    return get(APP, f"{address}{sign}gemeente={municipality}" if municipality else address)


def app_for(role: Role | None = Role.COMMUNITY_WORKER, **address: str) -> AppTest:
    app = AppTest.from_file(navigation.__file__, default_timeout=60)
    if role is not None:
        app.session_state["rol"] = str(role)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def test_every_address_answers_for_the_municipality_it_names(both: Settings) -> None:
    for address in ADDRESSES:
        here, there = asked(address, DOBBERDAM), asked(address, MEERWOLD)
        assert here.status == 200, address
        assert here.body != there.body, address
        assert "Meerwold" not in here.text, address
    assert ONLY.name in asked("/open/kaart.geojson", DOBBERDAM).text
    assert ONLY.name not in asked("/open/kaart.geojson", MEERWOLD).text
    assert asked(f"/print/uitnodiging/{ONLY.id}", MEERWOLD).status == 404


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_a_municipality_or_with_another_one_nothing_is_shown(both: Settings, address: str) -> None:
    for wrong in ("", "GM0000"):
        answer = asked(address, wrong)
        assert answer.status in {400, 404}
        assert ONLY.name not in answer.text


def test_a_link_to_confirm_names_its_municipality_and_works_there_only(both: Settings) -> None:
    session.ask_for_municipality(DOBBERDAM)
    broker = Viewer(Role.BROKER, "delia")
    made = make_link(
        session.workspace(), broker, "initiative", ONLY.id,
        origin="http://localhost:8501", asked=session.in_municipality(""),
    )  # fmt: skip
    session.ask_for_municipality("")
    address = "/klopt/" + made.text.partition("/klopt/")[2].split()[0]
    assert address.endswith(f"?gemeente={DOBBERDAM}")
    assert ONLY.name in get(APP, address).text
    for wrong in (address.partition("?")[0], address.replace(DOBBERDAM, MEERWOLD)):
        answer = get(APP, wrong)
        assert answer.status == 404
        assert ONLY.name not in answer.text


@pytest.mark.parametrize(
    "address", ["/id/initiative/is-er-niet", "/open/wijkpakket/nergens.zip", "/klopt/niets"]
)
def test_what_is_not_there_leads_back_to_the_same_municipality(both: Settings, address: str) -> None:
    answer = asked(address, DOBBERDAM)
    assert answer.status == 404
    assert f'href="/?gemeente={DOBBERDAM}"' in answer.text
    assert 'href="/"' in asked(address).text


def test_the_dataset_names_its_municipality_in_every_address(both: Settings) -> None:
    described = asked("/dcat", DOBBERDAM).text
    assert f"/open/kaart.csv?gemeente={DOBBERDAM}" in described
    assert f"/hsds/services?gemeente={DOBBERDAM}" in described


def test_the_feed_names_its_municipality_where_it_points_further(both: Settings) -> None:
    root = json.loads(asked("/hsds", DOBBERDAM).text)
    for name in ("profile", "openapi_url"):
        assert get(APP, root[name].removeprefix("http://localhost:8501")).status == 200, name


def test_a_mistyped_folder_is_no_empty_municipality(town: Settings, tmp_path: Path) -> None:
    nowhere = tmp_path / "zwole"
    session.use_settings(replace(town, beside=(nowhere,)))
    with pytest.raises(NotFound, match="zwole' is er niet"):
        session.workspaces()
    assert not nowhere.exists()
    session.use_settings(Settings())


def test_a_municipality_is_chosen_first_and_stands_in_the_address(both: Settings) -> None:
    app = app_for(None)
    assert [title.value for title in app.title] == [TEXT.municipality.title]
    press(app, f"gemeente_{DOBBERDAM}")
    assert app.query_params["gemeente"] == DOBBERDAM
    press(app, "rol_COMMUNITY_WORKER")
    assert not app.exception
    assert any(ONLY.name in each.label for each in app.button)
    app.switch_page("pages/four_quadrants.py").run()
    assert "Van 2 initiatieven" in told(app)


def test_an_address_with_a_municipality_goes_straight_there(both: Settings) -> None:
    app = app_for(gemeente=DOBBERDAM, thema="leren")
    assert any(ONLY.name in each.label for each in app.button)
    assert not any("Wandelclub" in each.label for each in app.button)
    assert (app.query_params["gemeente"], app.query_params["thema"]) == (DOBBERDAM, "leren")


def test_who_goes_to_another_municipality_takes_the_role_along_and_nothing_else(both: Settings) -> None:
    app = app_for(gemeente=MEERWOLD)
    app.text_input(key="bewoner_kaart_tekst").set_value("koffie").run()
    colleague = app.session_state["collega"]
    press(app, f"naar_gemeente_{DOBBERDAM}")
    assert not app.exception
    assert app.query_params["gemeente"] == DOBBERDAM
    assert app.session_state["rol"] == str(Role.COMMUNITY_WORKER)
    assert app.session_state["collega"] != colleague or not colleague
    assert app.text_input(key="bewoner_kaart_tekst").value == ""
    assert "Meerwold" not in " ".join(each.value for each in app.markdown)


def test_with_one_folder_nothing_is_asked_and_the_address_stays_as_it_is(town: Settings) -> None:
    session.use_settings(town)
    app = app_for()
    assert "gemeente" not in app.query_params
    assert not any("gemeente" in str(each.key) for each in app.button)
    assert asked("/map/areas").body == asked("/map/areas", "GM0000").body
    assert b"gemeente=" not in asked("/dcat").body
    session.use_settings(Settings())


def test_two_folders_of_the_same_municipality_can_be_told_apart(town_folder: Path, tmp_path: Path) -> None:
    twin = shutil.copytree(town_folder, tmp_path / "tweeling")
    with opened_town(twin):
        pass
    session.use_settings(Settings(folder=town_folder, beside=(twin,), today="2026-03-02"))
    assert [each.id for each in session.municipalities()] == ["GM9998-1", "GM9998-2"]
    session.use_settings(Settings())
