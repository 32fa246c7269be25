"""The Maandagbericht: at most five things to do this week, one line each (domain.md 4.J).

Every kind of news has its own function that makes candidates of it; :func:`this_week` chooses. Nothing
here counts what a colleague did or did not do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum, StrEnum

from socialmap.collective.checking import urgency, waits
from socialmap.model import wording_week as wording
from socialmap.model.people import Need, NeedStatus, OwnNetwork, Resident
from socialmap.model.provision import Initiative
from socialmap.model.together import Conversation, Signal, SignalKind, SignalStatus
from socialmap.model.values import NeedId, ResidentId
from socialmap.model.vocabulary import Collective, Vocabulary
from socialmap.privacy.disclosure import number_words

MOST_LINES = 5
WAITING_DAYS = 90
"""So long a question of somebody without a network stays unmentioned (001-72)."""
ANSWER_DAYS = 14
"""So long a *sociaal makelaar* has to answer an idea before both sides hear of it (domain.md 3, S4)."""
WEEK = timedelta(days=7)


class Rank(IntEnum):
    """The six ranks of 4.J, most urgent first."""

    SAFETY_AND_PROMISES = 1
    BUNDLES = 2
    PATTERNS = 3
    FRAGILE = 4
    EMPTY_AND_UNKNOWN = 5
    FRESHNESS = 6


class News(StrEnum):
    """What a line is about, in the order within a rank."""

    UNSAFE = "veiligheid"
    REPORT_BACK = "terugkoppelen"
    AGREEMENT = "afspraak"
    UNANSWERED = "wacht_op_antwoord"
    BUNDLE = "bundel"
    WAITING = "wachtende_vraag"
    PATTERN = "hier_en_nu"
    FRAGILE = "kwetsbaar"
    EMPTY_CELL = "leeg_vak"
    GET_TO_KNOW = "leren_kennen"
    CHECK = "controleren"

    @property
    def rank(self) -> Rank:
        return _RANKS[self]


_RANKS = {
    News.UNSAFE: Rank.SAFETY_AND_PROMISES,
    News.REPORT_BACK: Rank.SAFETY_AND_PROMISES,
    News.AGREEMENT: Rank.SAFETY_AND_PROMISES,
    News.UNANSWERED: Rank.BUNDLES,
    News.BUNDLE: Rank.BUNDLES,
    News.WAITING: Rank.BUNDLES,
    News.PATTERN: Rank.PATTERNS,
    News.FRAGILE: Rank.FRAGILE,
    News.EMPTY_CELL: Rank.EMPTY_AND_UNKNOWN,
    News.GET_TO_KNOW: Rank.EMPTY_AND_UNKNOWN,
    News.CHECK: Rank.FRESHNESS,
}
_MOST_EMPTY_CELLS = 3
_ORDER = {news: place for place, news in enumerate(News)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may become a line. ``order``: lower comes first within the same kind of news.

    ``target`` is what one click opens, written as ``kind/id``. ``asks``: it can be answered with a yes here.
    """

    news: News
    order: tuple[float, ...]
    sentence: str
    target: str
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The lines to show, how many there are besides, and what stands below them."""

    lines: tuple[Candidate, ...]
    more: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFound:
    """A bundle of questions: ``score`` as in domain.md 4.B step 7, ``looked_at`` by whoever reads.

    ``told``: the number that this reader may know, when it is another than ``people``. ``exists``: how many
    initiatives there are for the same question, all of them ``full`` or with too few places.
    """

    id: str
    theme_label: str
    area_names: tuple[str, ...]
    people: int
    minimum: int
    score: float
    told: str = ""
    exists: int = 0
    full: bool = False
    looked_at: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternFound:
    """A pattern that is striking here as well as now; they stand in the order in which they are told."""

    id: str
    theme_label: str
    area_name: str


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An idea that waits for an answer of a *sociaal makelaar*; since when it lies there."""

    id: str
    title: str
    since: date


def this_week(candidates: Iterable[Candidate]) -> Week:
    """The five most urgent lines; the same thing is told once.

    Order: rank, kind of news, the order within it, then the target.
    """
    kept: dict[tuple[News, str], Candidate] = {}
    for candidate in sorted(candidates, key=_urgent_first):
        kept.setdefault((candidate.news, candidate.target), candidate)
    lines = tuple(kept.values())
    left = max(len(lines) - MOST_LINES, 0)
    sentence = wording.more(left) if lines else wording.NOTHING_NEW
    return Week(lines=lines[:MOST_LINES], more=left, sentence=sentence)


def from_signals(signals: Iterable[Signal], today: date) -> list[Candidate]:
    """Unsafe things not brought anywhere yet, and promises to report back that are past their day."""
    found = []
    for signal in signals:
        waits = signal.status in {SignalStatus.NOTICED, SignalStatus.DEEPENED}
        told = signal.status in {SignalStatus.REPORTED_BACK, SignalStatus.CLOSED}
        target = f"signal/{signal.id}"
        if signal.sort is SignalKind.SAFETY and waits:
            since = signal.noticed_on.toordinal() if signal.noticed_on else 0
            found.append(_candidate(News.UNSAFE, target, wording.unsafe(signal.title), since))
        due = signal.report_back_on
        if due is not None and due < today and not told:
            sentence = wording.report_back(signal.title, due)
            found.append(_candidate(News.REPORT_BACK, target, sentence, due.toordinal()))
    return found


