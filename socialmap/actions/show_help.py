"""What the help page tells that the program itself knows: words of the trade, and how matching counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socialmap.actions.workspace import Workspace
from socialmap.geo.walking import PROFILES
from socialmap.language.tried import TriedOn, tried_on
from socialmap.model.people import Mobility
from socialmap.model.wording import MatchLabel
from socialmap.model.wording_checks import BADGE_MEANING
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.search.matching import FAIR_SCORE, GOOD_SCORE, WEIGHTS


@dataclass(frozen=True, slots=True)
class Explained:
    """A word of the trade: what it means, other names, and how each discipline says it (may be empty)."""

    id: str
    label: str
    definition: str
    also: tuple[str, ...]
    said_by: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PartWeight:
    """One of the seven parts of a score and the points it can give."""

    part: str
    weight: int


@dataclass(frozen=True, slots=True)
class LabelRule:
    """From which score a label can be given; 0 for the label of the rest."""

    label: str
    score: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Metres over streets: up to ``near_m`` nothing is lost, beyond ``far_m`` is too far."""

    mobility: Mobility
    near_m: int
    far_m: int


@dataclass(frozen=True, slots=True)
class HelpFacts:
    """``badges`` is the freshness badge → what it means; ``tried`` what the alarm was tried on."""

    terms: tuple[Explained, ...]
    weights: tuple[PartWeight, ...]
    labels: tuple[LabelRule, ...]
    reaches: tuple[Reach, ...]
    badges: Mapping[str, str]
    tried: TriedOn


def show_help(workspace: Workspace, viewer: Viewer) -> HelpFacts:
    """The facts of the help page, read from the ontology and the engine themselves."""
    permit(viewer, Right.SEE_OFFERS)
    return HelpFacts(
        terms=tuple(
            Explained(term.id, term.label, term.definition, term.alt_labels, term.said_by)
            for term in workspace.vocabulary.terms.values()
        ),
        weights=tuple(PartWeight(part, weight) for part, weight in WEIGHTS.by_part().items()),
        labels=(
            LabelRule(MatchLabel.GOOD, GOOD_SCORE),
            LabelRule(MatchLabel.FAIR, FAIR_SCORE),
            LabelRule(MatchLabel.MAYBE, 0),
        ),
        reaches=tuple(Reach(who, reach.near_m, reach.far_m) for who, reach in PROFILES.items()),
        badges={str(badge): meaning for badge, meaning in BADGE_MEANING.items()},
        tried=tried_on(),
    )
