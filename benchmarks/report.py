"""One page of results."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.contest import Result
from benchmarks.fresh_process import Loading
from benchmarks.timing import Latencies
from benchmarks.workspace import Filled


@dataclass(slots=True)
class SizeReport:
    """Everything measured at one size. ``ids_only``: finding without explaining, as the peers do."""

    initiatives: int
    questions: int
    filled: Filled
    build_seconds: float
    loading: Loading
    file_mb: float
    explained: dict[int, Latencies]
    ids_only: Latencies
    put: Latencies
    saved: Latencies
    saved_and_found: Latencies
    whole_action: Latencies
    poll: Latencies
    results: list[Result] = field(default_factory=list)
    missing: dict[str, str] = field(default_factory=dict)


def page(machine: str, on: str, sizes: Sequence[SizeReport]) -> str:
    """The page as Markdown."""
    lines = [
        "# Results",
        "",
        f"Measured on {on} with `python -m benchmarks`; what and how is in [README.md](README.md).",
        "The ratios are the claim; the milliseconds belong to this machine on that day.",
        "",
        machine,
    ]
    for size in sizes:
        lines += ["", *_size(size)]
    return "\n".join(lines) + "\n"


def _size(size: SizeReport) -> Iterable[str]:
    yield f"## {_number(size.initiatives)} initiatives"
    yield ""
    yield f"{size.questions} questions; times in milliseconds, p50 / p95."
    yield ""
    yield (
        "| engine | search | ours in turn | ratio p50 | ratio p95 | same best "
        "| insert → findable | ratio p50 | load, s |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    first = next(iter(size.explained.values()))
    yield (
        f"| **socialmap**, explained | {_ms(first)} | | 1 | 1 | 1.00 | {_ms(size.saved)} | 1 "
        f"| {size.build_seconds:.1f} |"
    )
    for result in size.results:
        yield (
            f"| {result.name} | {_ms(result.theirs)} | {_ms(result.ours)} "
            f"| **{_ratio(result.theirs.p50, result.ours.p50)}** "
            f"| **{_ratio(result.theirs.p95, result.ours.p95)}** | {result.same:.2f} | {_ms(result.insert)} "
            f"| {_ratio(result.insert.p50, size.saved.p50)} | {result.load_seconds:.1f} |"
        )
    for name, reason in size.missing.items():
        yield f"| {name} | *missing: {reason}* | | | | | | | |"
    yield ""
    yield from _ours(size)
    for result in size.results:
        yield ""
        yield f"{result.description}. Quickest plan: {result.plan}. All plans tried:"
        yield "; ".join(f"{plan} {_ms(taken)}" for plan, taken in result.tried.items()) + "."


def _ours(size: SizeReport) -> Iterable[str]:
    filled = size.filled
    yield "| socialmap itself | |"
    yield "|---|---|"
    for limit, taken in size.explained.items():
        yield f"| best {limit} with reasons, and 25 that do not fit with reasons | {_ms(taken)} ms |"
    yield f"| best ids only, as the peers answer | {_ms(size.ids_only)} ms |"
    yield (
        f"| whole action `find_help`: journal asked for changes, search, sentences, five from the journal | "
        f"{_ms(size.whole_action)} ms |"
    )
    yield f"| of which asking the journal for changes | {_ms(size.poll)} ms |"
    yield f"| `OfferIndex.put` alone | {_ms(size.put)} ms |"
    yield f"| `Catalogue.save` → on disk and in the index | {_ms(size.saved)} ms |"
    yield f"| `Catalogue.save` → found by the very next `find_help` | {_ms(size.saved_and_found)} ms |"
    rate = filled.entities / filled.save_seconds
    saved = f"{filled.save_seconds:.1f} s, {_number(rate)} a second"
    yield f"| import: {_number(filled.entities)} entities saved | {saved} |"
    yield f"| all pictures from the journal (first start) | {filled.open_seconds:.1f} s |"
    yield f"| index built from initiatives in memory | {size.build_seconds:.1f} s |"
    yield f"| index file of {size.file_mb:.0f} MB read in a new process | {size.loading.load_ms:.0f} ms |"
    yield f"| memory of the index | {size.loading.memory_mb:.0f} MB |"


def _ms(taken: Latencies) -> str:
    return f"{_short(taken.p50)} / {_short(taken.p95)}"


def _short(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.0f}"


def _ratio(theirs: float, ours: float) -> str:
    ratio = theirs / ours
    return f"{ratio:.0f}×" if ratio >= 10 else f"{ratio:.1f}×"


def _number(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
