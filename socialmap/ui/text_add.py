"""The sentences of *Voeg iets toe*: the forms, likely doubles, two edits of one thing, the history."""

from __future__ import annotations

from dataclasses import dataclass

Options = tuple[tuple[str, str], ...]
"""A code and what it is called."""


@dataclass(frozen=True, slots=True)
class AddWords:
    """The page and the four required fields. ``{…}`` is filled in by the screen."""

    title: str = "Voeg iets toe"
    intro: str = "Naam, onderwerp, plek en contact. Meer hoeft niet."
    intro_facility: str = "Naam, soort en plek. Meer hoeft niet."
    intro_organisation: str = "Naam en soort. Meer hoeft niet."
    kind: str = "Wat voeg je toe?"
    kinds: Options = (
        ("initiative", "Initiatief"),
        ("facility", "Voorziening"),
        ("organisation", "Organisatie"),
    )
    kind_help: Options = (
        ("initiative", "Iets waar mensen aan mee kunnen doen. Een koffieochtend, een maatje, een cursus."),
        ("facility", "Een plek in de buurt. Een buurthuis, een winkel, een speeltuin."),
        ("organisation", "Wie het doet. Een welzijnsclub, een kerk, een bewonersgroep."),
    )
    name: str = "Hoe heet het?"
    name_hint: str = "Bijvoorbeeld: Koffieochtend De Linde"
    name_hint_facility: str = "Bijvoorbeeld: Buurthuis De Linde"
    name_hint_organisation: str = "Bijvoorbeeld: Welzijn Meerwold"
    themes: str = "Waar helpt dit bij?"
    themes_words: str = "Schrijf het in gewone woorden"
    themes_hint: str = "Bijvoorbeeld: samen eten, taalles, uit huis komen"
    themes_suggested: str = "Bedoel je dit? Tik het aan."
    themes_unknown: str = "Dat woord kennen we nog niet. Kies hieronder uit de lijst."
    themes_list: str = "Kies uit de lijst"
    themes_all: str = "{group}, alles"
    themes_full: str = "Vier onderwerpen is genoeg. Haal er eerst één weg."
    theme_remove: str = "Haal {theme} weg"
    place: str = "Waar is het?"
    place_ways: Options = (
        ("kaart", "Op de kaart"),
        ("adres", "Adres"),
        ("gebouw", "In een gebouw"),
        ("buurt", "Hele buurt"),
        ("geen", "Geen vaste plek"),
    )
    place_ways_organisation: Options = (
        ("geen", "Nog niet bekend"),
        ("kaart", "Op de kaart"),
        ("adres", "Adres"),
    )
    place_tap: str = "Tik op de kaart waar het is."
    place_tapped: str = "Hier is het, in {area}. Klopt het niet? Tik op een andere plek."
    place_tapped_outside: str = "Hier is het. Deze plek ligt buiten onze buurten."
    place_outside: str = "Buiten onze buurten"
    place_address: str = "Straat en huisnummer"
    place_address_hint: str = "Bijvoorbeeld: Lindeplein 4"
    place_address_which: str = "Welke plek bedoel je? Tik hem aan."
    place_address_unknown: str = "Dit adres kennen we niet. Tik de plek aan op de kaart."
    place_building: str = "Welk gebouw?"
    place_building_hint: str = "Typ of kies een gebouw"
    place_area: str = "Welke buurt?"
    place_area_hint: str = "Kies een buurt"
    place_none: str = "Dat mag. Mensen vinden het dan op onderwerp, niet op de kaart."
    contact: str = "Hoe neem je contact op?"
    contact_hint: str = "Bijvoorbeeld: via het buurthuis, 038-555 01 01"
    contact_help: str = "Een algemeen nummer of mailadres. Geen privéadres."
    more: str = "Weet je meer? Dat mag, het hoeft niet."
    save: str = "Bewaar"
    save_and_more: str = "Bewaar en voeg nog iets toe"
    not_yet: str = "Nog niet bewaard. Kijk nog naar:"
    choose_one: str = "Kies er één"

    same_question: str = "Dit lijkt op {name}, {m} meter verder. Is het hetzelfde?"
    same_place_question: str = "Dit lijkt op {name}, op dezelfde plek. Is het hetzelfde?"
    same_contact_question: str = "Bij {name} staat hetzelfde contact. Is het hetzelfde?"
    same_no: str = "Nee, iets anders"
    same_yes: str = "Ja, vul aan"
    same_first: str = "Is het hetzelfde? Kies eerst ja of nee."


