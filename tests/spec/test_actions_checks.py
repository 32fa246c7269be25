"""S3, a freshness round: one answer each, what it changes everywhere, and taking it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rdflib import URIRef

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.check_offer import change_and_check, check_offer
from socialmap.actions.find_help import HelpMatch, HelpRequest, find_help
from socialmap.actions.run_query import open_dataset
from socialmap.actions.show_area import show_area
from socialmap.actions.show_checks import show_checks
from socialmap.actions.show_history import history_of, undo_change
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_place import show_facility, show_organisation
from socialmap.actions.show_vulnerable import show_vulnerable
from socialmap.actions.show_week import show_week
from socialmap.actions.workspace import Workspace
from socialmap.errors import EditConflict, InvalidInput, NotFound, UserError
from socialmap.model.people import Mobility
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation, Room
from socialmap.model.values import ThemeId
from socialmap.model.wording import FreshnessBadge
from socialmap.model.work import CheckMethod, CheckOutcome, Verification
from socialmap.ontology.namespaces import SM
from socialmap.privacy.roles import Role, Viewer
from tests.town import BEWONERS, DE_BRUG, DE_LINDE, EETTAFEL, KOFFIE, LINDEHOF, TAALCAFE, TODAY, ZAAL

DELIA = Viewer(Role.BROKER, "delia")
TEAM_MEMBER = Viewer(Role.PROFESSIONAL, "joost")
EATING = HelpRequest(themes=(ThemeId("samen-eten"),), area_id=LINDEHOF.id, mobility=Mobility.CYCLING)


def on_day(workspace: Workspace, days: int) -> Workspace:
    """The same town, so many days later."""
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC) + timedelta(days=days)
    return replace(workspace, clock=lambda: at)


def eettafel(workspace: Workspace) -> Initiative:
    return workspace.catalogue.get(Initiative, EETTAFEL.id).entity


def found(workspace: Workspace) -> dict[str, HelpMatch]:
    """What a search for eating together finds."""
    return {match.id: match for match in find_help(workspace, TEAM_MEMBER, EATING).matches}


def checks_of(workspace: Workspace) -> list[Verification]:
    return [stored.entity for stored in workspace.catalogue.all(Verification)]


def test_the_list_tells_what_waits_where_it_is_and_whom_to_call(workspace):
    answer = show_checks(workspace, DELIA)
    ((street, (line,)),) = [(each.street, each.lines) for each in answer.streets]
    assert (street, line.name, line.place, line.contact) == (
        "Lindehof", "Eettafel De Brug", "Buurtkamer De Brug", "038-5550111",
    )  # fmt: skip
    assert line.last == "Laatst gecontroleerd op 10 juni 2025."
    assert (line.tried, line.badge, line.waits) == ("", FreshnessBadge.CALL_FIRST, True)
    assert (answer.waiting["initiative"], answer.may_answer) == (1, True)


def test_a_street_is_told_where_it_is_known(workspace):
    later = on_day(workspace, 200)
    streets = {line.id: each.street for each in show_checks(later, DELIA).streets for line in each.lines}
    assert streets[KOFFIE.id] == streets[TAALCAFE.id] == "Lindestraat"


def test_klopt_sets_the_date_in_one_tap(workspace):
    given = check_offer(
        workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.CORRECT, method=CheckMethod.PHONE
    )
    assert given.sentence == "Klopt. De datum staat op vandaag."
    now = eettafel(workspace)
    assert now == replace(EETTAFEL, checked_on=TODAY, checked_by="sociaal makelaar")
    (check,) = checks_of(workspace)
    assert (check.object_id, check.on, check.by) == (EETTAFEL.id, TODAY, "sociaal makelaar")
    assert (check.outcome, check.method) == (CheckOutcome.CORRECT, CheckMethod.PHONE)
    assert show_offer(workspace, DELIA, EETTAFEL.id).badge == FreshnessBadge.FRESH
    assert show_checks(workspace, DELIA).streets == ()


def test_toch_niet_takes_back_the_check_with_what_it_changed(workspace):
    given = check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.CORRECT)
    undo_change(workspace, DELIA, given.batch)
    assert eettafel(workspace) == EETTAFEL
    assert checks_of(workspace) == []
    assert show_checks(workspace, DELIA).waiting["initiative"] == 1


def test_three_times_not_reached_is_maybe_stopped_everywhere(workspace):
    for round_number, days in enumerate((0, 7, 30), start=1):
        now = on_day(workspace, days)
        assert show_checks(now, DELIA).waiting["initiative"] >= 1
        given = check_offer(now, DELIA, "initiative", EETTAFEL.id, CheckOutcome.NO_ANSWER)
        stopped = round_number == 3
        assert given.sentence.startswith("Drie keer niet bereikt." if stopped else "Niet bereikt.")
        assert (show_offer(now, DELIA, EETTAFEL.id).badge == FreshnessBadge.MAYBE_STOPPED) is stopped
        assert EETTAFEL.id not in {line.id for each in show_checks(now, DELIA).streets for line in each.lines}
    assert eettafel(now).checked_on == EETTAFEL.checked_on
    (line,) = [line for line in browse_map(now, DELIA, MapView()).lines if line.id == EETTAFEL.id]
    assert line.badge == FreshnessBadge.MAYBE_STOPPED
    match = found(now)[EETTAFEL.id]
    assert match.badge == FreshnessBadge.MAYBE_STOPPED
    told = [reason.sentence for reason in match.reasons if reason.sign == "−"]
    assert "Drie keer niet bereikt. Mogelijk gestopt. Bel eerst." in told
    assert "Lang niet gecontroleerd. Bel eerst." not in told

    later = on_day(workspace, 40)
    check_offer(later, DELIA, "initiative", EETTAFEL.id, CheckOutcome.CORRECT)
    assert show_offer(later, DELIA, EETTAFEL.id).badge == FreshnessBadge.FRESH


def test_three_taps_on_one_day_are_one_try(workspace):
    for _ in range(3):
        check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.NO_ANSWER)
    assert eettafel(workspace).unreached_on == (TODAY,)
    assert len(checks_of(workspace)) == 3


def test_gestopt_leaves_matches_map_and_lists_but_not_the_history(workspace):
    given = check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.STOPPED)
    assert given.sentence == "Gestopt. Het staat niet meer op de kaart. De geschiedenis blijft."
    assert (eettafel(workspace).status, eettafel(workspace).stopped_on) == (OfferStatus.STOPPED, TODAY)
    assert EETTAFEL.id not in found(workspace)
    assert EETTAFEL.id not in {line.id for line in browse_map(workspace, DELIA, MapView()).lines}
    assert EETTAFEL.id not in {each.id for each in show_area(workspace, DELIA, LINDEHOF.id).offers}
    assert EETTAFEL.id not in {each.id for each in show_facility(workspace, DELIA, DE_BRUG.id).offers}
    assert show_organisation(workspace, DELIA, BEWONERS.id).offers == ()
    assert EETTAFEL.id not in {line.id for line in show_vulnerable(workspace, DELIA).lines}
    assert show_checks(workspace, DELIA).waiting["initiative"] == 0
    assert history_of(workspace, DELIA, "initiative", EETTAFEL.id)[0].what.endswith("nagekeken: gestopt")
    assert show_offer(workspace, DELIA, EETTAFEL.id).not_running == "Gestopt op 2 maart 2026."

    undo_change(workspace, DELIA, given.batch)
    assert EETTAFEL.id in found(workspace)


def test_aangepast_counts_as_checked_when_it_is_saved(workspace):
    stored = workspace.catalogue.get(Initiative, EETTAFEL.id)
    draft = replace(stored.entity, contact="038-5550222")
    change_and_check(workspace, DELIA, draft, stored.version)
    now = eettafel(workspace)
    assert (now.contact, now.checked_on, now.checked_by) == ("038-5550222", TODAY, "sociaal makelaar")
    (check,) = checks_of(workspace)
    assert check.outcome is CheckOutcome.CHANGED


def test_aangepast_that_is_refused_keeps_nothing(workspace):
    stored = workspace.catalogue.get(Initiative, EETTAFEL.id)
    with pytest.raises(InvalidInput):
        change_and_check(workspace, DELIA, replace(stored.entity, name=""), stored.version)
    changed = replace(stored.entity, contact="038-5550999")
    workspace.catalogue.save([changed], actor="ander", action="gewijzigd", at=workspace.clock())
    with pytest.raises(EditConflict):
        change_and_check(workspace, DELIA, replace(stored.entity, contact="038-5550222"), stored.version)
    assert checks_of(workspace) == []
    assert eettafel(workspace) == changed
    with pytest.raises(InvalidInput, match="Pas aan wat anders is"):
        check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.CHANGED)


def test_a_late_tap_cannot_bring_back_what_a_colleague_said_has_stopped(workspace):
    check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.STOPPED)
    with pytest.raises(UserError, match="Een collega gaf al door"):
        check_offer(
            workspace,
            Viewer(Role.COMMUNITY_WORKER, "samira"),
            "initiative",
            EETTAFEL.id,
            CheckOutcome.CORRECT,
        )
    with pytest.raises(NotFound):
        check_offer(workspace, DELIA, "initiative", "weg", CheckOutcome.CORRECT)


def test_a_round_keeps_its_place_while_it_is_answered(workspace):
    keep = [EETTAFEL.id, "weg", KOFFIE.id]
    check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.CORRECT)
    answer = show_checks(workspace, DELIA, keep=keep)
    lines = [line for street in answer.streets for line in street.lines]
    assert [(line.id, line.waits) for line in lines] == [(EETTAFEL.id, False), (KOFFIE.id, False)]


def test_who_may_only_report_sees_the_list_without_answering(workspace):
    answer = show_checks(workspace, TEAM_MEMBER)
    assert (answer.waiting["initiative"], answer.may_answer) == (1, False)


def test_the_week_tells_what_the_list_has_on_top(workspace):
    def told() -> list[str]:
        week = show_week(workspace, DELIA)
        return [line.id for line in (*week.lines, *week.rest) if line.news == "controleren"]

    assert told() == [EETTAFEL.id]
    check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.NO_ANSWER)
    assert told() == []


def test_a_search_leaves_no_count_behind(workspace):
    before = {stored.entity.id: stored.entity for stored in workspace.catalogue.all(Initiative)}
    position = workspace.catalogue.position()
    for _ in range(5):
        find_help(workspace, TEAM_MEMBER, EATING)
    assert workspace.catalogue.position() == position
    assert {stored.entity.id: stored.entity for stored in workspace.catalogue.all(Initiative)} == before


def test_the_graph_knows_a_check(workspace):
    check_offer(workspace, DELIA, "initiative", EETTAFEL.id, CheckOutcome.NO_ANSWER)
    (check,) = checks_of(workspace)
    graph = open_dataset(workspace, DELIA)
    ((name, _, what, _),) = graph.quads((None, URIRef(SM + "verifies"), None, None))
    assert (str(name).rpartition("/")[2], str(what).rpartition("/")[2]) == (check.id, EETTAFEL.id)


def test_a_place_that_stopped_goes_and_comes_back_with_its_rooms(workspace):
    with pytest.raises(UserError, match="Hier is nog iets: Koffie in de Linde"):
        check_offer(workspace, DELIA, "facility", DE_LINDE.id, CheckOutcome.STOPPED)
    empty = replace(DE_LINDE, id="leeg", operator_id=None)
    room = replace(ZAAL, id="leeg-zaal", facility_id="leeg")
    workspace.catalogue.save([empty, room], actor="x", action="y", at=workspace.clock())
    given = check_offer(workspace, DELIA, "facility", "leeg", CheckOutcome.STOPPED)
    assert workspace.catalogue.find(Facility, "leeg") is None
    assert workspace.catalogue.find(Room, room.id) is None
    assert workspace.catalogue.history("facility", "leeg")
    undo_change(workspace, DELIA, given.batch)
    assert workspace.catalogue.get(Facility, "leeg").entity == empty
    assert workspace.catalogue.get(Room, room.id).entity == room


def test_an_organisation_that_still_does_something_cannot_stop(workspace):
    with pytest.raises(UserError, match="Hier is nog iets: Eettafel De Brug"):
        check_offer(workspace, DELIA, "organisation", BEWONERS.id, CheckOutcome.STOPPED)
    given = check_offer(workspace, DELIA, "organisation", BEWONERS.id, CheckOutcome.CORRECT)
    assert given.sentence.startswith("Klopt.")
    assert workspace.catalogue.get(Organisation, BEWONERS.id).entity.checked_on == TODAY
    with pytest.raises(NotFound):
        check_offer(workspace, DELIA, "talent", "talent", CheckOutcome.CORRECT)
