"""Every error a person can meet, in one tree.

::

    SocialmapError                 carries a plain Dutch sentence and a remedy, never a person's data
    ├── UserError                  the user can mend it (exit codes 10-19)
    │   ├── InvalidInput      11   all violations at once, field by field
    │   ├── NotFound          12   no such thing
    │   ├── NotAllowed        13   the role does not have this right
    │   ├── ImportRejected    14   a file with its report: line, reason
    │   ├── EditConflict      15   somebody else changed the same field
    │   └── TooNew            16   data written by a newer version of the program
    ├── OutsideError          20   a file or service outside this program; says whether to retry
    │   └── Damaged           20   the data are not what was written
    └── SetupError            30   the installation is not complete

Caught in exactly two places: ``ui/guard.py`` and ``cli/main.py``. "Nothing found" and "too few to
show" are values with a reason, not errors.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong with an input: which field, and a Dutch sentence that says what to do."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """One field that two people changed: its name, the value now stored, and the value offered."""

    field: str
    stored: object
    offered: object


class SocialmapError(Exception):
    """A failure with a Dutch sentence (``str(error)``) and what to do about it (``remedy``)."""

    exit_code = 1

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.remedy = remedy


class UserError(SocialmapError):
    """Something the user can mend."""

    exit_code = 10


class InvalidInput(UserError):
    """Input that breaks one or more rules; all of them are in ``violations``."""

    exit_code = 11

    def __init__(
        self, violations: Sequence[Violation], remedy: str = "Pas dit aan en probeer het opnieuw."
    ) -> None:
        super().__init__(" ".join(dict.fromkeys(v.sentence for v in violations)), remedy)
        self.violations = tuple(violations)


class NotFound(UserError):
    """The thing asked for does not exist."""

    exit_code = 12


class NotAllowed(UserError):
    """The viewer's role does not have the right."""

    exit_code = 13


class ImportRejected(UserError):
    """A file that cannot be used at all."""

    exit_code = 14


class EditConflict(UserError):
    """Somebody else changed the same fields since the editor opened the form."""

    exit_code = 15

    def __init__(self, conflicts: Sequence[FieldConflict], version: int) -> None:
        super().__init__(
            "Iemand anders heeft dit ook aangepast.",
            "Bekijk beide versies en kies welke klopt.",
        )
        self.conflicts = tuple(conflicts)
        self.version = version


class TooNew(UserError):
    """The data folder was written by a newer version of socialmap."""

    exit_code = 16


class OutsideError(SocialmapError):
    """A file, disk or service outside this program failed; ``retry`` says whether trying again may help."""

    exit_code = 20

    def __init__(self, sentence: str, remedy: str = "", *, retry: bool = False) -> None:
        super().__init__(sentence, remedy)
        self.retry = retry


class Damaged(OutsideError):
    """The data are not what was written."""

    def __init__(self) -> None:
        super().__init__(
            "De gegevens zijn beschadigd.",
            "Draai 'socialmap check' om te zien wat er mis is, en zet zo nodig een reservekopie terug.",
        )


class SetupError(SocialmapError):
    """The installation or the settings are not right."""

    exit_code = 30


def violations_by_field(violations: Sequence[Violation]) -> Mapping[str, str]:
    """Everything that is wrong with a field in one text, each sentence once, for showing beside the form."""
    found: dict[str, dict[str, None]] = {}
    for violation in violations:
        found.setdefault(violation.field, {})[violation.sentence] = None
    return {field: " ".join(sentences) for field, sentences in found.items()}
