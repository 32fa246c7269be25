"""Every record of our feed by the schemas of HSDS 3.0 and Open Referral UK 3.0, formats included.

The schemas are not ours to carry, so these tests look for them beside the project. What always runs, with our
own table of the same facts, is in ``test_feed_by_its_rules`` and in the round trips.
"""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from socialmap.actions.ask_feed import Standard, ask_feed
from socialmap.actions.export_feed import export_hsds
from socialmap.actions.read_feed import import_feed
from socialmap.connectors.hsds_profile import merge_patch, patches
from socialmap.connectors.hsds_shapes import SHAPES, check
from socialmap.privacy.roles import Role, Viewer

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
HSDS, ORUK = REAL / "hsds_spec_3.0", REAL / "oruk_3.0"
OLDER = REAL / "hsds_ohana_sample" / "data" / "sample-csv"
needs_schemas = pytest.mark.skipif(
    not (HSDS.is_dir() and ORUK.is_dir()), reason="the schemas are not here; set SOCIALMAP_REAL_DATA"
)
needs_older = pytest.mark.skipif(
    not OLDER.is_dir(), reason="the older sample is not here; set SOCIALMAP_REAL_DATA"
)
ANYBODY, ADMINISTRATOR = Viewer(Role.VISITOR), Viewer(Role.ADMINISTRATOR)
ONE_BY_ONE = {
    "services": "service",
    "organizations": "organization",
    "service_at_locations": "service_at_location",
    "taxonomies": "taxonomy",
    "taxonomy_terms": "taxonomy_term",
}


def schemas_in(folder, *, patched=False):
    found = {}
    for path in sorted((folder / "schema").glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        schema = merge_patch(schema, patches().get(path.stem, {})) if patched else schema
        if schema:
            found[path.stem] = schema
    return found


def validators(schemas):
    registry = Registry().with_resources(
        (f"{name}.json", Resource.from_contents(schema, default_specification=DRAFT202012))
        for name, schema in schemas.items()
    )
    return {
        name: Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())
        for name, schema in schemas.items()
    }


def faults(validator, record):
    return [f"{list(error.path)}: {error.message}"[:200] for error in validator.iter_errors(record)]


def asked(workspace, standard, *path, **parameters):
    return ask_feed(workspace, ANYBODY, standard, path, parameters)


@needs_schemas
@pytest.mark.parametrize("patched", [False, True], ids=["HSDS", "the Dutch profile"])
def test_every_record_is_valid_by_the_schemas_of_hsds(demo_workspace, patched):
    checks = validators(schemas_in(HSDS, patched=patched))
    seen = 0
    for name, kind in ONE_BY_ONE.items():
        for record in asked(demo_workspace, Standard.HSDS, name, format="ndjson", full="true").lines:
            assert faults(checks[kind], record) == []
            seen += 1
    assert seen > 300


@needs_schemas
def test_every_record_is_valid_by_the_schemas_of_open_referral_uk(demo_workspace):
    checks = validators(schemas_in(ORUK))
    seen = 0
    for name, kind in ONE_BY_ONE.items():
        if kind == "organization":
            continue
        for record in asked(demo_workspace, Standard.ORUK, name, format="ndjson", full="true").lines:
            assert faults(checks[kind], record) == []
            assert set(record) <= set(checks[kind].schema["properties"])
            seen += 1
    assert seen > 250


@needs_schemas
def test_the_format_checker_sees_what_is_no_format(demo_workspace):
    (validator,) = [validators(schemas_in(HSDS))["service"]]
    record = asked(demo_workspace, Standard.HSDS, "services").document["contents"][0]
    for name, wrong in (("id", "1"), ("url", "voorbeeld/x"), ("email", "x"), ("last_modified", "gisteren")):
        assert faults(validator, record | {name: wrong})


@needs_schemas
def test_our_own_table_of_facts_is_the_standard():
    for name, schema in schemas_in(HSDS).items():
        if name == "openapi":
            continue
        shape = SHAPES[name]
        single = {
            k: v for k, v in schema["properties"].items() if v.get("type") != "array" and "$ref" not in v
        }
        forms = {k: "number" if v["type"] == "number" else v.get("format", "text") for k, v in single.items()}
        lists = {
            k: v["items"]["$ref"][:-5] for k, v in schema["properties"].items() if v.get("type") == "array"
        }
        ones = {k: v["$ref"][:-5] for k, v in schema["properties"].items() if "$ref" in v}
        assert (dict(shape.fields), dict(shape.lists), dict(shape.ones)) == (forms, lists, ones)
        assert shape.required == set(schema.get("required", ()))
        assert shape.required_in_table == set(schema.get("tabular_required") or ())
        assert {k: tuple(v["enum"]) for k, v in single.items() if "enum" in v} == dict(shape.options)
        assert f"{shape.file}.csv" == schema["path"]


