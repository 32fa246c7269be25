"""The page behind a link to confirm something: plain, without an account and without scripts.

GET only shows; an answer is a POST that came from the page itself. The address holds the secret, so it is
in no log line, no ``Referer`` and no cache.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Set
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from socialmap.actions.answer_link import LinkOpened, confirm_by_link, open_link, report_by_link
from socialmap.actions.confirm_link import ADDRESS
from socialmap.actions.danger import DANGER_TOLD, mark_of, nobody_in_danger
from socialmap.errors import InvalidInput, SocialmapError, UserError
from socialmap.model import wording_confirm as sentences
from socialmap.model.language import spoken, told
from socialmap.model.proposing import COST, DESCRIPTION, STATUS
from socialmap.model.provision import OfferStatus
from socialmap.model.suggestion import REMARK
from socialmap.privacy.roles import Role, Viewer
from socialmap.ui import session
from socialmap.ui.components.safety_card import card_of
from socialmap.ui.guard import answered, told_by_field
from socialmap.ui.offer_forms import amount
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_HOLDER = Viewer(Role.VISITOR)
_MOST_BYTES = 20_000
_ANSWER, _CORRECT = "antwoord", "klopt"
_NOT_RIGHT = "geen_gevaar"
"""The marks of the texts in which nobody is in danger, as said by who read the safety card."""
_BEFORE = "stond_"
"""Before the name of a field: what it held when the page was drawn."""
_LONG = {REMARK, DESCRIPTION}
_MARK = re.compile(r"-?\d{1,20}")


def confirm_routes() -> list[BaseRoute]:
    path = f"{ADDRESS}{{token}}"
    return [Route(path, _show, methods=["GET"]), Route(path, _answer, methods=["POST"])]


async def _show(request: Request) -> Response:
    token = request.path_params["token"]
    return await run_in_threadpool(lambda: _page_for(token))


async def _answer(request: Request) -> Response:
    if not _from_our_page(request):
        refused = UserError(sentences.NOT_FROM_HERE, sentences.NOT_FROM_HERE_REMEDY)
        return _told(refused, 403)
    token, sent = request.path_params["token"], await _sent(request)
    return await run_in_threadpool(lambda: _answered(token, sent))


def _from_our_page(request: Request) -> bool:
    """A form elsewhere that posts here is refused, also one that knows the link."""
    if request.headers.get("sec-fetch-site") == "same-origin":
        return True
    origin = request.headers.get("origin", "")
    return bool(origin) and urlsplit(origin).netloc == request.headers.get("host")


async def _sent(request: Request) -> dict[str, str]:
    """The fields of the form; nothing of a body that is too large or is no text."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_BYTES:
            return {}
    with contextlib.suppress(ValueError):  # what is not UTF-8, or has very many fields
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=50))
    return {}


def _page_for(token: str) -> Response:
    opened = answered(lambda: open_link(session.workspace(), _HOLDER, token))
    return _told(opened) if isinstance(opened, SocialmapError) else _page(_asking(opened), 200)


def _answered(token: str, sent: Mapping[str, str]) -> Response:
    marks = {int(mark) for mark in sent.get(_NOT_RIGHT, "").split() if _MARK.fullmatch(mark)}
    wanted = _wanted(sent)

    def answer() -> str:
        if sent.get(_ANSWER) == _CORRECT:
            return confirm_by_link(session.workspace(), _HOLDER, token)
        return report_by_link(nobody_in_danger(session.workspace(), marks), _HOLDER, token, wanted)

    thanks = answered(answer)
    if isinstance(thanks, str):
        return _page(_said(thanks, ""), 200)
    if isinstance(thanks, InvalidInput):
        opened = answered(lambda: open_link(session.workspace(), _HOLDER, token))
        if isinstance(opened, LinkOpened):
            alarms = [each.field for each in thanks.violations if each.sentence in DANGER_TOLD]
            card = card_of(TEXT.confirm.not_sent, is_public=True) if alarms else ""
            calm = _nobody_in_danger(marks, {mark_of(wanted[field]) for field in alarms})
            return _page(card + _asking(opened, sent, told_by_field(thanks), calm), 422)
    return _told(thanks)


def _wanted(sent: Mapping[str, str]) -> dict[str, str]:
    """What was changed by hand; what a colleague changed meanwhile is not proposed back."""
    wanted = {
        field: value
        for field, value in sent.items()
        if field not in {_ANSWER, _NOT_RIGHT, STATUS} and value != sent.get(_BEFORE + field, "")
    }
    if wanted.get(COST, "").strip():
        with contextlib.suppress(ValueError):  # what is no amount is refused with a sentence
            wanted[COST] = f"{amount(wanted[COST].strip()):g}"
    if sent.get(STATUS):
        wanted[STATUS] = OfferStatus.STOPPED
    return wanted


