"""``python -m benchmarks``: one page on standard output, with ``--write`` also in a RESULTS file."""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import doubles, fresh_process, importing, together, walking, words, workspace
from benchmarks.contest import best_ids, compare, explain
from benchmarks.machine import describe_machine
from benchmarks.peer import Missing, Peer
from benchmarks.postgis_peer import PostGISPeer
from benchmarks.questions import help_request, make_questions
from benchmarks.report import SizeReport, page
from benchmarks.sqlite_peer import SQLitePeer
from benchmarks.tantivy_peer import TantivyPeer
from benchmarks.timing import in_turn
from socialmap.demo.town import STORY_DATE
from socialmap.search.index import OfferIndex
from socialmap.search.question import Question

PEERS: dict[str, Callable[[Path, OfferIndex], Peer]] = {
    "sqlite": lambda folder, _: SQLitePeer(folder),
    "postgis": lambda _, index: PostGISPeer(
        tuple(index.vocabulary.themes[theme].label for theme in index.order.themes)
    ),
    "tantivy": lambda folder, _: TantivyPeer(folder),
}
SHOWN, MANY = 5, 20
_SAVES = 50
_RESULTS = Path(__file__).with_name("RESULTS.md")


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = _parser().parse_args(arguments)
    machine, on = describe_machine(), datetime.now(UTC).date().isoformat()
    if chosen.together:
        text = together.page(on, chosen.small or together.BESIDE_PLAIN, chosen.questions or together.SIZES)
        return _tell_page(text, together.RESULTS, keep=chosen.write)
    if chosen.words:
        return _tell_page(words.page(on, chosen.sentences), words.RESULTS, keep=chosen.write)
    if chosen.walking:
        text = walking.page(on, chosen.points)
        return _tell_page(text, walking.RESULTS, keep=chosen.write)
    if chosen.imports:
        text = importing.page(on, chosen.rows or importing.SIZES)
        return _tell_page(text, importing.RESULTS, keep=chosen.write)
    if chosen.doubles:
        text = doubles.page(on, chosen.listings or doubles.SIZES)
        return _tell_page(text, doubles.RESULTS, keep=chosen.write)
    sizes = [_measure(size, chosen.queries, chosen.peers) for size in chosen.sizes]
    return _tell_page(page(machine, on, sizes), _RESULTS, keep=chosen.write)


def _tell_page(text: str, path: Path, *, keep: bool) -> int:
    print(text)
    if keep:
        path.write_text(text, encoding="utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=[10_000, 300_000], help="10000,300000")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--peers", type=_names, default=list(PEERS), help=",".join(PEERS))
    parser.add_argument(
        "--together", action="store_true", help="bundling, signals and white spots, at many questions"
    )
    parser.add_argument("--words", action="store_true", help="what is heard in people's own words")
    parser.add_argument("--sentences", type=int, default=0, help="with --words: so many of each kind")
    parser.add_argument("--imports", action="store_true", help="reading in a list, beside sqlite-utils")
    parser.add_argument("--rows", type=_numbers, default=[], help="with --imports: 1000,10000")
    parser.add_argument("--questions", type=_numbers, default=[], help="with --together: 100000")
    parser.add_argument(
        "--small", type=_numbers, default=[], help="with --together: 2000,10000, also in plain loops"
    )
    parser.add_argument("--walking", action="store_true", help="from one start over the streets of a town")
    parser.add_argument("--points", type=int, default=walking.POINTS, help="with --walking: 100000")
    parser.add_argument("--doubles", action="store_true", help="what stands twice on the map")
    parser.add_argument("--listings", type=_numbers, default=[], help="with --doubles: 2500,10000,40000")
    parser.add_argument("--write", action="store_true", help="also replace the page in benchmarks")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def _names(text: str) -> list[str]:
    names = [part for part in text.split(",") if part]
    if not set(names) <= set(PEERS):
        raise argparse.ArgumentTypeError(f"choose from {', '.join(PEERS)}")
    return names


def _measure(size: int, queries: int, peers: Sequence[str]) -> SizeReport:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _tell(f"{size} initiatives: filling a folder")
        with workspace.filled_workspace(folder / "town", size) as (opened, filled):
            index = opened.projections.current().offers
            questions = make_questions(index, queries)
            file = folder / "offers.index"
            index.save(file, "benchmark")
            _tell("our own times")
            ids_only, *explained = _our_times(index, questions)
            saved, saved_and_found = workspace.save_latencies(opened, _SAVES)
            report = SizeReport(
                initiatives=size,
                questions=queries,
                filled=filled,
                build_seconds=workspace.build_seconds(opened),
                loading=fresh_process.measure(file),
                file_mb=file.stat().st_size / 1e6,
                explained=dict(zip((SHOWN, MANY), explained, strict=True)),
                ids_only=ids_only,
                put=workspace.put_latencies(opened, _SAVES),
                saved=saved,
                saved_and_found=saved_and_found,
                whole_action=workspace.help_latencies(opened, [help_request(each) for each in questions]),
                poll=workspace.poll_latencies(opened, queries),
            )
            for peer in peers:
                _tell(peer)
                _compare(peer, folder, index, questions, report)
    return report


def _our_times(index: OfferIndex, questions: Sequence[Question]):
    gc.collect()
    return in_turn(
        {
            "ids": lambda question: best_ids(index, question, STORY_DATE, SHOWN),
            "shown": lambda question: explain(index, question, STORY_DATE, SHOWN),
            "many": lambda question: explain(index, question, STORY_DATE, MANY),
        },
        questions,
    ).values()


def _compare(
    name: str, folder: Path, index: OfferIndex, questions: Sequence[Question], report: SizeReport
) -> None:
    gc.collect()
    try:
        peer = PEERS[name](folder, index)
    except Missing as problem:
        report.missing[name] = str(problem)
        return
    try:
        report.results.append(compare(peer, index, questions, STORY_DATE, SHOWN))
    finally:
        peer.close()


def _tell(text: str) -> None:
    print(f"… {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
