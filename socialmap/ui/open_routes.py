"""The public data below fixed addresses: files, calendars, and the name on the web of every public thing.

``/open/kaart.csv`` and its like · ``/open/sjabloon.xlsx`` · ``/open/agenda.ics`` · ``/open/agenda/<id>.ics``
· ``/open/wijkpakket/<code>.zip`` · ``/dcat`` · ``/id/<kind>/<id>``, which answers a page, Turtle or JSON-LD,
as the reader asks. Read only, layer *buiten*.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from socialmap.actions import public_files
from socialmap.actions.import_list import list_template
from socialmap.actions.public_files import MEDIA_TYPES, FileForm
from socialmap.actions.show_thing import PublicThing, show_thing, thing_as_rdf
from socialmap.actions.take_along import take_along
from socialmap.errors import NotFound, SocialmapError, UserError
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import session
from socialmap.ui.components.calendar_link import AGENDA
from socialmap.ui.guard import answered
from socialmap.ui.open_answers import marked
from socialmap.ui.public_address import PACKAGE
from socialmap.ui.public_view import PublicView
from socialmap.ui.text import TEXT
from socialmap.ui.thing_page import error_page, thing_page

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

OPEN_FILES = ("/open", "/id", "/dcat")
"""How the addresses begin that any site may read."""
_ANYBODY = Viewer(Role.VISITOR)
_PAGE = "text/html; charset=utf-8"
_CALENDAR = "text/calendar; charset=utf-8"
_FORMS = {
    "text/turtle": FileForm.TURTLE,
    "application/ld+json": FileForm.JSON_LD,
    "text/html": None,
    "application/xhtml+xml": None,
}
"""What a reader may ask for; ``None`` is a page. A reader who takes anything gets the first."""
_CHOICES = {"turtle": "text/turtle", "jsonld": "application/ld+json", "pagina": "text/html"}
_MOST_IN_CALENDAR = 100_000
Open = Callable[[], "Workspace"]


def open_routes(open_: Open = session.workspace) -> list[BaseRoute]:
    """The addresses; ``open_`` gives the workspace from which they answer."""
    return [
        Route("/open/kaart.{ending}", _file(open_), methods=["GET"]),
        Route("/open/sjabloon.xlsx", _template(open_), methods=["GET"]),
        Route(f"{AGENDA}.ics", _selection(open_), methods=["GET"]),
        Route(f"{AGENDA}/{{id:path}}.ics", _one_calendar(open_), methods=["GET"]),
        Route(f"{PACKAGE}/{{id:path}}.zip", _package(open_), methods=["GET"]),
        Route("/dcat", _description(open_), methods=["GET"]),
        Route("/id/{kind}/{id:path}", _thing(open_), methods=["GET"]),
    ]


def _file(open_: Open) -> Callable[[Request], Response]:
    def file(request: Request) -> Response:
        ending = request.path_params["ending"]
        if ending not in set(FileForm):
            return _refusal(request, NotFound(TEXT.open.no_such_form, TEXT.open.no_such_form_remedy))
        form = FileForm(ending)
        content = answered(lambda: public_files.open_file(open_(), _ANYBODY, form))
        return _given(request, content, MEDIA_TYPES[form], f"sociale-kaart.{form}")

    return file


def _template(open_: Open) -> Callable[[Request], Response]:
    def template(request: Request) -> Response:
        content = answered(lambda: list_template(open_(), _ANYBODY))
        return _given(request, content, MEDIA_TYPES[FileForm.XLSX], "sjabloon-sociale-kaart.xlsx")

    return template


def _selection(open_: Open) -> Callable[[Request], Response]:
    def selection(request: Request) -> Response:
        view = PublicView.from_query(request.query_params).as_map_view(
            today=session.today(), limit=_MOST_IN_CALENDAR
        )
        content = answered(lambda: public_files.calendar(open_(), _ANYBODY, view).content)
        return _given(request, content, _CALENDAR, "agenda.ics")

    return selection


def _one_calendar(open_: Open) -> Callable[[Request], Response]:
    def one(request: Request) -> Response:
        wanted = request.path_params["id"]
        content = answered(lambda: public_files.calendar_of_one(open_(), _ANYBODY, wanted).content)
        return _given(request, content, _CALENDAR, "agenda.ics")

    return one


def _package(open_: Open) -> Callable[[Request], Response]:
    def package(request: Request) -> Response:
        wanted = request.path_params["id"]
        made = answered(lambda: take_along(open_(), _ANYBODY, wanted))
        if isinstance(made, SocialmapError):
            return _refusal(request, made)
        return _given(request, made.content, "application/zip", made.file_name)

    return package


def _description(open_: Open) -> Callable[[Request], Response]:
    def description(request: Request) -> Response:
        address, asked = str(request.base_url), session.in_municipality("")
        content = answered(lambda: public_files.describe_dataset(open_(), _ANYBODY, address, asked=asked))
        return _given(request, content, MEDIA_TYPES[FileForm.TURTLE])

    return description


def _thing(open_: Open) -> Callable[[Request], Response]:
    def thing(request: Request) -> Response:
        asked = _CHOICES.get(request.query_params.get("vorm", ""), "")
        media_type = asked or _preferred(request.headers.get("accept", ""))
        if media_type is None:
            return _problem(request, TEXT.open.no_such_form, TEXT.open.ask_for, 406)
        kind, thing_id = request.path_params["kind"], request.path_params["id"]
        form = _FORMS[media_type]
        found = answered(lambda: show_thing(open_(), _ANYBODY, kind, thing_id))
        if isinstance(found, SocialmapError):
            return _refusal(request, found)
        if found.removed:
            return _problem(request, TEXT.open.removed, TEXT.open.removed_remedy, 410)
        if form is None:
            return _told(request, thing_page(found).encode("utf-8"), _PAGE, found)
        content = answered(lambda: thing_as_rdf(open_(), _ANYBODY, kind, thing_id, form))
        if isinstance(content, SocialmapError):
            return _refusal(request, content)
        return _told(request, content, MEDIA_TYPES[form], found)

    return thing


def _told(request: Request, body: bytes, media_type: str, thing: PublicThing) -> Response:
    """One form of a thing, with the addresses of the other forms."""
    here = f"/id/{quote(thing.kind, safe='')}/{quote(thing.id, safe='')}"
    links = ", ".join(
        f'<{session.in_municipality(f"{here}?vorm={name}")}>; rel="alternate"; type="{kind}"'
        for name, kind in _CHOICES.items()
    )
    headers = {"Vary": "Accept", "Link": f'<{thing.iri}>; rel="canonical", {links}'}
    return marked(request, body, media_type, headers=headers)


def _preferred(accept: str) -> str | None:
    """The form that a reader likes best, ``None`` when we have none of those it takes.

    >>> _preferred("text/html,*/*;q=0.8"), _preferred("*/*"), _preferred("image/png")
    ('text/html', 'text/turtle', None)
    """
    liked: dict[str, float] = {}
    for part in accept.split(",") if accept.strip() else ("*/*",):
        name, *parameters = (piece.strip() for piece in part.lower().split(";"))
        weights = [piece.removeprefix("q=") for piece in parameters if piece.startswith("q=")]
        liked[name] = _weight(weights[0]) if weights else 1.0

    def weight_of(kind: str) -> float:
        return liked.get(kind, liked.get(f"{kind.partition('/')[0]}/*", liked.get("*/*", 0.0)))

    best = max(_FORMS, key=weight_of)
    return best if weight_of(best) > 0 else None


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _given(
    request: Request, content: bytes | SocialmapError, media_type: str, file_name: str = ""
) -> Response:
    if isinstance(content, SocialmapError):
        return _refusal(request, content)
    headers: Mapping[str, str] = (
        {"Content-Disposition": f'attachment; filename="{file_name}"'} if file_name else {}
    )
    return marked(request, content, media_type, headers=headers)


def _refusal(request: Request, error: SocialmapError) -> Response:
    status = 404 if isinstance(error, NotFound) else 400 if isinstance(error, UserError) else 503
    return _problem(request, error.sentence, error.remedy, status)


def _problem(request: Request, sentence: str, remedy: str, status: int) -> Response:
    body = error_page(sentence, remedy).encode("utf-8")
    return marked(request, body, _PAGE, status=status, headers={"Vary": "Accept"})
