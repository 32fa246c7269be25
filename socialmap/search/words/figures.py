"""Figures of speech in which words of violence strike nobody: *een gat in de markt slaan*.

They are taken out of a text before danger is listened for, so what stands beside them is still heard. Only
sayings that are never meant as they are said: what may be meant so (*met een mes op mijn keel*) is not here.
"""

from __future__ import annotations

import re

from socialmap.model.normal_text import normalise

_STRIKES = r"(?:sla|slaat|slaan|sloeg|sloegen)"
_STRUCK = r"(?:geslagen|te slaan|slaan)"
_STABS = r"(?:steek|steekt|steken|stak|staken|gestoken)"
_KICKS = r"(?:schop|schopt|schoppen|schopte|geschopt)"
_TREADS = r"(?:trap|trapt|trappen|trapte|trapten|getrapt)"
_BITES = r"(?:bijt|bijten|beet|beten|gebeten)"
_SHOOTS = r"(?:schiet|schieten|schoot|schoten|geschoten)"
_SELF = r"(?:me|mij|je|zich|ons)"
_FEW = r"(?:(?:nu|weer|vaak|altijd|er|daar|ook|flink|mooi|even|nog|toch|echt|volledig|helemaal|steeds) ){0,2}"
"""Words that may stand in between; never any word, for then *slaat mij* would go along."""

_STRUCK_THINGS = (
    r"een gat in de markt", r"de plank (?:volledig |weer )?mis", r"(?:zijn|haar|hun|mijn|een|je|onze) slag",
    r"alarm", r"een kruisje?", r"een (?:nieuwe? )?(?:blad|bladzijde|weg in)", r"een flater", r"een slaatje",
    r"(?:een )?(?:goed |gek |raar )?(?:modder)?figuur", r"de klok", r"een brug", r"bruggen",
    r"(?:een )?spijkers?(?: op (?:zijn|de) kop| met koppen)?", r"(?:de|hun|onze) handen ineen", r"munt uit",
    r"twee vliegen in een klap", r"de maat", r"(?:de|op de) trom(?:mel)?", r"piketpalen",
)  # fmt: skip
_FIGURES = (
    *(rf"{_STRIKES} {_FEW}{thing}(?: om)?" for thing in _STRUCK_THINGS),
    *(rf"{thing} {_STRUCK}" for thing in _STRUCK_THINGS),
    rf"{_STRIKES} {_FEW}(?:nergens|niks|niets) op|(?:nergens|niks|niets) op {_STRIKES}",
    rf"{_STRIKES} als een tang op een varken|{_STRIKES} in als een bom",
    rf"{_STRIKES} {_SELF} er {_FEW}door ?heen|er {_FEW}door ?heen {_STRUCK}",
    rf"{_STRIKES} (?:u |je )?(?:linksaf|rechtsaf|links af|rechts af|wit uit)",
    rf"{_STRIKES} (?:soms )?een keer over",
    rf"{_STABS} {_FEW}de draak met \w+|de draak {_STABS} met \w+",
    rf"{_STABS} {_FEW}(?:de handen uit de mouwen|een handje toe|(?:zijn|haar|hun|je) neus in)",
    rf"{_STABS} (?:me |mij |haar |hem |ons )?een hart onder de riem|een hart onder de riem {_STABS}",
    rf"{_KICKS} het (?:nog )?ver|het (?:nog )?ver (?:geschopt|schoppen)",
    rf"{_TREADS} {_FEW}(?:erin|er in|in de val|op de rem|op zijn tenen)",
    rf"{_BITES} {_FEW}(?:van zich af|de spits af)|de spits af(?:bijten|gebeten)",
    rf"{_SHOOTS} {_FEW}(?:tekort|te kort|in de lach|wortel)|{_SHOOTS} (?:me |mij )te binnen",
    rf"(?:lach|lacht|lachen|lachte|schrik|schrikt|schrok|schrokken) {_SELF} (?:echt |bijna )?dood",
    rf"(?:verveel|verveelt|vervelen|schaam|schaamt|schaamde) {_SELF} (?:echt |bijna )?dood",
    rf"dood (?:gelachen|geschrokken|verveeld)|(?:ga|gaat|gaan) {_FEW}dood van (?:verveling|de slaap)",
    r"(?:zo )?dood als een pier|op sterven na dood|doodlopende? (?:weg|straat|steeg)",
    r"(?:doet|doen) (?:mij |me |ons )?pijn in (?:mijn|de|onze|je) portemonnee",
    r"het mes snijdt aan (?:twee|beide) kanten|klap op de vuurpijl",
    rf"(?:breek|breekt|breken|brak) {_FEW}(?:mijn|haar|zijn|ons) hoofd(?:en)? (?:er)?over",
)
_ANY = re.compile("|".join(rf"\b(?:{figure})\b" for figure in _FIGURES))


def without_figures(text: str) -> str:
    """The text in normal form without its figures of speech; ``text`` itself when it has none.

    >>> without_figures("Hij slaat een gat in de markt, en mij")
    'hij en mij'
    """
    plain = normalise(text)
    left = " ".join(_ANY.sub(" ", plain).split())
    return text if left == plain else left
