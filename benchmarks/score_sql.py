"""The score of domain.md 4.A as SQL, in the same whole numbers as ours, for SQLite and PostgreSQL.

Three nested selects: what is not excluded, with its distance and theme; the sum of the parts; the score and
the label. The caller gives the candidates (a select over table ``offer``) and how a parameter is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from benchmarks.peer import PlainOffer, PlainQuestion
from socialmap.geo.walking import DETOUR
from socialmap.search.kernel import FARTHEST, GLADLY, RATHER_NOT

COLUMNS = (
    "id", "reach", "x_mm", "y_mm", "exact", "moves", "online", "is_open", "access", "last_day", "age_min",
    "age_max", "group_bit", "language_bit", "moments", "yes", "no", "checked", "t0", "t1", "p0", "p1",
)  # fmt: skip
_WORD = 64

Marker = Callable[[str], str]


def values_of(offer: PlainOffer) -> tuple[object, ...]:
    """The values of ``COLUMNS``."""
    return (
        offer.id, offer.reach, offer.x_mm, offer.y_mm, int(offer.exact), int(offer.moves), int(offer.online),
        int(offer.open), offer.access, offer.last_day, offer.age_min, offer.age_max, 1 << offer.only_for,
        1 << offer.language, offer.moments, offer.yes, offer.no, offer.checked,
        *_words(offer.themes), *_words(offer.peers),
    )  # fmt: skip


def parameters(question: PlainQuestion, limit: int) -> dict[str, int]:
    """All values that the statement of this question names."""
    numbers = question.numbers
    found = {name: int(value) for name, value in numbers._asdict().items()}
    found |= {"speaks": question.speaks, "others": question.others, "limit": limit}
    found |= {f"any{word}": part for word, part in enumerate(_words(question.anything))}
    for which, levels in enumerate(question.levels):
        for step, themes in levels.items():
            found |= {f"m{which}_{step}_{word}": part for word, part in enumerate(_words(themes))}
    found["peer_mask"] = _words(1 << numbers.theme_bit)[0]
    return found


def about_a_theme(marker: Marker) -> str:
    """Condition: the offer is about a theme that can count."""
    return f"((t0 & {marker('any0')}) | (t1 & {marker('any1')})) <> 0"


def statement(question: PlainQuestion, candidates: str, marker: Marker, fence: str) -> str:
    """Ids of the best offers. ``fence`` is what keeps the database from working out a part more than once."""
    numbers, p = question.numbers, marker
    return f"""
