"""The sentences of *Dubbele vermeldingen*."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.model.wording_doubles import DoubleLabel


@dataclass(frozen=True, slots=True)
class DoubleWords:
    title: str = "Dubbele vermeldingen"
    intro: str = "Dit staat misschien twee keer op de kaart. Jij weet of het hetzelfde is."
    counts: tuple[tuple[DoubleLabel, str], ...] = (
        (DoubleLabel.ALMOST_CERTAIN, "Vrijwel zeker hetzelfde: {n}"),
        (DoubleLabel.LIKELY, "Lijkt hetzelfde: {n}"),
    )
    busy: str = "We kijken wat op elkaar lijkt."
    where: str = "{n} van {m}"
    kinds: tuple[tuple[str, str], ...] = (
        ("facility", "Voorziening"),
        ("organisation", "Organisatie"),
        ("initiative", "Initiatief"),
    )
    compare: str = "Wat is anders?"
    differs: str = "Hier verschillen ze"
    equal: str = "Wat is gelijk? ({n})"
    nothing_differs: str = "Alles is gelijk."
    not_known: str = "niet ingevuld"
    why: str = "Waarom denken we dit?"
    signs: tuple[tuple[str, str], ...] = (("+", "Voor"), ("−", "Tegen"), ("·", "Goed om te weten"))
    same: str = "Dit is hetzelfde"
    not_same: str = "Dit is niet hetzelfde"
    later: str = "Weet ik nog niet"
    look: str = "Bekijk {name}"
    choose: str = "Wat blijft staan?"
    choose_intro: str = "Wij kozen vast wat het laatst is nagekeken. Pas aan wat niet klopt."
    both: str = "Allebei samen"
    filled_in: str = "Dit vullen we aan: {names}."
    nothing_lost: str = "Er gaat niets verloren. Je kunt dit altijd terugdraaien."
    merge: str = "Voeg samen"
    back: str = "Terug"
    take_back: str = "Toch niet"
    taken_back: str = "Dat is teruggedraaid."
    changed: str = (
        "Een collega paste dit intussen aan. Nog niet samengevoegd. Kijk wat er nu staat en kies opnieuw."
    )
    gone: str = "Een van de twee is er niet meer. Een collega was je voor."
    all_later: str = "Dit waren ze. Je sloeg er {n} over."
    show_later: str = "Toon wat ik oversloeg"
    place_fields: tuple[str, ...] = ("point", "facility_id")
    together_names: tuple[tuple[str, str], ...] = (
        ("age_min", "Leeftijd"),
        ("max_participants", "Hoeveel plek"),
        ("checked_on", "Nagekeken"),
    )
