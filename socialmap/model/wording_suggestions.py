"""The sentences about *Klopt dit niet?*: sending something in, and deciding about it."""

from __future__ import annotations

from datetime import date

from socialmap.model.dutch import dutch_date

THANKS = "Dank je wel. Een collega uit de wijk kijkt ernaar."
IN_DANGER = "Is iemand in gevaar? Bel 112, of Veilig Thuis: 0800-2000."
NOTHING_CHANGED = "Verander eerst iets, of schrijf op wat er niet klopt."
TOO_LONG = "Maak dit korter. Hoogstens {most} tekens."
NOT_AN_AMOUNT = "Vul een bedrag in, zoals 15 of 7,50."
NOT_FOR_ANYBODY = "Dit kun je hier niet melden."
NOT_FOR_ANYBODY_REMEDY = "Kies iets dat op de kaart staat."
MANY_WAIT = "Hierover wachten al meldingen. We kijken ernaar."
MANY_WAIT_REMEDY = "Probeer het over een paar dagen nog eens."
MANY_TODAY = "Vandaag kwamen er al veel meldingen binnen."
MANY_TODAY_REMEDY = "Probeer het morgen nog eens, of bel het wijkteam."
DECIDED_ALREADY = "Hierover is al beslist."
DECIDED_ALREADY_REMEDY = "Kijk op de lijst wat er nog open staat."
TAKEN_OVER = "Overgenomen. Het staat er nu zo."
READ = "Gedaan. De melding is van de lijst."
LEFT = "Niet overgenomen. Er is niets veranderd."


def sent_in(by: str, on: date) -> str:
    return f"Gemeld door een {by} op {dutch_date(on)}"
