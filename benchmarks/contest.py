"""One peer against us: load, find its quickest plan, check that it answers the same, take times in turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from benchmarks.peer import Peer, PlainQuestion, plain_offer, plain_offers, plain_question
from benchmarks.timing import Latencies, each, in_turn, seconds
from socialmap.model.wording import sentence
from socialmap.search.index import OfferIndex
from socialmap.search.question import Question
from socialmap.search.ranking import best_rows, rank

TRIED = 30
"""So many questions decide which plan of a peer is its quickest."""
INSERTS = 50


@dataclass(frozen=True, slots=True)
class Result:
    """``same``: the share of our best that is in the peer's best, on average over questions that have any.

    ``explained``, ``ids`` (ours without explaining) and ``theirs`` were taken in turn; ``tried`` are all its
    plans.
    """

    name: str
    plan: str
    description: str
    load_seconds: float
    same: float
    explained: Latencies
    ids: Latencies
    theirs: Latencies
    insert: Latencies
    tried: dict[str, Latencies]


def explain(index: OfferIndex, question: Question, today: date, limit: int) -> list[str]:
    """Our whole answer: the best with their reasons and the nearest that do not fit, in sentences."""
    ranking = rank(index, question, today, limit)
    for match in ranking.matches:
        [sentence(reason) for reason in match.explanation]
    for left_out in ranking.not_shown:
        [sentence(reason) for reason in left_out.reasons]
    return [match.id for match in ranking.matches]


def best_ids(index: OfferIndex, question: Question, today: date, limit: int) -> list[str]:
    """What the peers answer: the ids of the best, without what does not fit and without reasons."""
    scan = index.scan(question, today, 0)
    return [index.ids[row] for row in best_rows(index, scan, limit)]


def compare(peer: Peer, index: OfferIndex, questions: Sequence[Question], today: date, limit: int) -> Result:
    """Load the peer with all that the index holds, and ask both the same."""
    loading = seconds(lambda: peer.load(plain_offers(index)))
    pairs = [(question, plain_question(question, index, today)) for question in questions]
    tried = {plan: _try(peer, plan, pairs[:TRIED], limit) for plan in peer.plans()}
    plan = min(tried, key=lambda plan: tried[plan].p95)
    same = _same(peer, plan, index, pairs, today, limit)
    taken = in_turn(
        {
            "explained": lambda pair: explain(index, pair[0], today, limit),
            "ids": lambda pair: best_ids(index, pair[0], today, limit),
            "theirs": lambda pair: peer.ask(pair[1], limit, plan),
        },
        pairs,
    )
    return Result(
        peer.name, plan, peer.describe(), loading, same, taken["explained"], taken["ids"], taken["theirs"],
        _insert(peer, index), tried,
    )  # fmt: skip


def _try(peer: Peer, plan: str, pairs: Sequence[tuple[Question, PlainQuestion]], limit: int) -> Latencies:
    return in_turn({plan: lambda pair: peer.ask(pair[1], limit, plan)}, pairs)[plan]


def _same(
    peer: Peer,
    plan: str,
    index: OfferIndex,
    pairs: Sequence[tuple[Question, PlainQuestion]],
    today: date,
    limit: int,
) -> float:
    shares = []
    for question, asked in pairs:
        ours = explain(index, question, today, limit)
        if ours:
            shares.append(len(set(ours) & set(peer.ask(asked, limit, plan))) / len(ours))
    return sum(shares) / len(shares) if shares else 1.0


def _insert(peer: Peer, index: OfferIndex) -> Latencies:
    """Copies of offers from all over, under new ids."""
    step = max(len(index.ids) // INSERTS, 1)
    rows = [row for row in range(0, len(index.ids), step) if index.ids[row]][:INSERTS]
    new = [
        plain_offer(index, row)._replace(row=len(index.ids) + number, id=f"nieuw-{number}")
        for number, row in enumerate(rows)
    ]
    return each(peer.insert, new)
