"""Files in one zip that is the same, byte for byte, for the same files and the same day."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_UNIX, _READABLE = 3, 0o100644 << 16


def zipped(files: Mapping[str, bytes], on: date) -> bytes:
    """The files in their order, each as of the beginning of that day."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            member = ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            member.compress_type, member.create_system, member.external_attr = ZIP_DEFLATED, _UNIX, _READABLE
            archive.writestr(member, content)
    return target.getvalue()
