"""How the server is set."""

from __future__ import annotations

import pytest
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager

from socialmap.ui.appearance import STREAMLIT_OPTIONS
from socialmap.ui.server import app_parts


def test_every_option_is_one_that_streamlit_knows() -> None:
    known = set(config.get_config_options())
    assert set(STREAMLIT_OPTIONS) <= known


def test_nothing_is_told_to_others_and_no_program_may_drive_the_app() -> None:
    assert STREAMLIT_OPTIONS["browser.gatherUsageStats"] is False
    assert STREAMLIT_OPTIONS["client.showErrorDetails"] == "none"
    assert STREAMLIT_OPTIONS["server.enableAgentApi"] is False


def test_the_first_visitor_of_all_may_begin_at_any_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else Streamlit looks for doors in the folder ``pages``, and says in English that there is none."""
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    app_parts()
    assert PagesManager.uses_pages_directory is False
