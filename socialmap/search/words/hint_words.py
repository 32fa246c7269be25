"""How people say how they get about and what makes it hard: patterns of words, far from complete.

In normalised text, with " , " between clauses. ``~`` is up to two words between, none that denies.
"""

from __future__ import annotations

from collections.abc import Mapping

from socialmap.model.people import Mobility, PeerWish

Phrases = tuple[str, ...]

_NOT_OURS = r"(?! van (?:de|een|mijn) (?:buur|vriend)| duwen| repareren| lenen| uitlenen)"
WHEELCHAIR: Phrases = (
    rf"rolstoel(?!\w*(?:bus|vereniging|sport|taxi))\w*{_NOT_OURS}",
    f"rollator{_NOT_OURS}",
    f"scootmobiel{_NOT_OURS}",
)

_WALKS = r"(?<!het )(?<!dat )(?<!alles )(?:loop|loopt|lopen)"
_NOT_ABOUT_WALKING = r"(?! af\b| (?:op|in) (?:school|het werk|de liefde))"
MOBILITIES: Mapping[Mobility, Phrases] = {
    Mobility.POOR: (
        *WHEELCHAIR,
        r"(?:slecht|moeilijk|lastig|minder|(?:niet|nauwelijks|amper) ~(?:goed|best|lekker)) ter been",
        rf"{_WALKS} ~(?:slecht|moeilijk|moeizaam|lastig|met moeite){_NOT_ABOUT_WALKING}",
        rf"{_WALKS} ~(?:niet|nauwelijks|amper) ~(?:goed|best|lekker|ver|makkelijk|meer){_NOT_ABOUT_WALKING}",
        r"(?:slecht|moeilijk|moeizaam) (?:kan |kunnen )?(?:lopen|loopt)",
        r"(?:niet|nauwelijks|amper|geen) ~(?:ver|goed|lang|meer|stukken|eind) (?:(?:meer|kan|kunnen) )*lopen",
        r"lopen (?:gaat|lukt|wordt|is) ~(?:niet|slecht|moeilijk|moeizaam|lastig)",
        r"(?:kleine|korte) stukjes (?:kan )?(?:lopen|wandelen)",
        r"looprek|krukken|(?:met|aan|zonder) ~(?:wandel)?stok(?:ken)?|wandelstok",
        r"trap(?:pen)? (?:\w+ )?niet ~(?:op|af|lopen)|geen trap(?:pen)? ~(?:op|af|lopen)",
        r"trap(?:pen)?lopen ~niet",
        r"trap(?:pen)? ~(?:niet|moeilijk|lastig)(?= ,|$)",
        r"beperkte? (?:loop|mobiel)\w*|immobiel|minder mobiel|mindervalide",
        r"niet (?:(?:meer|zo|erg|heel) )*mobiel",
        r"(?:slechte |last van ~)(?:rug|heup|heupen|knie|knieen|benen|voeten)|bedlegerig",
    ),
    Mobility.WALKING: (r"te voet", r"(?:kom|komt|komen|ga|gaat|gaan) ~lopend"),
    Mobility.CYCLING: (
        r"(?:op|met) (?:de|mijn|haar|zijn) (?:e )?(?:fiets|bike)(?! gevallen)",
        "fietst",
        "kan ~fietsen",
        "elektrische fiets",
        "e bike",
    ),
    Mobility.TRANSIT: (
        r"(?:met|heeft|hebben|heb) (?:de|een|mijn|haar|zijn)"
        r" (?:auto(?! ongeluk| gehad| verkocht)|bus|tram|metro|trein)",
        r"rijdt ~auto",
        "openbaar vervoer",
        "met het ov",
        "ov kaart",
        "(?:regio|deel)taxi",
    ),
}