@needs_schemas
def test_our_package_has_the_tables_and_columns_of_the_standard(demo_workspace, tmp_path):
    export_hsds(demo_workspace, ANYBODY, tmp_path / "pakket.zip")
    standard = json.loads((HSDS / "datapackage.json").read_text(encoding="utf-8"))
    resources = {one["path"]: one["schema"] for one in standard["resources"]}
    with zipfile.ZipFile(tmp_path / "pakket.zip") as package:
        own = json.loads(package.read("datapackage.json"))
        tables = [name for name in package.namelist() if name.endswith(".csv")]
        assert sorted(one["path"] for one in own["resources"]) == sorted(tables)
        for name in tables:
            rows = list(csv.DictReader(io.StringIO(package.read(name).decode("utf-8"))))
            columns = [field["name"] for field in resources[name]["fields"]]
            assert list(rows[0]) == columns
            required = [
                f["name"] for f in resources[name]["fields"] if f.get("constraints", {}).get("required")
            ]
            assert all(row[column] for row in rows for column in required)
            assert len({row["id"] for row in rows}) == len(rows)


def held(entities):
    return sorted((entity.kind, entity.name) for entity in entities)


@needs_schemas
@pytest.mark.parametrize(
    "example",
    [
        "hsds_spec_3.0/examples/service_full.json",
        "hsds_spec_3.0/examples/service_list.json",
        "hsds_spec_3.0/examples/csv",
        "oruk_3.0/examples/service_full.json",
        "oruk_3.0/Mocks/V3.0-UK-Default/service_full.json",
        "oruk_3.0/Mocks/V3.0-UK-Warn/service_full.json",
    ],
)
def test_the_examples_of_the_standard_are_read_whole(empty_workspace, example):
    result = import_feed(empty_workspace, ADMINISTRATOR, REAL / example, apply=True)
    assert result.plan.rejected == ()
    assert [kind for kind, _ in held(result.plan.new)] == ["initiative", "organisation"]
    again = import_feed(empty_workspace, ADMINISTRATOR, REAL / example, apply=True)
    assert (again.plan.new, again.plan.changed, again.batch) == ((), (), "")


@needs_schemas
def test_what_we_hold_of_the_example_goes_out_as_it_came_in(empty_workspace):
    path = HSDS / "examples" / "service_full.json"
    import_feed(empty_workspace, ADMINISTRATOR, path, apply=True)
    given = json.loads(path.read_text(encoding="utf-8"))
    (ours,) = asked(empty_workspace, Standard.HSDS, "services", format="ndjson", full="true").lines
    same = (
        "name",
        "status",
        "minimum_age",
        "maximum_age",
        "eligibility_description",
        "assured_date",
        "email",
    )
    assert {name: ours[name] for name in same} == {name: given[name] for name in same}
    assert ours["description"] == given["description"].strip()
    assert [one["code"] for one in ours["languages"]] == [one["code"] for one in given["languages"]]
    (schedule,) = given["schedules"]
    days = [(one["freq"], one["byday"], one["opens_at"], one["closes_at"]) for one in ours["schedules"]]
    assert days == [("WEEKLY", day, schedule["opens_at"], schedule["closes_at"]) for day in ("TH", "FR")]
    for name in ("name", "email", "website"):
        assert ours["organization"][name] == given["organization"][name]
    assert "Ann Persona" not in json.dumps(ours)


@needs_older
def test_a_package_of_before_3_0_is_read(empty_workspace):
    result = import_feed(empty_workspace, ADMINISTRATOR, OLDER, theme="meedoen", apply=True)
    kinds = [entity.kind for entity in result.plan.new]
    assert kinds.count("organisation") == 8
    assert kinds.count("initiative") > 15
    assert {refused.sheet for refused in result.plan.rejected} <= {"programs", "services"}
    again = import_feed(empty_workspace, ADMINISTRATOR, OLDER, theme="meedoen", apply=True)
    assert (again.plan.new, again.plan.changed, again.batch) == ((), (), "")


@needs_schemas
def test_the_examples_show_no_fault_to_our_own_check():
    for folder in (HSDS / "examples", ORUK / "Mocks" / "V3.0-UK-Default"):
        for name in ("service_full", "service_at_location_full", "taxonomy", "taxonomy_term"):
            record = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
            assert list(check(name.removesuffix("_full"), record)) == []
