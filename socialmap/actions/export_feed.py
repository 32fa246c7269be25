"""Take the public data along in the shapes of Open Referral: HSDS 3.0, and its profile for the UK."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from socialmap.actions.workspace import Workspace
from socialmap.connectors.hsds_package import package_files, zipped
from socialmap.connectors.hsds_served import page_of
from socialmap.connectors.hsds_shapes import Document
from socialmap.connectors.oruk_out import as_oruk
from socialmap.connectors.whole_file import write_whole
from socialmap.errors import UserError
from socialmap.privacy.roles import Right, Viewer, permit


class FeedForm(StrEnum):
    """By the ending of the file: one page of services, one service per line, or a package of tables."""

    JSON = ".json"
    LINES = ".ndjson"
    ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class Exported:
    """How many services were written, in how many bytes."""

    services: int
    size: int


def export_hsds(workspace: Workspace, viewer: Viewer, path: Path) -> Exported:
    """Write layer *buiten* as HSDS 3.0: ``.json`` or ``.ndjson`` (services with all that belongs to them) or
    ``.zip`` (a tabular package of everything, with our profile). The same data give the same bytes.
    """
    permit(viewer, Right.EXPORT_PUBLIC)
    feed = workspace.projections.feed()
    match _form(path, FeedForm.JSON, FeedForm.LINES, FeedForm.ZIP):
        case FeedForm.ZIP:
            content: Iterable[bytes] = [zipped(package_files(feed.everything()))]
        case FeedForm.LINES:
            content = _lines(feed.service(offer) for offer in feed.offers.values())
        case _:
            content = _page([feed.service(offer) for offer in feed.offers.values()])
    return Exported(len(feed.offers), write_whole(path, content))


def export_oruk(workspace: Workspace, viewer: Viewer, path: Path) -> Exported:
    """Write layer *buiten* as an Open Referral UK 3.0 feed, ``.json`` or ``.ndjson``."""
    permit(viewer, Right.EXPORT_PUBLIC)
    feed = workspace.projections.feed()
    services = (as_oruk("service", feed.service(offer)) for offer in feed.offers.values())
    lines = _form(path, FeedForm.JSON, FeedForm.LINES) is FeedForm.LINES
    return Exported(len(feed.offers), write_whole(path, _lines(services) if lines else _page(list(services))))


def _form(path: Path, *allowed: FeedForm) -> FeedForm:
    for form in allowed:
        if path.suffix.lower() == form:
            return form
    raise UserError(
        "De naam van het bestand zegt niet wat het moet worden.", "Eindig op " + ", ".join(allowed) + "."
    )


def _page(services: list[Document]) -> Iterator[bytes]:
    page = page_of(services, 1, max(1, len(services)), lambda one: one)
    yield (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _lines(documents: Iterable[Document]) -> Iterator[bytes]:
    for document in documents:
        yield (json.dumps(document, ensure_ascii=False) + "\n").encode("utf-8")
