"""What the words in names of places, groups and organisations are worth when two names are compared.

Only words as :func:`~socialmap.model.normal_text.normalise` leaves them: lower case, no accents, no dots.
"""

from __future__ import annotations

from collections.abc import Mapping


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SMALL = "de het een t d en of van voor in aan met bij te ten ter op der den om and the v vd"
_LEGAL = (
    "stichting stg sticht st sint vereniging ver bv nv vof cv eg ev cooperatie genootschap "
    "openbare openbaar algemene"
)

SMALL_WORDS = _each(_SMALL)
"""Articles and prepositions: they tell nothing about what a name names."""
LEGAL_WORDS = _each(_LEGAL)
"""Legal forms and the like; *sint* too, which is written just like *stichting*: St. They come and go."""

_SAME_MEANING = {
    "buurthuis": "wijkcentrum buurtcentrum wijkgebouw dorpshuis kulturhus kulturhuus buurtgebouw wijkhuis "
    "gemeenschapshuis gemeenschapscentrum dorpscentrum ontmoetingscentrum ontmoetingsruimte "
    "ontmoetingsplek ontmoetingspunt activiteitencentrum buurtkamer huiskamer buurthuiskamer wijkkamer "
    "wijksteunpunt inloophuis mfc mfa multifunctioneel servicecentrum dienstencentrum buurtplek",
    "bibliotheek": "bieb boekerij bibliotheken",
    "basisschool": "obs cbs rkbs pcbs kbs pcb bs ikc kindcentrum school daltonschool montessorischool",
    "kinderopvang": "kdv kinderdagverblijf kinderdagopvang dagverblijf",
    "peuters": "psz peuterspeelzaal peuteropvang peutergroep peuterspeelgroep",
    "woonzorgcentrum": "wzc verzorgingshuis verpleeghuis zorgcentrum verzorgingstehuis woonzorg",
    "huisarts": "huisartsen huisartspraktijk huisartsenpraktijk dokterspraktijk",
    "fysiotherapie": "fysio fysiotherapeut fysiotherapeuten fysiotherapiepraktijk",
    "gezondheidscentrum": "medisch gzc",
    "sporthal": "sportzaal gymzaal sportcentrum sportcomplex sportaccommodatie gymnastieklokaal",
    "kerk": "kerkgebouw kerkcentrum kerkelijk parochie kapel",
    "moskee": "mosque camii cami",
    "speeltuin": "speelplek speelplaats speelveld speelterrein",
    "buurttuin": "wijktuin moestuin volkstuin stadstuin volkstuinen",
    "kinderboerderij": "stadsboerderij dierenweide",
    "kringloop": "kringloopwinkel weggeefwinkel tweedehands",
    "jongerencentrum": "jeugdhonk jeugdcentrum jongerenhonk jeugdsoos",
    "praktijk": "centrum gebouw locatie vestiging punt steunpunt loket",
    "ouderen": "senioren bejaarden ouderensoos",
    "vrouwen": "dames vrouw",
    "mannen": "heren man",
    "jongeren": "jeugd tieners tiener jongere",
    "kinderen": "kids kind kinder",
    "eten": "eet maaltijd maaltijden eettafel eetclub eetgroep diner",
    "wandelen": "wandel wandelclub wandelgroep wandelaars wandeling",
    "fietsen": "fiets fietsclub fietsgroep",
    "bewegen": "beweeg gym gymnastiek beweeggroep",
    "naaien": "naai naailes naaiatelier naaicafe",
    "taal": "taalles taalcafe taalgroep taalpunt taalhuis taalondersteuning",
    "computer": "digitaal digi computerles computercursus",
    "repair": "repareren reparatie",
}
_KINDS = _each(
    "buurthuis bibliotheek basisschool kinderopvang woonzorgcentrum huisarts fysiotherapie kerk moskee "
    "gezondheidscentrum sporthal speeltuin buurttuin kinderboerderij kringloop jongerencentrum praktijk"
)
KIND_WORDS = _KINDS | _each("apotheek supermarkt park theater cafe winkel samen buurt wijk dorp")
"""What sort of place it is. It may be left out of a name, and lists call the same place by other sorts."""

CANONICAL: Mapping[str, str] = {
    word: meaning for meaning, words in _SAME_MEANING.items() for word in words.split()
}
"""Words that lists use for each other, and abbreviations, by the one that stands for them all."""

ABBREVIATED: Mapping[str, str] = {
    "burg": "burgemeester",
    "kon": "koningin",
    "pr": "prins",
    "prof": "professor",
    "dr": "dokter",
    "past": "pastoor",
    "gem": "gemeente",
    "chr": "christelijk",
    "prot": "protestants",
    "ned": "nederland",
    "nrd": "noord",
    "zd": "zuid",
    "wst": "west",
    "ost": "oost",
    "ma": "maandag",
    "di": "dinsdag",
    "wo": "woensdag",
    "do": "donderdag",
    "vr": "vrijdag",
    "za": "zaterdag",
    "zo": "zondag",
}

WEEKDAYS = _each("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
OPPOSITES: tuple[frozenset[str], ...] = (
    _each("noord zuid oost west noordoost noordwest zuidoost zuidwest"),
    _each("ochtend middag avond"),
    WEEKDAYS,
    _each("vrouwen mannen jongens meisjes"),
    _each("ouderen jongeren kinderen peuters volwassenen babys"),
    _each("beginners gevorderden"),
    _each("i ii iii iv v vi"),
)
"""Words of which two names of one thing never hold different ones."""

LOOSE_ENDS = ("ochtend", "middag", "avond", "uurtje", "groep", "club", "kring", "cafe", "inloop", "huis")
"""Ends of compounds that are often left out: *koffieochtend* and *koffie* are about the same."""
SHORTEST_STEM = 4
