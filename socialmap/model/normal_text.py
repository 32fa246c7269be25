"""One normal form for Dutch words, so that names, questions and addresses compare alike."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[\W_]+")


def normalise(text: str) -> str:
    """``text`` in lower case, without accents, every run of other characters than letters and digits a space.

    Empty means that it holds no letter or digit. Rule of domain.md 4.K.

    >>> normalise("Café 'De Brug'")
    'cafe de brug'
    """
    if text.isascii():
        return _NOT_A_WORD.sub(" ", text.lower()).strip()
    # Decompose before lowering the case: "™" is small only after it has become "TM".
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", bare.casefold()).strip()
