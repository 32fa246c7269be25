"""The sentences about patterns and signals: what stands out, why a table is proposed, what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from socialmap.model.language import by_language
from socialmap.model.together import CauseLevel, CloseReason, Scale, SignalChoice, SignalKind, SignalStatus


class PatternOutcome(StrEnum):
    """What the two tests say of a theme in a neighbourhood, the most striking first (domain.md 4.E)."""

    HERE_AND_NOW = "hier en nu"
    HERE = "hier"
    NOW = "nu"
    NOTHING = "geen"
    TOO_FEW = "te weinig om automatisch te melden"

    @property
    def rank(self) -> int:
        """0 is the most striking."""
        return tuple(PatternOutcome).index(self)

    @property
    def is_signal(self) -> bool:
        return self in {PatternOutcome.HERE_AND_NOW, PatternOutcome.HERE, PatternOutcome.NOW}


STRIKING_IS_NO_PROOF = "Opvallend. Dit is geen bewijs."
MORE_THAN_ELSEWHERE = "Hier komen meer mensen met deze vraag dan op andere plekken in de wijk."
MORE_THAN_BEFORE = "Nu komen er meer mensen met deze vraag dan in het jaar ervoor."
NOTHING_STRIKING = "Hier valt nu niets op."
TOO_FEW_TO_TELL = "Te weinig om automatisch te melden. Zag je zelf iets? Schrijf het op."

CHOOSE_A_CAUSE = "Kies waar het volgens jou aan ligt."
GIVE_A_TITLE = "Geef het signaal een korte titel."
SAY_WHAT_YOU_SEE = "Schrijf op wat je ziet."
SAY_WHERE = "Schrijf op waar het speelt."
CHOOSE_A_KIND = "Kies waar het signaal over gaat."
CHOOSE_A_SCALE = "Kies hoe groot het gebied is."
ONLY_THE_AREA = "Het gaat om minder dan {floor} mensen. Noem alleen de buurt of de wijk."
WIDER_SCALE = "Het gaat om minder dan {floor} mensen. Kies de buurt of een groter gebied."
CHOOSE_WHAT_TO_DO = "Kies: zelf, samen of aankaarten."
CHOOSE_AN_OWNER = "Kies wie dit signaal volgt."
CHOOSE_AN_ADDRESSEE = "Kies aan wie je dit vraagt."
REPORT_BACK_FIRST = "Laat eerst weten wat er gebeurde. Schrijf op aan wie je het vertelde."
SAY_WHY_NOBODY = "Schrijf op waarom er niemand is om het aan te vertellen."
SAY_TO_WHOM = "Schrijf op aan wie je het vertelde."
SAY_WHY_CLOSED = "Kies waarom dit klaar is."
DEEPEN_FIRST = "Vul eerst cijfers of een verhaal in. Eén van de twee is genoeg."
STEP_IN_ORDER = "Deze stap kan nu niet. Kies: {steps}."

STATUS_LABELS: Mapping[SignalStatus, str] = {
    SignalStatus.NOTICED: "opgemerkt",
    SignalStatus.DEEPENED: "verdiept",
    SignalStatus.PLACED: "thuisgebracht",
    SignalStatus.IN_HAND: "in behandeling",
    SignalStatus.REPORTED_BACK: "teruggekoppeld",
    SignalStatus.CLOSED: "afgesloten",
}

CAUSE_LABELS: Mapping[CauseLevel, str] = {
    CauseLevel.PERSON: "de persoon",
    CauseLevel.SURROUNDINGS: "de omgeving",
    CauseLevel.SYSTEM: "het systeem: regels, geld of wachttijd",
}

SCALE_LABELS: Mapping[Scale, str] = {
    Scale.COMPLEX: "één straat of één gebouw",
    Scale.NEIGHBOURHOOD: "de buurt",
    Scale.DISTRICT: "de wijk",
    Scale.WIDER: "meer dan één wijk",
}

KIND_LABELS: Mapping[SignalKind, str] = {
    SignalKind.MISSING_OFFER: "aanbod dat er niet is",
    SignalKind.SERVICE_DISAPPEARS: "een dienst die verdwijnt",
    SignalKind.NOT_ACCESSIBLE: "een plek waar niet iedereen in kan",
    SignalKind.HOME_AND_BLOCK: "de woning of het woonblok",
    SignalKind.SAFETY: "veiligheid of overlast",
    SignalKind.SCHOOL_AND_YOUTH: "school en jeugd",
    SignalKind.RULES_AND_WAITING: "geldregels of wachttijd",
    SignalKind.HEALTH: "gezondheid",
    SignalKind.TENSION: "spanning tussen mensen",
}

OWN_TEAM_FIRST = "Bespreek het eerst met je eigen team."
SYSTEM_CAUSE = "Het ligt aan het systeem. Dat gaat via de teamleider."


CHOICE_LABELS: Mapping[SignalChoice, str] = {
    SignalChoice.SELF: "zelf",
    SignalChoice.TOGETHER: "samen",
    SignalChoice.RAISE: "aankaarten",
}


CLOSE_LABELS: Mapping[CloseReason, str] = {
    CloseReason.SOLVED: "Het is opgelost",
    CloseReason.ELSEWHERE: "Het loopt ergens anders",
    CloseReason.NOTHING_NEEDED: "Er is geen vervolg nodig",
    CloseReason.INSUFFICIENT: "We weten te weinig",
}


def in_area(theme: str, area: str) -> str:
    return f"{theme} in {area}"


def about_theme(theme: str) -> str:
    return f"Vragen over: {theme}."


def too_little(group: str, area: str) -> str:
    return f"Te weinig in {area}: {group}"


@by_language
def waits(days: int) -> str:
    """How long people wait for an answer after the day it was promised."""
    if days < 1:
        return "Vandaag horen zij wat er gebeurde."
    return f"Wacht al {days} {'dag' if days == 1 else 'dagen'} op antwoord."


@by_language
def goes_first_about(sort: SignalKind) -> str:
    return f"Gaat als eerste over {KIND_LABELS[sort]}."


@by_language
def also_about(sort: SignalKind) -> str:
    return f"Gaat ook over {KIND_LABELS[sort]}."


@by_language
def speaks_for(scale: Scale) -> str:
    return f"Het speelt in {SCALE_LABELS[scale]}."


@by_language
def pattern_sentences(outcome: PatternOutcome) -> tuple[str, ...]:
    """What a pattern says in plain words; never a number.

    >>> pattern_sentences(PatternOutcome.HERE)[-1]
    'Opvallend. Dit is geen bewijs.'
    """
    if outcome is PatternOutcome.TOO_FEW:
        return (TOO_FEW_TO_TELL,)
    if outcome is PatternOutcome.NOTHING:
        return (NOTHING_STRIKING,)
    why = {
        PatternOutcome.HERE_AND_NOW: (MORE_THAN_ELSEWHERE, MORE_THAN_BEFORE),
        PatternOutcome.HERE: (MORE_THAN_ELSEWHERE,),
        PatternOutcome.NOW: (MORE_THAN_BEFORE,),
    }
    return (*why[outcome], STRIKING_IS_NO_PROOF)
