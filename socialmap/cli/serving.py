"""The command that opens the app in the browser."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Annotated

import typer

from socialmap.cli.context import settings_of
from socialmap.errors import SetupError


def add_to(app: typer.Typer) -> None:
    app.command()(serve)


def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Adres waarop de app luistert.")] = None,
    port: Annotated[int | None, typer.Option(help="Poort waarop de app luistert.")] = None,
) -> None:
    """Start de app op http://localhost:8501."""
    settings = settings_of(context)
    try:
        # By name, because the engine and its commands also run where the screens are not installed.
        server = import_module("socialmap.ui.server")
    except ModuleNotFoundError as missing:
        raise SetupError(
            "De schermen zijn niet geïnstalleerd.", "Installeer ze met: pip install 'socialmap[app]'"
        ) from missing
    server.serve(replace(settings, host=host or settings.host, port=settings.port if port is None else port))
