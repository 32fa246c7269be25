"""The sentences of *Vergelijk* and *Eigen gebieden*, and of the choice of municipality."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CompareWords:
    """*Vergelijk*"""

    title: str = "Vergelijk"
    intro: str = "Zet twee wijken, buurten of eigen gebieden naast elkaar."
    first: str = "Dit gebied"
    second: str = "Naast dit gebied"
    too_few: str = (
        "Er zijn nog geen twee gebieden om te vergelijken. Vraag je beheerder om buurten in te lezen."
    )
    differences: str = "Wat valt op?"


@dataclass(frozen=True, slots=True)
class OwnAreaWords:
    """*Eigen gebieden*"""

    title: str = "Eigen gebieden"
    intro: str = "Voeg hele buurten samen onder een eigen naam. Je kiest zo'n gebied daarna op de kaart."
    new: str = "Maak een eigen gebied"
    name: str = "Hoe heet het?"
    name_hint: str = "Zoals: de noordkant"
    parts: str = "Welke buurten horen erbij?"
    parts_hint: str = "Kies één of meer buurten"
    save: str = "Bewaar"
    cancel: str = "Annuleer"
    change: str = "Wijzig"
    remove: str = "Haal weg"
    look: str = "Bekijk op de kaart"
    undo: str = "Maak ongedaan"
    saved: str = "{name} is bewaard."
    removed: str = "{name} is weggehaald."
    undone: str = "Dat is weer zoals het was."
    inhabitants: str = "{n} inwoners (CBS)"
    drawn: str = "De grens komt uit een bestand. Hier pas je alleen de naam aan."
    empty: str = "Er zijn nog geen eigen gebieden."
    no_areas: str = "Er staan nog geen buurten op de kaart. Vraag je beheerder om ze in te lezen."


@dataclass(frozen=True, slots=True)
class MunicipalityWords:
    """*Welke gemeente?*, only where an installation holds several."""

    title: str = "Welke gemeente?"
    intro: str = "Je ziet daarna alleen wat bij die gemeente hoort. Je kunt altijd wisselen."
    no_folder: str = "De gegevensmap '{folder}' is er niet."
    no_folder_remedy: str = "Kies een map die er is, of maak hem eerst met 'socialmap start'."
    switch_help: str = "Ga naar een andere gemeente. Wat je hier open had, gaat dicht."
