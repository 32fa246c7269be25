"""The sentences of *Zoek voor iemand*: the form, what was found, the resident's view, the invitation."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.model.wording import NOTHING_FITS, PERHAPS_IN_DANGER


@dataclass(frozen=True, slots=True)
class FindWords:
    """The form. ``{…}`` is filled in by the screen."""

    title: str = "Zoek voor iemand"
    intro: str = "Vertel waar het om gaat. Een naam is niet nodig."
    words: str = "Waar gaat het om?"
    words_hint: str = "Schrijf het zoals iemand het zegt"
    because: str = "omdat je schreef: {words}"
    chosen_by_hand: str = "zelf gekozen"
    mainly: str = "hier gaat het vooral om"
    make_main: str = "Vooral dit"
    remove: str = "Haal weg"
    perhaps: str = "Bedoel je misschien:"
    no_it_is: str = "Nee, het gaat over:"
    not_recognised: str = "We weten niet waar dit over gaat. Kies zelf een onderwerp."
    also_right: str = "Klopt dit ook? Tik het aan."
    not_kept: str = "Wat je hier schrijft, wordt niet bewaard."
    leave_out: str = "Haal dat weg"
    years: str = "{years} jaar"
    wheelchair_short: str = "Rolstoel of rollator"
    parts_of_week: str = "{first} en nog {n} momenten"
    choose_theme: str = "Kies zelf een onderwerp"
    choose_another: str = "Nog een onderwerp"
    whole_group: str = "Alles over {group}"
    examples: str = "Bijvoorbeeld"
    example_sentences: tuple[str, ...] = (
        "zit de hele dag alleen",
        "post niet openmaken",
        "slaapt slecht en is altijd moe",
    )
    place: str = "Waar woont iemand?"
    choose_area: str = "Kies een buurt"
    address: str = "Of typ een straat of adres"
    address_found: str = "Dat is in {area}. Het adres zelf is weer weg."
    address_several: str = "Dit kan op meer plekken zijn. Welke buurt is het?"
    address_unknown: str = "Dit adres kennen we niet. Kies hierboven een buurt."
    mobility: str = "Hoe komt iemand ergens?"
    more: str = "Meer over wat past"
    more_filled: str = "Meer over wat past · {n} ingevuld"
    when: str = "Wanneer kan het?"
    when_unknown: str = "Niets gekozen? Dan vragen we dat na."
    parts: tuple[tuple[str, str], ...] = (
        ("ochtend", "Ochtend"),
        ("middag", "Middag"),
        ("avond", "Avond"),
    )
    weekdays_daytime: str = "Door de week overdag"
    do_not_know: str = "Weet niet"
    thresholds: str = "Wat maakt het lastig?"
    languages: str = "Welke taal spreekt iemand?"
    peers: str = "Met mensen die hetzelfde meemaken?"
    age: str = "Leeftijd"
    age_hint: str = "78, 75+ of 12-17"
    age_wrong: str = "Vul een leeftijd in tot en met 120, zoals 78, 75+ of 12-17."
    person: str = "Man of vrouw?"
    persons: tuple[tuple[str, str], ...] = (("vrouw", "Vrouw"), ("man", "Man"))
    wheelchair: str = "Er moet ruimte zijn voor een rolstoel of rollator"
    social_base: str = "Alleen sociale basis"
    social_base_help: str = "Dus zonder hulp waar je een indicatie voor nodig hebt."
    indication: str = "Heeft iemand een indicatie?"
    indications: tuple[tuple[str, str], ...] = (("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet niet"))
    search: str = "Zoek"
    clear: str = "Wis alles"
    privacy_title: str = "Wij schrijven op wat u wilt, niet wie u bent"
    privacy: tuple[str, ...] = (
        "Niets van deze zoekvraag wordt bewaard.",
        "Na tien minuten zonder tikken is alles weg.",
        "Een adres wordt een buurt. Daarna vergeten we het adres.",
    )


@dataclass(frozen=True, slots=True)
class SafetyWords:
    """The buttons of the safety card; its steps stand with the engine's sentences."""

    public_intro: str = "Is er iemand in gevaar? Bel dan nu. Niemand van ons leest dit op dit moment."
    first_help: str = "Is er iemand in gevaar? Help dan eerst. Schrijf later verder."

    call_112: str = "Bel 112"
    call_112_when: str = "Bij direct gevaar"
    call_home: str = "Bel Veilig Thuis 0800-2000"
    call_home_when: str = "Gratis, dag en nacht"
    call_113: str = "Bel 113"
    call_0113: str = "of 0800-0113"
    call_113_when: str = "Wil iemand niet meer leven? Gratis, dag en nacht"
    next_steps: str = "En daarna"
    nothing_kept: str = "We zoeken nu niets en bewaren niets."
    not_kept: str = "Dit bewaren we niet. Wat je schreef staat er nog."
    may_stand: str = "Is dit aanbod voor mensen die dit meemaken? Dan mag het blijven staan."
    not_right: str = "Niemand is in gevaar, ga verder"
    perhaps: str = PERHAPS_IN_DANGER
    whom_to_call: str = "Ja, wie kan ik bellen?"
    no: str = "Nee"


