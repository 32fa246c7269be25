"""How a relation is said in English, and how a thing is named the first and the second time."""

from __future__ import annotations

from collections.abc import Mapping

RELATIONS: Mapping[str, str] = {
    "broader": "{tail} belongs to {head}",
    "related": "{tail} is like {head}",
    "addresses": "{tail} helps with {head}",
    "asksFor": "{tail} is about {head}",
    "alsoAsksFor": "{tail} is also about {head}",
    "hasNeed": "{tail} has {head}",
    "offers": "{tail} can do something that helps others: {skill}",
    "helpsWith": "{tail} can help with {head}",
    "experienceWith": "{tail} has experience of {head}",
    "via": "{tail} can be asked via {head}",
    "leads": "{tail} leads {head}",
    "volunteersIn": "{tail} takes part in {head}",
    "takesPlaceAt": "{tail} is in {head}",
    "containedInPlace": "{tail} is a room in {head}",
    "locatedIn": "{tail} is in {head}",
    "worksIn": "{tail} works in {head}",
    "runBy": "{tail} is run by {head}",
    "operatedBy": "{tail} is looked after by {head}",
    "partnersWith": "{tail} works together with {head}",
    "fundedBy": "{tail} is paid by {head}",
    "knows": "{tail} knows {head}",
    "worksFor": "{tail} works for {head}",
    "memberOf": "{tail} works at {head}",
    "supports": "{tail} supports {head}",
}
_OF_KIND: Mapping[tuple[str, str], str] = {
    ("locatedIn", "resident"): "{tail} lives in {head}",
    ("locatedIn", "talent"): "{tail} can be asked in {head}",
    ("locatedIn", "network"): "{tail} is of {head}",
    ("addresses", "organisation"): "{tail} works on {head}",
}


def theme(label: str) -> str:
    return f"the subject {label}"


def resident(via: str) -> str:
    return f"a resident (via {via})" if via else "a resident"


def talent(skill: str, via: str) -> str:
    return f"a resident with the talent {skill} (via {via or 'a colleague'})"


def clause_for(relation: str, tail_kind: str) -> str:
    return _OF_KIND.get((relation, tail_kind)) or RELATIONS[relation]


def sentence(clauses: list[str]) -> str:
    *first, last = clauses
    text = ", ".join(first) + (", and " if first else "") + last
    return text[0].upper() + text[1:] + "."
