"""Installs a package of Debian where the tests may: one at a time, whichever test asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

_LOCK = Path(tempfile.gettempdir()) / "socialmap-tests-apt.lock"


def may_install() -> bool:
    """Is this Debian or like it, and are we root?"""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(package: str) -> None:
    """Try to; whether it is there afterwards is for the caller to see. Waits for another that installs."""
    import fcntl  # not on Windows, where there is no apt either

    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _apt("update")
        _apt("install", "-y", "--no-install-recommends", package)


def _apt(*arguments: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", *arguments], check=False, capture_output=True, env=quiet)
