"""What somebody says is not right (*Klopt dit niet?*) and what became of it; links to confirm a thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from socialmap.model.values import Layer

REMARK = "remark"
"""The field of a proposal that is no field of the thing: something else, told in words."""


class Verdict(StrEnum):
    OPEN = "open"
    TAKEN_OVER = "overgenomen"
    LEFT = "niet overgenomen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One field and what should stand there, as text; an amount in euros with a decimal point."""

    field: str
    value: str
    verdict: Verdict = Verdict.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a role, a visitor too, proposes to change in a thing; nothing says who it was.

    ``handled_on``: since when no proposal is open any more.
    """

    id: str
    object_kind: str
    object_id: str
    on: date
    by: str
    proposals: tuple[Proposal, ...]
    handled_on: date | None = None

    kind: ClassVar[str] = "suggestion"
    layer: ClassVar[Layer] = Layer.SHELL


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmLink:
    """A link with which an organisation can say once, without an account, that a thing is still right.

    It works up to and including ``until``. ``used_for``: the check or suggestion that it was used for. The
    address itself is kept nowhere: it is this id with a signature.
    """

    id: str
    object_kind: str
    object_id: str
    on: date
    by: str
    until: date
    used_for: str = ""
    revoked_on: date | None = None

    kind: ClassVar[str] = "confirm_link"
    layer: ClassVar[Layer] = Layer.SHELL
