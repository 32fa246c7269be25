"""Working an idea out: what for, who does what, where, with whom and for how much; one column, no must."""

from __future__ import annotations

from dataclasses import asdict, replace
from dataclasses import fields as fields_of
from typing import TYPE_CHECKING, Any

import streamlit as st

from socialmap.actions.lead_bundle import BundleChoices, bundle_choices, change_bundle
from socialmap.actions.saved_ideas import BundleDraft, SavedIdea
from socialmap.actions.telling import Choice
from socialmap.errors import EditConflict, InvalidInput
from socialmap.model.values import (
    DayPart,
    FacilityId,
    OrganisationId,
    ProfessionalId,
    RoomId,
    TalentId,
)
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import idea_budget, plain_hint
from socialmap.ui.components import idea_state as state
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_MOST = 600
_THEIRS = "ander"


def show(workspace: Workspace, viewer: Viewer, idea: SavedIdea) -> None:
    words = TEXT.work
    fields = Fields(f"uitwerken_{idea.id}_")
    fields.begin(_first(idea.draft) | {"versie": idea.version, "gezien": idea.draft})
    _follow_others(fields, idea)
    choices = bundle_choices(workspace, viewer, idea.theme)
    with st.container(key="ideevorm", gap="medium"):
        st.html(f"<h2>{escape(words.work_out)}</h2>")
        _texts(viewer, fields)
        _people(fields, choices)
        _place(fields, choices, idea)
        idea_budget.show(workspace, viewer, fields, choices, idea.draft.budget_eur)
        conflict: EditConflict | None = fields.got("botsing")
        if conflict is not None:
            _settle(workspace, viewer, idea, fields, choices, conflict)
        elif st.button(words.save, key="bewaar_idee", type="primary"):
            _save(workspace, viewer, idea.id, fields, _draft(fields), int(fields.got("versie", 0)))


def place_id(facility: str | None, room: str | None) -> str:
    return f"{facility}/{room or ''}" if facility else ""


def place_of(chosen: str) -> tuple[FacilityId | None, RoomId | None]:
    facility, _, room = chosen.partition("/")
    return FacilityId(facility) if facility else None, RoomId(room) if room else None


def with_now(choices: tuple[Choice, ...], now: str, label: str) -> tuple[Choice, ...]:
    """What is chosen now can be chosen, also when it is not in the list any more."""
    if not now or any(choice.id == now for choice in choices):
        return choices
    return (Choice(now, label or now), *choices)


def _first(draft: BundleDraft) -> dict[str, Any]:
    return {
        "purpose": draft.purpose,
        "residents_do": draft.residents_do,
        "professional_does": draft.professional_does,
        "goal": str(draft.goal) if draft.goal else None,
        "owner": draft.owner,
        "second_owner": draft.second_owner,
        "place": place_id(draft.facility_id, draft.room_id) or None,
        "slot": draft.slot.value if draft.slot else None,
        "lead_ids": list(draft.lead_ids),
        "partner_id": draft.partner_id,
        "money_from": draft.money_from,
    }


def _follow_others(fields: Fields, idea: SavedIdea) -> None:
    """An untouched form shows what was saved meanwhile; in a touched one the version it began at stays."""
    if fields.got("versie") == idea.version or fields.got("botsing") is not None:
        return
    if _draft(fields) == fields.got("gezien"):
        fields.clear()
        fields.begin(_first(idea.draft) | {"versie": idea.version, "gezien": idea.draft})


def _texts(viewer: Viewer, fields: Fields) -> None:
    words, told = TEXT.work, []
    seen: BundleDraft = fields.got("gezien", BundleDraft())
    for name, label, hint in (
        ("purpose", words.what_for, words.what_for_hint),
        ("residents_do", words.residents_do, words.residents_hint),
        ("professional_does", words.professional_does, words.professional_hint),
    ):
        with form.step(fields, name, label):
            known = str(getattr(seen, name))
            told.append(form.text(fields, name, label, hint=hint, most=_MOST, hidden=True, known=known))
    st.html(f'<p class="fluister">{escape(words.no_names)}</p>')
    plain_hint.show(viewer, *told)
    with form.step(fields, "goal", words.goal):
        form.one(fields, "goal", words.goal, form.as_choices(words.goals), hidden=True)


