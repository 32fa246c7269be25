"""``python -m socialmap`` is the same as ``socialmap``."""

from socialmap.cli.main import run

run()
