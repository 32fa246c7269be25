"""The sentences of *Nieuwe vraag*, *Mijn vragen* and *Samen de eerste keer*."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NeedWords:
    """Writing down a question in a minute. ``{…}`` is filled in by the screen."""

    title: str = "Nieuwe vraag"
    intro: str = "Zes dingen, geen naam. Dit kost één minuut."
    who: str = "Voor wie is de vraag?"
    whos: tuple[tuple[str, str], ...] = (("nieuw", "Iemand nieuw"), ("bekend", "Iemand die ik al ken"))
    new_number: str = "Wij verzinnen een nummer, zoals B-014. Een naam schrijven we niet op."
    area: str = "In welke buurt woont iemand?"
    choose_area: str = "Kies een buurt"
    known: str = "Wie is het?"
    choose_known: str = "Kies een nummer"
    known_line: str = "{number} · {area} · {theme}"
    nobody_known: str = "Je hebt nog geen vragen van anderen. Kies: iemand nieuw."
    theme: str = "Waar gaat het vooral om?"
    words: str = "Schrijf het zoals iemand het zegt"
    words_hint: str = "Bijvoorbeeld: mist zijn vrouw, wil Nederlands leren"
    words_not_kept: str = "Deze woorden bewaren we niet. We zoeken er alleen het onderwerp bij."
    theme_is: str = "Onderwerp: {theme}"
    choose_another: str = "Kies een ander onderwerp"
    since: str = "Wanneer hoorde je dit?"
    mobility: str = "Hoe komt iemand ergens?"
    when: str = "Wanneer kan iemand?"
    parts: tuple[tuple[str, str], ...] = (("ochtend", "Ochtend"), ("middag", "Middag"), ("avond", "Avond"))
    when_unknown: str = "Weet niet"
    permission: str = "Mag ik kijken wie dezelfde vraag heeft?"
    ask_like_this: str = "Vraag het zo"
    spoken: str = "“Mag ik kijken of er meer mensen zijn met deze vraag? Ik noem uw naam niet.”"
    more: str = "Meer, als je het weet"
    goes_well: str = "Wat gaat goed? Wat doet iemand graag?"
    thresholds: str = "Wat maakt het lastig?"
    side_themes: str = "Gaat het ook nog over iets anders?"
    choose_side: str = "Kies een onderwerp"
    languages: str = "Welke taal spreekt iemand?"
    peers: str = "Met mensen die hetzelfde meemaken?"
    circle: str = "Op wie kan iemand rekenen?"
    age: str = "Hoe oud ongeveer?"
    asked_by: str = "Wie stelde de vraag?"
    origin: str = "Hoe kwam de vraag bij jou?"
    wheelchair: str = "Er moet ruimte zijn voor een rolstoel of rollator"
    indication: str = "Heeft iemand een indicatie?"
    indications: tuple[tuple[str, str], ...] = (("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet niet"))
    save: str = "Bewaar"
    save_and_search: str = "Bewaar en zoek"
    stop: str = "Stop"
    not_yet: str = "Nog niet bewaard. Kijk bij de vragen met een uitroepteken."
    promise_title: str = "Wat doen wij met uw vraag?"
    promise: tuple[str, ...] = (
        "Wij schrijven op wat u wilt, niet wie u bent.",
        "Geen naam, geen adres, geen telefoonnummer.",
        "Alleen wie u nu helpt, ziet uw vraag.",
        "U mag altijd nee zeggen. Ook later nog.",
    )
    saved: str = "Bewaard. Dit is {number}."
    saved_help: str = "Schrijf dit nummer op. Jij weet wie het is, wij niet."
    goes_well_saved: str = "Wat doet iemand graag?"
    goes_well_why: str = "Iedereen kan ook iets brengen."
    search: str = "Zoek voor deze persoon"
    another: str = "Nog een vraag"
    to_own: str = "Naar mijn vragen"
    go_together: str = "Ga samen naar {name}"


@dataclass(frozen=True, slots=True)
class NudgeWords:
    title: str = "Kan dit samen met anderen?"
    look: str = "Bekijk samen"
    later: str = "Later"
    no: str = "Nee, past niet"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The list of own questions, and one of them."""

    title: str = "Mijn vragen"
    intro: str = "De vragen van mensen met wie jij werkt. Alleen jij ziet ze."
    empty: str = "Je hebt nog geen vragen. Schrijf er een op."
    empty_filter: str = "Hier staat nu niets. Kijk bij een andere keuze."
    new: str = "Nieuwe vraag"
    filters: str = "Welke vragen?"
    all_open: str = "Nu bezig"
    closed: str = "Klaar"
    filter_count: str = "{name} ({n})"
    due_title: str = "Nu aan de beurt"
    due_line: str = "{number} · {theme} · {about}"
    line: str = "{number} · {theme}"
    fact: str = "{area} · {status} · {open_for}"
    remind: str = "denk eraan op {date}"
    remind_now: str = "nu aan de beurt"
    asked_not_yet: str = "toestemming nog vragen"
    not_linked: str = "niet verbinden"
    more: str = "Toon meer"
    back: str = "Terug naar mijn vragen"
    since: str = "Gehoord op {date}"
    status: str = "Hoe staat het ermee?"
    status_help: str = "Nog niet is ook goed. Dan denken we er over zes weken weer aan."
    permission: str = "Mag deze vraag verbonden worden?"
    permission_now: tuple[tuple[str, str], ...] = (
        ("ja", "Deze vraag telt mee als we kijken wat samen kan."),
        ("nog_vragen", "Deze vraag telt nog niet mee. Vraag het eerst."),
        ("nee", "Deze vraag telt nergens mee. Ook niet bij ideeën om samen te doen."),
    )
    reminder: str = "Wanneer denk je hier weer aan?"
    reminder_on: str = "Herinnering op {date}."
    no_reminder: str = "Nog geen herinnering."
    reminders: tuple[tuple[int, str], ...] = ((14, "Over twee weken"), (42, "Over zes weken"))
    reminder_off: str = "Geen herinnering"
    goes_well: str = "Wat gaat goed?"
    goes_well_why: str = "Wat doet iemand graag? Wat kan iemand goed?"
    goes_well_choose: str = "Tik aan wat past"
    together: str = "Bekijk wat samen kan"
    conflict: str = "Iemand paste dit net ook aan. Kijk nog eens."


