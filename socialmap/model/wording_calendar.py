"""What a calendar says in Dutch, and what is said about one that is read."""

from __future__ import annotations

MAKER = "-//socialmap//Sociale kaart//NL"
CALENDAR_NAME = "Sociale kaart"
PART_OF_DAY = "{name} ({part})"

NOT_A_CALENDAR = "Dit bestand is geen agenda."
NOT_A_CALENDAR_REMEDY = "Kies een .ics-bestand."
NO_EVENTS = "In deze agenda staan geen afspraken."
NO_SUCH_INITIATIVE = "We vinden geen initiatief met deze naam. Voeg het eerst toe."
MORE_INITIATIVES = "Er zijn meer initiatieven met deze naam. Geef het adres van het initiatief als URL."
NO_SUCH_RHYTHM = "Dit ritme kennen we niet. Het kan elke week, om de week, elke maand of één keer."
NO_MOMENT = "Bij deze afspraak staat geen dag en tijd die we kunnen lezen."
PAST = "Afspraken die al voorbij zijn, zijn overgeslagen."
EXCEPTIONS = "Uitzonderingen op een vast moment zijn overgeslagen."
