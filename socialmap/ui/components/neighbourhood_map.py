"""The map of the neighbourhood: a thin folium map whose own layer fetches what is in view.

Each run builds a fresh, small and constant ``folium.Map``; what should be shown travels beside it, so the
frame in the browser is never built anew by filtering or choosing. ``show_map`` is the only way in.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

import folium
import streamlit as st
from branca.element import Element
from folium.template import Template
from streamlit_folium import st_folium

from socialmap.ui import session
from socialmap.ui.text import TEXT

_SCRIPTS = [
    ("leaflet", "/assets/vendor/leaflet/leaflet.js"),
    ("protomaps", "/assets/vendor/protomaps-leaflet/protomaps-leaflet.js"),
    ("marks", "/assets/marks.js"),
    ("markers", "/assets/own/markers.js"),
    ("areas", "/assets/own/areas.js"),
    ("basemap", "/assets/own/basemap.js"),
    ("map", "/assets/own/map.js"),
]
_STYLES = [("leaflet_css", "/assets/vendor/leaflet/leaflet.css"), ("map_css", "/assets/own/map.css")]
_NETHERLANDS = [52.13, 5.29]
_HEIGHT_PX = 520
_FINE_STEPS = 0.25


@dataclass(frozen=True, slots=True)
class Pin:
    """One numbered search result, or several at one place: then ``number`` is "1·5"."""

    number: int | str
    id: str
    label: str
    group: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Chosen:
    """The place that is open beside the map; without a point it is not drawn."""

    kind: str
    id: str
    label: str
    group: str = ""
    lon: float | None = None
    lat: float | None = None
    count: int = 1


@dataclass(frozen=True, slots=True)
class Look:
    """Where the map should go. It moves only when ``number`` differs from the last one it followed.

    Either a box in degrees, or a middle with ``zoom``.
    """

    number: int
    west: float = 0.0
    south: float = 0.0
    east: float = 0.0
    north: float = 0.0
    lon: float = 0.0
    lat: float = 0.0
    zoom: float = 0.0


@dataclass(frozen=True, slots=True)
class MapState:
    """What the map shows. ``query`` goes to the data route as it is; ``None`` fetches no places.

    ``remember`` keeps the middle and zoom in the page's address; only for maps that say nothing about a
    person. ``tapped`` is longitude, latitude.
    """

    view: Look
    mode: Literal["browse", "tap", "results"] = "browse"
    query: str | None = ""
    areas: bool = True
    area: str | None = None
    chosen: Chosen | None = None
    pins: Sequence[Pin] = ()
    tapped: tuple[float, float] | None = None
    remember: bool = False


@dataclass(frozen=True, slots=True)
class MapClick:
    """What somebody chose on the map: a place, a neighbourhood, or (``kind`` "tap") a spot."""

    kind: str
    id: str
    lon: float
    lat: float
    token: str


class _ThinMap(folium.Map):
    """A folium map without jQuery, Bootstrap and icon fonts; all its files come from this server."""

    default_js = _SCRIPTS
    default_css = _STYLES
    _template = Template(
        """
        {% macro header(this, kwargs) %}{% endmacro %}
        {% macro html(this, kwargs) %}
            <div class="folium-map" id={{ this.get_name()|tojson }} ></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = L.map({{ this.get_name()|tojson }}, {
                center: {{ this.location|tojson }}, ...{{ this.options|tojavascript }}
            });
        {% endmacro %}
        """
    )


class _Living(folium.map.Layer):
    """Starts the layer that fetches places and neighbourhoods; the same text for everybody."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            socialmap.start({{ this._parent.get_name() }}, {{ this.settings|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, settings: Mapping[str, Any]) -> None:
        super().__init__(name="socialmap", control=False, show=False)
        self._name = "Living"
        self.settings = settings


class _Shown(folium.FeatureGroup):
    """Carries what should be shown to the living layer, without building the frame anew.

    Base64, because branca renders the script a second time as a template: a name with ``{{ }}`` in it
    would run on this server.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            var {{ this.get_name() }} = socialmap.show("{{ this.state }}");
        {% endmacro %}
        """
    )

    def __init__(self, state: Mapping[str, Any]) -> None:
        super().__init__(name="shown", control=False, show=False)
        self.state = base64.b64encode(json.dumps(state).encode("utf-8")).decode("ascii")


def show_map(state: MapState, *, key: str, has_basemap: bool) -> MapClick | None:
    """Draw the map and give back what was chosen on it since the last run, once; ``None`` if nothing was.

    The page that gets a choice puts it in its state and runs again, so that list and map agree.
    """
    answer = st_folium(
        thin_map(has_basemap=has_basemap),
        key=key,
        height=_HEIGHT_PX,
        width=None,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=_Shown(asdict(state)),
    )
    click, seen = read_click(answer), f"{key}_gezien"
    if click is None or st.session_state.get(seen) == click.token:
        return None
    st.session_state[seen] = click.token
    return click


def thin_map(*, has_basemap: bool) -> folium.Map:
    """A new folium map with the living layer on it; never kept for a second run."""
    thin = _ThinMap(
        location=_NETHERLANDS,
        zoom_start=8,
        tiles=None,
        zoom_control=False,
        min_zoom=7,
        max_zoom=19,
        zoom_snap=1 if has_basemap else _FINE_STEPS,  # drawn streets blur between two steps, lines do not
        max_bounds_viscosity=0.6,
        wheel_px_per_zoom_level=90,
        attribution_control=True,
    )
    figure: Any = thin.get_root()
    figure.header = Element()
    figure.header._parent = figure
    settings = {
        "features": session.in_municipality("/map/offers"),
        "areas": session.in_municipality("/map/areas"),
        "base": session.in_municipality("/map/base.pmtiles") if has_basemap else "",
        "words": asdict(TEXT.map_frame),
    }
    _Living(settings).add_to(thin)
    return thin


def read_click(answer: Mapping[str, Any] | None) -> MapClick | None:
    """The choice in what the component sent back; ``None`` when there is none or it is not ours."""
    drawing = (answer or {}).get("last_active_drawing")
    if not isinstance(drawing, Mapping):
        return None
    properties, geometry = drawing.get("properties") or {}, drawing.get("geometry") or {}
    kind, token, where = properties.get("kind"), properties.get("token"), geometry.get("coordinates")
    if not (isinstance(kind, str) and isinstance(token, str) and isinstance(where, list) and len(where) == 2):
        return None
    return MapClick(
        kind=kind,
        id=str(properties.get("id") or ""),
        lon=float(where[0]),
        lat=float(where[1]),
        token=token,
    )
