"""Dobberdam: a town of three neighbourhoods, small enough to work out every answer by hand.

Everything lies on a grid of RD metres around Lindehof's centre (200000, 500000), where the five initiatives
of gold example G1 lie just as domain.md section 5 puts them; the sixth shares the community centre.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from typing import Any

from socialmap.actions.workspace import Workspace
from socialmap.bootstrap import close_workspace, open_workspace
from socialmap.geo.coordinates import from_metres
from socialmap.model.area import District, Municipality, Neighbourhood, Street
from socialmap.model.people import (
    InformalNetwork,
    Mobility,
    Need,
    NetworkKind,
    Permission,
    Resident,
    Talent,
)
from socialmap.model.provision import (
    Facility,
    Initiative,
    Organisation,
    OrganisationKind,
    QuadrantItems,
    Room,
    Session,
)
from socialmap.model.values import (
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    NeedId,
    NetworkId,
    OrganisationId,
    ProfessionalId,
    ResidentId,
    RoomId,
    TalentId,
    TalentKindId,
    ThemeId,
    Tri,
    Weekday,
)
from socialmap.model.work import (
    Acquaintance,
    Discipline,
    Funding,
    FundingKind,
    Leadership,
    PresenceMoment,
    Professional,
)
from socialmap.settings import Settings

TODAY = date(2026, 3, 2)
FREE, BUDDY = BarrierId("gratis"), BarrierId("maatje_eerste_keer")


def _box(west: int, south: int, east: int, north: int) -> str:
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    points = [from_metres(x, y) for x, y in corners]
    return f"POLYGON(({', '.join(f'{point.lon} {point.lat}' for point in points)}))"


def _line(*corners: tuple[int, int]) -> str:
    points = [from_metres(x, y) for x, y in corners]
    return f"LINESTRING({', '.join(f'{point.lon} {point.lat}' for point in points)})"


DOBBERDAM = Municipality(
    id=AreaId("GM9998"),
    name="Dobberdam",
    boundary=_box(197_500, 499_400, 202_700, 500_600),
    centre=from_metres(200_000, 500_000),
)
WIJK = District(
    id=AreaId("WK999801"),
    name="Lindekwartier",
    boundary=DOBBERDAM.boundary,
    centre=DOBBERDAM.centre,
    municipality_id=DOBBERDAM.id,
)
LINDEHOF = Neighbourhood(
    id=AreaId("BU99980101"),
    name="Lindehof",
    boundary=_box(199_500, 499_400, 200_700, 500_600),
    centre=from_metres(200_000, 500_000),
    inhabitants=1_840,
    percent_living_alone=41.6,
    district_id=WIJK.id,
    municipality_id=DOBBERDAM.id,
    story="Veel mensen wonen hier al lang.",
    story_on=date(2026, 1, 10),
)
VOGELWEIDE = Neighbourhood(
    id=AreaId("BU99980102"),
    name="Vogelweide",
    boundary=_box(197_500, 499_400, 199_500, 500_600),
    centre=from_metres(198_500, 500_000),
    district_id=WIJK.id,
    municipality_id=DOBBERDAM.id,
)
HAVENRAND = Neighbourhood(
    id=AreaId("BU99980103"),
    name="Havenrand",
    boundary=_box(200_700, 499_400, 202_700, 500_600),
    centre=from_metres(201_500, 500_000),
    district_id=WIJK.id,
    municipality_id=DOBBERDAM.id,
)
LINDESTRAAT = Street(id="lindestraat", name="Lindestraat", line=_line((200_000, 499_900), (200_000, 500_100)))
KADE = Street(id="kade", name="Havenkade", line=_line((201_000, 500_000), (201_400, 500_000)))

WELZIJN = Organisation(
    id=OrganisationId("welzijn"),
    name="Welzijn Dobberdam",
    sort=OrganisationKind.WELFARE,
    phone="038-5550100",
    checked_on=date(2026, 1, 5),
)
KERK = Organisation(
    id=OrganisationId("kerk"), name="Kerk De Bron", sort=OrganisationKind.FAITH, partners=(WELZIJN.id,)
)
BEWONERS = Organisation(
    id=OrganisationId("bewoners"), name="Bewonersgroep Lindehof", sort=OrganisationKind.RESIDENTS
)

DE_LINDE = Facility(
    id=FacilityId("de-linde"),
    name="Buurthuis De Linde",
    type=FacilityTypeId("buurthuis"),
    point=from_metres(200_200, 500_150),
    address="Lindestraat 12",
    wheelchair=Tri.YES,
    operator_id=WELZIJN.id,
    basic=True,
    checked_on=date(2026, 2, 1),
)
DE_BRUG = Facility(
    id=FacilityId("de-brug"),
    name="Buurtkamer De Brug",
    type=FacilityTypeId("buurtkamer"),
    point=from_metres(200_100, 500_000),
    wheelchair=Tri.NO,
    basic=True,
)
ZUID = Facility(
    id=FacilityId("zuid"),
    name="Huiskamer Zuid",
    type=FacilityTypeId("buurtkamer"),
    point=from_metres(200_900, 500_000),
    basic=True,
)
BIEB = Facility(
    id=FacilityId("bieb"),
    name="Bibliotheek Vogelweide",
    type=FacilityTypeId("bibliotheek"),
    point=from_metres(198_600, 500_000),
    basic=True,
)
ZAAL = Room(
    id=RoomId("zaal"),
    name="Grote zaal",
    facility_id=DE_LINDE.id,
    capacity=30,
    cost_eur=0.0,
    free_at=(DayPart.WEDNESDAY_MORNING,),
)
KEUKEN = Room(id=RoomId("keuken"), name="Keuken", facility_id=DE_BRUG.id, capacity=8, kitchen=Tri.YES)

KOFFIE = Initiative(
    id=InitiativeId("koffie"),
    name="Koffie in de Linde",
    themes=(ThemeId("eenzaamheid"), ThemeId("plek-om-binnen-te-lopen")),
    contact="via het buurthuis",
    facility_id=DE_LINDE.id,
    room_id=ZAAL.id,
    sessions=(Session(slot=DayPart.TUESDAY_AFTERNOON, starts=time(14), ends=time(16)),),
    barriers={FREE: Tri.YES, BUDDY: Tri.YES},
    places_unlimited=True,
    quadrant=QuadrantItems(c1=1, c2=0, c3=0, f1=0.5, f2=0, f3=-1),
    run_by=(WELZIJN.id,),
    is_example=True,
    what_works="Altijd dezelfde gastvrouw.",
    checked_on=date(2026, 1, 15),
)
EETTAFEL = Initiative(
    id=InitiativeId("eettafel"),
    name="Eettafel De Brug",
    themes=(ThemeId("samen-eten"),),
    contact="038-5550111",
    facility_id=DE_BRUG.id,
    sessions=(Session(slot=DayPart.THURSDAY_EVENING),),
    cost_eur=4.0,
    barriers={FREE: Tri.NO},
    places_free=6,
    quadrant=QuadrantItems(c1=1, c2=1, c3=1, f1=-1, f2=-1, f3=-1),
    run_by=(BEWONERS.id,),
    checked_on=date(2025, 6, 10),
)
WANDELCLUB = Initiative(
    id=InitiativeId("wandelclub"),
    name="Wandelclub Vogelweide",
    themes=(ThemeId("bewegen"),),
    contact="via de gymzaal",
    point=from_metres(200_050, 500_000),
    sessions=(Session(slot=DayPart.TUESDAY_AFTERNOON),),
    barriers={FREE: Tri.YES},
    places_unlimited=True,
    checked_on=date(2026, 2, 1),
)
HUISKAMER = Initiative(
    id=InitiativeId("huiskamer"),
    name="Huiskamer Zuid",
    themes=(ThemeId("eenzaamheid"),),
    contact="via de huiskamer",
    facility_id=ZUID.id,
    sessions=(Session(slot=DayPart.THURSDAY_MORNING),),
    barriers={FREE: Tri.YES, BUDDY: Tri.YES},
    places_unlimited=True,
    checked_on=date(2026, 2, 1),
)
BEZOEK = Initiative(
    id=InitiativeId("bezoek"),
    name="Bezoekvrienden",
    themes=(ThemeId("maatje-of-bezoek"), ThemeId("eenzaamheid")),
    contact="via Kerk De Bron",
    point=from_metres(200_300, 500_000),
    home_visit=Tri.YES,
    sessions=(Session(slot=DayPart.TUESDAY_AFTERNOON),),
    barriers={FREE: Tri.YES, BUDDY: Tri.YES},
    places_free=0,
    waiting_list=Tri.NO,
    run_by=(KERK.id,),
    checked_on=date(2026, 2, 20),
)
TAALCAFE = Initiative(
    id=InitiativeId("taalcafe"),
    name="Taalcafé",
    themes=(ThemeId("nederlands-leren"),),
    contact="via het buurthuis",
    facility_id=DE_LINDE.id,
    sessions=(Session(slot=DayPart.MONDAY_MORNING),),
    checked_on=date(2026, 2, 1),
)
INITIATIVES = (KOFFIE, EETTAFEL, WANDELCLUB, HUISKAMER, BEZOEK, TAALCAFE)

PRESENCE = PresenceMoment(
    id="dinsdag", facility_id=DE_LINDE.id, day=Weekday.TUESDAY, starts=time(9), who="opbouwwerker"
)
WERKER = Professional(
    id=ProfessionalId("werker"), name="Wobke Zandstra", discipline=Discipline.COMMUNITY_WORK
)
TALENT = Talent(
    id=TalentId("talent"),
    resident_id=ResidentId("B-007"),
    contact_label="de kok van de zaterdag",
    talent=TalentKindId("koken"),
    consent=Permission.YES,
    consent_on=date(2026, 1, 5),
    via=WERKER.id,
)
TREKKER = Leadership(id="trekker", initiative_id=EETTAFEL.id, talent_id=TALENT.id)
BUURTBUDGET = Funding(
    id="budget",
    initiative_id=EETTAFEL.id,
    organisation_id=WELZIJN.id,
    sort=FundingKind.AREA_BUDGET,
    until=date(2026, 6, 30),
)
KENT = Acquaintance(
    id="kent", professional_id=WERKER.id, initiative_id=EETTAFEL.id, last_contact=date(2026, 2, 10)
)
STRAATAPP = InformalNetwork(
    id=NetworkId("app"),
    name="Straatapp Havenrand",
    sort=NetworkKind.STREET_APP,
    area_id=HAVENRAND.id,
    key_figure="de voorzitter",
)
BEWONER = Resident(id=ResidentId("B-014"), area_id=LINDEHOF.id)
VRAAG = Need(
    id=NeedId("V-12"),
    resident_id=BEWONER.id,
    theme=ThemeId("rouw"),
    reported_on=date(2026, 2, 20),
    mobility=Mobility.WALKING,
    available=(DayPart.THURSDAY_AFTERNOON,),
    may_be_linked=Permission.YES,
)

TOWN: tuple[Any, ...] = (
    DOBBERDAM,
    WIJK,
    LINDEHOF,
    VOGELWEIDE,
    HAVENRAND,
    LINDESTRAAT,
    KADE,
    WELZIJN,
    KERK,
    BEWONERS,
    DE_LINDE,
    DE_BRUG,
    ZUID,
    BIEB,
    ZAAL,
    KEUKEN,
    *INITIATIVES,
    PRESENCE,
    WERKER,
    TALENT,
    TREKKER,
    BUURTBUDGET,
    KENT,
    STRAATAPP,
    BEWONER,
    VRAAG,
)


@contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    """The workspace of a folder on the fixed day."""
    workspace = open_workspace(Settings(folder=folder, today=TODAY.isoformat()))
    try:
        yield workspace
    finally:
        close_workspace(workspace)
