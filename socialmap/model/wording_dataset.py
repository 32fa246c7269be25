"""What a catalogue says in Dutch of the public data, and what a page of one thing says."""

from __future__ import annotations

CATALOGUE = "Gegevens van de sociale kaart van {place}"
DATASET = "Sociale kaart van {place}"
SAYS = (
    "Wat er in de buurt is: initiatieven, voorzieningen en organisaties van de sociale basis, met plek, tijd,"
    " toegang en drempels. Zonder gegevens van bewoners."
)
PUBLISHER = "Sociaal team {place}"
KEYWORDS = ("sociale basis", "sociale kaart", "buurt", "welzijn", "ontmoeten", "voorzieningen")

FILES: tuple[tuple[str, str, str], ...] = (
    ("Aanbod als HSDS 3.0", "/hsds/services", "JSON"),
    ("Aanbod als Open Referral UK 3.0", "/oruk/services", "JSON"),
    ("Kaart als GeoJSON", "/open/kaart.geojson", "GEOJSON"),
    ("Lijst als CSV", "/open/kaart.csv", "CSV"),
    ("Lijst als Excel", "/open/kaart.xlsx", "XLSX"),
    ("Alles als RDF (Turtle)", "/open/kaart.ttl", "RDF_TURTLE"),
)
"""Title, where it lies below the address of the app, and its form in the list of the European Union."""

SERVICES: tuple[tuple[str, str, str, str], ...] = (
    ("HSDS 3.0", "Het aanbod per pagina, met zoeken en filters.", "/hsds", "/hsds/openapi.json"),
    (
        "Open Referral UK 3.0",
        "Het aanbod per pagina, in de vorm die in het Verenigd Koninkrijk gebruikelijk is.",
        "/oruk",
        "/oruk",
    ),
)
"""Title, what it gives, and the paths of the service and of its description."""
