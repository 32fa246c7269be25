"""Take the public data along as a file that other programs can read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from socialmap.actions.workspace import Workspace
from socialmap.errors import OutsideError
from socialmap.model.values import Layer
from socialmap.privacy.roles import Right, Viewer, permit

PUBLIC = frozenset({Layer.PUBLIC})


def export_turtle(workspace: Workspace, viewer: Viewer, path: Path) -> int:
    """Write layer *buiten* as Turtle and return the number of bytes. ``OutsideError`` if that fails.

    The same data give the same bytes. An existing file is replaced only when the new one is complete.
    """
    permit(viewer, Right.EXPORT_PUBLIC)
    turtle = workspace.projections.dataset().serialize(PUBLIC)
    unfinished = path.with_name(path.name + ".deel")
    try:
        unfinished.write_bytes(turtle)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise OutsideError("Het bestand kon niet worden geschreven.", "Kies een andere map.") from error
    return len(turtle)
