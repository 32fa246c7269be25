"""The map that is sent to the browser: small, constant, from this server only, safe with any text."""

from __future__ import annotations

import base64
import json
import re
from typing import Any

import pytest
import streamlit_folium

from socialmap.ui.components.neighbourhood_map import (
    Chosen,
    Look,
    MapState,
    Pin,
    read_click,
    show_map,
    thin_map,
)

LOOK = Look(number=1, west=6.0, south=52.4, east=6.2, north=52.6)
NASTY = "`${alert(1)}` </script><img src=x onerror=alert(1)> {{ 'x' }} \\u2028 \"' Kanarie_1a2b3c"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would go to the browser; the browser itself is tested in tests/browser."""
    messages: list[dict[str, Any]] = []

    def receive(**message: Any) -> dict[str, Any]:
        messages.append(message)
        return {"last_active_drawing": None}

    monkeypatch.setattr(streamlit_folium, "_component_func", receive)
    return messages


def show(state: MapState) -> None:
    show_map(state, key="kaart", has_basemap=True)


def test_nothing_is_loaded_from_another_server(sent: list[dict[str, Any]]) -> None:
    show(MapState(view=LOOK))
    text = json.dumps(sent[0], default=str)
    assert not re.search(r"https?://|[\"'(]//\w", text)
    assert all(link.startswith("/assets/") for link in sent[0]["js_links"] + sent[0]["css_links"])
    assert "jquery" not in text
    assert "bootstrap" not in text


def test_filtering_and_choosing_leave_the_frame_as_it_is(sent: list[dict[str, Any]]) -> None:
    show(MapState(view=LOOK))
    show(
        MapState(
            view=LOOK,
            query="thema=geld",
            area="BU99990101",
            chosen=Chosen("initiative", "i", "x", "geld", 6.1, 52.5),
        )
    )
    first, second = sent
    for part in ("script", "header", "html", "key", "js_links"):
        assert first[part] == second[part]
    assert first["feature_group"] != second["feature_group"]


def test_a_run_sends_few_bytes(sent: list[dict[str, Any]]) -> None:
    show(MapState(view=LOOK, query="thema=geld"))
    assert len(json.dumps(sent[0], default=str)) < 5_000


def test_every_run_has_a_map_of_its_own() -> None:
    assert thin_map(has_basemap=True) is not thin_map(has_basemap=True)


@pytest.mark.parametrize("name", [NASTY, "{{ 7 * 7 }}", "{% for x in y %}", "{# niets", "`${1}`", "Café ☕"])
def test_text_of_people_stays_text(sent: list[dict[str, Any]], name: str) -> None:
    """Folium's own way runs markup in the browser, and a template in a name on this server."""
    pin = Pin(number=1, id="i", label=name, group="geld", lon=6.1, lat=52.5)
    show(MapState(view=LOOK, mode="results", query=None, pins=(pin,)))
    (packed,) = re.findall(r'socialmap\.show\("([A-Za-z0-9+/=]*)"\)', sent[0]["feature_group"])
    assert json.loads(base64.b64decode(packed))["pins"][0]["label"] == name


def test_only_a_choice_makes_the_page_run_again(sent: list[dict[str, Any]]) -> None:
    show(MapState(view=LOOK))
    assert sent[0]["returned_objects"] == ["last_active_drawing"]


def test_a_choice_is_read() -> None:
    drawing = {
        "type": "Feature",
        "properties": {"kind": "initiative", "id": "i-7", "token": "ab-1"},
        "geometry": {"type": "Point", "coordinates": [6.1, 52.5]},
    }
    click = read_click({"last_active_drawing": drawing})
    assert click is not None
    assert (click.kind, click.id, click.lon, click.lat, click.token) == (
        "initiative",
        "i-7",
        6.1,
        52.5,
        "ab-1",
    )


@pytest.mark.parametrize(
    "answer", [None, {}, {"last_active_drawing": None}, {"last_active_drawing": {"properties": {}}}]
)
def test_no_choice_is_none(answer: Any) -> None:
    assert read_click(answer) is None
