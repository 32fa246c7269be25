"""The same thing as somebody else wrote it down: other words, a slip, an older number, a rough point."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random
from typing import Any

from socialmap.geo.coordinates import from_metres, to_metres
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.values import FacilityTypeId, Point, ThemeId

_SWAPS: Mapping[str, tuple[str, ...]] = {
    "Buurthuis": ("Wijkcentrum", "Dorpshuis", "Buurtcentrum", "Wijkgebouw", "Ontmoetingshuis"),
    "Wijkcentrum": ("Buurthuis", "Wijkhuis", "Buurtcentrum", "Sociaal cultureel centrum"),
    "Ontmoetingscentrum": ("Wijkcentrum", "Centrum", "Ontmoetingsruimte"),
    "MFC": ("Multifunctioneel Centrum", "MFA", "Gemeenschapshuis"),
    "Huiskamer": ("Buurthuiskamer", "Huiskamer van"),
    "OBS": ("Openbare Basisschool", "Basisschool", "obs"),
    "CBS": ("Christelijke Basisschool", "Basisschool"),
    "Kinderdagverblijf": ("KDV", "Kinderopvang"),
    "Bibliotheek": ("Bieb", "De Bibliotheek", "Bibliotheek locatie"),
    "Huisartsenpraktijk": ("Huisartspraktijk", "Praktijk", "Huisarts"),
    "Sporthal": ("Sportzaal", "Gymzaal"),
    "Woonzorgcentrum": ("WZC", "Verzorgingshuis", "Zorgcentrum"),
    "Stichting": ("St.", "Stg.", ""),
    "Voetbalvereniging": ("V.V.", "VV", "Voetbalclub"),
    "Koffieochtend": ("Koffie", "Koffieuurtje", "Koffie-inloop", "Bakkie doen"),
    "Eettafel": ("Samen eten", "Open eettafel", "Eetgroep"),
    "Taalcafé": ("Taalcafe", "Taal café", "Taalles"),
    "Wandelgroep": ("Wandelclub", "Wandelen", "Samen wandelen"),
    "Breicafé": ("Brei café", "Breiclub", "Breien en haken"),
    "Computerhulp": ("Hulp bij de computer", "Digihulp"),
    "Repair": ("Reparatie",),
    "voor": ("", "v."),
    "ouderen": ("senioren", "55-plussers"),
}
_TYPES = {
    "buurthuis": ("dorpshuis", "buurtkamer"),
    "buurtkamer": ("buurthuis",),
    "huisarts": ("gezondheidscentrum",),
    "sporthal": ("sportveld",),
    "woonzorgcentrum": ("dagopvang",),
}
_LETTERS = "abcdefghijklmnoprstuvwz"


def second_listing(random: Random, thing: Any, new_id: str, known: Mapping[str, Any]) -> Any:
    """``thing`` under another id, as another list has it; ``known``: second listings of buildings."""
    told = {"id": new_id, "name": _name(random, thing.name), "source": "open kaart", "source_id": new_id}
    if isinstance(thing, Facility):
        told |= _contact(random, thing) | {"point": _point(random, thing.point), "type": _type(random, thing)}
    elif isinstance(thing, Organisation):
        at = _point(random, thing.point) if thing.point and random.random() < 0.6 else None
        told |= _contact(random, thing) | {"point": at, "email": thing.email if random.random() < 0.5 else ""}
    else:
        told |= _group(random, thing, known)
    return replace(thing, **told)


def _name(random: Random, name: str) -> str:
    """Up to three things that people do to a name; a few are called something else altogether."""
    if random.random() < 0.03:
        return f"{random.choice(('Het Trefpunt', 'De Nieuwe Plek', 'Samen Sterk'))} {random.randint(1, 99)}"
    for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3))):
        name = random.choice(_CHANGES)(random, name)
    return " ".join(name.split()) or "Naamloos"


def _swap(random: Random, name: str) -> str:
    words = name.split()
    for number, word in enumerate(words):
        if word in _SWAPS:
            words[number] = random.choice(_SWAPS[word])
            return " ".join(words)
    return name


def _drop_first(random: Random, name: str) -> str:
    words = name.split()
    return " ".join(words[1:]) if len(words) > 1 and words[0] in _SWAPS and words[0] != "voor" else name


def _turn_round(random: Random, name: str) -> str:
    first, _, rest = name.partition(" ")
    return f"{rest}, {first}" if rest else name


def _slip(random: Random, name: str) -> str:
    at = random.randrange(1, max(2, len(name) - 1))
    return random.choice(
        (
            name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
            name[:at] + name[at + 1 :],
            name[:at] + name[at : at + 1] * 2 + name[at + 1 :],
            name[:at] + random.choice(_LETTERS) + name[at + 1 :],
        )
    )


def _town(random: Random, name: str) -> str:
    return f"{name} {random.choice(('Meerstad', '(Meerstad)', '- Meerstad'))}"


def _case(random: Random, name: str) -> str:
    return random.choice((name.upper(), name.lower(), f"'{name}'", name.replace(" ", "  ")))


def _shorten(random: Random, name: str) -> str:
    for long, short in (
        ("straat", "str."),
        (" en ", " & "),
        ("van de", "v.d."),
        ("ij", "y"),
        ("café", "cafe"),
    ):
        if long in name:
            return name.replace(long, short)
    return name


def _join(random: Random, name: str) -> str:
    if " " in name and random.random() < 0.5:
        return name.replace(" ", "", 1)
    at = name.find("huis")
    return f"{name[:at]} {name[at:]}" if at > 2 else name


def _foundation(random: Random, name: str) -> str:
    return name.removeprefix("Stichting ") if name.startswith("Stichting ") else f"Stichting {name}"


_CHANGES: tuple[Callable[[Random, str], str], ...] = (
    _swap, _swap, _swap, _drop_first, _drop_first, _turn_round, _slip, _slip, _slip, _town, _case, _shorten,
    _join, _foundation,
)  # fmt: skip


def _contact(random: Random, thing: Facility | Organisation) -> dict[str, Any]:
    return {
        "address": _address(random, thing.address),
        "phone": _phone(random, thing.phone),
        "website": _website(random, thing.website),
    }


def _address(random: Random, address: str) -> str:
    if random.random() < 0.25:
        return ""
    street = address.partition(",")[0]
    return random.choice((address, street, street.replace("straat", "str."), f"{street}a", address.upper()))


def _phone(random: Random, phone: str) -> str:
    chance = random.random()
    if not phone or chance < 0.35:
        return ""
    if chance < 0.45:
        return f"06-{random.randint(10_000_000, 99_999_999)}"
    digits = phone.replace("-", "")
    return random.choice(
        (phone, f"+31 {digits[1:3]} {digits[3:6]} {digits[6:]}", f"({digits[:3]}) {digits[3:]}")
    )


def _website(random: Random, website: str) -> str:
    if not website or random.random() < 0.4:
        return ""
    bare = website.removeprefix("https://").removeprefix("www.")
    return random.choice((website, f"http://{bare}/", bare, f"https://{bare}/contact"))


def _point(random: Random, point: Point) -> Point:
    """Near where it is; of some only the middle of the street is known."""
    ((x, y),) = to_metres((point,))
    spread_m = 200.0 if random.random() < 0.12 else 20.0
    return from_metres(float(x) + random.gauss(0, spread_m), float(y) + random.gauss(0, spread_m))


def _type(random: Random, thing: Facility) -> FacilityTypeId:
    if random.random() < 0.03:
        return FacilityTypeId("cafe")
    others = _TYPES.get(thing.type, ())
    return FacilityTypeId(random.choice(others)) if others and random.random() < 0.2 else thing.type


def _group(random: Random, thing: Initiative, known: Mapping[str, Any]) -> dict[str, Any]:
    """Where, when and about what the other list thinks it is."""
    told: dict[str, Any] = {}
    building = known.get(thing.facility_id or "")
    if building is not None:
        told["facility_id"] = building.id
    chance = random.random()
    if chance < 0.3:
        told["sessions"] = ()
    elif chance < 0.5:
        told["sessions"] = tuple(replace(session, starts=None) for session in thing.sessions)
    if random.random() < 0.2:
        told["themes"] = (ThemeId("ontmoeten"),)
    if random.random() < 0.5:
        told["contact"] = "via de website"
    return told
