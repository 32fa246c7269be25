"""The frame: role choice, doors, friendly errors, and what is forgotten."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.ui.breaking import CANARY

Opener = Callable[..., AppTest]


def labels(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def test_first_of_all_the_app_asks_who_you_are(opened: Opener) -> None:
    app = opened(role=None)
    assert [title.value for title in app.title] == ["Wie ben je?"]
    shown = " ".join(labels(app))
    for _, button, _ in TEXT.roles.buttons:
        assert button in shown


@pytest.mark.parametrize(
    ("role", "screen"),
    [(Role.COMMUNITY_WORKER, "25 van"), (Role.PROFESSIONAL, TEXT.find.title), (Role.BROKER, TEXT.add.title)],
)
def test_the_role_decides_the_first_screen(opened: Opener, role: Role, screen: str) -> None:
    app = press(opened(role=None), f"rol_{role.name}")
    shown = [title.value for title in app.title] + [element.body for element in app.get("html")]
    assert any(screen in text for text in shown), shown


@pytest.mark.parametrize("role", list(Role))
def test_every_role_sees_the_map(opened: Opener, role: Role) -> None:
    app = opened(role)
    assert not app.exception
    assert not app.error
    assert any(label.startswith("![](/assets/marks/") for label in labels(app))


def test_a_shared_address_waits_until_a_role_is_chosen(opened: Opener) -> None:
    app = press(opened(role=None, thema="geld"), "rol_BROKER")
    assert app.session_state["kaart_themas"] == ["geld"]


def test_another_role_starts_over_and_forgets_the_search(opened: Opener) -> None:
    app = opened()
    app.session_state[f"{session.PRIVATE}woorden"] = CANARY
    app = press(app, "andere_rol")
    assert [title.value for title in app.title] == ["Wie ben je?"]
    assert f"{session.PRIVATE}woorden" not in app.session_state


def test_a_search_is_forgotten_after_ten_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    state: dict[str, object] = {f"{session.PRIVATE}woorden": CANARY, "kaart_tekst": "koffie"}
    monkeypatch.setattr(st, "session_state", state)
    assert not session.forget_when_idle(lambda: 100.0)
    assert not session.forget_when_idle(lambda: 699.0)
    assert f"{session.PRIVATE}woorden" in state
    assert session.forget_when_idle(lambda: 1299.0)
    assert f"{session.PRIVATE}woorden" not in state
    assert state["kaart_tekst"] == "koffie"


def test_a_refusal_is_friendly_and_says_what_to_do() -> None:
    app = _guarded_app("refuse")
    assert app.warning[0].value == "**Je mag dit niet zien. Vraag het aan je teamleider.**\n\nGa terug."


def test_all_that_is_wrong_is_said_at_once_as_plain_text() -> None:
    value = _guarded_app("complain").warning[0].value
    assert "- Vul een naam in.\n- Vul in\\: \\*contact\\*." in value


def test_what_was_typed_never_reaches_the_log_or_the_screen(caplog: pytest.LogCaptureFixture) -> None:
    app = _guarded_app("break_down")
    assert TEXT.general.unexpected in app.error[0].value
    assert "Kanarie" not in app.error[0].value + caplog.text
    assert "ValueError" in caplog.text


def _guarded_app(what: str) -> AppTest:
    return AppTest.from_string(f"from tests.ui import breaking\nbreaking.show({what!r})").run()
