"""A real browser on the real server: Chromium, the demo town, and eyes for what should not happen."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Frame,
    Page,
    Playwright,
    Request,
    expect,
    sync_playwright,
)

from socialmap.ui.navigation import TOGETHER
from tests import debian
from tests.browser.looking import settled

ROOT = Path(__file__).resolve().parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}
WAIT_S = 60
PATIENCE_MS = 30_000
_REFUSED_FORM = "status of 422"
"""A form that was refused and says why; a browser calls that a resource that failed to load."""
BROWSERS = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
)  # fmt: skip
"""The lightest first: a browser without windows, menus and what belongs to them."""
ENVIRONMENT = {**os.environ, "SOCIALMAP_TODAY": "2026-03-02"}
"""The town is served on the day on which the stories play."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in here:
        item.add_marker(pytest.mark.browser)
    if not config.getoption("both_screens"):
        skipped = [item for item in here if _is_of_the_other_screen(item)]
        items[:] = [item for item in items if item not in skipped]
        config.hook.pytest_deselected(items=skipped)


def _is_of_the_other_screen(item: pytest.Item) -> bool:
    parametrised = getattr(item, "callspec", None)
    screen = parametrised.params.get("page") if parametrised else None
    only = {name for name in ("phone", "desktop") if item.get_closest_marker(name)}
    return bool(screen and only) and screen not in only


def find_chromium(playwright: Playwright) -> str:
    """A Chromium on this machine (``CHROMIUM`` wins); installs one when there is none."""
    if named := os.environ.get("CHROMIUM"):
        return named
    for attempt in (lambda: None, _install):
        attempt()
        for name in BROWSERS:
            if found := shutil.which(name):
                return found
        if Path(playwright.chromium.executable_path).exists():
            return playwright.chromium.executable_path
    pytest.fail("No Chromium here and none could be installed. Name one in the variable CHROMIUM.")


def _install() -> None:
    if debian.may_install():
        debian.install(BROWSERS[0])
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


@pytest.fixture(scope="session")
def folder(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the demo town, which a server changes."""
    return Path(shutil.copytree(demo_folder, tmp_path_factory.mktemp("browser") / "meerwold"))


@pytest.fixture(scope="session")
def server(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that every test of this run shares."""
    with served(tmp_path_factory.mktemp("log") / "server.txt", folder) as address:
        yield address


@contextmanager
def served(log: Path, *folders: Path) -> Iterator[str]:
    """The address of a server of these data folders, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    named = [word for folder in folders for word in ("--folder", str(folder))]
    command = [sys.executable, "-m", "socialmap", *named, "serve", "--port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=ENVIRONMENT,
        )
        try:
            _wait_for(f"http://127.0.0.1:{port}/health", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + WAIT_S
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail(f"the server stopped: {log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server did not answer within {WAIT_S} seconds")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def desktop(chromium: Browser, server: str) -> BrowserContext:
    """One for all tests: a browser that knows the scripts opens a page a quarter sooner."""
    return chromium.new_context(viewport=DESKTOP, base_url=server, locale="nl-NL")


@pytest.fixture(scope="session")
def phone(chromium: Browser, server: str) -> BrowserContext:
    return chromium.new_context(
        viewport=PHONE, base_url=server, locale="nl-NL", has_touch=True, is_mobile=True, device_scale_factor=1
    )


@pytest.fixture
def page_desktop(desktop: BrowserContext, server: str) -> Iterator[Page]:
    yield from _watched(desktop, server)


@pytest.fixture
def page_phone(phone: BrowserContext, server: str) -> Iterator[Page]:
    yield from _watched(phone, server)


@pytest.fixture(params=["desktop", "phone"])
def page(request: pytest.FixtureRequest) -> Page:
    """Both screens, for what must work on each."""
    chosen: Page = request.getfixturevalue(f"page_{request.param}")
    return chosen


def _watched(context: BrowserContext, server: str) -> Iterator[Page]:
    """A page that fails its test on a console error, a script error or a request to another host."""
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    seen: list[str] = []
    ours = urlsplit(server).netloc

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and _REFUSED_FORM not in message.text:
            seen.append(f"console: {message.text}")

    page.on("console", hear)
    page.on("pageerror", lambda error: seen.append(f"script: {error}"))

    def note(request: Request) -> None:
        if urlsplit(request.url).netloc not in {ours, ""}:
            seen.append(f"request: {request.url}")

    context.on("request", note)
    yield page
    context.remove_listener("request", note)
    page.evaluate("localStorage.clear()")
    for opened in context.pages:
        opened.close()
    context.clear_cookies()
    assert not seen, seen


@pytest.fixture
def begin() -> Callable[..., None]:
    """Open the app and choose a role by the words on its button."""

    def open_as(page: Page, button: str = "Ik ben opbouwwerker", address: str = "/") -> None:
        page.goto(address)
        page.get_by_role("button", name=button).click()
        page.get_by_role("link", name="Kaart", exact=True).wait_for()
        settled(page)

    return open_as


@pytest.fixture
def behind(begin: Callable[..., None]) -> Callable[..., None]:
    """Opens a screen behind *Samen werken* by its address, as a role."""
    addresses = {door.title: f"/{door.url_path}" for door in TOGETHER}

    def open_screen(page: Page, door: str, role: str = "Ik ben opbouwwerker") -> None:
        begin(page, role, addresses[door])
        expect(page.get_by_role("heading", name=door, level=1)).to_be_visible()

    return open_screen


@pytest.fixture
def map_of() -> Callable[[Page], Frame]:
    """The frame of the map, once it shows something."""

    def frame(page: Page) -> Frame:
        holder = page.wait_for_selector("iframe[title='Kaart van de wijk']")
        found = holder.content_frame() if holder else None
        assert found is not None
        found.wait_for_selector(".leaflet-marker-pane .mark")
        return found

    return frame
