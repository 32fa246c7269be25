"""The one place where the screens catch errors: a friendly Dutch box, and a log line without content."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TypeVar

import streamlit as st

from socialmap.errors import InvalidInput, OutsideError, SocialmapError, Violation, violations_by_field
from socialmap.model.language import told
from socialmap.ui.text import TEXT

T = TypeVar("T")
_LOG = logging.getLogger("socialmap.ui")


def guarded(show: Callable[[], None]) -> None:
    """Run a part of the screen; what goes wrong becomes a sentence with a remedy, never a traceback."""
    try:
        show()
    except SocialmapError as error:
        tell(error)
    except Exception as error:
        unexpected(error)


def unexpected(error: Exception) -> bool:
    """Log that something broke and say so kindly; ``True`` tells Streamlit that it needs to show nothing."""
    log_without_content(error)
    st.error(f"**{TEXT.general.unexpected}**  \n{TEXT.general.unexpected_remedy}")
    return True


def answered(answer: Callable[[], T]) -> T | SocialmapError:
    """The answer of one of the server's own addresses, or what went wrong with it, without content."""
    try:
        return answer()
    except SocialmapError as error:
        return error
    except Exception as error:
        log_without_content(error)
        return OutsideError(TEXT.general.unexpected, TEXT.general.unexpected_remedy, retry=True)


def tell(error: SocialmapError) -> None:
    """Show what is wrong and what to do, with every violation of an input on its own line."""
    if isinstance(error, InvalidInput) and len(error.violations) > 1:
        lines = list(dict.fromkeys(told(violation.sentence) for violation in error.violations))
        sentence = "\n".join(f"- {plain(line)}" for line in lines)
    else:
        sentence = f"**{plain(error.sentence)}**"
    st.warning(f"{sentence}\n\n{plain(error.remedy)}".strip())


def told_by_field(error: InvalidInput) -> Mapping[str, str]:
    """What is wrong with each field, in the language that is spoken, for beside the form."""
    spoken = [Violation(wrong.field, told(wrong.sentence)) for wrong in error.violations]
    return violations_by_field(spoken)


def log_without_content(error: BaseException) -> None:
    """Write which error happened where; its message stays out, for it may quote what somebody typed."""
    _LOG.error("%s at %s", type(error).__name__, " < ".join(_places(error.__traceback__)))


def _places(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-4:]
    return [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno} {frame.name}" for frame in reversed(frames)]


def plain(text: str) -> str:
    """Text that Markdown shows as it is; a whole sentence of the engine in the language that is spoken.

    >>> plain("50 * 2 [hier](x) <b>")
    '50 \\\\* 2 \\\\[hier\\\\](x) \\\\<b\\\\>'
    """
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>#|~$:" else sign for sign in told(text))
