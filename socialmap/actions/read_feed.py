"""Read a feed of services (HSDS, Open Referral UK), from a file or an address: first a plan, then all."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from socialmap.actions.import_file import ImportResult, carry_out, known_here
from socialmap.actions.imported_rows import themes_in
from socialmap.actions.workspace import Workspace
from socialmap.connectors.hsds_feed import fetch_services
from socialmap.connectors.hsds_file import FeedContent, open_feed, pages_of_feed
from socialmap.connectors.hsds_ids import thing_uuid
from socialmap.connectors.hsds_in import FeedChoices, read_records
from socialmap.connectors.http_gateway import fetch
from socialmap.connectors.plan import NOTHING_DECIDED, Decided, Reading
from socialmap.errors import InvalidInput, SetupError, Violation
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from socialmap.model.values import ThemeId
from socialmap.privacy.roles import Right, Viewer, permit

DEFAULT_SOURCE = "hsds"
_KINDS = (Organisation, Facility, Room, Initiative)


def import_feed(
    workspace: Workspace,
    viewer: Viewer,
    path: Path,
    *,
    source: str = "",
    theme: str = "",
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """A JSON feed, a tabular package (zip or folder), also one of before HSDS 3.0.

    ``source`` says whose feed it is; with the UUID it is the key of a record. ``theme`` is for what does not
    show what it helps with; without it such a service is refused.
    """
    permit(viewer, Right.IMPORT)
    source = source or DEFAULT_SOURCE
    return _carry_out(
        workspace, viewer, open_feed(path, source=source), source, theme, apply=apply, decided=decided
    )


def import_feed_by_address(
    workspace: Workspace,
    viewer: Viewer,
    address: str,
    *,
    source: str = "",
    theme: str = "",
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """The feed at an address, page by page. ``SetupError`` unless asking the internet was turned on."""
    permit(viewer, Right.IMPORT)
    client = workspace.gateway
    if client is None:
        raise SetupError(
            "Vragen aan het internet staat uit.",
            "Zet SOCIALMAP_ONLINE op ja, of download de feed als bestand.",
        )
    pages = fetch_services(address, lambda page: fetch(page, client=client))
    parts = urlsplit(address)
    source = source or f"{parts.netloc}{parts.path}".rstrip("/")
    return _carry_out(workspace, viewer, pages_of_feed(pages), source, theme, apply=apply, decided=decided)


def _carry_out(
    workspace: Workspace,
    viewer: Viewer,
    content: FeedContent,
    source: str,
    theme: str,
    *,
    apply: bool,
    decided: Decided,
) -> ImportResult:
    if theme and theme not in workspace.vocabulary.themes:
        raise InvalidInput([Violation("theme", "We kennen dit onderwerp niet.")])
    choices = FeedChoices(
        source=source,
        find_themes=lambda text: themes_in(workspace, text),
        theme=ThemeId(theme) if theme else None,
        own=_own_uuids(workspace),
    )
    read = read_records(content.records, known_here(workspace), choices)
    reading = Reading(
        read.rows, (*content.rejected, *read.rejected), (*content.notes, *read.notes), read.rejected_keys
    )
    return carry_out(workspace, viewer, reading, _KINDS, apply=apply, decided=decided)


def _own_uuids(workspace: Workspace) -> frozenset[str]:
    """The UUIDs under which we give our own map: somebody may hand us back what came from us."""
    feed = workspace.projections.feed()
    around = feed.around
    places = [thing_uuid(Facility.kind, one) for one in around.facilities]
    rooms = [thing_uuid(Room.kind, one) for one in around.rooms]
    return frozenset((*feed.uuids, *feed.organisation_uuids, *places, *rooms))
