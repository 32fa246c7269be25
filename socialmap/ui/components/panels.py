"""What is open beside the map: an initiative, a facility, an organisation, one place, or a neighbourhood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_area import show_area
from socialmap.actions.show_offer import OfferDetail, show_offer
from socialmap.actions.show_place import FacilityDetail, OrganisationDetail, show_facility, show_organisation
from socialmap.actions.telling import Choice
from socialmap.errors import NotFound
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import calendar_link, change_door, origin_lines, package_link, share_part
from socialmap.ui.components.neighbourhood_map import Chosen
from socialmap.ui.guard import plain
from socialmap.ui.public_view import Opened
from socialmap.ui.text import MONTHS, TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

Open = Callable[[Opened | None], None]


def show(workspace: Workspace, viewer: Viewer, opened: Opened, open_: Open) -> Chosen | None:
    """Draw what is open and say where the map should point. ``NotFound`` for what is not there (any more)."""
    if opened.kind == "area":
        _area(workspace, viewer, opened.id, open_)
        return None
    if opened.kind == "site":
        return _site(workspace, viewer, opened.id, open_)
    if opened.kind == "initiative":
        chosen = _initiative(show_offer(workspace, viewer, opened.id), open_)
        share_part.of_thing("initiative", chosen.id, chosen.label)
        origin_lines.show(workspace, viewer, "initiative", chosen.id)
        change_door.show(workspace, viewer, "initiative", chosen.id, chosen.label)
        return chosen
    if opened.kind == "organisation":
        organisation = show_organisation(workspace, viewer, opened.id)
        _organisation(organisation, open_)
        share_part.of_thing("organisation", organisation.id, organisation.name)
        origin_lines.show(workspace, viewer, "organisation", organisation.id)
        change_door.show(workspace, viewer, "organisation", organisation.id, organisation.name)
        return None
    place = show_facility(workspace, viewer, opened.id)
    _facility(place, open_)
    share_part.of_thing("facility", place.id, place.name)
    origin_lines.show(workspace, viewer, "facility", place.id)
    change_door.show(workspace, viewer, "facility", place.id, place.name)
    return Chosen(opened.kind, place.id, place.name, "", place.lon, place.lat)


def dutch_date(day: date) -> str:
    """
    >>> dutch_date(date(2026, 3, 2))
    '2 maart 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _initiative(offer: OfferDetail, open_: Open) -> Chosen:
    words = TEXT.detail
    _heading(offer.name, offer.themes, offer.group)
    if offer.not_running:
        st.info(offer.not_running)
    if offer.description:
        st.markdown(plain(offer.description))
    _fact(words.when, offer.when)
    _fact(words.where, [part for part in (offer.place, offer.address, offer.area) if part])
    _fact(words.cost, [offer.cost])
    _fact(words.for_whom, offer.for_whom)
    _fact(words.languages, [offer.languages])
    _fact(words.contact, [offer.contact])
    _ticks(words.thresholds_yes, offer.thresholds_yes, "ja")
    _ticks(words.thresholds_no, offer.thresholds_no, "nee")
    _ticks(words.thresholds_unknown, offer.thresholds_unknown, "onbekend")
    links(words.run_by, offer.run_by, "organisation", open_)
    _fact(words.quadrants, offer.quadrants)
    if offer.shell is not None:
        with st.container(key="schil"):
            _fact(words.known_by, offer.shell.known_by or [words.nobody_knows])
            facts = [words.leaders.format(n=offer.shell.leaders)]
            facts += (
                [words.money_until.format(until=offer.shell.money_until)] if offer.shell.money_until else []
            )
            st.caption(plain(" · ".join(facts)))
    links(words.same_place, offer.at_same_place, "initiative", open_)
    _checked(offer.badge, offer.badge_meaning, offer.checked_on, offer.left_alone)
    if offer.when:
        calendar_link.of_one(offer.id)
    return Chosen("initiative", offer.id, offer.name, offer.group, offer.lon, offer.lat)


def _site(workspace: Workspace, viewer: Viewer, site_id: str, open_: Open) -> Chosen:
    """Several initiatives at one place: the facility they share, or else the names at the same address."""
    try:
        place = show_facility(workspace, viewer, site_id)
    except NotFound:
        return _address(workspace, viewer, site_id, open_)
    _facility(place, open_)
    return Chosen("site", place.id, place.name, "", place.lon, place.lat, count=len(place.offers))


def _address(workspace: Workspace, viewer: Viewer, first_id: str, open_: Open) -> Chosen:
    first = show_offer(workspace, viewer, first_id)
    st.header(plain(first.place or TEXT.detail.several), anchor=False)
    if first.address:
        st.markdown(plain(first.address))
    links(TEXT.detail.offers_here, (Choice(first.id, first.name), *first.at_same_place), "initiative", open_)
    count = 1 + len(first.at_same_place)
    return Chosen("site", first.id, first.place, "", first.lon, first.lat, count=count)


