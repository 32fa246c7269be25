"""Small screens that go wrong, for testing what people then see."""

from __future__ import annotations

from socialmap.errors import InvalidInput, NotAllowed, Violation
from socialmap.ui.guard import guarded

CANARY = "Kanarie van Dijk, Kanariestraat 1, 06-12345678"


def refuse() -> None:
    raise NotAllowed("Je mag dit niet zien. Vraag het aan je teamleider.", "Ga terug.")


def complain() -> None:
    raise InvalidInput([Violation("naam", "Vul een naam in."), Violation("contact", "Vul in: *contact*.")])


def break_down() -> None:
    raise ValueError(CANARY)


def show(what: str) -> None:
    guarded({"refuse": refuse, "complain": complain, "break_down": break_down}[what])