@dataclass(frozen=True, slots=True)
class CorrectionWords:
    """What was written down wrongly about a question."""

    title: str = "Klopt er iets niet?"
    intro: str = "Verbeter wat verkeerd is opgeschreven. Bij een ander onderwerp gaat de vraag uit ideeën."
    save: str = "Bewaar verbetering"
    saved: str = "Verbeterd."
    remove: str = "Haal deze vraag weg"
    remove_help: str = "Per ongeluk opgeschreven? Haal de vraag weg. Dan telt die nergens meer mee."
    removed: str = "De vraag is weggehaald."
    put_back: str = "Zet terug"
    cannot_put_back: str = "Terugzetten kan niet meer. Er is daarna iets veranderd."


@dataclass(frozen=True, slots=True)
class GoAlongWords:
    """Samen de eerste keer."""

    button: str = "Ik ga mee of regel een maatje"
    title: str = "Samen de eerste keer"
    intro: str = "Een warm begin in vijf kleine stappen."
    empty: str = "Nog geen stappen gezet."
    none: str = "Zoek iets dat past. Kies daar: ik ga mee of regel een maatje."
    to: str = "Samen naar {name}"
    when: str = "Op welke dag?"
    step_on: str = "{date}, door {who}"
    step_on_unknown: str = "{date}"
    not_taken: str = "nog niet"
    take_back: str = "Haal weg"
    how: str = "Hoe ging het?"
    how_intro: str = "Elk antwoord is goed."
    face: str = "Hoe vond de bewoner het?"
    hard: str = "Wat maakt het nog lastig?"
    save: str = "Bewaar"
    choose_how: str = "Kies eerst hoe het ging."
    ended: str = "{outcome}. {face}"
    open_again: str = "De vraag blijft open. Zes weken later denken we er weer aan."
    whose: str = "Met wie ga je mee naar {name}?"
    whose_help: str = "Kies een van je vragen, of schrijf een nieuwe vraag op."
    choose: str = "Kies een vraag"
    begin: str = "Begin"
    new: str = "Nieuwe vraag"
    cancel: str = "Toch niet"
    choose_first: str = "Kies eerst een vraag."
    begun: str = "Begonnen: samen naar {name}."


@dataclass(frozen=True, slots=True)
class RouteWords:
    """The three ways on a result: own circle, nearby, and people who go through the same."""

    label: str = "Waar zoek je?"
    circle: str = "Eigen kring"
    nearby: str = "In de buurt"
    peers: str = "Lotgenoten"
    with_count: str = "{name} ({n})"
    circle_title: str = "Eigen kring eerst vragen"
    circle_tip: str = "Wie uit de eigen kring kan mee?"
    circle_questions: tuple[str, ...] = (
        "Wie belt u als er iets leuks is?",
        "Wie belt u als het tegenzit?",
        "Is er een buur, een vriend of familie die graag iets doet?",
        "Wie zag u vroeger vaker, en zou u weer willen zien?",
        "Met wie zou u de eerste keer durven gaan?",
    )
    circle_why: str = "Vraag het samen. Niemand hoeft iemand te hebben."
    circle_none: str = "Is er niemand? Kijk dan bij In de buurt. Vaak gaat er iemand mee."
    peers_intro: str = "Groepen met mensen die hetzelfde meemaken."
    peers_empty: str = "Er is in de buurt geen groep met lotgenoten. Kijk bij In de buurt."
