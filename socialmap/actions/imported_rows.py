"""What the rows of an import have to meet, the same as what is typed on a screen, and what they call up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias

from socialmap.actions.recognise_words import recognise_words
from socialmap.actions.workspace import Workspace
from socialmap.connectors.plan import ImportPlan, Key, Reading
from socialmap.connectors.suggested import SuggestedTheme
from socialmap.errors import Violation
from socialmap.model.provision import Facility, Initiative
from socialmap.model.values import ThemeId
from socialmap.model.wording_suggested import why
from socialmap.privacy.offer_texts import PersonsFound, persons_in
from socialmap.rdf.checking import violations_by_entity
from socialmap.search.duplicates import Candidate, KnownOffer, KnownOffers, contact_marks, likely_same

_MOST_NOTED = 20
Persons: TypeAlias = Sequence[tuple[Key, PersonsFound]]


@dataclass(frozen=True, slots=True)
class _NewOffer:
    """A new initiative of a file, with its line and sheet."""

    offer: KnownOffer
    line: int
    sheet: str

    @property
    def where(self) -> str:
        return f"{self.sheet}, regel {self.line}" if self.sheet else f"Regel {self.line}"


def themes_in(workspace: Workspace, text: str) -> tuple[SuggestedTheme, ...]:
    """What a text of a source seems to be about, and why; never something acute."""
    themes = workspace.vocabulary.themes
    return tuple(
        SuggestedTheme(ThemeId(hit.id), hit.label, why(hit.matched, alike=hit.alike), sure=hit.sure)
        for hit in recognise_words(workspace, text).worth_asking
        if not themes[ThemeId(hit.id)].acute
    )


def persons_of(plan: ImportPlan) -> Persons:
    """What looks like a person in the texts of each new or changed entity."""
    before = {(change.before.kind, change.before.id): change.before for change in plan.changed}
    found = ((entity, persons_in(entity, before.get((entity.kind, entity.id)))) for entity in plan.to_save)
    return [((entity.kind, entity.id), persons) for entity, persons in found]


def broken_rules(plan: ImportPlan, persons: Persons) -> Mapping[Key, tuple[Violation, ...]]:
    """What is wrong with each new or changed entity: the shapes, and persons in its texts."""
    broken = dict(violations_by_entity(plan.to_save))
    for key, found in persons:
        if found.violations:
            broken[key] = (*broken.get(key, ()), *found.violations)
    return broken


def names_at_contact(plan: ImportPlan, persons: Persons) -> Iterator[str]:
    """One note when a contact of what is not refused seems to hold a name."""
    kept = {(entity.kind, entity.id) for entity in plan.to_save}
    count = sum(bool(found.hints) for key, found in persons if key in kept)
    if count:
        times = f" ({count}×)" if count > 1 else ""
        yield f"Bij contact staat misschien een naam. Vraag of die openbaar mag.{times}"


def likely_doubles(workspace: Workspace, plan: ImportPlan, reading: Reading) -> tuple[str, ...]:
    """Notes about new initiatives that look like another in the file or on the map (domain.md 4.K).

    A number or address that stands with several is that of an organisation, so it says nothing here.
    """
    fresh = _new_offers(workspace, plan, reading)
    stored = workspace.projections.known_offers() if fresh else KnownOffers()
    notes = tuple(islice(chain(_on_the_map(fresh, stored), _within(fresh)), _MOST_NOTED + 1))
    return notes if len(notes) <= _MOST_NOTED else (*notes[:_MOST_NOTED], "Er lijken er meer op elkaar.")


def _new_offers(workspace: Workspace, plan: ImportPlan, reading: Reading) -> list[_NewOffer]:
    wanted = {entity.id: entity for entity in plan.new if isinstance(entity, Initiative)}
    if not wanted:
        return []
    facilities = workspace.projections.current().facilities | {
        entity.id: entity for entity in plan.new if isinstance(entity, Facility)
    }
    found: dict[str, _NewOffer] = {}
    for row in reading.rows:
        offer = wanted.get(row.entity.id)
        if offer is not None and offer.id not in found:
            facility = facilities.get(offer.facility_id) if offer.facility_id else None
            known = KnownOffer(
                offer.id, offer.name, facility.point if facility else offer.point, offer.contact
            )
            found[offer.id] = _NewOffer(known, row.line, row.sheet)
    return list(found.values())


def _within(fresh: list[_NewOffer]) -> Iterator[str]:
    together = KnownOffers(new.offer for new in fresh)
    by_id = {new.offer.id: new for new in fresh}
    told: set[frozenset[str]] = set()
    for new in fresh:
        for same in likely_same(_candidate(new.offer, together, 2), together, leave_out=new.offer.id):
            pair = frozenset((new.offer.id, same.id))
            if pair not in told:
                told.add(pair)
                other = by_id[same.id]
                yield f"{new.where} lijkt op regel {other.line}. Is het hetzelfde?"


def _on_the_map(fresh: list[_NewOffer], stored: KnownOffers) -> Iterator[str]:
    for new in fresh:
        for same in likely_same(_candidate(new.offer, stored, 1), stored, leave_out=new.offer.id, most=1):
            yield f"{new.where} lijkt op '{same.name}', dat al op de kaart staat. Is het hetzelfde?"


def _candidate(offer: KnownOffer, known: KnownOffers, most: int) -> Candidate:
    own = all(len(known.with_contact(mark)) <= most for mark in contact_marks(offer.contact))
    return Candidate(offer.name, offer.point, offer.contact if own else "")
