"""Everything a browser loads besides Streamlit itself: own scripts and styles, fetched libraries, marks."""

from __future__ import annotations

from pathlib import Path

OWN_FOLDER = Path(__file__).parent / "own"
VENDOR_FOLDER = Path(__file__).parent / "vendor"
