"""The team conversation, prefilled with the team's own figures (domain.md 4.G, gespreksmodel).

What colleagues pick is counted without who picked it: from five answers, and small counts stay hidden.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from socialmap.collective.positions import ENOUGH, TeamView, TooFew
from socialmap.model import wording_conversation as wording
from socialmap.model.language import told
from socialmap.model.people import Talent
from socialmap.model.rounding import round_half_away
from socialmap.model.together import (
    ActionKind,
    BundleKind,
    BundleProposal,
    BundleStatus,
    CollectiveAction,
    Conversation,
    ConversationMode,
    PositionKind,
    Signal,
)
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording_conversation import HEADINGS, Possibility
from socialmap.model.wording_positions import figures, too_few
from socialmap.model.work import PresenceMoment, Professional
from socialmap.privacy.disclosure import protect

YEAR_DAYS = 365
GOALS = (1, 2, 3)
SELDOM_PERCENT = 10
"""A goal with at most this share of the actions is named (000-15: with 10% it is)."""
CERTAIN_FROM = 4
"""Of 1 to 5: 4 and 5 count as sure of oneself (002-21)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamWork:
    """What the team wrote down in its daily work; the conversation asks for none of it again."""

    actions: Sequence[CollectiveAction] = ()
    bundles: Sequence[BundleProposal] = ()
    signals: Sequence[Signal] = ()
    presence: Sequence[PresenceMoment] = ()
    talents: Sequence[Talent] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibilityUsed:
    """How often a possibility was used in the past year; 0 is not used yet."""

    possibility: Possibility
    times: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalShares:
    """Per goal how many actions, and the whole percentage; ``sentences`` says both and what is rare."""

    n: int
    times: Mapping[int, int]
    percents: Mapping[int, int]
    seldom: tuple[int, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeasRunning:
    """From words to deeds: how many of the ideas run (000-35). Rejected ideas do not count."""

    ideas: int
    running: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one colleague filled in, without who."""

    already: tuple[str, ...] = ()
    want_more: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    certainty: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Something that colleagues picked; ``shown`` is the number as it may be shown.

    ``tip`` is empty for a possibility.
    """

    code: str
    label: str
    tip: str
    shown: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAnswers:
    """The answers of at least five colleagues, most picked first. ``certainty`` may still be ``TooFew``."""

    n: int
    already: tuple[Picked, ...]
    want_more: tuple[Picked, ...]
    obstacles: tuple[Picked, ...]
    certainty: str


def possibilities(work: TeamWork, today: date) -> tuple[PossibilityUsed, ...]:
    """The eight possibilities in the order of the conversation, counted over the past year.

    Basic facilities are used where an action served goal 2, signalling where it served goal 3 or where a
    signal was noticed. Presence moments and talents count as they are: they have no date of use.
    """
    actions = [action for action in work.actions if _past_year(action.on, today)]
    sorts = Counter(action.sort for action in actions)
    goals = Counter(action.goal for action in actions)
    joined = [
        bundle
        for bundle in work.bundles
        if bundle.sort is BundleKind.JOIN
        and bundle.status not in {BundleStatus.IDEA, BundleStatus.REJECTED}
        and (bundle.proposed_on is None or _past_year(bundle.proposed_on, today))
    ]
    noticed = [
        signal for signal in work.signals if signal.noticed_on is None or _past_year(signal.noticed_on, today)
    ]
    times = {
        Possibility.BUNDLE: sorts[ActionKind.BUNDLE],
        Possibility.CONNECT: sorts[ActionKind.CONNECT],
        Possibility.GROUP_OFFER: sorts[ActionKind.GROUP_OFFER],
        Possibility.JOIN: len(joined),
        Possibility.BASIC_FACILITIES: goals[2],
        Possibility.SIGNAL: goals[3] + len(noticed),
        Possibility.BE_PRESENT: len(work.presence),
        Possibility.ASK_TALENTS: len(work.talents),
    }
    return tuple(
        PossibilityUsed(
            possibility=each, times=times[each], sentence=wording.done_often(each.label, times[each])
        )
        for each in Possibility
    )


def goal_shares(actions: Iterable[CollectiveAction]) -> GoalShares:
    """How the actions (of a quarter, say) spread over the three goals."""
    counted = Counter(action.goal for action in actions)
    n = sum(counted[goal] for goal in GOALS)
    percents = {goal: int(round_half_away(100 * counted[goal] / n)) if n else 0 for goal in GOALS}
    seldom = tuple(goal for goal in GOALS if n and 100 * counted[goal] <= SELDOM_PERCENT * n)
    told = [wording.goal_share(goal, counted[goal], n, percents[goal]) for goal in GOALS]
    return GoalShares(
        n=n,
        times={goal: counted[goal] for goal in GOALS},
        percents=percents,
        seldom=seldom,
        sentences=tuple([*told, *map(wording.seldom, seldom)] if n else [wording.NO_ACTIONS]),
    )


def ideas_running(bundles: Iterable[BundleProposal]) -> IdeasRunning:
    """How many of the ideas run."""
    kept = [bundle for bundle in bundles if bundle.status is not BundleStatus.REJECTED]
    running = sum(bundle.status is BundleStatus.RUNNING for bundle in kept)
    return IdeasRunning(ideas=len(kept), running=running, sentence=wording.ideas_running(running, len(kept)))


def without_names(conversations: Iterable[Conversation]) -> tuple[Answer, ...]:
    """The individual sheets of a round without who; their order tells nothing.

    Of one colleague the last sheet counts.
    """
    latest: dict[str, Conversation] = {}
    for sheet in sorted(conversations, key=lambda sheet: (sheet.on, sheet.id)):
        if sheet.mode is ConversationMode.INDIVIDUAL:
            latest[sheet.respondent or sheet.id] = sheet
    answers = [
        Answer(
            already=sheet.already,
            want_more=sheet.want_more,
            obstacles=sheet.obstacles,
            certainty=sheet.certainty,
        )
        for sheet in latest.values()
    ]
    return tuple(sorted(answers, key=repr))


def team_answers(answers: Sequence[Answer], vocabulary: Vocabulary) -> TeamAnswers | TooFew:
    """The picks of a team, most picked first (then in the order of the list); ``TooFew`` below five."""
    if len(answers) < ENOUGH:
        return TooFew(n=len(answers), sentence=too_few(len(answers)))
    labels = {each.value: (each.label, "") for each in Possibility}
    obstacles = {each.id: (each.called, each.tip) for each in vocabulary.obstacles.values()}
    return TeamAnswers(
        n=len(answers),
        already=_tally(answers, lambda answer: answer.already, labels),
        want_more=_tally(answers, lambda answer: answer.want_more, labels),
        obstacles=_tally(answers, lambda answer: answer.obstacles, obstacles),
        certainty=certainty([answer.certainty for answer in answers if answer.certainty is not None]),
    )


def certainty(scores: Sequence[int]) -> str:
    """How many feel sure with groups, as "1 van de 7"; the sentence of too few below five."""
    if len(scores) < ENOUGH:
        return too_few(len(scores))
    return wording.feels_certain(sum(score >= CERTAIN_FROM for score in scores), len(scores))


def willing_to_lead(colleagues: Iterable[Professional]) -> tuple[Professional, ...]:
    """Colleagues who like to lead a group, by name: whom to ask along (000-33, 002-19)."""
    return tuple(
        sorted((each for each in colleagues if each.leads_groups), key=lambda each: (each.name, each.id))
    )


def sheet(
    view: TeamView,
    work: TeamWork,
    answers: TeamAnswers | TooFew,
    today: date,
    *,
    assignment: str = "",
    agreement: str = "",
    agreement_on: date | None = None,
) -> tuple[tuple[str, str], ...]:
    """The conversation on one A4: (heading, text) in the order of the screen; no assignment, no heading."""
    if isinstance(answers, TooFew):
        more = against = sure = answers.sentence
    else:
        more, against = _picked_text(answers.want_more), _picked_text(answers.obstacles)
        sure = f"{answers.certainty.rstrip('.')}. {told(wording.RESEARCH_ON_CERTAINTY)}"
    texts = {
        "opdracht": assignment,
        "posities": _standing_text(view),
        "al": " ".join(each.sentence for each in possibilities(work, today) if each.times),
        "meer": more,
        "tegen": against,
        "zeker": sure,
        "doelen": _as_sentences(*goal_shares(work.actions).sentences, ideas_running(work.bundles).sentence),
        "afspraak": wording.agreement(agreement, agreement_on),
    }
    return tuple((HEADINGS[part], text) for part, text in texts.items() if part != "opdracht" or text)


def _past_year(day: date, today: date) -> bool:
    return today - timedelta(days=YEAR_DAYS) < day <= today


def _tally(
    answers: Sequence[Answer],
    of: Callable[[Answer], tuple[str, ...]],
    labels: Mapping[str, tuple[str, str]],
) -> tuple[Picked, ...]:
    """Colleagues per code, unknown codes left out; an answer behind a colon is not counted apart."""
    counts = Counter(code for answer in answers for code in {pick.partition(":")[0] for pick in of(answer)})
    order = sorted((code for code in labels if counts[code]), key=lambda code: -counts[code])
    shown = protect([(code, counts[code]) for code in order]).cells
    return tuple(
        Picked(
            code=code,
            label=labels[code][0],
            tip=labels[code][1],
            shown=cell,
            sentence=wording.picked(labels[code][0], cell, labels[code][1]),
        )
        for code, cell in zip(order, shown, strict=True)
    )


def _as_sentences(*texts: str) -> str:
    return " ".join(f"{text.rstrip('.')}." for text in texts)


def _picked_text(picks: Sequence[Picked]) -> str:
    return " ".join(pick.sentence for pick in picks) or wording.NOTHING_PICKED


def _standing_text(view: TeamView) -> str:
    now = view.standings[PositionKind.SELF_NOW]
    if isinstance(now, TooFew):
        return now.sentence
    told = [now.sentence, figures(now.n, now.x, now.y, now.spread, now.from_balance_percent), now.two_camps]
    if view.own_arrow is not None:
        told.append(view.own_arrow.sentence)
    return " ".join(part for part in told if part)
