"""How the server is set."""

from __future__ import annotations

from streamlit import config

from socialmap.ui.appearance import STREAMLIT_OPTIONS


def test_every_option_is_one_that_streamlit_knows() -> None:
    known = set(config.get_config_options())
    assert set(STREAMLIT_OPTIONS) <= known


def test_nothing_is_told_to_others_and_no_program_may_drive_the_app() -> None:
    assert STREAMLIT_OPTIONS["browser.gatherUsageStats"] is False
    assert STREAMLIT_OPTIONS["client.showErrorDetails"] == "none"
    assert STREAMLIT_OPTIONS["server.enableAgentApi"] is False
