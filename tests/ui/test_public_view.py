"""What is shown on the map, in the page's address and back."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.model.values import Weekday
from socialmap.ui.public_view import LAYERS, SIDES, Opened, PublicView

slugs = st.text("abcdefghijklmnopqrstuvwxyz_-0123456789", min_size=1, max_size=12)
listed = st.lists(slugs, unique=True, max_size=3).map(tuple)
views = st.builds(
    PublicView,
    text=st.text(max_size=40),
    themes=listed,
    today=st.booleans(),
    free=st.booleans(),
    thresholds=listed,
    sides=st.lists(st.sampled_from(SIDES), unique=True).map(tuple),
    social_base_only=st.booleans(),
    layers=st.lists(st.sampled_from(LAYERS), unique=True).map(tuple),
    area=st.one_of(st.just(""), slugs),
    opened=st.one_of(st.none(), st.builds(Opened, slugs, slugs)),
)


@given(views)
@settings(deadline=None, max_examples=60)
def test_an_address_says_exactly_what_is_shown(view: PublicView) -> None:
    back = PublicView.from_query(view.to_query())
    assert set(back.layers) == set(view.layers)
    assert back.to_query() == view.to_query()


@given(
    st.dictionaries(
        st.sampled_from(["q", "thema", "lagen", "kant", "open", "alles", "x"]), st.text(max_size=20)
    )
)
@settings(deadline=None, max_examples=60)
def test_any_address_shows_something(query: dict[str, str]) -> None:
    view = PublicView.from_query(query)
    assert set(view.layers) <= set(LAYERS)
    assert set(view.sides) <= set(SIDES)
    view.as_map_view(today=date(2026, 3, 2), limit=5)


def test_the_first_visit_has_an_empty_address() -> None:
    assert PublicView().to_query() == {}
    assert PublicView().filters_on() == 0


def test_open_today_means_the_weekday_of_today() -> None:
    view = PublicView(today=True).as_map_view(today=date(2026, 3, 2), limit=5)
    assert view.open_on is Weekday.MONDAY


def test_switching_all_layers_off_is_kept() -> None:
    assert PublicView.from_query(PublicView(layers=()).to_query()).layers == ()


def test_filters_are_counted_but_words_and_themes_are_not() -> None:
    view = PublicView(text="koffie", themes=("geld",), free=True, thresholds=("gratis", "kleine_groep"))
    assert view.filters_on() == 3
    assert view.is_filtered()
