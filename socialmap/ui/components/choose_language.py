"""*Nederlands · English*: in which language the screens of this session are, and how the page says so."""

from __future__ import annotations

import streamlit as st

from socialmap.model.language import Language, spoken
from socialmap.ui import session
from socialmap.ui.text import TEXT

NAMES = {Language.DUTCH: "Nederlands", Language.ENGLISH: "English"}
"""Each in its own language, for whoever cannot read the other."""


def choice() -> None:
    """All languages beside each other, on the first screen."""
    with st.container(key="talen", horizontal=True, gap="small"):
        for language, name in NAMES.items():
            _button(language, name, here=language is spoken())


def switch() -> None:
    """The way to the other language, in the bar above."""
    with st.container(key="taal", width="content"):
        for language, name in NAMES.items():
            if language is not spoken():
                _button(language, name, here=False)


def tell_the_page() -> None:
    """The page is read aloud, hyphenated and translated by its language code, so that follows the choice."""
    if session.chosen_language() is not None:
        st.html(
            f'<script src="/assets/own/language.js" data-language="{spoken()}"></script>',
            unsafe_allow_javascript=True,
        )


def _button(language: Language, name: str, *, here: bool) -> None:
    st.button(
        name,
        key=f"taal_{language}",
        type="tertiary",
        disabled=here,
        help=None if here else TEXT.frame.language_help,
        on_click=session.choose_language,
        args=(language,),
    )
