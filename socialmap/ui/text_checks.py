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
    answers: tuple[tuple[CheckOutcome, str], ...] = (
        (CheckOutcome.CORRECT, "Klopt"),
        (CheckOutcome.CHANGED, "Aangepast"),
        (CheckOutcome.STOPPED, "Gestopt"),
        (CheckOutcome.NO_ANSWER, "Niet bereikt"),
    )
    answer_for: str = "{answer}: {name}"
    how: str = "Hoe kijk je het na?"
    methods: tuple[tuple[CheckMethod, str], ...] = (
        (CheckMethod.PHONE, "Ik bel"),
        (CheckMethod.VISIT, "Ik ga langs"),
        (CheckMethod.MAIL, "Ik mail"),
        (CheckMethod.WEBSITE, "Ik kijk op de website"),
    )
    stand: str = "Deze ronde: {n} van de {m} die wachten. Wat het langst wacht, staat eerst."
    stand_one: str = "Er wacht nog 1."
    done: str = "{n} van {m} gedaan"
    undo: str = "Toch niet"
    undone: str = "Teruggezet."
    meanwhile: str = "Een collega keek dit al na."
    look: str = "Bekijk"
    next_round: str = "Volgende ronde"
    round_done: str = "Deze ronde is klaar. Dank je wel."
    empty: str = ALL_CHECKED
    to_map: str = "Naar de kaart"
    only_look: str = "Weet jij hoe het zit? Vertel het aan een opbouwwerker of sociaal makelaar."
    change_intro: str = "Pas aan wat anders is. Na bewaren telt dit als nagekeken."
    back_to_list: str = "Verder met Klopt dit nog?"
