"""The sentences of *Wie kan wat?*, *Veldnotities* and *Netwerken en aanwezigheid*."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TalentWords:
    title: str = "Wie kan wat?"
    intro: str = "Alleen met een ja van de persoon zelf."
    search: str = "Wat zoek je?"
    search_hint: str = "Bijvoorbeeld: naaien, fiets, taal"
    found: str = "{n} gevonden"
    found_one: str = "1 gevonden"
    empty: str = "In deze buurt staat nog geen talent. Wie kun je het vragen?"
    nothing: str = "Niets gevonden. Kijk of het woord klopt."
    area: str = "In welke buurt?"
    all_areas: str = "Alle buurten"
    via: str = "Vraag het via {name}"
    via_you: str = "Vraag het zelf, via jou"
    helps: str = "Helpt bij: {themes}"
    when: str = "Kan op: {when}"
    when_unknown: str = "Vraag na wanneer het kan"
    until: str = "Mag gevraagd worden tot en met {date}"
    ask_first: str = "Vraag het nog"
    ask_first_help: str = "Deze persoon zei nog geen ja. Wij gebruiken dit niet."
    ask_again: str = "Vraag opnieuw"
    ask_again_help: str = "De toestemming is ouder dan een jaar. Wij gebruiken dit nu niet."
    asked_yes: str = "Ja, dat mag"
    asked_no: str = "Nee, haal weg"
    change: str = "Wijzig"
    change_help: str = "De toestemming blijft zoals die is. Een ander talent vraag je apart."
    stop_change: str = "Stop"
    gone: str = "Weggehaald. We noemen deze persoon nergens meer."
    more: str = "Toon meer"
    add: str = "Nieuw talent"
    back: str = "Terug naar de lijst"
    kind: str = "Wat kan of wil iemand doen?"
    kind_hint: str = "Kies of typ, zoals fietsen maken"
    who: str = "Hoe vraag je naar deze persoon?"
    who_hint: str = "Een rol, geen naam. Zoals: de fietsenmaker van de kade"
    where: str = "In welke buurt?"
    choose_area: str = "Kies een buurt"
    mobility: str = "Hoe komt iemand ergens?"
    available: str = "Wanneer kan iemand?"
    more_fields: str = "Meer, als je het weet"
    languages: str = "Welke taal spreekt iemand?"
    hours: str = "Hoeveel uur per maand?"
    hours_wrong: str = "Vul een getal vanaf 0 in, zoals 4."
    certificate: str = "Is er een verklaring omtrent gedrag (VOG)?"
    certificates: tuple[tuple[str, str], ...] = (("ja", "Ja"), ("nee", "Nee"), ("nvt", "Niet nodig"))
    experience: str = "Waar heeft iemand zelf ervaring mee?"
    read_aloud: str = "Lees dit voor"
    spoken: str = "“Mag ik opschrijven wat u kunt? Mensen vragen u via mij. U mag altijd stoppen.”"
    consent: str = "Wat zei de persoon?"
    consents: tuple[tuple[str, str], ...] = (("ja", "Ja, dat mag"), ("nee", "Nee"))
    consent_on: str = "Op welke dag?"
    consent_lasts: str = "Een ja geldt twaalf maanden. Daarna vraag je het opnieuw."
    save: str = "Bewaar"
    save_to_ask: str = "Vraag het nog"
    not_yet: str = "Nog niet bewaard. Kijk bij de vragen met een uitroepteken."
    saved: str = "Bewaard: {label}."
    saved_to_ask: str = "Bewaard. Vraag het nog. Tot dan gebruiken we dit niet."
    wanted: str = "Hier is nu vraag naar"
    nothing_wanted: str = "Er is nu geen vraag naar, voor zover wij weten."
    another: str = "Nog een talent"
    to_list: str = "Naar de lijst"


@dataclass(frozen=True, slots=True)
class NoteWords:
    title: str = "Veldnotities"
    intro: str = "Wat zag of hoorde je in de buurt? Kort, en zonder namen."
    text: str = "Wat zag of hoorde je?"
    text_hint: str = "Bijvoorbeeld: drie weken lift kapot, mensen komen niet meer beneden"
    area: str = "Over welke buurt gaat dit?"
    choose_area: str = "Kies een buurt"
    heard_at: str = "Waar hoorde je het?"
    places: tuple[tuple[str, str], ...] = (
        ("straat", "Straat"),
        ("groep", "Groep"),
        ("school", "School"),
        ("winkel", "Winkel"),
        ("huisarts", "Huisarts"),
        ("app", "Buurtapp"),
        ("flat", "Flat"),
    )
    on: str = "Wanneer?"
    themes: str = "Waar gaat het over?"
    themes_help: str = "Dit lezen we in je tekst. Tik aan wat klopt."
    save: str = "Bewaar"
    saved: str = "Bewaard."
    changing: str = "Je past een notitie aan."
    stop: str = "Stop"
    change: str = "Pas aan"
    remove: str = "Haal weg"
    remove_yes: str = "Ja, haal weg"
    remove_no: str = "Nee, laat staan"
    own: str = "Mijn notities"
    own_help: str = "Alleen jij ziet deze notities. Na twee jaar gaan ze weg."
    empty: str = "Nog geen notities. Wat viel je vandaag op?"
    signal: str = "Maak hier een signaal van"
    more: str = "Toon meer"


@dataclass(frozen=True, slots=True)
class NetworkWords:
    title: str = "Netwerken en aanwezigheid"
    intro: str = "Wie houdt mensen bij elkaar? En waar zijn wij te vinden?"
    parts: tuple[tuple[str, str], ...] = (
        ("netwerken", "Netwerken"),
        ("aanwezig", "Hier zijn wij"),
        ("plek", "Wie kent deze plek?"),
    )
    part: str = "Wat wil je zien?"
    networks_intro: str = "Appgroepen, ouders op het plein, een flat. Zonder namen van mensen."
    networks_empty: str = "Er staat nog geen netwerk. Welke appgroep ken jij?"
    key_figure: str = "Vraag naar: {who}"
    members: str = "Ongeveer {n} mensen"
    known: str = "{name}, laatst op {date}"
    known_you: str = "Jij, laatst op {date}"
    known_by: str = "Wie kent dit?"
    nobody: str = "Niemand van ons kent deze plek nog."
    i_know: str = "Ik ken deze plek"
    i_know_again: str = "Ik was er vandaag weer"
    add_network: str = "Nieuw netwerk"
    change: str = "Pas aan"
    name: str = "Hoe heet het?"
    name_hint: str = "Bijvoorbeeld: Straatapp Kastanjestraat"
    sort: str = "Wat voor netwerk is het?"
    area: str = "In welke buurt?"
    choose_area: str = "Kies een buurt"
    figure: str = "Naar wie vraag je?"
    figure_hint: str = "Een rol, geen naam. Zoals: de klassenouder van groep 4"
    estimate: str = "Hoeveel mensen ongeveer?"
    estimate_wrong: str = "Vul een getal vanaf 1 in, zoals 30."
    save: str = "Bewaar"
    stop: str = "Stop"
    saved: str = "Bewaard."
    presence_intro: str = "Iedereen ziet deze momenten. Ook op de kaart."
    presence_empty: str = "Er staat nog geen moment. Waar ben jij deze week te vinden?"
    presence_line: str = "{when} · {who}"
    add_presence: str = "Nieuw moment"
    place: str = "Waar?"
    choose_place: str = "Kies een plek"
    day: str = "Op welke dag?"
    starts: str = "Van hoe laat?"
    ends: str = "Tot hoe laat?"
    time_hint: str = "Zoals 9.30"
    time_wrong: str = "Schrijf een tijd als 9.30 of 14:00."
    who: str = "Wie is er?"
    who_hint: str = "Een rol, geen naam. Zoals: opbouwwerker"
    remove: str = "Dit stopt"
    place_intro: str = "Kies een plek. Dan zie je wie van ons er contact mee heeft."
    which: str = "Welke plek?"
    choose_which: str = "Kies of typ een naam"
