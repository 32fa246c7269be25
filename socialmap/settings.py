"""Every setting of an installation: one frozen dataclass, one row per setting, read from one dict.

Variables begin with ``SOCIALMAP_``; a name that is not in the table is refused, so that a typing error
never silently means "the default".
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from socialmap.errors import SetupError

PREFIX = "SOCIALMAP_"
_CHOICES = {"online": ("nee", "ja"), "geocoder": ("eigen", "pdok")}


@dataclass(frozen=True, slots=True)
class Settings:
    """What an administrator may choose. Each default is the safe choice.

    * ``folder`` – where everything of one municipality lives.
    * ``beside`` – folders of other municipalities, ``:`` between them (``;`` on Windows); people choose.
    * ``store`` – database URL of the journal; empty is SQLite in ``folder``.
    * ``host``, ``port`` – where the app listens.
    * ``allowed_hosts`` – host names under which browsers may reach it, comma-separated.
    * ``online`` – may ``socialmap start`` ask sources on the internet? nee or ja.
    * ``geocoder`` – who turns an address into a place: eigen (what is in the folder), or also pdok.
    * ``mirror`` – a server that stands in for all those sources; empty is the sources themselves.
    * ``today`` – a fixed date (jjjj-mm-dd) instead of the clock's, for practising and for tests.
    """

    folder: Path = Path("socialmap-gegevens")
    store: str = ""
    host: str = "127.0.0.1"
    port: int = 8501
    allowed_hosts: tuple[str, ...] = ("localhost", "127.0.0.1")
    online: str = "nee"
    geocoder: str = "eigen"
    mirror: str = ""
    today: str = ""
    beside: tuple[Path, ...] = ()

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every data folder once, ``folder`` first."""
        return tuple(dict.fromkeys((self.folder, *self.beside)))


def load_settings(environ: Mapping[str, str], **overrides: Any) -> Settings:
    """Settings from an environment; ``overrides`` that are not ``None`` win. ``SetupError`` if unusable."""
    known = {field.name: field for field in fields(Settings)}
    values: dict[str, Any] = {}
    for variable, text in environ.items():
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in known:
            raise SetupError(
                f"De instelling {variable} bestaat niet.",
                "Kies uit: " + ", ".join(PREFIX + n.upper() for n in known) + ".",
            )
        values[name] = _parsed(name, text)
    values |= {name: value for name, value in overrides.items() if value is not None}
    settings = Settings(**values)
    if settings.store and len(settings.folders) > 1:
        raise SetupError(
            "Met SOCIALMAP_STORE kan er maar één gemeente zijn.",
            "Kies één map, of laat SOCIALMAP_STORE leeg.",
        )
    return settings


def _parsed(name: str, text: str) -> Any:
    if name == "folder":
        return Path(text)
    if name == "beside":
        return tuple(Path(part) for part in text.split(os.pathsep) if part.strip())
    if name == "port":
        if not text.isdecimal() or not 0 <= int(text) <= 65_535:
            raise SetupError(
                f"{PREFIX}PORT is geen poortnummer.", "Kies een getal tot en met 65535, zoals 8501."
            )
        return int(text)
    if name in _CHOICES and text not in _CHOICES[name]:
        raise SetupError(
            f"De waarde van {PREFIX}{name.upper()} kennen we niet.",
            f"Kies uit: {', '.join(_CHOICES[name])}.",
        )
    if name == "allowed_hosts":
        return tuple(part.strip() for part in text.split(",") if part.strip())
    return text
