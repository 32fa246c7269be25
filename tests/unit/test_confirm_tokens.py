"""A token is the link's id with a signature: nothing of it can be changed, guessed or used elsewhere."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.errors import OutsideError
from socialmap.model.suggestion import ConfirmLink
from socialmap.privacy.confirm_tokens import id_in, is_genuine, token_of
from socialmap.store.secret import KEY_FILE, key_of

KEY = bytes(range(32))
LINK = ConfirmLink(
    id="confirm_link-1f",
    object_kind="organisation",
    object_id="kerk",
    on=date(2026, 3, 2),
    by="sociaal makelaar",
    until=date(2026, 4, 1),
)
TOKEN = token_of(LINK, KEY)


def test_a_token_says_its_id_and_is_genuine_for_that_link_alone() -> None:
    assert id_in(TOKEN) == LINK.id
    assert is_genuine(TOKEN, LINK, KEY)
    for other in (
        replace(LINK, id="confirm_link-2a"),
        replace(LINK, object_kind="initiative"),
        replace(LINK, object_id="welzijn"),
        replace(LINK, until=date(2027, 4, 1)),
    ):
        assert not is_genuine(TOKEN, other, KEY)
    assert not is_genuine(TOKEN, LINK, bytes(32))
    assert is_genuine(TOKEN, replace(LINK, used_for="x"), KEY)


def test_what_lies_between_two_parts_cannot_move() -> None:
    here = replace(LINK, object_kind="ab", object_id="c")
    there = replace(LINK, object_kind="a", object_id="bc")
    assert token_of(here, KEY) != token_of(there, KEY)


@given(st.text(max_size=80))
@settings(deadline=None, max_examples=200)
def test_any_other_text_is_no_token(text: str) -> None:
    assert is_genuine(text, LINK, KEY) is (text == TOKEN)
    assert isinstance(id_in(text), str)


@given(st.integers(0, len(TOKEN) - 1), st.characters(min_codepoint=33, max_codepoint=126))
@settings(deadline=None, max_examples=200)
def test_one_letter_changed_is_no_token(place: int, letter: str) -> None:
    changed = TOKEN[:place] + letter + TOKEN[place + 1 :]
    assert is_genuine(changed, LINK, KEY) is (changed == TOKEN)


def test_a_token_is_letters_that_an_address_takes_as_they_are() -> None:
    assert set(TOKEN) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")
    assert len(TOKEN.rpartition(".")[2]) == 43  # 256 bits


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    key = key_of(tmp_path)
    assert len(key) == 32
    assert key_of(tmp_path) == key
    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [KEY_FILE]
    assert key_of(tmp_path / "elders") != key


def test_a_damaged_key_is_said_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_bytes(b"kort")
    with pytest.raises(OutsideError) as refused:
        key_of(tmp_path)
    assert refused.value.remedy
    assert (tmp_path / KEY_FILE).read_bytes() == b"kort"