@dataclass(frozen=True, slots=True)
class MoreWords:
    """What may be filled in as well."""

    when: str = "Wanneer is het?"
    day: str = "Dag"
    days: Options = (
        ("ma", "ma"), ("di", "di"), ("wo", "wo"), ("do", "do"), ("vr", "vr"), ("za", "za"), ("zo", "zo"),
    )  # fmt: skip
    part: str = "Dagdeel"
    parts: Options = (("ochtend", "ochtend"), ("middag", "middag"), ("avond", "avond"))
    starts: str = "Van"
    ends: str = "Tot"
    time_hint: str = "14.00"
    do_not_contact: str = "Niet benaderen: zij willen voor ons niet gebeld of bezocht worden"
    rhythm: str = "Hoe vaak?"
    rhythms: Options = (
        ("wekelijks", "elke week"),
        ("om de week", "om de week"),
        ("maandelijks", "elke maand"),
        ("eenmalig", "één keer"),
    )
    on: str = "Datum"
    date_hint: str = "12-3-2026"
    moment: str = "Moment {n}"
    add_moment: str = "Nog een moment"
    remove_moment: str = "Haal dit moment weg"
    thresholds: str = "Wat kan hier?"
    thresholds_intro: str = "Weet je het niet? Laat het staan. Dan vragen we het later."
    answers: Options = (("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Weet niet"))
    cost: str = "Kosten en plaatsen"
    cost_eur: str = "Wat kost het per keer? (in euro)"
    cost_hint: str = "0 is gratis. Of bijvoorbeeld 2,50"
    max_participants: str = "Hoeveel mensen kunnen meedoen?"
    places_free: str = "Hoeveel plaatsen zijn er vrij?"
    number_hint: str = "Een getal"
    places_unlimited: str = "Er is altijd plek"
    waiting_list: str = "Is er een wachtlijst?"
    for_whom: str = "Voor wie is het?"
    access: str = "Hoe kom je binnen?"
    target_groups: str = "Voor wie vooral?"
    age_min: str = "Vanaf welke leeftijd?"
    age_max: str = "Tot en met welke leeftijd?"
    languages: str = "Welke talen spreken mensen hier?"
    about: str = "Vertel erover"
    description: str = "Wat is het? Zonder namen van mensen."
    description_hint: str = "Bijvoorbeeld: elke week koffie, iedereen mag binnenlopen."
    counter: str = "{n} van 300 tekens"
    activity_type: str = "Wat voor iets is het?"
    run_by: str = "Wie organiseert het?"
    home_visit: str = "Komt er iemand thuis?"
    online: str = "Kan het online?"
    status: str = "Gaat het nu door?"
    statuses: Options = (
        ("idee", "Nog een idee"),
        ("actief", "Ja"),
        ("gepauzeerd", "Even niet"),
        ("gestopt", "Gestopt"),
    )
    placement: str = "Hoe werkt het?"
    placement_intro: str = "Zes korte vragen. Dan zie je waar het bij past."
    placement_questions: tuple[tuple[str, str, tuple[tuple[float, str], ...]], ...] = (
        (
            "c1",
            "Voor hoeveel mensen tegelijk?",
            ((-1, "Eén persoon of huishouden"), (0, "Twee of drie"), (1, "Meer mensen tegelijk")),
        ),
        (
            "c2",
            "Wiens doel?",
            (
                (-1, "Eén persoon heeft een eigen plan"),
                (0, "Ieder komt voor zichzelf"),
                (1, "Een doel van de groep of de buurt"),
            ),
        ),
        (
            "c3",
            "Wat doen mensen samen?",
            ((-1, "Niets, los van elkaar"), (0, "Naast elkaar"), (1, "Samen doen of beslissen")),
        ),
        (
            "f1",
            "Wie voert het uit?",
            (
                (-1, "Alleen bewoners of vrijwilligers"),
                (-0.5, "Vooral bewoners, een beroepskracht helpt"),
                (0, "Samen"),
                (0.5, "Vooral beroepskrachten, vrijwilligers helpen"),
                (1, "Alleen beroepskrachten"),
            ),
        ),
        ("f2", "Wie is de baas?", ((-1, "Bewoners"), (0, "Samen"), (1, "Gemeente of instelling"))),
        (
            "f3",
            "Hoe kom je binnen?",
            ((-1, "Gewoon binnenlopen"), (0, "Aanmelden"), (1, "Verwijzing of indicatie")),
        ),
    )
    placement_to_go: str = "Nog {n} vragen. Dan zie je waar dit bij past."
    placement_to_go_one: str = "Nog 1 vraag. Dan zie je waar dit bij past."
    placement_incomplete: str = "Kies bij elk van de zes vragen één antwoord. Of maak ze alle zes leeg."
    placement_clear: str = "Maak deze zes leeg"
    quadrant_axes: tuple[str, str, str, str] = ("één-op-één", "samen", "beroepskracht", "bewoner")
    type: str = "Wat voor plek is het?"
    sort: str = "Wat voor organisatie is het?"
    rest: str = "Meer over deze plek"
    rest_organisation: str = "Meer over deze organisatie"
    wheelchair: str = "Kun je naar binnen met een rolstoel?"
    wheelchair_toilet: str = "Is er een rolstoel-wc?"
    operator: str = "Wie beheert het?"
    phone: str = "Telefoon"
    email: str = "Mailadres"
    website: str = "Website"
    website_hint: str = "https://"

    bad_time: str = "Vul een tijd in, zoals 14.00."
    bad_date: str = "Vul een datum in, zoals 12-3-2026."
    bad_moment: str = "Kies een dag bij elk moment."
    bad_part: str = "Kies een dagdeel, of vul een tijd in."
    bad_cost: str = "Vul een bedrag in, zoals 15 of 7,50."
    bad_number: str = "Vul een heel getal in, zoals 8."


