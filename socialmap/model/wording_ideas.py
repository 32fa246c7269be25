"""The sentences around ideas to do together: how many people, how they stand, what has to come first."""

from __future__ import annotations

from socialmap.model.dutch import slot_name
from socialmap.model.people import VolunteerRoleKind
from socialmap.model.together import ActionKind, BundleKind, BundleStatus
from socialmap.model.values import DayPart

ASK_FIRST = "Vraag het eerst aan de mensen zelf. Schrijf op wat zij zeiden."
CHOOSE_OWNER = "Kies wie dit trekt."
CHOOSE_WHOM = "Kies een opbouwwerker. Bij minder dan vijf mensen ziet alleen die het idee, buiten het team."
PEOPLE_ELSEWHERE = "De mensen uit dit idee doen nu mee in een ander idee."
CHOOSE_PURPOSE = "Waarvoor doen we dit? Schrijf één zin op."
CHOOSE_GOAL = "Kies doel 1, 2 of 3."
CHOOSE_ACTION = "Kies wat jullie gaan doen: bundelen, verbinden of groepsaanbod."
OTHER_DISCIPLINE = "Kies iemand met een ander vak. Dan kijk je met vier ogen."
NOT_IN_LIST = "Kies iets uit de lijst."
NOT_YET = "Die dag moet nog komen. Kies een dag tot en met vandaag."
CHOOSE_DAY = "Kies de dag van het gesprek."
WHY_NOT = "Waarom past dit niet? Schrijf het kort op."
TOO_LONG = "Dit is te lang. Houd het kort."
NOT_NOW = "Deze stap kan nu niet. Kijk eerst hoe het idee er nu voor staat."
IDEA_GONE = "Dit idee is er niet meer. De mensen of de plek zijn veranderd."
IDEA_GONE_REMEDY = "Ga terug naar de lijst. Daar staat hoe het nu is."
SAVED_ALREADY = "Hier werkt al iemand aan. Kijk bij de ideeën waar jullie aan werken."
NO_SUCH_THEME = "Dit onderwerp kennen we niet."
SAME_THEME = "Kies twee ideeën over hetzelfde onderwerp."
SAME_KIND = "Kies twee ideeën van dezelfde soort, die nog niet zijn begonnen."
ONLY_BEFORE_START = "Dit kan alleen zolang het idee nog niet is begonnen."
CHOOSE_PART = "Kies wie er in de tweede groep komt. In elke groep blijft iemand over."
ANSWER_SOMETHING = "Kies een plek, een trekker of een partner."
NOBODY_NEW = "Er is nu niemand nieuw die hierbij past."
HALF_OF_THEM = "De helft: wie het langst wacht, blijft hier"
MERGED_INTO_ANOTHER = "Samengevoegd met een ander idee."
NOT_A_REGROUPING = "Hier valt niets terug te draaien."
NO_ROOM_CHOSEN = "Kies eerst een plek."
WHAT_EXISTS = "wat er al is"
ASK_COLLEAGUES = "Vraag je collega's. Misschien wil er nog iemand mee."

STATUS_NAMES = {
    BundleStatus.IDEA: "Idee",
    BundleStatus.DISCUSSED: "Besproken met bewoners",
    BundleStatus.STARTED: "Gestart",
    BundleStatus.RUNNING: "Loopt",
    BundleStatus.STOPPED: "Gestopt",
    BundleStatus.REJECTED: "Past niet",
}
KIND_NAMES = {
    BundleKind.JOIN: "Sluit aan bij wat er is",
    BundleKind.EXTEND: "Vraag om een tweede groep",
    BundleKind.NEW: "Begin iets nieuws",
}
ACTION_NAMES = {
    ActionKind.BUNDLE: "Vragen bundelen",
    ActionKind.CONNECT: "Mensen met elkaar verbinden",
    ActionKind.GROUP_OFFER: "Een groep of activiteit aanbieden",
}
GOAL_NAMES = {
    1: "Doel 1: mensen helpen elkaar",
    2: "Doel 2: aansluiten bij de wijk, en er vroeg bij zijn",
    3: "Doel 3: iets veranderen in de wijk of het beleid",
}
_ROLES = {VolunteerRoleKind.CONTENT: "voor de inhoud", VolunteerRoleKind.HOST: "als gastvrouw of gastheer"}


def ideas_about(themes: str) -> str:
    """What to choose instead of a theme that does not exist."""
    return f"Hierover zijn ideeën: {themes}." if themes else "Er zijn nu geen ideeën."


