"""In which language is spoken now: Dutch, unless this session or this request asked for English.

A sentence is made in Dutch where it is needed, and told in the language that is spoken: a whole sentence
through ``told``, one that is made of parts by the function of the same name in ``model/english``. The choice
stands in the context of one thread or request, or is asked of the session that the thread works for; so one
person's choice never reaches another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from functools import cache, wraps
from importlib import import_module
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Language(StrEnum):
    """The languages of the screens, by their code."""

    DUTCH = "nl"
    ENGLISH = "en"


_SPOKEN: ContextVar[Language | None] = ContextVar("language", default=None)


class _Session:
    """Who knows the choice of the session that a thread works for, where its context does not say it."""

    asked: Callable[[], Language | None] = staticmethod(lambda: None)


def ask_session(asked: Callable[[], Language | None]) -> None:
    """Set once per process: how to find the language of the session that this thread works for."""
    _Session.asked = staticmethod(asked)


def spoken() -> Language:
    """The language of this request or session; Dutch where nobody asked for another."""
    return _SPOKEN.get() or _Session.asked() or Language.DUTCH


def speak(language: Language | None) -> None:
    """From here on in this thread or request; ``None``: as its session chose."""
    _SPOKEN.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Only inside the block."""
    before = _SPOKEN.set(language)
    try:
        yield
    finally:
        _SPOKEN.reset(before)


def told(dutch: str) -> str:
    """A whole sentence or template of ours in the language that is spoken.

    What is not in the table comes back as it is: a name that somebody typed, or a sentence told before.
    """
    if spoken() is Language.DUTCH:
        return dutch
    return english_sentences().get(dutch, dutch)


def by_language(dutch: Callable[P, T]) -> Callable[P, T]:
    """A function that makes Dutch sentences; where English is spoken its namesake makes them."""

    @wraps(dutch)
    def speaker(*args: P.args, **kwargs: P.kwargs) -> T:
        if spoken() is Language.DUTCH:
            return dutch(*args, **kwargs)
        english: Callable[P, T] = namesake(dutch.__module__, dutch.__name__)
        return english(*args, **kwargs)

    return speaker


@cache
def english_sentences() -> dict[str, str]:
    """Dutch sentence → English sentence, of all modules of ``model/english``."""
    found: dict[str, str] = import_module("socialmap.model.english.sentences").SENTENCES
    return found


@cache
def namesake(module: str, name: str) -> Callable[..., T]:
    """The English function of a Dutch one; ``AttributeError`` or ``ImportError`` if there is none."""
    english = import_module(f"socialmap.model.english.{module.rpartition('.')[2]}")
    found: Callable[..., T] = getattr(english, name)
    return found
