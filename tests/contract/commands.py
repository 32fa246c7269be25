"""Runs commands of socialmap, in a process of their own or, where that proves as much, in this one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.town import TODAY

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("SOCIALMAP_")} | {
    "PYTHONPATH": str(ROOT),
    "SOCIALMAP_TODAY": TODAY.isoformat(),
}
SEARCH = (
    *("search", "hele dag alleen", "--near", "Lindestraat 3", "--mobility", "slecht_ter_been"),
    *("--daypart", "di-middag", "--daypart", "do-ochtend", "--language", "nl", "--age", "78"),
    *("--threshold", "durft_niet_alleen", "--threshold", "geen_geld"),
)


def in_process(
    *arguments, program=("-m", "socialmap"), stdin=b"", env=None, cwd=None, stdout=subprocess.PIPE
):
    """A finished process; what it said is text."""
    done = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        env=ENVIRONMENT | (env or {}),
        cwd=cwd or ROOT,
        timeout=120,
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
        **({"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}),
    )
    done.stdout = (done.stdout or b"").decode("utf-8")
    done.stderr = done.stderr.decode("utf-8")
    assert "Traceback" not in done.stderr, done.stderr
    return done


def answered(*arguments, **options):
    """What a command says that succeeds."""
    done = in_process(*arguments, **options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(code, *arguments, **options):
    """What a command says that fails with ``code``: a sentence and what to do about it."""
    done = in_process(*arguments, **options)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    return sentence_and_remedy(done.stderr)


def sentence_and_remedy(told):
    sentence, *remedy = told.splitlines()
    assert sentence.endswith(".")
    assert remedy
    return told
