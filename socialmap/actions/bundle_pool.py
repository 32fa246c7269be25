"""What bundling works with: open questions, rooms, people who could lead, partners, and free places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.projections import Pictures
from socialmap.actions.question_of_need import searches_of
from socialmap.actions.refusals import NOTHING_REFUSED, Refusals, refusals_of
from socialmap.actions.workspace import Workspace
from socialmap.collective.bundling_inputs import LeadCandidate, Means, OpenQuestion, Partner
from socialmap.collective.rooms import Venue
from socialmap.geo.coordinates import to_metres
from socialmap.graph.projection import may_be_asked
from socialmap.model.people import Mobility, Need, NeedStatus, Permission, Resident, Talent
from socialmap.model.together import BundleKind, BundleMembers, BundleProposal, BundleStatus
from socialmap.model.values import InitiativeId, NeedId, Point, ResidentId, TalentId, ThemeId
from socialmap.model.vocabulary import Collective, Vocabulary
from socialmap.model.work import Leadership
from socialmap.search.question import Question

BEING_WORKED_ON = frozenset(
    {BundleStatus.IDEA, BundleStatus.DISCUSSED, BundleStatus.STARTED, BundleStatus.RUNNING}
)
_NOT_THERE_YET = BEING_WORKED_ON - {BundleStatus.RUNNING}


@dataclass(frozen=True, slots=True)
class Pool:
    """Open questions by theme, each with its search; ``taken``: free places that ideas already count on."""

    questions: Mapping[ThemeId, tuple[OpenQuestion, ...]] = field(repr=False)
    searches: Mapping[NeedId, Question] = field(repr=False)
    means: Means = field(repr=False)
    taken: Counter[InitiativeId] = field(repr=False)


def pool_of(workspace: Workspace) -> Pool:
    """Everybody with an open question for a group, less those for whom an idea is being worked on."""
    pictures, people = workspace.projections.current(), workspace.projections.people()
    placed = in_ideas(people)
    open_needs = (
        need
        for need in people.all(Need).values()
        if need.status is NeedStatus.OPEN and (need.resident_id, need.theme) not in placed
    )
    questions, searches = questions_by_theme(
        open_needs, people.all(Resident), pictures, workspace.vocabulary, refusals_of(people)
    )
    return Pool(questions, searches, means_of(pictures, people, workspace.today()), _places_taken(people))


def questions_by_theme(
    needs: Iterable[Need],
    residents: Mapping[str, Resident],
    pictures: Pictures,
    vocabulary: Vocabulary,
    refusals: Refusals = NOTHING_REFUSED,
) -> tuple[dict[ThemeId, tuple[OpenQuestion, ...]], dict[NeedId, Question]]:
    """The questions that may be bundled at all, by theme. Of safety, or not for a group: none."""
    asked = (_known(need, vocabulary) for need in needs if _for_a_group(need, vocabulary))
    by_theme: dict[ThemeId, list[OpenQuestion]] = defaultdict(list)
    searches = {}
    for need, search in searches_of(asked, residents, pictures):
        searches[need.id] = search
        asked_by = need.resident_id, need.theme
        by_theme[need.theme].append(
            OpenQuestion(
                id=need.id,
                person=need.resident_id,
                x_m=search.x_m,
                y_m=search.y_m,
                mobility=search.mobility,
                available=search.available,
                languages=search.languages,
                may_be_linked=need.may_be_linked,
                reported_on=need.reported_on,
                wheelchair=search.needs_wheelchair_access,
                refused=refusals.spots.get(asked_by, frozenset()),
                refused_offers=refusals.offers.get(asked_by, frozenset()),
            )
        )
    return {theme: tuple(found) for theme, found in by_theme.items()}, searches


def means_of(pictures: Pictures, people: PeoplePicture, today: date) -> Means:
    """Rooms, people who may be asked, and organisations with a place."""
    return Means(
        venues_in(pictures), _candidates(pictures, people, today), _partners(pictures), pictures.footways
    )


def venues_in(pictures: Pictures) -> Iterator[Venue]:
    """One for every room of a facility on the map."""
    rooms = [room for room in pictures.rooms.values() if room.facility_id in pictures.facilities]
    places = [pictures.facilities[room.facility_id] for room in rooms]
    metres = _metres([each.point for each in places])
    for room, facility, (x_m, y_m) in zip(rooms, places, metres, strict=True):
        yield Venue(
            id=facility.id,
            name=facility.name,
            x_m=x_m,
            y_m=y_m,
            free_at=room.free_at,
            capacity=room.capacity,
            cost_eur=room.cost_eur,
            wheelchair=facility.wheelchair,
            kitchen=room.kitchen,
            room_id=room.id,
        )


def members_now(people: PeoplePicture, bundle_id: str) -> tuple[Need, ...]:
    """The questions in a saved idea, as far as they may be linked today; whoever withdrew is gone at once."""
    members, needs = people.all(BundleMembers).get(bundle_id), people.all(Need)
    found = (needs.get(need_id) for need_id in (members.need_ids if members else ()))
    return tuple(need for need in found if need is not None and need.may_be_linked is Permission.YES)


def size_now(people: PeoplePicture, bundle: BundleProposal) -> int:
    """How many people are in a saved idea; what was written down, for one whose members were not kept."""
    if bundle.id not in people.all(BundleMembers):
        return bundle.size
    return len({need.resident_id for need in members_now(people, bundle.id)})


def in_ideas(people: PeoplePicture) -> set[tuple[ResidentId, ThemeId]]:
    """Whose questions about what are in an idea that is being worked on."""
    return {
        (need.resident_id, need.theme)
        for bundle in people.all(BundleProposal).values()
        if bundle.status in BEING_WORKED_ON
        for need in members_now(people, bundle.id)
    }


def _for_a_group(need: Need, vocabulary: Vocabulary) -> bool:
    theme = vocabulary.themes.get(need.theme)
    if theme is None or theme.acute or theme.collective is Collective.NO:
        return False
    sides = (vocabulary.themes.get(side) for side in need.side_themes)
    return not any(side is not None and side.acute for side in sides)


def _known(need: Need, vocabulary: Vocabulary) -> Need:
    """Without themes and thresholds that are in no list: those would refuse the whole search."""
    sides = tuple(side for side in need.side_themes if side in vocabulary.themes)
    thresholds = tuple(each for each in need.thresholds if each in vocabulary.thresholds)
    if len(sides) == len(need.side_themes) and len(thresholds) == len(need.thresholds):
        return need
    return replace(need, side_themes=sides, thresholds=thresholds)


def _places_taken(people: PeoplePicture) -> Counter[InitiativeId]:
    """Free places that saved ideas to join count on, until those people are there."""
    taken: Counter[InitiativeId] = Counter()
    for bundle in people.all(BundleProposal).values():
        joins = bundle.sort is BundleKind.JOIN and bundle.status in _NOT_THERE_YET
        if joins and bundle.initiative_id is not None:
            taken[bundle.initiative_id] += size_now(people, bundle)
    return taken


def _candidates(pictures: Pictures, people: PeoplePicture, today: date) -> Iterator[LeadCandidate]:
    """People who said yes to being asked, from the middle of their area."""
    leads = Counter(each.talent_id for each in people.all(Leadership).values() if each.talent_id)
    by_person = _leads_by_person(people, leads)
    centres = {area_id: pictures.areas.centre(area_id) for area_id in pictures.areas.by_id}
    asked = [
        (talent, centre)
        for talent in people.all(Talent).values()
        if may_be_asked(talent, today) and talent.area_id and (centre := centres.get(talent.area_id))
    ]
    for (talent, _), (x_m, y_m) in zip(asked, _metres([centre for _, centre in asked]), strict=True):
        yield LeadCandidate(
            id=talent.id,
            person=_person(talent),
            talent=talent.talent,
            x_m=x_m,
            y_m=y_m,
            mobility=talent.mobility or Mobility.WALKING,
            available=talent.available,
            languages=talent.languages,
            leads=by_person[_person(talent)],
            experience_with=talent.experience_with,
        )


def _leads_by_person(people: PeoplePicture, leads: Mapping[TalentId, int]) -> Counter[str]:
    """How many initiatives somebody leads, through whichever talent."""
    found: Counter[str] = Counter()
    for talent in people.all(Talent).values():
        found[_person(talent)] += leads.get(talent.id, 0)
    return found


def _person(talent: Talent) -> str:
    return talent.resident_id or f"talent {talent.id}"


def _partners(pictures: Pictures) -> Iterator[Partner]:
    placed = [
        (organisation, organisation.point)
        for organisation in pictures.organisations.values()
        if organisation.point is not None
    ]
    for (each, _), (x_m, y_m) in zip(placed, _metres([point for _, point in placed]), strict=True):
        yield Partner(id=each.id, name=each.name, themes=each.themes, x_m=x_m, y_m=y_m, sort=each.sort)


def _metres(points: list[Point]) -> list[tuple[float, float]]:
    return [(x_m, y_m) for x_m, y_m in to_metres(points).tolist()]
