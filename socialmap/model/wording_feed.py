"""What is said to people about a feed or package of services (HSDS, Open Referral UK)."""

from __future__ import annotations

MISSING = "Dit veld ontbreekt of is leeg."
NOT_A_LIST = "Hier hoort een lijst te staan."
NOT_A_RECORD = "Hier hoort een onderdeel met velden te staan."
NOT_TEXT = "Hier hoort tekst te staan."
NOT_A_NUMBER = "Hier hoort een getal te staan."
NOT_A_UUID = "Dit is geen UUID, zoals 1554f2e2-a373-45db-a3fa-9fc48a61c15e."
NOT_A_WEB_ADDRESS = "Dit is geen webadres."
NOT_A_MAIL_ADDRESS = "Dit is geen e-mailadres."
NOT_A_MOMENT = "Dit is geen datum met tijd, zoals 2026-03-02T10:00:00Z."

NO_THEME = "We zien niet waar dit bij helpt. Geef een onderwerp mee voor wat onduidelijk is."
AGE_ORDER = "De hoogste leeftijd kan niet onder de laagste liggen."
AGE_RANGE = "Een leeftijd ligt tussen 0 en 120 jaar."
NAME_TOO_LONG = "Deze naam is te lang. Hoogstens 200 tekens."
NAME_EMPTY = "Gebruik letters of cijfers in de naam."
SHELTER = "Adressen van veilige opvang bewaren we niet."
WRONG_VALUE = "Deze waarde kennen we niet."

OUR_OWN = "Dit komt van onze eigen kaart en is overgeslagen."
THEME_GUESSED = "Het onderwerp is afgeleid uit de tekst. Kijk het na."
THEME_GIVEN = "Het onderwerp was niet duidelijk. Het kreeg het onderwerp dat je meegaf."
SORT_GUESSED = "We weten niet wat voor organisatie dit is. Hij is ingelezen als stichting."
DESCRIPTION_CUT = "Een lange omschrijving is ingekort tot 300 tekens."
NO_POINT = "De plek heeft geen punt in Nederland. Het aanbod staat zonder vaste plek op de kaart."
TIME_UNCLEAR = "Een moment was niet te begrijpen en is weggelaten."
NO_EURO = "Een prijs in een andere munt dan de euro is weggelaten."
PERSON_LEFT_OUT = "Namen van contactpersonen zijn niet overgenomen."
NOT_BY_STANDARD = "Een veld is niet volgens de standaard en is weggelaten. De rest is te gebruiken."
ORGANISATION_LOST = "Een organisatie is niet gevonden. Het aanbod is zonder haar ingelezen."
FIELD_UNREAD = "Niet overgenomen, want daar is hier geen plek voor"
LONELY_ROW = "Deze regel hoort nergens bij."
HOLIDAYS = "Dagen waarop het gesloten is, zijn niet overgenomen."
NO_SERVICES = "In dit bestand staat geen aanbod."
VIA = "via {name}"

NOT_A_FEED = "Dit bestand is geen feed of pakket met aanbod (HSDS of Open Referral UK)."
NOT_A_FEED_REMEDY = "Kies een JSON-bestand, een zip of een map met CSV-bestanden."
BROKEN_JSON = "Dit bestand is geen geldige JSON."
BROKEN_JSON_LINE = "Regel {line} is geen geldige JSON."
DOWNLOAD_AGAIN = "Download het bestand opnieuw."
BROKEN_ZIP = "Dit zip-bestand is niet te lezen."
BIG_ZIP = "Dit zip-bestand is uitgepakt te groot."
PAGE_COUNT = "De feed zegt niet hoeveel pagina's er zijn."
PAGE_REMEDY = "Vraag de beheerder van de feed om dit na te kijken."
TOO_MANY_PAGES = "De feed heeft te veel pagina's."
EMPTY_FEED = "De feed is leeg."


def one_of(options: tuple[str, ...]) -> str:
    """Which values a field may have."""
    return "Kies uit: " + ", ".join(options) + "."


# What others read in our feed.
UNKNOWN_PART = "-"
UNKNOWN_ORGANISATION = "Organisatie niet bekend"
UNKNOWN_ORGANISATION_SAYS = "Voor aanbod waarvan de organisatie niet bekend is."
PROPERTIES = "Eigenschappen van socialmap"
PROPERTIES_SAYS = "Wat een aanbod, plek of organisatie heeft en HSDS niet kent."
SORT_OF_ORGANISATION = "Soort organisatie: {sort}."
SORT_OF_PLACE = "Soort plek: {sort}."
WHEELCHAIR = {
    "ja": "Je kunt naar binnen met een rolstoel.",
    "nee": "Je kunt niet naar binnen met een rolstoel.",
}
FREE = "gratis"
WAITING = "Er is een wachtlijst."
FORTNIGHTLY = "om de week"
MONTHLY = "maandelijks"

TAXONOMIES = {
    "theme": "Onderwerpen",
    "activity-type": "Soorten activiteiten",
    "target-group": "Doelgroepen",
    "barrier": "Wat drempels wegneemt",
    "facility-type": "Soorten plekken",
}
TAXONOMY_SAYS = "Uit de woordenlijst van socialmap."

# What the public address says when a question cannot be answered.
NO_SUCH_RECORD = "Dit is er niet."
BAD_PAGE = "page en per_page zijn hele getallen vanaf 1; per_page is hoogstens {most}."
BAD_FORMAT = "format is json of ndjson."
BAD_DATE = "modified_after is een datum, zoals 2026-03-02 of 2026-03-02T10:00:00Z."
BAD_NUMBER = "{name} is een getal."
BAD_TIME = "{name} is een tijd, zoals 10:00."
BAD_DAY = "day is een dag, zoals MO, monday of maandag."
