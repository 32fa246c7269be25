"""How an initiative, a place and an organisation are told in a guide: what a visitor sees of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socialmap.actions.show_offer import OfferDetail
from socialmap.actions.show_place import FacilityDetail
from socialmap.connectors.guide import GuideEntry
from socialmap.model import wording_package as words
from socialmap.model.dutch import and_list
from socialmap.model.freshness import badge_of
from socialmap.model.provision import Organisation
from socialmap.model.wording_checks import BADGE_MEANING, last_checked

Facts = tuple[tuple[str, tuple[str, ...]], ...]


def offer_entry(anchor: str, offer: OfferDetail) -> GuideEntry:
    area = "" if offer.place.endswith(offer.area) else offer.area
    where = dict.fromkeys(part for part in (offer.place, offer.address, area) if part)
    return GuideEntry(
        anchor=anchor,
        name=offer.name,
        about=" · ".join(offer.themes),
        badge=offer.badge,
        badge_meaning=last_checked(offer.checked_on),
        description=offer.description,
        facts=_known(
            (words.WHEN, offer.when or (words.ASK_WHEN,)),
            (words.WHERE, (", ".join(where),)),
            (words.COST, (offer.cost,)),
            (words.FOR_WHOM, (" · ".join(offer.for_whom),)),
            (words.LANGUAGES, (offer.languages,)),
            (words.CAN, (", ".join(offer.thresholds_yes),)),
            (words.CANNOT, (", ".join(offer.thresholds_no),)),
            (words.CONTACT, (offer.contact,)),
            (words.RUN_BY, (and_list([each.label for each in offer.run_by]),)),
        ),
    )


def place_entry(anchor: str, place: FacilityDetail) -> GuideEntry:
    where = dict.fromkeys(part for part in (place.address, place.area) if part)
    return GuideEntry(
        anchor=anchor,
        name=place.name,
        about=place.type,
        badge=place.badge,
        badge_meaning=place.badge_meaning,
        facts=_known(
            (words.WHERE, (", ".join(where),)),
            (words.OPEN, (place.opening_hours,)),
            (words.WHEELCHAIR, (place.wheelchair,)),
            (words.CONTACT, place.contact),
            (words.HERE_WE_ARE, place.presence),
        ),
    )


def organisation_entry(
    anchor: str, organisation: Organisation, offers: Iterable[str], today: date
) -> GuideEntry:
    """``offers`` are the names of what it does in the guide."""
    badge = badge_of(organisation, today)
    reached_by = (organisation.phone, organisation.email, organisation.website)
    return GuideEntry(
        anchor=anchor,
        name=organisation.name,
        about=organisation.sort.capitalize(),
        badge=badge,
        badge_meaning=BADGE_MEANING[badge],
        facts=_known(
            (words.WHERE, (organisation.address,)),
            (words.CONTACT, reached_by),
            (words.DOES, (", ".join(offers),)),
        ),
    )


def _known(*facts: tuple[str, Iterable[str]]) -> Facts:
    """Without lines of which nothing is known, and without headings that have none."""
    told = ((heading, tuple(line for line in lines if line)) for heading, lines in facts)
    return tuple((heading, lines) for heading, lines in told if lines)
