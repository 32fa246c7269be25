"""The frame of every screen: three doors and help, the role choice, the mark that says what is invented."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from socialmap.actions.browse_map import map_frame
from socialmap.actions.list_colleagues import list_colleagues
from socialmap.privacy.roles import Right, Role, Viewer, may
from socialmap.ui import session
from socialmap.ui.assets import OWN_FOLDER
from socialmap.ui.guard import guarded
from socialmap.ui.pages import choose_municipality, choose_role
from socialmap.ui.public_address import LOOK_AROUND
from socialmap.ui.text import TEXT

_PAGES = Path(__file__).parent / "pages"
_FIRST_SCREEN = {Role.PROFESSIONAL: "find", Role.BROKER: "add"}


@dataclass(frozen=True, slots=True)
class Door:
    """A screen behind *Samen werken*: its file, title and address, and the right one needs to see it."""

    file: str
    title: str
    url_path: str
    right: Right


TOGETHER: tuple[Door, ...] = (
    Door("this_week.py", TEXT.week.title, "deze-week", Right.SEE_WEEK),
    Door("ideas.py", TEXT.idea.title, "samen", Right.COUNT_BUNDLES),
    Door("new_need.py", TEXT.need.title, "nieuwe-vraag", Right.RECORD_NEEDS),
    Door("own_needs.py", TEXT.own.title, "mijn-vragen", Right.SEE_OWN_NEEDS),
    Door("talents.py", TEXT.talent.title, "wie-kan-wat", Right.SEE_TALENTS),
    Door("field_notes.py", TEXT.note.title, "veldnotities", Right.WRITE_FIELD_NOTES),
    Door("networks.py", TEXT.network.title, "netwerken", Right.SEE_CONNECTIONS),
    Door("white_spots.py", TEXT.too_little.title, "te-weinig", Right.SEE_NEED_COUNTS),
    Door("vulnerable.py", TEXT.falling.title, "wegvallen", Right.SEE_VULNERABLE),
    Door("checks.py", TEXT.checks.title, "klopt-dit-nog", Right.REPORT_OFFERS),
    Door("signals.py", TEXT.signals.title, "signalen", Right.SEE_SIGNALS),
    Door("write_signal.py", TEXT.write_signal.title, "schrijf-signaal", Right.MAKE_SIGNALS),
    Door("four_quadrants.py", TEXT.spread.title, "vier-vakken", Right.SEE_OFFERS),
    Door("compare.py", TEXT.compare.title, "vergelijk", Right.SEE_OFFERS),
    Door("where_we_stand.py", TEXT.stand.door, "waar-staan-we", Right.SEE_TEAM_MEAN),
    Door("conversation.py", TEXT.talk.title, "gesprek", Right.SEE_TEAM_MEAN),
    Door("connections.py", TEXT.links.title, "verbindingen", Right.SEE_CONNECTIONS),
    Door("read_list.py", TEXT.lists.title, "lijst-inlezen", Right.IMPORT),
    Door("own_areas.py", TEXT.own_area.title, "eigen-gebieden", Right.CHANGE_OFFERS),
    Door("doubles.py", TEXT.double.title, "dubbel", Right.CHANGE_OFFERS),
)
"""In the order of the list."""

_DOORS = {
    "map": ("map_page.py", TEXT.frame.map, "kaart"),
    "find": ("find_help.py", TEXT.frame.find, "zoek"),
    "add": ("add_offer.py", TEXT.frame.add, "voeg-toe"),
    "help": ("help_page.py", TEXT.frame.help, "help"),
    **{door.url_path: (door.file, door.title, door.url_path) for door in TOGETHER},
}
_FIRST = "map"
ADDRESSES = frozenset(url_path for name, (_, _, url_path) in _DOORS.items() if name != _FIRST)
"""The first door has no address but ``/``: Streamlit does not know it by its name."""


def pages() -> dict[str, st.Page]:
    """The doors, each a file with ``render(workspace, viewer)``."""
    return {
        name: st.Page(_PAGES / file, title=title, url_path=url_path, default=name == _FIRST)
        for name, (file, title, url_path) in _DOORS.items()
    }


def show() -> None:
    """Draw the frame and, once a role is chosen, the page in it."""
    st.set_page_config(page_title=TEXT.frame.name, page_icon=str(OWN_FOLDER / "icon.svg"), layout="wide")
    doors = pages()
    page = st.navigation(list(doors.values()), position="hidden")
    session.forget_when_idle()
    guarded(choose_municipality.take_over_address)
    if session.municipalities() and not session.chosen_municipality():
        guarded(choose_municipality.render)
        return
    viewer = session.viewer() or _looking_around()
    if viewer is None:
        guarded(lambda: _choose_first(doors, page))
        return
    guarded(lambda: _header(doors, page, viewer))
    page.run()
    session.watch_for_idleness()


def _looking_around() -> Viewer | None:
    """Who follows an address that somebody shared sees it at once, as anybody may."""
    name, value = LOOK_AROUND
    if st.query_params.get(name) != value:
        return None
    del st.query_params[name]
    session.choose_role(Role.VISITOR)
    return session.viewer()


def _choose_first(doors: dict[str, st.Page], page: st.Page) -> None:
    role = choose_role.render(is_demo=map_frame(session.workspace(), Viewer(Role.VISITOR)).is_demo)
    if role is None:
        return
    colleagues = list_colleagues(session.workspace(), Viewer(role))
    session.choose_role(role, colleagues[0].id if colleagues else "")
    first = doors[_FIRST_SCREEN.get(role, "map")]
    if page == doors["map"] and first != page and not _asks_for_something():
        st.switch_page(first)
    st.rerun()


def _asks_for_something() -> bool:
    return any(name != session.MUNICIPALITY_PARAMETER for name in st.query_params)


def _header(doors: dict[str, st.Page], page: st.Page, viewer: Viewer) -> None:
    words = TEXT.frame
    with st.container(key="kop", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            f'<div class="merk"><img src="/assets/own/icon.svg" alt=""><span>{words.name}</span></div>',
            width="content",
        )
        with st.container(key="deuren", horizontal=True, gap="small", width="content"):
            for name in ("map", "find", "add"):
                _door(doors, page, name)
            _together(doors, page, viewer)
            _door(doors, page, "help")
        with st.container(key="rechts", horizontal=True, horizontal_alignment="right", gap="small"):
            if map_frame(session.workspace(), viewer).is_demo:
                st.html(f'<span class="demo" title="{words.demo_help}">{words.demo}</span>', width="content")
            chosen = choose_municipality.switch()
            if chosen:
                st.switch_page(doors[_FIRST], query_params={session.MUNICIPALITY_PARAMETER: chosen})
            _who(viewer)


def _door(doors: dict[str, st.Page], page: st.Page, name: str) -> None:
    here = "hier" if doors[name] == page else "deur"
    with st.container(key=f"{here}_{name}", width="content"):
        st.page_link(doors[name], label=doors[name].title)


def _together(doors: dict[str, st.Page], page: st.Page, viewer: Viewer) -> None:
    """The list of screens for working together that this role may see."""
    open_doors = [door for door in TOGETHER if may(viewer, door.right)]
    if not open_doors:
        return
    here = "hier" if any(doors[door.url_path] == page for door in open_doors) else "deur"
    with (
        st.container(key=f"{here}_samen", width="content"),
        st.popover(TEXT.frame.together, key=f"samen_werken_{page.url_path}"),
    ):
        for door in open_doors:
            st.page_link(doors[door.url_path], label=door.title)


def _who(viewer: Viewer) -> None:
    """Who is looking, and the way to be somebody else."""
    words = TEXT.frame
    name = TEXT.roles.name_of(viewer.role)
    colleagues = list_colleagues(session.workspace(), viewer)
    with st.popover(name[:1].upper() + name[1:], key="rol_keuze"):
        st.markdown(words.your_role.format(role=f"**{name}**"))
        if colleagues:
            names = {colleague.id: colleague.label for colleague in colleagues}
            chosen = st.selectbox(
                words.your_name,
                options=list(names),
                format_func=names.__getitem__,
                index=list(names).index(viewer.name) if viewer.name in names else None,
                placeholder=words.choose_name,
                key=f"collega_keuze_{viewer.role.name}",
            )
            if chosen and chosen != viewer.name:
                session.choose_role(viewer.role, chosen)
                st.rerun()
        st.button(words.other_role, key="andere_rol", on_click=session.choose_role, args=(None,))


if __name__ == "__main__":
    show()
