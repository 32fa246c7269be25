"""The sentences about own areas: what they are made of, and of what they have no figures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from socialmap.model.dutch import and_list


class AreaSort(StrEnum):
    """What kind of area somebody looks at."""

    DISTRICT = "wijk"
    NEIGHBOURHOOD = "buurt"
    OWN = "eigen gebied"


NO_PEOPLE_IN_OWN_AREA = (
    "Van een eigen gebied tonen we nooit hoeveel mensen een vraag hebben: naast de aantallen van een buurt "
    "of wijk kun je dan uitrekenen om wie het gaat."
)
CHOOSE_WHOLE = "Maak een eigen gebied van hele buurten. Dan zijn er wel cijfers."
NAME_MISSING = "Hoe heet dit eigen gebied? Vul een naam in."
NAME_TAKEN = "Deze naam is er al. Kies een andere naam."
CHOOSE_NEIGHBOURHOODS = "Welke buurten horen erbij? Kies er één of meer."
UNKNOWN_NEIGHBOURHOOD = "Deze buurt kennen we niet."
NO_SUCH_OWN_AREA = "Dit eigen gebied is er niet (meer)."
FEATURE_WITHOUT_NAME = "Dit vlak heeft geen naam. Zet hem in een kolom naam."
SAME_NAME_TWICE = "Deze naam staat meer dan één keer in dit bestand."


def cut_sentence(name: str, cut: Sequence[str]) -> str:
    """
    >>> cut_sentence("Het plein", ["Lindehof", "Havenrand"])
    'De grens van Het plein loopt dwars door Lindehof en Havenrand. Daarom zijn er geen cijfers van.'
    """
    return f"De grens van {name} loopt dwars door {and_list(list(cut))}. Daarom zijn er geen cijfers van."


def gone_sentence(name: str) -> str:
    """``De noordkant: een buurt daarvan is niet meer op de kaart. Daarom zijn er geen cijfers van.``"""
    return f"{name}: een buurt daarvan is niet meer op de kaart. Daarom zijn er geen cijfers van."


def nothing_whole_sentence(name: str) -> str:
    """``In Het plein ligt geen hele buurt. Daarom zijn er geen cijfers van.``"""
    return f"In {name} ligt geen hele buurt. Daarom zijn er geen cijfers van."


def made_of_sentence(names: Sequence[str]) -> str:
    """
    >>> made_of_sentence(["Lindehof"])
    'Dit is de hele buurt Lindehof.'
    >>> made_of_sentence(["Havenrand", "Lindehof"])
    'Dit zijn de hele buurten Havenrand en Lindehof.'
    """
    if len(names) == 1:
        return f"Dit is de hele buurt {names[0]}."
    return f"Dit zijn de hele buurten {and_list(list(names))}."
