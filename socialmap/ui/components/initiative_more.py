"""What may be filled in about an initiative as well, under folds: when, thresholds, costs, for whom, how."""

from __future__ import annotations

import streamlit as st

from socialmap.actions.save_offer import place_in_quadrants
from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.telling import Choice
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import fields, plain_hint, quadrant_picture
from socialmap.ui.desk import Desk
from socialmap.ui.offer_forms import BARRIER, PLACEMENT, empty_session, placement_of
from socialmap.ui.text import TEXT

DESCRIPTION_MOST = 300


def show(viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    """Draw the folds; one with an error in it stands open."""
    words = TEXT.more
    st.html(f'<p class="vraag rustig">{TEXT.add.more}</p>')
    with st.container(key=f"meer_{desk.number}", gap="small"):
        with _fold(desk, words.when, "sessions"):
            _moments(desk)
        with _fold(desk, words.about, "description"):
            _about(viewer, desk, choices)
        with _fold(desk, words.thresholds):
            st.caption(words.thresholds_intro)
            for barrier in choices.barriers:
                fields.answer(desk, f"{BARRIER}{barrier.id}", barrier.label)
        with _fold(desk, words.for_whom, "access", "age_min", "age_max", "languages"):
            _for_whom(desk, choices)
        with _fold(desk, words.cost, "cost_eur", "max_participants", "places_free"):
            _cost(desk)
        with _fold(desk, words.placement, "quadrant"):
            _placement(desk)


def _fold(desk: Desk, label: str, *names: str) -> st.delta_generator.DeltaGenerator:
    return st.expander(label, expanded=any(name in desk.errors for name in names))


def _moments(desk: Desk) -> None:
    words = TEXT.more
    rows: list[dict[str, object]] = desk.filled["sessions"] or [empty_session()]
    desk.filled["sessions"] = rows
    with fields.question(desk, "sessions"):
        for number in range(len(rows)):
            _moment(desk, number, several=len(rows) > 1)
    st.button(words.add_moment, key=desk.key("moment_erbij"), on_click=_add_moment, args=(desk,))


def _moment(desk: Desk, number: int, *, several: bool) -> None:
    words = TEXT.more

    def bound(name: str) -> str:
        key = desk.key(f"moment{number}_{name}")
        st.session_state[key] = desk.filled["sessions"][number][name]
        return key

    def pills(name: str, label: str, labels: dict[str, str]) -> None:
        st.pills(
            label,
            list(labels),
            key=bound(name),
            format_func=labels.__getitem__,
            on_change=_take_moment,
            args=(desk, number, name),
        )

    def typed(name: str, label: str, hint: str) -> None:
        st.text_input(
            label, key=bound(name), placeholder=hint, on_change=_take_moment, args=(desk, number, name)
        )

    with st.container(key=f"moment_{desk.number}_{number}", gap="small"):
        if several:
            st.html(f'<p class="vraag">{words.moment.format(n=number + 1)}</p>')
        once = desk.filled["sessions"][number]["rhythm"] == "eenmalig"
        if once:
            typed("on", words.on, words.date_hint)
        else:
            pills("day", words.day, dict(words.days))
        pills("part", words.part, dict(words.parts))
        with st.container(key=f"tijden_{desk.number}_{number}", horizontal=True, gap="small"):
            typed("starts", words.starts, words.time_hint)
            typed("ends", words.ends, words.time_hint)
        pills("rhythm", words.rhythm, dict(words.rhythms))
        if several:
            st.button(
                words.remove_moment,
                key=desk.key(f"moment{number}_weg"),
                type="tertiary",
                on_click=_remove_moment,
                args=(desk, number),
            )


def _take_moment(desk: Desk, number: int, name: str) -> None:
    value = st.session_state[desk.key(f"moment{number}_{name}")]
    desk.filled["sessions"][number][name] = value
    desk.errors.pop("sessions", None)


def _add_moment(desk: Desk) -> None:
    desk.filled["sessions"] = [*desk.filled["sessions"], empty_session()]


def _remove_moment(desk: Desk, number: int) -> None:
    rows = desk.filled["sessions"]
    desk.put("sessions", [*rows[:number], *rows[number + 1 :]])


def _about(viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    words = TEXT.more
    with fields.question(desk, "description"):
        fields.long_text(
            desk, "description", words.description, hint=words.description_hint, most=DESCRIPTION_MOST
        )
        st.caption(words.counter.format(n=len(desk.filled["description"] or "")))
        plain_hint.show(viewer, desk.filled["description"] or "")
    hint = TEXT.add.choose_one
    fields.from_list(desk, "activity_type", words.activity_type, labels_of(choices.activity_types), hint=hint)
    fields.some_of(desk, "run_by", words.run_by, labels_of(choices.organisations))
    fields.answer(desk, "home_visit", words.home_visit)
    fields.answer(desk, "online", words.online)
    fields.one_of(desk, "status", words.status, dict(words.statuses), must=True)
    fields.switch(desk, "do_not_contact", words.do_not_contact)


def _for_whom(desk: Desk, choices: SearchChoices) -> None:
    words = TEXT.more
    with fields.question(desk, "access"):
        fields.one_of(desk, "access", words.access, labels_of(choices.access), must=True)
    fields.some_of(desk, "target_groups", words.target_groups, labels_of(choices.target_groups))
    with st.container(key=f"leeftijd_{desk.number}", horizontal=True, gap="small"):
        for name, label in (("age_min", words.age_min), ("age_max", words.age_max)):
            with fields.question(desk, name):
                fields.text(desk, name, label, hint=words.number_hint, most=3)
    with fields.question(desk, "languages"):
        fields.some_of(desk, "languages", words.languages, labels_of(choices.languages))


def _cost(desk: Desk) -> None:
    words = TEXT.more
    with fields.question(desk, "cost_eur"):
        fields.text(desk, "cost_eur", words.cost_eur, hint=words.cost_hint, most=10)
    with fields.question(desk, "max_participants"):
        fields.text(desk, "max_participants", words.max_participants, hint=words.number_hint, most=6)
    fields.switch(desk, "places_unlimited", words.places_unlimited)
    if not desk.filled["places_unlimited"]:
        with fields.question(desk, "places_free"):
            fields.text(desk, "places_free", words.places_free, hint=words.number_hint, most=6)
    fields.answer(desk, "waiting_list", words.waiting_list)


def _placement(desk: Desk) -> None:
    words = TEXT.more
    st.caption(words.placement_intro)
    for item, label, options in words.placement_questions:
        fields.steps(desk, item, label, options)
    show_placement(desk)
    fields.show_error(desk, "quadrant")
    if any(desk.filled[item] is not None for item in PLACEMENT):
        st.button(
            words.placement_clear,
            key=desk.key("vakken_leeg"),
            type="tertiary",
            on_click=_clear_placement,
            args=(desk,),
        )


def show_placement(desk: Desk) -> None:
    """The picture, or how many questions are still to go."""
    words = TEXT.more
    items = placement_of(desk.filled)
    if items is not None:
        quadrant_picture.show(place_in_quadrants(items))
        return
    open_questions = sum(desk.filled[item] is None for item in PLACEMENT)
    sentence = words.placement_to_go_one if open_questions == 1 else words.placement_to_go
    st.caption(sentence.format(n=open_questions))


def _clear_placement(desk: Desk) -> None:
    for item in PLACEMENT:
        desk.put(item, None)
    desk.errors.pop("quadrant", None)


def labels_of(choices: tuple[Choice, ...]) -> dict[str, str]:
    return {choice.id: choice.label for choice in choices}