@dataclass(frozen=True, slots=True)
class KeepWords:
    """After saving, changing what is there, two editors, history, and who may do what."""

    saved: str = "Bewaard: {name}"
    saved_findable: str = "Iedereen kan het nu vinden."
    hint: str = "Tip"
    to_map: str = "Bekijk op de kaart"
    to_search: str = "Zoek voor iemand"
    add_more: str = "Voeg nog iets toe"
    change: str = "Pas aan"
    change_title: str = "Pas aan: {name}"
    stop_change: str = "Stop met aanpassen"
    history: str = "Geschiedenis"
    history_title: str = "Geschiedenis van {name}"
    history_intro: str = "Wie deed wat, en wanneer? Je kunt alles terugdraaien."
    history_intro_look: str = "Wie deed wat, en wanneer?"
    history_back: str = "Terug"
    history_line: str = "{what} door {who}"
    history_nothing: str = "niets"
    undo: str = "Maak ongedaan"
    undone: str = "Dat is ongedaan gemaakt."
    undo_clash: str = "Dit is daarna nog aangepast. Maak eerst de nieuwere wijziging ongedaan."
    conflict_title: str = "Iemand anders heeft dit ook aangepast"
    conflict_intro: str = "Kies per onderdeel wat klopt. Al het andere blijft bewaard."
    conflict_mine: str = "Wat ik schreef"
    conflict_theirs: str = "Wat de ander schreef"
    conflict_empty: str = "leeg"
    conflict_save: str = "Bewaar mijn keuze"
    conflict_back: str = "Terug naar het formulier"
    conflict_gone: str = "Iemand anders heeft dit weggehaald. Bekijk de geschiedenis om het terug te halen."
    refused: str = "Je mag dit niet zien. Vraag het aan je teamleider."
    refused_instead: str = "Dit kun je wel doen:"
    refused_add: str = "Iets nieuws toevoegen doet de sociaal makelaar. Jij kunt wel aanpassen wat er al is."
    existing: str = "Aanpassen wat er al is"
    existing_search: str = "Zoek op naam"
    existing_hint: str = "Typ een deel van de naam"
    existing_none: str = "Niets gevonden. Kijk of het woord klopt."
    doubles: str = "Staat iets dubbel? Kijk bij Dubbele vermeldingen"
    preview: str = "Zo komt het te staan"
    preview_empty: str = "Nog zonder naam"
    needed: str = "Dit is nodig"
    kinds: Options = (
        ("initiative", "initiatief"),
        ("facility", "voorziening"),
        ("organisation", "organisatie"),
    )
    fields: Options = (
        ("name", "Naam"),
        ("themes", "Onderwerpen"),
        ("contact", "Contact"),
        ("facility_id", "Gebouw"),
        ("room_id", "Ruimte"),
        ("point", "Plek op de kaart"),
        ("address", "Adres"),
        ("area_id", "Buurt"),
        ("no_fixed_place", "Geen vaste plek"),
        ("sessions", "Wanneer"),
        ("activity_type", "Wat voor iets"),
        ("description", "Omschrijving"),
        ("purposes", "Bedoeling"),
        ("reach", "Bereik"),
        ("target_groups", "Voor wie"),
        ("access", "Hoe kom je binnen"),
        ("age_min", "Leeftijd vanaf"),
        ("age_max", "Leeftijd tot en met"),
        ("only_for", "Alleen voor"),
        ("cost_eur", "Kosten per keer"),
        ("languages", "Talen"),
        ("barriers", "Wat kan hier"),
        ("home_visit", "Bezoek aan huis"),
        ("online", "Online"),
        ("max_participants", "Hoeveel mensen"),
        ("places_free", "Vrije plaatsen"),
        ("places_unlimited", "Altijd plek"),
        ("waiting_list", "Wachtlijst"),
        ("peer_themes", "Voor lotgenoten"),
        ("preventive", "Voorkomt erger"),
        ("status", "Gaat het door"),
        ("started_on", "Begonnen op"),
        ("stopped_on", "Gestopt op"),
        ("quadrant", "Hoe werkt het"),
        ("is_example", "Voorbeeld voor anderen"),
        ("what_works", "Wat werkt"),
        ("what_hinders", "Wat is lastig"),
        ("run_by", "Wie organiseert het"),
        ("partners", "Samen met"),
        ("checked_on", "Nagekeken op"),
        ("checked_by", "Nagekeken door"),
        ("unreached_on", "Niet bereikt op"),
        ("source", "Waar het vandaan komt"),
        ("source_id", "Nummer bij de bron"),
        ("type", "Soort plek"),
        ("sort", "Soort organisatie"),
        ("line", "Lijn"),
        ("opening_hours", "Open"),
        ("wheelchair", "Rolstoel"),
        ("wheelchair_toilet", "Rolstoel-wc"),
        ("operator_id", "Beheerder"),
        ("basic", "Basisvoorziening"),
        ("phone", "Telefoon"),
        ("email", "Mailadres"),
        ("website", "Website"),
        ("osm_id", "Nummer op de open kaart"),
        ("do_not_contact", "Niet benaderen"),
        ("remark", "Iets anders"),
        ("place", "Plek"),
        ("same", "Is het hetzelfde?"),
        ("kind", "Soort"),
    )

    def field_name(self, field: str) -> str:
        """How a field of the data is called on the screen.

        >>> KeepWords().field_name("barriers.gratis"), KeepWords().field_name("cost_eur")
        ('Wat kan hier', 'Kosten per keer')
        """
        name = field.partition(".")[0]
        return dict(self.fields).get(name, name)
