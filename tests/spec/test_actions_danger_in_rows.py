"""Rows with several free texts, as a feed brings them: each is listened to, and so many in all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions import danger_in_rows
from socialmap.actions.import_file import carry_out
from socialmap.connectors.plan import Reading, Row
from socialmap.model.provision import Initiative
from socialmap.model.wording_suggested import NOT_ALL_LISTENED_TO, danger_in_row
from socialmap.privacy.offer_texts import OPEN_TEXTS
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE

ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)
QUIET = (
    "Een potje schaken met koffie, elke dinsdag in het buurthuis. Iedereen is welkom en je hoeft je niet op"
    " te geven. We spelen tot vier uur en er is altijd iemand die het je leert.",
    "Iedereen voelt zich thuis en kent elkaar bij naam.",
    "De zaal is klein en de bus stopt ver weg.",
)


def notes(workspace, *rows):
    """What is said about rows with these texts, at lines 2, 3, …"""
    read = (
        replace(KOFFIE, id=f"rij-{line}", name=f"Schaken {line}", **dict(zip(OPEN_TEXTS, texts, strict=True)))
        for line, texts in enumerate(rows, start=2)
    )
    given = frozenset(("name", "themes", "contact", *OPEN_TEXTS))
    reading = Reading(tuple(Row(line, each, given) for line, each in enumerate(read, start=2)), whole=False)
    return carry_out(workspace, ADMINISTRATOR, reading, (Initiative,), apply=False).plan.notes


@pytest.mark.parametrize("place", range(3))
def test_danger_does_not_drown_in_the_other_texts_of_a_row(workspace, place):
    danger = tuple("Hij slaat haar elke dag." if place == n else text for n, text in enumerate(QUIET))
    assert danger_in_row("", 3) in notes(workspace, QUIET, danger)


def test_texts_are_counted_and_not_rows(workspace, monkeypatch):
    monkeypatch.setattr(danger_in_rows, "_MOST_LISTENED", 4)
    assert NOT_ALL_LISTENED_TO.format(most=2) in notes(workspace, QUIET, QUIET, QUIET)
    assert NOT_ALL_LISTENED_TO.format(most=2) not in notes(workspace, QUIET, QUIET)
