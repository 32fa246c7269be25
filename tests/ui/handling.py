"""What a test does with a screen without a browser: read it, find a field of a form, press a button."""

from __future__ import annotations

import re
from html import unescape

from streamlit.testing.v1 import AppTest

from socialmap.ui import session


def said(app: AppTest) -> str:
    """All text that a screen shows as HTML."""
    return " ".join(element.body for element in app.get("html"))


def plain(raw: str) -> str:
    """HTML as the words that people read."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", raw)))


def told(app: AppTest) -> str:
    """Everything that stands on the page, drawings too, as plain text."""
    return plain(
        " ".join([element.body for element in app.get("html")] + [each.value for each in app.markdown])
    )


def key(app: AppTest, form: str, name: str) -> str:
    """The key of a field of a form, this time around."""
    return f"{session.PRIVATE}{form}{app.session_state[f'ronde_{form}']}_{name}"


def press(app: AppTest, name: str) -> AppTest:
    return app.button(key=name).click().run()


def looked_at(app: AppTest) -> tuple[str, str]:
    """Which screen the browser is told to look at, and the part of it (empty: its beginning)."""
    script = next(element.body for element in app.get("html") if "look.js" in element.body)
    screen, part = re.findall(r'data-\w+="([^"]*)"', script)
    return screen, part
