"""``python -m benchmarks --words``: what is heard in sentences of families that nothing was learned from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from benchmarks.hearing import Hear, Heard, Postgres, Tantivy, all_texts, ours, thesaurus_texts
from benchmarks.machine import describe_machine
from benchmarks.peer import Missing
from benchmarks.timing import in_turn
from socialmap.language.files import language_folder
from socialmap.language.sayings import Safety, Saying, Split, safety_sayings, theme_sayings
from socialmap.ontology.thesaurus import load_vocabulary

RESULTS = Path(__file__).with_name("RESULTS_WORDS.md")
_TIMED = 400
_VOICES = ("bewoner", "werker", "kort")


def page(on: str, most: int = 0) -> str:
    """The page as Markdown; ``most`` sentences of each kind, evenly taken, to try it out (0: all)."""
    vocabulary, folder = load_vocabulary(), language_folder()
    themes = _some(_tested(theme_sayings(folder)), most)
    safety = {kind: _some(_tested(safety_sayings(folder, kind)), most) for kind in Safety}
    acute = {theme_id for theme_id, theme in vocabulary.themes.items() if theme.acute}
    lines = [
        "# Results: words",
        "",
        f"Measured on {on} with `python -m benchmarks --words`; how is in [README.md](README.md).",
        "",
        describe_machine(),
        "",
        f"{len(themes)} sentences about 80 themes, {len(safety[Safety.ACUTE])} of danger, "
        f"{len(safety[Safety.LOOK_ALIKE])} that only look like it, "
        f"{len(safety[Safety.NOTHING])} that say nothing: of families of wording that "
        "nothing was learned from or chosen on.",
        "",
    ]
    with ExitStack() as closing:
        methods, missing = _methods(closing)
        lines += _table(methods, themes, safety, acute)
        lines += ["", "## Danger, by kind", "", *_by_kind(methods, safety)]
        lines += ["", *(f"Not measured: {name} ({why})." for name, why in missing.items())]
    return "\n".join(lines).rstrip() + "\n"


def _methods(closing: ExitStack) -> tuple[Mapping[str, Hear], Mapping[str, str]]:
    vocabulary = load_vocabulary()
    few, all_of_it = thesaurus_texts(vocabulary), all_texts(vocabulary)
    peers: Mapping[str, Callable[[], Hear]] = {
        "PostgreSQL tsvector('dutch'), thesaurus": lambda: Postgres(few, closing),
        "PostgreSQL tsvector('dutch'), all that ours learned from": lambda: Postgres(all_of_it, closing),
        "tantivy Dutch stems, thesaurus": lambda: Tantivy(few),
        "tantivy Dutch stems, all that ours learned from": lambda: Tantivy(all_of_it),
    }
    methods, missing = ours(vocabulary), {}
    for name, begin in peers.items():
        try:
            methods[name] = begin()
        except Missing as problem:
            missing[name] = str(problem)
    return methods, missing


def _tested(sayings: Iterator[Saying]) -> list[Saying]:
    return [saying for saying in sayings if saying.split is Split.TEST]


def _some(sayings: list[Saying], most: int) -> list[Saying]:
    return sayings[:: max(1, len(sayings) // most)] if most else sayings


def _by_kind(methods: Mapping[str, Hear], safety: Mapping[Safety, Sequence[Saying]]) -> Iterator[str]:
    """Of each kind of danger how much is heard, and how often what only looks like it calls the card."""
    kinds = sorted({saying.voice for saying in safety[Safety.ACUTE]})
    yield "| heard / false alarm | " + " | ".join(kinds) + " |"
    yield "|---|" + "---|" * len(kinds)
    for name, hear in methods.items():
        cells = [
            " / ".join(
                _share(hear(s.sentence).acute for s in safety[which] if s.voice == kind)
                for which in (Safety.ACUTE, Safety.LOOK_ALIKE)
            )
            for kind in kinds
        ]
        if any(not cell.startswith("0.0%") for cell in cells):  # most methods never listen for danger
            yield f"| {name} | " + " | ".join(cells) + " |"


def _table(
    methods: Mapping[str, Hear],
    themes: Sequence[Saying],
    safety: Mapping[Safety, Sequence[Saying]],
    acute_themes: set[str],
) -> Iterator[str]:
    yield (
        "| | first | in three | in three, the very theme | "
        + " | ".join(f"{voice}, in three" for voice in _VOICES)
        + " | danger heard | false alarm, look-alike | false alarm, other | knows that it does not know "
        "| p50 ms | p95 ms |"
    )
    yield "|---|" + "---|" * (9 + len(_VOICES))
    timed = [saying.sentence for saying in themes[:: max(1, len(themes) // _TIMED)]]
    times = in_turn(methods, timed)
    for name, hear in methods.items():
        heard = [(saying, hear(saying.sentence)) for saying in themes]
        cells = [
            _share(_right(saying, given, most=1) for saying, given in heard),
            _share(_right(saying, given) for saying, given in heard),
            _share(saying.about in given.themes for saying, given in heard),
            *(_share(_right(s, given) for s, given in heard if s.voice == voice) for voice in _VOICES),
            _share(hear(saying.sentence).acute for saying in safety[Safety.ACUTE]),
            _share(hear(saying.sentence).acute for saying in safety[Safety.LOOK_ALIKE]),
            _share(given.acute for saying, given in heard if saying.about not in acute_themes),
            _share(not hear(saying.sentence).themes for saying in safety[Safety.NOTHING]),
            f"{times[name].p50:.2f}",
            f"{times[name].p95:.2f}",
        ]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _right(saying: Saying, given: Heard, most: int = 3) -> bool:
    """Whether the theme it was written for, or one that fits as well, is among the first."""
    return not {saying.about, *saying.also}.isdisjoint(given.themes[:most])


def _share(said: Iterator[bool]) -> str:
    told = list(said)
    return f"{100 * sum(told) / len(told):.1f}%" if told else "–"
