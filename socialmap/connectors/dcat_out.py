"""What our public data are, for catalogues such as data.overheid.nl: DCAT-AP-NL 3.0 in Turtle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from socialmap.model import wording_dataset as words
from socialmap.ontology.namespaces import DCT, GEO, RDF, ROOT, XSD
from socialmap.rdf.written import reading_order

DCAT = "http://www.w3.org/ns/dcat#"
FOAF = "http://xmlns.com/foaf/0.1/"
VCARD = "http://www.w3.org/2006/vcard/ns#"
_AUTHORITY = "http://publications.europa.eu/resource/authority/"
_PUBLIC = _AUTHORITY + "access-right/PUBLIC"
_DUTCH = _AUTHORITY + "language/NLD"
_SOCIETY = _AUTHORITY + "data-theme/SOCI"
_LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
_MEDIA = "http://www.iana.org/assignments/media-types/"
_PREFIXES = {"dcat": DCAT, "dct": DCT, "foaf": FOAF, "vcard": VCARD, "geo": GEO, "xsd": XSD}
_TYPES_OF_FILES = {
    "JSON": "application/json",
    "GEOJSON": "application/geo+json",
    "CSV": "text/csv",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "RDF_TURTLE": "text/turtle",
}


@dataclass(frozen=True, slots=True)
class Described:
    """What is told of the dataset. ``address`` is where the app can be reached, without a slash at the end.

    ``place`` is how the municipality is called, ``place_iri`` its name on the web (empty when it is not a
    real one); ``bbox`` is west, south, east, north; ``contact`` a mail address or a web page.
    """

    address: str
    place: str
    place_iri: str
    contact: str
    licence: str
    credits: Sequence[str] = ()
    bbox: tuple[float, float, float, float] | None = None
    modified: date | None = None
    asked: str = ""
    """What stands behind each address: of which municipality, where the app holds several."""


def describe(about: Described) -> bytes:
    """A catalogue with one dataset, its distributions and the services that give it, as Turtle."""
    triples = sorted(set(_catalogue(about)), key=reading_order)
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=_PREFIXES) or b""


def _catalogue(about: Described) -> Iterator[Triple]:
    here = _named(f"{about.address}/dcat{about.asked}")
    dataset = _named(f"{here.value}#dataset")
    publisher, contact = _named(f"{here.value}#publisher"), _named(f"{here.value}#contact")
    yield from _about(here, DCAT + "Catalog", words.CATALOGUE.format(place=about.place), words.SAYS)
    yield Triple(here, _named(DCAT + "dataset"), dataset)
    yield from _dataset(dataset, about)
    for number, (title, path, form) in enumerate(words.FILES, start=1):
        file = _named(f"{here.value}#file-{number}")
        yield Triple(dataset, _named(DCAT + "distribution"), file)
        yield from _distribution(file, title, f"{about.address}{path}{about.asked}", form, about)
    for number, (title, says, path, description) in enumerate(words.SERVICES, start=1):
        service = _named(f"{here.value}#service-{number}")
        yield Triple(here, _named(DCAT + "service"), service)
        yield from _about(service, DCAT + "DataService", title, says)
        yield Triple(service, _named(DCAT + "endpointURL"), _named(f"{about.address}{path}{about.asked}"))
        yield Triple(
            service,
            _named(DCAT + "endpointDescription"),
            _named(f"{about.address}{description}{about.asked}"),
        )
        yield Triple(service, _named(DCAT + "servesDataset"), dataset)
        yield from _answerable(service, about, publisher, contact)
    for one in (here, dataset):
        yield from _answerable(one, about, publisher, contact)
    yield from _publisher(publisher, about)
    yield from _contact(contact, about)


def _about(node: NamedNode, kind: str, title: str, says: str) -> Iterator[Triple]:
    yield Triple(node, _named(RDF + "type"), _named(kind))
    yield Triple(node, _named(DCT + "title"), _dutch(title))
    yield Triple(node, _named(DCT + "description"), _dutch(says))


def _answerable(
    node: NamedNode, about: Described, publisher: NamedNode, contact: NamedNode
) -> Iterator[Triple]:
    """Who gives it, under which licence, in which language, and what it is about."""
    for name, value in (
        (DCT + "publisher", publisher),
        (DCT + "creator", publisher),
        (DCAT + "contactPoint", contact),
        (DCT + "license", _named(about.licence)),
        (DCT + "accessRights", _named(_PUBLIC)),
        (DCT + "language", _named(_DUTCH)),
        (DCAT + "theme", _named(_SOCIETY)),
    ):
        yield Triple(node, _named(name), value)
    yield Triple(node, _named(DCT + "identifier"), Literal(node.value))


def _dataset(node: NamedNode, about: Described) -> Iterator[Triple]:
    yield from _about(node, DCAT + "Dataset", words.DATASET.format(place=about.place), words.SAYS)
    for word in words.KEYWORDS:
        yield Triple(node, _named(DCAT + "keyword"), _dutch(word))
    yield Triple(node, _named(DCT + "conformsTo"), _named(ROOT + "def"))
    yield Triple(node, _named(DCAT + "landingPage"), _named(f"{about.address}/{about.asked}"))
    for sentence in about.credits:
        yield Triple(node, _named(DCT + "rights"), _named(f"{node.value}-rechten"))
        yield Triple(_named(f"{node.value}-rechten"), _named(DCT + "description"), _dutch(sentence))
    if about.credits:
        rights = _named(DCT + "RightsStatement")
        yield Triple(_named(f"{node.value}-rechten"), _named(RDF + "type"), rights)
    if about.modified:
        day = Literal(about.modified.isoformat(), datatype=_named(XSD + "date"))
        yield Triple(node, _named(DCT + "modified"), day)
    yield from _where(node, about)


def _where(node: NamedNode, about: Described) -> Iterator[Triple]:
    place = _named(about.place_iri or f"{node.value}-plaats")
    yield Triple(node, _named(DCT + "spatial"), place)
    yield Triple(place, _named(RDF + "type"), _named(DCT + "Location"))
    if about.bbox:
        west, south, east, north = about.bbox
        corners = ((west, south), (east, south), (east, north), (west, north), (west, south))
        text = ", ".join(f"{lon:.5f} {lat:.5f}" for lon, lat in corners)
        shape = Literal(f"POLYGON (({text}))", datatype=_named(GEO + "wktLiteral"))
        yield Triple(place, _named(DCAT + "bbox"), shape)


def _distribution(node: NamedNode, title: str, address: str, form: str, about: Described) -> Iterator[Triple]:
    yield from _about(node, DCAT + "Distribution", title, title)
    for name, value in (
        (DCAT + "accessURL", address),
        (DCT + "license", about.licence),
        (DCT + "format", f"{_AUTHORITY}file-type/{form}"),
        (DCAT + "mediaType", _MEDIA + _TYPES_OF_FILES[form]),
        (DCT + "language", _DUTCH),
    ):
        yield Triple(node, _named(name), _named(value))


def _publisher(node: NamedNode, about: Described) -> Iterator[Triple]:
    yield Triple(node, _named(RDF + "type"), _named(FOAF + "Agent"))
    yield Triple(node, _named(FOAF + "name"), _dutch(words.PUBLISHER.format(place=about.place)))
    yield Triple(node, _named(DCT + "type"), _named(_LOCAL_AUTHORITY))


def _contact(node: NamedNode, about: Described) -> Iterator[Triple]:
    name = words.PUBLISHER.format(place=about.place)
    for kind in ("Organization", "Kind"):
        yield Triple(node, _named(RDF + "type"), _named(VCARD + kind))
    for each in ("fn", "organization-name"):
        yield Triple(node, _named(VCARD + each), _dutch(name))
    if "@" in about.contact:
        yield Triple(node, _named(VCARD + "hasEmail"), _named(f"mailto:{about.contact}"))
    else:
        yield Triple(
            node, _named(VCARD + "hasURL"), _named(about.contact or f"{about.address}/{about.asked}")
        )


def _named(iri: str) -> NamedNode:
    return NamedNode(iri)


def _dutch(text: str) -> Literal:
    return Literal(text, language="nl")
