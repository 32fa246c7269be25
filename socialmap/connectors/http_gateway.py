"""The one door to the internet: asks an address of a source politely, within limits, and logs nothing.

No error holds the address, because what somebody asks may be in it.
"""

from __future__ import annotations

import http.client
import ipaddress
import threading
import urllib.request
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlencode, urlsplit

from socialmap.errors import OutsideError

JSON_TYPES = ("application/json", "application/geo+json", "application/vnd.geo+json")
USER_AGENT = "socialmap/0.1 (sociale kaart van een gemeente)"
_WORTH_RETRYING = frozenset({408, 425, 429, 500, 502, 503, 504})
_GONE = frozenset({404, 410})
_CHUNK = 65_536
_LONGEST_ADDRESS = 8_000
_LATER = "Probeer het later opnieuw."
_CHECK_ADDRESS = "Controleer het adres."


class MissingThere(OutsideError):
    """The source is there, but does not have this page (404, 410)."""


class RefusedThere(OutsideError):
    """The source does not answer this question (another 4xx)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much and how long one answer may take, how often to try, and how long to wait in between.

    ``seconds`` is for one attempt as a whole; ``pause_s`` lies between two questions to the same source;
    after a failure the wait is ``backoff_s``, then twice that, and so on, up to ``longest_wait_s``.
    """

    bytes: int = 50_000_000
    seconds: float = 60.0
    attempts: int = 4
    pause_s: float = 0.5
    backoff_s: float = 2.0
    longest_wait_s: float = 60.0


@dataclass(slots=True)
class Client:
    """How this installation behaves towards sources.

    ``now`` counts seconds, ``wait`` lets some pass. ``mirror`` is the address of a server that stands in
    for every source: ``https://api.pdok.nl/x`` is then asked as ``<mirror>/api.pdok.nl/x``. ``loopback``
    lets this machine itself be asked, over http too; otherwise only public addresses over https.
    """

    now: Callable[[], float]
    wait: Callable[[float], None]
    limits: Limits = Limits()
    mirror: str = ""
    loopback: bool = False
    _last: dict[str, float] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def take_turn(self, host: str) -> None:
        """Wait until this source may be asked again."""
        with self._turn:
            last = self._last.get(host)
            if last is not None:
                left = last + self.limits.pause_s - self.now()
                if left > 0:
                    self.wait(left)
            self._last[host] = self.now()


def fetch(
    address: str,
    *,
    client: Client,
    accept: tuple[str, ...] = JSON_TYPES,
    form: Mapping[str, str] | None = None,
) -> bytes:
    """What a source answers to an address, whole; with ``form`` it is posted.

    ``MissingThere`` when the page does not exist, ``RefusedThere`` when the question is refused, else
    ``OutsideError``: the address may not be asked, or after some attempts there is still no sound answer
    of one of the media types in ``accept``.
    """
    asked = _checked(address, client)
    body = None if form is None else urlencode(form).encode()
    for attempt in range(1, client.limits.attempts + 1):
        client.take_turn(asked.netloc)
        try:
            return _asked_once(asked, body, accept, client)
        except _TryAgain as failure:
            if attempt == client.limits.attempts:
                break
            wait = failure.wait_s or client.limits.backoff_s * 2 ** (attempt - 1)
            if failure.wait_s and wait > client.limits.longest_wait_s:
                raise _failed("De bron vraagt om later terug te komen.", retry=True) from None
            client.wait(min(wait, client.limits.longest_wait_s))
    raise _failed("De bron geeft nu geen goed antwoord.", retry=True)


def may_be_asked(peer: str) -> bool:
    """Is this IP address on the public internet? Others lie inside somebody's own network."""
    return ipaddress.ip_address(peer.split("%", maxsplit=1)[0]).is_global


class _TryAgain(Exception):
    """An attempt that failed in a way that may pass; ``wait_s`` when the source says how long."""

    def __init__(self, wait_s: float = 0.0) -> None:
        super().__init__()
        self.wait_s = wait_s


def _failed(sentence: str, remedy: str = _LATER, *, retry: bool = False) -> OutsideError:
    return OutsideError(sentence, remedy, retry=retry)


def _checked(address: str, client: Client) -> SplitResult:
    """The address as it is asked, through the mirror if there is one; ``OutsideError`` if it may not be."""
    asked = _split(address)
    if client.mirror:
        mirror = _split(client.mirror)
        path = f"{mirror.path.rstrip('/')}/{asked.netloc}{asked.path}"
        asked = asked._replace(scheme=mirror.scheme, netloc=mirror.netloc, path=path)
    here = asked.hostname in {"localhost", "127.0.0.1", "::1"}
    if here and client.loopback and asked.scheme in {"http", "https"}:
        return asked
    if asked.scheme != "https" or "." not in (asked.hostname or "") or not _public_name(asked.hostname or ""):
        raise _failed("Dit adres vragen we niet op: alleen openbare adressen met https.", _CHECK_ADDRESS)
    return asked


