"""Help: how searching counts, what is kept, what this cannot do, the words of the trade and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_help import Explained, HelpFacts, show_help
from socialmap.model.language import told
from socialmap.model.quadrants import Quadrant
from socialmap.privacy.roles import Viewer
from socialmap.ui.page import run_page
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def render(workspace: Workspace, viewer: Viewer) -> None:
    facts = show_help(workspace, viewer)
    words = TEXT.help
    chapters = (
        ("zoeken", words.search_title, _search(facts)),
        ("woorden-herkennen", words.words_title, _list(words.words) + _tried(facts)),
        ("privacy", words.privacy_title, _lead(words.privacy_lead) + _list(words.privacy)),
        ("klopt-het-nog", words.fresh_title, _fresh(facts)),
        ("samen-werken", words.collective.title, _collective()),
        ("grenzen", words.limits_title, _list(words.limits)),
        ("woordenlijst", words.glossary_title, _glossary(facts.terms)),
        ("bronnen", words.sources_title, _sources()),
    )
    with st.container(key="hulp"):
        st.html(f"<h1>{escape(words.title)}</h1>{_lead(words.intro)}{_contents(chapters)}")
        for anchor, title, content in chapters:
            st.html(f'<section class="hulp" id="{anchor}"><h2>{escape(title)}</h2>{content}</section>')


def _contents(chapters: Iterable[tuple[str, str, str]]) -> str:
    links = "".join(
        f'<li><a href="#{anchor}" target="_self">{escape(title)}</a></li>' for anchor, title, _ in chapters
    )
    return f'<nav class="inhoud" aria-label="{escape(TEXT.help.contents)}"><ul>{links}</ul></nav>'


def _search(facts: HelpFacts) -> str:
    words = TEXT.help
    names = {code: (name, meaning) for code, name, meaning in TEXT.found.parts}
    total = sum(line.weight for line in facts.weights)
    rows = "".join(
        f"<tr><th scope=row>{escape(names[line.part][0])}<small>{escape(names[line.part][1])}</small></th>"
        f"<td>{line.weight}</td></tr>"
        for line in facts.weights
    )
    labels = [
        (words.label_rule if rule.score else words.label_rest).format(
            label=told(rule.label), score=rule.score
        )
        for rule in facts.labels
    ]
    who = dict(words.reach_names)
    reaches = [
        words.reach.format(who=who[reach.mobility], near=_metres(reach.near_m), far=_metres(reach.far_m))
        for reach in facts.reaches
    ]
    return (
        _list(sentence.format(total=total) for sentence in words.search)
        + f"<table><thead><tr><th scope=col>{escape(words.part)}</th>"
        f"<th scope=col>{escape(words.points)}</th></tr></thead><tbody>{rows}</tbody></table>"
        + f"<h3>{escape(words.labels_title)}</h3>{_list([*labels, words.label_good])}"
        + f"<h3>{escape(words.reach_title)}</h3>{_list(reaches)}<p>{escape(words.streets)}</p>"
        + f"<p>{escape(words.unknown)}</p>"
    )


def _tried(facts: HelpFacts) -> str:
    """How many sentences of each kind danger was listened for in, as a table."""
    words, tried = TEXT.help.tried, facts.tried
    names = dict(words.kinds)
    rows = "".join(
        f"<tr><th scope=row>{escape(names.get(each.kind, each.kind))}</th>"
        f"<td>{each.acute}</td><td>{each.look_alike}</td></tr>"
        for each in tried.kinds
    )
    acute = sum(each.acute for each in tried.kinds)
    alike = sum(each.look_alike for each in tried.kinds)
    heads = "".join(f"<th scope=col>{escape(head)}</th>" for head in (words.about, words.acute, words.alike))
    return (
        f"<h3>{escape(words.title)}</h3><p>{escape(words.intro)}</p>"
        f"<table class=beproefd><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody><tfoot><tr>"
        f"<th scope=row>{escape(words.total)}</th><td>{acute}</td><td>{alike}</td></tr></tfoot></table>"
        f"<p>{escape(words.nothing.format(n=tried.nothing))}</p>"
        f"<details><summary>{escape(words.always.format(n=len(tried.always)))}</summary>"
        f"<div lang=nl>{_list(tried.always)}</div></details>"
    )


def _metres(metres: int) -> str:
    """
    >>> _metres(150), _metres(6000)
    ('150', '6.000')
    """
    return f"{metres:,}".replace(",", ".")


def _fresh(facts: HelpFacts) -> str:
    rows = "".join(
        f'<dt><span class="etiket">{escape(badge)}</span></dt><dd>{escape(meaning)}</dd>'
        for badge, meaning in facts.badges.items()
    )
    return f'<p>{escape(TEXT.help.fresh_intro)}</p><dl class="versheid">{rows}</dl>'


def _collective() -> str:
    words = TEXT.help.collective
    beacons = "".join(
        f"<li{' class=balans' if number == words.balance else ''}>{escape(beacon)}</li>"
        for number, beacon in enumerate(words.beacons, start=1)
    )
    crafts = "".join(f"<li><b>{escape(craft)}</b> {escape(does)}</li>" for craft, does in words.crafts)
    return (
        f"<p>{escape(words.intro)}</p>"
        f"<h3>{escape(words.goals_title)}</h3>{_list(words.goals, numbered=True)}"
        f'<p class="bron">{escape(words.goals_source)}</p><p class="bron">{escape(words.definition)}</p>'
        f"<h3>{escape(words.start_title)}</h3>{_list(words.start)}"
        f'<h3>{escape(words.beacons_title)}</h3><ol class="bakens">{beacons}</ol>'
        f"<p>{escape(words.beacons_after)}</p>"
        f"<h3>{escape(words.fields_title)}</h3><p>{escape(words.fields_intro)}</p>{_fields()}"
        f"<h3>{escape(words.crafts_title)}</h3><ul>{crafts}</ul>"
        f"<blockquote>{escape(words.quote)}<small>{escape(words.quote_by)}</small></blockquote>"
    )


def _fields() -> str:
    """The four quadrants as four boxes with the ends of both axes."""
    words = TEXT.help.collective
    examples = dict(words.fields)
    boxes = "".join(
        f"<div><b>{escape(each.dutch_name)}</b><span>{escape(examples[each])}</span></div>"
        for each in (Quadrant.LB, Quadrant.RB, Quadrant.LO, Quadrant.RO)
    )
    return (
        f'<figure class="viervakken"><i class="boven">{escape(words.above)}</i>'
        f'<i class="links">{escape(words.left)}</i><div class="vakjes">{boxes}</div>'
        f'<i class="rechts">{escape(words.right)}</i><i class="onder">{escape(words.below)}</i></figure>'
    )


def _glossary(terms: Sequence[Explained]) -> str:
    """First the words that disciplines say in their own way, then the others by name."""
    words = TEXT.help
    ordered = sorted(terms, key=lambda term: (not term.said_by, term.label.casefold()))
    entries = "".join(_term(term) for term in ordered)
    return f'<p>{escape(words.glossary_intro)}</p><dl class="woordenlijst">{entries}</dl>'


def _term(term: Explained) -> str:
    words = TEXT.help
    also = f"<small>{escape(words.also.format(words=', '.join(term.also)))}</small>" if term.also else ""
    said = "".join(
        f"<tr><th scope=row>{escape(who)}</th><td>{escape(', '.join(names))}</td></tr>"
        for who, names in term.said_by.items()
    )
    fold = f"<details><summary>{escape(words.said)}</summary><table>{said}</table></details>" if said else ""
    return f"<dt>{escape(term.label)}</dt><dd>{escape(term.definition)}{also}{fold}</dd>"


def _sources() -> str:
    words = TEXT.help
    seeds = "".join(
        f"<li><b>{escape(source.title)}</b><small>{escape(source.by)}</small></li>"
        for source in words.sources
    )
    return (
        f'<p>{escape(words.sources_intro)}</p><ol class="bronnen">{seeds}</ol>'
        f"<h3>{escape(words.more_sources_title)}</h3>{_list(words.more_sources)}"
    )


def _lead(sentence: str) -> str:
    return f'<p class="inleiding">{escape(sentence)}</p>'


def _list(sentences: Iterable[str], *, numbered: bool = False) -> str:
    kind = "ol" if numbered else "ul"
    return f"<{kind}>" + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + f"</{kind}>"


if __name__ == "__main__":
    run_page(render)
