"""Answer the public addresses of the feed: lists with filters and pages, and one record by its UUID."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from socialmap.actions.workspace import Workspace
from socialmap.connectors.hsds_openapi import openapi
from socialmap.connectors.hsds_profile import patches
from socialmap.connectors.hsds_schedules import DAY_CODES, clock_in
from socialmap.connectors.hsds_served import (
    MOST_PER_PAGE,
    FeedQuery,
    ServedFeed,
    at_location_uuid,
    page_of,
    single_fields,
)
from socialmap.connectors.hsds_shapes import Document
from socialmap.connectors.oruk_out import as_oruk
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model import wording_feed as words
from socialmap.model.dutch import WEEKDAYS
from socialmap.model.normal_text import normalise
from socialmap.model.values import Weekday
from socialmap.privacy.roles import Right, Viewer, permit

_PER_PAGE = 50
_YES = frozenset({"true", "1", "yes"})
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Standard(StrEnum):
    HSDS = "hsds"
    ORUK = "oruk"


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """One document, or with ``format=ndjson`` the ``lines`` of a whole list."""

    document: Any = None
    lines: Iterator[Document] | None = None


@dataclass(frozen=True, slots=True)
class _Listing:
    """A list of some kind: what is in it, how one looks in it, and what it is in the standard."""

    kind: str
    items: Sequence[Any]
    record: Callable[[Any], Document]


def ask_feed(
    workspace: Workspace, viewer: Viewer, standard: Standard, path: tuple[str, ...], asked: Mapping[str, str]
) -> FeedAnswer:
    """The answer to ``path`` (``("services",)``, ``("services", uuid)``, …) and the parameters behind the ?.

    ``NotFound`` for an address or record that does not exist, ``InvalidInput`` for parameters that cannot be.
    """
    permit(viewer, Right.EXPORT_PUBLIC)
    feed = workspace.projections.feed()
    shape = _in_uk_form if standard is Standard.ORUK else _as_it_is
    match path:
        case ("openapi.json",) if standard is Standard.HSDS:
            return FeedAnswer(openapi())
        case ("profile",) if standard is Standard.HSDS:
            return FeedAnswer([f"{name}.json" for name in patches()])
        case ("profile", name) if standard is Standard.HSDS and name.removesuffix(".json") in patches():
            return FeedAnswer(patches()[name.removesuffix(".json")])
        case (name,) if (make := _lists(standard).get(name)) is not None:
            return _listed(make(feed, asked), asked, shape)
        case (name, uuid) if (find := _records(standard).get(name)) is not None:
            kind, record = find(feed, uuid.lower(), asked)
            return FeedAnswer(shape(kind, record))
    raise _nothing()


def root_of(standard: Standard, address: str, asked: str = "") -> Document:
    """What the address of the feed itself says: version, profile, description of the addresses.

    ``asked`` stands behind each address of ours (``?gemeente=…``).
    """
    if standard is Standard.ORUK:
        return {
            "version": "HSDS-UK-3.0",
            "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
            "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
        }
    return {
        "version": "3.0",
        "profile": f"{address}/profile{asked}",
        "openapi_url": f"{address}/openapi.json{asked}",
    }


def _as_it_is(_kind: str, record: Document) -> Document:
    return record


def _in_uk_form(kind: str, record: Document) -> Document:
    return record if record.keys() <= {"id", "modified_date"} else as_oruk(kind, record)


def _listed(
    listing: _Listing, asked: Mapping[str, str], shape: Callable[[str, Document], Document]
) -> FeedAnswer:
    form = asked.get("format", "json").lower()
    if form not in {"json", "ndjson"}:
        raise InvalidInput([Violation("format", words.BAD_FORMAT)])

    def shaped(item: Any) -> Document:
        return shape(listing.kind, listing.record(item))

    if form == "ndjson":
        return FeedAnswer(lines=map(shaped, listing.items))
    return FeedAnswer(page_of(listing.items, *_page_asked(asked), shaped))


def _page_asked(asked: Mapping[str, str]) -> tuple[int, int]:
    page, per_page = asked.get("page") or "1", asked.get("per_page") or str(_PER_PAGE)
    sound = all(
        text.isascii() and text.isdecimal() and len(text) < 10 and int(text) for text in (page, per_page)
    )
    if not sound or int(per_page) > MOST_PER_PAGE:
        raise InvalidInput([Violation("page", words.BAD_PAGE.format(most=MOST_PER_PAGE))])
    return int(page), int(per_page)


def _yes(asked: Mapping[str, str], name: str) -> bool:
    return asked.get(name, "").lower() in _YES


def _services(feed: ServedFeed, asked: Mapping[str, str]) -> _Listing:
    items = feed.services(_query(asked))
    if _yes(asked, "minimal"):
        return _Listing("service", items, feed.minimal)
    return _Listing("service", items, feed.service if _yes(asked, "full") else feed.outside_of_service)


def _at_locations(feed: ServedFeed, asked: Mapping[str, str]) -> _Listing:
    full = _yes(asked, "full")
    items = feed.at_locations(_query(asked))
    return _Listing("service_at_location", items, lambda offer: feed.at_location(offer, full=full))


def _organizations(feed: ServedFeed, asked: Mapping[str, str]) -> _Listing:
    with_services = _yes(asked, "full_service")
    full = with_services or _yes(asked, "full")

    def record(one: Any) -> Document:
        whole = feed.organization(one, full_service=with_services)
        return whole if full else single_fields("organization", whole)

    return _Listing("organization", feed.organizations(asked.get("search", "")), record)


def _taxonomies(feed: ServedFeed, asked: Mapping[str, str]) -> _Listing:
    return _Listing("taxonomy", _with_words(feed.around.terms.taxonomies, asked), lambda one: one)


def _terms(feed: ServedFeed, asked: Mapping[str, str]) -> _Listing:
    items = _with_words(feed.around.terms.terms, asked)
    for name, parameter in (("taxonomy_id", "taxonomy_id"), ("parent_id", "parent_id")):
        if wanted := asked.get(parameter, "").lower():
            items = [one for one in items if one.get(name) == wanted]
    if _yes(asked, "top_only"):
        items = [one for one in items if "parent_id" not in one]
    return _Listing("taxonomy_term", items, lambda one: one)


def _with_words(items: Sequence[Document], asked: Mapping[str, str]) -> Sequence[Document]:
    wanted = normalise(asked.get("search", "")).split()
    return [
        one
        for one in items
        if all(word in normalise(f"{one['name']} {one['description']}") for word in wanted)
    ]


_Make = Callable[[ServedFeed, Mapping[str, str]], _Listing]
_Find = Callable[[ServedFeed, str, Mapping[str, str]], tuple[str, Document]]


def _lists(standard: Standard) -> Mapping[str, _Make]:
    lists: dict[str, _Make] = {
        "services": _services,
        "service_at_locations": _at_locations,
        "taxonomies": _taxonomies,
        "taxonomy_terms": _terms,
    }
    return lists | ({"organizations": _organizations} if standard is Standard.HSDS else {})


def _records(standard: Standard) -> Mapping[str, _Find]:
    records: dict[str, _Find] = {
        "services": _one_service,
        "service_at_locations": _one_at_location,
        "taxonomies": lambda feed, uuid, _: ("taxonomy", _by_id(feed.around.terms.taxonomies, uuid)),
        "taxonomy_terms": lambda feed, uuid, _: ("taxonomy_term", _by_id(feed.around.terms.terms, uuid)),
    }
    return records | ({"organizations": _one_organization} if standard is Standard.HSDS else {})


def _one_service(feed: ServedFeed, uuid: str, _asked: Mapping[str, str]) -> tuple[str, Document]:
    if uuid not in feed.uuids:
        raise _nothing()
    return "service", feed.service(feed.offers[feed.uuids[uuid]])


def _one_at_location(feed: ServedFeed, uuid: str, _asked: Mapping[str, str]) -> tuple[str, Document]:
    for offer in feed.at_locations(FeedQuery()):
        if at_location_uuid(offer) == uuid:
            return "service_at_location", feed.at_location(offer)
    raise _nothing()


def _one_organization(feed: ServedFeed, uuid: str, asked: Mapping[str, str]) -> tuple[str, Document]:
    found = feed.organisation_uuids.get(uuid)
    if found is None:
        raise _nothing()
    return "organization", feed.organization(found, full_service=_yes(asked, "full_service"))


def _by_id(records: Sequence[Document], uuid: str) -> Document:
    for record in records:
        if record["id"] == uuid:
            return record
    raise _nothing()


def _nothing() -> NotFound:
    return NotFound(words.NO_SUCH_RECORD, "Kijk of het adres klopt.")


def _query(asked: Mapping[str, str]) -> FeedQuery:
    """The parameters that filter; ``InvalidInput`` with everything that is wrong with them."""
    faults: list[Violation] = []

    def read(name: str, parse: Callable[[str], Any], sentence: str) -> Any:
        text = asked.get(name, "")
        if not text:
            return None
        try:
            value = parse(text)
        except ValueError:
            value = None
        if value is None:
            faults.append(Violation(name, sentence.format(name=name)))
        return value

    query = FeedQuery(
        search=asked.get("search", ""),
        taxonomy_term_id=asked.get("taxonomy_term_id", ""),
        taxonomy_id=asked.get("taxonomy_id", ""),
        organization_id=asked.get("organization_id", ""),
        modified_after=read("modified_after", _moment, words.BAD_DATE),
        postcode=asked.get("postcode", ""),
        proximity_m=read("proximity", _number, words.BAD_NUMBER),
        minimum_age=read("minimum_age", _number, words.BAD_NUMBER),
        maximum_age=read("maximum_age", _number, words.BAD_NUMBER),
        start_time=read("start_time", clock_in, words.BAD_TIME),
        end_time=read("end_time", clock_in, words.BAD_TIME),
        day=read("day", _day, words.BAD_DAY),
    )
    if faults:
        raise InvalidInput(faults)
    return query


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text.replace(" ", "+"))  # a + in an address is read as a space
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _number(text: str) -> float | None:
    value = float(text)
    return value if 0 <= value < 1e9 else None


def _day(text: str) -> Weekday | None:
    word = text.lower()
    known = {code.lower(): day for code, day in DAY_CODES.items()} | {
        name: day for day, name in WEEKDAYS.items()
    }
    known |= dict(zip(_ENGLISH_DAYS, Weekday, strict=True))
    return known.get(word)
