"""The patterns that a viewer may know of: what stands out in which neighbourhood.

Inside the core they follow the questions day by day. Anybody else gets those of the last Monday: a pattern
that appears the moment the fifth person comes would tell about that person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from socialmap.actions.auditing import note_access
from socialmap.actions.workspace import Workspace
from socialmap.collective.signals import Pattern, Place, find_patterns
from socialmap.collective.week import PatternFound
from socialmap.collective.windows import WINDOW_DAYS, WINDOWS, count_windows
from socialmap.model.people import Need, Resident
from socialmap.model.values import AreaId, Layer, ThemeId
from socialmap.model.wording_signals import PatternOutcome
from socialmap.privacy.disclosure import number_words, theme_to_name
from socialmap.privacy.release_tables import monday_of
from socialmap.privacy.roles import Right, Viewer, layers_of, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternLine:
    """A pattern as the viewer may see it. ``people`` is empty outside the core.

    ``theme`` is the one that may be named outside the core, so that ``id`` may stand in an address; a number
    in it tells two themes apart that have the same name outside.
    """

    id: str
    outcome: PatternOutcome
    theme: ThemeId
    label: str
    area_id: AreaId
    area: str
    sentences: tuple[str, ...]
    people: str


def patterns_here(workspace: Workspace, viewer: Viewer, *, action: str) -> tuple[PatternLine, ...]:
    """Everything that stands out, the most striking first; noted as ``action`` before anything is told."""
    permit(viewer, Right.SEE_SIGNALS)
    lines: dict[tuple[str, str], PatternLine] = {}
    for pattern in _found(workspace, viewer, action):
        line = _line(workspace, viewer, pattern)
        # Outside the core two themes of one leefgebied are one pattern: the most striking of them.
        lines.setdefault((line.label, line.area_id), line)
    return tuple(_told_apart(lines.values()))


def patterns_of_week(workspace: Workspace, viewer: Viewer) -> Iterator[PatternFound]:
    """What stands out here as well as now, for *Deze week*, the most striking first."""
    permit(viewer, Right.SEE_SIGNALS)
    for line in patterns_here(workspace, viewer, action="deze week"):
        if line.outcome is PatternOutcome.HERE_AND_NOW:
            yield PatternFound(id=line.id, theme_label=line.label, area_name=line.area)


def _found(workspace: Workspace, viewer: Viewer, action: str) -> tuple[Pattern, ...]:
    today = workspace.today()
    in_core = Layer.CORE in layers_of(viewer)
    last = today if in_core else monday_of(today) - timedelta(days=1)
    first = last - timedelta(days=WINDOWS * WINDOW_DAYS - 1)
    people = workspace.projections.people()
    residents = people.all(Resident)
    asked = [
        (need.resident_id, need.theme, residents[need.resident_id].area_id, need.reported_on)
        for need in people.all(Need).values()
        if need.resident_id in residents and first <= need.reported_on <= last
    ]
    note_access(
        workspace, viewer.actor, action, Need.kind, len(asked),
        purpose="Kijken of een onderwerp opvalt in een buurt.",
    )  # fmt: skip
    places = {
        area.id: Place(area.district_id or AreaId(""), area.inhabitants)
        for area in workspace.projections.current().areas.neighbourhoods
    }
    districts = {area_id: place.district_id for area_id, place in places.items()}
    return find_patterns(count_windows(asked, last, districts, workspace.vocabulary), places)


def _told_apart(lines: Iterable[PatternLine]) -> Iterator[PatternLine]:
    times: Counter[str] = Counter()
    for line in lines:
        times[line.id] += 1
        number = times[line.id]
        yield line if number == 1 else replace(line, id=f"{line.id}:{number}")


def _line(workspace: Workspace, viewer: Viewer, pattern: Pattern) -> PatternLine:
    words = workspace.vocabulary
    in_core = Layer.CORE in layers_of(viewer)
    outside = theme_to_name(pattern.theme, words, Layer.SHELL)
    named = pattern.theme if in_core else outside
    return PatternLine(
        id=f"{outside}:{pattern.area_id}",
        outcome=pattern.outcome,
        theme=outside,
        label=words.themes[named].label,
        area_id=pattern.area_id,
        area=workspace.projections.current().areas.by_id[pattern.area_id].name,
        sentences=pattern.sentences,
        people=number_words(pattern.persons or 0) if in_core else "",
    )
