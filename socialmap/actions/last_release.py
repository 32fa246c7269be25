"""The last weekly release: the only counts of people that anybody outside the core sees."""

from __future__ import annotations

from socialmap.actions.workspace import Workspace
from socialmap.model.together import ReleaseBasis
from socialmap.privacy.release_tables import FrozenRelease, Release
from socialmap.privacy.release_text import from_text
from socialmap.privacy.releases import as_released


def latest_release(workspace: Workspace) -> Release | None:
    """What went out last, without any person; ``None`` when nothing ever did."""

    def read() -> Release | None:
        frozen = latest_frozen(workspace)
        return as_released(frozen) if frozen else None

    return workspace.projections.people().remembered("last_release", read)


def latest_frozen(workspace: Workspace) -> FrozenRelease | None:
    """The last release with everybody it was counted from. Layer core: only to make and check the next."""
    every = (stored.entity for stored in workspace.catalogue.all(ReleaseBasis))
    newest = max(every, key=lambda basis: basis.on, default=None)
    return from_text(newest.frozen) if newest else None
