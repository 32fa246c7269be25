"""A town of a few streets whose answers can be worked out by hand.

The start is at 6.10 east, 52.50 north. A thousandth of a degree to the north is 111 metres: Brug lies
445 metres away (578 over the street, 8 minutes walking) and Ver 890 metres (1157 over the street, 15
minutes).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from socialmap.model.area import Neighbourhood
from socialmap.model.change import Change
from socialmap.model.people import Mobility, Need, Permission, Resident, Talent
from socialmap.model.provision import (
    Access,
    Facility,
    Initiative,
    OfferStatus,
    Organisation,
    OrganisationKind,
    QuadrantItems,
    Room,
)
from socialmap.model.values import (
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    NeedId,
    OrganisationId,
    Point,
    ProfessionalId,
    ResidentId,
    RoomId,
    TalentId,
    TalentKindId,
    TargetGroupId,
    ThemeId,
    Tri,
)
from socialmap.model.work import (
    Acquaintance,
    Discipline,
    Funding,
    FundingKind,
    Leadership,
    Professional,
)

LON, LAT = 6.10, 52.50
FREE = BarrierId("gratis")
BUURT = AreaId("BU99990101")

LINDEHOF = Neighbourhood(
    id=BUURT,
    name="Lindehof",
    boundary="POLYGON((6.09 52.49, 6.11 52.49, 6.11 52.506, 6.09 52.506, 6.09 52.49))",
    centre=Point(LON, LAT),
)
WELZIJN = Organisation(
    id=OrganisationId("O-WM"),
    name="Welzijn Meerwold",
    sort=OrganisationKind.WELFARE,
    checked_on=date(2026, 2, 1),
)
KERK = Organisation(
    id=OrganisationId("O-KERK"), name="Kerk De Bron", sort=OrganisationKind.FAITH, checked_on=date(2025, 1, 1)
)
BRUG = Facility(
    id=FacilityId("F-BRUG"),
    name="Buurtkamer De Brug",
    type=FacilityTypeId("buurtkamer"),
    point=Point(LON, LAT + 0.004),
    wheelchair=Tri.YES,
    operator_id=KERK.id,
    checked_on=date(2026, 1, 1),
)
VER = Facility(
    id=FacilityId("F-VER"),
    name="Bibliotheek Ver",
    type=FacilityTypeId("bibliotheek"),
    point=Point(LON, LAT + 0.008),
    wheelchair=Tri.NO,
)
KEUKEN = Room(
    id=RoomId("R-KEUKEN"),
    name="Keuken",
    facility_id=BRUG.id,
    capacity=10,
    cost_eur=0.0,
    kitchen=Tri.YES,
    free_at=(DayPart.WEDNESDAY_MORNING, DayPart.THURSDAY_AFTERNOON),
)
KLEIN = Room(
    id=RoomId("R-KLEIN"),
    name="Kleine kamer",
    facility_id=BRUG.id,
    capacity=6,
    kitchen=Tri.YES,
    free_at=(DayPart.WEDNESDAY_MORNING,),
)
ZAAL = Room(
    id=RoomId("R-ZAAL"),
    name="Zaal",
    facility_id=VER.id,
    capacity=30,
    kitchen=Tri.YES,
    free_at=(DayPart.WEDNESDAY_MORNING,),
)
EETTAFEL = Initiative(
    id=InitiativeId("I-EET"),
    name="Eettafel De Brug",
    themes=(ThemeId("samen-eten"), ThemeId("eenzaamheid")),
    contact="via de buurtkamer",
    facility_id=BRUG.id,
    room_id=KEUKEN.id,
    access=Access.SIGN_UP,
    barriers={FREE: Tri.YES},
    target_groups=(TargetGroupId("ouderen"),),
    quadrant=QuadrantItems(c1=1, c2=1, c3=1, f1=-1, f2=-1, f3=-1),
    run_by=(KERK.id,),
    started_on=date(2026, 1, 15),
    checked_on=date(2026, 2, 20),
)
TAALCAFE = Initiative(
    id=InitiativeId("I-TAAL"),
    name="Taalcafé",
    themes=(ThemeId("nederlands-leren"), ThemeId("samen-eten")),
    contact="via de bibliotheek",
    facility_id=VER.id,
    barriers={FREE: Tri.YES},
    target_groups=(TargetGroupId("nieuwkomers"),),
    partners=(WELZIJN.id,),
    checked_on=date(2025, 8, 1),
)
KOOKGROEP = Initiative(
    id=InitiativeId("I-KOOK"),
    name="Kookgroep",
    themes=(ThemeId("samen-eten"),),
    contact="via de wijk",
    point=Point(LON, LAT + 0.001),
    access=Access.REFERRAL,
    barriers={FREE: Tri.YES},
    quadrant=QuadrantItems(c1=1, c2=0, c3=0, f1=0.5, f2=0, f3=-1),
    checked_on=date(2026, 3, 1),
)
SOEP = Initiative(
    id=InitiativeId("I-SOEP"),
    name="Soep op straat",
    themes=(ThemeId("samen-eten"),),
    contact="via de wijk",
    point=Point(LON, LAT + 0.0001),
    barriers={FREE: Tri.YES},
    status=OfferStatus.STOPPED,
    stopped_on=date(2026, 2, 1),
)
BETAALD = Initiative(
    id=InitiativeId("I-BETAALD"),
    name="Restaurantclub",
    themes=(ThemeId("samen-eten"),),
    contact="via de wijk",
    point=Point(LON, LAT),
    barriers={FREE: Tri.NO},
)
DELIA = Professional(id=ProfessionalId("P-DELIA"), name="Delia", discipline=Discipline.SOCIAL_BROKER)
SAMIRA = Professional(id=ProfessionalId("P-SAMIRA"), name="Samira", discipline=Discipline.COMMUNITY_WORK)
KOK = Talent(
    id=TalentId("T-KOK"),
    resident_id=ResidentId("B-007"),
    talent=TalentKindId("koken"),
    consent=Permission.YES,
    consent_on=date(2026, 1, 5),
    via=DELIA.id,
)
TREKKER = Leadership(id="L-1", initiative_id=EETTAFEL.id, talent_id=KOK.id)
TREKKER_TAAL_1 = Leadership(id="L-2", initiative_id=TAALCAFE.id, talent_id=KOK.id)
TREKKER_TAAL_2 = Leadership(id="L-3", initiative_id=TAALCAFE.id, professional_id=SAMIRA.id)
GELD = Funding(
    id="G-1",
    initiative_id=EETTAFEL.id,
    organisation_id=WELZIJN.id,
    sort=FundingKind.AREA_BUDGET,
    until=date(2026, 6, 30),
)
OUD_GELD = Funding(
    id="G-2",
    initiative_id=EETTAFEL.id,
    organisation_id=KERK.id,
    sort=FundingKind.FUND,
    until=date(2025, 12, 31),
)
KENT = Acquaintance(
    id="A-1", professional_id=SAMIRA.id, initiative_id=EETTAFEL.id, last_contact=date(2026, 2, 10)
)
KENT_OOK = Acquaintance(
    id="A-2", professional_id=DELIA.id, initiative_id=EETTAFEL.id, last_contact=date(2026, 1, 10)
)
BEWONER = Resident(id=ResidentId("B-014"), area_id=BUURT)
VRAAG = Need(
    id=NeedId("V-12"),
    resident_id=BEWONER.id,
    theme=ThemeId("samen-eten"),
    reported_on=date(2026, 2, 20),
    mobility=Mobility.WALKING,
    available=(DayPart.THURSDAY_AFTERNOON,),
    may_be_linked=Permission.YES,
)

TOWN: tuple[Any, ...] = (
    LINDEHOF,
    WELZIJN,
    KERK,
    BRUG,
    VER,
    KEUKEN,
    KLEIN,
    ZAAL,
    EETTAFEL,
    TAALCAFE,
    KOOKGROEP,
    SOEP,
    BETAALD,
    DELIA,
    SAMIRA,
    KOK,
    TREKKER,
    TREKKER_TAAL_1,
    TREKKER_TAAL_2,
    GELD,
    OUD_GELD,
    KENT,
    KENT_OOK,
    BEWONER,
    VRAAG,
)


def told(entities: Iterable[Any]) -> list[Change]:
    """The entities as a journal tells them."""
    return [
        Change(seq=number, kind=entity.kind, id=entity.id, version=1, entity=entity)
        for number, entity in enumerate(entities, start=1)
    ]


def removed(entity: Any) -> Change:
    return Change(seq=0, kind=entity.kind, id=entity.id, version=2, entity=None)
