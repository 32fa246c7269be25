"""The sentences of *Ideeën om samen te doen*: the list, one idea, working it out, answering it."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.model.together import ActionKind, BundleStatus


@dataclass(frozen=True, slots=True)
class IdeaWords:
    """The list and one computed idea. ``{…}`` is filled in by the screen."""

    title: str = "Ideeën om samen te doen"
    intro: str = "Dit zijn ideeën van de computer. Jij en de bewoners beslissen."
    theme: str = "Onderwerp"
    every_theme: str = "Alle onderwerpen"
    only_area: str = "Alleen mensen uit {area}."
    every_area: str = "Toon alle buurten"
    only_own: str = "Alleen met mijn vragen"
    empty: str = "Er zijn nu geen vragen die bij elkaar passen."
    empty_next: str = "Schrijf een nieuwe vraag op"
    empty_map: str = "Bekijk de kaart"
    all_themes: str = "Toon alle onderwerpen"
    working_on: str = "Hier werken jullie aan"
    almost: str = "Nog te weinig mensen"
    almost_help: str = "Met een paar mensen erbij kan dit een groep worden."
    laid_aside: str = "Weggezet of gestopt ({n})"
    nowhere: str = "Voor deze vragen van jou vonden we nog niets ({n})"
    more: str = "Toon meer"
    look: str = "Bekijk"
    back: str = "Terug naar de lijst"
    own_in_it: str = "{n} van jou"
    counts_title: str = "Hoe staan de ideeën ervoor?"
    counts_none: str = "Er zijn nog geen ideeën bewaard."
    counts_help: str = "Je ziet hier aantallen ideeën. Van mensen zie je niets."
    where: str = "Waar"
    when: str = "Wanneer"
    language: str = "Taal"
    partner: str = "Partner"
    leads: str = "Trekkers om te vragen"
    from_where: str = "Mensen uit"
    on_map: str = "Bekijk op de kaart"
    members: str = "Wie zitten hierin?"
    yours: str = "Jouw vragen. Kies er een om die te openen."
    open_need: str = "Open de vraag van {number}"
    missing: str = "Wat ontbreekt nog?"
    nothing_missing: str = "Er ontbreekt niets, voor zover wij weten."
    see_below: str = "Wie past niet, zie je hieronder."
    not_fitting: str = "Wie past niet, en waarom?"
    all_fit: str = "Iedereen die kon, zit erin."
    first_step: str = "Eerste stap"
    first_step_why: str = "Niets begint voordat de mensen het zelf willen."
    join: str = "Sluit aan bij wat er is"
    extend: str = "Vraag om een tweede groep"
    work_out: str = "Werk dit idee uit"
    work_out_help: str = "Dan bewaren we het idee. Iedereen die erin zit, houdt zijn eigen vraag."
    invite: str = "Nodig een opbouwwerker uit"
    invite_who: str = "Wie vraag je?"
    invite_anybody: str = "Wie het op wil pakken"
    invited: str = "Het idee staat klaar voor de opbouwwerker."
    refuse: str = "Dit past niet"
    refuse_why: str = "Waarom past dit niet?"
    refuse_hint: str = "Bijvoorbeeld: deze mensen kennen elkaar al"
    put_aside: str = "Zet weg"
    put_aside_done: str = "Weggezet. Je vindt het onderaan de lijst."
    already: str = "Hier werkt al iemand aan."
    see_saved: str = "Bekijk hoe het staat"
    of_need: str = "Deze vraag zit in een idee"
    wait_for_team: str = "Een opbouwwerker kan dit uitwerken. Daarna kun jij antwoorden."


@dataclass(frozen=True, slots=True)
class WorkWords:
    """A saved idea: how it stands, working it out, and each step on."""

    steps: str = "Hoe staat het?"
    here: str = "nu hier"
    tasks: str = "Wat is er al?"
    done: str = "Geregeld"
    open: str = "Nog niet"
    what_for: str = "Waarvoor doen we dit?"
    what_for_hint: str = "Bijvoorbeeld: samen eten in plaats van alleen"
    residents_do: str = "Dit doen bewoners"
    residents_hint: str = "Bijvoorbeeld: koken, tafels klaarzetten"
    professional_does: str = "Dit doet de professional"
    professional_hint: str = "Bijvoorbeeld: de eerste vier keer meegaan"
    no_names: str = "Geen namen van bewoners."
    goal: str = "Waar werken we aan?"
    goals: tuple[tuple[str, str], ...] = (
        ("1", "Doel 1: mensen helpen elkaar"),
        ("2", "Doel 2: aansluiten bij de wijk, er vroeg bij zijn"),
        ("3", "Doel 3: iets veranderen in de wijk"),
    )
    owner: str = "Wie trekt dit?"
    second_owner: str = "Wie doet mee, met een ander vak?"
    choose: str = "Kies"
    place: str = "Waar?"
    slot: str = "Wanneer?"
    lead_ids: str = "Welke trekkers vragen we?"
    partner: str = "Met welke partner?"
    money: str = "Wat kost het?"
    money_intro: str = "Vul in wat je weet. De rest blijft nul."
    budget_fields: tuple[tuple[str, str, str], ...] = (
        ("moments", "Hoeveel keer?", "4"),
        ("people", "Hoeveel mensen?", "6"),
        ("rent", "Huur per keer (€)", "15"),
        ("food", "Eten en drinken per persoon per keer (€)", "1"),
        ("materials", "Materiaal (€)", "40"),
        ("printing", "Drukwerk (€)", "20"),
        ("volunteers", "Vrijwilligers (€)", "0"),
    )
    reckon: str = "Reken uit"
    nothing_filled: str = "Nog niets ingevuld. Dat mag."
    total: str = "Samen {total}"
    per_person: str = "{amount} per persoon per keer"
    kept_budget: str = "Bewaard bedrag: {amount}"
    money_from: str = "Zoek geld: wie kan dit betalen?"
    fund_gives: str = "Hoeveel kan die hoogstens geven? (€)"
    save: str = "Bewaar"
    saved: str = "Bewaard."
    work_out: str = "Werk het idee uit"
    next_step: str = "De volgende stap"
    ask_first: str = "Vraag het aan de mensen zelf"
    ask_first_help: str = "Pas na een gesprek kan dit beginnen."
    talk_on: str = "Wanneer spraken jullie?"
    talk_said: str = "Wat zeiden zij?"
    talk_hint: str = "Bijvoorbeeld: vijf mensen gesproken, liever doordeweeks 17 uur"
    action_sort: str = "Wat gaan jullie doen?"
    action_sorts: tuple[tuple[ActionKind, str], ...] = (
        (ActionKind.BUNDLE, "Vragen bundelen"),
        (ActionKind.CONNECT, "Mensen met elkaar verbinden"),
        (ActionKind.GROUP_OFFER, "Een groep of activiteit aanbieden"),
    )
    to: tuple[tuple[BundleStatus, str], ...] = (
        (BundleStatus.DISCUSSED, "Besproken met bewoners"),
        (BundleStatus.STARTED, "Dit gaat beginnen"),
        (BundleStatus.RUNNING, "Het loopt"),
        (BundleStatus.STOPPED, "Het is gestopt"),
        (BundleStatus.REJECTED, "Zet weg"),
        (BundleStatus.IDEA, "Maak er weer een idee van"),
    )
    back_to: tuple[tuple[BundleStatus, BundleStatus, str], ...] = (
        (BundleStatus.STARTED, BundleStatus.DISCUSSED, "Toch nog niet begonnen"),
        (BundleStatus.STOPPED, BundleStatus.RUNNING, "Het loopt weer"),
    )
    taken_back: str = "Teruggezet. De mensen tellen weer mee."
    no_answer_now: str = "Een collega paste dit idee intussen aan. Antwoorden kan nu niet meer."
    said: str = "Dit zeiden de bewoners op {date}"
    refused: str = "Past niet, omdat: {reason}"
    led_by: str = "{first} trekt dit"
    led_by_two: str = "{first} en {second} trekken dit"
    nobody_leads: str = "Nog niemand trekt dit."
    take_along: str = "Neem ze mee"
    regroup: str = "Splitsen of samenvoegen"
    regroup_help: str = "Alle vragen blijven bestaan. Je kunt dit terugdraaien."
    split_part: str = "Wie komen er in de tweede groep?"
    split: str = "Splits"
    merge_with: str = "Welk idee hoort hierbij?"
    merge: str = "Voeg samen"
    undo: str = "Draai terug"
    regrouped: str = "Dit is gedaan."
    undone: str = "Het is teruggedraaid."
    cannot_undo: str = "Terugdraaien kan niet meer. Er is daarna iets veranderd."
    answer: str = "Wat is er in de buurt?"
    answer_intro: str = "Zoek een plek, een trekker of een partner. Vragen van mensen zie je niet."
    answer_save: str = "Geef antwoord"
    answered: str = "Je antwoord staat bij het idee. Het team ziet het."
    conflict: str = "Iemand anders paste dit ook aan. Kies wat klopt."
    mine: str = "Dit schreef jij"
    theirs: str = "Dit schreef de ander"
    nothing: str = "niets"
    settle: str = "Bewaar mijn keuze"
    print: str = "Print dit idee"
    fields: tuple[tuple[str, str], ...] = (
        ("purpose", "Waarvoor doen we dit?"),
        ("residents_do", "Dit doen bewoners"),
        ("professional_does", "Dit doet de professional"),
        ("goal", "Waar werken we aan?"),
        ("owner", "Wie trekt dit?"),
        ("second_owner", "Wie doet mee?"),
        ("facility_id", "Waar?"),
        ("room_id", "Welke ruimte?"),
        ("slot", "Wanneer?"),
        ("lead_ids", "Trekkers"),
        ("partner_id", "Partner"),
        ("budget_eur", "Bedrag"),
        ("money_from", "Wie betaalt?"),
        ("status", "Hoe staat het?"),
        ("talk_said", "Wat zeiden bewoners?"),
        ("answered_on", "Antwoord"),
    )