SELECT id FROM (
  SELECT id, dist, checked, score,
    CASE WHEN score >= {p("good_score")} AND theme >= {p("good_theme")} AND time > 0 AND fresh > 0
              AND (no & {p("wanted")}) = 0 THEN 0
         WHEN score >= {p("fair_score")} AND theme >= {p("fair_theme")} THEN 1 ELSE 2 END AS label
  FROM (
    SELECT id, no, dist, checked, theme, time, fresh,
      (2 * ({_near(p)} + theme * {p("w_theme")} + {p("w_tenth_peers")} * {_peers(question, p)}
            + {p("w_threshold")} * {_thresholds(numbers.wanted, p)} + {p("w_half_time")} * time
            + {p("w_half_language")} * {_language(numbers.languages_known, p)} + {p("w_fresh")} * fresh)
       + {p("unit")}) / (2 * {p("unit")}) AS score
    FROM (
      SELECT *, CASE WHEN exact = 1 THEN about END AS dist,
        {_theme(question, p)} AS theme,
        {_time(numbers.available, p)} AS time,
        CASE WHEN checked = 0 THEN 0
             ELSE {_least(p("fade_days"), f"{p('stale_days')} - ({p('today')} - checked)")} END AS fresh
      FROM (
        SELECT *, CASE WHEN x_mm IS NOT NULL THEN {_about(p)} END AS about
        FROM ({candidates}) AS candidate
        WHERE {" AND ".join(_static_exclusions(question, p))}
        {fence}
      ) AS placed
      WHERE online = 1 OR about IS NULL
        OR about <= CASE WHEN moves = 1 OR exact = 0 THEN {p("region_m")} ELSE {p("far_m")} END
      {fence}
    ) AS judged
    {fence}
  ) AS scored
) AS labelled
ORDER BY label, score DESC, coalesce(dist, {FARTHEST}), checked DESC, id
LIMIT {p("limit")}"""


def _about(p: Marker) -> str:
    dx, dy = f"(x_mm - {p('x_mm')})", f"(y_mm - {p('y_mm')})"
    return f"CAST(floor({DETOUR} * (sqrt(1.0 * ({dx} * {dx} + {dy} * {dy})) / 1000.0) + 0.5) AS bigint)"


def _near(p: Marker) -> str:
    reach = f"({p('far_m')} - {p('near_m')})"
    return (
        f"CASE WHEN moves = 1 OR dist <= {p('near_m')} THEN {p('w_near')} * {reach} "
        f"WHEN dist IS NULL THEN {p('w_near')} * {reach} / 2 ELSE {p('w_near')} * ({p('far_m')} - dist) END"
    )


def _theme(question: PlainQuestion, p: Marker) -> str:
    main, *sides = (_similarity(which, levels, p) for which, levels in enumerate(question.levels))
    return f"{8 * len(sides)} * {main} + 2 * ({' + '.join(sides)})" if sides else f"10 * {main}"


def _similarity(which: int, levels: Iterable[int], p: Marker) -> str:
    cases = " ".join(
        f"WHEN ((t0 & {p(f'm{which}_{step}_0')}) | (t1 & {p(f'm{which}_{step}_1')})) <> 0 THEN {step}"
        for step in sorted(levels, reverse=True)
    )
    return f"CASE {cases} ELSE 0 END"


def _peers(question: PlainQuestion, p: Marker) -> str:
    numbers = question.numbers
    if numbers.peer_wish == GLADLY:
        named = f"(p{numbers.theme_word} & {p('peer_mask')}) <> 0"
        return f"CASE WHEN {named} THEN 10 ELSE {p('peers_elsewhere')} END"
    if numbers.peer_wish == RATHER_NOT:
        return "CASE WHEN p0 <> 0 OR p1 <> 0 THEN 0 ELSE 10 END"
    return "10"


def _thresholds(wanted: int, p: Marker) -> str:
    bits = [bit for bit in range(wanted.bit_length()) if wanted >> bit & 1]
    return f"({' + '.join(f'(yes >> {bit} & 1)' for bit in bits)})" if bits else "1"


def _time(available: int, p: Marker) -> str:
    if not available:
        return "1"
    return f"CASE WHEN moments = 0 THEN 1 WHEN (moments & {p('available')}) <> 0 THEN 2 ELSE 0 END"


def _language(known: int, p: Marker) -> str:
    return f"CASE WHEN (language_bit & {p('speaks')}) <> 0 THEN 2 ELSE 1 END" if known else "1"


def _least(most: str, value: str) -> str:
    return f"CASE WHEN {value} > {most} THEN {most} WHEN {value} < 0 THEN 0 ELSE {value} END"


def _static_exclusions(question: PlainQuestion, p: Marker) -> Iterable[str]:
    numbers = question.numbers
    yield "is_open = 1"
    yield about_a_theme(p)
    yield f"(last_day = 0 OR last_day >= {p('today')})"
    if numbers.youngest >= 0:
        yield f"(age_min < 0 OR age_min <= {p('oldest')}) AND (age_max < 0 OR age_max >= {p('youngest')})"
    if question.others:
        yield f"(group_bit & {p('others')}) = 0"
    if numbers.languages_known:
        speaks, little = p("speaks"), p("little_language_bit")
        yield f"((language_bit & {speaks}) <> 0 OR (yes & {little}) <> 0)"
    if numbers.needs_wheelchair:
        yield f"(no & {p('wheelchair_bit')}) = 0"
    if numbers.indication_excluded:
        yield f"access <> {p('indication_access')}"


def _words(mask: int) -> tuple[int, int]:
    """The two halves of a mask, as the signed numbers that databases have."""
    halves = (mask & (1 << _WORD) - 1, mask >> _WORD)
    low, high = (half - (1 << _WORD) if half >> (_WORD - 1) else half for half in halves)
    return low, high
