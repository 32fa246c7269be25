"""Words of the public addresses, of reading in a list, and of where a fact comes from."""

from __future__ import annotations

from dataclasses import dataclass

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OpenWords:
    """What stands at the public addresses, outside the app."""

    to_calendar: str = "Zet in mijn agenda"
    all_to_calendar: str = "Zet deze lijst in mijn agenda"
    to_map: str = "Bekijk op de kaart"
    to_first_page: str = "Naar de kaart"
    address: str = "Vast adres:"
    other_forms: str = "Voor andere programma's:"
    removed: str = "Dit stond hier, maar is weggehaald."
    removed_remedy: str = "Kijk op de kaart wat er nu is."
    no_such_form: str = "In deze vorm hebben we het niet."
    no_such_form_remedy: str = "Kies uit: geojson, csv, xlsx, ttl, jsonld, nq."
    ask_for: str = "Vraag om text/html, text/turtle of application/ld+json."
    kinds: Options = (
        ("initiative", "Initiatief"),
        ("facility", "Voorziening"),
        ("organisation", "Organisatie"),
        ("room", "Ruimte"),
        ("neighbourhood", "Buurt"),
        ("district", "Wijk"),
        ("municipality", "Gemeente"),
        ("street", "Straat"),
        ("own_area", "Eigen gebied"),
    )
    fields: Options = (
        ("neighbourhood_ids", "Bestaat uit"),
        ("inhabitants", "Inwoners"),
        ("households", "Huishoudens"),
        ("percent_65_plus", "Procent 65-plus"),
        ("percent_living_alone", "Procent alleenwonend"),
        ("year", "Grenzen van het jaar"),
        ("story", "Verhaal"),
        ("capacity", "Hoeveel mensen"),
        ("kitchen", "Keuken"),
        ("quiet", "Rustig"),
        ("free_at", "Vrij op"),
    )
    """Fields that no form has; the others are named as in the form."""
