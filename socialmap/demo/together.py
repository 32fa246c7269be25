"""What initiatives of a demo town stand on, and what its teams do together with residents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from socialmap.demo.files import read_demo
from socialmap.demo.site import Site
from socialmap.model.together import (
    ActionKind,
    BundleKind,
    BundleProposal,
    BundleStatus,
    CauseLevel,
    CollectiveAction,
    Conversation,
    ConversationMode,
    PositionKind,
    QuadrantPosition,
    Scale,
    Signal,
    SignalChoice,
    SignalKind,
    SignalSource,
    SignalStatus,
)
from socialmap.model.values import (
    DayPart,
    FacilityId,
    InitiativeId,
    ProfessionalId,
    TalentId,
    TeamId,
    ThemeId,
    Tri,
)
from socialmap.model.work import Footing


def footings(site: Site) -> Iterator[Footing]:
    for name, money, days, volunteers, needed in read_demo("together")["footing"]["rows"]:
        yield Footing(
            id=site.key(f"draagvlak-{name}"),
            initiative_id=InitiativeId(site.key(name)),
            money_needed=Tri(money),
            place_until=site.ahead(days) if days else None,
            volunteers=None if volunteers < 0 else volunteers,
            volunteers_needed=None if needed < 0 else needed,
        )


def bundles(site: Site) -> Iterator[BundleProposal]:
    for row in read_demo("together")["bundle"]:
        yield BundleProposal(
            id=site.key(row["id"]),
            theme=ThemeId(row["theme"]),
            sort=BundleKind(row["sort"]),
            size=row["size"],
            initiative_id=InitiativeId(site.key(row["initiative"])) if "initiative" in row else None,
            facility_id=FacilityId(site.key(row["facility"])) if "facility" in row else None,
            slot=DayPart(row["slot"]) if "slot" in row else None,
            lead_ids=tuple(TalentId(site.key(lead)) for lead in row.get("leads", ())),
            owner=_colleague(site, row.get("owner")),
            second_owner=_colleague(site, row.get("second")),
            proposed_on=site.ago(row["days"]),
            purpose=row["purpose"],
            goal=row["goal"],
            residents_do=row.get("residents", ""),
            professional_does=row.get("professional", ""),
            talk_on=_ago(site, row.get("talk")),
            talk_said=row.get("said", ""),
            status=BundleStatus(row["status"]),
        )


def signals(site: Site) -> Iterator[Signal]:
    for row in read_demo("together")["signal"]:
        yield Signal(
            id=site.key(row["id"]),
            title=row["title"],
            sort=SignalKind(row["sort"]),
            scale=Scale(row["scale"]),
            cause=CauseLevel(row["cause"]),
            origin=SignalSource(row["origin"]),
            what_we_see=row["sees"],
            where=row["where"],
            about_building=row["building"],
            noticed_on=site.ago(row["days"]),
            already_done=row["done"],
            residents_say=row["says"],
            we_ask=row["asks"],
            addressed_to=row["to"],
            choice=SignalChoice(row["choice"]),
            owner=_colleague(site, row["owner"]),
            report_back_on=site.ahead(row["report_in"]),
            themes=tuple(map(ThemeId, row["themes"])),
            area_ids=tuple(site.area(area) for area in row["areas"]),
            status=SignalStatus(row["status"]),
        )


def actions(site: Site) -> Iterator[CollectiveAction]:
    rows = read_demo("together")["actions"]["rows"]
    for number, (team, days, sort, goal, story) in enumerate(rows, start=1):
        yield CollectiveAction(
            id=site.key(f"actie-{number}"),
            sort=ActionKind(sort),
            goal=goal,
            on=site.ago(days),
            story=story,
            team_id=TeamId(site.key(team)),
        )


def positions(site: Site) -> Iterator[QuadrantPosition]:
    table = read_demo("together")["positions"]
    order = (PositionKind.SELF_NOW, PositionKind.SELF_LATER, PositionKind.TEAM_NOW, PositionKind.TEAM_LATER)
    for who, *dots in table["rows"]:
        for sort, (x, y) in zip(order, dots, strict=True):
            yield QuadrantPosition(
                id=site.key(f"stip-{who}-{sort}"),
                respondent=ProfessionalId(site.key(who)),
                team_id=TeamId(site.key(table["team"])),
                year=site.today.year,
                sort=sort,
                x=float(x),
                y=float(y),
            )


def conversations(site: Site) -> Iterator[Conversation]:
    table = read_demo("together")["conversations"]
    for who, days, already, more, obstacles, certainty, agreement, ahead in table["rows"]:
        yield Conversation(
            id=site.key(f"gesprek-{who}"),
            mode=ConversationMode.INDIVIDUAL,
            on=site.ago(days),
            respondent=ProfessionalId(site.key(who)),
            team_id=TeamId(site.key(table["team"])),
            already=tuple(already),
            want_more=tuple(more),
            obstacles=tuple(obstacles),
            certainty=certainty,
            agreement=agreement,
            agreement_on=site.ahead(ahead) if agreement else None,
        )


def _colleague(site: Site, name: Any) -> ProfessionalId | None:
    return ProfessionalId(site.key(name)) if name else None


def _ago(site: Site, days: int | None) -> date | None:
    return None if days is None else site.ago(days)
