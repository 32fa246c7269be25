"""Shows the beginning of a screen that took the place of another; a browser would stay where it was."""

from __future__ import annotations

from html import escape

import streamlit as st


def look_at(screen: str, part: str = "") -> None:
    """Call last. Scrolls once for every new ``screen``: to its top, or to the container with key ``part``."""
    told = f'data-screen="{escape(screen)}" data-to="{escape(part)}"'
    st.html(f'<script src="/assets/own/look.js" {told}></script>', unsafe_allow_javascript=True)
