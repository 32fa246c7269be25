"""Where text goes onto a page: safe as HTML, and in the language that is spoken."""

from __future__ import annotations

import html

from socialmap.model.language import told


def escape(text: str) -> str:
    """Text for HTML. A whole sentence of the engine is told in the language that is spoken; other text stays.

    >>> escape("Koffie & thee")
    'Koffie &amp; thee'
    """
    return html.escape(told(text))
