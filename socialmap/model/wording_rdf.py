"""What is said about a file with RDF that is read."""

from __future__ import annotations

BROKEN = "Dit bestand is geen RDF die we kunnen lezen."
BROKEN_REMEDY = "Kies een bestand met Turtle, N-Quads of JSON-LD."
ELSEWHERE = "Dit bestand verwijst voor zijn betekenis naar een adres op internet. Dat halen we niet op."
ELSEWHERE_REMEDY = "Zet de context in het bestand zelf."
PRIVATE = "In dit bestand staan gegevens die niet openbaar zijn. Die lezen we nooit in."
PRIVATE_REMEDY = "Neem alleen openbare gegevens mee."
TOO_MUCH = "Dit bestand heeft meer dan twee miljoen zinnen."
TOO_MUCH_REMEDY = "Knip het in stukken."
NOTHING = "In dit bestand staat niets dat we kennen."
NOTHING_REMEDY = "Kies een bestand dat met 'socialmap export' is gemaakt, of volg onze ontologie."
