"""Addresses and municipalities asked from the PDOK Locatieserver (v3_1), and whether the answer fits.

It answers something to any question, and a nonsense question may score higher than a good one; so what comes
back only counts when its street, its number and its place are those that were typed. It refuses parameters
that it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlencode

import msgspec

from socialmap.connectors.http_gateway import Client, fetch
from socialmap.errors import OutsideError
from socialmap.geo.address_words import Postcode, canonical, readings, without_postcode
from socialmap.geo.coordinates import in_the_netherlands
from socialmap.geo.registers import AddressHit
from socialmap.model.normal_text import normalise
from socialmap.model.values import AreaId, Point
from socialmap.privacy.free_text import SuspicionKind, suspicions

FREE = "https://api.pdok.nl/bzk/locatieserver/search/v3_1/free"
_FIELDS = (
    "id,type,weergavenaam,straatnaam,straatnaam_verkort,huis_nlt,huisnummer,postcode,woonplaatsnaam,"
    "gemeentenaam,gemeentecode,centroide_ll"
)
_MOST_ROWS = 50
_LONGEST_QUESTION = 100
_POINT = re.compile(r"POINT\((-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?)\)")
_NOT_A_WORD = re.compile(r"[^\w\s'.,-]|_")
_OF_A_PERSON = {SuspicionKind.PHONE, SuspicionKind.MAIL, SuspicionKind.CITIZEN_NUMBER}


class _Found(msgspec.Struct):
    """One document of an answer; a municipality has no street, a street no number."""

    type: str = ""
    weergavenaam: str = ""
    straatnaam: str = ""
    straatnaam_verkort: str = ""
    huis_nlt: str = ""
    huisnummer: int | None = None
    postcode: str = ""
    woonplaatsnaam: str = ""
    gemeentenaam: str = ""
    gemeentecode: str = ""
    centroide_ll: str = ""


class _Response(msgspec.Struct):
    docs: list[_Found] = []


class _Answer(msgspec.Struct):
    response: _Response


class Locatieserver:
    """The online geocoder. Off unless the administrator turned it on."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def find(self, text: str, within: Collection[AreaId] = ()) -> tuple[AddressHit, ...]:
        """Places of which street, number and place are what was typed; ``OutsideError`` without an answer.

        A text with a telephone number, a mail address or a citizen number is not sent.
        """
        question = _question(text)
        if not question or any(one.kind in _OF_A_PERSON for one in suspicions(text)):
            return ()
        filters = ["type:(adres OR weg OR postcode)"]
        if within:
            codes = " OR ".join(sorted(code.removeprefix("GM") for code in within))
            filters.append(f"gemeentecode:({codes})")
        found = _ask(question, filters, self._client)
        inside = {code.removeprefix("GM") for code in within}
        fitting = [one for one in found if not inside or one.gemeentecode in inside]
        for sort in ("adres", "postcode", "weg"):
            hits = [hit for one in fitting if one.type == sort for hit in _hits(text, one)]
            if hits:
                return tuple(dict.fromkeys(hits))
        return ()


def municipalities_named(name: str, client: Client) -> dict[AreaId, str]:
    """Code → name of the municipalities with exactly this name, ``'s-Gravenhage`` also as Den Haag."""
    found = _ask(_question(name), ["type:gemeente"], client)
    wanted = _plain_name(name)
    return {
        AreaId(f"GM{one.gemeentecode}"): one.gemeentenaam
        for one in found
        if re.fullmatch(r"\d{4}", one.gemeentecode) and _plain_name(one.gemeentenaam) == wanted
    }


def same_municipality(name: str, other: str) -> bool:
    """Are these two the name of one municipality?"""
    return _plain_name(name) == _plain_name(other)


_ALSO = {"den haag": "s gravenhage", "den bosch": "s hertogenbosch"}


def _plain_name(name: str) -> str:
    plain = normalise(re.sub(r"\s*\([^)]*\)\s*$", "", name))
    return _ALSO.get(plain, plain)


def _question(text: str) -> str:
    """The words alone: signs that mean something to the search engine are left out."""
    return " ".join(_NOT_A_WORD.sub(" ", text).split())[:_LONGEST_QUESTION]


def _ask(question: str, filters: Iterable[str], client: Client) -> list[_Found]:
    parameters = [("q", question), *(("fq", one) for one in filters)]
    parameters += [("fl", _FIELDS), ("rows", str(_MOST_ROWS)), ("wt", "json")]
    answer = fetch(f"{FREE}?{urlencode(parameters)}", client=client)
    try:
        return msgspec.json.decode(answer, type=_Answer).response.docs
    except msgspec.DecodeError:
        raise OutsideError(
            "De adressen van PDOK geven geen leesbaar antwoord.", "Probeer het later opnieuw.", retry=True
        ) from None


def _hits(text: str, found: _Found) -> Iterator[AddressHit]:
    place = _POINT.fullmatch(found.centroide_ll)
    point = Point(float(place[1]), float(place[2])) if place else None
    if point is not None and in_the_netherlands(point) and _fits(text, found):
        yield AddressHit(found.weergavenaam, point)


def _fits(text: str, found: _Found) -> bool:
    """Everything that was typed is in the document: nothing of the question may be left over."""
    query, postcode = without_postcode(canonical(text))
    if not _has_postcode(postcode, found):
        return False
    streets = {canonical(found.straatnaam), canonical(found.straatnaam_verkort)} - {""}
    places = {"", canonical(found.woonplaatsnaam), canonical(found.gemeentenaam)}
    for reading in readings(query):
        if reading.number:
            number_fits = found.type != "adres" or _same_number(reading.number, found)
            if number_fits and reading.street in streets and reading.rest in places:
                return True
    if found.type == "adres":
        return False
    alone = places if postcode is not None and postcode.letters and found.type == "postcode" else set()
    return query in alone | {f"{street} {place}".strip() for street in streets for place in places}


def _has_postcode(typed: Postcode | None, found: _Found) -> bool:
    return typed is None or not found.postcode or found.postcode.casefold().startswith(typed.whole)


def _same_number(typed: str, found: _Found) -> bool:
    """The number that was typed, or the same number with a letter that was not typed."""
    written = canonical(found.huis_nlt).replace(" ", "")
    return typed in {written, str(found.huisnummer)}
