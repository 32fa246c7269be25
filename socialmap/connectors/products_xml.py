"""Products out of an answer of the Samenwerkende Catalogi (SRU, XML); meant for the guarded child process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

from socialmap.connectors.parsed import LONGEST_TEXT, Parsed, Record, Refused
from socialmap.model.wording_products import NOT_A_CATALOGUE, NOT_A_CATALOGUE_REMEDY, UNSAFE, UNSAFE_REMEDY

_PRODUCT = "{http://standaarden.overheid.nl/product/terms/}scproduct"
MOST_PRODUCTS = 20_000
_WANTED = {
    "identifier": "address",
    "title": "title",
    "modified": "modified",
    "spatial": "place",
    "audience": "audience",
    "abstract": "abstract",
    "productID": "number",
    "onlineAanvragen": "online",
    "uniformeProductnaam": "uniform_name",
}
"""Local name of an element → how we call it. A product may have several audiences and names."""


def products_of(content: bytes) -> Parsed:
    """Every product as a record with lists of texts; ``Refused`` for XML that declares entities."""
    plain = content.replace(b"\x00", b"").upper()
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise Refused(UNSAFE, UNSAFE_REMEDY)
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - no entities, in a process with limits
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Refused(NOT_A_CATALOGUE, NOT_A_CATALOGUE_REMEDY) from error
    records = [Record(number, "product", text) for number, text in enumerate(_products(root), start=1)]
    if not records:
        raise Refused(NOT_A_CATALOGUE, NOT_A_CATALOGUE_REMEDY)
    return Parsed([], [], records[:MOST_PRODUCTS])


def _products(root: ElementTree.Element) -> Iterator[str]:
    for product in root.iter(_PRODUCT):
        said: dict[str, list[str]] = {}
        for element in product.iter():
            name = _WANTED.get(element.tag.rpartition("}")[2])
            text = " ".join((element.text or "").split())
            if name and text:
                said.setdefault(name, []).append(text[:LONGEST_TEXT])
        yield json.dumps(said, ensure_ascii=False)