def people_words(count: int) -> str:
    """A number that may be told exactly.

    >>> people_words(0), people_words(1), people_words(3)
    ('niemand', '1 persoon', '3 mensen')
    """
    if count == 0:
        return "niemand"
    return "1 persoon" if count == 1 else f"{count} mensen"


def began(text: str) -> str:
    return text[:1].upper() + text[1:]


def together(theme: str) -> str:
    """The heading of an idea: ``Samen`` and the subject, once.

    >>> together("Rouw en verlies"), together("Samen eten"), together("Er samen op uit")
    ('Samen: Rouw en verlies', 'Samen eten', 'Er samen op uit')
    """
    return theme if "samen" in theme.lower().split() else f"Samen: {theme}"


def joins_sentence(people: str, single: bool, name: str) -> str:
    """Who can take a free place.

    >>> joins_sentence("2 mensen", False, "Eettafel De Brug")
    '2 mensen kunnen aansluiten bij Eettafel De Brug.'
    """
    return f"{began(people)} {'kan' if single else 'kunnen'} aansluiten bij {name}."


def second_group_for(people: str, single: bool, name: str) -> str:
    """``4 mensen passen bij Taalmaatjes, maar dat zit vol.``"""
    return f"{began(people)} {'past' if single else 'passen'} bij {name}, maar dat zit vol."


def new_group_sentence(people: str, place: str, slot: DayPart) -> str:
    """With a number that may be hidden: ``Enkele mensen, Grote Kerk, dinsdagmiddag.``"""
    return f"{began(people)}, {place}, {slot_name(slot)}."


def still_needed_sentence(count: int, *, ask: bool) -> str:
    """Literal from domain.md 6; with ``ask`` the people to ask follow.

    >>> still_needed_sentence(1, ask=False), still_needed_sentence(3, ask=True)
    ('Nog 1 persoon nodig.', 'Nog 3 mensen nodig. Vraag het aan:')
    """
    needed = f"Nog {count} {'persoon' if count == 1 else 'mensen'} nodig."
    return f"{needed} Vraag het aan:" if ask else needed


def at_colleagues(count: int) -> str:
    """
    >>> at_colleagues(1), at_colleagues(3)
    ('1 persoon bij een collega', "3 mensen bij collega's")
    """
    whom = "een collega" if count == 1 else "collega's"
    return f"{people_words(count)} bij {whom}"


def misfit_counted(people: str, why: str) -> str:
    """``2 mensen: kan dan niet.``"""
    return f"{began(people)}: {why[:1].lower()}{why[1:]}"


def more_misfits(people: str) -> str:
    """``En nog 12 mensen die verder weg wonen.``"""
    return f"En nog {people} die verder weg wonen."


def lead_line(label: str, role: VolunteerRoleKind | None, via: str, *, member: bool = False) -> str:
    """Who to ask as *trekker*, and through whom.

    >>> lead_line("kok van de woonkeuken", VolunteerRoleKind.CONTENT, "Samira el Idrissi", member=True)
    'Kok van de woonkeuken, voor de inhoud, via Samira el Idrissi. Heeft deze vraag zelf ook.'
    """
    parts = [began(label), _ROLES.get(role, "") if role else "", f"via {via}" if via else ""]
    told = ", ".join(part for part in parts if part)
    return f"{told}. Heeft deze vraag zelf ook." if member else told


def newcomers_sentence(people: str, single: bool) -> str:
    """``1 persoon past er nu ook bij.``"""
    return f"{began(people)} {'past' if single else 'passen'} er nu ook bij."


def answered_sentence(day: str) -> str:
    return f"De sociaal makelaar gaf antwoord op {day}."


def sent_sentence(day: str) -> str:
    """Since when an idea lies there for whoever can answer it.

    >>> sent_sentence("2 maart 2026")
    'Voorgelegd op 2 maart 2026. De sociaal makelaar gaf nog geen antwoord.'
    """
    return f"Voorgelegd op {day}. De sociaal makelaar gaf nog geen antwoord."


def missing_leads(count: int) -> str:
    """Literal from domain.md 3 (S4): ``Nog 1 trekker nodig``."""
    return f"Nog {count} {'trekker' if count == 1 else 'trekkers'} nodig"


PLACE, LEADS, PARTNER, MONEY, TALK = "Ruimte", "Trekkers", "Partner", "Geld", "Gesprek met bewoners"
"""What has to be there before an idea can begin, in the order in which it is told."""
NO_PLACE = "Nog geen plek gekozen"
NO_PARTNER = "Nog geen partner gekozen"
NO_MONEY = "Nog niet uitgerekend"
MONEY_WANTED = "Zoek nog wie dit betaalt"
NO_TALK = "Nog niet gevraagd"