_WAY = r"(?:heen|naartoe|gaan|ga|gaat|naar|erheen|daarheen|komen|op pad|de deur|op stap)"
_ENDS = r"(?=$| ,)"
_MANY = r"(?:groep\w*|veel mensen|volle zaal|volle zalen|vreemde mensen|mensenmassa\w*)"
THRESHOLDS: Mapping[str, Phrases] = {
    "durft_niet_alleen": (
        r"durf(?:t|ven)? ~niet ~(?:alleen|(?:in|op) (?:haar|zijn|mijn) eentje)(?! (?:thuis|te slapen|maar))",
        r"durf(?:t|ven)? (?:alleen|enkel) (?:maar )?(?:met|als)",
        r"durf(?:t|ven)? ~alleen niet",
        r"niet ~alleen ~durf(?:t|ven)?",
        rf"(?:wil|wilt|willen|kan|gaat?|zou) ~niet ~alleen(?: (?:er )?{_WAY}\b|{_ENDS})",
        rf"niet (?:meer |graag |goed )?alleen (?:er )?{_WAY}\b",
        r"alleen (?:\w+ )?durf(?:t|ven)? (?:\w+ )?niet",
        r"durft? ~niet zonder (?:haar|zijn|mijn|iemand)",
        r"alleen (?:te )?gaan ~(?:eng|spannend|niet)",
        r"(?:eng|spannend) ~alleen (?:te )?(?:gaan|komen)",
        "drempelvrees",
        "over de drempel",
        r"(?:iemand|maatje) (?:\w+ ){0,5}(?:mee ?gaat|mee ?gaan|mee ?kan|mee ?loopt)",
    ),
    "geen_geld": (
        r"(?:mag|kan|moet) ~(?:niets|niks|geen geld|niet (?:te )?veel|bijna niets) ~kosten",
        "gratis",
        "kosteloos",
        r"(?:kan|kunnen) ~niet ~betalen",
        r"niet (?:kan |kunnen )betalen",
        r"geen ~geld (?:voor|om|over)",
        r"heb(?:t|ben)? ~geen geld(?= ,|$)",
        r"heeft ~geen geld(?= ,|$)",
        "te duur",
        "(?:kleine|krappe) beurs",
        "krap bij kas",
        "weinig te besteden",
        "weinig geld",
        "geld is op",
    ),
    "bang_voor_groep": (
        rf"(?:bang|angst|eng|spannend|moeite|spanning|tegenop|op tegen|paniek) (?:\w+ ){{0,3}}{_MANY}",
        rf"{_MANY} ~(?:eng|spannend|te veel|teveel|lastig|niets|niks|niet)",
        r"groep(?:en)? ~(?:te )?groot",
        r"niet (?:graag )?(?:in|met|bij) (?:een )?(?:grote |volle )?groep(?:en)?",
        "geen grote groep(?:en)?",
        "kleine groep(?:en|je|jes)?",
        "(?:een|1) op (?:een|1)",
        "groepsangst",
    ),
    "geen_verplichting": (
        r"nergens aan vast\w*",
        r"geen ~verplichting\w*",
        "niet verplicht",
        "vrijblijvend",
        "zonder ~afspraak",
        "zonder ~aanmelden",
        "niet elke week",
        "niet ~vastzitten",
        "niet ~vast zitten",
        "zonder verplichting\\w*",
        "wanneer (?:het|t) (?:haar|hem|mij|me) uitkomt",
    ),
    "moeite_met_lezen": (
        r"(?:niet|slecht|moeilijk|moeite met|lastig|nauwelijks|amper) (?:(?:goed|te|zo|makkelijk) )*lezen",
        r"leest? (?:(?:en schrijft?|nog|heel|erg) )*(?:niet|slecht|moeilijk|moeizaam|nauwelijks|amper)",
        r"lezen (?:en schrijven )?(?:is|gaat|vindt?|lukt) ~(?:lastig|moeilijk|slecht|niet(?! \w))",
        "analfabeet",
        r"laaggeletterd\w*",
        "dyslectisch",
        "dyslexie",
    ),
    "nederlands_lastig": (
        r"(?:slecht|weinig|geen|gebrekkig|amper|nauwelijks|beetje|niet (?:zo )?goed|nog geen|lastig)"
        r" (?:woord )?nederlands(?! ~(?:les|bloed|paspoort))",
        r"(?:spreek|spreekt|praat|verstaat?|begrijpt?) (?:nog )?nederlands (?:nog )?(?:niet|slecht|moeilijk)",
        r"nederlands (?:is |gaat |vindt? |wordt )?~(?:moeilijk|lastig|slecht|beperkt|moeizaam)",
        "nederlands nog niet",
        "taalbarriere",
        r"taal niet (?:machtig|goed)",
        r"anderstalig\w*",
        r"(?:spreekt?|verstaat?|begrijpt?|kent?) de taal (?:nog )?(?:niet|slecht)",
    ),
    "rolstoel": WHEELCHAIR,
    "snel_moe": (
        r"(?:snel|gauw|vlug) ~(?:moe|uitgeput|vermoeid)",
        "erg (?:moe|vermoeid)",
        "weinig energie",
        r"beperkte? energie",
        r"energie ?beperk\w*",
        "beperkt belastbaar",
        "niet (?:zo )?lang (?:volhouden|zitten|staan)",
        "houdt? ~niet ~lang vol",
    ),
    "zorg_voor_kinderen": (
        r"kind(?:eren|jes?)? (?:(?!niet|geen|wil)\w+ )?(?:mee(?: ?(?:nemen|neemt?))?|bij (?:me|zich))",
        "geen oppas",
        "baby (?:mee|bij)",
        r"met (?:de|mijn|haar|zijn) (?:kleine )?kind(?:eren)? (?:erbij|mee)",
        "neemt? ~kind(?:eren|je)? mee",
    ),
    "prikkelgevoelig": (
        r"prikkel(?:s|gevoelig\w*|arm)",
        "overprikkel\\w*",
        "hoogsensitief",
        r"drukte ~(?:niet|te veel|teveel)",
        r"(?<!heb het )(?<!heeft het )(?<!hebben het )(?:vindt?|is|wordt|worden) ~te druk(?! met)",
        r"(?:kan|kunnen) ~niet ~tegen ~(?:drukte|lawaai|herrie|geluid)",
        r"tegen (?:drukte|lawaai|herrie)"
        r" kan ~niet",
    ),
    "niet_bij_instantie": (
        r"(?:geen|niet (?:naar|bij|met)|ni(?:ks|ets) met) ~(?:instanties?|hulpverlen(?:ing|ers)|gemeente"
        r"|wijkteam)(?! (?:voor )?nodig)",
        r"wantrouw\w* ~instanties",
        r"zorgmijd\w*",
    ),
    "wil_niet_herkend": (
        r"(?:mag|hoeft|moet|wil|wilt) ~niemand ~(?:weten|zien|horen|merken|weet)",
        r"niemand ~(?:mag|hoeft|moet) ~(?:weten|zien|horen|merken)",
        r"niet dat ~(?:buren|mensen|familie|iemand|anderen|ze|het) ~(?:weten|weet|zien|zie|horen|hoort|merken"
        r"|merkt|herken\w*)",
        r"(?:buren|mensen|familie|anderen) ~niet ~(?:weten|horen|herken\w*)",
        "anoniem",
        "niet herkend",
    ),
    "geen_vervoer": (
        r"geen (?:eigen )?(?:vervoer|auto)(?! ~nodig)",
        r"(?:kan|komt?) (?:(?:er|daar|ergens|zelf) )+niet (?:(?:zelf|goed) )?(?:komen|heen|naartoe)",
        "geen bus(?! nodig)",
        "bus rijdt niet",
        r"(?:moet|moeten) ~(?:opgehaald|gehaald|gebracht)",
        r"niet ~zelfstandig (?:reizen|komen)",
    ),
    "liever_alleen_vrouwen": (
        r"(?:alleen|enkel|liever) (?:(?:met|voor|onder|andere) )*vrouwen",
        "geen mannen(?: bij)?",
        "vrouwengroep",
        "niet (?:bij|met|tussen) mannen",
        "zonder mannen",
    ),
    "geen_internet": (
        r"geen (?:internet|wifi|computer|smartphone|mail|email)(?! ~nodig)",
        "niet digitaal",
        "digibeet",
        "digitaal niet vaardig",
        r"niet ~met (?:de |een )?(?:computers?|internet)",
    ),
    "schaamte": (r"schaam\w*", "gene om", "stempel"),
}

