"""One file per screen, each with ``render(workspace, viewer)``."""
