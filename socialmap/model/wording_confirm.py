"""The sentences around a link to confirm something: the mail, and why a link does not work (any more)."""

from __future__ import annotations

from datetime import date

from socialmap.model.dutch import dutch_date

UNKNOWN = "Deze link kennen we niet."
UNKNOWN_REMEDY = "Kijk of de hele link is overgenomen uit de mail."
USED = "Deze link is al gebruikt. Uw antwoord is bij ons binnen."
USED_REMEDY = "Wilt u nog iets melden? Vraag ons om een nieuwe link."
EXPIRED = "Deze link werkt niet meer. Hij was 30 dagen geldig."
EXPIRED_REMEDY = "Vraag ons om een nieuwe link."
REVOKED = "Deze link is ingetrokken."
REVOKED_REMEDY = "Vraag ons om een nieuwe link."
GONE = "Dit staat niet meer op de kaart."
GONE_REMEDY = "U hoeft niets te doen. Klopt dat niet? Neem contact met ons op."
NOT_FROM_HERE = "Dit antwoord kwam niet van onze pagina."
NOT_FROM_HERE_REMEDY = "Open de link uit de mail opnieuw en geef daar uw antwoord."
THANKS_CORRECT = "Dank u wel. We weten nu dat dit klopt."
THANKS_CHANGED = "Dank u wel. Een collega uit de wijk kijkt ernaar."
NOTHING_TO_REVOKE = "Deze link werkte al niet meer."
NOTHING_TO_REVOKE_REMEDY = "Je hoeft niets te doen."


def subject(name: str) -> str:
    return f"Klopt dit nog? {name}"


def mail(name: str, address: str, until: date) -> str:
    """The text that a colleague sends from her own mail."""
    return (
        f"Beste lezer,\n\n"
        f"{name} staat op de sociale kaart van de wijk. Klopt het nog?\n"
        f"Kijk en antwoord met één klik, zonder inloggen:\n\n"
        f"{address}\n\n"
        f"De link werkt één keer, tot en met {dutch_date(until)}.\n"
        f"Dank u wel voor uw hulp."
    )
