"""One thing that was found: how well it fits and why, in words that can be read together."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from urllib.parse import quote

import streamlit as st

from socialmap.actions.find_help import HelpMatch
from socialmap.model.people import Mobility
from socialmap.model.wording import CALL_BEFORE_GOING, FreshnessBadge, MatchLabel, travel
from socialmap.model.wording_checks import BADGE_MEANING
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui import passing_on, session
from socialmap.ui.public_view import Opened
from socialmap.ui.text import TEXT

INVITATION = "/print/uitnodiging/"
"""Where the invitation of an initiative is, before its id."""
_DOTS = {MatchLabel.GOOD: "●●●", MatchLabel.FAIR: "●●○", MatchLabel.MAYBE: "●○○"}
_LOOKS = {MatchLabel.GOOD: "goed", MatchLabel.FAIR: "redelijk", MatchLabel.MAYBE: "misschien"}
_SIGN_LOOKS = {"+": "plus", "?": "navragen", "−": "min"}


def show(
    viewer: Viewer,
    match: HelpMatch,
    number: int,
    mobility: Mobility,
    open_: Callable[[Opened | None], None],
) -> None:
    words = TEXT.found
    with st.container(key=f"gevonden_{number}", gap="small"):
        st.html(_told(match, number, mobility))
        with st.container(key=f"daden_{number}", horizontal=True, gap="small"):
            st.button(
                words.details, key=f"meer_weten_{match.id}", on_click=open_,
                args=(Opened("initiative", match.id),),
            )  # fmt: skip
            st.link_button(
                words.print,
                session.in_municipality(invitation_address(match.id)),
                key=f"print_{match.id}",
                type="tertiary",
            )
            if may(viewer, Right.HAND_OVER) and st.button(
                TEXT.go_along.button, key=f"ga_mee_{match.id}", type="tertiary"
            ):
                passing_on.go_along_to(match.id, match.name)
                st.switch_page(passing_on.OWN_NEEDS_PAGE)


def invitation_address(initiative_id: str) -> str:
    """
    >>> invitation_address("koffie in/de linde")
    '/print/uitnodiging/koffie%20in%2Fde%20linde'
    """
    return INVITATION + quote(initiative_id, safe="")


def _told(match: HelpMatch, number: int, mobility: Mobility) -> str:
    """The whole card as one piece of HTML, so that unfolding the reasons needs no rerun."""
    words = TEXT.found
    nearness = ""
    if match.distance_m is not None:
        nearness = travel(match.distance_m, match.minutes, mobility, match.measured)
    facts = [" · ".join(part for part in (nearness, match.place) if part), " · ".join(match.when)]
    lines = "".join(f"<p>{escape(fact)}</p>" for fact in facts if fact)
    buddy = f'<span class="maatje">{escape(words.buddy)}</span>' if match.has_buddy else ""
    contact = words.call_first if match.badge in CALL_BEFORE_GOING else words.contact
    return (
        f'<article class="gevonden"><header><span class="nummer">{number}</span>'
        f"<h2>{escape(match.name)}</h2></header>"
        f'<p class="past {_LOOKS[match.label]}"><span aria-hidden="true">{_DOTS[match.label]}</span>'
        f"<b>{escape(match.label)}</b><small>{escape(words.score.format(score=match.score))}</small></p>"
        f'<div class="feiten">{lines}</div>'
        f'<ul class="redenen">{_reasons(match)}</ul>'
        f'<p class="nagekeken"><span>{escape(match.badge)}</span>{buddy}</p>'
        f'<p class="contact">{escape(contact.format(contact=unbroken(match.contact)))}</p>'
        f"<details><summary>{escape(words.why)}</summary><p>{escape(words.why_intro)}</p>"
        f'<ul class="delen">{_parts(match)}</ul>'
        f"<p><b>{escape(match.badge)}</b> {escape(BADGE_MEANING[FreshnessBadge(match.badge)])}</p>"
        f"</details></article>"
    )


def unbroken(contact: str) -> str:
    """A telephone number stays on one line."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", contact)


def _reasons(match: HelpMatch) -> str:
    spoken = dict(TEXT.found.signs)
    return "".join(
        f'<li class="{_SIGN_LOOKS[reason.sign]}"><span aria-hidden="true">{reason.sign}</span>'
        f'<span class="voorgelezen">{escape(spoken[reason.sign])}: </span>{escape(reason.sentence)}</li>'
        for reason in match.reasons
    )


def _parts(match: HelpMatch) -> str:
    """A plain bar per part, with what it means and its points; the bar only repeats the numbers."""
    names = {code: (name, meaning) for code, name, meaning in TEXT.found.parts}
    rows = []
    for line in match.parts:
        name, meaning = names[line.part]
        told = TEXT.found.points.format(points=_points(line.value * line.weight), weight=line.weight)
        rows.append(
            f"<li><b>{escape(name)}</b><span>{escape(told)}</span>"
            f'<i aria-hidden="true"><i style="width:{100 * line.value:.0f}%"></i></i>'
            f"<small>{escape(meaning)}</small></li>"
        )
    return "".join(rows)


def _points(points: float) -> str:
    """
    >>> _points(20.0), _points(10.5)
    ('20', '10,5')
    """
    return f"{points:.1f}".removesuffix(".0").replace(".", ",")
