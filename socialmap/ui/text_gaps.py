"""The sentences of *Waar is te weinig?*, *Wat kan wegvallen?* and *Hoe is het aanbod verdeeld?*."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.model.wording_footing import FootingLevel
from socialmap.model.wording_gap_numbers import NO_OFFER
from socialmap.model.wording_gaps import SpotCategory


@dataclass(frozen=True, slots=True)
class TooLittleWords:
    """*Waar is te weinig?* ``{…}`` is filled in by the screen."""

    title: str = "Waar is te weinig?"
    intro: str = "Weinig vragen betekent niet dat er geen vragen zijn."
    district: str = "Wijk"
    group: str = "Leefgebied"
    map_title: str = "De buurten, gekleurd naar vragen en aanbod bij {group}"
    not_shown: str = "Niet getoond"
    not_shown_help: str = "Gearceerd: hoeveel mensen hier een vraag hebben, tonen we niet."
    categories: tuple[tuple[str, str, str], ...] = (
        (SpotCategory.WHITE_SPOT, "wit", "!!"),
        (NO_OFFER, "leegte", "0"),
        (SpotCategory.TIGHT, "krap", "!"),
        (SpotCategory.UNKNOWN, "onbekend", "?"),
        (SpotCategory.BALANCED, "balans", "="),
        (SpotCategory.AMPLE, "ruim", "+"),
        (SpotCategory.NOTHING_SPECIAL, "gewoon", "·"),
    )
    lacking: str = "Wat mist hier?"
    nothing_lacking: str = "We missen hier niets, voor zover wij weten."
    far: str = "Hier moet je verder voor"
    look: str = "Bekijk buurt"
    signal: str = "Maak een signaal"
    think: str = "Bedenk iets"
    empty: str = "Er is geen buurt met een groot tekort. Kijk ook eens zelf."
    no_areas: str = "Er staan nog geen buurten op de kaart. Vraag je beheerder om ze in te lezen."


@dataclass(frozen=True, slots=True)
class FallingWords:
    """*Wat kan wegvallen?*"""

    title: str = "Wat kan wegvallen?"
    intro: str = "Deze initiatieven rusten op weinig schouders of weinig geld."
    levels: str = "Hoe stevig staat het?"
    level_counted: str = "{level} ({n})"
    level_meaning: tuple[tuple[FootingLevel, str], ...] = (
        (FootingLevel.VULNERABLE, "Dit kan snel wegvallen. Ga eens langs."),
        (FootingLevel.ATTENTION, "Dit staat, maar niet op alle punten."),
        (FootingLevel.FIRM, "Dit staat er nu goed bij."),
    )
    score: str = "{score} van 100"
    score_help: str = "Hoe hoger, hoe eerder het kan wegvallen. Bij elk punt staat waarom."
    signs: tuple[tuple[str, str], ...] = (("+", "Stevig"), ("?", "Vraag na"), ("−", "Zwak punt"))
    nothing: str = "Hier is nog geen aanbod. Weet jij iets? Voeg het toe."
    empty: str = "Alles staat er nu stevig bij."
    empty_level: str = "Hier staat nu niets."
    more: str = "Toon meer"
    look: str = "Bekijk"
    what_if: str = "Wat valt weg?"
    visit: str = "Ga langs"
    close: str = "Sluit"
    what_if_title: str = "Wat valt weg als deze trekker stopt?"
    what_if_intro: str = "Dit is een proef. Er verandert niets."
    which: str = "Als trekker {n} van {m} stopt"
    nothing_stops: str = "Er stopt niets. Er blijft wel minder over."
    worse: str = "Dit verandert in de wijk"
    fewer: str = "Plekken per week in de buurt"
    visit_intro: str = "Vijf vragen om mee te nemen. Luister vooral."
    visit_day: str = "Wanneer ga je langs?"
    visit_save: str = "Zet in je agenda"
    visit_saved_where: str = "Je krijgt een bestand voor je eigen agenda. Wij bewaren niets."


@dataclass(frozen=True, slots=True)
class SpreadWords:
    """*Hoe is het aanbod verdeeld?*"""

    title: str = "Hoe is het aanbod verdeeld?"
    intro: str = "Van één-op-één tot samen. Van beroepskracht tot bewoner."
    area: str = "Buurt"
    everything: str = "Alles"
    nothing: str = "Hier is nog geen aanbod. Weet jij iets? Voeg het toe."
    plot_title: str = "Elk initiatief op zijn plek in de vier vakken"
    plot_help: str = "Wijs een stip aan, of tik erop. Dan zie je welk initiatief het is."
    ends: tuple[str, str, str, str] = ("één-op-één", "samen", "beroepskracht", "bewoner")
    and_more: str = "en nog {n}"
    list_title: str = "Alle initiatieven als lijst"
    grid_title: str = "Per leefgebied"
    grid_help: str = "Iets kan in meer vakken staan. Dan telt het in elk vak mee."
    nothing_here: str = "In dit vak staat nog niets."
    show_empty: str = "Toon lege vakken ({n})"
    no_empty: str = "Er zijn geen lege vakken."
    look: str = "Bekijk lijst"
    people_title: str = "Voor wie is er niets dichtbij?"
    people_help: str = "Dichtbij is 1 kilometer lopen, vanaf het midden van de buurt."
    people_counted: str = "{area}: voor {n} groepen niets dichtbij"
    people_none: str = "{area}: voor iedereen is er iets dichtbij"
    thresholds_title: str = "Wat weten we van drempels?"
    thresholds_help: str = "Onbekend is niet hetzelfde als nee. Vraag het eens na."
    answers: tuple[str, str, str] = ("ja", "nee", "weten we niet")
    trend_title: str = "Wordt het meer samen?"
    trend_help: str = "Het deel van de initiatieven waar mensen iets samen doen, per kwartaal."
    trend_none: str = "Van te weinig initiatieven weten we wanneer ze begonnen."
