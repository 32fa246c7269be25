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
    """Everything measured at one size. ``ids_only``: the best without explaining, as the peers answer."""

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
    yield "Ratio: how many times as long as socialmap the other engine takes for the same questions, in turn."
    yield ""
    yield (
        "| engine | best 5 as ids | same best | ours as ids, in turn | **ratio, ids only** "
        "| ours explained, in turn | **ratio, ours with the whole explanation** |"
    )
    yield "|---|---|---|---|---|---|---|"
    for result in size.results:
        yield (
            f"| {result.name} | {_ms(result.theirs)} | {result.same:.2f} "
            f"| {_ms(result.ids)} | **{_ratios(result.theirs, result.ids)}** "
            f"| {_ms(result.explained)} | **{_ratios(result.theirs, result.explained)}** |"
        )
    for name, reason in size.missing.items():
        yield f"| {name} | *missing: {reason}* | | | | | |"
    yield ""
    yield "| engine | load, s | insert → findable | ratio p50 |"
    yield "|---|---|---|---|"
    yield f"| **socialmap** | {size.build_seconds:.1f} | {_ms(size.saved)} | 1 |"
    for result in size.results:
        yield (
            f"| {result.name} | {result.load_seconds:.1f} | {_ms(result.insert)} "
            f"| {_ratio(result.insert.p50, size.saved.p50)} |"
        )
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


def _ratios(theirs: Latencies, ours: Latencies) -> str:
    return f"{_ratio(theirs.p50, ours.p50)} / {_ratio(theirs.p95, ours.p95)}"


def _ratio(theirs: float, ours: float) -> str:
    ratio = theirs / ours
    return f"{ratio:.0f}×" if ratio >= 10 else f"{ratio:.1f}×"


def _number(value: float) -> str:
    return f"{value:,.0f}".replace(",", ".")
