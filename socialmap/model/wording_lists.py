"""What a list to fill in explains, in Dutch, per column."""

from __future__ import annotations

from collections.abc import Mapping

NO_ROWS = "In dit bestand staan geen rijen met een kop erboven."
NO_ROWS_REMEDY = "Zet boven elke kolom wat erin staat, of gebruik ons sjabloon."

EXPLANATION_SHEET = "uitleg"
EXPLANATION = ("kolom", "wat erin staat")

EXPLAINED: Mapping[str, str] = {
    "id": "Een nummer dat altijd hetzelfde blijft. Zo herkennen we de rij een volgende keer.",
    "name": "Hoe het heet. Verplicht.",
    "themes": "Waar het bij helpt, zoals Samen eten. Meer? Zet er ; tussen. Verplicht bij initiatieven.",
    "contact": "Hoe je contact opneemt: een algemeen nummer of 'via het buurthuis'. Geen naam van iemand.",
    "phone": "Een algemeen telefoonnummer.",
    "email": "Een algemeen mailadres.",
    "website": "Een webadres.",
    "place": "Waar het is: de naam van een voorziening, of 'geen vaste plek'.",
    "address": "Straat en huisnummer, postcode en plaats.",
    "lon": "De lengtegraad van de plek, zoals 6,0912.",
    "lat": "De breedtegraad van de plek, zoals 52,5128.",
    "area": "De buurt, als het nergens precies is: naam of code.",
    "sessions": "Wanneer: dinsdag 14:00-16:00, of di-middag. Meer momenten? Zet er ; tussen.",
    "rhythm": "wekelijks, om de week, maandelijks of eenmalig.",
    "on": "De datum, als het één keer is.",
    "description": "Wat het is, in hoogstens 300 tekens. Zonder namen van mensen.",
    "target_groups": "Voor wie vooral, zoals Ouderen.",
    "access": "vrij, aanmelden, doelgroep, verwijzing of indicatie.",
    "age_min": "Vanaf welke leeftijd.",
    "age_max": "Tot en met welke leeftijd.",
    "cost_eur": "Wat het per keer kost, in euro. Gratis is 0.",
    "languages": "Welke talen mensen er spreken.",
    "max_participants": "Hoeveel mensen kunnen meedoen.",
    "places_free": "Hoeveel plaatsen er vrij zijn, of 'onbeperkt'.",
    "status": "idee, actief, gepauzeerd of gestopt.",
    "started_on": "Wanneer het begon.",
    "stopped_on": "Wanneer het stopt.",
    "run_by": "Welke organisatie het doet.",
    "checked_on": "Wanneer iemand nakeek of dit klopt.",
    "type": "Wat voor plek het is, zoals Buurthuis.",
    "opening_hours": "Wanneer het open is, zoals Mo-Fr 09:00-17:00.",
    "wheelchair": "Kun je er met een rolstoel in? ja, nee of onbekend.",
    "operator_id": "Welke organisatie het beheert.",
    "sort": "Wat voor organisatie het is, zoals welzijn of vereniging.",
    "barrier": "Kan dit hier? ja, nee of leeg als je het niet weet.",
}
"""By field; what is not in it is not in the list to fill in either."""
