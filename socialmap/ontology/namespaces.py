"""Every name on the web that socialmap gives to a thing, and the way back from a name to the thing.

::

    https://w3id.org/socialmap/def#addresses            a class or property of our own (``sm:``)
    https://w3id.org/socialmap/concept/theme            a concept scheme
    https://w3id.org/socialmap/concept/theme/eenzaamheid   a concept
    https://w3id.org/socialmap/id/initiative/I-014      a thing of the journal
    https://w3id.org/socialmap/graph/public             a named graph

The pattern *domain / type / concept / reference* is the one that Dutch public bodies use. Ids are
percent-encoded as one path segment, so any text that is not empty can be an id.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from urllib.parse import quote, unquote

from socialmap.model.values import Layer

ROOT = "https://w3id.org/socialmap/"
SM = ROOT + "def#"
CONCEPT = ROOT + "concept/"
THING = ROOT + "id/"
GRAPH = ROOT + "graph/"

SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DCT = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
GEO = "http://www.opengis.net/ont/geosparql#"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"


class Scheme(StrEnum):
    """The concept schemes; the value is the path segment in the IRI of each concept."""

    THEMES = "theme"
    TALENTS = "talent"
    ACTIVITY_TYPES = "activity-type"
    TARGET_GROUPS = "target-group"
    THRESHOLDS = "threshold"
    """What a resident says (domain.md 2.7, first column)."""
    BARRIERS = "barrier"
    """What the offer does about it (domain.md 2.7, third column)."""
    FACILITY_TYPES = "facility-type"
    PARTNER_TYPES = "partner-type"
    TERMS = "term"
    OBSTACLES = "obstacle"
    LANGUAGES = "language"
    POSITIVE_HEALTH = "positive-health"
    SELF_SUFFICIENCY = "self-sufficiency"
    GROUP_FORMS = "group-form"


_LAYER_SEGMENT = {Layer.PUBLIC: "public", Layer.SHELL: "shell", Layer.CORE: "core"}


def scheme_iri(scheme: Scheme) -> str:
    return CONCEPT + scheme.value


def concept_iri(scheme: Scheme, concept_id: str) -> str:
    """``ValueError`` for an empty id."""
    return f"{CONCEPT}{scheme.value}/{_segment(concept_id)}"


@lru_cache(maxsize=4096)
def concept_of(iri: str) -> tuple[Scheme, str]:
    """The inverse of :func:`concept_iri`; ``ValueError`` if this is not the name of a concept of ours."""
    scheme, concept_id = _pair(iri, CONCEPT)
    return Scheme(scheme), concept_id


def thing_iri(kind: str, thing_id: str) -> str:
    """The name of an entity; ``kind`` is its class's ``kind``. ``ValueError`` for an empty kind or id."""
    return f"{THING}{_segment(kind)}/{_segment(thing_id)}"


def thing_of(iri: str) -> tuple[str, str]:
    """The inverse of :func:`thing_iri`; ``ValueError`` if this is not the name of an entity of ours."""
    return _pair(iri, THING)


def graph_iri(layer: Layer) -> str:
    """The named graph that holds everything of a layer."""
    return GRAPH + _LAYER_SEGMENT[layer]


def _segment(text: str) -> str:
    if not text:
        raise ValueError("an id cannot be empty")
    # "." and ".." would be read as steps in a path.
    return text.replace(".", "%2E") if set(text) == {"."} else quote(text, safe="")


def _pair(iri: str, base: str) -> tuple[str, str]:
    first, slash, second = iri.removeprefix(base).partition("/")
    pair = unquote(first), unquote(second)
    known = iri.startswith(base) and slash and first and second
    if not known or (_segment(pair[0]), _segment(pair[1])) != (first, second):
        raise ValueError(f"not a name of ours: {iri}")
    return pair
