"""The two small forms of *Netwerken en aanwezigheid*: a network, and a moment at which we are there."""

from __future__ import annotations

import re
from datetime import time

import streamlit as st

from socialmap.actions.keep_networks import NetworkDraft, NetworkLine, PresenceDraft
from socialmap.actions.search_choices import SearchChoices
from socialmap.errors import InvalidInput, Violation
from socialmap.model.dutch import WEEKDAYS
from socialmap.model.people import NetworkKind
from socialmap.model.values import AreaId, FacilityId, Weekday
from socialmap.model.wording_needs import NETWORK_NAMES
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

NETWORK = Fields("netwerk")
PRESENCE = Fields("aanwezig")
_TIME = re.compile(r"([01]?\d|2[0-3])(?:[.:u]([0-5]\d))?(?: ?uur)?")


def begin_change(line: NetworkLine) -> None:
    """Fill the form with a network that is kept."""
    NETWORK.clear()
    NETWORK.begin(
        {
            "id": line.id,
            "versie": line.version,
            "naam": line.name,
            "soort": line.sort.value,
            "buurt": line.area_id,
            "sleutelfiguur": line.key_figure,
            "leden": str(line.members_estimate or ""),
            "open": True,
        }
    )


def network(choices: SearchChoices) -> None:
    words = TEXT.network
    with form.step(NETWORK, "naam", words.name, None, ("name",)):
        form.text(NETWORK, "naam", words.name, hint=words.name_hint, hidden=True)
    with form.step(NETWORK, "soort", words.sort, None, ("sort",)):
        form.one(NETWORK, "soort", words.sort, form.as_choices(NETWORK_NAMES), hidden=True)
    with form.step(NETWORK, "buurt", words.area, None, ("area_id",)):
        form.from_list(NETWORK, "buurt", words.area, choices.areas, words.choose_area, hidden=True)
    with form.step(NETWORK, "sleutelfiguur", words.figure, None, ("key_figure",)):
        form.text(NETWORK, "sleutelfiguur", words.figure, hint=words.figure_hint, hidden=True)
    with form.step(NETWORK, "leden", words.estimate, None, ("members_estimate",)):
        form.text(NETWORK, "leden", words.estimate, most=6, hidden=True)


def network_draft() -> NetworkDraft:
    """What is in the form; ``InvalidInput`` when the number is none."""
    got = NETWORK.got
    typed = str(got("leden", "")).strip()
    if typed and not typed.isdecimal():
        raise InvalidInput([Violation("members_estimate", TEXT.network.estimate_wrong)])
    return NetworkDraft(
        id=got("id", ""),
        name=got("naam", ""),
        sort=NetworkKind(got("soort")) if got("soort") else None,
        area_id=AreaId(got("buurt")) if got("buurt") else None,
        key_figure=got("sleutelfiguur", ""),
        members_estimate=int(typed) if typed else None,
    )


def presence(choices: SearchChoices) -> None:
    words = TEXT.network
    with form.step(PRESENCE, "plek", words.place, None, ("facility_id",)):
        form.from_list(PRESENCE, "plek", words.place, choices.facilities, words.choose_place, hidden=True)
    with form.step(PRESENCE, "dag", words.day, None, ("day",)):
        days = form.as_choices({day.value: name for day, name in WEEKDAYS.items()})
        form.one(PRESENCE, "dag", words.day, days, hidden=True)
    with st.container(key="tijden", horizontal=True, gap="small"):
        with form.step(PRESENCE, "van", words.starts, None, ("starts",)):
            form.text(PRESENCE, "van", words.starts, hint=words.time_hint, most=9, hidden=True)
        with form.step(PRESENCE, "tot", words.ends, None, ("ends",)):
            form.text(PRESENCE, "tot", words.ends, hint=words.time_hint, most=9, hidden=True)
    with form.step(PRESENCE, "wie", words.who, None, ("who",)):
        form.text(PRESENCE, "wie", words.who, hint=words.who_hint, hidden=True)


def presence_draft() -> PresenceDraft:
    """What is in the form; ``InvalidInput`` when a time is none."""
    got, wrong = PRESENCE.got, []
    times: dict[str, time | None] = {}
    for field, name in (("starts", "van"), ("ends", "tot")):
        typed = str(got(name, "")).strip().lower()
        times[field] = read_time(typed) if typed else None
        if typed and times[field] is None:
            wrong.append(Violation(field, TEXT.network.time_wrong))
    if wrong:
        raise InvalidInput(wrong)
    return PresenceDraft(
        facility_id=FacilityId(got("plek")) if got("plek") else None,
        day=Weekday(got("dag")) if got("dag") else None,
        starts=times["starts"],
        ends=times["ends"],
        who=got("wie", ""),
    )


def read_time(typed: str) -> time | None:
    """A time as people write it; ``None`` when it is none.

    >>> read_time("9.30"), read_time("14:00"), read_time("9"), read_time("half tien")
    (datetime.time(9, 30), datetime.time(14, 0), datetime.time(9, 0), None)
    """
    found = _TIME.fullmatch(typed)
    return time(int(found[1]), int(found[2] or 0)) if found else None
