"""``python -m training``: makes the model of people's words anew; ``--report``: what is misheard."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from socialmap.language.files import language_folder
from socialmap.language.model_file import write_model
from socialmap.language.opening import MODEL
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.learned import LearnedModel
from training.corpus import fingerprint, gather
from training.learning import examples_of, learn, table_of
from training.report import report
from training.settings import choose, hear_held_out


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--report", type=Path, help="a file for what is misheard, of the sentences to settle on"
    )
    chosen = parser.parse_args(arguments)
    folder, vocabulary = language_folder(), load_vocabulary()
    acute = vocabulary.acute_themes
    corpus = gather(folder, vocabulary)
    developed = corpus.to_learn(settling=True)
    consists = table_of(corpus, developed)
    heard = hear_held_out(corpus, vocabulary, consists, acute)
    settings = choose(corpus, heard, acute)
    told = report(corpus, heard, settings, acute)
    print(told)
    if chosen.report:
        chosen.report.write_text(told, encoding="utf-8")
    listeners = learn(corpus, developed, consists, acute)
    model = LearnedModel(
        themes=corpus.themes,
        view=listeners.view,
        encoder=listeners.encoder,
        grams=listeners.grams,
        alike=listeners.alike,
        rules=listeners.rules,
        shares=settings.shares,
        silence=settings.silence,
        danger=settings.danger,
        doubt=settings.doubt,
        asked=settings.asked,
    )
    examples = examples_of(corpus, developed, listeners.view)
    write_model(
        folder / MODEL,
        model,
        examples,
        corpus.pointers,
        corpus.known,
        corpus.rules,
        fingerprint(corpus.lines),
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
