"""Addresses asked from PDOK: only an answer of which street, number and place fit counts."""

import json
import os
from pathlib import Path

import pytest

from socialmap.connectors.locatieserver import Locatieserver, municipalities_named
from socialmap.errors import OutsideError
from socialmap.model.values import Point
from tests.unit.source_server import FREE, Reply, address, client_of, documents, source_server

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
HERE = ["GM9998"]
KNOWN = frozenset({"q", "fq", "fl", "rows", "start", "lat", "lon", "bq", "qf", "sort", "df", "wt"})
STREET = address("Kerkstraat", 0, type="weg", huisnummer=None, huis_nlt="", postcode="")


@pytest.fixture
def sources():
    with source_server() as server:
        yield server


def find(sources, typed, *found):
    sources.routes[FREE] = documents(*({k: v for k, v in one.items() if v is not None} for one in found))
    return Locatieserver(client_of(sources)).find(typed, HERE)


@pytest.mark.parametrize(
    "typed",
    ["Kerkstraat 12", "kerkstr. 12", "Kerkstraat 12, Dobberdam", "Kerkstraat 12, 9998 AB Dobberdam",
     "kerkstraat 12 9998ab"],
)  # fmt: skip
def test_an_address_that_fits_gives_its_point(sources, typed):
    (hit,) = find(sources, typed, address("Kerkstraat", 12), address("Kerkstraat", 14))
    assert (hit.point, hit.within_m) == (Point(6.105, 52.505), 0.0)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Kerkstraat 12", address("Kerkweg", 12)),
        ("Kerkstraat 12", address("Kerkstraat", 120)),
        ("Kerkstraat 12, Elders", address("Kerkstraat", 12)),
        ("Kerkstraat 12, 1234 XY", address("Kerkstraat", 12)),
        ("wat een onzin vandaag", address("Vandaagstraat", 1, score=99.0)),
        ("mevrouw Jansen Kerkstraat 12", address("Kerkstraat", 12)),
        ("Kerkstraat 12", address("Kerkstraat", 12, gemeentecode="0344")),
        ("Kerkstraat 12", address("Kerkstraat", 12, centroide_ll="POINT(2.3 48.8)")),
        ("Kerkstraat 12", address("Kerkstraat", 12, centroide_ll="")),
    ],
)
def test_an_answer_that_does_not_fit_what_was_typed_is_no_answer(sources, typed, found):
    assert find(sources, typed, found) == ()


def test_a_letter_that_was_not_typed_does_not_matter_and_one_that_was_does(sources):
    lettered = address("Kerkstraat", 12, huis_nlt="12A-1", huisletter="A")
    assert len(find(sources, "Kerkstraat 12", lettered)) == 1
    assert find(sources, "Kerkstraat 12b", lettered) == ()


def test_without_the_number_the_street_counts_and_a_postcode_alone_too(sources):
    assert len(find(sources, "Kerkstraat 999", STREET)) == 1
    assert len(find(sources, "Kerkstraat", STREET)) == 1
    postcode = address("Kerkstraat", 0, type="postcode", huisnummer=None, huis_nlt="")
    assert len(find(sources, "9998 AB", postcode)) == 1
    assert find(sources, "9998 AC", postcode) == ()


def test_the_best_kind_of_answer_goes_first(sources):
    (hit,) = find(sources, "Kerkstraat 12", STREET, address("Kerkstraat", 12))
    assert hit.label.startswith("Kerkstraat 12,")


def test_only_parameters_that_the_server_knows_are_sent_and_no_signs_of_its_language(sources):
    find(sources, 'Kerkstraat 12 OR type:* "x" (y)', address("Kerkstraat", 12))
    (asked,) = sources.asked
    assert asked.parameters.keys() <= KNOWN
    assert not set('*":()') & set(asked.parameters["q"][0])
    assert "gemeentecode:(9998)" in asked.parameters["fq"]


@pytest.mark.parametrize(
    "typed", ["Kerkstraat 12 tel 06-10000000", "jan@voorbeeld.example", "", "?!", "111222333 Kerkstraat"]
)
def test_a_text_about_a_person_is_not_sent(sources, typed):
    assert find(sources, typed, address("Kerkstraat", 12)) == ()
    assert sources.asked == []


@pytest.mark.parametrize(
    "reply",
    [Reply(b"{broken"), Reply(b'{"response": 3}'), Reply(status=500), Reply(kind="text/html"),
     Reply(b'{"error":{"metadata":[],"msg":"undefined field","code":400}}', status=400)],
)  # fmt: skip
def test_without_a_readable_answer_there_is_a_sentence_that_repeats_nothing(sources, reply):
    sources.routes[FREE] = reply
    with pytest.raises(OutsideError) as failure:
        Locatieserver(client_of(sources)).find("Kanariestraat 1", HERE)
    assert "anarie" not in repr(failure.value) + failure.value.remedy


def municipality(name, code):
    return {
        "type": "gemeente",
        "gemeentenaam": name,
        "gemeentecode": code,
        "weergavenaam": f"Gemeente {name}",
    }


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("Dobberdam", {"GM9998": "Dobberdam"}), ("dobberDAM", {"GM9998": "Dobberdam"}), ("Dobber", {}),
     ("Den Haag", {"GM9995": "'s-Gravenhage"}),
     ("Bergen", {"GM9996": "Bergen (L.)", "GM9997": "Bergen (NH.)"})],
)  # fmt: skip
def test_a_municipality_is_known_by_its_whole_name_and_its_code_gets_letters(sources, typed, expected):
    sources.routes[FREE] = documents(
        municipality("Dobberdam", "9998"), municipality("Bergen (NH.)", "9997"),
        municipality("Bergen (L.)", "9996"), municipality("'s-Gravenhage", "9995"),
        municipality("Dobberdam", "98"),
    )  # fmt: skip
    assert municipalities_named(typed, client_of(sources)) == expected


@pytest.mark.skipif(
    not (REAL / "pdok_locatieserver").is_dir(), reason="real data not here; set SOCIALMAP_REAL_DATA"
)
def test_the_recorded_answers_are_read(sources):
    folder = REAL / "pdok_locatieserver"
    document = json.loads((folder / "doc_adres_utrecht.json").read_text(encoding="utf-8"))
    street, number = document["straatnaam"], document["huisnummer"]
    sources.routes[FREE] = documents(document)
    server = Locatieserver(client_of(sources))
    assert len(server.find(f"{street} {number}", ["GM0344"])) == 1
    assert server.find(f"{street} {number + 1}", ["GM0344"]) == ()
    sources.routes[FREE] = Reply((folder / "free_postcode_3584CC.json").read_bytes())
    assert len(server.find("3584 CC", ["GM0344"])) == 2
    assert server.find("3584 CC", ["GM0193"]) == ()
    sources.routes[FREE] = Reply((folder / "free.json").read_bytes())
    assert len(server.find("Bolstraat 1 Utrecht", ["GM0344"])) == 1
