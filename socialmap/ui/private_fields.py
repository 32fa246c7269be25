"""The fields of a form about people: kept when the page is left, and forgotten with everything private."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from socialmap.errors import InvalidInput
from socialmap.ui.guard import told_by_field
from socialmap.ui.session import PRIVATE

LONGEST_WORDS = 200
"""Letters in a field for how somebody says it."""


@dataclass(frozen=True, slots=True)
class Fields:
    """One form by its name. A new round gives every field a new key: a browser keeps nothing in it."""

    form: str

    def begin(self, first: Mapping[str, Any] | None = None) -> None:
        """Start with these values after everything was forgotten."""
        if self._begun not in st.session_state:
            st.session_state[self._round] = st.session_state.get(self._round, 0) + 1
            st.session_state[self._begun] = True
            for name, value in (first or {}).items():
                self.put(name, value)

    def key(self, name: str) -> str:
        """The session key of a field."""
        return f"{PRIVATE}{self.form}{st.session_state.get(self._round, 0)}_{name}"

    def got(self, name: str, otherwise: Any = None) -> Any:
        """What a field holds, or ``otherwise`` when it is empty."""
        value = st.session_state.get(self.key(name))
        return otherwise if value is None else value

    def filled(self) -> dict[str, Any]:
        """What every field of this round holds, by name; without the empty ones."""
        begin = self.key("")
        return {
            str(key).removeprefix(begin): value
            for key, value in st.session_state.items()
            if str(key).startswith(begin) and value not in (None, "", [], False)
        }

    def put(self, name: str, value: Any) -> None:
        st.session_state[self.key(name)] = value

    def clear(self) -> None:
        """Forget this form alone."""
        begin = f"{PRIVATE}{self.form}"
        for key in [key for key in st.session_state if str(key).startswith(begin)]:
            del st.session_state[key]

    def refuse(self, error: InvalidInput, draft: Any = None) -> None:
        """Remember what has to be mended, by field of the draft; the form stays filled in."""
        self.put("fouten", dict(told_by_field(error)))
        self.put("geweigerd", self.got("geweigerd", 0) + 1)
        self.put("zoals_geweigerd", draft)

    def forgive(self, draft: Any) -> None:
        """Take away what was said about a field that was changed since; then the screen is drawn again.

        Call after the buttons: drawing again would lose the press of one.
        """
        errors, before = self.errors(), self.got("zoals_geweigerd")
        left = {
            field: sentence
            for field, sentence in errors.items()
            if getattr(draft, field, None) == getattr(before, field, None)
        }
        if before is not None and left != errors:
            self.put("fouten", left)
            st.rerun()

    def drop_errors(self, sentences: Iterable[str]) -> None:
        """Take away these sentences, wherever they stand; what else is said of a field stays."""
        errors = self.errors()
        for gone in sentences:
            errors = {field: told.replace(gone, "").strip() for field, told in errors.items()}
        self.put("fouten", {field: told for field, told in errors.items() if told})

    def errors(self) -> dict[str, str]:
        found: dict[str, str] = self.got("fouten", {})
        return found

    @property
    def _round(self) -> str:
        return f"ronde_{self.form}"

    @property
    def _begun(self) -> str:
        return f"{PRIVATE}{self.form}_begonnen"
