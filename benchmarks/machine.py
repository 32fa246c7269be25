"""What the measurements were made on."""

from __future__ import annotations

import os
import platform
import sqlite3
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import psutil

_PACKAGES = ("socialmap", "numpy", "numba", "SQLAlchemy", "psycopg", "tantivy", "rapidfuzz")


def describe_machine() -> str:
    """Processor, memory and versions, as lines of Markdown."""
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    busy = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    memory_gb = psutil.virtual_memory().total / 1e9
    return "\n".join(
        (
            f"- Processor: {_processor()}, {os.cpu_count()} cores; memory {memory_gb:.0f} GB.",
            f"- Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}.",
            f"- Load average at the start: {busy}.",
        )
    )


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(not installed)"
