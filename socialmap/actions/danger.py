"""Words about a person in danger: those are kept nowhere, they lead to the *meldcode* and a telephone.

The alarm is sometimes wrong. Whoever wrote the words and read the card can say that nobody is in danger: then
that text, and no other, counts as words like any others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, MutableMapping
from dataclasses import dataclass
from types import MappingProxyType

from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model.normal_text import normalise
from socialmap.model.values import ThemeId
from socialmap.model.wording import NOT_KEPT_HERE
from socialmap.model.wording_suggestions import IN_DANGER
from socialmap.search.words.found import Listener, WordsFound

DANGER_TOLD = (NOT_KEPT_HERE, IN_DANGER)
"""The sentences with which words about somebody in danger are refused."""
_NOTHING_SAID: Mapping[int, bool] = MappingProxyType({})


def in_danger(workspace: Workspace, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The fields whose text tells of somebody in danger; empty if none does."""
    return tuple(field for field, text in texts.items() if workspace.words.is_acute(text))


def danger_in(
    workspace: Workspace, texts: Mapping[str, str], sentence: str = NOT_KEPT_HERE
) -> list[Violation]:
    """One for every such field: what it is and what to do."""
    return [Violation(field, sentence) for field in in_danger(workspace, texts)]


def refuse_danger(workspace: Workspace, texts: Mapping[str, str]) -> None:
    """``InvalidInput`` beside every field that tells of somebody in danger."""
    found = danger_in(workspace, texts)
    if found:
        raise InvalidInput(found)


def mark_of(text: str) -> int:
    """What a text is known by without keeping a word of it; it says nothing in another process.

    Capitals and full stops make no other text.
    """
    return hash(tuple(normalise(text).split()))


def nobody_in_danger(workspace: Workspace, marks: Collection[int]) -> Workspace:
    """The workspace for whoever read the card at the texts with these marks and said that it is not right."""
    return remembering(workspace, {}, dict.fromkeys(marks, False)) if marks else workspace


def remembering(
    workspace: Workspace, heard: MutableMapping[int, bool], said: Mapping[int, bool] = _NOTHING_SAID
) -> Workspace:
    """The workspace that listens to a text for danger once; ``heard`` keeps by its mark what was heard.

    ``said``: by the mark of a text, what somebody said of it: in danger (``True``) or nobody is.
    """
    acute = workspace.vocabulary.acute_themes
    return workspace.listening_by(_Remembering(workspace.words, heard, said, acute))


@dataclass(frozen=True, slots=True)
class _Remembering:
    """Hears what ``words`` hears, and danger in a text as somebody ``said``, if anybody did."""

    words: Listener
    heard: MutableMapping[int, bool]
    said: Mapping[int, bool]
    acute: Collection[ThemeId]

    def is_acute(self, written: str) -> bool:
        mark = mark_of(written)
        if mark in self.said:
            return self.said[mark]
        if mark not in self.heard:
            self.heard[mark] = self.words.is_acute(written)
        return self.heard[mark]

    def find(self, text: str) -> WordsFound:
        found, acute = self.words.find(text), self.said.get(mark_of(text))
        if acute is None:
            return found
        return WordsFound(acute, tuple(hit for hit in found.themes if acute or hit.theme not in self.acute))
