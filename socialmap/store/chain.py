"""The hashes that make the journal tamper-evident.

Every entry's hash covers its own fields, the hash of its payload and the hash of the entry before it.
The payload's hash is salted: payloads are short and guessable, and once one is erased its hash, which
stays in the chain, must not tell what it was. The salt lies beside the payload and goes with it.
"""

from __future__ import annotations

from hashlib import sha256
from secrets import token_bytes
from typing import NamedTuple

from msgspec import MsgspecError, json

GENESIS = bytes(32)
"""What the first entry has for a previous hash."""

SALT_BYTES = 16


class Link(NamedTuple):
    """One entry of the journal as it is stored; no ``payload_hash`` means the entity was removed."""

    seq: int
    time: str
    actor: str
    action: str
    kind: str
    id: str
    version: int
    batch: str
    payload_hash: bytes | None
    previous_hash: bytes
    hash: bytes


def new_salt() -> bytes:
    return token_bytes(SALT_BYTES)


def hash_payload(identity: tuple[str, str, int, int], salt: bytes, body: bytes) -> bytes:
    """The salted hash of a payload, bound to one version of one entity: (kind, id, version, schema)."""
    return sha256(salt + json.encode(identity) + body).digest()


def hash_entry(fields: tuple[object, ...]) -> bytes:
    """The hash of an entry, over all fields of ``Link`` before its own hash, as one JSON array."""
    return sha256(json.encode(fields)).digest()


def is_untouched(link: Link) -> bool:
    """Does the entry still have the hash it was written with?"""
    try:
        return hash_entry(link[:-1]) == link.hash
    except (MsgspecError, TypeError, ValueError):
        return False  # damage can turn a column into anything
