"""An invented city as two lists would have it: buildings, organisations and groups, some of them twice.

The city is as dense whatever its size. What makes doubles hard to tell is in it on purpose: buildings with
many organisations and groups, one group on two days, Noord beside Zuid, chains, playgrounds without a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from random import Random

from benchmarks.second_listing import second_listing
from socialmap.geo.coordinates import from_metres
from socialmap.model.provision import Facility, Initiative, Organisation, OrganisationKind, Session
from socialmap.model.values import DayPart, FacilityId, FacilityTypeId, InitiativeId, OrganisationId, ThemeId

TWICE = 0.2
"""The part of all things that also stands in a second list."""
_PER_SITE = 8.5
_SITES_PER_KM2 = 25


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_NATURE = _listed(
    "Linde Eik Beuk Berk Kastanje Wilg Populier Esdoorn Iep Hazelaar Vlier Meidoorn Jasmijn Roos "
    "Klaver Tulp Merel Mus Zwaluw Kievit Reiger Lepelaar Uil Valk Specht Vink Leeuwerik Zwaan "
    "Ooievaar Bever Otter Das Hoeve Brink Es Kamp Horst Akker Bron Beek Vliet Brug Poort Toren "
    "Molen Schakel Spil Haven Kompas Anker Regenboog Ster Zon Wending Boei Lantaarn Hoeksteen "
    "Fontein Ark Parel Vuurvogel Wereld Kring Ontmoeting"
)
_ENDS = ["", "", "", "hof", "kamp", "veld", "dal", "burcht", "rank", "borg", "tuin", "wijk", "bos", "oord"]
_STREETS = _listed(
    "Linden Beuken Dorps Kerk School Molen Stations Haven Singel Wilhelmina Juliana Oranje Wester Ooster"
)
_STREET_ENDS = ["straat", "laan", "weg", "plein", "singel", "kade", "dijk"]
_PEOPLE = _listed(
    "Jansen Visser Bakker Mulder Meijer Bos Vos Dekker Brouwer Dijkstra Smit Peters Hendriks "
    "Koster Prins Huisman Postma Kuipers Veenstra Scholten Maas Groen Blom Timmer Sanders Wolters "
    "Hofman Kramer Aydin Yilmaz Haddad Tahiri Nguyen Kaya Boateng"
)
_PARTS = ["Noord", "Zuid", "Oost", "West", "Centrum"]
_BUILDINGS = (
    ("buurthuis", ("Buurthuis {de}", "Wijkcentrum {de}", "Ontmoetingscentrum {de}", "{de}", "MFC {de}")),
    ("buurtkamer", ("Huiskamer {part}", "Buurtkamer {de}", "Inloophuis {de}")),
    ("basisschool", ("OBS {de}", "Basisschool {de}", "CBS {de}")),
    ("kinderopvang", ("Kinderopvang {de}", "Kinderdagverblijf {de}")),
    ("bibliotheek", ("Bibliotheek {part}", "Openbare bibliotheek {name}")),
    ("huisarts", ("Huisartsenpraktijk {person}", "Huisartsen {person} en {person2}")),
    ("apotheek", ("Apotheek {name}", "Apotheek {part}")),
    ("sporthal", ("Sporthal {de}", "Sportcentrum {name}")),
    ("speeltuin", ("Speeltuin", "Speeltuin {de}", "Speelplek {street}")),
    ("buurttuin", ("Buurttuin {part}", "Moestuin {de}")),
    ("supermarkt", ("Jumbo", "Lidl", "Buurtsuper {person}")),
    ("gebedshuis", ("{name}kerk", "Moskee {name}", "Kerk {de}")),
    ("woonzorgcentrum", ("Woonzorgcentrum {de}", "{de}")),
)
_HOUSES = frozenset({"buurthuis", "buurtkamer", "bibliotheek", "woonzorgcentrum", "gebedshuis", "sporthal"})
"""Where groups meet and organisations have their office."""
_ORGANISATIONS = (
    (
        OrganisationKind.FOUNDATION,
        ("Stichting {name}", "Stichting Vrienden van {de}", "Stichting {person}fonds"),
    ),
    (OrganisationKind.WELFARE, ("Welzijn {part}", "{name} Welzijn", "Maatschappelijk Werk {part}")),
    (
        OrganisationKind.ASSOCIATION,
        ("Voetbalvereniging {name}", "Toneelvereniging {name}", "Zangkoor {name}"),
    ),
    (OrganisationKind.RESIDENTS, ("Bewonersgroep {street}", "Wijkraad {part}", "Buurtvereniging {name}")),
    (OrganisationKind.CARE, ("Thuiszorg {name}", "Zorggroep {name}", "Steunpunt Mantelzorg {part}")),
    (OrganisationKind.FAITH, ("Diaconie {name}kerk", "Parochie {name}")),
)
_GROUPS = (
    ("Koffieochtend", "ontmoeten"),
    ("Koffie en een praatje", "eenzaamheid"),
    ("Eettafel", "samen-eten"),
    ("Samen koken", "samen-eten"),
    ("Taalcafé", "nederlands-leren"),
    ("Nederlands oefenen", "nederlands-leren"),
    ("Yoga", "bewegen"),
    ("Stoelyoga", "bewegen"),
    ("Wandelgroep", "bewegen"),
    ("Jeu de boules", "bewegen"),
    ("Breicafé", "creatief"),
    ("Schilderclub", "creatief"),
    ("Naaiatelier", "creatief"),
    ("Repair Café", "duurzaam"),
    ("Spelletjesmiddag", "ontmoeten"),
    ("Bingo", "ontmoeten"),
    ("Huiswerkklas", "school"),
    ("Computerhulp", "digitaal"),
    ("Formulierenhulp", "geld"),
    ("Inloopspreekuur", "geld"),
    ("Mantelzorgcafé", "mantelzorg"),
    ("Kinderclub", "opgroeien"),
    ("Meidenclub", "opgroeien"),
    ("Mannen koken", "samen-eten"),
    ("Vrouwengroep", "ontmoeten"),
    ("Tuinieren", "groen"),
)
_WITH = ("{what}", "{what} {de}", "{what} {part}", "{what} in {de}", "{what} {day}", "{what} {people}")
_FOR = ("voor ouderen", "voor jongeren", "voor vrouwen", "4-8 jaar", "9-12 jaar", "55+")
_DAYS = {
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
    "za": "zaterdag",
}
_HOURS = {"ochtend": 10, "middag": 14, "avond": 19}


Thing = Facility | Organisation | Initiative
Pair = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class ListedCity:
    """Everything on both lists, the facilities by id, and which pairs are one thing."""

    things: tuple[Thing, ...]
    facilities: dict[FacilityId, Facility]
    same: frozenset[Pair]


def listed_city(size: int, seed: int) -> ListedCity:
    """About ``size`` listings, of which some are a second listing of the same thing."""
    random = Random(seed)
    originals = list(_originals(random, round(size / (1 + TWICE))))
    twice = random.sample(originals, round(len(originals) * TWICE))
    seconds: dict[str, Thing] = {}
    same: set[Pair] = set()
    for number, thing in enumerate(sorted(twice, key=lambda each: each.kind != Facility.kind)):
        other = second_listing(random, thing, f"B{number}", seconds)
        seconds[thing.id] = other
        same.add(frozenset(((thing.kind, thing.id), (other.kind, other.id))))
    things = (*originals, *seconds.values())
    facilities = {each.id: each for each in things if isinstance(each, Facility)}
    return ListedCity(things, facilities, frozenset(same))


def _originals(random: Random, count: int) -> Iterator[Thing]:
    side_m = 1000 * (count / _PER_SITE / _SITES_PER_KM2) ** 0.5
    made = 0
    while made < count:
        x, y = (random.uniform(0, side_m) for _ in range(2))
        for thing in _site(random, f"A{made}", 200_000 + x, 500_000 + y):
            if made == count:
                return
            made += 1
            yield thing


def _site(random: Random, name: str, x_m: float, y_m: float) -> Iterator[Thing]:
    """A building with whatever is in it; sometimes a second one beside it."""
    words = _words(random)
    sort, forms = random.choice(_BUILDINGS)
    street = random.choice(_STREETS) + random.choice(_STREET_ENDS)
    address = f"{street} {random.randint(1, 240)}, {random.randint(8011, 8049)} {_letters(random)} Meerstad"
    building = Facility(
        id=FacilityId(f"{name}-v"),
        name=random.choice(forms).format(**words),
        type=FacilityTypeId(sort),
        point=from_metres(x_m, y_m),
        address=address if random.random() < 0.85 else "",
        phone=_phone(random) if random.random() < 0.6 else "",
        website=f"https://www.{words['name'].lower()}{random.randint(1, 99)}.example"
        if random.random() < 0.5
        else "",
        source="gemeente",
        source_id=name,
    )
    yield building
    if sort not in _HOUSES:
        return
    taken: set[tuple[str, DayPart]] = set()
    runners = [_organisation(random, f"{name}-o{number}", building) for number in range(random.randint(1, 4))]
    yield from runners
    for number in range(random.randint(4, 18)):
        for group in _group(random, f"{name}-i{number}", building, random.choice(runners)):
            about = (str(group.themes), group.sessions[0].slot)
            if about not in taken:  # nobody gives the same twice at one time in one building
                taken.add(about)
                yield group


def _words(random: Random) -> dict[str, str]:
    name = random.choice(_NATURE) + random.choice(_ENDS)
    person, person2 = random.sample(_PEOPLE, 2)
    return {
        "name": name,
        "de": f"{random.choice(('De', 'Het', 'de', 't'))} {name}" if random.random() < 0.8 else name,
        "part": f"{random.choice(_NATURE)}{random.choice(_ENDS)} {random.choice(_PARTS)}"
        if random.random() < 0.5
        else random.choice(_NATURE) + "wijk",
        "street": random.choice(_STREETS) + random.choice(_STREET_ENDS),
        "person": person,
        "person2": person2,
    }


def _organisation(random: Random, name: str, building: Facility) -> Organisation:
    sort, forms = random.choice(_ORGANISATIONS)
    words = _words(random)
    host = f"{words['name'].lower()}{random.randint(1, 999)}.example"
    return Organisation(
        id=OrganisationId(name),
        name=random.choice(forms).format(**words),
        sort=sort,
        point=building.point if random.random() < 0.7 else None,
        address=building.address if random.random() < 0.7 else "",
        phone=building.phone if random.random() < 0.4 else _phone(random),
        email=f"info@{host}" if random.random() < 0.6 else "",
        website=f"https://{host}" if random.random() < 0.6 else "",
        source="gemeente",
        source_id=name,
    )


def _group(random: Random, name: str, building: Facility, runner: Organisation) -> Iterator[Initiative]:
    """A group, and now and then the same on another day, which is another group."""
    what, theme = random.choice(_GROUPS)
    slots = random.sample([slot for slot in DayPart if slot.value[:2] in _DAYS], 2)
    form = random.choice(_WITH)
    for number, slot in enumerate(slots[: 2 if random.random() < 0.15 else 1]):
        words = _words(random) | {"what": what, "day": _DAYS[slot.value[:2]], "people": random.choice(_FOR)}
        words["de"] = building.name.split()[-1] if random.random() < 0.8 else words["de"]
        yield Initiative(
            id=InitiativeId(f"{name}-{number}"),
            name=form.format(**words) if number == 0 or "{day}" in form else what,
            themes=(ThemeId(theme),),
            contact=runner.phone or "via de balie",
            facility_id=building.id,
            sessions=(Session(slot=slot, starts=time(_HOURS[slot.value[3:]])),),
            run_by=(runner.id,),
            source="gemeente",
            source_id=f"{name}-{number}",
        )


def _phone(random: Random) -> str:
    return f"038-{random.randint(4_000_000, 4_999_999)}"


def _letters(random: Random) -> str:
    return "".join(random.choice("ABCDEGHJKLMNPRSTVWXZ") for _ in range(2))
