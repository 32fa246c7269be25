"""What a validator of feeds asks: every address described, first, middle and last page, ids from lists."""

from __future__ import annotations

import json
import re
import zipfile

import pytest

from socialmap.actions.ask_feed import Standard, ask_feed, root_of
from socialmap.actions.export_feed import export_hsds, export_oruk
from socialmap.connectors.hsds_openapi import openapi
from socialmap.connectors.hsds_profile import merge_patch, patches
from socialmap.connectors.hsds_shapes import SHAPES, check
from socialmap.errors import InvalidInput, NotFound
from socialmap.privacy.roles import Role, Viewer

ANYBODY = Viewer(Role.VISITOR)
HEADER = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"]
KINDS = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}
LISTS = [(s, n) for s in Standard for n in KINDS if not (s is Standard.ORUK and n == "organizations")]


def asked(workspace, standard, *path, **parameters):
    return ask_feed(workspace, ANYBODY, standard, path, parameters)


def test_the_description_has_what_a_validator_looks_for():
    described = openapi()
    assert described["openapi"].startswith("3.")
    assert described["info"]["title"]
    assert described["info"]["version"]
    assert {"/", "/services", "/services/{id}"} <= set(described["paths"])


@pytest.mark.parametrize(("standard", "name"), LISTS)
def test_first_middle_and_last_page_hold_together_all_records_once(demo_workspace, standard, name):
    first = asked(demo_workspace, standard, name, per_page="7").document
    assert list(first) == HEADER
    assert (first["page_number"], first["first_page"], first["empty"]) == (1, True, False)
    ids = []
    for number in range(1, first["total_pages"] + 1):
        page = asked(demo_workspace, standard, name, per_page="7", page=str(number)).document
        assert page["last_page"] == (number == first["total_pages"])
        assert page["first_page"] == (number == 1)
        assert page["size"] == len(page["contents"]) <= 7
        for record in page["contents"]:
            assert list(check(KINDS[name], record)) == []
        ids += [record["id"] for record in page["contents"]]
    assert len(ids) == len(set(ids)) == first["total_items"]
    beyond = asked(demo_workspace, standard, name, per_page="7", page=str(first["total_pages"] + 1)).document
    assert (beyond["empty"], beyond["contents"], beyond["last_page"]) == (True, [], True)


@pytest.mark.parametrize(("standard", "name"), LISTS)
def test_every_id_of_a_list_leads_to_its_record(demo_workspace, standard, name):
    for record in list(asked(demo_workspace, standard, name, format="ndjson").lines)[:25]:
        whole = asked(demo_workspace, standard, name, record["id"].upper()).document
        assert whole["id"] == record["id"]
        assert list(check(KINDS[name], whole)) == []


@pytest.mark.parametrize(("standard", "name"), LISTS)
def test_an_id_of_nothing_is_not_found(demo_workspace, standard, name):
    with pytest.raises(NotFound, match="Dit is er niet"):
        asked(demo_workspace, standard, name, "00000000-0000-0000-0000-000000000000")


def test_every_address_of_the_description_answers(demo_workspace):
    for path in openapi()["paths"]:
        name = path.split("/")[1]
        if not name:
            assert set(root_of(Standard.HSDS, "http://hier")) == {"version", "profile", "openapi_url"}
        else:
            record = asked(demo_workspace, Standard.HSDS, name).document["contents"][0]
            rest = [record["id"]] if "{id}" in path else []
            assert asked(demo_workspace, Standard.HSDS, name, *rest).document


def test_open_referral_uk_has_no_addresses_for_organisations(demo_workspace):
    with pytest.raises(NotFound):
        asked(demo_workspace, Standard.ORUK, "organizations")


def test_the_profile_lies_where_the_feed_says(demo_workspace):
    names = asked(demo_workspace, Standard.HSDS, "profile").document
    assert "address.json" in names
    for name in names:
        answer = asked(demo_workspace, Standard.HSDS, "profile", name).document
        assert answer == patches()[name.removesuffix(".json")]


def test_the_profile_only_names_what_the_standard_has():
    for name, patch in patches().items():
        if name == "openapi" or patch is None:
            assert name == "openapi" or name in SHAPES
            continue
        shape = SHAPES[name]
        known = {*shape.fields, *shape.lists, *shape.ones}
        assert set(patch.get("properties", {})) <= known
        assert set(patch.get("required", ())) <= shape.required


def test_a_merge_patch_is_that_of_the_rfc():
    cases = [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"a": "foo"}, None, None),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ]
    for target, patch, expected in cases:
        assert merge_patch(target, patch) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        *({"page": text} for text in ("0", "x", "-1", "²")),
        {"per_page": "100000"},
        {"format": "xml"},
        {"modified_after": "gisteren"},
        {"proximity": "dichtbij"},
        {"day": "feestdag"},
        {"start_time": "25:00"},
    ],
)
def test_a_parameter_that_cannot_be_is_told(demo_workspace, wrong):
    with pytest.raises(InvalidInput):
        asked(demo_workspace, Standard.HSDS, "services", **wrong)


def test_exports_say_the_same_twice_and_hold_what_the_address_gives(demo_workspace, tmp_path):
    for name, export in (("a.json", export_hsds), ("a.zip", export_hsds), ("uk.json", export_oruk)):
        told = export(demo_workspace, ANYBODY, tmp_path / name)
        first = (tmp_path / name).read_bytes()
        export(demo_workspace, ANYBODY, tmp_path / name)
        assert (tmp_path / name).read_bytes() == first
        assert told.size == len(first)
    page = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert list(page) == HEADER
    assert page["contents"] == list(
        asked(demo_workspace, Standard.HSDS, "services", full="true", format="ndjson").lines
    )
    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        names = set(package.namelist())
    assert {
        "services.csv",
        "organizations.csv",
        "locations.csv",
        "datapackage.json",
        "profile/address.json",
    } <= names


def test_nothing_of_another_layer_is_in_the_feed(demo_workspace, tmp_path):
    export_hsds(demo_workspace, ANYBODY, tmp_path / "a.ndjson")
    text = (tmp_path / "a.ndjson").read_text(encoding="utf-8")
    assert "checked_by" not in text
    assert not re.search(r"(resident|need|talent|handover|professional)-", text)
