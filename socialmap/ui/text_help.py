"""The sentences of the help page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpWords:
    title: str = "Help"
    intro: str = "Hier lees je hoe het werkt en waar de gegevens vandaan komen."
