"""One normal form for Dutch words, so that names, questions and addresses compare alike."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[\W_]+")


def normalise(text: str) -> str:
    """Return `text` in lower case, without accents, with every run of non-alphanumeric characters as one space.

    Empty means that the text holds no letter or digit. Rule of domain model 4.K.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", bare).strip()
