"""Who may do what: the access table of domain.md section 3, written down here a second time by hand.

The two copies must agree, so that a permission cannot be flipped in one place unnoticed. The roles of a
visitor and an administrator are not in the domain's table: a visitor is somebody without a role, who sees
what anybody in the street may know; an administrator looks after the installation and its data, and never
searches for a resident, sees talents or counts questions.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path

import pytest

import socialmap.actions
from socialmap.actions.ask_feed import Standard, ask_feed
from socialmap.actions.browse_map import MapView, browse_map, map_frame
from socialmap.actions.build_demo import build_demo
from socialmap.actions.check_store import check_store
from socialmap.actions.explain_connection import explain_connection
from socialmap.actions.export_feed import export_hsds, export_oruk
from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.find_similar import find_similar
from socialmap.actions.find_things import find_things
from socialmap.actions.get_ready import get_ready
from socialmap.actions.hint_plain_dutch import hint_plain_dutch
from socialmap.actions.import_file import carry_out, import_areas, import_table
from socialmap.actions.import_streets import import_streets
from socialmap.actions.list_colleagues import list_colleagues
from socialmap.actions.locate_address import area_at, locate_address, locate_place
from socialmap.actions.map_features import FeatureRequest, area_features, map_features
from socialmap.actions.print_invitation import invitation
from socialmap.actions.read_feed import import_feed, import_feed_by_address
from socialmap.actions.read_map_text import read_map_text
from socialmap.actions.run_query import list_queries, open_dataset, run_query
from socialmap.actions.save_offer import add_offer, change_offer, check_draft, open_draft
from socialmap.actions.search_choices import known_languages, search_choices
from socialmap.actions.show_area import show_area
from socialmap.actions.show_help import show_help
from socialmap.actions.show_history import find_history, history_of, undo_change
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_place import show_facility, show_organisation
from socialmap.actions.start_municipality import Start, start_municipality
from socialmap.actions.telling_values import tell_value
from socialmap.actions.understand_words import understand_words
from socialmap.actions.workspace import Workspace
from socialmap.connectors.plan import Reading
from socialmap.errors import NotAllowed, SetupError, UserError
from socialmap.model.provision import Initiative
from socialmap.model.values import InitiativeId, Layer, ThemeId
from socialmap.privacy.roles import PERMISSIONS, Right, Role, Viewer, layers_of, may
from tests.spec.calls_areas import CALLS as AREA_CALLS
from tests.spec.calls_bundles import CALLS as BUNDLE_CALLS
from tests.spec.calls_checks import CALLS as CHECK_CALLS
from tests.spec.calls_doubles import CALLS as DOUBLE_CALLS
from tests.spec.calls_gaps import CALLS as GAP_CALLS
from tests.spec.calls_needs import CALLS as NEED_CALLS
from tests.spec.calls_signals import CALLS as SIGNAL_CALLS
from tests.spec.calls_team import CALLS as TEAM_CALLS
from tests.spec.calls_travel import CALLS as TRAVEL_CALLS
from tests.town import DE_LINDE, KOFFIE, LINDEHOF, WANDELCLUB, WELZIJN, opened
from tests.unit.osm_files import along, as_xml

pytestmark = pytest.mark.usefixtures("read_here")

ROLES = (
    "bezoeker",
    "professional",
    "opbouwwerker",
    "sociaal makelaar",
    "teamleider",
    "beheerder",
)
# In the order of ROLES; "x" is allowed.
TABLE = {
    "aanbod zien": "xxxxxx",
    "openbare gegevens meenemen": "xxxxxx",
    "verbetering voorstellen": "xxxxxx",
    "aanbod melden": "-xxx-x",
    "aanbod wijzigen": "--xx-x",
    "aanbod toevoegen": "---x-x",
    "aanbod nakijken": "--xx--",
    "geschiedenis zien": "-xxxxx",
    "zoeken voor een bewoner": "-xxx--",
    "talenten zien": "-xxx--",
    "talenten toevoegen": "--xx--",
    "eigen vragen zien": "-x----",
    "vragen vastleggen": "-x----",
    "meegaan": "-x----",
    "veldnotities schrijven": "-xxx--",
    "aantallen vragen zien": "-xxxx-",
    "netwerken bijhouden": "--xx--",
    "ideeën zien": "-xxx--",
    "ideeën voorstellen": "-xx---",
    "ideeën leiden": "--x---",
    "op ideeën antwoorden": "--xx--",
    "aantallen ideeën zien": "-xxxx-",
    "signalen maken": "-xxx--",
    "signalen zien": "-xx-x-",
    "signalen leiden": "--x---",
    "kwetsbaar aanbod zien": "-xxx--",
    "eigen stip zetten": "-xx---",
    "gemiddelde van het team zien": "-xx-x-",
    "weekbericht zien": "-xxxx-",
    "verbindingen zien": "-xxx--",
    "verbindingen leggen": "--xx--",
    "gegevens inlezen": "-----x",
    "gegevens nakijken": "-----x",
    "gegevensmap klaarzetten": "-----x",
    "aantallen vrijgeven": "-----x",
}
LAYERS = {
    "bezoeker": {"buiten"},
    "professional": {"buiten", "schil", "kern"},
    "opbouwwerker": {"buiten", "schil"},
    "sociaal makelaar": {"buiten", "schil"},
    "teamleider": {"buiten"},
    "beheerder": {"buiten"},
}
DRAFT = Initiative(
    id=InitiativeId(""),
    name="Breicafé",
    themes=(ThemeId("creatief"),),
    contact="via de balie",
    no_fixed_place=True,
)
BOX = FeatureRequest(
    view=MapView(), west=6.0, south=52.4, east=6.2, north=52.6, zoom=15, layers=frozenset({"initiatives"})
)
NEARBY = HelpRequest(themes=(ThemeId("eenzaamheid"),), area_id=LINDEHOF.id)

Call = Callable[[Workspace, Viewer, Path], object]
ACTIONS: dict[str, tuple[str, Call]] = {
    "browse_map": ("aanbod zien", lambda w, v, _: browse_map(w, v, MapView())),
    "map_frame": ("aanbod zien", lambda w, v, _: map_frame(w, v)),
    "get_ready": ("gegevens nakijken", lambda w, v, _: get_ready(w, v)),
    "map_features": ("aanbod zien", lambda w, v, _: map_features(w, v, BOX)),
    "area_features": ("aanbod zien", lambda w, v, _: area_features(w, v)),
    "read_map_text": ("aanbod zien", lambda w, v, _: read_map_text(w, v, "koffie")),
    "show_offer": ("aanbod zien", lambda w, v, _: show_offer(w, v, KOFFIE.id)),
    "show_area": ("aanbod zien", lambda w, v, _: show_area(w, v, LINDEHOF.id)),
    "show_facility": ("aanbod zien", lambda w, v, _: show_facility(w, v, DE_LINDE.id)),
    "show_organisation": ("aanbod zien", lambda w, v, _: show_organisation(w, v, WELZIJN.id)),
    "hint_plain_dutch": ("aanbod zien", lambda _w, v, _: hint_plain_dutch(v, "Bewoners participeren.")),
    "show_help": ("aanbod zien", lambda w, v, _: show_help(w, v)),
    "known_languages": ("zoeken voor een bewoner", lambda w, v, _: known_languages(w, v)),
    "search_choices": ("aanbod zien", lambda w, v, _: search_choices(w, v)),
    "find_similar": ("aanbod zien", lambda w, v, _: find_similar(w, v, "Koffie")),
    "locate_place": ("aanbod zien", lambda w, v, _: locate_place(w, v, "Lindestraat 1")),
    "area_at": ("aanbod zien", lambda w, v, _: area_at(w, v, LINDEHOF.centre)),
    "list_colleagues": ("aanbod zien", lambda w, v, _: list_colleagues(w, v)),
    "invitation": ("aanbod zien", lambda w, v, _: invitation(w, v, KOFFIE.id)),
    "tell_value": ("aanbod zien", lambda w, v, _: tell_value(w, v, "cost_eur", 2.5)),
    "list_queries": ("aanbod zien", lambda w, v, _: list_queries(w, v)),
    "run_query": ("aanbod zien", lambda w, v, _: run_query(w, v, "partners", {})),
    "open_dataset": ("aanbod zien", lambda w, v, _: open_dataset(w, v)),
    "export_hsds": ("openbare gegevens meenemen", lambda w, v, f: export_hsds(w, v, f / "x.json")),
    "export_oruk": ("openbare gegevens meenemen", lambda w, v, f: export_oruk(w, v, f / "x.json")),
    "ask_feed": (
        "openbare gegevens meenemen",
        lambda w, v, _: ask_feed(w, v, Standard.HSDS, ("services",), {}),
    ),
    "find_help": ("zoeken voor een bewoner", lambda w, v, _: find_help(w, v, NEARBY)),
    "understand_words": ("zoeken voor een bewoner", lambda w, v, _: understand_words(w, v, "78 jaar")),
    "locate_address": ("zoeken voor een bewoner", lambda w, v, _: locate_address(w, v, "Lindestraat 1")),
    "find_things": ("verbindingen zien", lambda w, v, _: find_things(w, v, KOFFIE.name)),
    "explain_connection": ("verbindingen zien", lambda w, v, _: connection(w, v)),
    "history_of": ("geschiedenis zien", lambda w, v, _: history_of(w, v, "initiative", KOFFIE.id)),
    "find_history": ("geschiedenis zien", lambda w, v, _: find_history(w, v, KOFFIE.id)),
    "open_draft": ("aanbod wijzigen", lambda w, v, _: open_draft(w, v, "initiative", KOFFIE.id)),
    "check_draft": ("aanbod wijzigen", lambda w, v, _: check_draft(w, v, DRAFT)),
    "change_offer": ("aanbod wijzigen", lambda w, v, _: change_offer(w, v, KOFFIE, 1)),
    "undo_change": ("aanbod wijzigen", lambda w, v, _: undo_change(w, v, renamed(w))),
    "add_offer": ("aanbod toevoegen", lambda w, v, _: add_offer(w, v, DRAFT)),
    "import_areas": ("gegevens inlezen", lambda w, v, folder: import_areas(w, v, areas(folder))),
    "import_streets": ("gegevens inlezen", lambda w, v, folder: import_streets(w, v, streets(folder))),
    "import_table": ("gegevens inlezen", lambda w, v, folder: import_table(w, v, table(folder))),
    "import_feed": ("gegevens inlezen", lambda w, v, folder: import_feed(w, v, feed(folder))),
    "import_feed_by_address": ("gegevens inlezen", lambda w, v, _: offline(w, v)),
    "carry_out": ("gegevens inlezen", lambda w, v, _: carry_out(w, v, Reading(()), (), apply=False)),
    "start_municipality": ("gegevensmap klaarzetten", lambda w, v, folder: prepared(v, folder)),
    "check_store": ("gegevens nakijken", lambda w, v, _: check_store(w, v)),
    "build_demo": ("gegevensmap klaarzetten", lambda w, v, _: begun(w, v)),
    **AREA_CALLS,
    **BUNDLE_CALLS,
    **CHECK_CALLS,
    **DOUBLE_CALLS,
    **GAP_CALLS,
    **NEED_CALLS,
    **SIGNAL_CALLS,
    **TEAM_CALLS,
    **TRAVEL_CALLS,
}


def connection(workspace: Workspace, viewer: Viewer) -> object:
    return explain_connection(workspace, viewer, f"initiative/{KOFFIE.id}", f"facility/{DE_LINDE.id}")


def renamed(workspace: Workspace) -> str:
    """The batch of a change that can be taken back."""
    entity = workspace.catalogue.get(Initiative, WANDELCLUB.id).entity
    changed = replace(entity, name=workspace.new_id("loopclub"))
    saved = workspace.catalogue.save([changed], actor="x", action="y", at=workspace.clock())
    return saved.batch


def areas(folder: Path) -> Path:
    path = folder / "buurten.geojson"
    path.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature",'
        '"properties":{"buurtcode":"BU99970101","buurtnaam":"Noorderhof"},'
        '"geometry":{"type":"Polygon","coordinates":[[[6.2,52.5],[6.21,52.5],[6.21,52.51],[6.2,52.5]]]}}]}',
        encoding="utf-8",
    )
    return path


def table(folder: Path) -> Path:
    path = folder / "lijst.csv"
    path.write_text("naam;thema;contact;plek\nSchaken;Spelletjes;via;geen vaste plek\n", encoding="utf-8")
    return path


def streets(folder: Path) -> Path:
    path = folder / "straten.osm"
    path.write_bytes(as_xml(*along([(-500, 0), (500, 0)])))
    return path


def prepared(viewer, folder):
    areas(folder)
    with opened(folder / "begin") as workspace:
        return start_municipality(workspace, viewer, Start("GM9997", folder), tell=lambda _: None)


def feed(folder: Path) -> Path:
    path = folder / "feed.json"
    path.write_text(
        '{"id":"1554f2e2-a373-45db-a3fa-9fc48a61c15e","name":"Samen eten","status":"active"}',
        encoding="utf-8",
    )
    return path


def offline(workspace: Workspace, viewer: Viewer) -> object:
    """Nobody is asked here: who gets so far as to be told that, was let through."""
    try:
        return import_feed_by_address(workspace, viewer, "https://feed.example")
    except SetupError as turned_off:
        return turned_off


def begun(workspace: Workspace, viewer: Viewer) -> object:
    """Dobberdam is in the way of the demo: who gets so far as to be told that, was let through."""
    try:
        return build_demo(workspace, viewer)
    except NotAllowed:
        raise
    except UserError as in_the_way:
        return in_the_way


def allowed(role: str, right: str) -> bool:
    return TABLE[right][ROLES.index(role)] == "x"


def test_the_table_of_the_program_is_this_table_to_the_letter():
    assert {right.value for right in Right} == set(TABLE)
    assert [role.value for role in Role] == list(ROLES)
    assert {role.value: {right.value for right in rights} for role, rights in PERMISSIONS.items()} == {
        role: {right for right in TABLE if allowed(role, right)} for role in ROLES
    }


def test_the_layers_of_each_role_are_these():
    found = {role.value: {layer.value for layer in layers_of(Viewer(role))} for role in Role}
    assert found == LAYERS
    assert {layer.value for layer in Layer} == {"buiten", "schil", "kern"}


def test_a_single_flipped_permission_is_noticed(monkeypatch):
    for role, right in product(Role, Right):
        flipped = {**PERMISSIONS, role: PERMISSIONS[role] ^ {right}}
        monkeypatch.setattr("socialmap.privacy.roles.PERMISSIONS", flipped)
        assert may(Viewer(role), right) != allowed(role, right)


@pytest.fixture(scope="module")
def shared(saved_town, tmp_path_factory):
    """One Dobberdam for all the calls below: what they write is in nobody's way."""
    folder = shutil.copytree(saved_town, tmp_path_factory.mktemp("rechten") / "dobberdam")
    with opened(folder) as workspace:
        yield workspace


