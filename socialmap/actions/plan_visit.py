"""A visit to an initiative: questions to take along, a line for one's own calendar. Nothing is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from socialmap.actions.telling import place_name
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model.provision import Initiative
from socialmap.model.wording_visit import VISIT_QUESTIONS, visit_title
from socialmap.privacy.roles import Right, Viewer, permit

_LONGEST_OCTETS = 75
"""Longer lines of a calendar file are folded (RFC 5545, 3.1)."""


@dataclass(frozen=True, slots=True)
class Visit:
    """``calendar``: the text of an iCalendar file, with an event of a whole day."""

    title: str
    on: date
    file_name: str
    calendar: str


def plan_visit(workspace: Workspace, viewer: Viewer, initiative_id: str, on: date) -> Visit:
    """The visit on a day from today on. ``NotFound`` without the initiative, ``InvalidInput`` for a day that
    has passed."""
    permit(viewer, Right.SEE_VULNERABLE)
    initiative = workspace.catalogue.get(Initiative, initiative_id).entity
    if on < workspace.today():
        raise InvalidInput([Violation("on", "Deze dag is al geweest. Kies vandaag of later.")])
    title = visit_title(initiative.name)
    return Visit(
        title=title,
        on=on,
        file_name=f"langsgaan-{on.isoformat()}.ics",
        calendar=_calendar(
            uid=f"{workspace.new_id('bezoek')}@socialmap",
            stamp=workspace.clock(),
            on=on,
            title=title,
            place=place_name(initiative, workspace.projections.current()),
        ),
    )


def _calendar(*, uid: str, stamp: datetime, on: date, title: str, place: str) -> str:
    questions = "\n".join(f"{heading}: {question}" for heading, question in VISIT_QUESTIONS)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//socialmap//NL",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(title)}",
        f"LOCATION:{_escaped(place)}",
        f"DESCRIPTION:{_escaped(questions)}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    r"""Text as a calendar file writes it.

    >>> _escaped("Soep, praatje; thuis")
    'Soep\\, praatje\\; thuis'
    """
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r", "").replace("\n", "\\n")


def _folded(line: str) -> str:
    """Cut into pieces of at most 75 octets, never inside a letter; the next piece begins with a space."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST_OCTETS:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join([*pieces, piece])
