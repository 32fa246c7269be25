"""A PDF that says what is a heading and what is a paragraph, so that a screen reader can read it in order.

The free edition of ReportLab draws and does not tag; this adds the structure tree (ISO 32000-1, 14.7, 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFPage
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

TAGS: Mapping[str, str] = {"title": "H1", "chapter": "H2", "name": "H3"}
"""By the name of a paragraph's style; every other is a ``P``."""


class TaggedCanvas(Canvas):  # type: ignore[misc]  # the library has no types
    """Keeps what was drawn as what, in order, and writes it down at the end."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._drawn: list[list[str]] = []

    @contextmanager
    def tagged(self, tag: str) -> Iterator[None]:
        """What is drawn meanwhile is one such element."""
        page = self.getPageNumber()
        self._drawn += [[] for _ in range(page - len(self._drawn))]
        on_page = self._drawn[page - 1]
        self._code.append(f"/{tag} <</MCID {len(on_page)}>> BDC")
        on_page.append(tag)
        yield
        self._code.append("EMC")

    @contextmanager
    def beside_the_text(self) -> Iterator[None]:
        """What is drawn meanwhile is no part of the text, such as the foot of a page."""
        self._code.append("/Artifact BMC")
        yield
        self._code.append("EMC")

    def save(self) -> None:
        """Write the structure before the file is closed; every page is complete by then."""
        document = self._doc
        root, whole = PDFDictionary({"Type": PDFName("StructTreeRoot")}), _element("Document")
        at_root, at_whole = document.Reference(root), document.Reference(whole)
        elements, by_page = [], []
        for number, (page, tags) in enumerate(zip(document.Pages.pages, self._drawn, strict=False)):
            told = [_element(tag, P=at_whole, Pg=page, K=mark) for mark, tag in enumerate(tags)]
            of_page = [document.Reference(element) for element in told]
            elements += of_page
            by_page += [number, document.Reference(PDFArray(of_page))]
            _number(document, page, number)
        whole.dict |= {"P": at_root, "K": PDFArray(elements)}
        root.dict |= {"K": at_whole, "ParentTree": PDFDictionary({"Nums": PDFArray(by_page)})}
        document.Catalog.StructTreeRoot = at_root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        super().save()


class TaggedParagraph(Paragraph):  # type: ignore[misc]  # the library has no types
    """A paragraph that is drawn as the element that its style stands for."""

    def draw(self) -> None:
        """Called by the library, also for each part of one that was split."""
        with self.canv.tagged(TAGS.get(self.style.name, "P")):
            super().draw()


def _element(tag: str, **entries: Any) -> PDFDictionary:
    return PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(tag), **entries})


def _number(document: Any, page: Any, number: int) -> None:
    """Where the elements of a page stand in the tree; the library does not know that key."""
    page = document.idToObject.get(getattr(page, "name", ""), page)
    page.StructParents = number
    page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents"]
