"""Writing a signal down: what is prefilled from a field note, what has to be chosen, what may not be told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from socialmap.collective.routing import report_back_on
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_signals as wording
from socialmap.model.dutch import dutch_date
from socialmap.model.language import Language, speaking, told
from socialmap.model.together import (
    CauseLevel,
    Dimension,
    Scale,
    Signal,
    SignalKind,
    SignalSource,
)
from socialmap.model.values import AreaId, Layer, ProfessionalId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.work import FieldNote
from socialmap.privacy.disclosure import FLOOR, number_words, theme_to_name
from socialmap.privacy.free_text import violations

KINDS_ABOUT_A_BUILDING = frozenset(
    {SignalKind.HOME_AND_BLOCK, SignalKind.NOT_ACCESSIBLE, SignalKind.SERVICE_DISAPPEARS}
)
"""About a building or a service: naming it says nothing about one person."""

TEXTS = (
    "title", "what_we_see", "where", "how_often", "consequence", "possible_cause", "already_done",
    "residents_say", "we_ask", "addressed_to",
)  # fmt: skip
"""What is written freely, in a draft and in a signal."""

_HEARD_FROM: Mapping[str, SignalSource] = {
    "straat": SignalSource.RESIDENT,
    "app": SignalSource.RESIDENT,
    "groep": SignalSource.GROUP,
    "flat": SignalSource.GROUP,
    "school": SignalSource.PARTNER,
    "winkel": SignalSource.PARTNER,
    "huisarts": SignalSource.PARTNER,
}

_KIND_OF_GROUP: Mapping[str, SignalKind] = {
    "wonen": SignalKind.HOME_AND_BLOCK,
    "veilig": SignalKind.SAFETY,
    "opgroeien": SignalKind.SCHOOL_AND_YOUTH,
    "geld": SignalKind.RULES_AND_WAITING,
    "werk": SignalKind.RULES_AND_WAITING,
    "gezond": SignalKind.HEALTH,
    "gevoel": SignalKind.HEALTH,
    "zorgen": SignalKind.HEALTH,
}
_KIND_OF_THEME: Mapping[str, SignalKind] = {
    "spanning-tussen-groepen": SignalKind.TENSION,
    "erbij-horen": SignalKind.TENSION,
    "ruimte-voor-de-buurt": SignalKind.MISSING_OFFER,
}
_THEMES_OF_ONE_BUILDING = frozenset({"lift-trap-toegang", "slechte-woning"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalDraft:
    """A signal as it stands on the form; what is ``None`` still has to be chosen.

    ``people``: how many persons it comes from, ``None`` if nobody counted. It is not kept as a number.
    ``about_building``: about a building or service; ``None`` follows from the kind.
    """

    title: str = ""
    sort: SignalKind | None = None
    scale: Scale | None = None
    cause: CauseLevel | None = None
    origin: SignalSource = SignalSource.WORKER
    what_we_see: str = ""
    where: str = ""
    people: int | None = None
    about_building: bool | None = None
    how_often: str = ""
    consequence: str = ""
    possible_cause: str = ""
    already_done: str = ""
    residents_say: str = ""
    we_ask: str = ""
    addressed_to: str = ""
    dimension: Dimension | None = None
    themes: tuple[ThemeId, ...] = ()
    area_ids: tuple[AreaId, ...] = ()

    @property
    def is_about_building(self) -> bool:
        if self.about_building is not None:
            return self.about_building
        return self.sort in KINDS_ABOUT_A_BUILDING


def draft_of_note(note: FieldNote, area_name: str, vocabulary: Vocabulary) -> SignalDraft:
    """The form filled from a field note: what is known from it, and a first guess at kind and scale.

    A sensitive theme is kept under its *leefgebied*, because a signal is read outside the core. The cause is
    left open: that is a judgement.
    """
    themes = [theme for theme in note.themes if theme in vocabulary.themes]
    sort = next((_kind_of(theme, vocabulary) for theme in themes), None)
    one_building = not _THEMES_OF_ONE_BUILDING.isdisjoint(themes)
    return SignalDraft(
        sort=sort,
        scale=Scale.COMPLEX if one_building else Scale.NEIGHBOURHOOD,
        origin=_HEARD_FROM.get(note.heard_at, SignalSource.WORKER),
        what_we_see=note.text,
        where=area_name,
        themes=_shell_themes(themes, vocabulary),
        area_ids=(note.area_id,),
    )


def draft_of_pattern(
    theme: ThemeId, area_id: AreaId, area_name: str, vocabulary: Vocabulary, sentences: Sequence[str] = ()
) -> SignalDraft:
    """The form filled from a pattern in the figures; a sensitive theme under its *leefgebied*.

    ``sentences``: what the pattern says in words.
    """
    (outside,) = _shell_themes([theme], vocabulary)
    label = vocabulary.themes[outside].label
    return SignalDraft(
        title=wording.in_area(label, area_name),
        what_we_see=" ".join((wording.about_theme(label), *sentences)),
        sort=_kind_of(theme, vocabulary),
        scale=Scale.NEIGHBOURHOOD,
        origin=SignalSource.FIGURES,
        where=area_name,
        themes=(outside,),
        area_ids=(area_id,),
    )


def draft_of_white_spot(
    group: ThemeId, area_id: AreaId, area_name: str, vocabulary: Vocabulary
) -> SignalDraft:
    """The form filled from a *leefgebied* for which there is too little in a neighbourhood."""
    label = vocabulary.themes[group].label
    return SignalDraft(
        title=wording.too_little(label, area_name),
        sort=SignalKind.MISSING_OFFER,
        scale=Scale.NEIGHBOURHOOD,
        origin=SignalSource.FIGURES,
        where=area_name,
        themes=_shell_themes([group], vocabulary),
        area_ids=(area_id,),
    )


def signal_of(
    draft: SignalDraft,
    *,
    signal_id: str,
    owner: ProfessionalId,
    today: date,
    area_names: Collection[str],
    vocabulary: Vocabulary,
    floor: int = FLOOR,
) -> Signal:
    """A new signal with its route and the day to report back; one person is enough.

    ``area_names``: the neighbourhoods and districts that may be named when it is about few persons.
    ``InvalidInput`` with everything that is missing, looks like a name, or could be traced.
    """
    sort, scale, cause = draft.sort, draft.scale, draft.cause
    wrong = [*_missing(draft), *_suspect(draft), *_traceable(draft, area_names, floor)]
    if wrong or sort is None or scale is None or cause is None:
        raise InvalidInput(wrong)
    return Signal(
        id=signal_id,
        title=draft.title.strip(),
        sort=sort,
        scale=scale,
        cause=cause,
        origin=draft.origin,
        what_we_see=draft.what_we_see.strip(),
        where=draft.where.strip(),
        about_building=draft.is_about_building,
        noticed_on=today,
        how_often=_how_often(draft, floor),
        consequence=draft.consequence.strip(),
        possible_cause=draft.possible_cause.strip(),
        already_done=draft.already_done.strip(),
        residents_say=draft.residents_say.strip(),
        we_ask=draft.we_ask.strip(),
        addressed_to=draft.addressed_to.strip(),
        owner=owner,
        report_back_on=report_back_on(today),
        dimension=draft.dimension,
        themes=_shell_themes(draft.themes, vocabulary),
        area_ids=draft.area_ids,
    )


def write_up(signal: Signal) -> tuple[tuple[str, str], ...]:
    """The signal on one A4: headings in order, each with its text; a part that is empty is left out.

    In Dutch: whoever gets it reads what colleagues wrote.
    """
    asked = [part for part in (signal.we_ask, signal.addressed_to and f"Aan: {signal.addressed_to}.") if part]
    if signal.report_back_on is not None:
        with speaking(Language.DUTCH):
            asked.append(f"We horen het graag voor {dutch_date(signal.report_back_on)}.")
    cause = f"Het ligt volgens ons aan {wording.CAUSE_LABELS[signal.cause]}. {signal.possible_cause}".strip()
    texts = (
        ("Wat zien we?", signal.what_we_see),
        ("Bij wie en waar?", signal.where),
        ("Hoe vaak?", signal.how_often),
        ("Wat betekent het voor mensen?", signal.consequence),
        ("Waar ligt het aan?", cause),
        ("Wat doen we al?", signal.already_done),
        ("Wat zeggen bewoners?", signal.residents_say),
        ("Wat vragen we, aan wie, en wanneer horen we terug?", " ".join(asked)),
    )
    return tuple((heading, text) for heading, text in texts if text)


def corrected(signal: Signal, texts: Mapping[str, str], area_names: Collection[str]) -> Signal:
    """The signal with other texts, by field; what is not among them stays. Checked as when it was new.

    How many people it came from is not kept as a number: *enkele mensen* tells that there were few.
    """
    written: dict[str, Any] = {field: text.strip() for field, text in texts.items() if field in TEXTS}
    changed = replace(signal, **written)
    few = _kept_words(1) in signal.how_often
    draft = SignalDraft(
        **{field: getattr(changed, field) for field in TEXTS},
        sort=signal.sort,
        scale=signal.scale,
        cause=signal.cause,
        people=1 if few else None,
        about_building=signal.about_building,
    )
    wrong = [*_missing(draft), *_suspect(draft), *_traceable(draft, area_names, FLOOR)]
    if wrong:
        raise InvalidInput(wrong)
    return changed


def _missing(draft: SignalDraft) -> Iterator[Violation]:
    needed = (
        ("title", draft.title.strip(), wording.GIVE_A_TITLE),
        ("sort", draft.sort, wording.CHOOSE_A_KIND),
        ("scale", draft.scale, wording.CHOOSE_A_SCALE),
        ("cause", draft.cause, wording.CHOOSE_A_CAUSE),
        ("what_we_see", draft.what_we_see.strip(), wording.SAY_WHAT_YOU_SEE),
        ("where", draft.where.strip(), wording.SAY_WHERE),
    )
    return (Violation(field, sentence) for field, value, sentence in needed if not value)


def _suspect(draft: SignalDraft) -> Iterator[Violation]:
    for field in TEXTS:
        yield from violations(field, getattr(draft, field))


def _traceable(draft: SignalDraft, area_names: Collection[str], floor: int) -> Iterator[Violation]:
    """With few people, not more precise than a neighbourhood, unless it is about a building or service."""
    few = draft.people is not None and draft.people < floor
    if not few or draft.is_about_building:
        return
    if draft.scale is Scale.COMPLEX:
        yield Violation("scale", told(wording.WIDER_SCALE).format(floor=floor))
    if draft.where.strip() and not _names_only_areas(draft.where, area_names):
        yield Violation("where", told(wording.ONLY_THE_AREA).format(floor=floor))


def _names_only_areas(where: str, area_names: Collection[str]) -> bool:
    known = {name.casefold() for name in area_names}
    whole = where.strip().rstrip(".").casefold()
    parts = [part.strip() for part in re.split(r",| en |/", whole)]
    return whole in known or all(part in known for part in parts)


def _kept_words(people: int, floor: int = FLOOR) -> str:
    """A number in words that is kept with a signal: in Dutch, whoever writes it."""
    with speaking(Language.DUTCH):
        return number_words(people, floor=floor)


def _how_often(draft: SignalDraft, floor: int) -> str:
    counted = "" if draft.people is None else _kept_words(draft.people, floor)
    return ", ".join(filter(None, (counted, draft.how_often.strip())))


def _kind_of(theme: ThemeId, vocabulary: Vocabulary) -> SignalKind:
    by_group = _KIND_OF_GROUP.get(vocabulary.top_of(theme), SignalKind.MISSING_OFFER)
    return _KIND_OF_THEME.get(theme, by_group)


def _shell_themes(themes: Collection[ThemeId], vocabulary: Vocabulary) -> tuple[ThemeId, ...]:
    return tuple(dict.fromkeys(theme_to_name(theme, vocabulary, Layer.SHELL) for theme in themes))
