"""How a relation is said in Dutch, and how a thing is named the first and the second time."""

from __future__ import annotations

from collections.abc import Mapping

from socialmap.model.language import by_language

RELATIONS: Mapping[str, str] = {
    "broader": "{tail} hoort bij {head}",
    "related": "{tail} lijkt op {head}",
    "addresses": "{tail} helpt bij {head}",
    "asksFor": "{tail} gaat over {head}",
    "alsoAsksFor": "{tail} gaat ook over {head}",
    "hasNeed": "{tail} heeft {head}",
    "offers": "{tail} kan iets dat anderen helpt: {skill}",
    "helpsWith": "{tail} kan helpen bij {head}",
    "experienceWith": "{tail} heeft ervaring met {head}",
    "via": "{tail} is te vragen via {head}",
    "leads": "{tail} is trekker van {head}",
    "volunteersIn": "{tail} doet mee in {head}",
    "takesPlaceAt": "{tail} is in {head}",
    "containedInPlace": "{tail} is een ruimte in {head}",
    "locatedIn": "{tail} ligt in {head}",
    "worksIn": "{tail} werkt in {head}",
    "runBy": "{tail} wordt uitgevoerd door {head}",
    "operatedBy": "{tail} wordt beheerd door {head}",
    "partnersWith": "{tail} werkt samen met {head}",
    "fundedBy": "{tail} wordt betaald door {head}",
    "knows": "{tail} kent {head}",
    "worksFor": "{tail} werkt voor {head}",
    "memberOf": "{tail} werkt bij {head}",
    "supports": "{tail} ondersteunt {head}",
}
"""One clause a relation; ``tail`` is the subject. ``skill`` is what the head can do."""

_OF_KIND: Mapping[tuple[str, str], str] = {
    ("locatedIn", "resident"): "{tail} woont in {head}",
    ("locatedIn", "talent"): "{tail} is te vragen in {head}",
    ("locatedIn", "network"): "{tail} is van {head}",
    ("addresses", "organisation"): "{tail} werkt aan {head}",
}

AT_START: Mapping[str, str] = {"need": "deze vraag", "resident": "deze bewoner"}
"""What a thing without a name is called when the sentence begins with it."""

AGAIN: Mapping[str, str] = {
    "theme": "dat onderwerp",
    "talent": "die bewoner",
    "resident": "die bewoner",
    "need": "die vraag",
    "initiative": "dat initiatief",
    "facility": "die plek",
    "room": "die ruimte",
    "organisation": "die organisatie",
    "network": "dat netwerk",
    "professional": "die collega",
    "team": "dat team",
    "municipality": "die gemeente",
    "district": "die wijk",
    "neighbourhood": "die buurt",
}
"""What a thing is called when it was just named."""

NOT_IN_NETWORK = "Dit staat nog niet in het netwerk."
SAME_THING = "Dit is hetzelfde."
NO_CONNECTION = "Tussen deze twee is nog geen verbinding bekend."


@by_language
def theme(label: str) -> str:
    return f"het onderwerp {label}"


@by_language
def resident(via: str) -> str:
    """A person as a role, never by name; ``via`` is the colleague to ask, or empty."""
    return f"een bewoner (via {via})" if via else "een bewoner"


@by_language
def talent(skill: str, via: str) -> str:
    """Somebody who can do something, reached through a colleague."""
    return f"een bewoner met het talent {skill} (via {via or 'een collega'})"


NEED = "een vraag"


@by_language
def clause_for(relation: str, tail_kind: str) -> str:
    """The clause of a relation, which may depend on what kind of thing its subject is."""
    return _OF_KIND.get((relation, tail_kind)) or RELATIONS[relation]


@by_language
def sentence(clauses: list[str]) -> str:
    """Clauses as one sentence.

    >>> sentence(["a kent b", "b is in c"])
    'A kent b, en b is in c.'
    """
    *first, last = clauses
    text = ", ".join(first) + (", en " if first else "") + last
    return text[0].upper() + text[1:] + "."
