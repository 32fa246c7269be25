"""A question that was written down wrongly: corrected with the same checks, or gone everywhere at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.correct_need import correct_need, put_back_need, remove_need
from socialmap.actions.own_needs import own_needs
from socialmap.actions.record_need import record_need
from socialmap.errors import EditConflict, InvalidInput, NotFound, violations_by_field
from socialmap.model.people import Mobility, Need, Permission, Resident
from socialmap.model.together import BundleKind, BundleMembers, BundleProposal, BundleStatus
from socialmap.model.values import DayPart, LanguageCode, TalentId, ThemeId, ThresholdId
from socialmap.model.wording import NOT_KEPT_HERE
from socialmap.model.work import WarmHandover
from socialmap.privacy.roles import Role, Viewer
from tests.spec.calls_needs import SIX_THINGS, need_of
from tests.town import HAVENRAND, KOFFIE, TALENT, VOGELWEIDE, WIJK

JOOST = Viewer(Role.PROFESSIONAL, "joost")
FLOOR = Viewer(Role.PROFESSIONAL, "floor")
OTHERWISE = replace(
    SIX_THINGS,
    area_id=HAVENRAND.id,
    theme=ThemeId("samen-eten"),
    mobility=Mobility.CYCLING,
    available=(DayPart.MONDAY_MORNING,),
    languages=(LanguageCode("nl"), LanguageCode("ar")),
    thresholds=(ThresholdId("nederlands_lastig"),),
)


def keep(workspace, *entities):
    workspace.catalogue.save(entities, actor="x", action="y", at=workspace.clock())


def recorded(workspace):
    """A question that was just written down, as its holder sees it."""
    saved = record_need(workspace, JOOST, SIX_THINGS)
    return next(need for need in own_needs(workspace, JOOST) if need.id == saved.need_id)


def kept(workspace, need_id):
    return workspace.catalogue.get(Need, need_id).entity


def bundled(workspace, *needs):
    proposal = BundleProposal(id="samen", theme=ThemeId("rouw"), sort=BundleKind.NEW, size=len(needs))
    keep(workspace, proposal, BundleMembers(id="samen", need_ids=needs))


def test_everything_that_may_be_wrong_is_mended_in_one_save(workspace):
    need = recorded(workspace)
    before = kept(workspace, need.id)
    correct_need(workspace, JOOST, need.id, OTHERWISE, need.version)
    after = kept(workspace, need.id)
    assert after == replace(
        before,
        theme=OTHERWISE.theme,
        mobility=OTHERWISE.mobility,
        available=OTHERWISE.available,
        languages=OTHERWISE.languages,
        thresholds=OTHERWISE.thresholds,
    )
    resident = workspace.catalogue.get(Resident, need.pseudonym).entity
    assert (resident.area_id, resident.mobility) == (HAVENRAND.id, Mobility.CYCLING)
    assert resident.languages == OTHERWISE.languages
    batches = {
        workspace.catalogue.history(kind, thing)[-1].batch
        for kind, thing in ((Need.kind, need.id), (Resident.kind, need.pseudonym))
    }
    assert len(batches) == 1


def test_the_checks_are_those_of_writing_it_down(workspace):
    need = recorded(workspace)
    wrong = replace(
        OTHERWISE, area_id=None, theme=None, mobility=None, available=None,
        languages=("Kanarie",), thresholds=("Kanarie",),
    )  # fmt: skip
    with pytest.raises(InvalidInput) as refused:
        correct_need(workspace, JOOST, need.id, wrong, need.version)
    fields = {"area_id", "theme", "mobility", "available", "languages", "thresholds"}
    assert set(violations_by_field(refused.value.violations)) == fields
    assert kept(workspace, need.id).theme == SIX_THINGS.theme


def test_a_subject_about_safety_is_not_kept(workspace):
    need = recorded(workspace)
    acute = replace(OTHERWISE, theme=ThemeId("huiselijk-geweld"))
    with pytest.raises(InvalidInput) as refused:
        correct_need(workspace, JOOST, need.id, acute, need.version)
    assert violations_by_field(refused.value.violations) == {"theme": NOT_KEPT_HERE}
    assert kept(workspace, need.id).theme == SIX_THINGS.theme


def test_where_few_people_live_the_district_is_written_down(workspace):
    keep(workspace, replace(VOGELWEIDE, inhabitants=249))
    need = recorded(workspace)
    correct_need(workspace, JOOST, need.id, replace(OTHERWISE, area_id=VOGELWEIDE.id), need.version)
    assert workspace.catalogue.get(Resident, need.pseudonym).entity.area_id == WIJK.id


def test_only_its_holder_corrects_or_removes_it(workspace):
    need = recorded(workspace)
    for act in (
        lambda: correct_need(workspace, FLOOR, need.id, OTHERWISE, need.version),
        lambda: remove_need(workspace, FLOOR, need.id),
    ):
        with pytest.raises(NotFound):
            act()
    remove_need(workspace, JOOST, need.id)
    with pytest.raises(NotFound):
        put_back_need(workspace, FLOOR, need.id)


def test_two_windows_that_mend_the_same_hear_of_each_other(workspace):
    need = recorded(workspace)
    correct_need(workspace, JOOST, need.id, OTHERWISE, need.version)
    with pytest.raises(EditConflict):
        correct_need(workspace, JOOST, need.id, replace(OTHERWISE, mobility=Mobility.POOR), need.version)


def test_with_another_subject_it_leaves_the_ideas_it_was_in(workspace):
    need, other = recorded(workspace), need_of(workspace, JOOST)
    bundled(workspace, need.id, other.id)
    same = replace(OTHERWISE, theme=need.theme)
    correct_need(workspace, JOOST, need.id, same, need.version)
    assert workspace.catalogue.get(BundleMembers, "samen").entity.need_ids == (need.id, other.id)
    correct_need(workspace, JOOST, need.id, OTHERWISE, need.version + 1)
    assert workspace.catalogue.get(BundleMembers, "samen").entity.need_ids == (other.id,)
    assert workspace.catalogue.get(BundleProposal, "samen").entity.size == 1


def test_what_was_written_down_by_mistake_is_gone_everywhere_in_one_save(workspace):
    need = recorded(workspace)
    bundled(workspace, need.id)
    keep(workspace, WarmHandover(id="mee", need_id=need.id, initiative_id=KOFFIE.id))
    remove_need(workspace, JOOST, need.id)
    assert need.id not in {each.id for each in own_needs(workspace, JOOST)}
    for cls, thing in ((Need, need.id), (Resident, need.pseudonym), (WarmHandover, "mee")):
        assert workspace.catalogue.find(cls, thing) is None
    assert workspace.catalogue.get(BundleMembers, "samen").entity.need_ids == ()
    assert workspace.catalogue.get(BundleProposal, "samen").entity.status is BundleStatus.REJECTED
    with pytest.raises(NotFound):
        remove_need(workspace, JOOST, need.id)
    put_back_need(workspace, JOOST, need.id)
    (line,) = [each for each in own_needs(workspace, JOOST) if each.id == need.id]
    assert (line.pseudonym, len(line.handovers)) == (need.pseudonym, 1)
    assert workspace.catalogue.get(BundleMembers, "samen").entity.need_ids == (need.id,)


@pytest.mark.parametrize("stays_for", ["a question", "a talent"])
def test_somebody_who_is_known_otherwise_stays(workspace, stays_for):
    need = recorded(workspace)
    if stays_for == "a question":
        record_need(workspace, JOOST, replace(SIX_THINGS, resident_id=need.pseudonym))
    else:
        keep(workspace, replace(TALENT, id=TalentId("t"), resident_id=need.pseudonym))
    remove_need(workspace, JOOST, need.id)
    assert workspace.catalogue.find(Resident, need.pseudonym) is not None


def test_what_was_not_removed_cannot_be_put_back(workspace):
    need = recorded(workspace)
    for thing in (need.id, "bestaat-niet"):
        with pytest.raises(NotFound):
            put_back_need(workspace, JOOST, thing)
    assert kept(workspace, need.id).may_be_linked is Permission.YES
