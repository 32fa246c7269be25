"""``python -m benchmarks --words``: what is heard in sentences that nothing was learned from."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.hearing import Hear, Heard, Postgres, Tantivy, all_texts, ours, remembering, thesaurus_texts
from benchmarks.machine import describe_machine
from benchmarks.peer import Missing
from benchmarks.timing import in_turn
from socialmap.language.files import language_folder
from socialmap.language.opening import load_learned
from socialmap.language.sayings import Safety, Saying, Split, exam, safety_sayings, theme_sayings
from socialmap.model.values import ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.hints import hints_in

RESULTS = Path(__file__).with_name("RESULTS_WORDS.md")
_TIMED = 400
_VOICES = ("bewoner", "werker", "kort")


@dataclass(frozen=True, slots=True)
class _Set:
    """Sentences that nothing was learned from or chosen on."""

    title: str
    told: str
    themes: Sequence[Saying]
    safety: Mapping[Safety, Sequence[Saying]]

    @property
    def sentences(self) -> Iterator[str]:
        for saying in (*self.themes, *(each for said in self.safety.values() for each in said)):
            yield saying.sentence


def page(on: str, most: int = 0) -> str:
    """The page as Markdown; ``most`` sentences of each kind, evenly taken, to try it out (0: all)."""
    vocabulary = load_vocabulary()
    sets = _sets(most)
    taken = f" --sentences {most}" if most else ""
    lines = [
        "# Results: words",
        "",
        f"Measured on {on} with `python -m benchmarks --words{taken}`; how is in [README.md](README.md).",
        "",
        describe_machine(),
    ]
    learned = load_learned()
    with ExitStack() as closing:
        peers, missing = _peers(vocabulary, closing)
        at_hand = remembering(learned, [text for each in sets for text in each.sentences])
        methods = {name: cache(hear) for name, hear in (ours(vocabulary, at_hand) | peers).items()}
        for each in sets:
            counted = ", ".join(f"{len(said)} {_COUNTED[kind]}" for kind, said in each.safety.items())
            lines += ["", f"## {each.title}", "", each.told, ""]
            lines += [f"{len(each.themes)} sentences about the themes, {counted}.", ""]
            lines += _table(methods, each.themes, each.safety, vocabulary.acute_themes)
        _, plain, _ = sets
        lines += ["", "## Danger said plainly, by kind", "", *_by_kind(methods, plain.safety)]
        timed = _some([*sets[0].themes], _TIMED)
        lines += [
            "",
            "## Time for one sentence, one core",
            "",
            *_times(ours(vocabulary, learned) | _besides(vocabulary) | peers, timed),
        ]
    lines += ["", *(f"Not measured: {name} ({why})." for name, why in missing.items())]
    return "\n".join(lines).rstrip() + "\n"


_COUNTED = {
    Safety.ACUTE: "of danger",
    Safety.LOOK_ALIKE: "that only use words of danger",
    Safety.NOTHING: "that say nothing",
}


def _sets(most: int) -> list[_Set]:
    folder = language_folder()
    foreign = [*exam(folder)]
    tested = [saying for saying in theme_sayings(folder) if saying.split is Split.TEST]
    safety = {
        kind: [saying for saying in safety_sayings(folder, kind) if saying.split is Split.TEST]
        for kind in Safety
    }

    def part(plain: bool) -> tuple[list[Saying], dict[Safety, Sequence[Saying]]]:
        return (
            _some([saying for saying in tested if saying.plain is plain], most),
            {
                kind: _some([each for each in said if each.plain is plain], most)
                for kind, said in safety.items()
            },
        )

    kinds = {str(kind) for kind in Safety}
    return [
        _Set(
            "Exams",
            "By people who saw none of our sentences: as said at an intake or typed in a hurry, with few "
            "literal labels. Five are about the themes, danger and nothing, two about danger alone; one "
            "holds short sentences as they are typed in a search box.",
            _some([each for each in foreign if each.about not in kinds], most),
            {kind: _some([each for each in foreign if each.about == kind], most) for kind in Safety},
        ),
        _Set("Said plainly", "Families of wording kept apart, of the ordinary way to say it.", *part(True)),
        _Set(
            "Said in a roundabout way", "Families kept apart, of images, shame and half a word.", *part(False)
        ),
    ]


def _peers(vocabulary: Vocabulary, closing: ExitStack) -> tuple[dict[str, Hear], Mapping[str, str]]:
    """Those that can be measured, and why the others cannot."""
    few, all_of_it = thesaurus_texts(vocabulary), all_texts(vocabulary)
    peers: Mapping[str, Callable[[], Hear]] = {
        "PostgreSQL tsvector('dutch'), thesaurus": lambda: Postgres(few, closing),
        "PostgreSQL tsvector('dutch'), all that ours learned from": lambda: Postgres(all_of_it, closing),
        "tantivy Dutch stems, thesaurus": lambda: Tantivy(few),
        "tantivy Dutch stems, all that ours learned from": lambda: Tantivy(all_of_it),
    }
    methods, missing = dict[str, Hear](), dict[str, str]()
    for name, begin in peers.items():
        try:
            methods[name] = begin()
        except Missing as problem:
            missing[name] = str(problem)
    return methods, missing


def _besides(vocabulary: Vocabulary) -> dict[str, Callable[[str], object]]:
    """What else is heard in the same sentence, timed only."""
    return {"besides: age, days, thresholds ...": lambda text: hints_in(text, vocabulary.languages)}


def _times(methods: Mapping[str, Callable[[str], object]], timed: Sequence[Saying]) -> Iterator[str]:
    yield "| | p50 ms | p95 ms |"
    yield "|---|---|---|"
    for name, time in in_turn(methods, [saying.sentence for saying in timed]).items():
        yield f"| {name} | {time.p50:.2f} | {time.p95:.2f} |"


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
    acute_themes: frozenset[ThemeId],
) -> Iterator[str]:
    voices = [voice for voice in _VOICES if any(saying.voice == voice for saying in themes)]
    fresh = [saying.after_the_rules for saying in safety[Safety.ACUTE]]
    columns = [
        "first",
        "in three",
        "in three, the very theme",
        *(f"{voice}, in three" for voice in voices),
        "danger heard",
        *(["of after the rules"] if any(fresh) else []),
        "danger heard or asked about",
        *(f"false alarm, {which}" for which in ("look-alike", "other", "all")),
        *(f"{which}, alarmed or asked" for which in ("look-alike", "other")),
        "knows that it does not know",
    ]
    yield "| | " + " | ".join(columns) + " |"
    yield "|---|" + "---|" * len(columns)
    for name, hear in methods.items():
        heard = [(saying, hear(saying.sentence)) for saying in themes]
        danger = [hear(saying.sentence) for saying in safety[Safety.ACUTE]]
        look_alike = [hear(saying.sentence) for saying in safety[Safety.LOOK_ALIKE]]
        other = [given for saying, given in heard if saying.about not in acute_themes]
        nothing = [hear(saying.sentence) for saying in safety[Safety.NOTHING]]
        cells = [
            _share(_right(saying, given, most=1) for saying, given in heard),
            _share(_right(saying, given) for saying, given in heard),
            _share(saying.about in given.themes for saying, given in heard),
            *(_share(_right(s, given) for s, given in heard if s.voice == voice) for voice in voices),
            _share(given.acute for given in danger),
            *([_share(given.acute for given in itertools.compress(danger, fresh))] if any(fresh) else []),
            _share(given.alert for given in danger),
            _share(given.acute for given in look_alike),
            _share(given.acute for given in other),
            _share(given.acute for given in (*look_alike, *other, *nothing)),
            _share(given.alert for given in look_alike),
            _share(given.alert for given in other),
            _share(not given.themes for given in nothing),
        ]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _right(saying: Saying, given: Heard, most: int = 3) -> bool:
    """Whether the theme it was written for, or one that fits as well, is among the first."""
    return not {saying.about, *saying.also}.isdisjoint(given.themes[:most])


def _share(said: Iterator[bool]) -> str:
    told = list(said)
    return f"{100 * sum(told) / len(told):.1f}%" if told else "–"