@dataclass(frozen=True, slots=True)
class FoundWords:
    """What was found, and what was left out."""

    title: str = "Dit past misschien"
    intro: str = "Bekijk samen wat aanspreekt. Bel eerst als er staat: bel eerst."
    empty: str = NOTHING_FITS
    team_first: str = "Bespreek dit eerst in het team."
    team_why: str = "Het gaat over drie of meer delen van het leven."
    asked: str = "Je zocht"
    also: str = "ook {theme}"
    wishes: str = "{n} wensen"
    one_wish: str = "1 wens"
    change: str = "Pas aan"
    show_resident: str = "Laat aan de bewoner zien"
    count: str = "{n} van {m} getoond"
    count_all: str = "{m} gevonden"
    count_one: str = "1 gevonden"
    score: str = "{score} van 100"
    buddy: str = "Iemand kan meegaan"
    call_first: str = "Bel eerst even: {contact}"
    contact: str = "Contact: {contact}"
    why: str = "Waarom staat dit hier?"
    why_intro: str = "Hoe meer er klopt, hoe hoger in de lijst."
    points: str = "{points} van {weight}"
    details: str = "Meer weten"
    print: str = "Print uitnodiging"
    more: str = "Toon meer"
    left_out: str = "Dit paste niet"
    left_out_intro: str = "Je ziet hier ook waarom niet."
    left_out_more: str = "En nog {n} die niet pasten."
    left_out_uncounted: str = "En er is nog meer dat niet paste."
    nothing_left_out: str = "Er is niets weggelaten."
    look_anyway: str = "Toch bekijken"
    signs: tuple[tuple[str, str], ...] = (("+", "Past"), ("?", "Vraag na"), ("−", "Past minder"))
    parts: tuple[tuple[str, str, str], ...] = (
        ("thema", "Onderwerp", "Gaat het over wat je zocht?"),
        ("nabijheid", "Dichtbij", "Is het makkelijk te bereiken?"),
        ("drempel", "Wat lastig is", "Neemt het weg wat het lastig maakt?"),
        ("tijd", "Dag en tijd", "Is het op een moment dat kan?"),
        ("taal", "Taal", "Wordt er een taal gesproken die past?"),
        ("lotgenoten", "Lotgenoten", "Past het bij de wens over lotgenoten?"),
        ("actualiteit", "Nagekeken", "Is pas gekeken of het nog klopt?"),
    )
    left_out_groups: tuple[tuple[str, str], ...] = (
        ("niet_actief", "Draait nu niet"),
        ("vol", "Zit vol"),
        ("doelgroep", "Is voor anderen"),
        ("taal", "Andere taal"),
        ("te_ver", "Te ver"),
        ("rolstoel", "Niet met een rolstoel"),
        ("indicatie", "Indicatie nodig"),
        ("sociale_basis", "Hoort niet bij de sociale basis"),
    )


@dataclass(frozen=True, slots=True)
class ResidentWords:
    """What a resident reads: *u*, no scores, nothing about why."""

    title: str = "Dit kunt u doen"
    intro: str = "Wat spreekt u aan?"
    back: str = "Terug naar het gewone scherm"
    walk_in: str = "U kunt gewoon komen."
    sign_up: str = "Laat eerst weten dat u komt: {contact}"
    call_first: str = "Bel eerst even: {contact}"
    buddy: str = "Iemand kan de eerste keer met u meegaan."
    empty: str = "Er is nu niets dat past. Wij denken met u mee."
    promise: str = "Wij schrijven op wat u wilt, niet wie u bent."


@dataclass(frozen=True, slots=True)
class InvitationWords:
    """The printed card."""

    title: str = "U bent welkom"
    when: str = "Wanneer"
    when_unknown: str = "Vraag naar de dag"
    where: str = "Waar"
    cost: str = "Kosten"
    questions: str = "Vragen?"
    walk_in: str = "U kunt gewoon komen."
    sign_up: str = "Laat eerst weten dat u komt."
    goes_along: str = "gaat met u mee"
    print: str = "Print"
    languages: str = "De taal van deze kaart"
    read_it_once: str = (
        "Wij vertaalden onze eigen zinnen. Laat iemand die deze taal spreekt de kaart één keer lezen. "
        "Namen, adressen en wat anderen schreven staan er zoals ze zijn."
    )
    gone: str = "Deze uitnodiging is er niet meer."
    gone_remedy: str = "Ga terug en kies iets anders."
