"""How firmly an initiative stands, in English: a sentence for each part, about the initiative only."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from socialmap.model.english.dutch import dutch_date
from socialmap.model.wording import Values
from socialmap.model.wording_footing import FootingCode


def _too_few(values: Values) -> str:
    there, needed = values["volunteers"], values["needed"]
    missing = needed - there
    wanted = "1 more volunteer" if missing == 1 else f"{missing} more volunteers"
    return f"Looks for {wanted}: there {'is' if there == 1 else 'are'} {there}, {needed} needed."


_TEMPLATES: Mapping[FootingCode, Callable[[Values], str]] = {
    FootingCode.NO_LEADER: lambda _: "Nobody leads it now.",
    FootingCode.ONE_LEADER: lambda _: "Rests on one person.",
    FootingCode.LEADERS: lambda v: f"{v['leaders']} people lead it.",
    FootingCode.ASK_LEADERS: lambda _: "Ask: how many people lead it?",
    FootingCode.NO_MONEY_NEEDED: lambda _: "Needs no money.",
    FootingCode.NO_FUNDER: lambda _: "Nobody pays for it now.",
    FootingCode.ONE_FUNDER: lambda v: f"Gets money from one side: {v['organisation']}.",
    FootingCode.FUNDERS: lambda v: f"Gets money from {v['funders']} sides.",
    FootingCode.ASK_MONEY: lambda _: "Ask: is money needed, and who pays?",
    FootingCode.NO_MONEY_NOW: lambda _: "There is no money now.",
    FootingCode.STRUCTURAL_MONEY: lambda _: "There is regular money, without an end date.",
    FootingCode.MONEY_STOPS_SOON: lambda v: f"The money lasts until {dutch_date(v['until'])}. That is soon.",
    FootingCode.MONEY_LASTS: lambda v: f"The money lasts until {dutch_date(v['until'])}.",
    FootingCode.ASK_MONEY_UNTIL: lambda _: "Ask: until when is there money?",
    FootingCode.CHECKED: lambda v: f"Checked on {dutch_date(v['on'])}.",
    FootingCode.CHECKED_LONG_AGO: lambda v: f"Checked on {dutch_date(v['on'])}. Is it still right?",
    FootingCode.NEVER_CHECKED: lambda _: "Not checked yet. Is it right?",
    FootingCode.FIXED_PLACE: lambda _: "Has a fixed place.",
    FootingCode.NO_FIXED_PLACE: lambda _: "Has no fixed place.",
    FootingCode.LEASE_LASTS: lambda v: f"Has a place until {dutch_date(v['until'])}.",
    FootingCode.LEASE_ENDS_SOON: lambda v: f"Has a place until {dutch_date(v['until'])}. That is soon.",
    FootingCode.LEASE_ENDED: lambda v: f"Had a place until {dutch_date(v['until'])}. Is there a new one?",
    FootingCode.ASK_PLACE: lambda _: "Ask: is there a fixed place?",
    FootingCode.ENOUGH_VOLUNTEERS: lambda _: "Has enough volunteers.",
    FootingCode.TOO_FEW_VOLUNTEERS: _too_few,
    FootingCode.NO_VOLUNTEERS_NEEDED: lambda _: "Needs no volunteers.",
    FootingCode.ASK_VOLUNTEERS: lambda _: "Ask: are there enough volunteers?",
}


def footing_sentence(code: FootingCode, values: Values) -> str:
    """
    >>> footing_sentence(FootingCode.TOO_FEW_VOLUNTEERS, {"volunteers": 3, "needed": 4})
    'Looks for 1 more volunteer: there are 3, 4 needed.'
    """
    return _TEMPLATES[code](values)


def impact_sentence(people: str) -> str:
    return f"For {people} this is the only thing that fits."
