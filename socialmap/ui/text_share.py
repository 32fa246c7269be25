"""Words of sharing an address, of the code on the invitation, and of taking a neighbourhood along."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShareWords:
    """*Deel*, the *wijkpakket* and the code on paper."""

    title: str = "Deel"
    of_thing: str = "Met dit adres kan iedereen dit lezen, zonder in te loggen."
    of_view: str = "Met dit adres ziet iedereen de kaart met deze filters, zonder in te loggen."
    without_text: str = "Wat je in het zoekveld typte, staat er niet in."
    only_here: str = "Let op: dit adres werkt nu alleen op deze computer."
    address: str = "Adres om te delen"
    copy: str = "Kopieer"
    copied: str = "Gekopieerd."
    copy_yourself: str = "Het adres is gekozen. Kopieer het nu zelf."
    to_mail: str = "Stuur per mail"
    mail: str = "{subject}\n\n{address}"
    map_subject: str = "Kaart van de wijk"
    package: str = "Neem mee"
    package_intro: str = "Een gids om te lezen en te printen, en een lijst. Werkt zonder internet."
    package_of: str = "Gids van {area}"
    package_of_wijk: str = "Gids van de wijk {area}"
    scan: str = "Meer weten? Scan met uw telefoon."
    code: str = "QR-code naar {address}"
