"""Search, themes and filters above the map, kept in step with the page's address."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from socialmap.actions.browse_map import MapFrame
from socialmap.ui.guard import plain
from socialmap.ui.public_view import LAYERS, LONGEST_TEXT, SIDES, VIEW_PARAMETER, Opened, PublicView
from socialmap.ui.session import MUNICIPALITY_PARAMETER, PRIVATE
from socialmap.ui.text import TEXT

_VIEW = "kaart_beeld"
_ADDRESS = "kaart_adres"
_CHOSEN, _TIMES = "kaart_gekozen", "kaart_geopend"
FIELD = f"{PRIVATE}kaart_tekst"
"""What is typed may be about somebody, so it is forgotten like a search; a name is kept in the view."""
_MEANT = f"{PRIVATE}kaart_bedoeld"
_THEMES = "kaart_themas"
_TODAY, _FREE, _BASE = "kaart_vandaag", "kaart_gratis", "kaart_basis"
_THRESHOLDS, _SIDES, _LAYERS, _AREA = "kaart_drempels", "kaart_kant", "kaart_lagen", "kaart_buurt"
_KEPT = (VIEW_PARAMETER, MUNICIPALITY_PARAMETER)
"""What stands in the address and is no filter."""
_FIELDS = (FIELD, _THEMES, _TODAY, _FREE, _BASE, _THRESHOLDS, _SIDES, _LAYERS, _AREA)


def take_over_address(frame: MapFrame) -> bool:
    """Fill in the fields when the address was not written here, or when Streamlit forgot them.

    ``True``: what the address says is shown now (first visit, back, a shared link). Streamlit forgets the
    fields of a screen that was left; the door to this screen has a bare address, and shows what was left.
    """
    address, state = _address(), st.session_state
    is_forgotten = not all(field in state for field in _FIELDS)
    comes_through_door = is_forgotten and not address and _VIEW in state
    is_other = not comes_through_door and state.get(_ADDRESS) != address
    if is_other:
        state[_VIEW] = PublicView.from_query(address)
    if is_other or is_forgotten:
        _fill_in(frame)
    return is_other


def write_address(view: PublicView) -> None:
    """Keep what is shown, and put it in the address beside the middle and zoom that the map keeps there."""
    wanted = view.to_query()
    st.session_state[_VIEW] = view
    st.session_state[_ADDRESS] = wanted
    if _address() == wanted:
        return
    kept = {name: st.query_params[name] for name in _KEPT if name in st.query_params}
    st.query_params.from_dict({**wanted, **kept})


def open_(opened: Opened | None) -> None:
    """Show this beside the map; ``None``: the list."""
    if st.session_state[_VIEW].opened is None:
        st.session_state[_CHOSEN] = opened
    st.session_state[_TIMES] = times_opened() + (opened is not None)
    st.session_state[_VIEW] = replace(st.session_state[_VIEW], opened=opened)


def chosen_in_list() -> Opened | None:
    """What was last opened from the list."""
    chosen: Opened | None = st.session_state.get(_CHOSEN)
    return chosen


def times_opened() -> int:
    """Tells the list apart from the one before it, also when what was opened never came to be drawn."""
    return int(st.session_state.get(_TIMES, 0))


def clear(frame: MapFrame) -> None:
    """Everything as at the first visit; what is open stays open."""
    st.session_state[_VIEW] = PublicView(opened=st.session_state[_VIEW].opened)
    _fill_in(frame)


def typed() -> str:
    """The words as they stand in the field."""
    return str(st.session_state[FIELD] or "").strip()


def clear_text() -> None:
    """Only the words go, with what they were taken to mean."""
    st.session_state[FIELD] = ""
    mean("")


def mean(theme: str) -> None:
    """Take the words to be about this theme."""
    st.session_state[_MEANT] = theme


def meant() -> str:
    """The theme that the words were said to be about; empty when nobody did."""
    return str(st.session_state.get(_MEANT, ""))


def show(frame: MapFrame) -> PublicView:
    """Draw the controls and give back what they say."""
    words = TEXT.map_page
    view = _current()
    with st.container(key="zoekbalk", horizontal=True, vertical_alignment="center", gap="small"):
        st.text_input(
            words.search,
            key=FIELD,
            placeholder=words.search_hint,
            label_visibility="collapsed",
            icon=":material/search:",
            max_chars=LONGEST_TEXT,
            autocomplete="off",
            on_change=_begin_anew,
        )
        on = view.filters_on()
        with st.popover(words.filters_on.format(n=on) if on else words.filters, key="filters"):
            _filters(frame)
    with st.container(key="chips"):
        labels = {choice.id: choice.label for choice in frame.groups} | dict(words.short_themes)
        st.pills(
            words.themes,
            list(labels),
            key=_THEMES,
            selection_mode="multi",
            format_func=lambda group: f"![](/assets/marks/{group}.svg) {plain(labels[group])}",
            label_visibility="collapsed",
        )
    return view


def _begin_anew() -> None:
    """Other words: neither what is open nor what was meant belongs to them."""
    open_(None)
    mean("")


def _filters(frame: MapFrame) -> None:
    words = TEXT.map_page
    st.toggle(words.today, key=_TODAY)
    st.toggle(words.free, key=_FREE)
    st.toggle(words.social_base, key=_BASE, help=words.social_base_help)
    thresholds = {choice.id: choice.label for choice in frame.thresholds}
    areas = {"": words.all_neighbourhoods} | {choice.id: choice.label for choice in frame.areas}
    st.selectbox(
        words.neighbourhood,
        list(areas),
        key=_AREA,
        format_func=areas.__getitem__,
        placeholder=words.all_neighbourhoods,
    )
    _choose(words.sides, _SIDES, dict(words.side_names))
    _choose(words.thresholds, _THRESHOLDS, thresholds)
    _choose(words.layers, _LAYERS, dict(words.layer_names))
    st.button(words.clear, key="toon_alles", on_click=clear, args=(frame,))


def _choose(title: str, key: str, labels: dict[str, str]) -> None:
    st.pills(
        title, list(labels), key=key, selection_mode="multi", format_func=lambda each: plain(labels[each])
    )


def _fill_in(frame: MapFrame) -> None:
    """Give the fields what the kept view says, as far as they can say it."""
    view: PublicView = st.session_state[_VIEW]
    groups, thresholds, areas = (
        {choice.id for choice in choices} for choices in (frame.groups, frame.thresholds, frame.areas)
    )
    st.session_state.update(
        {
            FIELD: view.text,
            _THEMES: [theme for theme in view.themes if theme in groups],
            _TODAY: view.today,
            _FREE: view.free,
            _BASE: view.social_base_only,
            _THRESHOLDS: [threshold for threshold in view.thresholds if threshold in thresholds],
            _SIDES: list(view.sides),
            _LAYERS: list(view.layers),
            _AREA: view.area if view.area in areas else "",
        }
    )


def _current() -> PublicView:
    """What the fields say, with what is open."""
    state = st.session_state
    return PublicView(
        text=typed(),
        themes=tuple(state[_THEMES]),
        today=state[_TODAY],
        free=state[_FREE],
        thresholds=tuple(state[_THRESHOLDS]),
        sides=tuple(side for side in SIDES if side in state[_SIDES]),
        social_base_only=state[_BASE],
        layers=tuple(layer for layer in LAYERS if layer in state[_LAYERS]),
        area=state[_AREA],
        opened=state[_VIEW].opened,
    )


def _address() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name not in _KEPT}
