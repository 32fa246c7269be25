"""A screen that is filled in the second round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.privacy.roles import Viewer
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def render(workspace: Workspace, viewer: Viewer) -> None:
    st.title(TEXT.add.title, anchor=False)
    st.markdown(TEXT.add.intro)


if __name__ == "__main__":
    run_page(render)
