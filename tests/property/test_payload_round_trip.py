"""Everything the model can hold survives the way to a payload and back, in one way only."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.model.registry import ENTITIES
from socialmap.store.payload import decode, encode
from socialmap.store.upcast import UPCASTS
from tests.property.strategies import things


@pytest.mark.parametrize("cls", ENTITIES, ids=lambda cls: cls.kind)
@given(data=st.data())
@settings(deadline=None, max_examples=15)
def test_an_entity_comes_back_from_its_payload_unchanged(cls: type[Any], data: st.DataObject) -> None:
    entity = data.draw(things(cls))
    body = encode(entity)
    back = decode(cls, UPCASTS.schema_of(cls.kind), body)
    assert back == entity
    assert encode(back) == body, "equal entities have equal bytes"
