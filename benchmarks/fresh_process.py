"""Loads an index file in a process of its own, so that time and memory are those of the index alone.

``python -m benchmarks.fresh_process FILE`` prints them as JSON.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing import resident_mb, seconds
from socialmap.demo.town import STORY_DATE
from socialmap.model.people import Mobility
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.index import OfferIndex
from socialmap.search.index_file import Loaded
from socialmap.search.question import Question
from socialmap.search.ranking import rank


class Loading(NamedTuple):
    """Milliseconds to read the file, and memory that the index takes after some searches."""

    load_ms: float
    memory_mb: float


def measure(path: Path) -> Loading:
    """Runs this module in a new process."""
    command = [sys.executable, "-m", "benchmarks.fresh_process", str(path)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return Loading(**json.loads(answer.stdout))


def _measure_here(path: Path) -> Loading:
    vocabulary = load_vocabulary()
    theme = next(theme for theme, known in vocabulary.themes.items() if not known.acute)
    question = Question(theme=theme, x_m=200_000.0, y_m=500_000.0, mobility=Mobility.TRANSIT)
    rank(OfferIndex(vocabulary), question, STORY_DATE)  # loads the compiled kernel
    gc.collect()
    before = resident_mb()
    found: list[OfferIndex] = []

    def load() -> None:
        loaded = OfferIndex.load(path, vocabulary)
        assert isinstance(loaded, Loaded), loaded
        found.append(loaded.index)

    taken = seconds(load)
    rank(found[0], question, STORY_DATE)
    gc.collect()
    return Loading(taken * 1000, resident_mb() - before)


if __name__ == "__main__":
    print(json.dumps(_measure_here(Path(sys.argv[1]))._asdict()))