@pytest.mark.parametrize("name", ACTIONS)
def test_an_action_lets_through_who_may_and_refuses_the_others_kindly(name, shared, tmp_path):
    right, call = ACTIONS[name]
    for role in Role:
        viewer = Viewer(role, "proef")
        if allowed(role, right):
            call(shared, viewer, tmp_path)
            continue
        with pytest.raises(NotAllowed) as refused:
            call(shared, viewer, tmp_path)
        assert str(refused.value) == "Je mag dit niet zien. Vraag het aan je teamleider."
        assert refused.value.remedy


@pytest.mark.parametrize("name", ["add_offer", "change_offer", "import_table", "build_demo"])
def test_who_is_refused_has_changed_nothing(name, shared, tmp_path):
    before = shared.catalogue.position()
    with pytest.raises(NotAllowed):
        ACTIONS[name][1](shared, Viewer(Role.VISITOR), tmp_path)
    assert shared.catalogue.position() == before


@cache
def public_actions() -> dict[str, ast.FunctionDef]:
    """Every function in the actions that takes a viewer, by name."""
    found = {}
    for module in pkgutil.iter_modules(socialmap.actions.__path__):
        source = inspect.getsource(importlib.import_module(f"socialmap.actions.{module.name}"))
        for node in ast.parse(source).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                names = {argument.arg for argument in node.args.args}
                if "viewer" in names:
                    found[node.name] = node
    return found


def test_every_action_is_in_this_test():
    assert set(public_actions()) == set(ACTIONS)


@pytest.mark.parametrize("name", sorted(ACTIONS))
def test_an_action_asks_permission_before_anything_else(name):
    first = public_actions()[name].body[1]  # the docstring comes before it
    assert isinstance(first, ast.Expr)
    assert ast.unparse(first).startswith("permit(viewer, Right.")
