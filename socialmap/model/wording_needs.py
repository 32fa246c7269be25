"""The sentences about questions of residents, talents and going along, and the choices to pick from."""

from __future__ import annotations

from datetime import date

from socialmap.model.language import by_language
from socialmap.model.people import (
    AgeGroup,
    AskedBy,
    NeedStatus,
    NetworkKind,
    Origin,
    OwnNetwork,
    Permission,
)
from socialmap.model.work import Face, HandoverOutcome, HandoverStep

STATUS_NAMES = {
    NeedStatus.OPEN: "Open",
    NeedStatus.NOT_YET: "Nog niet",
    NeedStatus.RUNNING: "Loopt",
    NeedStatus.DONE: "Afgerond",
    NeedStatus.STOPPED: "Gestopt",
}
PERMISSION_NAMES = {
    Permission.YES: "Ja",
    Permission.STILL_TO_ASK: "Ik vraag het nog",
    Permission.NO: "Nee",
}
STEP_NAMES = {
    HandoverStep.DISCUSSED: "Gesproken",
    HandoverStep.CONTACTED: "Contact gelegd",
    HandoverStep.MET: "Kennisgemaakt",
    HandoverStep.WENT_TOGETHER: "Samen geweest",
    HandoverStep.CALLED: "Gebeld",
}
OUTCOME_NAMES = {
    HandoverOutcome.COMES: "Komt",
    HandoverOutcome.SOMETIMES: "Komt soms",
    HandoverOutcome.NOT_YET: "Nog niet",
    HandoverOutcome.DOES_NOT_FIT: "Past niet",
    HandoverOutcome.STOPPED: "Gestopt",
}
FACE_NAMES = {Face.HAPPY: "Blij", Face.NEUTRAL: "Gewoon", Face.NOT: "Niet blij"}
AGE_NAMES = {
    AgeGroup.AGE_0_11: "0 tot en met 11 jaar",
    AgeGroup.AGE_12_17: "12 tot en met 17 jaar",
    AgeGroup.AGE_18_26: "18 tot en met 26 jaar",
    AgeGroup.AGE_27_44: "27 tot en met 44 jaar",
    AgeGroup.AGE_45_64: "45 tot en met 64 jaar",
    AgeGroup.AGE_65_74: "65 tot en met 74 jaar",
    AgeGroup.AGE_75_PLUS: "75 jaar of ouder",
}
CIRCLE_NAMES = {
    OwnNetwork.NOBODY: "Niemand",
    OwnNetwork.ONE_OR_TWO: "Eén of twee mensen",
    OwnNetwork.MORE: "Meer mensen",
    OwnNetwork.UNKNOWN: "Weet niet",
}
ASKED_BY_NAMES = {
    AskedBy.SELF: "De persoon zelf",
    AskedBy.RELATIVE: "Een naaste",
    AskedBy.PROFESSIONAL: "Een beroepskracht",
}
ORIGIN_NAMES = {
    Origin.REFERRED: "Aangemeld",
    Origin.CAME_IN: "Zelf gekomen",
    Origin.OUTREACH: "Wij gingen erop af",
    Origin.VIA_GROUP: "Via een groep",
    Origin.SOCIAL_PRESCRIPTION: "Via de huisarts (Welzijn op Recept)",
}
NETWORK_NAMES = {
    NetworkKind.STREET_APP: "Straatapp",
    NetworkKind.NEXTDOOR: "Nextdoor",
    NetworkKind.FACEBOOK: "Facebookgroep",
    NetworkKind.SCHOOL_PARENTS: "Ouders bij school",
    NetworkKind.COMMUNITY: "Gemeenschap",
    NetworkKind.SPORT_PARENTS: "Sportouders",
    NetworkKind.FLAT: "Flat of trappenhuis",
}

CHOOSE_WHO = "Kies nog: van wie de vraag is."
CHOOSE_AREA = "Kies een buurt. Dan weten we wat dichtbij is."
CHOOSE_SUBJECT = "Kies nog: het onderwerp."
CHOOSE_DATE = "Kies nog: de datum."
CHOOSE_MOBILITY = "Kies nog: hoe iemand komt."
CHOOSE_WHEN = "Kies nog: wanneer iemand kan. Weet je dat niet? Kies dan: weet niet."
CHOOSE_PERMISSION = "Kies nog: of we mogen kijken wie dezelfde vraag heeft."
NOT_IN_LIST = "Deze keuze kennen we niet. Kies uit de lijst."
NOT_YET_TODAY = "Deze dag moet nog komen. Kies vandaag of een dag eerder."
ALREADY_PAST = "Deze dag is al geweest. Kies vandaag of een dag later."
CHOOSE_YOUR_NAME = "Kies eerst je naam. Dat doe je bovenaan, bij je rol."
NO_CONSENT = "Zonder toestemming bewaren we dit niet."
CALLED_YET = "Gebeld?"
HOW_IS_IT_NOW = "Hoe gaat het nu?"

_WEEK_DAYS = 7
_WEEKS_FROM_DAYS = 21
_MONTHS_FROM_DAYS = 90
_MONTH_DAYS = 30


@by_language
def others_alike(words: str) -> str:
    """The sentence of the nudge for a number in words ("5 mensen", "enkele mensen", "niemand").

    >>> others_alike("5 mensen"), others_alike("niemand")
    ('5 andere mensen hebben een vraag die hierop lijkt.', 'Er zijn nog geen vragen die hierop lijken.')
    """
    if words == "niemand":
        return "Er zijn nog geen vragen die hierop lijken."
    told = words.replace("mensen", "andere mensen")
    return f"{told[:1].upper()}{told[1:]} hebben een vraag die hierop lijkt."


@by_language
def district_instead(district: str) -> str:
    return f"In deze buurt wonen weinig mensen. Daarom schrijven we de wijk op: {district}."


@by_language
def open_for(since: date, today: date) -> str:
    """How long a question is open, as people say it.

    >>> open_for(date(2026, 3, 1), date(2026, 3, 2)), open_for(date(2026, 1, 5), date(2026, 3, 2))
    ('1 dag', '8 weken')
    """
    days = (today - since).days
    if days <= 0:
        return "sinds vandaag"
    if days < _WEEKS_FROM_DAYS:
        return "1 dag" if days == 1 else f"{days} dagen"
    if days < _MONTHS_FROM_DAYS:
        return f"{days // _WEEK_DAYS} weken"
    return f"{days // _MONTH_DAYS} maanden"


@by_language
def wanted_here(many: bool, theme: str) -> str:
    """Demand for a talent, without a number.

    >>> wanted_here(False, "Spullen repareren en lenen")
    'Enkele mensen zoeken hulp bij: Spullen repareren en lenen.'
    """
    return f"{'Mensen' if many else 'Enkele mensen'} zoeken hulp bij: {theme}."


@by_language
def looks_for_volunteers(name: str, count: int, travel: str) -> str:
    """
    >>> looks_for_volunteers("Repair Café", 1, "9 minuten fietsen")
    'Repair Café zoekt 1 vrijwilliger (9 minuten fietsen).'
    """
    return f"{name} zoekt {count} vrijwilliger{'' if count == 1 else 's'} ({travel})."
