"""The sentences about a team: when its figures are renewed, and what expertise it has or misses."""

from __future__ import annotations

from datetime import date

from socialmap.model.dutch import dutch_date
from socialmap.model.language import by_language

MISSING = "Deze deskundigheid mist in het team"
NOTHING_MISSING = "Alle deskundigheid is er."
NO_TEAM = "Je zit nog niet in een team. Vraag het aan je teamleider."
WHEN_RENEWED = (
    "Een nieuw gemiddelde komt op maandag, als minstens vijf antwoorden anders zijn. "
    "Zo ziet niemand de stip van één collega."
)
"""Why a new dot does not move the mean at once."""

SET_A_DOT = "Zet minstens één stip."
INSIDE_THE_FIELDS = "Zet de stip binnen de vier vakken."
IN_STEPS = "Kies stappen van 0,1."
NOT_IN_LIST = "Kies iets uit de lijst."
CHOOSE_CERTAINTY = "Kies een cijfer van 1 tot en met 5."
WRITE_AGREEMENT = "Schrijf één afspraak op."
CHOOSE_DAY = "Wanneer kom je hierop terug? Kies een datum."
NOT_IN_THE_PAST = "Kies een dag die nog komt."
TOO_LONG = "Maak de afspraak korter. Eén of twee zinnen is genoeg."


@by_language
def stand(on: date) -> str:
    """``Dit is de stand van 2 maart 2026.``"""
    return f"Dit is de stand van {dutch_date(on)}."


@by_language
def not_yet(answers: int) -> str:
    """Enough answers, but it is not Monday yet and not everybody answered."""
    return f"Er zijn {answers} antwoorden. Maandag zie je het gemiddelde, of zodra iedereen er is."


@by_language
def people(count: int) -> str:
    """How many colleagues have a discipline, for who may not see who they are."""
    return "1 collega" if count == 1 else f"{count} collega's"