def _people(fields: Fields, choices: BundleChoices) -> None:
    words = TEXT.work
    for name, label in (("owner", words.owner), ("second_owner", words.second_owner)):
        with form.step(fields, name, label):
            form.from_list(fields, name, label, choices.owners, words.choose, hidden=True)


def _place(fields: Fields, choices: BundleChoices, idea: SavedIdea) -> None:
    words = TEXT.work
    with form.step(fields, "place", words.place, errors=("facility_id",)):
        places = with_now(choices.places, str(fields.got("place", "")), idea.place)
        form.from_list(fields, "place", words.place, places, words.choose, hidden=True)
    with form.step(fields, "slot", words.slot):
        form.from_list(fields, "slot", words.slot, choices.slots, words.choose, hidden=True)
    with form.step(fields, "lead_ids", words.lead_ids):
        form.some(fields, "lead_ids", words.lead_ids, choices.leads, hidden=True)
    with form.step(fields, "partner_id", words.partner):
        form.from_list(fields, "partner_id", words.partner, choices.partners, words.choose, hidden=True)


def _draft(fields: Fields) -> BundleDraft:
    got = fields.got
    facility, room = place_of(str(got("place", "")))
    seen: BundleDraft = got("gezien", BundleDraft())
    return BundleDraft(
        purpose=str(got("purpose", "")).strip(),
        residents_do=str(got("residents_do", "")).strip(),
        professional_does=str(got("professional_does", "")).strip(),
        goal=int(got("goal")) if got("goal") else None,
        owner=ProfessionalId(got("owner")) if got("owner") else None,
        second_owner=ProfessionalId(got("second_owner")) if got("second_owner") else None,
        facility_id=facility,
        room_id=room,
        slot=DayPart(got("slot")) if got("slot") else None,
        lead_ids=tuple(map(TalentId, got("lead_ids", ()))),
        partner_id=OrganisationId(got("partner_id")) if got("partner_id") else None,
        budget_eur=got("bedrag", seen.budget_eur),
        money_from=OrganisationId(got("money_from")) if got("money_from") else None,
    )


def _save(
    workspace: Workspace, viewer: Viewer, bundle_id: str, fields: Fields, draft: BundleDraft, version: int
) -> None:
    try:
        change_bundle(workspace, viewer, bundle_id, draft, version)
    except InvalidInput as error:
        fields.refuse(error)
    except EditConflict as conflict:
        fields.put("botsing", conflict)
    else:
        fields.clear()
        state.tell(TEXT.work.saved)
    st.rerun()


def _settle(
    workspace: Workspace,
    viewer: Viewer,
    idea: SavedIdea,
    fields: Fields,
    choices: BundleChoices,
    conflict: EditConflict,
) -> None:
    """Two people changed the same thing: both values side by side, and a person decides."""
    words, labels, mine = TEXT.work, dict(TEXT.work.fields), _draft(fields)
    names = {choice.id: choice.label for each in _lists(choices) for choice in each}
    st.warning(words.conflict)
    theirs: dict[str, Any] = {}
    for each in conflict.conflicts:
        if each.field not in {field.name for field in fields_of(BundleDraft)}:
            continue
        told = {"mijn": _value(each.offered, names), _THEIRS: _value(each.stored, names)}
        picked = st.radio(
            labels.get(each.field, each.field),
            list(told),
            key=fields.key(f"keuze_{each.field}"),
            format_func=told.__getitem__,
            captions=[words.mine, words.theirs],
        )
        if picked == _THEIRS:
            theirs[each.field] = getattr(idea.draft, each.field)
    if st.button(words.settle, key="los_op", type="primary"):
        seen: BundleDraft = fields.got("gezien", BundleDraft())
        touched = {name: value for name, value in asdict(mine).items() if value != getattr(seen, name)}
        chosen = replace(idea.draft, **{name: value for name, value in touched.items() if name not in theirs})
        fields.put("botsing", None)
        _save(workspace, viewer, idea.id, fields, chosen, conflict.version)


def _lists(choices: BundleChoices) -> tuple[tuple[Choice, ...], ...]:
    return choices.owners, choices.leads, choices.partners, choices.slots


def _value(value: object, names: dict[str, str]) -> str:
    if isinstance(value, tuple):
        return ", ".join(names.get(str(each), str(each)) for each in value) or TEXT.work.nothing
    return names.get(str(value), str(value)) if value not in (None, "") else TEXT.work.nothing
