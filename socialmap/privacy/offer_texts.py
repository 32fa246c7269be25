"""What of a person may not stand in the texts of an initiative, typed on a screen or read from a file."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.errors import Violation
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.privacy.free_text import SuspicionKind, has_mobile_number, suspicions, violations

OPEN_TEXTS = ("description", "what_works", "what_hinders")
ADDRESS_IN_CONTACT = "Zet geen adres bij contact. Schrijf bijvoorbeeld: via het buurthuis."
PERSON_IN_CONTACT = (
    "Zet bij contact een rol of een algemeen nummer, zoals: bel de gastvrouw. Geen naam met een 06-nummer."
)
NAME_IN_CONTACT = "Bij contact staat misschien een naam. Vraag of deze naam openbaar mag."
_NOT_IN_CONTACT = {SuspicionKind.POSTCODE, SuspicionKind.ADDRESS, SuspicionKind.CITIZEN_NUMBER}


@dataclass(frozen=True, slots=True)
class PersonsFound:
    """What must go before this can be saved, and hints that may be ignored."""

    violations: tuple[Violation, ...] = ()
    hints: tuple[Violation, ...] = ()


def persons_in(
    entity: Initiative | Facility | Organisation, known: Initiative | Facility | Organisation | None
) -> PersonsFound:
    """What looks like a person in the texts; only a text that differs from ``known`` is held against it.

    A contact may hold a general number or a role. A name with a mobile number is one person's own, an
    address or a citizen number too; a name alone may be meant to be public, so that is only a hint.
    """
    if not isinstance(entity, Initiative):
        return PersonsFound()
    changed = {name for name in (*OPEN_TEXTS, "contact") if getattr(entity, name) != getattr(known, name, "")}
    found = tuple(
        found for name in OPEN_TEXTS if name in changed for found in violations(name, getattr(entity, name))
    )
    if "contact" not in changed:
        return PersonsFound(found)
    contact = in_contact(entity.contact)
    return PersonsFound((*found, *contact.violations), contact.hints)


def in_contact(contact: str) -> PersonsFound:
    """What looks like one person in a contact."""
    kinds = {suspicion.kind for suspicion in suspicions(contact)}
    sentences = [ADDRESS_IN_CONTACT] if kinds & _NOT_IN_CONTACT else []
    named = SuspicionKind.NAME in kinds
    mobile = has_mobile_number(contact)
    if named and mobile:
        sentences.append(PERSON_IN_CONTACT)
    hints = (Violation("contact", NAME_IN_CONTACT),) if named and not mobile else ()
    return PersonsFound(tuple(Violation("contact", sentence) for sentence in sentences), hints)
