"""The words of the *wijkpakket*: a guide of a wijk or buurt to take along, and what lies beside it."""

from __future__ import annotations

from datetime import date

from socialmap.model.dutch import dutch_date

TITLE = "Wijkgids {area}"
INTRO = (
    "Dit is er te doen en te vinden in {area}. Bij alles staat wanneer iemand het heeft nagekeken. Is dat"
    " lang geleden? Bel dan voordat u gaat."
)
CONTENTS = "Wat staat erin"
ALSO = "Zie ook"
NO_FIXED_PLACE = "Zonder vaste plek"
OTHER = "Overig"
PLACES = "Plekken"
ORGANISATIONS = "Organisaties"
NOTHING = "Hier staat nog niets op de kaart."
DEMO = "Alles in deze gids is verzonnen. Hij is om mee te oefenen."
SOURCES = "Bronnen"
OWN_SOURCE = "Sociale kaart van {place}: gegevens van organisaties en van collega's in de wijk."
PAGE = "bladzijde {n}"

WHEN, WHERE, COST, FOR_WHOM, LANGUAGES = "Wanneer", "Waar", "Kosten", "Voor wie", "Talen"
CAN, CANNOT, CONTACT, RUN_BY = "Dit kan hier", "Dit kan hier niet", "Contact", "Van wie"
OPEN, WHEELCHAIR, HERE_WE_ARE, DOES = "Open", "Rolstoel", "Wij zijn hier", "Doet onder meer"
ASK_WHEN = "Vraag naar de dag."

WHICH_AREA = "Welke wijk of buurt bedoel je? Er zijn er meer die zo heten."
NO_AREA = "Deze wijk of buurt kennen we niet."
NO_AREA_REMEDY = "Geef een naam of code van een wijk of buurt, zoals die op de kaart staat."
NO_FOLDER = "Deze map kon niet worden gemaakt."
NO_FOLDER_REMEDY = "Kies een andere map, of een bestand dat eindigt op .zip."

_READ_ME = """{title}
Stand van {day}

Dit zijn de openbare gegevens van de sociale kaart van {area}, om mee te nemen.
Er is geen internet voor nodig. Er staat niets in over bewoners.

wijkgids.html  om te lezen op een computer of telefoon: open het bestand
wijkgids.pdf   om te printen (A4)
wijkgids.csv   voor een rekenblad

Wat er niet in staat
- wat gestopt is, even stilligt of nog een idee is
- hulp waar je een indicatie voor nodig hebt
- wat na {day} is veranderd: maak dan een nieuw pakket

In de gids: {entries}.

Bronnen
{sources}
"""


def as_of(day: date) -> str:
    """What stands on every page.

    >>> as_of(date(2026, 3, 2))
    'Stand van 2 maart 2026'
    """
    return f"Stand van {dutch_date(day)}"


def read_me(title: str, area: str, day: date, entries: str, sources: tuple[str, ...]) -> str:
    """The file that one opens first."""
    told = "\n".join(f"- {source}" for source in sources)
    return _READ_ME.format(title=title, day=dutch_date(day), area=area, entries=entries, sources=told)


def counted(offers: int, places: int, organisations: int) -> str:
    """How much is in the guide.

    >>> counted(1, 0, 3)
    '1 initiatief, 0 plekken en 3 organisaties'
    """
    return (
        f"{offers} {'initiatief' if offers == 1 else 'initiatieven'},"
        f" {places} {'plek' if places == 1 else 'plekken'}"
        f" en {organisations} {'organisatie' if organisations == 1 else 'organisaties'}"
    )
