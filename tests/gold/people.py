"""Gold examples of teams in the four quadrants and of people who can mean something to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from socialmap.collective.positions import Dot, Mean, mean_of, towards
from socialmap.collective.reciprocity import Person, Reciprocity, asks_of, gives_of
from socialmap.model.people import Mobility, Need, NeedStatus, Permission, Talent
from socialmap.model.values import LanguageCode, NeedId, ResidentId, TalentId, TalentKindId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.ontology.thesaurus import load_vocabulary
from tests.gold.example import Example, WrongExample, check_keys


def run_team_quadrants(example: Example, _: Path) -> None:
    example.keys({"posities", "verwacht"}, {"straks"})
    expected = example.content["verwacht"]
    check_keys(
        expected,
        set(),
        {"n", "gemiddelde", "spreiding", "afstand", "zin", "vak", "let_op", "wil"},
        "verwacht",
    )
    now = _dots(example.content["posities"])
    standing = mean_of(now)
    told: dict[str, Any] = {"n": standing.n, "zin": standing.sentence, "gemiddelde": None, "spreiding": None}
    told |= {"afstand": None, "vak": None, "let_op": ""}
    if isinstance(standing, Mean):
        assert "-0.0" not in {str(standing.x), str(standing.y), str(standing.spread)}
        told |= {
            "gemiddelde": [standing.x, standing.y],
            "spreiding": standing.spread,
            "afstand": standing.from_balance_percent,
            "vak": str(standing.quadrant),
            "let_op": standing.two_camps,
        }
    arrow = towards(now, _dots(example.content.get("straks", ())))
    told["wil"] = None if arrow is None else arrow.sentence
    assert {name: told[name] for name in expected} == expected


def run_reciprocity(example: Example, _: Path) -> None:
    example.keys({"mensen", "verwacht"})
    expected = example.content["verwacht"]
    check_keys(expected, set(), {"paren", "kringen"}, "verwacht")
    vocabulary = load_vocabulary()
    people = [_person(person, vocabulary, example.today) for person in example.content["mensen"]]
    if len({person.id for person in people}) < len(people):
        raise WrongExample("mensen: een id komt twee keer voor")
    found = Reciprocity(people, vocabulary)
    told = {
        "paren": [list(circle.members) for circle in found.pairs()],
        "kringen": [list(circle.members) for circle in found.rings()],
    }
    for name, circles in expected.items():
        assert told[name] == sorted(circles), name


def _dots(positions: Sequence[Sequence[float]]) -> list[Dot]:
    return [Dot(float(x), float(y)) for x, y in positions]


def _person(given: Mapping[str, Any], vocabulary: Vocabulary, today: date) -> Person:
    check_keys(given, {"id", "plek", "mobiliteit", "talen"}, {"talenten", "vraag"}, "mensen")
    mobility = Mobility(given["mobiliteit"])
    x_m, y_m = given["plek"]
    return Person(
        id=given["id"],
        x_m=float(x_m),
        y_m=float(y_m),
        mobility=mobility,
        languages=frozenset(LanguageCode(code) for code in given["talen"]),
        gives=gives_of(
            [_talent(talent, f"T-{number}") for number, talent in enumerate(given.get("talenten") or ())],
            vocabulary,
            today,
        ),
        asks=asks_of(_needs(given.get("vraag"), given["id"], mobility, today), vocabulary),
    )


def _talent(given: Mapping[str, Any], talent_id: str) -> Talent:
    check_keys(given, {"talent", "toestemming"}, {"toestemming_op", "ervaring_met"}, "talenten")
    if given["talent"] not in load_vocabulary().talents:
        raise WrongExample(f"talenten: '{given['talent']}' bestaat niet")
    consent, on = _consent(given)
    return Talent(
        id=TalentId(talent_id),
        talent=TalentKindId(given["talent"]),
        consent=consent,
        consent_on=on,
        experience_with=tuple(ThemeId(theme) for theme in given.get("ervaring_met", ())),
    )


def _consent(given: Mapping[str, Any]) -> tuple[Permission, date | None]:
    """``ja``, ``nog_vragen`` or ``nee``, with its date apart; or only the date of a yes."""
    told, on = given["toestemming"], given.get("toestemming_op")
    if told not in set(Permission):
        return Permission.YES, date.fromisoformat(told)
    return Permission(told), date.fromisoformat(on) if on else None


def _needs(given: Mapping[str, Any] | None, person: str, mobility: Mobility, today: date) -> list[Need]:
    if given is None:
        return []
    check_keys(given, {"thema", "mag_verbonden"}, {"status"}, "vraag")
    if given["thema"] not in load_vocabulary().themes:
        raise WrongExample(f"vraag: thema '{given['thema']}' bestaat niet")
    need = Need(
        id=NeedId("V-1"),
        resident_id=ResidentId(person),
        theme=ThemeId(given["thema"]),
        reported_on=today,
        mobility=mobility,
        available=(),
        may_be_linked=Permission(given["mag_verbonden"]),
        status=NeedStatus(given.get("status", "open")),
    )
    return [need]
