"""From one screen to another: the map with something open, or a screen for working together."""

from __future__ import annotations

import streamlit as st

from socialmap.privacy.roles import Viewer, may
from socialmap.ui import navigation

MAP_PAGE = "pages/map_page.py"


def to_map(**address: str) -> None:
    """Go to the map; ``address`` as ``PublicView.to_query`` writes it. Nothing about a person goes along."""
    st.switch_page(MAP_PAGE, query_params=address)


def door_for(viewer: Viewer, url_path: str) -> navigation.Door | None:
    """The screen with this address, if there is one and the viewer may see it."""
    found = next((door for door in navigation.TOGETHER if door.url_path == url_path), None)
    return found if found and may(viewer, found.right) else None


def to_door(door: navigation.Door) -> None:
    st.switch_page(f"pages/{door.file}")
