"""Who is looking and at what: the workspaces of this process, the viewer's role, and what is forgotten."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from socialmap.actions.build_demo import BASEMAP_FILE
from socialmap.actions.name_municipality import name_municipality
from socialmap.actions.telling import Choice
from socialmap.bootstrap import open_workspace
from socialmap.errors import NotFound
from socialmap.model.given import given
from socialmap.model.language import Language, ask_session, speak, spoken
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings, load_settings
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

PRIVATE = "bewoner_"
"""Session keys that begin like this belong to a search for somebody and are forgotten."""
FORGET_AFTER_S = 600.0
_ROLE = "rol"
_COLLEAGUE = "collega"
_LAST_SEEN = "laatst_gezien"
_MUNICIPALITY = "gemeente_gekozen"
MUNICIPALITY_PARAMETER = "gemeente"
_LANGUAGE = "taal_gekozen"
LANGUAGE_PARAMETER = "taal"
_ASKED: ContextVar[str] = ContextVar("gemeente", default="")


class _Process:
    """What all sessions of this process share: a workspace for each folder, and what each is called."""

    lock = threading.Lock()
    settings: Settings | None = None
    workspaces: ClassVar[dict[Path, Workspace]] = {}
    names: tuple[Choice, ...] = ()


def use_settings(settings: Settings) -> None:
    """Choose the data folders before the first page is shown. Closes the view on earlier ones."""
    with _Process.lock:
        _Process.settings, _Process.workspaces, _Process.names = settings, {}, ()


def settings() -> Settings:
    if _Process.settings is None:
        use_settings(load_settings(os.environ))
    return given(_Process.settings)


def workspace() -> Workspace:
    """The workspace of the municipality that is asked for, opened once.

    ``NotFound`` where there are several and none of them was chosen: nothing of one may show in another.
    """
    return _opened(_chosen_folder())


def workspaces() -> tuple[Workspace, ...]:
    """Those of all municipalities; errors of opening come from here."""
    return tuple(_opened(folder) for folder in settings().folders)


def basemap_path() -> Path:
    """Where the base map of this municipality is, or would be. ``NotFound`` as for ``workspace``."""
    return _chosen_folder() / BASEMAP_FILE


def _opened(folder: Path) -> Workspace:
    """Opened once. Afterwards its objects are out of the collector's way.

    Among several a folder that is not there is ``NotFound``: it was mistyped, and is no empty municipality.
    """
    chosen = settings()
    with _Process.lock:
        if folder not in _Process.workspaces:
            if len(chosen.folders) > 1 and not folder.exists():
                words = TEXT.municipality
                raise NotFound(words.no_folder.format(folder=folder), words.no_folder_remedy)
            _Process.workspaces[folder] = open_workspace(replace(chosen, folder=folder, beside=()))
            gc.collect()
            gc.freeze()
        return _Process.workspaces[folder]


def municipalities() -> tuple[Choice, ...]:
    """What people can choose from, in the order of the folders; empty where there is one folder."""
    if len(settings().folders) < 2:
        return ()
    if not _Process.names:
        found = [name_municipality(each, Viewer(Role.VISITOR)) for each in workspaces()]
        times = Counter(each.id for each in found)
        _Process.names = tuple(
            each if times[each.id] == 1 else Choice(f"{each.id}-{number}", f"{each.label} ({number})")
            for number, each in enumerate(found, start=1)
        )
    return _Process.names


def chosen_municipality() -> str:
    """The short name of what is asked for: on a screen by this session, elsewhere by the address.

    Empty where there is one folder, or nothing was chosen.
    """
    on_screen = get_script_run_ctx(suppress_warning=True) is not None
    asked = st.session_state.get(_MUNICIPALITY, "") if on_screen else _ASKED.get()
    return asked if any(asked == each.id for each in municipalities()) else ""


def choose_municipality(short_name: str) -> None:
    """Go to another municipality: everything that this session knew of the former one is gone."""
    role, language = st.session_state.get(_ROLE), st.session_state.get(_LANGUAGE)
    if short_name != st.session_state.get(_MUNICIPALITY):
        st.session_state.clear()
        st.session_state[_ROLE], st.session_state[_LANGUAGE] = role, language
    st.session_state[_MUNICIPALITY] = short_name


def ask_for_municipality(short_name: str) -> None:
    """Remember, for the answer that is being made, of which municipality its address speaks."""
    _ASKED.set(short_name)


def in_municipality(address: str) -> str:
    """An address of our own with the chosen municipality in it; as it is where there is one folder."""
    chosen = chosen_municipality()
    if not chosen:
        return address
    return f"{address}{'&' if '?' in address else '?'}{urlencode({MUNICIPALITY_PARAMETER: chosen})}"


def chosen_language() -> Language | None:
    """What was chosen in this session; ``None`` where nothing was, and outside a screen."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    return read_language(st.session_state.get(_LANGUAGE))


def choose_language(language: Language) -> None:
    """Everything of this session in that language from here on."""
    st.session_state[_LANGUAGE] = str(language)
    speak(language)


def speak_as_chosen() -> None:
    """Begin a run of the screens in the language of this session; an address may begin it in another one."""
    ask_session(chosen_language)
    asked = read_language(st.query_params.get(LANGUAGE_PARAMETER))
    if asked and chosen_language() is None:
        choose_language(asked)
    speak(chosen_language() or Language.DUTCH)


def ask_for_language(code: str) -> None:
    """Remember in which language an answer was asked; Dutch for any that we do not speak."""
    speak(read_language(code))


def read_language(code: object) -> Language | None:
    """
    >>> read_language("en"), read_language("fr")
    (<Language.ENGLISH: 'en'>, None)
    """
    return next((each for each in Language if each == code), None)


def in_this_language(address: str) -> str:
    """An address of our own for whoever is looking: with the municipality and the language of now."""
    address, language = in_municipality(address), spoken()
    if language is Language.DUTCH:
        return address
    return f"{address}{'&' if '?' in address else '?'}{LANGUAGE_PARAMETER}={language}"


def _chosen_folder() -> Path:
    folders, names = settings().folders, municipalities()
    if not names:
        return folders[0]
    chosen = chosen_municipality()
    for folder, name in zip(folders, names, strict=True):
        if name.id == chosen:
            return folder
    told = ", ".join(f"?{MUNICIPALITY_PARAMETER}={name.id} ({name.label})" for name in names)
    raise NotFound("Van welke gemeente?", f"Zet achter het adres: {told}.")


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
