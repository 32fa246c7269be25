"""The questions of domain.md 2.15 that a query language cannot answer: counts of people, paths, islands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from socialmap.actions.count_needs import count_needs
from socialmap.actions.explain_connection import explain_connection
from socialmap.actions.show_connections import show_connections
from socialmap.actions.show_reciprocity import show_reciprocity
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.privacy.roles import Right, Viewer

Rows = list[dict[str, Any]]
Given = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ThinkingQuery:
    """A question, who may ask it, what has to be filled in (name → explanation), and who answers."""

    name: str
    text: str
    right: Right
    parameters: Mapping[str, str]
    ask: Callable[[Workspace, Viewer, Given], Rows]


def fill_in(asked: ThinkingQuery, given: Given) -> dict[str, str]:
    """Every parameter as text; ``InvalidInput`` for those that are wanting or unknown."""
    violations = []
    if not given.keys() <= asked.parameters.keys():
        known = ", ".join(asked.parameters) or "geen"
        violations.append(Violation("parameter", f"Deze vraag kent alleen deze invulling: {known}."))
    for name, explanation in asked.parameters.items():
        if not str(given.get(name, "")).strip():
            violations.append(Violation(name, f"Vul in: {explanation}."))
    if violations:
        raise InvalidInput(violations)
    return {name: str(given[name]).strip() for name in asked.parameters}


def _open_questions(workspace: Workspace, viewer: Viewer, _: Given) -> Rows:
    answer = count_needs(workspace, viewer)
    rows = [
        {"group": each.group.label, "area": each.area.label, "people": each.people, "stand": answer.stand}
        for each in answer.counts
    ]
    return rows or [{"group": None, "area": None, "people": None, "stand": answer.stand}]


def _connected(workspace: Workspace, viewer: Viewer, given: Given) -> Rows:
    answer = explain_connection(workspace, viewer, given["van"], given["naar"])
    return [
        {"sentence": path.sentence, "steps": " > ".join("/".join(node) for node in path.nodes)}
        for path in answer.paths
    ] or [{"sentence": answer.sentence, "steps": None}]


def _not_acquainted(workspace: Workspace, viewer: Viewer, _: Given) -> Rows:
    return [
        {"first": each.first.id, "second": each.second.id, "sentence": each.sentence}
        for each in show_connections(workspace, viewer).pairs
    ]


def _islands(workspace: Workspace, viewer: Viewer, _: Given) -> Rows:
    found = show_connections(workspace, viewer)
    rows: Rows = [{"what": "losse groepen", "sentence": found.apart}]
    rows += ({"what": "los van de rest", "sentence": sentence} for sentence in found.islands)
    if found.new_link is not None:
        rows.append({"what": "nieuwe verbinding", "sentence": found.new_link.sentence})
    return rows


def _for_each_other(workspace: Workspace, viewer: Viewer, _: Given) -> Rows:
    found = show_reciprocity(workspace, viewer)
    return [
        {
            "what": what,
            "own": ", ".join(each.own),
            "others": each.others,
            "sentence": " ".join(each.sentences),
        }
        for what, circles in (("twee mensen", found.pairs), ("kring van drie", found.rings))
        for each in circles
    ]


THINKING: Mapping[str, ThinkingQuery] = {
    query.name: query
    for query in (
        ThinkingQuery(
            "connected",
            "Hoe hangen deze twee dingen samen?",
            Right.SEE_CONNECTIONS,
            {"van": "het begin, als soort/nummer", "naar": "het einde, als soort/nummer"},
            _connected,
        ),
        ThinkingQuery(
            "for-each-other",
            "Welke mensen kunnen iets voor elkaar betekenen?",
            Right.SEE_OWN_NEEDS,
            {},
            _for_each_other,
        ),
        ThinkingQuery(
            "islands",
            "Welke losse groepen heeft het netwerk, en welke ene verbinding helpt het meest?",
            Right.SEE_CONNECTIONS,
            {},
            _islands,
        ),
        ThinkingQuery(
            "not-acquainted",
            "Welke initiatieven doen hetzelfde, dicht bij elkaar, en kennen elkaar misschien niet?",
            Right.SEE_CONNECTIONS,
            {},
            _not_acquainted,
        ),
        ThinkingQuery(
            "open-questions",
            "Hoeveel mensen hebben een open vraag, per leefgebied en buurt?",
            Right.SEE_NEED_COUNTS,
            {},
            _open_questions,
        ),
    )
}
