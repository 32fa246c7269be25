"""*Klopt dit niet?*, in English."""

from __future__ import annotations

from datetime import date

from socialmap.model.english.dutch import dutch_date
from socialmap.model.language import told


def sent_in(by: str, on: date) -> str:
    return f"Reported by a {told(by)} on {dutch_date(on)}"
