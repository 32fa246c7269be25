"""What stands on an invitation card: plain, friendly, and nothing about why somebody gets it."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.projections import Pictures
from socialmap.actions.telling import FREE_OF_CHARGE, in_week_order, moments, place_name, price
from socialmap.actions.where_it_went import arrive
from socialmap.actions.workspace import Workspace
from socialmap.model.cards.telling import WORDS, euros, moment
from socialmap.model.cards.words import CardLanguage, CardWords
from socialmap.model.language import Language, speaking, spoken
from socialmap.model.provision import Access, Initiative
from socialmap.model.values import Tri
from socialmap.privacy.roles import Right, Viewer, permit


@dataclass(frozen=True, slots=True)
class Invitation:
    """The card of one initiative; ``walk_in``: people can just come. ``id`` is that of its public page.

    ``place_is_ours``: where it is, is told in our words and not by a name or an address.
    """

    name: str
    when: tuple[str, ...]
    place: str
    address: str
    cost: str
    contact: str
    walk_in: bool
    id: str = ""
    language: CardLanguage = CardLanguage.DUTCH
    place_is_ours: bool = False


def invitation(
    workspace: Workspace, viewer: Viewer, initiative_id: str, language: CardLanguage | None = None
) -> Invitation:
    """The card; ``NotFound`` if the initiative is not there. Who goes along is written on it by hand.

    ``language``: that of the card; ``None`` is the one that is spoken. Names and free text stay as they are.
    """
    permit(viewer, Right.SEE_OFFERS)
    initiative = arrive(workspace, viewer, Initiative, initiative_id).entity
    pictures = workspace.projections.current()
    if language is not None and language in WORDS:
        return _in_their_language(initiative, pictures, language)
    with speaking(Language(language or spoken())):
        return _card(initiative, pictures)


def _card(initiative: Initiative, pictures: Pictures) -> Invitation:
    return Invitation(
        name=initiative.name,
        when=moments(initiative),
        place=place_name(initiative, pictures),
        address=_address(initiative, pictures),
        cost=price(initiative),
        contact=initiative.contact,
        walk_in=initiative.access is Access.FREE,
        id=initiative.id,
        language=CardLanguage(spoken()),
    )


def _in_their_language(initiative: Initiative, pictures: Pictures, language: CardLanguage) -> Invitation:
    words = WORDS[language]
    place = _named_place(initiative, pictures)
    return Invitation(
        name=initiative.name,
        when=tuple(moment(session, words) for session in in_week_order(initiative)),
        place=place or _unnamed_place(initiative, pictures, words),
        address=_address(initiative, pictures),
        cost=_price(initiative, words),
        contact=initiative.contact,
        walk_in=initiative.access is Access.FREE,
        id=initiative.id,
        language=language,
        place_is_ours=not place,
    )


def _address(initiative: Initiative, pictures: Pictures) -> str:
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    return initiative.address or (facility.address if facility else "")


def _named_place(initiative: Initiative, pictures: Pictures) -> str:
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    return facility.name if facility else initiative.address


def _unnamed_place(initiative: Initiative, pictures: Pictures, words: CardWords) -> str:
    if initiative.no_fixed_place:
        return words.no_fixed_place
    area_id = pictures.areas.locate(initiative.point) if initiative.point else initiative.area_id
    area = pictures.areas.by_id.get(area_id) if area_id else None
    return words.in_area.format(area=area.name) if area else words.nearby


def _price(initiative: Initiative, words: CardWords) -> str:
    """As ``telling.price``, in the words of a card."""
    known = initiative.barriers.get(FREE_OF_CHARGE)
    if known is Tri.YES and initiative.cost_eur:
        return words.free_with_city_card.format(price=euros(initiative.cost_eur, words))
    if known is Tri.YES or initiative.cost_eur == 0:
        return words.free
    if initiative.cost_eur is None:
        return words.ask_price
    return words.each_time.format(price=euros(initiative.cost_eur, words))
