"""A real PostgreSQL server for tests: found on the machine or installed, started in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

from tests import debian

if TYPE_CHECKING:
    import pwd

_DEBIAN = Path("/usr/lib/postgresql")
_PATIENCE_SECONDS = 60


class NoServer(Exception):
    """There is no PostgreSQL server on this machine, and it could not be installed."""


@contextmanager
def running_server(*options: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database; the server stops and its folder goes at the end.

    ``options`` are settings such as ``shared_buffers=1GB``. ``NoServer`` when there is none to be had.
    The server listens on a socket in its own folder only. It refuses to run as root, so there it runs as
    ``postgres`` or ``nobody``.
    """
    programs = _find_programs()
    account = _account()
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if account:
            os.chown(folder, account.pw_uid, account.pw_gid)
        as_account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
        data = folder / "data"
        initdb = [
            programs / "initdb",
            "--pgdata",
            data,
            "--auth=trust",
            "--username=tester",
            "--encoding=UTF8",
        ]
        subprocess.run(
            [*initdb, "--locale=C.UTF-8"], check=True, capture_output=True, cwd=folder, **as_account
        )
        settings = ["listen_addresses=", f"unix_socket_directories={folder}", *options]
        command = [
            programs / "postgres",
            "-D",
            data,
            *(part for setting in settings for part in ("-c", setting)),
        ]
        url = f"postgresql://tester@/postgres?host={folder}"
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(command, stdout=log, stderr=log, cwd=folder, **as_account)
        try:
            _wait_for(url, server)
            yield url
        finally:
            server.terminate()
            server.wait(_PATIENCE_SECONDS)


def _find_programs() -> Path:
    """The folder with ``initdb`` and ``postgres``, newest version first."""
    found = _installed_programs()
    if found is None and debian.may_install():
        debian.install("postgresql")
        found = _installed_programs()
    if found is None:
        raise NoServer("no PostgreSQL server on this machine, and not root to install Debian's package")
    return found


def _installed_programs() -> Path | None:
    folders = sorted(_DEBIAN.glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], check=False, capture_output=True, text=True)
        folders.append(Path(answer.stdout.strip()))
    if initdb := shutil.which("initdb"):
        folders.append(Path(initdb).parent)
    return next(
        (path for path in folders if (path / "initdb").exists() and (path / "postgres").exists()), None
    )


def _account() -> pwd.struct_passwd | None:
    """Whom the server runs as when we are root."""
    if os.name != "posix" or os.geteuid() != 0:
        return None
    import pwd

    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
