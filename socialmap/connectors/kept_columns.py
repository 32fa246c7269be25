"""What the headers of a list mean, remembered per source: next month's list is read without asking."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from socialmap.connectors.guarded import read_bytes
from socialmap.connectors.whole_file import write_whole
from socialmap.errors import SocialmapError

COLUMNS_FILE = "kolommen.json"


def kept_columns(folder: Path, source: str) -> dict[str, str]:
    """Header → field of a source; empty when nothing is remembered. It lies beside the journal, not in it."""
    found = _all(folder).get(source)
    return dict(found) if found else {}


def keep_columns(folder: Path, source: str, columns: Mapping[str, str]) -> None:
    """Remember the headers of a source from now on. ``OutsideError`` when that cannot be written."""
    everything = _all(folder) | {source: dict(columns)}
    text = json.dumps(dict(sorted(everything.items())), ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / COLUMNS_FILE, [text.encode("utf-8")])


def _all(folder: Path) -> dict[str, dict[str, str]]:
    """Everything remembered; a file that was damaged remembers nothing."""
    try:
        read = json.loads(read_bytes(folder / COLUMNS_FILE))
    except (SocialmapError, ValueError):
        return {}
    if not isinstance(read, dict):
        return {}
    return {
        str(source): {str(title): str(name) for title, name in columns.items()}
        for source, columns in read.items()
        if isinstance(columns, dict)
    }
