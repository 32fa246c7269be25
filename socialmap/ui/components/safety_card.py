"""The safety card: whom to call now. It comes instead of everything else, and nothing is searched."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from socialmap.model.wording import SAFETY_INTRO, SAFETY_STEPS, SAFETY_TITLE
from socialmap.ui.components import search_state as state
from socialmap.ui.components.search_state import put
from socialmap.ui.text import TEXT

_STEPS_BEHIND_A_BUTTON = 3


def show(wipe: Callable[[], None] = state.wipe, choose_yourself: Callable[[], None] | None = None) -> None:
    """The card, with the two ways on: wipe everything, or choose a theme by hand."""
    words = TEXT.safety
    with st.container(key="veiligheid"):
        show_card(words.nothing_kept)
        with st.container(key="veiligheidsknoppen", horizontal=True, gap="small"):
            st.button(TEXT.find.clear, key="wis_alles", on_click=wipe)
            choose = choose_yourself or _choose_yourself
            st.button(words.not_right, key="klopt_niet", type="tertiary", on_click=choose)


def show_card(kept: str, heading: str = "h1") -> None:
    """The card alone; ``kept`` says what becomes of what was typed."""
    words = TEXT.safety
    calls = "".join(
        (
            _call("tel:112", words.call_112, words.call_112_when, urgent=True),
            _call("tel:0800-2000", words.call_home, words.call_home_when),
            _call("tel:113", words.call_113, words.call_113_when, also=("tel:0800-0113", words.call_0113)),
        )
    )
    steps = "".join(f"<li>{escape(step)}</li>" for step in SAFETY_STEPS[_STEPS_BEHIND_A_BUTTON:])
    st.html(
        f'<section class="veiligheid" role="alert"><{heading}>{escape(SAFETY_TITLE)}</{heading}>'
        f'<p class="nu">{escape(SAFETY_INTRO)}</p><ul class="bellen">{calls}</ul>'
        f"<h2>{escape(words.next_steps)}</h2><ul>{steps}</ul>"
        f'<p class="stil">{escape(kept)}</p></section>'
    )


def _call(
    number: str, label: str, when: str, *, urgent: bool = False, also: tuple[str, str] | None = None
) -> str:
    second = f' <a href="{also[0]}">{escape(also[1])}</a>' if also else ""
    mark = ' class="nood"' if urgent else ""
    return f'<li{mark}><a href="{number}">{escape(label)}</a>{second}<span>{escape(when)}</span></li>'


def _choose_yourself() -> None:
    """Back to the form without the words and themes that called up the card; the rest stays."""
    put("woorden", "")
    for name in [name for name in st.session_state if str(name).startswith(state.key("kies_"))]:
        st.session_state[name] = []
    state.show(state.FORM)
