"""Fetches what a municipality needs from public sources, page by page, and keeps each page in a folder.

What is there already is not asked again, so that a run which broke off goes on where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import msgspec

from socialmap.connectors.http_gateway import Client, MissingThere, RefusedThere, fetch
from socialmap.errors import OutsideError
from socialmap.model.values import AreaId
from socialmap.model.wording_start import FETCHED_PAGE, KEPT_PAGE

AREAS = "https://api.pdok.nl/cbs/wijken-en-buurten-{year}/ogc/v1/collections/{collection}/items"
POSTCODES = "https://api.pdok.nl/cbs/postcode4/ogc/v1/collections/postcode4/items"
COLLECTIONS = ("gemeenten", "wijken", "buurten")
YEARS = (2025, 2024, 2023)
"""Editions of the map of neighbourhoods that are served this way, newest first."""
PER_PAGE = 200
_MOST_PAGES = 100

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class _Link(msgspec.Struct):
    rel: str = ""
    href: str = ""


class _Page(msgspec.Struct):
    """Of a page only what leads to the next; what is on it is read elsewhere, in the guarded child."""

    type: str
    links: list[_Link] = []


class _Started(msgspec.Struct):
    elements: list[msgspec.Raw]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder with the pages of one municipality, the way to the sources, and who hears of progress."""

    folder: Path
    client: Client
    tell: Callable[[str], None]

    def areas(self, municipality: AreaId, year: int) -> None:
        """Boundaries and figures of one edition. ``MissingThere`` when that edition does not exist."""
        for collection in COLLECTIONS:
            asked = {"f": "json", "limit": str(PER_PAGE), "gemeentecode": municipality}
            address = f"{AREAS.format(year=year, collection=collection)}?{urlencode(asked)}"
            self._pages(address, f"{collection}-{year}")

    def clear(self) -> None:
        """Put away everything that was fetched, to ask it anew."""
        for path in self.folder.glob("*.json"):
            with suppress(OSError):
                path.unlink()

    def postcodes(self, box: Box, year: int) -> None:
        asked = {
            "f": "json",
            "limit": str(PER_PAGE),
            "jaarcode": str(year),
            "bbox": ",".join(f"{degrees:.5f}" for degrees in box),
        }
        self._pages(f"{POSTCODES}?{urlencode(asked)}", "postcodes")

    def facilities(self, address: str, question: str) -> None:
        """One answer of Overpass. It says *remark* instead of an error when it broke off, so we look."""
        if self._kept("openstreetmap", 1) is not None:
            return
        content = fetch(address, client=self.client, form={"data": question})
        try:
            started = msgspec.json.decode(content, type=_Started)
        except msgspec.DecodeError:
            raise _unreadable() from None
        if "error" in started.remark.casefold():
            raise OutsideError(
                "OpenStreetMap heeft het nu te druk.", "Probeer het over een kwartier opnieuw.", retry=True
            )
        self._keep("openstreetmap", 1, content)

    def _pages(self, first: str, name: str) -> None:
        """Every page from the first; a place in the list that has expired means: once more from the start."""
        try:
            for _ in self._walk(first, name):
                pass
        except (MissingThere, RefusedThere):
            if not self._path(name, 1).exists():
                raise
            self._drop(name)
            for _ in self._walk(first, name):
                pass

    def _walk(self, first: str, name: str) -> Iterator[str]:
        address, seen = first, set[str]()
        for number in range(1, _MOST_PAGES + 1):
            seen.add(address)
            content = self._kept(name, number)
            fresh = content is None
            if content is None:
                content = fetch(address, client=self.client)
            following = _next(content, address)
            if fresh:
                self._keep(name, number, content)
            yield address
            if not following:
                return
            if following in seen:
                break
            address = following
        raise OutsideError(
            "De bron blijft naar een volgende bladzijde verwijzen.", "Probeer het later opnieuw."
        )

    def _path(self, name: str, number: int) -> Path:
        return self.folder / f"{name}-{number:03d}.json"

    def _kept(self, name: str, number: int) -> bytes | None:
        try:
            content = self._path(name, number).read_bytes()
        except OSError:
            return None
        self.tell(KEPT_PAGE.format(name=name, number=number))
        return content

    def _keep(self, name: str, number: int, content: bytes) -> None:
        """On disk as a whole or not at all, so that a page that is there can be trusted."""
        path = self._path(name, number)
        unfinished = path.with_name(path.name + ".deel")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(content)
            unfinished.replace(path)
        except OSError as error:
            raise OutsideError("Dit kon niet worden bewaard.", "Kijk of de schijf vol is.") from error
        self.tell(FETCHED_PAGE.format(name=name, number=number, size=max(1, len(content) // 1_000)))

    def _drop(self, name: str) -> None:
        for path in self.folder.glob(f"{name}-???.json"):
            with suppress(OSError):
                path.unlink()


def _next(content: bytes, address: str) -> str:
    """The address of the next page, "" on the last; ``OutsideError`` when it lies with somebody else."""
    try:
        page = msgspec.json.decode(content, type=_Page)
    except msgspec.DecodeError:
        raise _unreadable() from None
    if page.type != "FeatureCollection":
        raise _unreadable()
    following = next((link.href for link in page.links if link.rel == "next"), "")
    if following and urlsplit(following).netloc != urlsplit(address).netloc:
        raise OutsideError("De bron verwijst naar een andere plek. Daar gaan we niet heen.", "Meld dit ons.")
    return following


def _unreadable() -> OutsideError:
    return OutsideError("De bron geeft geen leesbaar antwoord.", "Probeer het later opnieuw.", retry=True)
