"""Search, themes and filters above the map, kept in step with the page's address."""

from __future__ import annotations

import streamlit as st

from socialmap.actions.browse_map import MapFrame
from socialmap.ui.guard import plain
from socialmap.ui.public_view import LAYERS, SIDES, VIEW_PARAMETER, PublicView
from socialmap.ui.text import TEXT

_ADDRESS = "kaart_adres"
_TEXT, _THEMES = "kaart_tekst", "kaart_themas"
_TODAY, _FREE, _BASE = "kaart_vandaag", "kaart_gratis", "kaart_basis"
_THRESHOLDS, _SIDES, _LAYERS, _AREA = "kaart_drempels", "kaart_kant", "kaart_lagen", "kaart_buurt"


def take_over_address() -> bool:
    """Set the filters as the address says when it was not written here (first visit, back, a shared link)."""
    address = _address()
    if st.session_state.get(_ADDRESS) == address:
        _keep()
        return False
    st.session_state[_ADDRESS] = address
    _set(PublicView.from_query(address))
    return True


def write_address(view: PublicView) -> None:
    """Put what is shown in the address, beside the middle and zoom that the map itself keeps there."""
    wanted = view.to_query()
    st.session_state[_ADDRESS] = wanted
    if _address() == wanted:
        return
    kept = {VIEW_PARAMETER: st.query_params[VIEW_PARAMETER]} if VIEW_PARAMETER in st.query_params else {}
    st.query_params.from_dict({**wanted, **kept})


def clear() -> None:
    """Everything as at the first visit; what is open stays open."""
    _set(PublicView())


def show(frame: MapFrame) -> PublicView:
    """Draw the controls and give back what they say."""
    words = TEXT.map_page
    with st.container(key="zoekbalk", horizontal=True, vertical_alignment="center", gap="small"):
        st.text_input(
            words.search,
            key=_TEXT,
            placeholder=words.search_hint,
            label_visibility="collapsed",
            icon=":material/search:",
        )
        on = PublicView.from_query(_current()).filters_on()
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
    return PublicView.from_query(_current())


def _filters(frame: MapFrame) -> None:
    words = TEXT.map_page
    st.toggle(words.today, key=_TODAY)
    st.toggle(words.free, key=_FREE)
    st.toggle(words.social_base, key=_BASE, help=words.social_base_help)
    thresholds = {choice.id: choice.label for choice in frame.thresholds}
    areas = {"": words.all_neighbourhoods} | {choice.id: choice.label for choice in frame.areas}
    st.selectbox(words.neighbourhood, list(areas), key=_AREA, format_func=areas.__getitem__)
    _choose(words.sides, _SIDES, dict(words.side_names))
    _choose(words.thresholds, _THRESHOLDS, thresholds)
    _choose(words.layers, _LAYERS, dict(words.layer_names))
    st.button(words.clear, key="toon_alles", on_click=clear)


def _choose(title: str, key: str, labels: dict[str, str]) -> None:
    st.pills(
        title, list(labels), key=key, selection_mode="multi", format_func=lambda each: plain(labels[each])
    )


def _set(view: PublicView) -> None:
    st.session_state.update(
        {
            _TEXT: view.text,
            _THEMES: list(view.themes),
            _TODAY: view.today,
            _FREE: view.free,
            _BASE: view.social_base_only,
            _THRESHOLDS: list(view.thresholds),
            _SIDES: list(view.sides),
            _LAYERS: list(view.layers),
            _AREA: view.area,
        }
    )


def _keep() -> None:
    """Streamlit drops a widget's value when its page was left; writing it back keeps it."""
    for key in (_TEXT, _THEMES, _TODAY, _FREE, _BASE, _THRESHOLDS, _SIDES, _LAYERS, _AREA):
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def _current() -> dict[str, str]:
    state = st.session_state
    view = PublicView(
        text=(state.get(_TEXT) or "").strip(),
        themes=tuple(state.get(_THEMES) or ()),
        today=bool(state.get(_TODAY)),
        free=bool(state.get(_FREE)),
        thresholds=tuple(state.get(_THRESHOLDS) or ()),
        sides=tuple(side for side in SIDES if side in (state.get(_SIDES) or ())),
        social_base_only=bool(state.get(_BASE, True)),
        layers=tuple(layer for layer in LAYERS if layer in (state.get(_LAYERS) or ())),
        area=state.get(_AREA) or "",
    )
    return view.to_query()


def _address() -> dict[str, str]:
    return {name: value for name, value in st.query_params.items() if name != VIEW_PARAMETER}
