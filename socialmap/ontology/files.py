"""Where the ontology's Turtle files stand, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from socialmap.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent.parent
_WHEEL = _PACKAGE / "data" / "ontology"
_CHECKOUT = _PACKAGE.parent / "data" / "ontology"

THESAURUS_FILES = (
    "concepts.ttl",
    "themes.ttl",
    "talents.ttl",
    "activity-types.ttl",
    "target-groups.ttl",
    "thresholds.ttl",
    "barriers.ttl",
    "facility-types.ttl",
    "partner-types.ttl",
    "terms.ttl",
    "obstacles.ttl",
    "languages.ttl",
    "group-forms.ttl",
    "positive-health.ttl",
    "self-sufficiency.ttl",
)
"""The concept schemes, one to a file, after the properties that they use."""


def ontology_folder() -> Path:
    """The folder with the Turtle files; ``SetupError`` if it is absent."""
    for folder in (_WHEEL, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise SetupError("De woordenlijst van socialmap ontbreekt.", "Installeer socialmap opnieuw.")


def thesaurus_files() -> tuple[Path, ...]:
    """The files of the concept schemes; ``SetupError`` if one is absent."""
    folder = ontology_folder()
    paths = tuple(folder / name for name in THESAURUS_FILES)
    for path in paths:
        if not path.is_file():
            raise SetupError(f"De woordenlijst {path.name} ontbreekt.", "Installeer socialmap opnieuw.")
    return paths
