"""The sentences about how firmly an initiative stands: one for each part, about the initiative only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from socialmap.model.dutch import dutch_date
from socialmap.model.language import by_language
from socialmap.model.wording import Sign, Values


class FootingPart(StrEnum):
    """The six parts of domain.md 4.D, in order."""

    LEADERS = "trekkers"
    FUNDERS = "financiers"
    MONEY_ENDS = "einde_geld"
    RECORD = "gegevens"
    PLACE = "plek"
    VOLUNTEERS = "vrijwilligers"


class FootingLevel(StrEnum):
    """How firmly it stands, what needs attention most first."""

    VULNERABLE = "Kwetsbaar"
    ATTENTION = "Let op"
    FIRM = "Stevig"

    @property
    def rank(self) -> int:
        return tuple(FootingLevel).index(self)


class FootingCode(StrEnum):
    """What a part says; its template shows which values it has."""

    NO_LEADER = "geen_trekker"
    ONE_LEADER = "een_trekker"
    LEADERS = "trekkers"
    ASK_LEADERS = "vraag_trekkers"

    NO_MONEY_NEEDED = "geen_geld_nodig"
    NO_FUNDER = "geen_financier"
    ONE_FUNDER = "een_financier"
    FUNDERS = "financiers"
    ASK_MONEY = "vraag_geld"

    NO_MONEY_NOW = "nu_geen_geld"
    STRUCTURAL_MONEY = "vast_geld"
    MONEY_STOPS_SOON = "geld_stopt_gauw"
    MONEY_LASTS = "geld_loopt_door"
    ASK_MONEY_UNTIL = "vraag_geld_tot"

    CHECKED = "gecontroleerd"
    CHECKED_LONG_AGO = "lang_geleden_gecontroleerd"
    NEVER_CHECKED = "nooit_gecontroleerd"

    FIXED_PLACE = "vaste_plek"
    NO_FIXED_PLACE = "geen_vaste_plek"
    LEASE_LASTS = "contract_loopt_door"
    LEASE_ENDS_SOON = "contract_stopt_gauw"
    LEASE_ENDED = "contract_gestopt"
    ASK_PLACE = "vraag_plek"

    ENOUGH_VOLUNTEERS = "genoeg_vrijwilligers"
    TOO_FEW_VOLUNTEERS = "te_weinig_vrijwilligers"
    NO_VOLUNTEERS_NEEDED = "geen_vrijwilligers_nodig"
    ASK_VOLUNTEERS = "vraag_vrijwilligers"


def _counted(count: int, one: str, more: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {more}"


def _too_few(values: Values) -> str:
    there, needed = values["volunteers"], values["needed"]
    missing = _counted(needed - there, "vrijwilliger", "vrijwilligers")
    return f"Zoekt nog {missing}: er {'is' if there == 1 else 'zijn'} er {there}, nodig {needed}."


_TEMPLATES: Mapping[FootingCode, Callable[[Values], str]] = {
    FootingCode.NO_LEADER: lambda _: "Heeft nu geen trekker.",
    FootingCode.ONE_LEADER: lambda _: "Rust op één persoon.",
    FootingCode.LEADERS: lambda v: f"Heeft {v['leaders']} trekkers.",
    FootingCode.ASK_LEADERS: lambda _: "Vraag na: hoeveel trekkers zijn er?",
    FootingCode.NO_MONEY_NEEDED: lambda _: "Heeft geen geld nodig.",
    FootingCode.NO_FUNDER: lambda _: "Heeft nu geen financier.",
    FootingCode.ONE_FUNDER: lambda v: f"Krijgt geld van één kant: {v['organisation']}.",
    FootingCode.FUNDERS: lambda v: f"Krijgt geld van {v['funders']} kanten.",
    FootingCode.ASK_MONEY: lambda _: "Vraag na: is er geld nodig, en wie betaalt dat?",
    FootingCode.NO_MONEY_NOW: lambda _: "Er is nu geen geld.",
    FootingCode.STRUCTURAL_MONEY: lambda _: "Er is vast geld, zonder einddatum.",
    FootingCode.MONEY_STOPS_SOON: lambda v: f"Het geld loopt tot {dutch_date(v['until'])}. Dat is gauw.",
    FootingCode.MONEY_LASTS: lambda v: f"Het geld loopt tot {dutch_date(v['until'])}.",
    FootingCode.ASK_MONEY_UNTIL: lambda _: "Vraag na: tot wanneer is er geld?",
    FootingCode.CHECKED: lambda v: f"Gecontroleerd op {dutch_date(v['on'])}.",
    FootingCode.CHECKED_LONG_AGO: lambda v: f"Gecontroleerd op {dutch_date(v['on'])}. Klopt het nog?",
    FootingCode.NEVER_CHECKED: lambda _: "Nog niet gecontroleerd. Klopt het?",
    FootingCode.FIXED_PLACE: lambda _: "Heeft een vaste plek.",
    FootingCode.NO_FIXED_PLACE: lambda _: "Heeft geen vaste plek.",
    FootingCode.LEASE_LASTS: lambda v: f"Heeft een plek tot {dutch_date(v['until'])}.",
    FootingCode.LEASE_ENDS_SOON: lambda v: f"Heeft een plek tot {dutch_date(v['until'])}. Dat is gauw.",
    FootingCode.LEASE_ENDED: lambda v: f"Had een plek tot {dutch_date(v['until'])}. Is er een nieuwe?",
    FootingCode.ASK_PLACE: lambda _: "Vraag na: is er een vaste plek?",
    FootingCode.ENOUGH_VOLUNTEERS: lambda _: "Heeft genoeg vrijwilligers.",
    FootingCode.TOO_FEW_VOLUNTEERS: _too_few,
    FootingCode.NO_VOLUNTEERS_NEEDED: lambda _: "Heeft geen vrijwilligers nodig.",
    FootingCode.ASK_VOLUNTEERS: lambda _: "Vraag na: zijn er genoeg vrijwilligers?",
}

_ASKING = frozenset(code for code in FootingCode if code.value.startswith("vraag_"))


@by_language
def footing_sentence(code: FootingCode, values: Values) -> str:
    """The Dutch sentence of a part; what is not known is a question.

    >>> footing_sentence(FootingCode.TOO_FEW_VOLUNTEERS, {"volunteers": 3, "needed": 4})
    'Zoekt nog 1 vrijwilliger: er zijn er 3, nodig 4.'
    """
    return _TEMPLATES[code](values)


def footing_sign(code: FootingCode, points: int) -> Sign:
    """Firm, to be asked, or weak."""
    if code in _ASKING:
        return Sign.ASK
    return Sign.MINUS if points else Sign.PLUS


@by_language
def impact_sentence(people: str) -> str:
    """For whom this is the only thing that fits; ``people`` in words, such as ``enkele mensen``."""
    return f"Voor {people} is dit het enige dat past."
