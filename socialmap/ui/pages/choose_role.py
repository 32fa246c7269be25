"""Wie ben je? The first screen: four kinds of work, who only looks around, and who looks after the map."""

from __future__ import annotations

import streamlit as st

from socialmap.privacy.roles import Role
from socialmap.ui.text import TEXT


def render(*, is_demo: bool) -> Role | None:
    """The chosen role, ``None`` as long as nothing was chosen."""
    words = TEXT.roles
    chosen: Role | None = None
    with st.container(key="rollen"):
        st.html(
            '<div class="merk groot"><img src="/assets/own/icon.svg" alt="">'
            f"<span>{TEXT.frame.name}</span></div>"
        )
        st.title(words.title, anchor=False)
        st.markdown(words.intro)
        for role, button, explanation in words.buttons:
            label = f"**{button}**  \n{explanation}"
            if st.button(label, key=f"rol_{role.name}", width="stretch"):
                chosen = role
        with st.container(key="rol_anders", horizontal=True, gap="medium"):
            for role, button in (
                (Role.VISITOR, words.visitor),
                (Role.ADMINISTRATOR, words.administrator),
            ):
                if st.button(button, key=f"rol_{role.name}", type="tertiary"):
                    chosen = role
        if is_demo:
            st.html(f'<p class="demo lang"><b>{TEXT.frame.demo}</b><br>{TEXT.frame.demo_help}</p>')
    return chosen
