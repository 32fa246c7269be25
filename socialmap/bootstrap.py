"""From settings to a workspace; the only file that picks adapters.

Each function imports what it puts together, so that a command which needs little also starts quickly.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from socialmap.errors import SetupError
from socialmap.settings import Settings

if TYPE_CHECKING:
    from socialmap.actions.recognise_words import Lexicon
    from socialmap.actions.workspace import Workspace
    from socialmap.connectors.http_gateway import Client
    from socialmap.geo.geocoding import Geocoder


def open_workspace(settings: Settings) -> Workspace:
    """Open or begin the data folder of the settings; ``SetupError`` or ``OutsideError`` if that cannot be."""
    from socialmap.actions.workspace import Workspace
    from socialmap.language.opening import open_finder
    from socialmap.ontology.thesaurus import load_vocabulary
    from socialmap.store.catalogue import Catalogue

    clock = _clock(settings)
    vocabulary = load_vocabulary()
    catalogue = Catalogue.open(settings.folder, url=settings.store or None)
    return Workspace(
        folder=settings.folder,
        catalogue=catalogue,
        vocabulary=vocabulary,
        words=open_finder(vocabulary),
        clock=clock,
        new_id=_new_id,
        gateway=_gateway(settings) if settings.online == "ja" else None,
        geocoder=_geocoder(settings) if settings.geocoder == "pdok" else None,
    )


def open_folder(folder: Path) -> Workspace:
    """The workspace of a folder with every other setting at its default; for notebooks."""
    return open_workspace(Settings(folder=folder))


def close_workspace(workspace: Workspace) -> None:
    """Let go of the journals; what was projected is kept where that saves time at the next start."""
    workspace.close()


def open_lexicon() -> Lexicon:
    """The words alone, without a data folder."""
    from socialmap.actions.recognise_words import Lexicon
    from socialmap.language.opening import open_finder
    from socialmap.ontology.thesaurus import load_vocabulary

    vocabulary = load_vocabulary()
    return Lexicon(vocabulary, open_finder(vocabulary))


def _gateway(settings: Settings, **limits: Any) -> Client:
    from socialmap.connectors.http_gateway import Client, Limits

    here = urlsplit(settings.mirror).hostname in {"localhost", "127.0.0.1", "::1"}
    return Client(monotonic, sleep, Limits(**limits), mirror=settings.mirror, loopback=here)


def _geocoder(settings: Settings) -> Geocoder:
    """Somebody sits opposite the one who asks: an answer within seconds, or none."""
    from socialmap.connectors.locatieserver import Locatieserver

    return Locatieserver(_gateway(settings, bytes=500_000, seconds=3.0, attempts=1, pause_s=0.1))


def _clock(settings: Settings) -> Callable[[], datetime]:
    if not settings.today:
        return lambda: datetime.now(UTC)
    try:
        fixed = datetime.combine(date.fromisoformat(settings.today), time(12), UTC)
    except ValueError:
        raise SetupError(
            "De instelling SOCIALMAP_TODAY is geen datum.", "Schrijf hem als jjjj-mm-dd, zoals 2026-03-02."
        ) from None
    return lambda: fixed


def _new_id(kind: str) -> str:
    """A fresh id that says what it is and cannot be guessed from another."""
    return f"{kind}-{secrets.token_hex(6)}"
