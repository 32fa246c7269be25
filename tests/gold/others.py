"""Gold examples of words, duplicates and quadrants."""

from __future__ import annotations

from pathlib import Path

from socialmap.language.opening import open_finder
from socialmap.model.provision import QuadrantItems
from socialmap.model.quadrants import membership, position, shares
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.duplicates import Candidate, KnownOffer, KnownOffers, likely_same
from tests.gold.example import Example, check_keys, point


def run_words(example: Example, _: Path) -> None:
    example.keys({"zin", "verwacht"})
    expected = example.content["verwacht"]
    check_keys(expected, set(), {"acuut", "themas", "alle_themas", "niet"}, "verwacht")
    found = open_finder(load_vocabulary()).find(example.content["zin"])
    assert found.acute == expected.get("acuut", False), "acuut"
    hits = [{"id": hit.theme, "score": hit.score, "label": hit.label} for hit in found.themes]
    for place, theme in enumerate(expected.get("themas", ())):
        check_keys(theme, {"id"}, {"score", "label"}, "themas")
        assert place < len(hits), f"{theme['id']} is niet gevonden, alleen {hits}"
        assert {name: hits[place][name] for name in theme} == theme
    if "alle_themas" in expected:
        assert [hit["id"] for hit in hits] == expected["alle_themas"]
    assert not {hit["id"] for hit in hits} & set(expected.get("niet", ()))


def run_duplicates(example: Example, _: Path) -> None:
    example.keys({"nieuw", "bestaand", "verwacht"})
    new = example.content["nieuw"]
    check_keys(new, {"naam"}, {"plek", "contact"}, "nieuw")
    known = []
    for offer in example.content["bestaand"]:
        check_keys(offer, {"id", "naam"}, {"plek", "contact"}, "bestaand")
        place = point(offer["plek"]) if offer.get("plek") else None
        known.append(KnownOffer(offer["id"], offer["naam"], place, offer.get("contact", "")))
    place = point(new["plek"]) if new.get("plek") else None
    found = likely_same(Candidate(new["naam"], place, new.get("contact", "")), KnownOffers(known))
    assert [same.id for same in found] == [line["id"] for line in example.content["verwacht"]]
    for same, line in zip(found, example.content["verwacht"], strict=True):
        check_keys(line, {"id"}, {"gelijkenis", "afstand", "waarom"}, "verwacht")
        told = {
            "id": same.id,
            "gelijkenis": same.similarity,
            "afstand": same.distance_m,
            "waarom": list(same.why),
        }
        assert {name: told[name] for name in line} == line


def run_quadrants(example: Example, _: Path) -> None:
    example.keys({"initiatieven", "verwacht"})
    expected = example.content["verwacht"]
    check_keys(expected, set(), {"posities", "aandelen"}, "verwacht")
    placed = []
    for initiative in example.content["initiatieven"]:
        check_keys(initiative, {"naam", "c", "f"}, set(), "initiatieven")
        (c1, c2, c3), (f1, f2, f3) = initiative["c"], initiative["f"]
        placed.append(position(QuadrantItems(c1=c1, c2=c2, c3=c3, f1=f1, f2=f2, f3=f3)))
    if "posities" in expected:
        told = [
            {"x": x, "y": y, "vakken": [str(quadrant) for quadrant in membership(x, y)]} for x, y in placed
        ]
        assert told == expected["posities"]
    if "aandelen" in expected:
        assert {str(quadrant): share for quadrant, share in shares(placed).items()} == expected["aandelen"]
