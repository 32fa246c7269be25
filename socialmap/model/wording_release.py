"""What is said about the weekly release of counts, the *stand van maandag*."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from socialmap.model.dutch import dutch_date

NOTHING_FOUND = "De controle vond niets. Deze stand mag naar buiten."
FOUND = "De controle vond iets. Deze stand gaat niet naar buiten."
TABLE_NAMES: Mapping[str, str] = {
    "buurt_leefgebied": "Per buurt en leefgebied",
    "wijk_kwartaal_leefgebied": "Per wijk, kwartaal en leefgebied",
    "wijk_thema": "Per wijk en onderwerp",
}


def would_go_out(monday: date) -> str:
    return f"Dit zou de stand van {dutch_date(monday)} zijn. Er is nog niets bewaard."


def went_out(monday: date) -> str:
    return f"De stand van {dutch_date(monday)} is bewaard."


def is_out_already(monday: date) -> str:
    return f"De stand van {dutch_date(monday)} was er al. Er verandert niets."


def cells_told(shown: int, hidden: int) -> str:
    return f"Vakjes met een aantal: {shown}. Vakjes zonder aantal: {hidden}."
