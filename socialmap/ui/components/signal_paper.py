"""One signal on paper, and the same parts on the screen."""

from __future__ import annotations

from socialmap.actions.save_signal import Route
from socialmap.actions.signal_lines import SignalDetail, SignalLine
from socialmap.model.dutch import dutch_date
from socialmap.model.language import Language, speaking, told
from socialmap.ui import paper
from socialmap.ui.components import paper_link
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT


def show_link(detail: SignalDetail, label: str) -> None:
    """Lay the A4 ready and link to it. It goes to others, so it is in Dutch, whoever prints it."""
    line = detail.line
    with speaking(Language.DUTCH):
        words = TEXT.signals
        facts = [words.followed_by.format(name=line.owner)] if line.owner else []
        if line.report_back_on:
            facts.append(words.back_on.format(date=dutch_date(line.report_back_on)))
        page = paper.sheet_page(line.title, detail.paper, under=" · ".join(facts))
    paper_link.show(f"signaal_{line.id}", label, page)


def facts_of(line: SignalLine) -> str:
    """What it is about, who follows it and until when, with how long people wait."""
    words = TEXT.signals
    facts = [told(line.about)[:1].upper() + told(line.about)[1:]]
    if line.owner:
        facts.append(words.followed_by.format(name=line.owner))
    if line.report_back_on and not line.told:
        facts.append(words.back_on.format(date=dutch_date(line.report_back_on)))
    if line.told:
        facts.append(line.told[:1].upper() + line.told[1:])
    if line.closed:
        facts.append(words.closed.format(reason=line.closed))
    waits = f'<p class="wacht">{escape(line.waits)}</p>' if line.waits else ""
    return f"<p>{escape(' · '.join(facts))}</p>{waits}"


def steps_of(line: SignalLine) -> str:
    """The six steps in a row; a screen reader hears only where it is now."""
    words = TEXT.signals
    place = [status for status, _ in words.steps].index(line.status)
    row = "".join(
        f'<li class="{"gedaan" if index < place else "hier" if index == place else "later"}">'
        f"<span>{escape(label)}</span></li>"
        for index, (_, label) in enumerate(words.steps)
    )
    now = words.now_here.format(step=line.status_label)
    return f'<p class="nu-stap">{escape(now)}</p><ol class="stappen" aria-hidden="true">{row}</ol>'


def routes_of(routes: tuple[Route, ...]) -> str:
    rows = "".join(
        f"<li><b>{escape(_began(told(one.to)))}</b><span>{escape(one.reason)}</span></li>" for one in routes
    )
    return f'<ol class="tafels">{rows}</ol>'


def _began(text: str) -> str:
    return text[:1].upper() + text[1:]
