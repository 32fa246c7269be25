"""What stands twice on the map: shown, merged without losing anything, taken back, or told apart for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socialmap.actions.import_file import import_table
from socialmap.actions.merge_doubles import merge_doubles, tell_apart
from socialmap.actions.print_invitation import invitation
from socialmap.actions.save_offer import change_offer, open_draft
from socialmap.actions.show_doubles import Pick, show_double, show_doubles
from socialmap.actions.show_history import history_of, undo_change
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_place import show_facility, show_organisation
from socialmap.errors import EditConflict, InvalidInput, NotFound
from socialmap.model.doubles import Distinction, Replacement
from socialmap.model.provision import Facility, Initiative, Organisation, Room, Session
from socialmap.model.registry import ENTITIES
from socialmap.model.together import Introduction, IntroductionOutcome, WeekMark, WeekMarkKind
from socialmap.model.values import (
    DayPart,
    InitiativeId,
    NeedId,
    OrganisationId,
    ProfessionalId,
    RoomId,
    ThemeId,
    Tri,
    Weekday,
)
from socialmap.model.work import (
    Acquaintance,
    CheckOutcome,
    Footing,
    Funding,
    PresenceMoment,
    Verification,
    WarmHandover,
)
from socialmap.privacy.roles import Role, Viewer
from socialmap.store.payload import encode
from tests.spec.calls_doubles import PAIR, TWIN
from tests.town import DE_LINDE, KEUKEN, KOFFIE, PRESENCE, TAALCAFE, TODAY, VRAAG, WELZIJN, ZAAL

pytestmark = pytest.mark.usefixtures("read_here")

DELIA = Viewer(Role.BROKER, "delia")
SAMIRA = Viewer(Role.COMMUNITY_WORKER, "samira")
ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)


def save(workspace, *entities):
    workspace.catalogue.save(list(entities), actor="proef", action="proef", at=workspace.clock())


def state(workspace):
    """Every entity of every kind, byte for byte."""
    return {
        (cls.kind, stored.entity.id): encode(stored.entity)
        for cls in ENTITIES
        for stored in workspace.catalogue.all(cls)
    }


def get(workspace, cls, name):
    return workspace.catalogue.get(cls, name).entity


@pytest.fixture
def twice(workspace):
    """Buurthuis De Linde on two lists, with things that hang on the second listing."""
    save(
        workspace,
        TWIN,
        replace(TAALCAFE, facility_id=TWIN.id),
        replace(KEUKEN, id=RoomId("keuken-2"), facility_id=TWIN.id),
        replace(PRESENCE, id="woensdag", facility_id=TWIN.id, day=Weekday.WEDNESDAY),
        Verification(
            id="nagekeken",
            object_kind="facility",
            object_id=TWIN.id,
            on=TODAY,
            by="x",
            outcome=CheckOutcome.CORRECT,
        ),
    )
    return workspace


def test_the_pair_is_shown_side_by_side_with_what_differs_and_why(twice):
    answer = show_doubles(twice, DELIA)
    (line,) = answer.lines
    assert {line.first.id, line.second.id} == set(PAIR)
    assert line.first.id == DE_LINDE.id  # what people typed stays before what a list brought
    assert line.distance_m == 32
    assert ("+", "Het adres is hetzelfde.") in [(reason.sign, reason.sentence) for reason in line.reasons]
    assert sum(reason.points for reason in line.reasons) == line.score
    detail = show_double(twice, DELIA, line.kind, PAIR)
    rows = {row.name: row for row in detail.rows}
    assert (rows["name"].first, rows["name"].second) == ("Buurthuis De Linde", "De Linde")
    assert rows["name"].differs
    assert rows["name"].picks == (Pick.FIRST, Pick.SECOND)
    assert (rows["phone"].second, rows["phone"].proposed, rows["phone"].picks) == (
        TWIN.phone,
        Pick.SECOND,
        (),
    )
    assert not rows["wheelchair"].differs
    assert "wheelchair_toilet" not in rows  # nobody knows
    assert show_double(twice, DELIA, line.kind, (DE_LINDE.id, "weg")) is None


def test_a_price_of_nothing_is_told_beside_another(workspace):
    save(workspace, replace(KOFFIE, cost_eur=0.0), replace(TWIN_OF_COFFEE, cost_eur=2.0))
    detail = show_double(workspace, DELIA, "initiative", (KOFFIE.id, "k2"))
    (cost,) = [row for row in detail.rows if row.name == "cost_eur"]
    assert (cost.differs, bool(cost.first), bool(cost.second)) == (True, True, True)


def test_nothing_double_is_said_in_a_sentence(workspace):
    answer = show_doubles(workspace, DELIA)
    assert answer.lines == ()
    assert answer.nothing == "Er staat niets dubbel op de kaart, voor zover wij zien."


def test_a_merge_keeps_what_was_chosen_and_fills_in_what_was_not_known(twice):
    merged = merge_doubles(twice, DELIA, "facility", PAIR, picks={"name": Pick.SECOND})
    assert merged.id == DE_LINDE.id
    whole = get(twice, Facility, DE_LINDE.id)
    expected = replace(DE_LINDE, name=TWIN.name, phone=TWIN.phone, opening_hours=TWIN.opening_hours)
    assert whole == expected
    assert twice.catalogue.find(Facility, TWIN.id) is None
    assert show_doubles(twice, DELIA).lines == ()


def test_everything_that_hung_on_the_one_that_went_hangs_on_the_other(twice):
    merge_doubles(twice, DELIA, "facility", PAIR)
    assert get(twice, Initiative, TAALCAFE.id).facility_id == DE_LINDE.id
    assert get(twice, Room, "keuken-2").facility_id == DE_LINDE.id
    assert get(twice, PresenceMoment, "woensdag").facility_id == DE_LINDE.id
    assert get(twice, Verification, "nagekeken").object_id == DE_LINDE.id
    left = [body for key, body in state(twice).items() if TWIN.id.encode() in body]
    assert left == [encode(get(twice, Replacement, f"facility-{TWIN.id}"))]


def test_one_undo_brings_everything_back_byte_for_byte(twice):
    before = state(twice)
    merged = merge_doubles(twice, DELIA, "facility", PAIR, picks={"name": Pick.SECOND})
    assert state(twice) != before
    undo_change(twice, DELIA, merged.batch)
    assert state(twice) == before


def test_the_history_of_both_stays_and_takes_the_whole_merge_back(twice):
    merged = merge_doubles(twice, DELIA, "facility", PAIR)
    gone = history_of(twice, DELIA, "facility", TWIN.id)
    stays = history_of(twice, DELIA, "facility", DE_LINDE.id)
    assert [line.what for line in gone] == ["verwijderd: samengevoegd", "toegevoegd: proef"]
    assert (gone[0].undo, stays[0].undo) == (merged.batch, merged.batch)
    undo_change(twice, DELIA, stays[0].undo)
    assert get(twice, Facility, TWIN.id) == TWIN


def test_the_old_id_answers_with_what_it_went_into(twice):
    merge_doubles(twice, DELIA, "facility", PAIR)
    assert show_facility(twice, DELIA, TWIN.id).id == DE_LINDE.id
    other = replace(DE_LINDE, id="derde", name="De Linde", source="x", source_id="1", checked_on=None)
    save(twice, other)
    undo = merge_doubles(twice, DELIA, "facility", (DE_LINDE.id, "derde"))
    assert undo.id == DE_LINDE.id
    assert show_facility(twice, DELIA, "derde").id == DE_LINDE.id


def test_an_old_id_goes_along_when_what_it_went_into_goes_on(twice):
    merge_doubles(twice, DELIA, "facility", PAIR)
    newer = replace(DE_LINDE, id="a", checked_on=TODAY)
    save(twice, newer)
    assert merge_doubles(twice, DELIA, "facility", (DE_LINDE.id, "a")).id == "a"
    assert show_facility(twice, DELIA, TWIN.id).id == "a"


def test_initiatives_and_organisations_merge_as_well(workspace):
    save(
        workspace,
        replace(WELZIJN, id=OrganisationId("w2"), name="Stichting Welzijn Dobberdam", checked_on=None),
        replace(
            KOFFIE,
            id=InitiativeId("k2"),
            name="Koffieochtend De Linde",
            room_id=None,
            run_by=(WELZIJN.id, OrganisationId("w2")),
            partners=(OrganisationId("w2"),),
            themes=(ThemeId("eenzaamheid"), ThemeId("samen-eten")),
            barriers={},
            checked_on=None,
        ),
    )
    assert merge_doubles(workspace, SAMIRA, "organisation", ("w2", WELZIJN.id)).id == WELZIJN.id
    twin = get(workspace, Initiative, "k2")
    assert (twin.run_by, twin.partners) == ((WELZIJN.id,), (WELZIJN.id,))
    merge_doubles(workspace, SAMIRA, "initiative", ("k2", KOFFIE.id))
    whole = get(workspace, Initiative, KOFFIE.id)
    assert whole.themes == (*KOFFIE.themes, ThemeId("samen-eten"))
    assert (whole.barriers, whole.room_id, whole.partners) == (KOFFIE.barriers, ZAAL.id, (WELZIJN.id,))
    assert show_offer(workspace, DELIA, "k2").id == KOFFIE.id
    assert invitation(workspace, DELIA, "k2").name == KOFFIE.name
    assert show_organisation(workspace, DELIA, "w2").id == WELZIJN.id


TWIN_OF_COFFEE = replace(KOFFIE, id=InitiativeId("k2"), source="lijst", source_id="9", checked_on=None)


def test_references_in_every_layer_move_and_come_back(workspace):
    """Also what a sociaal makelaar may not read; she sees nothing of it, and may take it back."""
    save(
        workspace,
        TWIN_OF_COFFEE,
        WarmHandover(id="mee", need_id=NeedId(VRAAG.id), initiative_id=TWIN_OF_COFFEE.id),
        WeekMark(
            id="straks",
            professional_id=ProfessionalId("delia"),
            sort=WeekMarkKind.NEXT_WEEK,
            target="wegvallen:initiative/k2",
            on=TODAY,
        ),
        Funding(id="f1", initiative_id=KOFFIE.id, organisation_id=WELZIJN.id, sort="fonds"),
        Funding(id="f2", initiative_id=TWIN_OF_COFFEE.id, organisation_id=WELZIJN.id, sort="fonds"),
        Acquaintance(
            id="k1", professional_id=ProfessionalId("werker"), initiative_id=KOFFIE.id, last_contact=TODAY
        ),
        Acquaintance(
            id="k2",
            professional_id=ProfessionalId("werker"),
            initiative_id=TWIN_OF_COFFEE.id,
            last_contact=date(2026, 1, 1),
        ),
        Footing(id="d1", initiative_id=KOFFIE.id, volunteers=3),
        Footing(id="d2", initiative_id=TWIN_OF_COFFEE.id, volunteers=5, money_needed=Tri.YES),
        Introduction(
            id="i1",
            initiative_ids=(TWIN_OF_COFFEE.id, KOFFIE.id),
            outcome=IntroductionOutcome.LET_BE,
            on=TODAY,
        ),
    )
    before = state(workspace)
    merged = merge_doubles(workspace, DELIA, "initiative", (KOFFIE.id, TWIN_OF_COFFEE.id))
    assert get(workspace, WarmHandover, "mee").initiative_id == KOFFIE.id
    assert get(workspace, WeekMark, "straks").target == f"wegvallen:initiative/{KOFFIE.id}"
    assert workspace.catalogue.find(Funding, "f2") is None  # the same said twice is said once
    assert get(workspace, Acquaintance, "k2").initiative_id == KOFFIE.id
    footing = get(workspace, Footing, "d1")
    assert (footing.volunteers, footing.money_needed) == (3, Tri.YES)
    assert workspace.catalogue.find(Footing, "d2") is None
    assert workspace.catalogue.find(Introduction, "i1") is None  # it was about two, that are one now
    undo_change(workspace, DELIA, merged.batch)
    assert state(workspace) == before


def test_a_colleague_who_was_first_is_a_conflict_and_nothing_is_lost(twice, second_workspace):
    seen = show_double(twice, DELIA, "facility", PAIR)
    draft = open_draft(second_workspace, SAMIRA, "facility", TWIN.id)
    change_offer(second_workspace, SAMIRA, replace(draft.entity, phone="038-5550999"), draft.version)
    with pytest.raises(EditConflict) as conflict:
        merge_doubles(twice, DELIA, "facility", PAIR, versions=seen.versions)
    assert [each.field for each in conflict.value.conflicts] == ["phone"]
    assert get(twice, Facility, TWIN.id).phone == "038-5550999"
    again = show_double(twice, DELIA, "facility", PAIR)
    merge_doubles(twice, DELIA, "facility", PAIR, versions=again.versions)
    assert get(twice, Facility, DE_LINDE.id).phone == "038-5550999"


def test_two_who_merge_at_once_do_it_once(twice, second_workspace):
    merge_doubles(second_workspace, SAMIRA, "facility", PAIR)
    with pytest.raises(NotFound):
        merge_doubles(twice, DELIA, "facility", PAIR)


def test_what_comes_out_has_to_be_right(workspace):
    long = "x" * 400
    save(workspace, replace(TWIN_OF_COFFEE, description=long))
    with pytest.raises(InvalidInput, match="korter"):
        merge_doubles(workspace, DELIA, "initiative", (KOFFIE.id, "k2"))
    assert workspace.catalogue.find(Initiative, "k2") is not None


@pytest.mark.parametrize(
    ("kind", "ids"), [("facility", ("de-linde", "de-linde")), ("need", ("a", "b")), ("huis", ("a", "b"))]
)
def test_only_two_things_that_can_be_listed_twice(workspace, kind, ids):
    for decide in (merge_doubles, tell_apart):
        with pytest.raises(InvalidInput, match="Kies twee verschillende"):
            decide(workspace, DELIA, kind, ids)


def test_a_choice_that_is_not_there_is_refused(twice):
    with pytest.raises(InvalidInput, match="niets te kiezen"):
        merge_doubles(twice, DELIA, "facility", PAIR, picks={"name": Pick.BOTH})
    with pytest.raises(InvalidInput, match="niets te kiezen"):
        merge_doubles(twice, DELIA, "facility", PAIR, picks={"phone": Pick.FIRST})


def test_what_was_told_apart_stays_apart_for_everybody_until_it_is_taken_back(twice, second_workspace):
    told = tell_apart(twice, DELIA, "facility", PAIR)
    assert "blijven twee" in told.sentence
    for somewhere in (twice, second_workspace):
        assert show_doubles(somewhere, SAMIRA).lines == ()
    assert tell_apart(twice, SAMIRA, "facility", PAIR[::-1]).batch == ""
    assert twice.catalogue.count(Distinction) == 1
    undo_change(twice, DELIA, told.batch)
    assert len(show_doubles(twice, DELIA).lines) == 1


def test_told_apart_goes_along_with_a_merge(twice):
    third = replace(DE_LINDE, id="derde", name="Buurthuis de Linde", checked_on=TODAY)
    save(twice, third)
    tell_apart(twice, DELIA, "facility", PAIR)
    merge_doubles(twice, DELIA, "facility", (DE_LINDE.id, "derde"))
    (apart,) = [stored.entity for stored in twice.catalogue.all(Distinction)]
    assert set(apart.object_ids) == {"derde", TWIN.id}
    assert show_doubles(twice, DELIA).lines == ()


def test_what_stopped_is_not_asked_about(workspace):
    save(workspace, TWIN_OF_COFFEE)
    assert len(show_doubles(workspace, DELIA).lines) == 1
    save(workspace, replace(TWIN_OF_COFFEE, status="gestopt"))
    assert show_doubles(workspace, DELIA).lines == ()


def test_a_list_read_again_does_not_bring_back_what_was_merged(workspace, tmp_path):
    path = tmp_path / "lijst.csv"
    sessions = (Session(slot=DayPart.WEDNESDAY_MORNING),)
    save(
        workspace,
        replace(KOFFIE, id=InitiativeId("eigen"), name="Schaakclub", sessions=sessions, room_id=None),
    )
    row = "7;Schaakclub;Spelletjes;via de balie;Buurthuis De Linde;woensdagochtend\n"
    heads = "id;naam;thema;contact;plek;wanneer\n"
    path.write_text(heads + row, encoding="utf-8")
    first = import_table(workspace, ADMINISTRATOR, path, source="welzijn", apply=True)
    (new,) = first.plan.new
    merge_doubles(workspace, DELIA, "initiative", ("eigen", new.id))
    again = import_table(workspace, ADMINISTRATOR, path, source="welzijn", apply=True)
    assert (again.plan.new, again.plan.changed, again.plan.unchanged, again.batch) == ((), (), 1, "")
    path.write_text(heads + row.replace("via de balie", "via de bar"), encoding="utf-8")
    newer = import_table(workspace, ADMINISTRATOR, path, source="welzijn", apply=True)
    assert newer.plan.conflicts == ()
    assert (
        "Regel 2 gaat over iets dat is samengevoegd met Schaakclub. Daar staat nu iets anders: via de bar."
        " Kijk het na en wijzig het zelf." in newer.plan.notes
    )
    assert newer.plan.to_save == ()
    assert workspace.catalogue.find(Initiative, new.id) is None


def test_an_organisation_never_partners_with_itself(workspace):
    second = replace(WELZIJN, id=OrganisationId("w2"), partners=(WELZIJN.id,), checked_on=None)
    save(workspace, second)
    merge_doubles(workspace, DELIA, "organisation", (WELZIJN.id, "w2"))
    assert WELZIJN.id not in get(workspace, Organisation, WELZIJN.id).partners
