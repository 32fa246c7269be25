"""What was decided about two initiatives that may not know each other; they are not asked about again."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model.provision import Initiative
from socialmap.model.together import Introduction, IntroductionOutcome
from socialmap.model.values import InitiativeId
from socialmap.model.wording_connections import TWO_DIFFERENT, decided
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """``batch`` names the change, for taking it back."""

    id: str
    batch: str
    sentence: str


def introduce(
    workspace: Workspace, viewer: Viewer, first: str, second: str, outcome: IntroductionOutcome
) -> Decided:
    """Keep the answer about a pair, in whatever order it is named; an earlier answer is replaced.

    ``NotFound`` when one of the two is not there (any more).
    """
    permit(viewer, Right.LINK_OFFERS)
    if first == second:
        raise InvalidInput([Violation("initiative_ids", TWO_DIFFERENT)])
    names = [workspace.catalogue.get(Initiative, each).entity.name for each in (first, second)]
    ids = tuple(sorted((InitiativeId(first), InitiativeId(second))))
    known = next(
        (
            each
            for each in workspace.projections.people().all(Introduction).values()
            if set(each.initiative_ids) == set(ids)
        ),
        None,
    )
    decision = Introduction(
        id=known.id if known else workspace.new_id(Introduction.kind),
        initiative_ids=ids,
        outcome=outcome,
        on=workspace.today(),
    )
    require_valid(decision)
    saved = workspace.catalogue.save(
        [decision], actor=viewer.actor, action=f"verbinding: {outcome}", at=workspace.clock()
    )
    return Decided(id=decision.id, batch=saved.batch, sentence=decided(outcome, *names))
