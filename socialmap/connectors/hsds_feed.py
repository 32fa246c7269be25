"""Fetches a whole feed as the standard says: every page of the list, then what is only told apart."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlencode

import msgspec

from socialmap.connectors.http_gateway import MissingThere, RefusedThere
from socialmap.errors import ImportRejected
from socialmap.model import wording_feed as words

MOST_PAGES = 1_000
MOST_SERVICES = 20_000
PER_PAGE = 100
Fetch = Callable[[str], bytes]


class _Item(msgspec.Struct):
    """Of an item in a list only what says whether it is whole."""

    id: str
    service_at_locations: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    attributes: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    schedules: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET

    @property
    def whole(self) -> bool:
        parts = (self.service_at_locations, self.attributes, self.schedules)
        return any(part is not msgspec.UNSET for part in parts)


class _Page(msgspec.Struct):
    contents: list[_Item]
    total_pages: int | None = None
    last_page: bool | None = None


def fetch_services(address: str, fetch: Fetch) -> list[bytes]:
    """The answers of a feed that together hold every service in full.

    Asks ``/services`` page by page with ``full``, and each service apart where a list holds only the outside
    of it (Open Referral UK). ``ImportRejected`` when it is no feed, ``OutsideError`` when the source fails.
    """
    start = address.rstrip("/")
    start = start.removesuffix("/services")
    answers: list[bytes] = []
    apart: list[str] = []
    number = 1
    while True:
        content, page = _page(start, number, fetch)
        if any(item.whole for item in page.contents):
            answers.append(content)
            apart += [item.id for item in page.contents if not item.whole]
        else:
            apart += [item.id for item in page.contents]
        if _is_last(page, number):
            break
        number += 1
        if number > MOST_PAGES:
            raise ImportRejected(words.TOO_MANY_PAGES, words.PAGE_REMEDY)
    if len(apart) > MOST_SERVICES:
        raise ImportRejected(words.TOO_MANY_PAGES, words.PAGE_REMEDY)
    for service_id in dict.fromkeys(apart):
        try:
            answers.append(fetch(f"{start}/services/{quote(service_id, safe='')}"))
        except MissingThere:
            continue  # taken away since the list was made
    if not answers:
        raise ImportRejected(words.EMPTY_FEED, words.PAGE_REMEDY)
    return answers


def _page(start: str, number: int, fetch: Fetch) -> tuple[bytes, _Page]:
    """One page; a source that refuses parameters that it does not know is asked with as few as possible."""
    try:
        content = fetch(
            f"{start}/services?{urlencode({'page': number, 'per_page': PER_PAGE, 'full': 'true'})}"
        )
    except RefusedThere:
        content = fetch(f"{start}/services?{urlencode({'page': number})}")
    try:
        return content, msgspec.json.decode(content, type=_Page)
    except msgspec.DecodeError:
        raise ImportRejected(words.NOT_A_FEED, words.PAGE_REMEDY) from None


def _is_last(page: _Page, number: int) -> bool:
    if page.last_page or not page.contents:
        return True
    if page.total_pages is None:
        if page.last_page is None:
            raise ImportRejected(words.PAGE_COUNT, words.PAGE_REMEDY)
        return False
    return number >= page.total_pages