_OTHERS = r"(?:mensen|anderen|iemand|vrouwen|mannen|ouders|moeders)"
_SAME = r"(?:hetzelfde|(?:dit|dat|het) ~ook)"
PEERS: Mapping[PeerWish, Phrases] = {
    PeerWish.RATHER_NOT: (
        r"(?:geen|niet (?:met|tussen|bij|onder|naar|in)|zonder) ~(?:lotgenoten\w*|praatgroep\w*)",
        r"lotgenoten\w* ~(?:niet|niks|niets|geen)",
        r"niet (?:steeds|altijd|alleen|weer) over ~(?:ziekte|kanker|verdriet|verlies|rouw)",
        rf"niet (?:met|tussen|bij) ~(?:mensen|anderen) die {_SAME}",
    ),
    PeerWish.GLADLY: (
        r"(?:met|bij|graag|wil|zoekt|zoek|behoefte aan|kennen) ~lotgenoten",
        "lotgenotencontact",
        "lotgenotengroep",
        rf"{_OTHERS} ~(?:die )?{_SAME} ~(?:hebben|heeft|hebt|doen|voelen)",
        rf"{_OTHERS} ~(?:die )?(?:hetzelfde|dit|dat|het) ~(?:ook )?~"
        r"(?:meemaken|meemaakt|meegemaakt|doormaken|doorgemaakt|herkent|herkennen)",
        rf"{_OTHERS} ~in (?:dezelfde|hetzelfde|een zelfde) (?:situatie"
        r"|schuitje|boot)",
        rf"{_OTHERS} die ook (?:\w+ ){{0,4}}(?:hebben|verloren|meegemaakt|gescheiden|ziek|alleen|rouwen)",
        rf"{_OTHERS} zoals (?:ik|zij|hij|haar|hem|mij)",
        "gelijkgestemden",
        r"(?:met|tussen|bij|zoekt?|kennen) ~andere (?:weduwen|weduwnaars|mantelzorgers|alleenstaande ouders)",
    ),
}
"""One who would rather not is not asked to: what is first decides."""

ALSO_SPOKEN: Mapping[str, Phrases] = {
    "ar": ("marokkaans", "syrisch", "iraaks", "darija"),
    "ti": ("tigrigna", "tigrinja", "eritrees", "eritres"),
    "ber": ("marokkaans", "tamazight", "riffijns", "berber"),
    "so": ("somali",),
    "uk": ("oekrains",),
}
"""What a language is called besides its name."""
