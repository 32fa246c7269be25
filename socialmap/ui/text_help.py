"""The sentences of the help page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Something that was read: its title, and who wrote it where."""

    title: str
    by: str


@dataclass(frozen=True, slots=True)
class TriedWords:
    """What listening for danger was tested on."""

    title: str = "Met welke zinnen we gevaar uitprobeerden"
    intro: str = (
        "Deze zinnen hielden we apart. Het programma heeft er niet van geleerd. "
        "Zo zien we of het ook gevaar hoort in woorden die het niet kent. Dat lukt niet altijd. "
        "Twijfelt het programma? Dan vraagt het of er misschien iemand in gevaar is. "
        "Een deel van de zinnen was wel bekend bij wie de regels voor gevaar schreef."
    )
    about: str = "Waarover"
    acute: str = "Er is gevaar"
    alike: str = "Het lijkt alleen zo"
    kinds: tuple[tuple[str, str], ...] = (
        ("geweld-thuis", "Geweld thuis"),
        ("acuut-gevaar", "Direct gevaar"),
        ("niet-meer-leven", "Niet meer willen leven"),
        ("dwang", "Dwang en uitbuiting"),
        ("kind-in-gevaar", "Een kind in gevaar"),
        ("oudere-in-gevaar", "Een oudere in gevaar"),
    )
    total: str = "Samen"
    nothing: str = "En {n} zinnen die nergens over gaan, zoals een groet of het weer."
    always: str = "In deze {n} gewone zinnen hoort het altijd gevaar. Van deze zinnen leerde het wel."


@dataclass(frozen=True, slots=True)
class CollectiveWords:
    """Working together: goals, directions, four fields, crafts."""

    title: str = "Samen werken aan vragen"
    intro: str = "Een vraag hoeft niet altijd één op één. Soms hebben meer mensen dezelfde vraag."
    goals_title: str = "De drie doelen"
    goals: tuple[str, ...] = (
        "Vragen van bewoners met elkaar verbinden. "
        "Daar komt iets gezamenlijks uit, of je sluit aan bij wat er al is.",
        "Aansluiten bij voorzieningen in de wijk, erger voorkomen, "
        "en mensen helpen meedoen. Ook samen met hun netwerk.",
        "Zien wat er achter vragen zit: in regels, in de buurt of in de samenleving.",
    )
    goals_source: str = (
        "Naar Binkhorst (2016) en Scholte & Sprinkhuizen (2017), bij Teekman en Algera. "
        "De veertien sociaal werkers in Zwolle die zij spraken, werkten vooral aan doel 1. "
        "Doel 3 kwam weinig voor. Dat is een uitkomst, geen norm."
    )
    definition: str = (
        "Bij de Wmo-werkplaats Utrecht draait het om verbinden: vragen van bewoners bij elkaar brengen, "
        "zodat je ze samen kunt oppakken. Movisie haalt dat aan."
    )
    start_title: str = "Hoe begin je?"
    start: tuple[str, ...] = (
        "Sluit aan bij iets dat er al is.",
        "Vraag of een groep kan groeien.",
        "Begin iets nieuws als er niets is. Vraag het eerst aan bewoners.",
        "Zoek een maatje als een groep niet past.",
        "Geef door wat je steeds weer ziet.",
    )
    beacons_title: str = "De acht bakens van Welzijn Nieuwe Stijl"
    beacons: tuple[str, ...] = (
        "Gericht op de vraag achter de vraag",
        "Gebaseerd op de eigen kracht van de burger",
        "Direct eropaf",
        "Formeel en informeel in optimale verhouding",
        "Doordachte balans van collectief en individueel",
        "Integraal werken",
        "Niet vrijblijvend, maar resultaatgericht",
        "Ruimte voor de professional",
    )
    balance: int = 5
    beacons_after: str = "Baken 5 is hier het belangrijkst. Niet alles hoeft samen. Het gaat om de balans."
    fields_title: str = "De vier vakken"
    fields_intro: str = "Alles op de kaart heeft een plek in deze vier vakken. Geen vak is beter."
    left: str = "één op één"
    right: str = "samen"
    above: str = "door beroepskrachten"
    below: str = "door bewoners"
    fields: tuple[tuple[str, str], ...] = (
        ("LB", "Een gesprek of hulp van een beroepskracht"),
        ("RB", "Een cursus of een groep met een begeleider"),
        ("LO", "Een maatje, of hulp van een buur"),
        ("RO", "Een eettafel of een buurttuin van bewoners"),
    )
    crafts_title: str = "Elk vak doet ertoe"
    crafts: tuple[tuple[str, str], ...] = (
        ("Maatschappelijk werk", "helpt mensen hun leven weer op orde te krijgen."),
        ("Opbouwwerk", "helpt bewoners om samen iets te bereiken."),
        ("Sociaal makelaar", "weet wat er leeft en brengt mensen bij elkaar."),
        ("Jongerenwerk", "zoekt jongeren op waar ze zijn."),
        ("Ouderenwerk", "helpt ouderen om mee te blijven doen."),
        ("Sociaal raadslieden", "kennen de regels en helpen met brieven."),
        ("Jeugd", "helpt kinderen en ouders, het liefst dicht bij huis."),
        ("GGZ", "helpt als iemand in de war of somber is."),
        ("Wijkverpleging", "zorgt thuis en ziet veel achter de voordeur."),
        ("Wmo-consulent", "regelt steun waar een indicatie voor nodig is."),
        ("Werk en inkomen", "helpt met werk, en met een uitkering."),
        ("Teamleider", "maakt ruimte om dit werk samen te doen."),
    )
    quote: str = "“Geluk is andere mensen.”"
    quote_by: str = "Patrick van Hees, bij Lilian Linders"


