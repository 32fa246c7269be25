"""The sentences about checking what is on the map: when it was done last, and what an answer did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialmap.model.dutch import dutch_date
from socialmap.model.provision import OfferStatus
from socialmap.model.wording import FreshnessBadge
from socialmap.model.work import CheckOutcome

ALL_CHECKED = "Alles is pas gecontroleerd. Dank je wel."
BADGE_MEANING = {
    FreshnessBadge.FRESH: "Korter dan drie maanden geleden nagekeken.",
    FreshnessBadge.FAIRLY: "Drie tot zes maanden geleden nagekeken.",
    FreshnessBadge.CALL_FIRST: "Langer dan een half jaar geleden nagekeken.",
    FreshnessBadge.OUTDATED: "Langer dan een jaar geleden nagekeken, of nog nooit.",
    FreshnessBadge.MAYBE_STOPPED: "Drie keer geprobeerd en niemand bereikt.",
}
NO_STREET = "Zonder vast adres"
SAY_WHAT_CHANGED = "Pas aan wat anders is. Na bewaren telt het als nagekeken."
ALREADY_STOPPED = "Een collega gaf al door dat dit is gestopt."
LEFT_ALONE = "Niet bellen of langsgaan voor ons: dat willen zij niet. Meedoen mag wel."
STILL_IN_USE = "Hier is nog iets: {names}."
STILL_IN_USE_REMEDY = "Kijk dat eerst na. Daarna kan dit op gestopt."
ALREADY_STOPPED_REMEDY = "Klopt dat niet? Kijk in de geschiedenis en zet het terug."


def last_checked(checked_on: date | None) -> str:
    return f"Laatst gecontroleerd op {dutch_date(checked_on)}." if checked_on else "Nog nooit gecontroleerd."


def unreached(days: Sequence[date]) -> str:
    """How often nobody was reached since the last check; empty for never.

    >>> unreached([date(2026, 1, 21)]), unreached([date(2025, 12, 1), date(2026, 1, 21)])
    ('Niet bereikt op 21 januari 2026.', '2 keer niet bereikt, het laatst op 21 januari 2026.')
    """
    if len(days) < 2:
        return "".join(f"Niet bereikt op {dutch_date(day)}." for day in days)
    return f"{len(days)} keer niet bereikt, het laatst op {dutch_date(days[-1])}."


def not_running(status: OfferStatus, stopped_on: date | None) -> str:
    """Why there is nothing to go to now; empty for what is active."""
    if status is OfferStatus.STOPPED and stopped_on:
        return f"Gestopt op {dutch_date(stopped_on)}."
    return _NOT_RUNNING.get(status, "")


def noted(outcome: CheckOutcome, *, maybe_stopped: bool = False) -> str:
    """What an answer did, for whoever gave it."""
    if outcome is CheckOutcome.NO_ANSWER and maybe_stopped:
        return "Drie keer niet bereikt. Er staat nu bij: Mogelijk gestopt."
    return _NOTED[outcome]


_NOT_RUNNING = {
    OfferStatus.IDEA: "Dit is nog een idee.",
    OfferStatus.PAUSED: "Dit ligt nu stil.",
    OfferStatus.STOPPED: "Dit is gestopt.",
}
_NOTED = {
    CheckOutcome.CORRECT: "Klopt. De datum staat op vandaag.",
    CheckOutcome.CHANGED: "Aangepast. De datum staat op vandaag.",
    CheckOutcome.STOPPED: "Gestopt. Het staat niet meer op de kaart. De geschiedenis blijft.",
    CheckOutcome.NO_ANSWER: "Niet bereikt. Over een week staat het weer op de lijst.",
}
