"""The sentences of the engine: reasons of a match, exclusions, relaxations, labels and badges.

A reason is data (sign, code, values); its sentence is made here and nowhere else (domain.md 4.A).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from socialmap.model.dutch import and_list, dutch_date, euros
from socialmap.model.language import by_language
from socialmap.model.people import Mobility
from socialmap.model.values import DayPart


class Sign(StrEnum):
    """Fits, has to be asked, does not fit."""

    PLUS = "+"
    ASK = "?"
    MINUS = "−"


class Code(StrEnum):
    """What a reason is about. The first eight exclude an offer, in the order of domain.md 4.A step 3."""

    NOT_ACTIVE = "niet_actief"
    FULL = "vol"
    NOT_FOR = "doelgroep"
    LANGUAGE = "taal"
    TOO_FAR = "te_ver"
    WHEELCHAIR = "rolstoel"
    INDICATION = "indicatie"
    NOT_SOCIAL_BASE = "sociale_basis"

    THEME = "gaat_over"
    LIKE_THEME = "lijkt_op"
    NEAR = "dichtbij"
    PICKED_UP = "opgehaald"
    AT_HOME = "thuis"
    ONLINE = "online"
    BARRIER = "drempel"
    MOMENT = "moment"
    PEERS = "lotgenoten"
    CHECKED = "gecontroleerd"

    ASK_PLACE = "waar"
    ASK_BARRIER = "vraag_drempel"
    ASK_ALSO_FOR = "ook_voor"
    ASK_ONLY_FOR = "alleen_voor"
    ASK_AGE = "leeftijd"
    ASK_DAY = "welke_dag"
    ASK_LANGUAGE = "welke_taal"
    ASK_INDICATION = "vraag_indicatie"

    FAR = "ver"
    WAITING_LIST = "wachtlijst"
    PEER_GROUP = "lotgenotengroep"
    NO_BARRIER = "geen_drempel"
    COST = "kosten"
    LITTLE_LANGUAGE = "weinig_taal"
    NO_MOMENT = "geen_moment"
    NOT_CHECKED = "lang_niet_gecontroleerd"
    MAYBE_STOPPED = "mogelijk_gestopt"

    WIDER_DISTANCE = "verder_weg"
    ANY_DISTANCE = "overal"
    WIDER_THEME = "ruimer_onderwerp"
    ANY_THEME = "elk_onderwerp"


Values = Mapping[str, Any]


class Reason(NamedTuple):
    """One thing that fits, does not fit or has to be asked; its template shows which ``values`` it has."""

    sign: Sign
    code: Code
    values: Values = MappingProxyType({})


class MatchLabel(StrEnum):
    """How well an offer fits, best first."""

    GOOD = "Past goed"
    FAIR = "Past redelijk"
    MAYBE = "Past misschien"


class Measured(StrEnum):
    """How a distance was found, where streets are loaded."""

    OVER_STREETS = "over straat"
    AT_LEAST = "meer dan dit over straat"
    ESTIMATED = "hemelsbreed geschat"


class FreshnessBadge(StrEnum):
    """How recently somebody checked a record."""

    FRESH = "Pas gecontroleerd"
    FAIRLY = "Redelijk actueel"
    CALL_FIRST = "Bel eerst even"
    OUTDATED = "Mogelijk verouderd"
    MAYBE_STOPPED = "Mogelijk gestopt"


CALL_BEFORE_GOING = frozenset(
    {FreshnessBadge.CALL_FIRST, FreshnessBadge.OUTDATED, FreshnessBadge.MAYBE_STOPPED}
)
ALL_IS_FULL_OR_FAR = "Alles wat er is, zit vol of is te ver. Zullen we iets nieuws bedenken?"
NOTHING_FITS = "We vonden niets dat past. Kies een groter gebied, of vraag een collega."
DROP_IN = "Hier komen mensen samen. Bel of ga langs:"
SAFETY_TITLE = "Dit gaat over veiligheid"
SAFETY_INTRO = "Zoek nu geen groep. Help eerst hier mee."
SAFETY_STEPS = (
    "Bel 112 bij direct gevaar.",
    "Bel Veilig Thuis: 0800-2000 (gratis, dag en nacht).",
    "Wil iemand niet meer leven? Bel 113 of 0800-0113 (gratis).",
    "Overleg met een collega of de gedragswetenschapper.",
    "Volg de meldcode.",
)
PERHAPS_IN_DANGER = "Is er misschien iemand in gevaar?"
NOT_KEPT_HERE = "Is er iemand in gevaar? Volg de meldcode. We bewaren dit hier niet."
LOOKS_LIKE = "lijkt op: {saying}"
CHOOSE_A_THEME = "Kies eerst een onderwerp."
UNKNOWN_THEME = "Dit onderwerp bestaat niet."
UNKNOWN_THRESHOLD = "Deze drempel bestaat niet."
WRONG_WEIGHT = "Kies een heel getal van 0 tot en met 100."

_TRAVEL = {Mobility.CYCLING: "fietsen"}
_MEASURED = {
    Measured.OVER_STREETS: "{} over straat",
    Measured.AT_LEAST: "meer dan {} over straat",
    Measured.ESTIMATED: "{} (hemelsbreed geschat)",
}


@by_language
def travel(distance_m: int, minutes: int | None, mobility: Mobility, measured: Measured | None = None) -> str:
    """``7 minuten lopen over straat``, ``1 minuut fietsen``; kilometres where minutes are not shown.

    >>> travel(2_600, None, Mobility.TRANSIT)
    '2,6 kilometer'
    """
    if minutes is None:
        # Tenths, rounded half up in whole metres, so that no float decides.
        tenths = (distance_m + 50) // 100
        told = f"{tenths // 10},{tenths % 10} kilometer" if tenths % 10 else f"{tenths // 10} kilometer"
    else:
        unit = "minuut" if minutes == 1 else "minuten"
        told = f"{minutes} {unit} {_TRAVEL.get(mobility, 'lopen')}"
    return told if measured is None else _MEASURED[measured].format(told)


def _travel(values: Values) -> str:
    return travel(values["distance_m"], values["minutes"], values["mobility"], values.get("measured"))


@by_language
def distances_from(credit: str | None) -> str:
    """How distances were found: over streets of which ``credit`` tells whose they are; ``None``: no streets.

    >>> distances_from(None)
    'Afstanden zijn hemelsbreed geschat.'
    """
    if credit is None:
        return "Afstanden zijn hemelsbreed geschat."
    return f"Afstanden gaan over straat. Straten: {credit}."


def _not_for(values: Values) -> str:
    """Age limits, or the one group an offer is for."""
    if values.get("only_for"):
        return f"Is alleen voor {_group(values['only_for'])}."
    low, high = values["age_min"], values["age_max"]
    if low is not None and high is not None:
        return f"Is voor mensen van {low} tot en met {high} jaar."
    return (
        f"Is voor mensen vanaf {low} jaar." if low is not None else f"Is voor mensen tot en met {high} jaar."
    )


_GROUPS = {"vrouw": "vrouwen", "man": "mannen"}
_OTHERS = {"vrouw": "mannen", "man": "vrouwen"}


def _group(only_for: str) -> str:
    return _GROUPS.get(only_for, only_for)


def _moments(values: Values) -> str:
    slots: tuple[DayPart, ...] = values["slots"]
    return f"Op {and_list([slot.value for slot in slots])}, dat kan."


def _checked(values: Values) -> str:
    on: date = values["on"]
    return f"Pas gecontroleerd ({dutch_date(on)})."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_TEMPLATES: Mapping[Code, str | Callable[[Values], str]] = {
    Code.NOT_ACTIVE: "Draait nu niet.",
    Code.FULL: "Zit vol.",
    Code.NOT_FOR: _not_for,
    Code.LANGUAGE: "Spreekt geen taal die u deelt.",
    Code.TOO_FAR: lambda v: f"Te ver: {_travel(v)}.",
    Code.WHEELCHAIR: "Niet toegankelijk met rolstoel.",
    Code.INDICATION: "Hier is een indicatie voor nodig.",
    Code.NOT_SOCIAL_BASE: "Hoort niet bij de sociale basis.",
    Code.THEME: lambda v: f"Gaat over: {v['theme']}.",
    Code.LIKE_THEME: lambda v: f"Gaat over iets dat erop lijkt: {v['theme']}.",
    Code.NEAR: lambda v: f"{_travel(v)}.",
    Code.PICKED_UP: "U wordt opgehaald.",
    Code.AT_HOME: "Komt bij u thuis.",
    Code.ONLINE: "Kan ook online.",
    Code.BARRIER: lambda v: f"{v['label']}.",
    Code.MOMENT: _moments,
    Code.PEERS: "Met mensen die hetzelfde meemaken.",
    Code.CHECKED: _checked,
    Code.ASK_PLACE: "Vraag na waar dit is.",
    Code.ASK_BARRIER: lambda v: f"Vraag na: {v['label']}?",
    Code.ASK_ALSO_FOR: lambda v: f"Vraag na: is dit ook voor {_OTHERS[v['only_for']]}?",
    Code.ASK_ONLY_FOR: lambda v: f"Vraag na: is dit alleen voor {v['only_for']}?",
    Code.ASK_AGE: "Vraag na: voor welke leeftijd is dit?",
    Code.ASK_DAY: "Vraag na welke dag kan.",
    Code.ASK_LANGUAGE: "Vraag na welke taal kan.",
    Code.ASK_INDICATION: "Vraag na: is er een indicatie?",
    Code.FAR: lambda v: f"{_travel(v)}, dat is ver.",
    Code.WAITING_LIST: "Zit vol. Er is een wachtlijst.",
    Code.PEER_GROUP: "Is een groep met lotgenoten.",
    Code.NO_BARRIER: lambda v: f"Dit is er niet: {v['label']}.",
    Code.COST: lambda v: f"Kost {euros(v['cost_eur'])} per keer.",
    Code.LITTLE_LANGUAGE: "Spreekt een andere taal. U kunt meedoen met weinig Nederlands.",
    Code.NO_MOMENT: "Niet op een dag die kan.",
    Code.NOT_CHECKED: "Lang niet gecontroleerd. Bel eerst.",
    Code.MAYBE_STOPPED: "Drie keer niet bereikt. Mogelijk gestopt. Bel eerst.",
    Code.WIDER_DISTANCE: lambda v: f"Dichtbij is er niets. We zochten verder weg: tot {_travel(v)}.",
    Code.ANY_DISTANCE: "Dichtbij is er niets. We zochten overal.",
    Code.WIDER_THEME: "Over dit onderwerp is er niets. We zochten ook naar wat erop lijkt.",
    Code.ANY_THEME: "Over dit onderwerp is er niets. Dit is er wel.",
}


@by_language
def sentence(reason: Reason) -> str:
    """The Dutch sentence of a reason.

    >>> sentence(Reason(Sign.MINUS, Code.COST, {"cost_eur": 2.5}))
    'Kost € 2,50 per keer.'
    """
    template = _TEMPLATES[reason.code]
    return template if isinstance(template, str) else _capital(template(reason.values))


def place_to_drop_in(name: str, sort: str, how_far: str, phone: str) -> str:
    """One line about a place: ``De Brug (Buurthuis of wijkcentrum), 400 m …, 038 123 45 67``."""
    return ", ".join(filter(None, (f"{name} ({sort})", how_far, phone)))
