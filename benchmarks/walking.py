"""``python -m benchmarks --walking``: from one start to every point of a town's streets within reach."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import networkx
import numpy as np
from numpy.typing import NDArray

from benchmarks.growth import whole_number
from benchmarks.machine import describe_machine
from benchmarks.timing import Latencies, in_turn, timed
from socialmap.geo.footways import Destinations, Whole
from socialmap.geo.network_file import StoredStreets, read_streets_file, write_streets
from socialmap.geo.shortest import NOT_REACHED, shortest_mm
from socialmap.geo.street_network import StreetNetwork, Ways
from socialmap.geo.walking import ON_FOOT

RESULTS = Path(__file__).with_name("RESULTS_WALKING.md")
POINTS = 100_000
REACHES_M = (1_000, 2_000, 4_000)
_STARTS, _PLACES = 40, 2_000
_BLOCK_MM, _SHIFT_MM = 100_000, 30_000
_KEPT = 0.75
"""Of the streets between crossings; without the others blocks differ in size, and there are dead ends."""
_POINTS_PER_CROSSING = 6
_CORNER_MM = (190_000_000, 490_000_000)

Reached = dict[int, int]
"""Millimetres by point."""
Search = Callable[[int, int], object]
"""From a point, as many millimetres: what an engine gives back by itself."""


def page(on: str, points: int = POINTS) -> str:
    """The page as Markdown."""
    ways = drawn_town(points)
    prepared, network = timed(lambda: StreetNetwork.prepare(ways))
    random = np.random.default_rng(2)
    places_mm, starts_mm = (_beside_streets(network, random, count) for count in (_PLACES, _STARTS))
    lines = [
        "# Results: walking",
        "",
        f"Measured on {on} with `python -m benchmarks --walking`; how is in [README.md](README.md).",
        "The ratios are the claim; the milliseconds belong to this machine on that day.",
        "",
        describe_machine(),
        "",
        f"## {whole_number(len(network))} points of streets",
        "",
        f"{whole_number(len(network.to) // 2)} pieces; {_STARTS} starts in turn, milliseconds, p50 / p95. "
        "Everybody finds the same points at the same distance.",
        "",
        *_beside_peers(network, network.attach(starts_mm).node.tolist()),
        "",
        *_ours(network, places_mm, starts_mm, prepared),
    ]
    return "\n".join(lines) + "\n"


def drawn_town(points: int) -> Ways:
    """A grid of crossings, each moved a little, that has about so many points once it is prepared."""
    side = round((points / _POINTS_PER_CROSSING) ** 0.5)
    random = np.random.default_rng(1)
    x, y = np.meshgrid(np.arange(side), np.arange(side))
    at_mm = np.column_stack((x.ravel(), y.ravel())) * _BLOCK_MM + np.array(_CORNER_MM)
    at_mm += random.integers(-_SHIFT_MM, _SHIFT_MM, at_mm.shape)
    number = np.arange(side * side).reshape(side, side)
    pairs = [(number[:, :-1], number[:, 1:]), (number[:-1], number[1:])]
    ends = np.concatenate([np.column_stack((here.ravel(), there.ravel())) for here, there in pairs])
    ends = ends[random.random(len(ends)) < _KEPT]
    return Ways(at_mm.astype(np.int64), ends.astype(np.int64), np.zeros(len(ends), np.bool_))


def _beside_streets(network: StreetNetwork, random: np.random.Generator, count: int) -> Whole:
    chosen = network.at_mm[random.choice(network.joins, count)].astype(np.int64)
    return chosen + random.integers(-10_000, 10_000, chosen.shape)


def _beside_peers(network: StreetNetwork, starts: list[int]) -> Iterable[str]:
    engines, missing = _engines(network)
    yield "| within | engine | theirs | socialmap, in turn | **ratio** |"
    yield "|---|---|---|---|---|"
    for reach_m in REACHES_M:
        limit_mm = reach_m * 1000
        for name, (search, as_reached) in engines.items():
            start = starts[0]
            assert as_reached(search(start, limit_mm)) == _reached(_search(network)(start, limit_mm)), name
            taken = in_turn(
                {
                    "theirs": lambda point, search=search, limit_mm=limit_mm: search(point, limit_mm),
                    "ours": lambda point, limit_mm=limit_mm: _search(network)(point, limit_mm),
                },
                starts,
            )
            theirs, ours = taken["theirs"], taken["ours"]
            yield (
                f"| {whole_number(reach_m)} m | {name} | {_ms(theirs)} | {_ms(ours)} "
                f"| **{theirs.p50 / ours.p50:.1f}×** |"
            )
    for name in missing:
        yield f"| | {name} | *missing: the package is not installed* | | |"


def _search(network: StreetNetwork) -> Callable[[int, int], NDArray[np.int32]]:
    pieces = network.pieces
    return lambda start, limit_mm: shortest_mm(pieces, start, limit_mm)


def _reached(found_mm: NDArray[np.int32]) -> Reached:
    points = np.flatnonzero(found_mm != NOT_REACHED)
    return dict(zip(points.tolist(), found_mm[points].tolist(), strict=True))


Engine = tuple[Search, Callable[..., Reached]]


def _engines(network: StreetNetwork) -> tuple[Mapping[str, Engine], list[str]]:
    """Those that are installed, and the names of those that are not."""
    makers = {"networkx": _networkx, "rustworkx": _rustworkx}
    found: dict[str, Engine] = {}
    missing = []
    for name, make in makers.items():
        try:
            found[name] = make(network)
        except ImportError:
            missing.append(name)
    return found, missing


def _pieces(network: StreetNetwork) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
    here = np.repeat(np.arange(len(network)), np.diff(network.first))
    once = here < network.to
    return here[once], network.to[once], network.length_mm[once]


def _networkx(network: StreetNetwork) -> Engine:
    graph = networkx.Graph()
    graph.add_nodes_from(range(len(network)))
    graph.add_weighted_edges_from(zip(*(each.tolist() for each in _pieces(network)), strict=True))

    def search(start: int, limit_mm: int) -> Reached:
        found: Reached = networkx.single_source_dijkstra_path_length(graph, start, cutoff=limit_mm)
        return found

    return search, dict


def _rustworkx(network: StreetNetwork) -> Engine:
    """It knows no limit, so it always looks at the whole town; what is too far is left out afterwards."""
    import rustworkx

    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(len(network)))
    graph.add_edges_from(list(zip(*(each.tolist() for each in _pieces(network)), strict=True)))

    def search(start: int, limit_mm: int) -> tuple[int, object, int]:
        return start, rustworkx.dijkstra_shortest_path_lengths(graph, start, float), limit_mm

    def as_reached(found: tuple[int, Mapping[int, float], int]) -> Reached:
        start, lengths, limit_mm = found
        return {start: 0} | {point: int(mm) for point, mm in lengths.items() if mm <= limit_mm}

    return search, as_reached


def _ours(network: StreetNetwork, places_mm: Whole, starts_mm: Whole, prepared: float) -> Iterable[str]:
    attached, places = timed(lambda: Destinations(network, places_mm))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "streets.npz"
        written, _ = timed(lambda: write_streets(path, StoredStreets(network, "", "")))
        read, _ = timed(lambda: read_streets_file(path))
        megabytes = path.stat().st_size / 1_000_000
    yield "| socialmap itself | |"
    yield "|---|---|"
    for reach_m in REACHES_M:
        whole = {"": lambda row, reach_m=reach_m: places.from_start(starts_mm[row], ON_FOOT, reach_m)}
        taken = in_turn(whole, range(len(starts_mm)))[""]
        yield (
            f"| from a door to {whole_number(len(places_mm))} places, at least {whole_number(reach_m)} m "
            f"| {_ms(taken)} ms |"
        )
    yield f"| prepared from drawn ways | {prepared:.2f} s |"
    yield f"| {whole_number(len(places_mm))} places joined to the streets | {attached:.2f} s |"
    yield f"| file of {megabytes:.1f} MB written / read | {written:.2f} s / {read:.2f} s |"


def _ms(taken: Latencies) -> str:
    return f"{taken.p50:.2f} / {taken.p95:.2f}"
