"""The token in a link to confirm something: the link's id with a signature that only we can make."""

from __future__ import annotations

import base64
import hashlib
import hmac

from socialmap.model.suggestion import ConfirmLink

_SEPARATOR = "."
_PURPOSE = b"socialmap confirm link v1\0"
"""So that a signature of another kind, made with the same key, is never a valid token."""


def token_of(link: ConfirmLink, key: bytes) -> str:
    """The token of a link; its thing and its last day are signed along, so that neither can be changed."""
    return f"{link.id}{_SEPARATOR}{_signature(link, key)}"


def id_in(token: str) -> str:
    """The id that a token claims to be for; empty when it is no token at all. Proves nothing."""
    name, separator, signature = token.rpartition(_SEPARATOR)
    return name if separator and signature.isascii() else ""


def is_genuine(token: str, link: ConfirmLink, key: bytes) -> bool:
    """Was this token made by us for this link? Takes as long for a nearly right one as for any other."""
    return token.isascii() and hmac.compare_digest(token, token_of(link, key))


def _signature(link: ConfirmLink, key: bytes) -> str:
    parts = (link.id, link.object_kind, link.object_id, link.until.isoformat())
    message = _PURPOSE + b"\0".join(part.encode() for part in parts)
    return base64.urlsafe_b64encode(hmac.digest(key, message, hashlib.sha256)).decode().rstrip("=")
