"""What tags of OpenStreetMap say of a place, and what in them is not to be used.

Each reader gives the value, or what is wrong with it as a Dutch sentence for the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from socialmap.connectors.cells import clean, single_line
from socialmap.model.values import FacilityTypeId, Tri
from socialmap.model.vocabulary import FacilityType
from socialmap.privacy.free_text import has_mobile_number

Tags = Mapping[str, str]

HOURS_LEFT_OUT = "Openingstijden zonder uren, of in een vorm die we niet kennen, zijn weggelaten."
MOBILE_LEFT_OUT = "Een 06-nummer is weggelaten, want dat kan van één persoon zijn."
WEBSITE_MENDED = "Bij een website is https:// ervoor gezet."
WEBSITE_LEFT_OUT = "Een website die niet klopt, is weggelaten."
SPORTS_CLUB = "Een sportvereniging stond als buurthuis. Die staat nu bij sport."

_SECRET_FOR = re.compile(r"abus|violence|victim|traffick|geweld|slachtoffer|mishandel", re.IGNORECASE)
_SECRET_NAME = re.compile(
    r"blijf[ -]?van|blijfhuis|blijfgroep|vrouwenopvang|oranje huis|safe ?house|schuilhuis", re.IGNORECASE
)
_SPORTS = FacilityTypeId("sporthal")
_COMMUNITY_CENTRE = FacilityTypeId("buurthuis")
_LONGEST_NAME = 120
_TIME = r"\d{1,2}:\d\d"
_SPAN = rf"{_TIME}\s?-\s?{_TIME}\+?|{_TIME}\+"
_HOURS_WORD = re.compile(
    rf"{_SPAN}|Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|sunrise"
    r"|sunset|dawn|dusk|off|closed|open|unknown|24/7|\d{1,4}|\[-?\d(?:[,-]\d)*\]|\"[^\"]{0,100}\"|\|\||[-,;:+()/\s]"
)
_HAS_HOURS = re.compile(rf"{_SPAN}|24/7|sunrise|dawn")
_LONGEST_HOURS = 300
_WEBSITE = re.compile(
    r"https?://[^\s\"'<>\\^`{|}@]{1,60}\.[a-z]{2,20}(?:[/?#:][^\s\"'<>\\^`{|}]{0,250})?", re.I
)
_YES = {"yes": Tri.YES, "designated": Tri.YES, "no": Tri.NO}


@dataclass(frozen=True, slots=True)
class Way:
    """One way to tag a type: all these tags must hold."""

    tags: tuple[tuple[str, str], ...]
    type: FacilityTypeId


def ways_of(types: Mapping[FacilityTypeId, FacilityType]) -> tuple[Way, ...]:
    """Every way to tag a type (domain.md 2.8), those with most tags first, then in the order of the types."""
    ways = [
        Way(
            tuple((key, value) for key, _, value in (tag.partition("=") for tag in way.split(" + "))), type_id
        )
        for type_id, kind in types.items()
        for way in kind.osm
    ]
    return tuple(sorted(ways, key=lambda way: -len(way.tags)))


def type_of(tags: Tags, ways: Sequence[Way]) -> FacilityTypeId | None:
    """The most telling type that fits; ``None`` when none does."""
    return next((way.type for way in ways if all(has(tags, key, value) for key, value in way.tags)), None)


def has(tags: Tags, key: str, value: str) -> bool:
    """Is this one of the values of the tag? Several stand between semicolons."""
    return value in (one.strip() for one in tags.get(key, "").split(";"))


def mended_type(tags: Tags, found: FacilityTypeId) -> FacilityTypeId:
    """A club house of a sports club is often tagged as a community centre; it is not one."""
    sports = has(tags, "club", "sport") or bool(tags.get("sport"))
    return _SPORTS if found == _COMMUNITY_CENTRE and sports else found


def is_secret(tags: Tags) -> bool:
    """May this be the address of people who hide, such as a women's shelter? It must never be on a map."""
    shelter = has(tags, "social_facility", "shelter") or has(tags, "social_facility", "group_home")
    audience = f"{tags.get('social_facility:for', '')};{tags.get('description', '')}"
    names = f"{tags.get('name', '')} {tags.get('operator', '')} {tags.get('alt_name', '')}"
    women = has(tags, "social_facility:for", "woman") or has(tags, "social_facility:for", "women")
    return bool(_SECRET_FOR.search(audience) or _SECRET_NAME.search(names) or (shelter and women))


def is_private(tags: Tags) -> bool:
    return tags.get("access", "") in {"private", "no"}


def name_of(tags: Tags) -> str:
    """The Dutch name, else the name; "" when there is none."""
    written = tags.get("name:nl") or tags.get("name") or ""
    return single_line(clean(written))[:_LONGEST_NAME]


def address_of(tags: Tags) -> str:
    """``Tramstraat 15, 2551TT Den Haag``; "" without a street."""
    street, number = tags.get("addr:street", ""), tags.get("addr:housenumber", "")
    town = " ".join(filter(None, (tags.get("addr:postcode", ""), tags.get("addr:city", ""))))
    line = ", ".join(filter(None, (f"{street} {number}".strip(), town)))
    return single_line(clean(line)) if street else ""


def phone_of(tags: Tags) -> tuple[str, str]:
    """The first number that is not a mobile one, and what was left out."""
    written = [one for key in ("phone", "contact:phone") for one in _several(tags.get(key, ""))]
    left = [one for one in written if not has_mobile_number(one)]
    usable = [one for one in left if sum(char.isdecimal() for char in one) >= 8]
    return (usable[0] if usable else ""), (MOBILE_LEFT_OUT if len(left) < len(written) else "")


def website_of(tags: Tags) -> tuple[str, str]:
    """The site of the place, with its scheme, and what was mended or left out."""
    written = next(
        (one for key in ("website", "contact:website", "url") for one in _several(tags.get(key, ""))), ""
    )
    if not written:
        return "", ""
    whole = written if "://" in written else f"https://{written}"
    if not _WEBSITE.fullmatch(whole):
        return "", WEBSITE_LEFT_OUT
    return whole, ("" if whole == written else WEBSITE_MENDED)


def opening_hours_of(tags: Tags) -> tuple[str, str]:
    """The hours in the syntax of OpenStreetMap, when there are hours in it, and what was left out.

    >>> opening_hours_of({"opening_hours": "Mo,We 09:00-13:30"})
    ('Mo,We 09:00-13:30', '')
    >>> opening_hours_of({"opening_hours": "Mo-Fr"})[0]
    ''
    """
    written = single_line(clean(tags.get("opening_hours", "")))
    if not written:
        return "", ""
    readable = len(written) <= _LONGEST_HOURS and not _HOURS_WORD.sub("", written)
    return (written, "") if readable and _HAS_HOURS.search(written) else ("", HOURS_LEFT_OUT)


def tri_of(tags: Tags, keys: Iterable[str]) -> Tri:
    """Yes and no; *limited* is a thing to ask about, so unknown."""
    return next((_YES[tags[key]] for key in keys if tags.get(key) in _YES), Tri.UNKNOWN)


def checked_on(tags: Tags, today: date) -> date | None:
    """When a mapper last looked; not in the future."""
    for key in ("check_date", "survey:date"):
        try:
            found = date.fromisoformat(tags.get(key, "")[:10])
        except ValueError:
            continue
        if found <= today:
            return found
    return None


def _several(text: str) -> list[str]:
    return [part for one in re.split("[;,]", clean(text)) if (part := single_line(one))]