def _facility(place: FacilityDetail, open_: Open) -> None:
    words = TEXT.detail
    st.header(plain(place.name), anchor=False)
    st.markdown(plain(place.type))
    _fact(words.where, [part for part in (place.address, place.area) if part])
    _fact(words.opening_hours, [place.opening_hours])
    _fact(words.wheelchair, [place.wheelchair])
    _fact(words.contact, place.contact)
    _fact(words.rooms, [
        words.room_line.format(name=room.name, capacity=room.capacity, cost=room.cost) for room in place.rooms
    ])  # fmt: skip
    _fact(words.presence, place.presence)
    links(words.offers_here, place.offers, "initiative", open_)
    _checked(place.badge, place.badge_meaning, None)


def _organisation(organisation: OrganisationDetail, open_: Open) -> None:
    words = TEXT.detail
    st.header(plain(organisation.name), anchor=False)
    st.markdown(plain(organisation.sort))
    _fact(words.themes, organisation.themes)
    _fact(words.where, [organisation.address])
    _fact(words.contact, organisation.contact)
    links(words.runs, organisation.offers, "initiative", open_)
    links(words.partners, organisation.partners, "organisation", open_)
    _checked(organisation.badge, organisation.badge_meaning, None, organisation.left_alone)


def _area(workspace: Workspace, viewer: Viewer, area_id: str, open_: Open) -> None:
    words, area = TEXT.detail, show_area(workspace, viewer, area_id)
    st.header(plain(area.name), anchor=False)
    st.markdown(words.area_intro)
    if area.story:
        dated = words.story_on.format(date=dutch_date(area.story_on)) if area.story_on else ""
        st.markdown(f"> {plain(area.story)}  \n> :small[{dated}]")
    elif not area.offers:
        st.info(words.area_empty)
    _fact(words.figures, area.figures)
    if area.supply:
        st.markdown(f"**{words.supply}**")
        rows = "".join(
            f'<li><img src="/assets/marks/{group.id}.svg" alt=""><span>{_html(group.label)}</span>'
            f"<b>{group.count}</b></li>"
            for group in area.supply
        )
        st.html(f'<ul class="aanbod">{rows}</ul>')
    links(words.offers_here, area.offers, "initiative", open_)
    links(words.places, area.places, "facility", open_)
    _fact(words.free_rooms, area.free_rooms)
    _fact(words.presence, area.presence)
    _fact(words.missing, area.missing)
    _fact(words.far_basics, area.far_basics)
    package_link.show(Choice(area.id, area.name), area.district)


def _heading(name: str, themes: Iterable[str], group: str) -> None:
    st.header(plain(name), anchor=False)
    st.markdown(f"![](/assets/marks/{group}.svg) " + " · ".join(plain(theme) for theme in themes))


def _fact(title: str, lines: Iterable[str]) -> None:
    told = [line for line in lines if line]
    if told:
        rows = "".join(f"<dd>{_html(line)}</dd>" for line in told)
        st.html(f'<dl class="feit"><dt>{_html(title)}</dt>{rows}</dl>')


def _ticks(title: str, labels: Sequence[str], answer: str) -> None:
    if labels:
        rows = "".join(f"<li>{_html(label)}</li>" for label in labels)
        st.html(f'<div class="feit"><b>{_html(title)}</b><ul class="kan {answer}">{rows}</ul></div>')


def links(title: str, choices: Sequence[Choice], kind: str, open_: Open) -> None:
    """A heading with names that each open something of this kind; nothing for none."""
    if not choices:
        return
    st.markdown(f"**{title}**")
    with st.container(key=f"keuzes_{title.lower().replace(' ', '_')}", gap=None):
        for choice in choices:
            st.button(
                plain(choice.label), key=f"naar_{kind}_{choice.id}", type="tertiary", on_click=open_,
                args=(Opened(kind, choice.id),),
            )  # fmt: skip


def _checked(badge: str, meaning: str, checked_on: date | None, left_alone: str = "") -> None:
    """The badge with what it means, and that they want to be left alone if so."""
    words = TEXT.detail
    told = words.checked.format(date=dutch_date(checked_on)) if checked_on else ""
    st.caption(" ".join([f"**{plain(badge)}**", *(plain(part) for part in (meaning, told) if part)]))
    if left_alone:
        st.caption(plain(left_alone))


def _html(text: str) -> str:
    """Text for ``st.html``: nothing in it can become markup."""
    return "".join(f"&#{ord(sign)};" if sign in "&<>\"'`=" else sign for sign in text)
