"""The guide as a PDF for A4 paper: real text in an embedded font, with bookmarks per chapter and entry."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator
from html import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph, Spacer

from socialmap.connectors.guide import Chapter, Guide, GuideEntry
from socialmap.connectors.tagged_pdf import TaggedCanvas, TaggedParagraph
from socialmap.model import wording_package as words

_PLAIN, _BOLD = "Vera", "VeraBd"
"""They come with the library, and have the letters of Western Europe and of Turkish."""
_INK, _SOFT, _GREEN = HexColor("#1f2a24"), HexColor("#55615a"), HexColor("#14523f")
_MARGIN = 18 * mm
_LIKE = {"−": "-", "‑": "-", "→": "-", "\u2009": " ", "\u202f": " "}

_UNSEEN = frozenset({"Cc", "Cf", "Mn"})


def _style(name: str, size: float, *, bold: bool = False, **more: object) -> ParagraphStyle:
    look = {"fontName": _BOLD if bold else _PLAIN, "fontSize": size, "leading": size * 1.35}
    return ParagraphStyle(name, **{**look, "textColor": _INK, "splitLongWords": 1, **more})


_TITLE = _style("title", 24, bold=True, spaceAfter=4)
_CHAPTER = _style("chapter", 16, bold=True, textColor=_GREEN, spaceBefore=16, spaceAfter=2, keepWithNext=1)
_NAME = _style("name", 11.5, bold=True, spaceBefore=10)
_WARNING = _style("warning", 10.5, bold=True, spaceBefore=6)
_TEXT = _style("text", 9.5, spaceAfter=2)
_ABOUT = _style("about", 9.5, textColor=_SOFT)
_BADGE = _style("badge", 9, textColor=_GREEN, spaceAfter=2)
_FACT = _style("fact", 9.5, leftIndent=37 * mm, bulletFontName=_BOLD, bulletFontSize=9, bulletColor=_SOFT)
_LEVELS = {_TITLE.name: 0, _CHAPTER.name: 0, _NAME.name: 1}


def pdf_guide(guide: Guide) -> bytes:
    """The whole guide. The same guide gives the same bytes: it holds no moment of making."""
    for name in (_PLAIN, _BOLD):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, f"{name}.ttf"))
    pdfmetrics.registerFontFamily(_PLAIN, normal=_PLAIN, bold=_BOLD, italic=_PLAIN, boldItalic=_BOLD)
    target = io.BytesIO()
    document = _Bookmarked(
        target,
        pagesize=A4,
        title=guide.title,
        subject=words.as_of(guide.as_of),
        author="socialmap",
        creator="socialmap",
        lang="nl-NL",
        invariant=1,
    )
    width, height = A4
    frame = Frame(_MARGIN, _MARGIN, width - 2 * _MARGIN, height - 2 * _MARGIN, 0, 0, 0, 0)
    document.addPageTemplates(PageTemplate("blad", [frame], onPage=_foot_of(guide)))
    document.build(list(_story(guide)), canvasmaker=TaggedCanvas)
    return target.getvalue()


class _Bookmarked(BaseDocTemplate):  # type: ignore[misc]  # the library has no types
    """Puts each heading in the list of contents that a reader shows beside the pages."""

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 – the library calls it so
        """Called after each part was drawn."""
        level = _LEVELS.get(flowable.style.name) if isinstance(flowable, Paragraph) else None
        if level is not None:
            self._marks = getattr(self, "_marks", 0) + 1
            key = f"kop{self._marks}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level=level, closed=level == 0)


def _foot_of(guide: Guide) -> Callable[[TaggedCanvas, BaseDocTemplate], None]:
    day = _drawn(f"{guide.title} · {words.as_of(guide.as_of)}")

    def foot(canvas: TaggedCanvas, document: BaseDocTemplate) -> None:
        with canvas.beside_the_text():
            canvas.saveState()
            canvas.setFont(_PLAIN, 8.5)
            canvas.setFillColor(_SOFT)
            canvas.drawString(_MARGIN, 10 * mm, day)
            canvas.drawRightString(A4[0] - _MARGIN, 10 * mm, words.PAGE.format(n=document.page))
            canvas.restoreState()

    return foot


def _story(guide: Guide) -> Iterator[Flowable]:
    yield _paragraph(guide.title, _TITLE)
    yield _paragraph(words.as_of(guide.as_of), _ABOUT)
    if guide.warning:
        yield _paragraph(guide.warning, _WARNING)
    yield Spacer(1, 6)
    yield _paragraph(guide.intro, _TEXT)
    for chapter in guide.chapters:
        yield from _chapter(chapter)
    yield _paragraph(words.SOURCES, _CHAPTER)
    for source in guide.sources:
        yield _paragraph(source, _TEXT)


def _chapter(chapter: Chapter) -> Iterator[Flowable]:
    heading = _paragraph(chapter.title, _CHAPTER)
    entries = [list(_entry(entry)) for entry in chapter.entries]
    if entries:
        yield KeepTogether([heading, *entries[0]])
        yield from (KeepTogether(parts) for parts in entries[1:])
    else:
        yield heading
    if chapter.also:
        names = ", ".join(name for _, name in chapter.also)
        yield _paragraph(f"{words.ALSO}: {names}", _TEXT)


def _entry(entry: GuideEntry) -> Iterator[Flowable]:
    yield _paragraph(entry.name, _NAME)
    if entry.about:
        yield _paragraph(entry.about, _ABOUT)
    yield TaggedParagraph(f"<b>{_safe(entry.badge)}</b> · {_safe(entry.badge_meaning)}", _BADGE)
    if entry.description:
        yield _paragraph(entry.description, _TEXT)
    for heading, lines in entry.facts:
        for number, line in enumerate(lines):
            yield TaggedParagraph(_safe(line), _FACT, bulletText=_drawn(heading) if number == 0 else None)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return TaggedParagraph(_safe(text), style)


def _safe(text: str) -> str:
    """Text in which the library sees no markup."""
    return escape(_drawn(text))


def _drawn(text: str) -> str:
    """The text with a letter like it for each that the font does not have, else a question mark.

    Signs that are never seen themselves, such as those that join two pictures into one, are left out.
    """
    known = pdfmetrics.getFont(_PLAIN).face.charToGlyph
    return "".join(_letter(sign, known) for sign in unicodedata.normalize("NFC", text))


def _letter(sign: str, known: dict[int, int]) -> str:
    if ord(sign) in known:
        return sign
    if sign.isspace():
        return " "
    if unicodedata.category(sign) in _UNSEEN:
        return ""
    plain = _LIKE.get(sign) or "".join(
        part for part in unicodedata.normalize("NFKD", sign) if not unicodedata.combining(part)
    )
    return plain if plain and all(ord(part) in known for part in plain) else "?"
