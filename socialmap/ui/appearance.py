"""How Streamlit is set: calm colours in light and dark, our own font, and nothing that leaves the house."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_FONT = "Figtree, sans-serif"
_FONT_FILES = "/assets/vendor/figtree"

_LIGHT = {
    "primaryColor": "#14523f",
    "backgroundColor": "#fbf9f3",
    "secondaryBackgroundColor": "#f1eee3",
    "textColor": "#1f2a24",
    "linkColor": "#14523f",
    "borderColor": "#d9d3c4",
}
_DARK = {
    "primaryColor": "#8fd0b0",
    "backgroundColor": "#171c1a",
    "secondaryBackgroundColor": "#222926",
    "textColor": "#e9ede9",
    "linkColor": "#8fd0b0",
    "borderColor": "#46504a",
}

STREAMLIT_OPTIONS: Mapping[str, Any] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
    "client.showSidebarNavigation": False,
    "client.allowedOrigins": [],
    "global.developmentMode": False,
    "logger.enableRich": False,
    "logger.hideWelcomeMessage": True,
    "runner.magicEnabled": False,
    "server.disconnectedSessionTTL": 120,
    "server.enableAgentApi": False,
    "server.enableStaticServing": False,
    "server.fileWatcherType": "none",
    "server.headless": True,
    "server.maxUploadSize": 20,
    "theme.base": "light",
    "theme.baseRadius": "12px",
    "theme.buttonRadius": "12px",
    "theme.baseFontSize": 17,
    "theme.font": _FONT,
    "theme.headingFont": _FONT,
    "theme.headingFontWeights": [700, 700, 700, 600, 600, 600],
    "theme.headingFontSizes": ["2rem", "1.6rem", "1.25rem", "1.1rem", "1rem", "1rem"],
    "theme.fontFaces": [
        {
            "family": "Figtree",
            "url": f"{_FONT_FILES}/latin.woff2",
            "weight": "300 900",
            "unicodeRange": "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, "
            "U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
        },
        {
            "family": "Figtree",
            "url": f"{_FONT_FILES}/latin-ext.woff2",
            "weight": "300 900",
            "unicodeRange": "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1EFF",
        },
    ],
    "theme.showWidgetBorder": True,
    **{f"theme.light.{name}": value for name, value in _LIGHT.items()},
    **{f"theme.dark.{name}": value for name, value in _DARK.items()},
}
"""Options of Streamlit, by their dotted names. Address, port and hosts come from the settings."""
