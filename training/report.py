"""What the finder hears of families that it did not learn from, and what it still mishears."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from socialmap.language.sayings import Safety
from socialmap.model.values import ThemeId
from training.corpus import Corpus
from training.settings import HeldOut, Settings

_SHOWN = 6


def report(corpus: Corpus, heard: HeldOut, settings: Settings, acute_themes: frozenset[ThemeId]) -> str:
    """As text: how often right per voice, silence, danger; then per theme what is missed."""
    return "\n".join(
        [
            "# Families to settle on: nothing was learned from them",
            "",
            str(settings),
            *_danger(corpus, heard, settings, acute_themes),
            *_themes(corpus, heard, settings),
        ]
    )


def _themes(corpus: Corpus, heard: HeldOut, settings: Settings) -> Iterator[str]:
    mixed = heard.mixed(settings.shares)
    silent = heard.listened.silent(settings.silence, mixed, heard.pointed, heard.lengths)
    known = ~silent | (heard.named.max(1) > 0)
    order = np.argsort(-mixed[:, :-1], axis=1)[:, :3]
    written_for = (order == heard.classes[:, None]).any(1)
    right = np.take_along_axis(corpus.acceptable(heard.rows), order, axis=1)
    in_three = right.any(1)
    themes = (heard.classes >= 0) & (heard.classes < len(corpus.themes))
    voices = np.array([saying.voice if (saying := corpus.lines[row].saying) else "" for row in heard.rows])
    yield f"\n# Themes\nfirst {(right[:, 0] & known)[themes].mean():.3f}"
    yield f"in three {(written_for & known)[themes].mean():.3f} if only the theme it was written for is right"
    yield f"in three {(in_three & known)[themes].mean():.3f}, if never silent {in_three[themes].mean():.3f}"
    plain = np.array(
        [bool(saying and saying.plain) for saying in (corpus.lines[r].saying for r in heard.rows)]
    )
    for name, rows in (("said plainly", themes & plain), ("in a roundabout way", themes & ~plain)):
        told = (in_three & known)[rows].mean()
        yield f"{name}: in three {told:.3f}, if never silent {in_three[rows].mean():.3f}"
        for voice in sorted(set(voices[rows])):
            yield f"  {voice}: in three {(in_three & known)[rows & (voices == voice)].mean():.3f}"
    yield f"says nothing, and is told so: {(~known[heard.classes == len(corpus.themes)]).mean():.3f}"
    yield from _missed(corpus, heard, themes & ~(in_three & known), order, known)


def _missed(
    corpus: Corpus,
    heard: HeldOut,
    missed: NDArray[np.bool_],
    order: NDArray[np.int64],
    known: NDArray[np.bool_],
) -> Iterator[str]:
    of_theme: dict[str, list[int]] = defaultdict(list)
    for place in np.flatnonzero(missed):
        of_theme[corpus.lines[heard.rows[place]].about].append(int(place))
    whole = Counter(corpus.lines[row].about for row in heard.rows)
    for theme in sorted(of_theme, key=lambda each: -len(of_theme[each]) / whole[each]):
        places = of_theme[theme]
        yield f"\n## {theme}: {len(places)} of {whole[theme]} missed"
        for place in places[:_SHOWN]:
            guess = ", ".join(corpus.themes[number] for number in order[place])
            silent = "" if known[place] else " (silent)"
            yield f"- {corpus.lines[heard.rows[place]].sentence} → {guess}{silent}"


def _danger(
    corpus: Corpus, heard: HeldOut, settings: Settings, acute_themes: frozenset[ThemeId]
) -> Iterator[str]:
    about = np.array([corpus.lines[row].about for row in heard.rows])
    alarm = heard.alarms(settings.danger, settings.doubt)
    danger = corpus.danger(heard.rows, acute_themes)
    kinds = {
        "acute": about == Safety.ACUTE,
        "without danger": ~danger,
        "acute themes": danger & (about != Safety.ACUTE),
        "look-alikes": about == Safety.LOOK_ALIKE,
        "nothing": about == Safety.NOTHING,
        "other themes": ~danger & ~np.isin(about, [str(kind) for kind in Safety]),
    }
    asked = heard.listened.may_tell_of_danger(settings.danger, settings.asked) | alarm
    yield "\n# Danger"
    for name, rows in kinds.items():
        told = f"{name}: card for {alarm[rows].mean():.3f}, card or question {asked[rows].mean():.3f}"
        yield f"{told}, meets a sure rule {heard.ruled[rows].mean():.3f}"
    for threshold in np.arange(-2, 5, 0.5):
        alarms = heard.alarms(replace(settings.danger, threshold=threshold), settings.doubt)
        shares = [alarms[rows].mean() for rows in kinds.values()]
        yield f"threshold {threshold}: " + " ".join(f"{share:.3f}" for share in shares)
    for name, rows in (("silent", kinds["acute"] & ~alarm), ("false", ~danger & alarm)):
        yield f"\n## {name}"
        yield from (f"- {corpus.lines[heard.rows[place]].sentence}" for place in np.flatnonzero(rows)[:80])
