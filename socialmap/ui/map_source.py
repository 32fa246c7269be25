"""The public data of the map, as the map's own address asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from socialmap.actions.map_features import FeatureRequest, area_features, map_features
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import session
from socialmap.ui.public_view import PublicView
from socialmap.ui.routes import Box

_ANYBODY = Viewer(Role.VISITOR)


class PublicMap:
    """Answers for everybody, so with layer *buiten* only: the viewer is always a visitor."""

    def features(self, query: Mapping[str, str], box: Box, zoom: int) -> Mapping[str, Any]:
        workspace = session.workspace()
        view = PublicView.from_query(query)
        west, south, east, north = box
        asked = FeatureRequest(
            view=view.as_map_view(today=session.today(), limit=0),
            west=west,
            south=south,
            east=east,
            north=north,
            zoom=zoom,
            layers=frozenset(view.layers) - {"areas"},
        )
        return map_features(workspace, _ANYBODY, asked)

    def areas(self) -> Mapping[str, Any]:
        return area_features(session.workspace(), _ANYBODY)

    def basemap(self) -> Path | None:
        return session.basemap_path()
