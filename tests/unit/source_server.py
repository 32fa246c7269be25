"""A server on this machine that answers as the public sources do, with answers that we wrote ourselves.

Written in the shapes of the real ones: pages with links, nodes with a point and ways with a centre, codes of
municipalities with and without letters. Every town in it is invented.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from socialmap.connectors.http_gateway import Client, Limits
from tests.unit.map_files import feature, square

JSON = "application/json"
PDOK = "/api.pdok.nl"
AREAS = PDOK + "/cbs/wijken-en-buurten-{year}/ogc/v1/collections/{collection}/items"
POSTCODES = PDOK + "/cbs/postcode4/ogc/v1/collections/postcode4/items"
FREE = PDOK + "/bzk/locatieserver/search/v3_1/free"
OVERPASS = "/overpass-api.de/api/interpreter"


@dataclass
class Reply:
    """One answer. ``cut``: say that more follows than there does; ``drip``: so many seconds between bytes."""

    body: bytes = b"{}"
    status: int = 200
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    drip: float = 0.0


@dataclass
class Asked:
    """What somebody asked: the path, its parameters, the form, and who says to ask."""

    path: str
    parameters: dict[str, list[str]]
    form: dict[str, list[str]]
    agent: str


Answer = Callable[[Asked], Reply]


@dataclass
class SourceServer:
    """Answers by path; a list of replies is given one after the other, the last one for ever."""

    url: str = ""
    routes: dict[str, Answer | list[Reply] | Reply] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def answer(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        found = self.routes.get(asked.path, Reply(b'{"title": "Not Found"}', 404, "application/problem+json"))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found if isinstance(found, Reply) else found(asked)

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


@contextmanager
def source_server() -> Iterator[SourceServer]:
    sources = SourceServer()

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._reply({})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._reply(parse_qs(body))

        def _reply(self, form: dict[str, list[str]]) -> None:
            parts = urlsplit(self.path)
            asked = Asked(parts.path, parse_qs(parts.query), form, self.headers["User-Agent"])
            reply = sources.answer(asked)
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body) + (10 if reply.cut else 0)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if reply.drip:
                for byte in reply.body:
                    if sources.stopping.wait(reply.drip):
                        return
                    self.wfile.write(bytes([byte]))
            else:
                self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            """Say nothing: what is asked may not be in any log, so not in ours either."""

    class Quiet(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that went away is part of the tests."""

    with Quiet(("127.0.0.1", 0), Door) as server:
        sources.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield sources
        finally:
            sources.stopping.set()
            server.shutdown()
            thread.join()


class FakeTime:
    """Counts seconds that pass only by waiting; ``waits`` are those that were waited."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.seconds

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds


def client_of(
    sources: SourceServer,
    *,
    time: FakeTime | None = None,
    limits: Limits | None = None,
    mirrored: bool = True,
) -> Client:
    """A client whose only source is this server."""
    clock = time or FakeTime()
    mirror = sources.url if mirrored else ""
    return Client(clock.now, clock.wait, limits or Limits(seconds=5.0), mirror=mirror, loopback=True)


def page(*features: object, following: str = "") -> Reply:
    """One page of OGC API Features; ``following`` is the address behind its link to the next."""
    links = [
        {"rel": "self", "href": "https://api.pdok.nl/x"},
        {"rel": "alternate", "href": "https://api.pdok.nl/y"},
    ]
    if following:
        links.append({"rel": "next", "title": "Next page", "href": following})
    document = {
        "type": "FeatureCollection",
        "timeStamp": "2026-03-02T09:00:00Z",
        "links": links,
        "features": list(features),
        "numberReturned": len(features),
    }
    return Reply(json.dumps(document).encode(), kind="application/geo+json")


def neighbourhood(
    number: int, name: str, *, inhabitants: int = 1200, west: float = 6.10
) -> dict[str, object]:
    """A neighbourhood of the invented municipality GM9998 Dobberdam, a square of a hundredth degree."""
    columns = {
        "buurtcode": f"BU999801{number:02d}", "buurtnaam": name, "wijkcode": "WK999801",
        "wijknaam": "Wijk 01",
        "gemeentecode": "GM9998", "gemeentenaam": "Dobberdam", "water": "NEE",
        "aantal_inwoners": inhabitants, "aantal_huishoudens": 600, "percentage_personen_65_jaar_en_ouder": 21,
        "percentage_eenpersoonshuishoudens": -99997, "stedelijkheid_adressen_per_km2": 3,
    }  # fmt: skip
    return feature(columns, square(west + 0.01 * (number - 1)))


def parent(kind: str, code: str, name: str, *, count: int = 3) -> dict[str, object]:
    columns = {
        f"{kind}code": code,
        f"{kind}naam": name,
        "gemeentecode": "GM9998",
        "gemeentenaam": "Dobberdam",
    }
    shape = square().union(square(6.10 + 0.01 * (count - 1))).envelope
    return feature({**columns, "water": "NEE", "aantal_inwoners": 1200 * count}, shape)


def element(number: int, lon: float, lat: float, *, sort: str = "node", **tags: str) -> dict[str, object]:
    """An element of Overpass; tags are written with ``__`` for a colon."""
    where = {"lat": lat, "lon": lon}
    place = where if sort == "node" else {"center": where}
    named = {key.replace("__", ":"): value for key, value in tags.items()}
    return {"type": sort, "id": number, **place, "tags": named}


def overpass(*elements: object, remark: str = "") -> Reply:
    document: dict[str, object] = {
        "version": 0.6,
        "generator": "Overpass API 0.7.62",
        "osm3s": {"timestamp_osm_base": "2026-03-02T06:40:22Z", "copyright": "ODbL"},
        "elements": list(elements),
    }
    if remark:
        document["remark"] = remark
    return Reply(json.dumps(document).encode())


def documents(*found: dict[str, object]) -> Reply:
    """An answer of the Locatieserver."""
    response = {
        "numFound": len(found),
        "start": 0,
        "maxScore": 9.1,
        "numFoundExact": True,
        "docs": list(found),
    }
    return Reply(json.dumps({"response": response}).encode())


def address(street: str, number: int, **more: object) -> dict[str, object]:
    return {
        "bron": "BAG", "type": "adres", "straatnaam": street, "huisnummer": number, "huis_nlt": str(number),
        "postcode": "9998AB", "woonplaatsnaam": "Dobberdam", "gemeentenaam": "Dobberdam",
        "gemeentecode": "9998",
        "weergavenaam": f"{street} {number}, 9998AB Dobberdam", "centroide_ll": "POINT(6.105 52.505)",
        "buurtcode": "BU99980101", "id": f"adr-{number}", "score": 9.1,
    } | more  # fmt: skip