def from_agreements(conversations: Iterable[Conversation], today: date) -> list[Candidate]:
    """What a team agreed to do by a day of this week, and what was to be done before today (002-25)."""
    return [
        _candidate(
            News.AGREEMENT,
            f"conversation/{each.id}",
            (wording.agreed if each.agreement_on >= today else wording.was_it_done)(
                each.agreement, each.agreement_on
            ),
            each.agreement_on.toordinal(),
            asks=each.agreement_on < today,
        )
        for each in conversations
        if each.agreement and each.agreement_on is not None and each.agreement_on < today + WEEK
    ]


def from_unanswered(ideas: Iterable[Unanswered], *, asked: bool, today: date) -> list[Candidate]:
    """Ideas that wait two weeks for an answer, the longest first (S4); ``asked``: the reader should."""
    return [
        _candidate(
            News.UNANSWERED,
            f"bundle/{each.id}",
            wording.unanswered(each.title, each.since, asked=asked),
            each.since.toordinal(),
        )
        for each in ideas
        if (today - each.since).days >= ANSWER_DAYS
    ]


def from_bundles(bundles: Iterable[BundleFound]) -> list[Candidate]:
    """Bundles that are large enough and that nobody looked at yet, the best first."""
    return [
        _candidate(
            News.BUNDLE,
            f"bundle/{each.id}",
            wording.bundle(
                each.told or number_words(each.people),
                each.area_names,
                each.theme_label,
                each.exists,
                full=each.full,
            ),
            -each.score,
        )
        for each in bundles
        if each.people >= each.minimum and not each.looked_at
    ]


def from_waiting_needs(
    needs: Iterable[Need],
    residents: Mapping[ResidentId, Resident],
    looked_at: Collection[NeedId],
    vocabulary: Vocabulary,
    today: date,
) -> list[Candidate]:
    """Questions of people without a network, open for 90 days, for which nobody looked at a group (001-72).

    ``needs`` are those the reader holds.
    """
    found = []
    for need in needs:
        resident, theme = residents.get(need.resident_id), vocabulary.themes[need.theme]
        days = (today - need.reported_on).days
        alone = resident is not None and resident.own_network is OwnNetwork.NOBODY
        could_be_shared = theme.collective is not Collective.NO and not theme.acute
        waits = need.status is NeedStatus.OPEN and days >= WAITING_DAYS and need.id not in looked_at
        if alone and could_be_shared and waits:
            sentence = wording.waiting(need.resident_id, theme.label, days)
            found.append(_candidate(News.WAITING, f"need/{need.id}", sentence, -days))
    return found


def from_patterns(patterns: Iterable[PatternFound]) -> list[Candidate]:
    """Patterns *hier en nu*, in the order in which they come: the most striking first."""
    return [
        _candidate(
            News.PATTERN, f"pattern/{each.id}", wording.pattern(each.theme_label, each.area_name), place
        )
        for place, each in enumerate(patterns)
    ]


def from_empty_cells(life_areas: Mapping[str, str]) -> list[Candidate]:
    """Life areas (id → name within a sentence) without anything of residents together.

    More than a few are one line: on a map that was just begun they would push everything else away.
    """
    if len(life_areas) > _MOST_EMPTY_CELLS:
        sentence = wording.empty_cells(len(life_areas))
        return [_candidate(News.EMPTY_CELL, "coverage/all", sentence, 0)]
    return [
        _candidate(News.EMPTY_CELL, f"coverage/{each}", wording.empty_cell(name), place)
        for place, (each, name) in enumerate(life_areas.items())
    ]


def from_unknown_places(initiatives: Iterable[Initiative]) -> list[Candidate]:
    """Initiatives that nobody of the team knows."""
    return [
        _candidate(News.GET_TO_KNOW, f"initiative/{each.id}", wording.get_to_know(each.name))
        for each in initiatives
    ]


def from_checks(
    initiatives: Iterable[Initiative], times_shown: Mapping[str, int], today: date
) -> list[Candidate]:
    """Initiatives that wait for a check, in the order of the Controlelijst (see ``checking``)."""
    return [
        _candidate(
            News.CHECK,
            f"initiative/{each.id}",
            wording.check(each.name, each.checked_on),
            *urgency(each, times_shown.get(each.id, 0), today),
        )
        for each in initiatives
        if waits(each, today)
    ]


def _candidate(news: News, target: str, sentence: str, *order: float, asks: bool = False) -> Candidate:
    return Candidate(news=news, order=order, sentence=sentence, target=target, asks=asks)


def _urgent_first(candidate: Candidate) -> tuple[int, int, tuple[float, ...], str, str]:
    news = candidate.news
    return news.rank, _ORDER[news], candidate.order, candidate.target, candidate.sentence