@dataclass(frozen=True, slots=True)
class HelpWords:
    title: str = "Help"
    intro: str = "Hier lees je hoe het werkt en waar de gegevens vandaan komen."
    contents: str = "Op deze pagina"
    collective: CollectiveWords = CollectiveWords()
    tried: TriedWords = TriedWords()

    search_title: str = "Zo werkt zoeken"
    search: tuple[str, ...] = (
        "We kijken naar zeven dingen. Elk onderdeel geeft punten. Samen is dat hooguit {total}.",
        "Eerst valt af wat niet kan: te ver, vol, een andere taal, niet voor deze leeftijd. "
        "Dat zie je onder ‘Dit paste niet’, met de reden erbij.",
        "Is er niets? Dan zoeken we verder weg of ruimer. Dat staat er dan bij.",
        "Van wie iets is en wat het kost, verandert de volgorde niet.",
    )
    part: str = "Onderdeel"
    points: str = "Punten"
    labels_title: str = "Wat betekent ‘past goed’?"
    label_rule: str = "{label}: vanaf {score} punten, en het onderwerp lijkt er genoeg op."
    label_rest: str = "{label}: de rest. Kijk er samen naar."
    label_good: str = "‘Past goed’ krijgt alleen wat op een moment is dat kan, en pas is nagekeken."
    reach_title: str = "Hoe ver is te ver?"
    reach: str = "{who}: tot {near} meter is dichtbij, verder dan {far} meter is te ver."
    reach_names: tuple[tuple[str, str], ...] = (
        ("slecht_ter_been", "Slecht ter been"),
        ("lopend", "Lopend"),
        ("fiets", "Met de fiets"),
        ("ov_auto", "Met bus, tram of auto"),
    )
    streets: str = (
        "Kennen we de straten? Dan meten we over straat. Wie aan de overkant van het water woont, loopt om "
        "langs de brug. Met een rolstoel of rollator gaat niemand over een trap. Kennen we de straten niet? "
        "Dan schatten we: hemelsbreed, met bijna een derde erbij. Bij elk antwoord staat wat we deden."
    )
    unknown: str = "Weten we iets niet? Dan staat er een vraag bij. Niet weten is geen nee."

    words_title: str = "Wat woorden niet kunnen"
    words: tuple[str, ...] = (
        "Schrijf het zoals iemand het zegt. We zoeken woorden uit onze lijst en zinnen die erop lijken.",
        "We begrijpen geen zinnen. ‘Niet eenzaam’ lijkt voor ons op ‘eenzaam’.",
        "Bij elk onderwerp staat waarom: het woord, of de zin waar het op lijkt. Klopt het niet? Kies zelf.",
        "Weten we het niet? Dan zeggen we dat. Je kiest dan zelf een deel van het leven.",
        "Alles gebeurt op deze computer. Wat je schrijft, bewaren we niet en sturen we nergens heen.",
        "Herkennen we gevaar? Dan zie je eerst wie je kunt bellen. Ook als we het mis hebben.",
        "Zien we geen gevaar? Dan kan het er nog steeds zijn. Vertrouw op wat je zelf ziet.",
        "We probeerden zinnen over geweld, dwang, niet meer willen leven, kinderen en ouderen in gevaar.",
        "Ook met zinnen die alleen op gevaar lijken. Wie het heel indirect zegt, horen we nog vaak niet.",
    )

    privacy_title: str = "Wat wij wel en niet bewaren"
    privacy_lead: str = "Wij schrijven op wat u wilt, niet wie u bent."
    privacy: tuple[str, ...] = (
        "Van een zoekvraag bewaren we niets. Geen woorden, geen plek, geen uitkomst.",
        "Een adres wordt meteen een buurt. Daarna is het adres weg.",
        "Na tien minuten zonder tikken is de zoekvraag leeg. Ook als je een andere rol kiest.",
        "Op de kaart staat wat er is in de wijk. Er staat nooit wie ergens mee zit.",
        "Er gaat niets naar andere bedrijven. Ook de kaart komt van onze eigen computer.",
        "Mensen krijgen geen punten. Alleen iets om heen te gaan krijgt punten.",
    )

    fresh_title: str = "Klopt het nog?"
    fresh_intro: str = "Bij alles staat hoe lang geleden iemand het nakeek."

    limits_title: str = "Wat dit niet kan"
    limits: tuple[str, ...] = (
        "Opvallend is geen bewijs. Een getal is een begin van een gesprek.",
        "Vragen die opgeschreven zijn, zijn niet alle vragen. Veel mensen vragen niets.",
        "Groepen lossen niet alles op. Van tien onderzochte manieren om eenzaamheid bij ouderen te "
        "verminderen, hielpen er twee (Fokkema en Van Tilburg, 2007).",
        "Niet elke vraag past in een groep. Sommige dingen bespreek je met z’n tweeën.",
        "Professionals zeggen dat samen werken slimmer omgaat met tijd en geld. Wanneer dat zo is, "
        "is lastig aan te tonen. Zo staat het ook bij Movisie.",
        "De computer doet voorstellen. Bewoners en jij beslissen.",
    )

    glossary_title: str = "Woordenlijst"
    glossary_intro: str = "Elk vak heeft eigen woorden. Hier staan ze naast elkaar."
    also: str = "Ook wel: {words}"
    said: str = "Wie zegt wat?"

    sources_title: str = "Bronnen"
    sources_intro: str = "Hier hebben we veel van geleerd."
    sources: tuple[Source, ...] = (
        Source(
            "Collectief werken in het sociaal domein: veel woorden, daden blijven nog achter",
            "Christel Teekman en Marco Algera, Centrum voor Samenlevingsvraagstukken, Hogeschool Viaa",
        ),
        Source(
            "Sociaal werk kan niet zonder collectieve hulpverlening",
            "Lilian Linders, met reacties van twee lezers",
        ),
        Source(
            "Individueel en collectief werken in wijkteams: meer oog voor het collectieve",
            "Centrum voor Samenlevingsvraagstukken, Hogeschool Viaa, Werkplaats Sociaal Domein regio Zwolle",
        ),
        Source(
            "Collectief ondersteuningsvragen van inwoners oppakken. Wat knelt?",
            "Els Hofman en Joost de Haan, Movisie",
        ),
        Source(
            "Interview over de waarde van collectief werken in sociale wijkteams",
            "Marcel Spierts, gesproken door Jaap Ikink, KIONN-conferentie, 22 april 2016",
        ),
    )
    more_sources_title: str = "En verder"
    more_sources: tuple[str, ...] = (
        "Movisie en Verwey-Jonker Instituut: wat de sociale basis is",
        "Canon Sociaal Werk en Platform31: de bakens van Welzijn Nieuwe Stijl",
        "CROW en Alles over sport: hoe ver mensen lopen",
        "Autoriteit Persoonsgegevens: zo weinig mogelijk opschrijven",
        "CBS: buurten en hun cijfers",
    )