def _nobody_in_danger(read: Set[int], alarming: Set[int]) -> str:
    """For the end of the form: what was read again stays so, and one press says it of the rest too.

    Not the first button: that one is pressed by Enter, and it comes last, so that its value counts.
    """
    name, label = f'name="{_NOT_RIGHT}" value', escape(TEXT.confirm.not_right)
    kept = f'<input type="hidden" {name}="{_joined(read)}">' if read else ""
    everything = _joined(read | alarming)
    return kept + (f'<button class="zacht" {name}="{everything}">{label}</button>' if alarming else "")


def _joined(marks: Set[int]) -> str:
    return " ".join(map(str, sorted(marks)))


def _asking(
    opened: LinkOpened,
    sent: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
    calm: str = "",
) -> str:
    """The thing as it stands, the one button, and below it the form; open when it was refused.

    ``calm``: what the form ends with, as HTML.
    """
    words, wrong = TEXT.confirm, wrong or {}
    shown = [field for field in opened.now if field not in {STATUS, REMARK}]
    facts = "".join(
        f"<div><dt>{escape(TEXT.keep.field_name(field))}</dt>"
        f"<dd>{escape(_as_read(field, opened.now[field]) or words.unknown)}</dd></div>"
        for field in shown
    )
    fields = "".join(_field(field, opened.now[field], sent, wrong.get(field, "")) for field in opened.now)
    told = f'<p class="mis" role="alert">{escape(words.not_yet)}</p>' if wrong else ""
    return (
        f'<p class="welkom">{escape(words.page_title)}</p><h1>{escape(opened.name)}</h1>'
        f"<p>{escape(words.page_intro)}</p><dl>{facts}</dl>"
        f'<form method="post"><button name="{_ANSWER}" value="{_CORRECT}">{escape(words.yes)}</button></form>'
        f"<details{' open' if wrong else ''}><summary>{escape(words.changed)}</summary>"
        f'<form method="post"><p>{escape(words.changed_intro)}</p>{told}{fields}'
        f"<button>{escape(words.send)}</button>{calm}</form></details>"
    )


def _field(field: str, now: str, sent: Mapping[str, str] | None, wrong: str) -> str:
    words = TEXT.confirm
    mistake = f'<p class="mis" role="alert">{escape(wrong)}</p>' if wrong else ""
    if field == STATUS:
        on = " checked" if sent and sent.get(field) else ""
        stopped = escape(words.stopped)
        return f'<label class="vink"><input type="checkbox" name="{field}" value="ja"{on}>{stopped}</label>'
    before = _as_read(field, now)
    value = escape((sent or {}).get(field, before))
    label = escape(words.remark if field == REMARK else TEXT.keep.field_name(field))
    name = f'name="{escape(field)}" autocomplete="off"'
    box = (
        f'<textarea {name} rows="3" maxlength="300">{value}</textarea>'
        if field in _LONG
        else f'<input {name} value="{value}" maxlength="120">'
    )
    kept = f'<input type="hidden" name="{_BEFORE}{escape(field)}" value="{escape(before)}">'
    return f"<label>{label}{box}</label>{kept}{mistake}"


def _as_read(field: str, value: str) -> str:
    return value.replace(".", ",") if field == COST else value


def _told(error: SocialmapError, status: int = 0) -> Response:
    status = status or (404 if isinstance(error, UserError) else 503)
    return _page(_said(told(error.sentence), told(error.remedy)), status)


def _said(sentence: str, remedy: str) -> str:
    below = f"<p>{escape(remedy)}</p>" if remedy else ""
    door = f'<p><a href="{escape(session.in_municipality("/"))}">{escape(TEXT.confirm.to_map)}</a></p>'
    return f'<h1 class="zin">{escape(sentence)}</h1>{below}{door}'


def _page(content: str, status: int) -> Response:
    page = (
        f'<!DOCTYPE html><html lang="{spoken()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">'
        '<link rel="icon" href="/assets/own/icon.svg"><link rel="stylesheet" href="/assets/own/confirm.css">'
        f"<title>{escape(TEXT.confirm.page_title)}</title></head><body><main>{content}</main></body></html>"
    )
    headers = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}
    return HTMLResponse(page, status_code=status, headers=headers)
