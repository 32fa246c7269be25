"""Our Dutch profile of HSDS: a folder of JSON merge patches, and how such a patch is applied."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from socialmap.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent.parent
_WHEEL = _PACKAGE / "data" / "hsds_nl" / "profile"
_CHECKOUT = _PACKAGE.parent / "data" / "hsds_nl" / "profile"


def profile_folder() -> Path:
    """The folder with the patches, in a wheel or a checkout; ``SetupError`` if absent."""
    for folder in (_WHEEL, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise SetupError("De bestanden van het profiel ontbreken.", "Installeer socialmap opnieuw.")


@cache
def patches() -> dict[str, Any]:
    """Each patch by the name of its file, without ``.json``. Shared: do not change what you get."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(profile_folder().glob("*.json"))
    }


def merge_patch(target: Any, patch: Any) -> Any:
    """A JSON value after a merge patch (RFC 7386); neither is changed.

    >>> merge_patch({"a": 1, "b": {"c": 2}}, {"a": None, "b": {"d": 3}})
    {'b': {'c': 2, 'd': 3}}
    """
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged
