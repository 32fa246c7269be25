"""Fetching the browser libraries: only what was pinned, once, and all of it."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import tarfile
from pathlib import Path

import pytest

from socialmap.ui.assets import fetch


def archive(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return packed.getvalue()


PACKED = archive({"dist/a.js": b"let a", "LICENSE": b"free", "README.md": b"long"})


@pytest.fixture
def lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fetch, "_packed", lambda _name, _version, _scratch: PACKED)
    digest = base64.b64encode(hashlib.sha512(PACKED).digest()).decode()
    package = {
        "version": "1",
        "integrity": f"sha512-{digest}",
        "files": {"dist/a.js": "a.js", "LICENSE": "LICENSE"},
    }
    path = tmp_path / "packages.json"
    path.write_text(json.dumps({"@scope/a": package}))
    return path


def test_only_the_named_files_are_kept_with_the_licence(tmp_path: Path, lock: Path) -> None:
    vendor = tmp_path / "vendor"
    assert fetch.fetch(vendor, lock)
    assert sorted(path.name for path in (vendor / "a").iterdir()) == ["LICENSE", "a.js"]


def test_a_second_time_asks_for_nothing(tmp_path: Path, lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vendor = tmp_path / "vendor"
    fetch.fetch(vendor, lock)
    monkeypatch.setattr(fetch, "_packed", lambda *_: pytest.fail("fetched again"))
    assert not fetch.fetch(vendor, lock)


def test_a_missing_file_is_fetched_again(tmp_path: Path, lock: Path) -> None:
    vendor = tmp_path / "vendor"
    fetch.fetch(vendor, lock)
    (vendor / "a" / "a.js").unlink()
    assert fetch.fetch(vendor, lock)
    assert (vendor / "a" / "a.js").read_bytes() == b"let a"


def test_another_package_than_the_pinned_one_is_refused_and_nothing_changes(
    tmp_path: Path, lock: Path
) -> None:
    vendor = tmp_path / "vendor"
    fetch.fetch(vendor, lock)
    lock.write_text(lock.read_text().replace("sha512-", "sha512-A"))
    with pytest.raises(fetch.FetchFailed, match="not the package"):
        fetch.fetch(vendor, lock)
    assert (vendor / "a" / "a.js").is_file()


def test_every_pinned_package_brings_its_licence() -> None:
    packages = json.loads(fetch.LOCK.read_text("utf-8"))
    for package in packages.values():
        assert "LICENSE" in package["files"]
        assert package["integrity"].startswith("sha512-")
        assert package["licence"] in {"BSD-2-Clause", "BSD-3-Clause", "MIT", "OFL-1.1"}