def _split(address: str) -> SplitResult:
    try:
        found = urlsplit(address)
        usable = bool(found.hostname) and found.port != 0 and not found.username and not found.password
    except ValueError:
        usable = False
    if not usable or len(address) > _LONGEST_ADDRESS or any(char <= " " for char in address):
        raise _failed("Dit is geen adres dat we kunnen opvragen.", _CHECK_ADDRESS)
    return found._replace(fragment="")


def _public_name(host: str) -> bool:
    try:
        return may_be_asked(host)
    except ValueError:
        return True  # a name, not a number; where it leads is looked at once there is a connection


def _asked_once(asked: SplitResult, body: bytes | None, accept: tuple[str, ...], client: Client) -> bytes:
    deadline = client.now() + client.limits.seconds
    request = urllib.request.Request(  # noqa: S310 - the scheme was checked, and no other has a reader here
        asked.geturl(),
        data=body,
        headers={
            "User-Agent": USER_AGENT,
            "Accept": ", ".join(accept),
            "Accept-Encoding": "gzip",
            "Connection": "close",
        },
    )
    # What these raise may quote the address, so none of it is kept as the cause of our own error.
    try:
        with _opener(asked, client).open(request, timeout=client.limits.seconds) as answer:
            return _read(answer, accept, deadline, client)
    except HTTPError as refusal:
        with refusal:
            raise _from_status(refusal.code, refusal.headers) from None
    except (URLError, http.client.HTTPException, TimeoutError, ConnectionError, zlib.error):
        raise _TryAgain from None
    except (OSError, ValueError):
        raise _failed("De bron is niet te bereiken.", retry=True) from None


def _from_status(status: int, headers: Message) -> Exception:
    if status in _WORTH_RETRYING:
        wait = (headers.get("Retry-After") or "").strip()
        return _TryAgain(float(wait) if wait.isdecimal() else 0.0)
    if status in _GONE:
        return MissingThere("Dit bestaat niet (meer) bij de bron.", _CHECK_ADDRESS)
    if 300 <= status < 400:
        return _failed("De bron verwijst naar een andere plek. Daar gaan we niet heen.", _CHECK_ADDRESS)
    return RefusedThere(f"De bron weigert deze vraag (code {status}).", _CHECK_ADDRESS)


def _read(answer: Any, accept: tuple[str, ...], deadline: float, client: Client) -> bytes:
    """The whole body, unpacked, within the limits; a body that is cut off is tried again."""
    kind = answer.headers.get_content_type()
    if kind not in accept:
        raise _failed("De bron stuurt iets anders dan verwacht.", _CHECK_ADDRESS, retry=True)
    packing = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    if packing not in {"identity", "gzip"}:
        raise _failed("De bron stuurt iets anders dan verwacht.", _CHECK_ADDRESS, retry=True)
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if packing == "gzip" else None
    whole = bytearray()
    promised = answer.length
    received = 0
    while chunk := answer.read1(_CHUNK):
        received += len(chunk)
        room = client.limits.bytes - len(whole) + 1
        whole += unpack.decompress(chunk, room) if unpack else chunk
        if len(whole) > client.limits.bytes or (unpack and unpack.unconsumed_tail):
            raise _failed("Het antwoord van de bron is te groot.", "Kies iets kleiners.")
        if client.now() > deadline:
            raise _TryAgain
    if (promised is not None and received < promised) or (unpack and not unpack.eof):
        raise _TryAgain
    return bytes(whole)


def _opener(asked: SplitResult, client: Client) -> urllib.request.OpenerDirector:
    """Only http and https, through the proxy of the machine if it has one: no files, no other schemes."""
    opener = urllib.request.OpenerDirector()
    handlers: list[urllib.request.BaseHandler] = [
        _SameHost(asked, client),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ]
    if client.loopback:
        handlers += [urllib.request.HTTPHandler(), urllib.request.HTTPSHandler()]
    else:
        handlers += [urllib.request.ProxyHandler(), _PublicOnly()]
    for handler in handlers:
        opener.add_handler(handler)
    return opener


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only within the source that was asked."""

    max_redirections = 5

    def __init__(self, asked: SplitResult, client: Client) -> None:
        self._asked = asked
        self._client = client

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        there = urlsplit(newurl)
        if (there.scheme, there.netloc) != (self._asked.scheme, self._asked.netloc):
            raise HTTPError("", 300, "elsewhere", headers, fp)
        self._client.take_turn(there.netloc)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _PublicConnection(http.client.HTTPSConnection):
    """Lets go at once when a public name turns out to lead into somebody's own network."""

    def connect(self) -> None:
        super().connect()
        proxied = getattr(self, "_tunnel_host", None)
        if not proxied and not may_be_asked(str(self.sock.getpeername()[0])):
            self.close()
            raise ValueError("not public")


class _PublicOnly(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_PublicConnection, req)
