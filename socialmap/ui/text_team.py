"""The sentences of *Deze week*, *Waar staan we?*, *Samen in gesprek* and *Kennen deze twee elkaar?*."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.model.together import IntroductionOutcome, PositionKind


@dataclass(frozen=True, slots=True)
class WeekWords:
    """*Deze week*. ``{…}`` is filled in by the screen."""

    title: str = "Deze week"
    intro: str = "Vijf dingen, meer niet."
    look: str = "Bekijk"
    next_week: str = "Volgende week"
    done: str = "Ja, gelukt"
    not_yet: str = "Nog niet"
    back_again: str = "Toon wat je wegzette ({n})"
    all_put_away: str = "Je zette alles weg tot volgende week."
    more: str = "Toon er {more}"
    go_map: str = "Bekijk de kaart"
    kinds: tuple[tuple[str, str], ...] = (
        ("veiligheid", "Veiligheid"),
        ("terugkoppelen", "Beloofd"),
        ("afspraak", "Afgesproken"),
        ("wacht_op_antwoord", "Wacht op antwoord"),
        ("bundel", "Idee"),
        ("wachtende_vraag", "Wacht al lang"),
        ("hier_en_nu", "Opvallend"),
        ("kwetsbaar", "Kwetsbaar"),
        ("leeg_vak", "Leeg vak"),
        ("leren_kennen", "Leren kennen"),
        ("controleren", "Klopt dit nog?"),
    )


@dataclass(frozen=True, slots=True)
class StandWords:
    """*Waar staan we?*"""

    title: str = "Waar staan we? Waar willen we heen?"
    intro: str = "Zet een stip. Alleen jij ziet je eigen stip."
    intro_lead: str = "Je ziet het gemiddelde van je team. Nooit de stip van één collega."
    door: str = "Waar staan we?"
    parts: str = "Wat wil je zien?"
    me: str = "Ik"
    us: str = "Ons team"
    team: str = "Team"
    questions: tuple[tuple[PositionKind, str, str], ...] = (
        (PositionKind.SELF_NOW, "Waar sta jij nu?", "Ik nu"),
        (PositionKind.SELF_LATER, "Waar wil jij heen?", "Ik straks"),
        (PositionKind.TEAM_NOW, "Waar staat het team nu, denk je?", "Team nu, volgens mij"),
        (PositionKind.TEAM_LATER, "Waar wil je met het team heen?", "Team straks, volgens mij"),
    )
    means: tuple[tuple[PositionKind, str, str], ...] = (
        (PositionKind.SELF_NOW, "Waar staan we nu?", "Wij nu"),
        (PositionKind.SELF_LATER, "Waar willen we heen?", "Wij straks"),
        (PositionKind.TEAM_NOW, "Waar staat het team nu, denken we?", "Team nu"),
        (PositionKind.TEAM_LATER, "Waar willen we met het team heen?", "Team straks"),
    )
    set_dot: str = "Zet deze stip"
    may_stay_empty: str = "Leeg laten mag."
    across: str = "Van één voor één (links) naar samen (rechts)"
    upright: str = "Van bewoners (onder) naar beroepskrachten (boven)"
    left_half: str = "Vragen één voor één beantwoorden"
    ends: tuple[str, str, str, str] = ("één voor één", "samen", "beroepskrachten", "bewoners")
    save: str = "Bewaar mijn stippen"
    see_team: str = "Bekijk team"
    print: str = "Print"
    saved: str = "Bewaard. Alleen jij ziet deze stippen."
    picture_mine: str = "Vier vakken met jouw stippen"
    picture_ours: str = "Vier vakken met het gemiddelde van het team"
    no_team: str = "Je zit nog niet in een team. Vraag het aan je teamleider."
    choose_name: str = "Kies rechtsboven eerst je naam. Dan weten we bij welk team je hoort."
    wishes: str = "Wat willen we meer?"
    disciplines: str = "Per vak"
    expertise: str = "Wat kan ons team?"
    expertise_help: str = "Een vinkje: hier kijkt iemand met dit vak speciaal naar."
    craft: str = "Vak"
    who: str = "Wie"
    looks_after: str = "kijkt hiernaar"
    missing: str = "{sentence}: {what}."
    nothing_saved: str = "Je zette nog geen stip. Begin met waar je nu staat."


@dataclass(frozen=True, slots=True)
class TalkWords:
    """*Samen in gesprek*"""

    title: str = "Samen in gesprek"
    intro: str = "Wat doen we al? Wat willen we meer? Wat houdt ons tegen?"
    mine: str = "Mijn blad"
    ours: str = "Het blad van ons team"
    parts: str = "Welk blad?"
    already: str = "Doe ik al"
    already_help: str = "We vulden alvast in wat je het afgelopen jaar deed."
    want_more: str = "Wil ik meer"
    obstacles: str = "Wat houdt je tegen?"
    tip: str = "Tip"
    lead_along: str = "Deze collega's begeleiden graag een groep: {names}."
    certainty: str = "Ik kan goed met groepen werken"
    certainties: tuple[tuple[int, str], ...] = (
        (1, "1 · helemaal niet"),
        (2, "2"),
        (3, "3"),
        (4, "4"),
        (5, "5 · helemaal wel"),
    )
    agreement: str = "Maak één afspraak"
    agreement_hint: str = "Bijvoorbeeld: ik loop een keer mee met de eettafel"
    agreement_on: str = "Wanneer kom je hierop terug?"
    only_you: str = "Alleen jij ziet dit blad. Van het team telt alleen het geheel."
    save: str = "Bewaar"
    saved: str = "Bewaard."
    assignment: str = "Onze opdracht"
    we_do: str = "Wat doen we al?"
    we_want: str = "Wat willen we meer?"
    holds_us: str = "Wat houdt ons tegen?"
    how_sure: str = "Hoe zeker zijn we met groepen?"
    research: str = "In het onderzoek: minder dan 1 op de 5."
    goals: str = "Waar werken we aan?"
    which_goals: str = "Welke drie doelen zijn dat?"
    agreements: str = "Onze afspraken"
    no_agreements: str = "Nog geen afspraak. Maak er samen één, met een datum."
    nothing_picked: str = "Hier koos nog niemand iets."
    times: str = "{n} keer"
    some_times: str = "enkele keren"
    agree: str = "Maak één afspraak"
    agree_label: str = "Onze afspraak"
    agreed: str = "De afspraak staat erbij. Je ziet hem terug bij Deze week."
    print: str = "Print op één blad"
    sheet_title: str = "Samen in gesprek · {team}"


@dataclass(frozen=True, slots=True)
class LinkWords:
    """*Kennen deze twee elkaar?*"""

    title: str = "Kennen deze twee elkaar?"
    intro: str = "Zij doen iets dat op elkaar lijkt, dichtbij."
    parts: str = "Wat wil je zien?"
    pairs: str = "Kennen ze elkaar?"
    whole: str = "Wat hangt samen?"
    path: str = "Zoek een verbinding"
    about: str = "Allebei: {theme}"
    answers: tuple[tuple[IntroductionOutcome, str], ...] = (
        (IntroductionOutcome.KNOW_EACH_OTHER, "Ja, leg vast"),
        (IntroductionOutcome.INVITED, "Ik stel ze voor"),
        (IntroductionOutcome.LET_BE, "Laat maar"),
    )
    take_back: str = "Toch niet"
    taken_back: str = "Dat is teruggedraaid. We vragen het weer."
    see_first: str = "Bekijk {name}"
    more: str = "Toon meer"
    only_look: str = "Een opbouwwerker of sociaal makelaar legt dit vast."
    islands: str = "Wat staat los?"
    more_islands: str = "En nog {n} andere."
    new_link: str = "Deze ene verbinding helpt het meest"
    hinges: str = "Hier hangt veel aan"
    hinges_help: str = "Dit gaat over de verbinding. Niet over hoe goed iemand het doet."
    bridges: str = "Deze banden zijn er maar één keer"
    from_here: str = "Waar begin je?"
    to_there: str = "Waar wil je heen?"
    choose: str = "Kies of typ een naam"
    how: str = "Zo hangen ze samen"
    other_ways: str = "Het kan ook zo"
    around: str = "Rond {name}"
    picture: str = "Wat er rond {name} is, als tekening"
    in_words: str = "In woorden"
    who_knows: str = "Wie van ons kent dit?"
    choose_first: str = "Kies iets. Dan zie je wat erbij hoort en wie het kent."
    show_first: str = "Toon"


@dataclass(frozen=True, slots=True)
class MutualWords:
    """What the own residents could mean to others, under *Mijn vragen*."""

    title: str = "Voor elkaar"
    intro: str = "Deze mensen kunnen misschien iets voor elkaar betekenen."
    nobody: str = "Er is nu geen tweetal of kring met iemand van jou."
    open: str = "Wie kan iets voor elkaar betekenen?"


@dataclass(frozen=True, slots=True)
class PaperWords:
    """A sheet for paper that is made for one viewer."""

    gone: str = "Dit blad is er niet meer."
    gone_remedy: str = "Ga terug en kies opnieuw Print."
    print: str = "Print"
