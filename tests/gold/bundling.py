"""Gold examples of bundling: initiatives through the index, the rest as it stands, one run for one theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from socialmap.collective.bundling import bundle
from socialmap.collective.bundling_inputs import (
    Fit,
    Fits,
    LeadCandidate,
    Means,
    OpenQuestion,
    Partner,
)
from socialmap.collective.proposals import Bundling, Lead, NewGroup, TooFew
from socialmap.collective.rooms import Venue, in_week_order
from socialmap.model.people import Mobility, PeerWish, Permission
from socialmap.model.values import DayPart, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.fitting import fits
from socialmap.search.index import OfferIndex
from socialmap.search.places import PlaceBook
from socialmap.search.question import Question
from tests.gold.example import Example, check_keys
from tests.gold.matching import read_offer, yes_or_no

QUESTION_REQUIRED = {
    "id", "persoon", "start", "mobiliteit", "dagdelen", "talen", "mag_verbonden", "gemeld_op",
}  # fmt: skip
QUESTION_OPTIONAL = {"rolstoel", "drempels", "neventhemas", "lotgenoten", "leeftijd", "persoon_is"}
VENUE_REQUIRED = {"id", "naam", "plek", "vrij", "capaciteit", "kosten", "rolstoel"}
CANDIDATE_REQUIRED = {"id", "persoon", "talent", "plek", "mobiliteit", "dagdelen", "talen", "leidt"}
PARTNER_REQUIRED = {"id", "naam", "themas", "plek"}
ANSWERS = {
    "aansluiten", "uitbreiden", "nieuw", "te_weinig", "mogelijk_ook", "niet_bundelen", "geen_plek",
}  # fmt: skip
GROUP_KEYS = {
    "voorziening", "dagdeel", "taal", "leden", "gemiddelde_afstand", "trekkers", "partner", "score",
}  # fmt: skip
TOO_FEW_KEYS = {"voorziening", "dagdeel", "taal", "leden", "nog_nodig"}


def run_bundling(example: Example, _: Path) -> None:
    """Fail with what differs; see README.md for the format."""
    example.keys(
        {"thema", "vragen", "verwacht"},
        {"minimum", "initiatieven", "voorzieningen", "talenten", "partners"},
    )
    expected = example.content["verwacht"]
    check_keys(expected, set(), ANSWERS, "verwacht")
    found = answer(example)
    compare_existing(found, expected)
    compare_people(found, expected)
    if "nieuw" in expected:
        compare_new(found.new, expected["nieuw"])
    if "te_weinig" in expected:
        compare_too_few(found.too_few, expected["te_weinig"])


def answer(example: Example) -> Bundling:
    content, vocabulary = example.content, load_vocabulary()
    return bundle(
        content["thema"],
        [read_question(each) for each in content["vragen"]],
        read_means(content),
        fitting(content, vocabulary, example.today),
        vocabulary,
        minimum=content.get("minimum"),
    )


def read_question(given: Mapping[str, Any]) -> OpenQuestion:
    check_keys(given, QUESTION_REQUIRED, QUESTION_OPTIONAL, given.get("id", "vraag"))
    x_m, y_m = given["start"]
    return OpenQuestion(
        id=given["id"],
        person=given["persoon"],
        x_m=x_m,
        y_m=y_m,
        mobility=Mobility(given["mobiliteit"]),
        available=in_week_order(map(DayPart, given["dagdelen"])),
        languages=tuple(given["talen"]),
        may_be_linked=Permission(given["mag_verbonden"]),
        reported_on=date.fromisoformat(given["gemeld_op"]),
        wheelchair=given.get("rolstoel", False) or "rolstoel" in given.get("drempels", ()),
    )


def read_means(content: Mapping[str, Any]) -> Means:
    return Means(
        [read_venue(each) for each in content.get("voorzieningen", ())],
        [read_candidate(each) for each in content.get("talenten", ())],
        [read_partner(each) for each in content.get("partners", ())],
    )


def read_venue(given: Mapping[str, Any]) -> Venue:
    check_keys(given, VENUE_REQUIRED, {"keuken"}, given.get("id", "voorziening"))
    x_m, y_m = given["plek"]
    return Venue(
        id=given["id"],
        name=given["naam"],
        x_m=x_m,
        y_m=y_m,
        free_at=in_week_order(map(DayPart, given["vrij"])),
        capacity=given["capaciteit"],
        cost_eur=given["kosten"],
        wheelchair=yes_or_no(given["rolstoel"]),
        kitchen=yes_or_no(given["keuken"]) if "keuken" in given else Tri.UNKNOWN,
    )


def read_candidate(given: Mapping[str, Any]) -> LeadCandidate:
    check_keys(given, CANDIDATE_REQUIRED, {"ervaring_met"}, given.get("id", "talent"))
    x_m, y_m = given["plek"]
    return LeadCandidate(
        id=given["id"],
        person=given["persoon"],
        talent=given["talent"],
        x_m=x_m,
        y_m=y_m,
        mobility=Mobility(given["mobiliteit"]),
        available=in_week_order(map(DayPart, given["dagdelen"])),
        languages=tuple(given["talen"]),
        leads=given["leidt"],
        experience_with=tuple(given.get("ervaring_met", ())),
    )


def read_partner(given: Mapping[str, Any]) -> Partner:
    check_keys(given, PARTNER_REQUIRED, set(), given.get("id", "partner"))
    x_m, y_m = given["plek"]
    return Partner(id=given["id"], name=given["naam"], themes=tuple(given["themas"]), x_m=x_m, y_m=y_m)


def fitting(content: Mapping[str, Any], vocabulary: Vocabulary, today: date) -> Fits:
    """Step 2 through the index: what fits a question, with the places that the example names."""
    initiatives = [read_offer(each, vocabulary) for each in content.get("initiatieven", ())]
    places = {each.id: None if each.places_unlimited else each.places_free for each in initiatives}
    index = OfferIndex.build(initiatives, PlaceBook(), vocabulary)
    given = {each["id"]: each for each in content["vragen"]}

    def of(question: OpenQuestion) -> Sequence[Fit]:
        found = fits(index, as_asked(question, given[question.id], content["thema"]), today)
        return [Fit(each.id, each.name, each.score, each.distance_m, places[each.id]) for each in found]

    return of


def as_asked(question: OpenQuestion, given: Mapping[str, Any], theme: Any) -> Question:
    """A question for the index, with what was merged into it."""
    asked = Question(
        theme=theme,
        side_themes=tuple(given.get("neventhemas", ())),
        x_m=question.x_m,
        y_m=question.y_m,
        mobility=question.mobility,
        languages=question.languages,
        available=question.available,
        thresholds=tuple(given.get("drempels", ())),
        peer_wish=PeerWish(given.get("lotgenoten", "geen_voorkeur")),
        wheelchair=question.wheelchair,
        person_is=given.get("persoon_is", ""),
        only_social_base=False,
    )
    return replace(asked, ages=(given["leeftijd"],) * 2) if "leeftijd" in given else asked


def compare_existing(found: Bundling, expected: Mapping[str, Any]) -> None:
    if "aansluiten" in expected:
        lines = expected["aansluiten"]
        told = [(join.need, join.initiative_id) for join in found.joins]
        assert told == [(line["vraag"], line["initiatief"]) for line in lines], "aansluiten"
        for join, line in zip(found.joins, lines, strict=True):
            check_keys(line, {"vraag", "initiatief"}, {"score"}, "aansluiten")
            assert join.score == line.get("score", join.score), f"{join.need} score"
    if "uitbreiden" in expected:
        for line in expected["uitbreiden"]:
            check_keys(line, {"initiatief", "vragen"}, set(), "uitbreiden")
        asked = {line["initiatief"]: sorted(line["vragen"]) for line in expected["uitbreiden"]}
        assert {each.initiative_id: sorted(each.needs) for each in found.extensions} == asked, "uitbreiden"


def compare_people(found: Bundling, expected: Mapping[str, Any]) -> None:
    if "mogelijk_ook" in expected:
        assert sorted(found.maybe_too) == sorted(expected["mogelijk_ook"]), "mogelijk_ook"
    if "geen_plek" in expected:
        assert sorted(each.need for each in found.no_place) == sorted(expected["geen_plek"]), "geen_plek"
    if "niet_bundelen" in expected:
        for line in expected["niet_bundelen"]:
            check_keys(line, {"vraag"}, {"reden"}, "niet_bundelen")
        reasons = {each.need: str(each.reason) for each in found.not_bundled}
        assert sorted(reasons) == sorted(line["vraag"] for line in expected["niet_bundelen"]), "niet_bundelen"
        for line in expected["niet_bundelen"]:
            told = reasons[line["vraag"]]
            assert line.get("reden", told).replace("_", " ") == told, f"{line['vraag']} reden"


def compare_new(found: Sequence[NewGroup], expected: Sequence[Mapping[str, Any]]) -> None:
    """Whether each group that is expected is there; which proposal comes first is tested apart."""
    assert len(found) == len(expected), f"nieuw: {[told_group(group) for group in found]}"
    left = list(found)
    for line in expected:
        check_keys(line, set(), GROUP_KEYS, "nieuw")
        same = next((group for group in left if is_like(group, line)), None)
        assert same is not None, f"{line} is er niet bij: {[told_group(group) for group in left]}"
        left.remove(same)


def is_like(group: NewGroup, line: Mapping[str, Any]) -> bool:
    told = told_group(group)
    return all(COMPARE.get(name, _equal)(wanted, told[name], group) for name, wanted in line.items())


def _equal(wanted: Any, told: Any, _: NewGroup) -> bool:
    return bool(wanted == told)


def _members(wanted: Sequence[str], told: Sequence[str], _: NewGroup) -> bool:
    return sorted(wanted) == sorted(told)


def _leads(wanted: Sequence[Any], _: Any, group: NewGroup) -> bool:
    """Each by id or person, or with its role and whether it is a participant too."""
    return len(wanted) == len(group.leads) and all(
        _is_lead(each, lead) for each, lead in zip(wanted, group.leads, strict=True)
    )


def _is_lead(wanted: str | Mapping[str, Any], lead: Lead) -> bool:
    if isinstance(wanted, str):
        return wanted in (lead.talent, lead.person)
    check_keys(wanted, {"id"}, {"rol", "ook_deelnemer"}, "trekkers")
    return (
        wanted["id"] in (lead.talent, lead.person)
        and wanted.get("rol", lead.role) == lead.role
        and wanted.get("ook_deelnemer", lead.also_participant) == lead.also_participant
    )


def _partner(wanted: str | None, _: Any, group: NewGroup) -> bool:
    if group.partner is None or wanted is None:
        return wanted is None and group.partner is None
    return wanted in (group.partner.id, group.partner.name)


COMPARE: dict[str, Callable[[Any, Any, NewGroup], bool]] = {
    "leden": _members,
    "trekkers": _leads,
    "partner": _partner,
}


def told_group(group: NewGroup) -> dict[str, Any]:
    return {
        "voorziening": group.spot.venue,
        "dagdeel": str(group.spot.slot),
        "taal": group.spot.language,
        "leden": list(group.needs),
        "gemiddelde_afstand": group.mean_distance_m,
        "trekkers": [lead.talent for lead in group.leads],
        "partner": group.partner and group.partner.id,
        "score": group.score,
    }


def compare_too_few(found: TooFew | None, expected: Any) -> None:
    lines: Iterable[Mapping[str, Any]] = [expected] if isinstance(expected, Mapping) else expected or ()
    wanted = list(lines)
    assert len(wanted) == (found is not None), f"te_weinig: {found}"
    if found is None:
        return
    check_keys(wanted[0], set(), TOO_FEW_KEYS, "te_weinig")
    told = {
        "voorziening": found.spot.venue,
        "dagdeel": str(found.spot.slot),
        "taal": found.spot.language,
        "leden": sorted(found.needs),
        "nog_nodig": found.still_needed,
    }
    for name, value in wanted[0].items():
        assert (sorted(value) if name == "leden" else value) == told[name], f"te_weinig {name}: {told}"
