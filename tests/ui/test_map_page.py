"""Kaart, without a browser: the list, the panels, the filters, the address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role

Opener = Callable[..., AppTest]


def rows(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("rij_")]


def counted(app: AppTest) -> str:
    return next(element.body for element in app.get("html") if "aantal" in element.body)


def headings(app: AppTest) -> list[str]:
    return [heading.value for heading in app.header]


def test_nothing_is_cut_silently(opened: Opener) -> None:
    app = opened()
    assert len(rows(app)) == 25
    assert "25 van 60 getoond" in counted(app)
    app.button(key="meer").click().run()
    assert len(rows(app)) == 50


def test_an_address_filters_the_list(opened: Opener) -> None:
    app = opened(thema="geld")
    assert rows(app)
    assert all(row.startswith("![](/assets/marks/geld.svg)") for row in rows(app))


def test_what_is_chosen_stands_in_the_address(opened: Opener) -> None:
    app = opened()
    app.text_input(key="kaart_tekst").set_value("koffie").run()
    app.toggle(key="kaart_gratis").set_value(True).run()
    assert app.query_params["q"] == "koffie"
    assert app.query_params["gratis"] == "1"


def test_the_middle_of_the_map_stays_in_the_address(opened: Opener) -> None:
    app = opened(kaart="52.49,6.06,15")
    app.toggle(key="kaart_gratis").set_value(True).run()
    assert app.query_params["kaart"] == "52.49,6.06,15"


def test_details_come_in_place_of_the_list_and_back(opened: Opener) -> None:
    app = opened(q="koffie in de linde")
    app.button(key=next(b.key for b in app.button if str(b.key).startswith("rij_"))).click().run()
    assert headings(app) == ["Koffie in de Linde"]
    assert not rows(app)
    app.button(key="terug").click().run()
    assert rows(app)


def test_a_neighbourhood_tells_what_is_known(opened: Opener) -> None:
    app = opened(open="area:BU99990101")
    assert headings(app) == ["Lindehof"]
    assert not app.error


def test_only_workers_see_who_leads_and_pays(opened: Opener) -> None:
    app = opened(q="koffie in de linde")
    key = next(str(b.key) for b in app.button if str(b.key).startswith("rij_"))
    worker = opened(open=f"initiative:{key.removeprefix('rij_')}")
    visitor = opened(Role.VISITOR, open=f"initiative:{key.removeprefix('rij_')}")
    assert any("Trekkers" in caption.value for caption in worker.caption)
    assert not any("Trekkers" in caption.value for caption in visitor.caption)


@pytest.mark.parametrize("kind", ["initiative", "facility", "site", "area"])
def test_something_that_is_gone_gives_a_friendly_box(opened: Opener, kind: str) -> None:
    app = opened(open=f"{kind}:bestaat-niet")
    assert app.warning
    assert not app.error
    assert not app.exception
    app.button(key="terug").click().run()
    assert rows(app)


def test_an_empty_answer_offers_one_next_step(opened: Opener) -> None:
    app = opened(q="xyzzy")
    assert "Niets gevonden" in app.info[0].value
    app.button(key="toon_alles_leeg").click().run()
    assert len(rows(app)) == 25
