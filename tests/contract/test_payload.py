"""Payloads of every schema that was ever written can be read; those of later ones are refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec import json

from socialmap.errors import TooNew
from socialmap.model.provision import Initiative
from socialmap.model.registry import BY_KIND
from socialmap.store import payload
from socialmap.store.payload import decode, encode
from socialmap.store.upcast import UPCASTS, Upcasts
from tests.contract.samples import initiative

SCHEMA_1: dict[str, Any] = json.decode((Path(__file__).parent / "payloads_schema_1.json").read_bytes())


@pytest.mark.parametrize("kind", SCHEMA_1)
def test_a_payload_of_the_first_schema_is_read_whole(kind: str) -> None:
    written = SCHEMA_1[kind]
    entity = decode(BY_KIND[kind], 1, json.encode(written))
    assert entity.id == "1"
    if UPCASTS.schema_of(kind) == 1:
        assert json.decode(encode(entity)) == written


def test_every_kind_has_a_payload_of_the_first_schema_or_came_later() -> None:
    assert set(SCHEMA_1) <= set(BY_KIND)


def test_defaults_are_left_out_and_keys_are_sorted() -> None:
    plain = Initiative(id="a", name="Eetclub", themes=(), contact="", no_fixed_place=True)  # type: ignore[arg-type]
    expected = (
        b'{"contact":"","id":"a","languages":["nl"],"name":"Eetclub","no_fixed_place":true,"themes":[]}'
    )
    assert encode(plain) == expected


def test_an_older_payload_is_brought_up_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = Upcasts(
        {
            ("initiative", 1): lambda old: {**old, "title": old["naam"]},
            ("initiative", 2): lambda old: {
                **{name: value for name, value in old.items() if name not in ("naam", "title")},
                "name": old["title"],
            },
        }
    )
    monkeypatch.setattr(payload, "UPCASTS", steps)
    today = json.decode(encode(initiative()))
    first = {**today, "naam": today["name"]}
    del first["name"]
    second = {**first, "title": "Kookclub"}
    assert decode(Initiative, 1, json.encode(first)) == initiative()
    assert decode(Initiative, 2, json.encode(second)) == initiative(name="Kookclub")
    assert decode(Initiative, 3, json.encode(today)) == initiative()
    with pytest.raises(TooNew):
        decode(Initiative, 4, json.encode(today))


@pytest.mark.parametrize(
    "unknown",
    [{"kleur": "rood"}, {"sessions": [{"slot": "di-middag", "kleur": "rood"}]}, {"access": "geheim"}],
)
def test_a_field_or_value_that_is_not_known_here_is_not_dropped_in_silence(unknown: dict[str, Any]) -> None:
    content = json.decode(encode(initiative())) | unknown
    with pytest.raises(TooNew, match="nieuwere versie"):
        decode(Initiative, UPCASTS.schema_of("initiative"), json.encode(content))
