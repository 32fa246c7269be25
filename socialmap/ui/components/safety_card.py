"""The safety card: whom to call now. It comes before everything else; one tap goes on with the same words."""

from __future__ import annotations

from collections.abc import Callable, Collection

import streamlit as st

from socialmap.actions.danger import mark_of
from socialmap.model.wording import SAFETY_INTRO, SAFETY_STEPS, SAFETY_TITLE
from socialmap.privacy.roles import Role
from socialmap.ui import session
from socialmap.ui.heard_danger import say, tells_of_danger
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_STEPS_BEHIND_A_BUTTON = 3


def show(texts: Collection[str], wipe: Callable[[], None], go_on: Callable[[], None] | None = None) -> None:
    """The card instead of a screen, with the two ways on: wipe, or go on with the same ``texts``.

    ``go_on`` takes away what else called up the card.
    """
    words = TEXT.safety
    with st.container(key="veiligheid"):
        st.html(card_of(words.nothing_kept, is_public=_is_public()))
        with st.container(key="veiligheidsknoppen", horizontal=True, gap="small"):
            st.button(TEXT.find.clear, key="wis_alles", on_click=wipe)
            st.button(
                words.not_right, key="klopt_niet", type="tertiary", on_click=_on, args=(_marks(texts), go_on)
            )


def ask(field: str) -> None:
    """A quiet question where the words in a field only may be about danger; *yes* calls up the card.

    ``field`` is its key in the session: it may hold more by the time of the tap, and a button keeps what it
    is given, so it is given no words.
    """
    words = TEXT.safety
    with st.container(key="gevaarvraag", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p role="status">{escape(words.perhaps)}</p>', width="content")
        st.button(words.whom_to_call, key="wie_bellen", on_click=_decide, args=(field, True))
        st.button(words.no, key="niet_in_gevaar", type="tertiary", on_click=_decide, args=(field, False))


def below(name: str, text: str, go_on: Callable[[], None] | None = None, kept: str | None = None) -> bool:
    """The card below the field ``name`` when ``text`` tells of danger; whether it is shown.

    ``kept`` says what becomes of the text, unless it is that it is not kept.
    """
    if not tells_of_danger(text):
        return False
    words = TEXT.safety
    with st.container(key=f"veilig_{name}", gap="small"):
        told = words.not_kept if kept is None else kept
        st.html(card_of(told, heading="h2", is_public=_is_public()))
        st.button(words.not_right, key=f"klopt_niet_{name}", on_click=_on, args=(_marks([text]), go_on))
    return True


def card_of(kept: str, heading: str = "h1", *, is_public: bool) -> str:
    """The card alone, as HTML; ``kept`` says what becomes of what was typed.

    ``is_public``: for residents, without the steps that only a worker can take.
    """
    words = TEXT.safety
    calls = "".join(
        (
            _call("tel:112", words.call_112, words.call_112_when, urgent=True),
            _call("tel:0800-2000", words.call_home, words.call_home_when),
            _call("tel:113", words.call_113, words.call_113_when, also=("tel:0800-0113", words.call_0113)),
        )
    )
    steps = "".join(f"<li>{escape(step)}</li>" for step in SAFETY_STEPS[_STEPS_BEHIND_A_BUTTON:])
    after = "" if is_public else f"<h2>{escape(words.next_steps)}</h2><ul>{steps}</ul>"
    of_worker = SAFETY_INTRO if heading == "h1" else words.first_help
    intro = words.public_intro if is_public else of_worker
    return (
        f'<section class="veiligheid" role="alert"><{heading}>{escape(SAFETY_TITLE)}</{heading}>'
        f'<p class="nu">{escape(intro)}</p><ul class="bellen">{calls}</ul>'
        f'{after}<p class="stil">{escape(kept)}</p></section>'
    )


def _decide(field: str, danger: bool) -> None:
    say(_marks([str(st.session_state.get(field) or "")]), danger=danger)


def _marks(texts: Collection[str]) -> tuple[int, ...]:
    return tuple(map(mark_of, texts))


def _on(marks: Collection[int], go_on: Callable[[], None] | None) -> None:
    say(marks, danger=False)
    if go_on is not None:
        go_on()


def _is_public() -> bool:
    viewer = session.viewer()
    return viewer is None or viewer.role is Role.VISITOR


def _call(
    number: str, label: str, when: str, *, urgent: bool = False, also: tuple[str, str] | None = None
) -> str:
    second = f' <a href="{also[0]}">{escape(also[1])}</a>' if also else ""
    mark = ' class="nood"' if urgent else ""
    return f'<li{mark}><a href="{number}">{escape(label)}</a>{second}<span>{escape(when)}</span></li>'
