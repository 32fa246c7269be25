"""How to call each action that brings public data in or out; with its right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from socialmap.actions.browse_map import MapView
from socialmap.actions.import_list import export_template, list_template, look_at_list
from socialmap.actions.public_files import (
    FileForm,
    calendar,
    calendar_of_one,
    describe_dataset,
    export_calendar,
    export_description,
    export_open_file,
    open_file,
)
from socialmap.actions.read_calendar import import_calendar
from socialmap.actions.read_places import import_geojson
from socialmap.actions.read_products import import_products
from socialmap.actions.read_rdf import import_rdf
from socialmap.actions.show_origins import show_origins, who_is
from socialmap.actions.show_thing import show_thing, thing_as_rdf
from socialmap.actions.take_along import export_package, take_along
from socialmap.actions.workspace import Workspace
from socialmap.privacy.roles import Viewer
from tests.town import KOFFIE, LINDEHOF

Call = Callable[[Workspace, Viewer, Path], object]
OUT, IN = "openbare gegevens meenemen", "gegevens inlezen"
ADDRESS = "https://kaart.dobberdam.nl"
LIST = b"naam;thema;contact;plek\nSchaken;Spelletjes;via;geen vaste plek\n"
PLACES = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","id":"7","geometry":null,"properties":'
    b'{"naam":"Schaken","thema":"Spelletjes","contact":"via","plek":"geen vaste plek"}}]}'
)
THINGS = (
    b"@prefix sm: <https://w3id.org/socialmap/def#> .\n<https://w3id.org/socialmap/id/room/hok> a sm:Room ."
)
PRODUCTS = (
    b'<r xmlns:p="http://standaarden.overheid.nl/product/terms/"><p:scproduct><p:productID>1</p:productID>'
    b"</p:scproduct></r>"
)
EVENTS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Onbekend\r\n"
    b"DTSTART:20260404T100000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def kept(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


CALLS: dict[str, tuple[str, Call]] = {
    "open_file": (OUT, lambda w, v, _: open_file(w, v, FileForm.CSV)),
    "export_open_file": (OUT, lambda w, v, f: export_open_file(w, v, FileForm.TURTLE, f / "x")),
    "calendar": (OUT, lambda w, v, _: calendar(w, v, MapView())),
    "calendar_of_one": (OUT, lambda w, v, _: calendar_of_one(w, v, KOFFIE.id)),
    "export_calendar": (OUT, lambda w, v, f: export_calendar(w, v, f / "x.ics")),
    "describe_dataset": (OUT, lambda w, v, _: describe_dataset(w, v, ADDRESS)),
    "export_description": (OUT, lambda w, v, f: export_description(w, v, f / "x", address=ADDRESS)),
    "take_along": (OUT, lambda w, v, _: take_along(w, v, LINDEHOF.id)),
    "export_package": (OUT, lambda w, v, f: export_package(w, v, f / "x.zip", LINDEHOF.id)),
    "show_thing": (OUT, lambda w, v, _: show_thing(w, v, "initiative", KOFFIE.id)),
    "thing_as_rdf": (OUT, lambda w, v, _: thing_as_rdf(w, v, "initiative", KOFFIE.id, "ttl")),
    "list_template": (OUT, lambda w, v, _: list_template(w, v)),
    "export_template": (OUT, lambda w, v, f: export_template(w, v, f / "x.xlsx")),
    "show_origins": ("aanbod zien", lambda w, v, _: show_origins(w, v, "initiative", KOFFIE.id)),
    "who_is": ("geschiedenis zien", lambda w, v, _: who_is(w, v, "beheerder")),
    "look_at_list": (IN, lambda w, v, _: look_at_list(w, v, LIST)),
    "import_geojson": (IN, lambda w, v, f: import_geojson(w, v, kept(f, "p.geojson", PLACES))),
    "import_rdf": (IN, lambda w, v, f: import_rdf(w, v, kept(f, "t.ttl", THINGS))),
    "import_products": (IN, lambda w, v, f: import_products(w, v, kept(f, "p.xml", PRODUCTS))),
    "import_calendar": (IN, lambda w, v, f: import_calendar(w, v, kept(f, "k.ics", EVENTS))),
}
