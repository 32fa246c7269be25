"""The guide as one HTML file that asks nothing of any network and runs no scripts."""

from __future__ import annotations

from html import escape

from socialmap.connectors.guide import Chapter, Guide, GuideEntry
from socialmap.model import wording_package as words
from socialmap.model.wording import CALL_BEFORE_GOING

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; --ink: #1f2a24; --soft: #55615a; --paper: #fffdf8; --ground: #f1eee3;
  --line: #d9d3c4; --green: #14523f; --sun: #fbeecb; --sun-ink: #5c4408; }
@media (prefers-color-scheme: dark) { :root { --ink: #ece7da; --soft: #b4bcb6; --paper: #1d2420;
  --ground: #131815; --line: #3b4540; --green: #8fd1b5; --sun: #4a3f22; --sun-ink: #f5dfa6; } }
* { box-sizing: border-box; margin: 0; }
body { font: 18px/1.5 Figtree, "Segoe UI", system-ui, sans-serif; color: var(--ink);
  background: var(--ground); padding: 24px 16px; overflow-wrap: anywhere; }
main { max-width: 820px; margin: 0 auto; }
h1 { font-size: 36px; line-height: 1.15; text-wrap: balance; }
h2 { font-size: 27px; line-height: 1.2; margin: 44px 0 0; color: var(--green); }
h3 { font-size: 21px; line-height: 1.25; }
.stand { color: var(--soft); font-weight: 600; }
h1 + .stand { margin: 4px 0 18px; }
.let { background: var(--sun); color: var(--sun-ink); border-radius: 12px; padding: 12px 16px;
  margin-bottom: 14px; }
nav { background: var(--paper); border: 1px solid var(--line); border-radius: 16px; padding: 18px 22px;
  margin: 20px 0; }
nav h2 { font-size: 19px; margin: 0 0 6px; }
nav ul { list-style: none; padding: 0; columns: 2 260px; }
a { color: var(--green); }
nav a { display: block; padding: 9px 0; }
article { background: var(--paper); border: 1px solid var(--line); border-radius: 16px;
  padding: 18px 22px; margin: 14px 0 0; break-inside: avoid; }
.over { color: var(--soft); }
.vers { display: inline-block; margin: 8px 0; padding: 3px 12px; border-radius: 999px;
  border: 1px solid var(--green); color: var(--green); font-size: 16px; }
.bel { background: var(--sun); color: var(--sun-ink); border-color: var(--sun-ink); }
dl { display: grid; gap: 8px; margin: 10px 0 0; }
dl > div { display: grid; grid-template-columns: 150px 1fr; gap: 2px 16px; }
dt { color: var(--soft); font-weight: 600; }
dd { margin: 0; grid-column: 2; }
footer { margin: 44px 0 0; border-top: 1px solid var(--line); padding-top: 14px; color: var(--soft); }
footer ul { padding-left: 20px; }
a:focus-visible { outline: 3px solid #b3401a; outline-offset: 3px; }
@media (max-width: 560px) { dl > div { grid-template-columns: 1fr; } dd { grid-column: 1; } }
@media print { body { background: none; padding: 0; font-size: 11pt; } nav, article { border-color: #999; }
  h2 { break-after: avoid; } }
"""


def html_guide(guide: Guide) -> bytes:
    """The whole guide; every text in it is text and nothing else."""
    day = words.as_of(guide.as_of)
    contents = "".join(
        f'<li><a href="#{chapter.anchor}">{escape(chapter.title)}'
        f" ({len(chapter.entries) + len(chapter.also)})</a></li>"
        for chapter in guide.chapters
    )
    listed = f"<nav><h2>{words.CONTENTS}</h2><ul>{contents}</ul></nav>" if contents else ""
    warned = f'<p class="let">{escape(guide.warning)}</p>' if guide.warning else ""
    told = "".join(_chapter(chapter, day) for chapter in guide.chapters)
    sources = "".join(f"<li>{escape(source)}</li>" for source in guide.sources)
    on_paper = (
        f'@page {{ size: A4; margin: 16mm 15mm 20mm; @bottom-center {{ content: "{day} · "'
        " counter(page); } }"
    )
    page = (
        '<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(guide.title)} · {day}</title><style>{_STYLE}{on_paper}</style></head><body><main>\n"
        f'<h1>{escape(guide.title)}</h1><p class="stand">{day}</p>{warned}<p>{escape(guide.intro)}</p>'
        f"{listed}{told}\n<footer><p>{escape(guide.title)} · {day}</p><h2>{words.SOURCES}</h2>"
        f"<ul>{sources}</ul></footer></main></body></html>\n"
    )
    return page.encode("utf-8")


def _chapter(chapter: Chapter, day: str) -> str:
    also = ", ".join(f'<a href="#{anchor}">{escape(name)}</a>' for anchor, name in chapter.also)
    pointed = f"<p>{words.ALSO}: {also}</p>" if also else ""
    entries = "".join(map(_entry, chapter.entries))
    return (
        f'\n<section><h2 id="{chapter.anchor}">{escape(chapter.title)}</h2><p class="stand">{day}</p>'
        f"{entries}{pointed}</section>"
    )


def _entry(entry: GuideEntry) -> str:
    about = f'<p class="over">{escape(entry.about)}</p>' if entry.about else ""
    described = f"<p>{escape(entry.description)}</p>" if entry.description else ""
    warns = " bel" if entry.badge in CALL_BEFORE_GOING else ""
    facts = "".join(
        f"<div><dt>{escape(heading)}</dt>{''.join(f'<dd>{escape(line)}</dd>' for line in lines)}</div>"
        for heading, lines in entry.facts
    )
    return (
        f'\n<article id="{entry.anchor}"><h3>{escape(entry.name)}</h3>{about}'
        f'<p class="vers{warns}"><b>{escape(entry.badge)}</b> {escape(entry.badge_meaning)}</p>'
        f"{described}<dl>{facts}</dl></article>"
    )
