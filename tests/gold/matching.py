"""Gold examples of matching: saved in a journal, asked through the action, compared to the digit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from socialmap.actions.find_help import HelpAnswer, HelpMatch, HelpRequest, LeftOut, find_help
from socialmap.bootstrap import close_workspace, open_workspace
from socialmap.model.people import Mobility, PeerWish
from socialmap.model.provision import Access, Initiative, OfferStatus, Session
from socialmap.model.rounding import round_half_away
from socialmap.model.values import DayPart, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.roles import Role, Viewer
from socialmap.settings import Settings
from socialmap.store.catalogue import Catalogue
from tests.gold.example import Example, check_keys, point

CLIENT_REQUIRED = {"hoofdthema", "start", "mobiliteit"}
CLIENT_OPTIONAL = {
    "neventhemas", "talen", "dagdelen", "drempels", "lotgenoten", "leeftijd", "rolstoel", "persoon_is",
    "heeft_indicatie", "alleen_sociale_basis",
}  # fmt: skip
OFFER_REQUIRED = {"id", "naam", "themas"}
OFFER_OPTIONAL = {
    "plek", "momenten", "voertalen", "kosten", "plaatsen_vrij", "wachtlijst", "gecontroleerd_op",
    "thuisbezoek", "online", "status", "leeftijd_min", "leeftijd_max", "alleen_voor", "toegang",
    "indicatie_nodig", "activiteittype", "lotgenoten_themas", "max_deelnemers",
}  # fmt: skip
MATCH_OPTIONAL = {
    "d", "min", "thema", "nabijheid", "drempel", "tijd", "taal", "lotgenoten", "actualiteit", "score",
    "exact",
    "label", "badge", "uitleg", "uitleg_bevat", "uitleg_bevat_niet",
}  # fmt: skip
LEFT_OUT_OPTIONAL = {"d", "min", "redenen", "zinnen"}
PARTS = ("thema", "nabijheid", "drempel", "tijd", "taal", "lotgenoten", "actualiteit")


def run(example: Example, folder: Path) -> None:
    """Fail with what differs; see README.md for the format."""
    example.keys({"client", "initiatieven", "verwacht"})
    answer = ask(example, folder)
    expected = example.content["verwacht"]
    check_keys(expected, set(), {"lijst", "niet_getoond", "nergens", "veiligheid", "versoepeld"}, "verwacht")
    assert answer.safety == expected.get("veiligheid", False), "veiligheid"
    assert list(answer.relaxed) == expected.get("versoepeld", []), "versoepeld"
    if "lijst" in expected:
        assert [match.id for match in answer.matches] == [line["id"] for line in expected["lijst"]], (
            "volgorde"
        )
        for match, line in zip(answer.matches, expected["lijst"], strict=True):
            compare_match(match, line)
    left_out = {item.id: item for group in answer.not_shown for item in group.items}
    for line in expected.get("niet_getoond", ()):
        assert line["id"] in left_out, f"{line['id']} staat niet bij niet getoond"
        compare_left_out(left_out[line["id"]], line)
    shown = {match.id for match in answer.matches}
    for offer_id in expected.get("nergens", ()):
        assert offer_id not in shown | set(left_out), f"{offer_id} hoort nergens te staan"


def ask(example: Example, folder: Path) -> HelpAnswer:
    vocabulary = load_vocabulary()
    initiatives = [read_offer(offer, vocabulary) for offer in example.content["initiatieven"]]
    with Catalogue.open(folder) as catalogue:
        catalogue.save(initiatives, actor="voorbeeld", action="begin", at=datetime(2026, 1, 1, tzinfo=UTC))
    workspace = open_workspace(Settings(folder=folder, today=example.today.isoformat()))
    try:
        return find_help(workspace, Viewer(Role.PROFESSIONAL), read_client(example.content["client"]))
    finally:
        close_workspace(workspace)


def read_client(client: Mapping[str, Any]) -> HelpRequest:
    check_keys(client, CLIENT_REQUIRED, CLIENT_OPTIONAL, "client")
    return HelpRequest(
        themes=(client["hoofdthema"], *client.get("neventhemas", ())),
        start=point(client["start"]),
        mobility=Mobility(client["mobiliteit"]),
        day_parts=tuple(DayPart(slot) for slot in client.get("dagdelen", ())),
        languages=tuple(client.get("talen", ())),
        thresholds=tuple(client.get("drempels", ())),
        peer_wish=PeerWish(client.get("lotgenoten", "geen_voorkeur")),
        age=(client["leeftijd"], client["leeftijd"]) if "leeftijd" in client else None,
        wheelchair=client.get("rolstoel", False),
        person_is=client.get("persoon_is", ""),
        has_indication=Tri(client.get("heeft_indicatie", "onbekend")),
        only_social_base=client.get("alleen_sociale_basis", False),
        limit=100,
    )


def read_offer(offer: Mapping[str, Any], vocabulary: Vocabulary) -> Initiative:
    barriers = {barrier: Tri(offer[barrier]) for barrier in vocabulary.barriers if barrier in offer}
    check_keys(
        offer, OFFER_REQUIRED, OFFER_OPTIONAL | set(vocabulary.barriers), offer.get("id", "initiatief")
    )
    access = Access(offer.get("toegang", "vrij"))
    if offer.get("indicatie_nodig") == "ja":
        access = Access.INDICATION
    places = offer.get("plaatsen_vrij", "onbekend")
    return Initiative(
        id=offer["id"],
        name=offer["naam"],
        themes=tuple(offer["themas"]),
        contact="via het buurthuis",
        point=point(offer["plek"]) if offer.get("plek") else None,
        no_fixed_place=not offer.get("plek"),
        sessions=tuple(Session(slot=DayPart(slot)) for slot in offer.get("momenten", ())),
        languages=tuple(offer.get("voertalen", ("nl",))),
        barriers=barriers,
        cost_eur=offer.get("kosten"),
        places_free=places if isinstance(places, int) else None,
        places_unlimited=places is None,
        waiting_list=yes_or_no(offer.get("wachtlijst", "onbekend")),
        checked_on=date.fromisoformat(offer["gecontroleerd_op"]) if offer.get("gecontroleerd_op") else None,
        home_visit=yes_or_no(offer.get("thuisbezoek", "onbekend")),
        online=yes_or_no(offer.get("online", "onbekend")),
        status=OfferStatus(offer.get("status", "actief")),
        age_min=offer.get("leeftijd_min"),
        age_max=offer.get("leeftijd_max"),
        only_for=offer.get("alleen_voor", ""),
        access=access,
        activity_type=offer.get("activiteittype"),
        peer_themes=tuple(offer.get("lotgenoten_themas", ())),
        max_participants=offer.get("max_deelnemers"),
    )


def yes_or_no(value: bool | str) -> Tri:
    return Tri(value) if isinstance(value, str) else Tri.YES if value else Tri.NO


def compare_match(match: HelpMatch, line: Mapping[str, Any]) -> None:
    check_keys(line, {"id"}, MATCH_OPTIONAL, line["id"])
    parts = {part.part.value: part.value for part in match.parts}
    found: dict[str, Any] = {
        "d": match.distance_m,
        "min": match.minutes,
        "score": match.score,
        "exact": round_half_away(match.exact, 2),
        "label": str(match.label),
        "badge": match.badge,
        "uitleg": [f"{reason.sign} {reason.sentence}" for reason in match.reasons],
    }
    for name, value in found.items():
        if name in line:
            assert value == line[name], f"{match.id} {name}"
    for name in PARTS:
        if name in line:
            digits = len(str(line[name]).partition(".")[2])
            assert round_half_away(parts[name], digits) == line[name], f"{match.id} {name}"
    told = "\n".join(found["uitleg"])
    for text in line.get("uitleg_bevat", ()):
        assert text in told, f"{match.id}: '{text}' staat niet in de uitleg:\n{told}"
    for text in line.get("uitleg_bevat_niet", ()):
        assert text not in told, f"{match.id}: '{text}' staat in de uitleg"


def compare_left_out(item: LeftOut, line: Mapping[str, Any]) -> None:
    check_keys(line, {"id"}, LEFT_OUT_OPTIONAL, line["id"])
    found: dict[str, Any] = {
        "d": item.distance_m,
        "min": item.minutes,
        "redenen": [str(code) for code in item.codes],
        "zinnen": list(item.sentences),
    }
    for name, value in found.items():
        if name in line:
            assert value == line[name], f"{item.id} {name}"
