"""``python -m benchmarks --together``: the computations of working together, at many open questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks import bundling, patterns, white_spots
from benchmarks.machine import describe_machine

RESULTS = Path(__file__).with_name("RESULTS_TOGETHER.md")
SIZES = (100_000,)
BESIDE_PLAIN = (2_000, 10_000)
"""What plain loops over every pair can still do."""

Section = Callable[[Sequence[int], Sequence[int]], Iterable[str]]
SECTIONS: tuple[Section, ...] = (bundling.section, patterns.section, white_spots.section)
"""Each gives the lines of one part of the page, for the small and the large numbers of open questions."""


def page(on: str, small: Sequence[int], large: Sequence[int]) -> str:
    """The page as Markdown."""
    lines = [
        "# Results: working together",
        "",
        f"Measured on {on} with `python -m benchmarks --together`; how is in [README.md](README.md).",
        "The ratios and the growth are the claim; the seconds belong to this machine on that day.",
        "",
        describe_machine(),
    ]
    for section in SECTIONS:
        lines += ["", *section(small, large)]
    return "\n".join(lines) + "\n"
