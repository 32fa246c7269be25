"""Reading files: first a plan that changes nothing, then all of it, again without effect, and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import shapely

from socialmap.actions import danger_in_rows
from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.import_file import import_areas, import_table
from socialmap.actions.locate_address import locate_address
from socialmap.actions.origins import IMPORTED
from socialmap.actions.public_files import FileForm, export_open_file
from socialmap.actions.save_offer import change_offer, open_draft
from socialmap.actions.show_area import show_area
from socialmap.actions.show_history import find_history, undo_change
from socialmap.connectors.plan import Reading, Row, make_plan
from socialmap.errors import ImportRejected, NotFound
from socialmap.model.area import Neighbourhood
from socialmap.model.provision import Initiative
from socialmap.model.values import ThemeId
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE, LINDEHOF

pytestmark = pytest.mark.usefixtures("read_here")

ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)
BROKER = Viewer(Role.BROKER, "delia")
WORKER = Viewer(Role.PROFESSIONAL)

TABLE = """naam;thema;contact;plek;wanneer;kosten
Naaiatelier;Creatief bezig zijn;via de beheerder;Buurthuis De Linde;woensdag 10:00-12:00;0
Schaken;Spelletjes;bel 038-5550122;Bibliotheek Vogelweide;vrijdagmiddag;
Zonder thema;;via iemand;Buurthuis De Linde;;
"""


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "lijst-van-welzijn.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def found(workspace, text):
    return [line.name for line in browse_map(workspace, WORKER, MapView(text=text)).lines]


def ids_by_name(result):
    return {entity.name: entity.id for entity in result.plan.new}


def test_a_plan_tells_what_would_happen_and_changes_nothing(workspace, table):
    before = workspace.catalogue.position()
    result = import_table(workspace, ADMINISTRATOR, table)
    assert sorted(entity.name for entity in result.plan.new) == ["Naaiatelier", "Schaken"]
    assert [(refused.line, refused.field) for refused in result.plan.rejected] == [(4, "themes")]
    assert result.batch == ""
    assert workspace.catalogue.position() == before
    assert found(workspace, "naaiatelier") == []


def test_a_row_that_says_what_it_is_about_gets_a_theme_that_is_told_with_its_reason(workspace, tmp_path):
    path = tmp_path / "zonder.csv"
    path.write_text(
        "naam;contact;plek;omschrijving\n"
        "Soepclub;via de beheerder;Buurthuis De Linde;Elke woensdag samen eten met de buurt\n",
        encoding="utf-8",
    )
    plan = import_table(workspace, ADMINISTRATOR, path).plan
    (one,) = plan.suggested
    assert (one.name, one.line) == ("Soepclub", 2)
    first = one.themes[0]
    assert (first.label, first.because) == ("Samen eten", "herkend aan 'Samen eten'")
    assert plan.new[0].themes[0] == "samen-eten"


def test_good_rows_are_kept_and_can_be_found_at_once(workspace, table):
    result = import_table(workspace, ADMINISTRATOR, table, apply=True)
    assert result.batch
    assert found(workspace, "naaiatelier") == ["Naaiatelier"]
    answer = find_help(workspace, WORKER, HelpRequest(themes=(ThemeId("creatief"),), area_id=LINDEHOF.id))
    best = answer.matches[0]
    assert (best.name, best.place, best.distance_m) == ("Naaiatelier", "Buurthuis De Linde", 325)
    assert found(workspace, "zonder thema") == []


def test_an_import_is_in_the_history_under_its_source(workspace, table):
    result = import_table(workspace, ADMINISTRATOR, table, apply=True)
    (line,) = find_history(workspace, BROKER, ids_by_name(result)["Schaken"])
    assert (line.batch, line.who, line.what) == (result.batch, "beheerder", "toegevoegd: ingelezen")


def test_a_renamed_list_is_still_the_same_list(workspace, table):
    import_table(workspace, ADMINISTRATOR, table, apply=True)
    renamed = table.rename(table.with_name("lijst-maart.csv"))
    again = import_table(workspace, ADMINISTRATOR, renamed, apply=True)
    assert (again.plan.new, again.plan.unchanged) == ((), 2)


def test_lists_of_two_owners_do_not_mix(workspace, table):
    import_table(workspace, ADMINISTRATOR, table, source="welzijn", apply=True)
    other = import_table(workspace, ADMINISTRATOR, table, source="sport", apply=True)
    assert len(other.plan.new) == 2
    assert other.plan.gone == ()


def test_the_same_file_twice_changes_nothing(workspace, table):
    import_table(workspace, ADMINISTRATOR, table, apply=True)
    before = workspace.catalogue.position()
    again = import_table(workspace, ADMINISTRATOR, table, apply=True)
    assert (again.plan.new, again.plan.changed, again.plan.unchanged, again.batch) == ((), (), 2, "")
    assert workspace.catalogue.position() == before


def test_an_import_is_undone_as_a_whole(workspace, table):
    result = import_table(workspace, ADMINISTRATOR, table, apply=True)
    assert undo_change(workspace, ADMINISTRATOR, result.batch) == 2
    assert found(workspace, "naaiatelier") == found(workspace, "schaken") == []


def test_a_changed_file_changes_only_what_it_says(workspace, table):
    import_table(workspace, ADMINISTRATOR, table, apply=True)
    table.write_text(TABLE.replace("bel 038-5550122", "via de bieb"), encoding="utf-8")
    result = import_table(workspace, ADMINISTRATOR, table, apply=True)
    (changed,) = result.plan.changed
    assert [(field.field, field.before, field.after) for field in changed.fields] == [
        ("contact", "bel 038-5550122", "via de bieb")
    ]
    assert result.plan.unchanged == 1


def test_what_a_person_changed_is_not_overwritten_but_told(workspace, table):
    first = import_table(workspace, ADMINISTRATOR, table, apply=True)
    schaken = ids_by_name(first)["Schaken"]
    draft = open_draft(workspace, BROKER, "initiative", schaken)
    change_offer(workspace, BROKER, replace(draft.entity, contact="vraag aan de balie"), draft.version)
    table.write_text(
        TABLE.replace("bel 038-5550122", "via de bieb").replace("vrijdagmiddag", "zaterdagmiddag"),
        encoding="utf-8",
    )
    result = import_table(workspace, ADMINISTRATOR, table, apply=True)
    (conflict,) = result.plan.conflicts
    assert (conflict.name, conflict.field, conflict.stored, conflict.offered) == (
        "Schaken",
        "contact",
        "vraag aan de balie",
        "via de bieb",
    )
    now = workspace.catalogue.get(Initiative, schaken).entity
    assert now.contact == "vraag aan de balie"
    assert [session.slot for session in now.sessions] == ["za-middag"]


def test_what_a_list_no_longer_names_is_told_and_stays(workspace, table):
    import_table(workspace, ADMINISTRATOR, table, apply=True)
    table.write_text("\n".join(TABLE.splitlines()[:2]), encoding="utf-8")
    result = import_table(workspace, ADMINISTRATOR, table, apply=True)
    assert [kind for kind, _ in result.plan.gone] == ["initiative"]
    assert found(workspace, "schaken") == ["Schaken"]


def test_a_list_never_touches_what_others_put_on_the_map(workspace, table):
    import_table(workspace, ADMINISTRATOR, table, apply=True)
    assert workspace.catalogue.get(Initiative, KOFFIE.id).version == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "leeg"),
        (b"appels;peren\n1;2\n", "kolommen"),
        (b"<html><body>naam</body></html>", "webpagina"),
        (b"\x00\x01\x02\x03" * 50, "herkennen"),
    ],
    ids=["empty", "unknown columns", "web page", "bytes"],
)
def test_a_file_that_is_no_list_is_refused_with_a_reason(workspace, tmp_path, content, sentence):
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)
    with pytest.raises(ImportRejected, match=sentence):
        import_table(workspace, ADMINISTRATOR, path, apply=True)


def test_a_file_that_is_not_there_or_is_a_folder_is_told_apart(workspace, tmp_path):
    with pytest.raises(NotFound, match="bestaat niet"):
        import_table(workspace, ADMINISTRATOR, tmp_path / "nergens.csv")
    with pytest.raises(ImportRejected, match="geen gewoon bestand"):
        import_areas(workspace, ADMINISTRATOR, tmp_path)


def imported(workspace, tmp_path, *rows, header="naam;thema;contact;plek", apply=False):
    path = tmp_path / "rijen.csv"
    path.write_text("\n".join([header, *rows]), encoding="utf-8")
    return import_table(workspace, ADMINISTRATOR, path, apply=apply)


def test_a_row_about_a_person_is_refused_with_its_line_and_the_others_are_kept(workspace, tmp_path):
    person = "Naaien;Creatief bezig zijn;Mevrouw A. de Vries, Dorpsstraat 12, 06-12345678;Buurthuis De Linde"
    good = "Schaken;Spelletjes;via de balie;Bibliotheek Vogelweide"
    result = imported(workspace, tmp_path, person, good, apply=True)
    assert {(refused.line, refused.field) for refused in result.plan.rejected} == {(2, "contact")}
    assert result.plan.rejected_rows == 1
    assert [entity.name for entity in result.plan.new] == ["Schaken"]
    assert export_open_file(workspace, ADMINISTRATOR, FileForm.TURTLE, tmp_path / "buiten.ttl")
    assert "de Vries" not in (tmp_path / "buiten.ttl").read_text(encoding="utf-8")


def test_a_name_at_contact_is_noted(workspace, tmp_path):
    plan = imported(workspace, tmp_path, "Schaken;Spelletjes;via Fatima Jansen;Bibliotheek Vogelweide").plan
    assert plan.notes == ("Bij contact staat misschien een naam. Vraag of die openbaar mag.",)
    assert len(plan.new) == 1


def test_a_row_that_tells_of_danger_is_marked_with_its_line(workspace, tmp_path):
    header = "naam;thema;contact;plek;omschrijving"
    quiet = "Schaken;Spelletjes;via de balie;Bibliotheek Vogelweide;Een potje schaken met koffie."
    danger = "Praten;Rouw en verlies;via de balie;Bibliotheek Vogelweide;Zij slaat haar moeder thuis."
    told = "Regel 3 vertelt misschien over iemand in gevaar. Haal dat dan weg en volg de meldcode."
    result = imported(workspace, tmp_path, quiet, danger, header=header, apply=True)
    assert result.plan.notes == (told,)
    assert len(result.plan.new) == 2
    assert imported(workspace, tmp_path, quiet, danger, header=header).plan.notes == ()


def test_a_long_list_says_where_listening_for_danger_ended(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(danger_in_rows, "_MOST_LISTENED", 1)
    rows = [f"Spel {n};Spelletjes;via de balie {n};Lindehof;Een potje schaken, tafel {n}." for n in (1, 2)]
    plan = imported(workspace, tmp_path, *rows, header="naam;thema;contact;plek;omschrijving").plan
    assert "Alleen bij de eerste 1 regels is gekeken of er iemand in gevaar is." in plan.notes


def test_danger_beside_long_texts_is_heard_and_each_text_counts(workspace, monkeypatch):
    long = "Iedereen is welkom voor koffie, een spel of een praatje. Er is thee en een gastvrouw aan de deur."
    told = replace(KOFFIE, description=long, what_works=long, what_hinders="Zij slaat haar moeder thuis.")
    rows = tuple(Row(line, replace(told, id=f"praten-{line}"), frozenset()) for line in (2, 3))
    plan = make_plan(Reading(rows), {})
    heard = "Regel {} vertelt misschien over iemand in gevaar. Haal dat dan weg en volg de meldcode."
    noted = danger_in_rows.danger_noted
    assert [*noted(workspace, plan, Reading(rows))] == [heard.format(2), heard.format(3)]
    monkeypatch.setattr(danger_in_rows, "_MOST_LISTENED", 5)
    only = "Alleen bij de eerste 1 regels is gekeken of er iemand in gevaar is."
    assert [*noted(workspace, plan, Reading(rows))] == [heard.format(2), only]


def test_a_person_that_was_there_already_does_not_stop_another_change(workspace, tmp_path):
    row = "Schaken;Spelletjes;via de balie;Bibliotheek Vogelweide;{};{}"
    header = "naam;thema;contact;plek;omschrijving;kosten"
    first = imported(workspace, tmp_path, row.format("", ""), header=header, apply=True)
    (schaken,) = first.plan.new
    named = replace(schaken, description="Vraag naar Wiebke van der Meulen.")
    workspace.catalogue.save([named], actor="x", action=IMPORTED, at=workspace.clock())
    same = imported(workspace, tmp_path, row.format(named.description, "2"), header=header)
    assert (len(same.plan.changed), same.plan.rejected) == (1, ())


def test_what_breaks_a_rule_only_beside_what_is_stored_is_refused_with_its_line(workspace, tmp_path):
    rows = ("Schaken;Spelletjes;via;Lindehof;18", "Dammen;Spelletjes;via;Lindehof;")
    imported(workspace, tmp_path, *rows, header="naam;thema;contact;plek;leeftijd min", apply=True)
    rows = ("Schaken;Spelletjes;via;Lindehof;12", "Dammen;Spelletjes;via;Lindehof;12")
    result = imported(workspace, tmp_path, *rows, header="naam;thema;contact;plek;leeftijd max", apply=True)
    assert [(one.line, one.field, one.reason) for one in result.plan.rejected] == [
        (2, "age_max", "De hoogste leeftijd kan niet onder de laagste liggen.")
    ]
    assert [(change.after.name, change.after.age_max) for change in result.plan.changed] == [("Dammen", 12)]


def test_likely_doubles_are_noted_and_not_refused(workspace, tmp_path):
    rows = (
        "Koffie in Linde;Eenzaamheid;via;Buurthuis De Linde",
        "Naaiclub de Naald;Creatief bezig zijn;via;Bibliotheek Vogelweide",
        "Naaiclub De Naalden;Creatief bezig zijn;via;Bibliotheek Vogelweide",
    )
    plan = imported(workspace, tmp_path, *rows).plan
    assert plan.notes == (
        "Regel 2 lijkt op 'Koffie in de Linde', dat al op de kaart staat. Is het hetzelfde?",
        "Regel 3 lijkt op regel 4. Is het hetzelfde?",
    )
    assert len(plan.new) == 3


def test_the_number_of_an_organisation_makes_no_doubles(workspace, tmp_path):
    rows = [f"{name};Spelletjes;bel 038-5559999;Lindehof" for name in ("Schaken", "Bowlen", "Kaarten")]
    assert imported(workspace, tmp_path, *rows).plan.notes == ()
    two = imported(workspace, tmp_path, *rows[:2]).plan.notes
    assert two == ("Regel 2 lijkt op regel 3. Is het hetzelfde?",)


def test_only_the_first_of_very_many_doubles_are_told(workspace, tmp_path):
    rows = [f"Schaakclub {n};Spelletjes;via;Bibliotheek Vogelweide" for n in range(30)]
    notes = imported(workspace, tmp_path, *rows).plan.notes
    assert len(notes) == 21
    assert notes[-1] == "Er lijken er meer op elkaar."


def neighbourhood(code, name, west, inhabitants):
    geometry = json.loads(shapely.to_geojson(shapely.box(west, 52.50, west + 0.01, 52.51)))
    properties = {"buurtcode": code, "buurtnaam": name, "aantal_inwoners": inhabitants}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


@pytest.fixture
def areas(tmp_path):
    path = tmp_path / "buurten.geojson"
    features = [
        neighbourhood("BU99970101", "Noorderhof", 6.20, 1200),
        neighbourhood("BU99970102", "Zuiderhof", 6.21, -99997),
    ]
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def test_neighbourhoods_are_planned_saved_shown_and_searched_in(workspace, areas):
    planned = import_areas(workspace, ADMINISTRATOR, areas)
    assert planned.batch == ""
    assert sorted(area.kind for area in planned.plan.new) == [
        "district",
        "municipality",
        "neighbourhood",
        "neighbourhood",
    ]
    assert workspace.catalogue.count(Neighbourhood) == 3
    import_areas(workspace, ADMINISTRATOR, areas, apply=True)
    assert show_area(workspace, WORKER, "BU99970101").figures == ("1.200 inwoners",)
    (choice,) = locate_address(workspace, WORKER, "noorderhof")
    answer = find_help(workspace, WORKER, HelpRequest(themes=(ThemeId("bewegen"),), area_id=choice.area_id))
    assert answer.matches


def test_a_secret_figure_is_no_figure(workspace, areas):
    import_areas(workspace, ADMINISTRATOR, areas, apply=True)
    assert show_area(workspace, WORKER, "BU99970102").figures == ()


def test_neighbourhoods_twice_change_nothing_and_go_back_as_a_whole(workspace, areas):
    first = import_areas(workspace, ADMINISTRATOR, areas, apply=True)
    again = import_areas(workspace, ADMINISTRATOR, areas, apply=True)
    assert (again.plan.new, again.plan.changed, again.batch) == ((), (), "")
    assert undo_change(workspace, ADMINISTRATOR, first.batch) == 4
    assert locate_address(workspace, WORKER, "noorderhof") == ()
    with pytest.raises(NotFound):
        show_area(workspace, WORKER, "BU99970101")


def test_the_story_of_a_neighbourhood_survives_an_import(workspace, areas, tmp_path):
    path = tmp_path / "nieuw.geojson"
    feature = neighbourhood(str(LINDEHOF.id), "Lindehof", 6.05, 1900)
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    import_areas(workspace, ADMINISTRATOR, path, apply=True)
    panel = show_area(workspace, WORKER, LINDEHOF.id)
    assert panel.story == LINDEHOF.story
    assert "1.900 inwoners" in panel.figures
