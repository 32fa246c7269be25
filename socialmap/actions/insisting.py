"""What never has to wait for somebody else's edit: a withdrawal, and what somebody wants taken away."""

from __future__ import annotations

from collections.abc import Callable

from socialmap.errors import EditConflict, NotFound

_TRIES = 3


def insist(attempt: Callable[[], object]) -> None:
    """Try again on what is there then when somebody was just before it; the last refusal is raised.

    ``attempt`` reads what it changes, so that it begins anew each time.
    """
    for _ in range(_TRIES - 1):
        try:
            attempt()
        except (EditConflict, NotFound):
            continue
        return
    attempt()
