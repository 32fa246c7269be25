"""The sentences of *Wat valt op?*, *Schrijf het signaal* and *Laat weten wat er gebeurde*."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.model.together import SignalSource, SignalStatus
from socialmap.model.wording_signals import PatternOutcome


@dataclass(frozen=True, slots=True)
class SignalsWords:
    title: str = "Wat valt op?"
    intro: str = "Opvallend is geen bewijs. Praat er eerst over."
    patterns: str = "In de vragen"
    outcomes: tuple[tuple[PatternOutcome, str], ...] = (
        (PatternOutcome.HERE_AND_NOW, "Hier en nu"),
        (PatternOutcome.HERE, "Hier"),
        (PatternOutcome.NOW, "Nu"),
    )
    in_area: str = "{theme} in {area}"
    people: str = "{people} met deze vraag, in drie maanden."
    of_monday: str = "Dit is de stand van maandag. Aantallen zie je hier niet."
    empty: str = "Er valt nu niets op. Zag je zelf iets? Schrijf het op."
    make: str = "Maak een signaal"
    look: str = "Bekijk"
    look_area: str = "Bekijk buurt"
    known: str = "Dit weten we al"
    known_back: str = "Toon weer wat we al weten ({n})"
    written: str = "Geschreven door collega's"
    no_signals: str = "Er is nog geen signaal. Zag je iets? Schrijf het op."
    more: str = "Toon meer"
    followed_by: str = "{name} volgt dit"
    back_on: str = "Antwoord voor {date}"
    back: str = "Terug naar de lijst"
    where_it_goes: str = "Waar leg je dit neer?"
    print: str = "Print"
    step: str = "Welke stap nu?"
    steps: tuple[tuple[SignalStatus, str], ...] = (
        (SignalStatus.NOTICED, "Opgemerkt"),
        (SignalStatus.DEEPENED, "Verdiept"),
        (SignalStatus.PLACED, "Thuisgebracht"),
        (SignalStatus.IN_HAND, "In behandeling"),
        (SignalStatus.REPORTED_BACK, "Teruggekoppeld"),
        (SignalStatus.CLOSED, "Afgesloten"),
    )
    now_here: str = "Nu: {step}"
    save_step: str = "Bewaar deze stap"
    saved_step: str = "Bewaard. Nu: {step}."
    choice: str = "Wat doen we hiermee?"
    choices: tuple[tuple[str, str], ...] = (
        ("zelf", "Zelf oppakken"),
        ("samen", "Samen oppakken"),
        ("aankaarten", "Aankaarten"),
    )
    addressed_to: str = "Aan wie vragen we dit?"
    choose_addressee: str = "Kies of typ"
    tell_title: str = "Laat weten wat er gebeurde"
    tell_intro: str = "De mensen die dit zeiden, wachten op antwoord."
    told_to: str = "Aan wie heb je het verteld?"
    told_hint: str = "Bijvoorbeeld: de bewoners van de flat, bij de koffie"
    nobody: str = "Er is niemand om het aan te vertellen"
    nobody_because: str = "Waarom is er niemand?"
    told: str = "Verteld"
    not_yet: str = "Nog niet"
    closed_as: str = "Waarom is dit klaar?"
    closed_because: str = "Wil je er iets bij zeggen?"
    closed: str = "Klaar: {reason}"
    reopen: str = "Open dit signaal weer"
    deepen_title: str = "Kijk eerst wat beter"
    deepen_intro: str = "Vul cijfers of een verhaal in. Eén van de twee is genoeg."
    figures: str = "Welke cijfers zijn er? Hoe vaak gebeurt het?"
    story: str = "Welk verhaal hoort hierbij? Wat betekent het voor mensen?"
    owner: str = "Wie volgt dit signaal?"
    choose_owner: str = "Kies een collega"
    hand: str = "Geef door"
    only_leads: str = "Een opbouwwerker zet de volgende stap."
    correct: str = "Verbeter de tekst"
    save_texts: str = "Bewaar de tekst"
    saved_texts: str = "Bewaard. De tekst is aangepast."
    labels: tuple[tuple[str, str], ...] = (
        ("title", "Titel"),
        ("what_we_see", "Wat zien we?"),
        ("where", "Bij wie en waar?"),
        ("how_often", "Hoe vaak?"),
        ("consequence", "Wat betekent het voor mensen?"),
        ("possible_cause", "Hoe komt het, denken we?"),
        ("already_done", "Wat doen we al?"),
        ("residents_say", "Wat zeggen bewoners?"),
        ("we_ask", "Wat vragen we?"),
        ("addressed_to", "Aan wie vragen we dit?"),
    )
    now_stands: str = "Nu staat er bij ‘{label}’: {text}"
    now_empty: str = "niets"
    remove: str = "Haal dit signaal weg"
    remove_sure: str = "Weet je het zeker? Dan ziet niemand dit signaal meer."
    remove_yes: str = "Ja, haal weg"
    remove_no: str = "Nee, laat staan"
    removed: str = "Het signaal is weggehaald."
    bring_back: str = "Zet het terug"


@dataclass(frozen=True, slots=True)
class WriteSignalWords:
    title: str = "Schrijf het signaal"
    intro: str = "Kort en feitelijk. Geen namen."
    enough: str = "Eén mens is genoeg. Een signaal hoeft geen groot aantal te hebben."
    headline: str = "Hoe noem je het?"
    headline_hint: str = "Bijvoorbeeld: lift kapot in flat De Wachter"
    what_we_see: str = "Wat zie je?"
    what_we_see_hint: str = "Wat gebeurt er, en wat betekent dat?"
    area: str = "In welke buurt?"
    choose_area: str = "Kies een buurt"
    where: str = "Bij wie en waar?"
    where_hint: str = "Bijvoorbeeld: bewoners van flat De Wachter"
    sort: str = "Waar gaat het over?"
    scale: str = "Hoe groot is het gebied?"
    cause: str = "Waar ligt het volgens jou aan?"
    causes: tuple[tuple[str, str], ...] = (
        ("persoon", "De persoon"),
        ("omgeving", "De omgeving"),
        ("systeem", "Regels, geld of wachttijd"),
    )
    residents_say: str = "Wat zeggen bewoners?"
    already_done: str = "Wat deden jullie al?"
    we_ask: str = "Wat vraag je?"
    more_fields: str = "Meer, als je het weet"
    origin: str = "Hoe kwam je dit te weten?"
    origins: tuple[tuple[SignalSource, str], ...] = (
        (SignalSource.WORKER, "Zelf gezien"),
        (SignalSource.RESIDENT, "Van een bewoner"),
        (SignalSource.GROUP, "Van een groep"),
        (SignalSource.PARTNER, "Van een partner"),
        (SignalSource.FIGURES, "Uit de cijfers"),
    )
    people: str = "Hoeveel mensen zeiden dit?"
    people_help: str = "Minder dan 5 mensen? Dan schrijven we ‘enkele mensen’."
    people_wrong: str = "Vul een heel getal in, zoals 3."
    how_often: str = "Hoe vaak?"
    consequence: str = "Wat betekent het voor mensen?"
    possible_cause: str = "Hoe komt het, denk je?"
    routes: str = "Hier kun je terecht"
    routes_first: str = "Kies waar het over gaat en hoe groot het is. Dan zie je waar je terecht kunt."
    only_leads: str = "Een opbouwwerker kiest met jou waar het naartoe gaat."
    save: str = "Bewaar"
    not_yet: str = "Nog niet bewaard. Kijk bij de vragen met een uitroepteken."
    saved: str = "Bewaard. Vertel voor {date} wat er gebeurde."
    print: str = "Print het signaal"
    open: str = "Bekijk het signaal"
    own: str = "Mijn signalen"
    own_help: str = "Deze signalen volg jij."
    empty: str = "Nog geen signalen. Wat viel je op?"
