"""Who is looking and at what: the one workspace of this process, the viewer's role, and what is forgotten."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import streamlit as st

from socialmap.actions.build_demo import BASEMAP_FILE
from socialmap.bootstrap import open_workspace
from socialmap.model.given import given
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings, load_settings

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

PRIVATE = "bewoner_"
"""Session keys that begin like this belong to a search for somebody and are forgotten."""
FORGET_AFTER_S = 600.0
_ROLE = "rol"
_COLLEAGUE = "collega"
_LAST_SEEN = "laatst_gezien"


class _Process:
    """What all sessions of this process share."""

    lock = threading.Lock()
    settings: Settings | None = None
    workspace: Workspace | None = None


def use_settings(settings: Settings) -> None:
    """Choose the data folder before the first page is shown. Closes the view on an earlier one."""
    with _Process.lock:
        _Process.settings, _Process.workspace = settings, None


def settings() -> Settings:
    if _Process.settings is None:
        use_settings(load_settings(os.environ))
    return given(_Process.settings)


def workspace() -> Workspace:
    """The workspace of this process, opened once. Afterwards its objects are out of the collector's way."""
    chosen = settings()
    with _Process.lock:
        if _Process.workspace is None:
            _Process.workspace = open_workspace(chosen)
            gc.collect()
            gc.freeze()
        return _Process.workspace


def basemap_path() -> Path:
    """Where the base map of this folder is, or would be."""
    return settings().folder / BASEMAP_FILE


def today() -> date:
    """The day in the Netherlands, or the fixed day of the settings."""
    fixed = settings().today
    return date.fromisoformat(fixed) if fixed else datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def viewer() -> Viewer | None:
    """Who is looking; ``None`` before a role was chosen."""
    chosen = st.session_state.get(_ROLE)
    return Viewer(Role(chosen), st.session_state.get(_COLLEAGUE, "")) if chosen else None


def choose_role(role: Role | None, colleague: str = "") -> None:
    """Take on a role as a colleague; ``None``: choose again. What was typed for a person stays behind."""
    forget()
    st.session_state[_ROLE] = str(role) if role else None
    st.session_state[_COLLEAGUE] = colleague


def forget() -> None:
    """Wipe everything of a search for somebody."""
    for key in [key for key in st.session_state if str(key).startswith(PRIVATE)]:
        del st.session_state[key]


def forget_when_idle(now: Callable[[], float] = time.monotonic) -> bool:
    """Note that somebody is here; wipe a search when nobody was for ten minutes. ``True`` if it was wiped."""
    last, st.session_state[_LAST_SEEN] = st.session_state.get(_LAST_SEEN), now()
    if last is None or st.session_state[_LAST_SEEN] - last < FORGET_AFTER_S:
        return False
    forget()
    return True


@st.fragment(run_every=30)
def watch_for_idleness(now: Callable[[], float] = time.monotonic) -> None:
    """Wipes a search for somebody from the screen too, ten minutes after the last touch."""
    last = st.session_state.get(_LAST_SEEN)
    private = any(str(key).startswith(PRIVATE) for key in st.session_state)
    if private and last is not None and now() - last >= FORGET_AFTER_S:
        forget()
        st.rerun(scope="app")
