"""The sentences of *Klopt dit nog?*."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.model.wording_checks import ALL_CHECKED
from socialmap.model.work import CheckMethod, CheckOutcome


@dataclass(frozen=True, slots=True)
class CheckWords:
    """``{…}`` is filled in by the screen."""

    title: str = "Klopt dit nog?"
    intro: str = "Eén tik is genoeg."
    what: str = "Wat kijk je na?"
    parts: tuple[tuple[str, str], ...] = (
        ("initiative", "Initiatieven"),
        ("facility", "Plekken"),
        ("organisation", "Organisaties"),
    )
    part_counted: str = "{part} ({n})"
    reported: str = "Meldingen"
    answers: tuple[tuple[CheckOutcome, str], ...] = (
        (CheckOutcome.CORRECT, "Klopt"),
        (CheckOutcome.CHANGED, "Aangepast"),
        (CheckOutcome.STOPPED, "Gestopt"),
        (CheckOutcome.NO_ANSWER, "Niet bereikt"),
    )
    how: str = "Hoe kijk je het na?"
    methods: tuple[tuple[CheckMethod, str], ...] = (
        (CheckMethod.PHONE, "Ik bel"),
        (CheckMethod.VISIT, "Ik ga langs"),
        (CheckMethod.MAIL, "Ik mail"),
        (CheckMethod.WEBSITE, "Ik kijk op de website"),
    )
    stand_all: str = "Er wachten er {m}. Wat het langst wacht, staat eerst."
    stand: str = "Deze ronde: {n} van de {m} die wachten. Wat het langst wacht, staat eerst."
    done: str = "{n} van {m} gedaan"
    undo: str = "Toch niet"
    meanwhile: str = "Een collega keek dit al na."
    look: str = "Bekijk"
    next_round: str = "Volgende ronde"
    round_done: str = "Deze ronde is klaar. Dank je wel."
    empty: str = ALL_CHECKED
    to_map: str = "Naar de kaart"
    only_look: str = "Weet jij hoe het zit? Vertel het aan een opbouwwerker of sociaal makelaar."
    change_intro: str = "Pas aan wat anders is. Na bewaren telt dit als nagekeken."
    back_to_list: str = "Verder met Klopt dit nog?"


@dataclass(frozen=True, slots=True)
class SuggestWords:
    """*Klopt dit niet?*: the form for anybody, and the list for who decides."""

    title: str = "Klopt dit niet?"
    intro: str = "Verander wat niet klopt. Een collega uit de wijk kijkt ernaar. Schrijf geen namen op."
    stopped: str = "Dit is gestopt"
    remark: str = "Iets anders, zoals de dag of de plek"
    remark_hint: str = "Bijvoorbeeld: is nu op donderdag"
    send: str = "Stuur op"
    another: str = "Nog iets melden"
    list_intro: str = "Dit klopt niet, zegt iemand. Jij beslist, per regel."
    list_empty: str = "Er zijn geen meldingen. Kijk ook eens wat lang niet is nagekeken."
    gone: str = "Dit staat niet meer op de kaart."
    now: str = "Nu"
    proposed: str = "Voorstel"
    nothing: str = "niets"
    same: str = "Dit staat er al."
    take: str = "Neem over"
    leave: str = "Niet overnemen"
    read: str = "Gedaan"
    change: str = "Pas zelf aan"
    undo: str = "Toch niet"


@dataclass(frozen=True, slots=True)
class ConfirmWords:
    """The page behind a link, for an organisation (``u``), and making such a link, for a colleague."""

    page_title: str = "Klopt dit nog?"
    page_intro: str = "Dit staat op de sociale kaart van de wijk. Klopt het?"
    unknown: str = "Dat weten we niet"
    yes: str = "Ja, dit klopt"
    changed: str = "Er is iets veranderd"
    changed_intro: str = "Verander wat anders is. Schrijf geen namen op."
    stopped: str = "Dit is gestopt"
    remark: str = "Iets anders, zoals de dag of de plek"
    send: str = "Stuur op"
    not_yet: str = "Nog niet verstuurd. Kijk nog naar:"
    not_sent: str = "We bewaren nu niets. Wat u schreef staat er nog."
    not_right: str = "Niemand is in gevaar, stuur het op"
    to_map: str = "Naar de kaart"
    ask: str = "Vraag het hun zelf"
    close: str = "Sluit"
    ask_intro: str = "Stuur deze mail. Met de link antwoorden zij één keer, zonder inloggen."
    make: str = "Maak een link"
    mail_to: str = "Aan"
    mail_subject: str = "Onderwerp"
    open_mail: str = "Open in je mail"
    no_mail: str = "Wij kennen geen mailadres. Kopieer de tekst."
    once: str = "Tik op de tekst om alles te kiezen. Kopieer nu: de link staat hierna nergens meer."
    waiting: str = "Verstuurd op {on}, werkt tot en met {until}"
    revoke: str = "Trek in"
