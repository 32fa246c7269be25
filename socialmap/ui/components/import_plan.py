"""What an import would do: how much is new, what changes, what is refused, and where a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from socialmap.actions.import_file import Decided, ImportResult
from socialmap.actions.show_origins import who_is
from socialmap.actions.telling_values import tell_value
from socialmap.model.dutch import dutch_date
from socialmap.privacy.roles import Viewer
from socialmap.ui.guard import plain
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_CHOICES = "lijst_keuzes"
_QUESTIONS = "lijst_vragen"
_KEEP, _TAKE, _LATER = "houd", "neem", "later"
_SHOWN = 12


def decided(mark: str) -> Decided:
    """What was chosen so far for the conflicts of the file with this ``mark``."""
    chosen: dict[str, str] = st.session_state.get(_CHOICES, {}).get(mark, {})
    return Decided(
        take=frozenset(key for key, choice in chosen.items() if choice == _TAKE),
        keep=frozenset(key for key, choice in chosen.items() if choice == _KEEP),
    )


def forget() -> None:
    """The choices were carried out."""
    for name in (_CHOICES, _QUESTIONS):
        st.session_state.pop(name, None)


def can_be_done(result: ImportResult) -> bool:
    return bool(result.plan.to_save)


def show(workspace: Workspace, viewer: Viewer, result: ImportResult, mark: str) -> None:
    """Draw the plan."""
    words, plan = TEXT.lists, result.plan
    open_keys = {conflict.key for conflict in plan.conflicts}
    counts = (
        (len(plan.new), words.new),
        (len(plan.changed), words.changed),
        (plan.unchanged, words.same),
        (plan.rejected_rows, words.refused),
        (len(open_keys), words.asks),
    )
    told = [(count, name) for count, name in counts if count or name == words.new]
    tiles = "".join(f"<li><b>{count}</b> {escape(name)}</li>" for count, name in told)
    with st.container(key="leesplan", gap="small"):
        st.html(f'<h2>{escape(words.plan)}</h2><div role="status"><ul class="tellingen">{tiles}</ul></div>')
        for note in plan.notes:
            st.html(f'<p class="hint">{escape(note)}</p>')
        _gone(len(plan.gone))
        _conflicts(workspace, viewer, result, mark)
        _listed(words.suggested_list, [_suggested(one) for one in plan.suggested], words.suggested_help)
        _listed(words.refused_list, _refused(result), words.refused_remedy)
        _listed(words.changed_list, [_changed(workspace, viewer, change) for change in plan.changed])
        _listed(words.new_list, [entity.name for entity in plan.new])
        if not plan.to_save and not plan.conflicts:
            usable = plan.unchanged or not plan.rejected
            st.info(words.nothing if usable else words.nothing_usable)


def _gone(count: int) -> None:
    if count:
        words = TEXT.lists
        told = words.gone_one if count == 1 else words.gone.format(n=count)
        st.html(f'<p class="hint">{escape(told)}</p>')


def _conflicts(workspace: Workspace, viewer: Viewer, result: ImportResult, mark: str) -> None:
    """Every question once, also those that were answered, so that an answer can be changed."""
    words = TEXT.lists
    asked = st.session_state.setdefault(_QUESTIONS, {}).setdefault(mark, {})
    for conflict in result.plan.conflicts:
        asked.setdefault(conflict.key, {})[conflict.field] = conflict
    if not asked:
        return
    st.html(f"<h2>{escape(words.conflicts)}</h2><p>{escape(words.conflicts_intro)}</p>")
    if len(asked) > 2:
        with st.container(horizontal=True, gap="small"):
            st.button(words.keep_all, key="lijst_houd", on_click=_all, args=(mark, list(asked), _KEEP))
            st.button(words.take_all, key="lijst_neem", on_click=_all, args=(mark, list(asked), _TAKE))
    for key, fields in asked.items():
        _question(workspace, viewer, mark, key, list(fields.values()))


def _question(workspace: Workspace, viewer: Viewer, mark: str, key: str, conflicts: Sequence[Any]) -> None:
    words, first = TEXT.lists, conflicts[0]
    question = "place" if key.endswith("/place") else first.field
    told = {
        _KEEP: words.keep.format(value=_value(workspace, viewer, conflicts, "stored")),
        _TAKE: words.take.format(value=_value(workspace, viewer, conflicts, "offered")),
        _LATER: words.later,
    }
    who = who_is(workspace, viewer, first.stored_by)
    on = dutch_date(first.stored_on) if first.stored_on else ""
    said = [words.keep_said.format(who=who, date=on), words.take_said.format(source=first.source)]
    widget = f"vraag_{mark}_{key}"
    chosen: dict[str, str] = st.session_state.setdefault(_CHOICES, {}).setdefault(mark, {})
    options = [_KEEP, _TAKE, _LATER]
    st.session_state[widget] = chosen.get(key, _LATER)
    st.radio(
        f"{plain(first.name)}: {TEXT.keep.field_name(question)}",
        options,
        key=widget,
        format_func=lambda one: plain(told[one]),
        captions=[*map(plain, said), words.later_said],
        on_change=_choose,
        args=(mark, key, widget),
    )


def _value(workspace: Workspace, viewer: Viewer, conflicts: Sequence[Any], side: str) -> str:
    parts = []
    for one in conflicts:
        value = getattr(one, side)
        if value is True:
            parts.append(TEXT.keep.field_name(one.field))
        elif value is not False:
            parts.append(tell_value(workspace, viewer, one.field, value))
    return ", ".join(part for part in parts if part) or TEXT.lists.empty


def _choose(mark: str, key: str, widget: str) -> None:
    st.session_state[_CHOICES][mark][key] = st.session_state[widget]


def _all(mark: str, keys: Sequence[str], choice: str) -> None:
    st.session_state.setdefault(_CHOICES, {})[mark] = dict.fromkeys(keys, choice)


def _refused(result: ImportResult) -> list[str]:
    rows: dict[str, list[str]] = {}
    for one in result.plan.rejected:
        rows.setdefault(_where(one), []).append(one.reason)
    return [f"{where}: {' '.join(dict.fromkeys(reasons))}" for where, reasons in rows.items()]


def _where(one: Any) -> str:
    where = TEXT.lists.line_on_sheet if one.sheet else TEXT.lists.line
    return where.format(sheet=one.sheet, line=one.line)


def _suggested(one: Any) -> str:
    words = TEXT.lists
    themes = (words.suggested_theme.format(theme=each.label, because=each.because) for each in one.themes)
    return words.suggested_line.format(where=_where(one), name=one.name, themes=", ".join(themes))


def _changed(workspace: Workspace, viewer: Viewer, change: Any) -> str:
    parts = []
    for one in change.fields:
        before, after = (
            tell_value(workspace, viewer, one.field, value) or TEXT.lists.empty
            for value in (one.before, one.after)
        )
        parts.append(f"{TEXT.keep.field_name(one.field)}: {before} → {after}")
    return f"{change.after.name} ({'; '.join(parts)})"


def _listed(title: str, lines: Sequence[str], remedy: str = "") -> None:
    if not lines:
        return
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines[:_SHOWN])
    more = len(lines) - _SHOWN
    rest = f"<p>{escape(TEXT.lists.more.format(n=more))}</p>" if more > 0 else ""
    advice = f"<p>{escape(remedy)}</p>" if remedy else ""
    st.html(
        f'<details class="lijstje" open><summary>{escape(title)} ({len(lines)})</summary>'
        f"{advice}<ul>{rows}</ul>{rest}</details>"
    )
