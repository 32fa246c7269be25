"""Patterns of danger: violence, not wanting to live, a child or an older person in danger, force.

Recall goes before precision: a false alarm costs one tap. A negation never switches a pattern off ("hij slaat
me niet elke dag"), and the patterns stand beside what was learned, so either is enough.
"""

from __future__ import annotations

import re

from socialmap.model.normal_text import normalise

_ME = r"(?:mij|me|mezelf)"
_SOMEBODY = (
    r"(?:mij|me|haar|hem|mama|papa|ma|pa|moeder|vader|oma|opa|tante|kinderen|kind|kindje|kleine|kleintje"
    r"|baby|peuter|kleuter|zoon|zoontje"
    r"|dochter|dochtertje|meisje|jongetje|tweeling|zus|broer|broertje|zusje|vrouw|vriendin|buurvrouw"
    r"|mevrouw|mw|cl|client|bejaarde)"
)
_HE = (
    r"(?:hij|zij|ze|man|vrouw|vriend|vader|moeder|stiefvader|ex|zoon|dochter|partner|broer|broers|oom"
    r"|schoonzoon|schoonmoeder|schoonzus|papa"
    r"|mama|familie|ouders|verzorgende|hulp|chef|baas)"
)
_HITS = (
    r"(?:slaat|slaan|sloeg|sloegen|geslagen|mept|meppen|mepte|schopt|schoppen|schopte|geschopt|trapt"
    r"|trappen|trapte|getrapt|stompt|stompte"
    r"|gestompt|knijpt|kneep|krabt|bijt|wurgt|wurgde|gewurgd|verwondt|duwt|duwde|sleurt|sleurde|smijt|smeet"
    r"|rammelt|schudt|geschud|ramt"
    r"|mishandel\w*|misbruik\w*|aanrand\w*|verkracht\w*|bedreig\w*|dreigt|chanteert|afperst|stalkt"
    r"|achtervolgt|vernedert|kleineert|opsluit"
    r"|opgesloten|dwingt|uitbuit|toetakelt|pijn doet|doet pijn)"
)
_FEARED = (
    r"(?:hem|haar man|der man|die vent|papa|mama"
    rf"|(?:mijn|me|haar|zijn) (?:eigen |nieuwe |stief)?{_HE})"
)

PATTERNS: dict[str, str] = {
    "zelfdoding": r"zelfmoord\w*|zelfdod\w*|suicid\w*|doodswens\w*|zelfbeschadig\w*|zelfverwond\w*"
    r"|automutil\w*|afscheidsbrief\w*"
    r"|(?:bel|belt|gebeld|bellen|lijn|contact|met) (?:\w+ )?113|113 (?:\w+ ){0,3}(?:gebeld|lijn|bellen)"
    r"|(?:aan )?de 113"
    r"|overdosis (?:pillen|medicijnen|drugs|genomen)|(?:ts|poging) (?:gedaan|in voorgeschiedenis"
    r"|ondernomen)|strop|ophangen aan|verhang\w*"
    r"|polsen (?:door)?(?:snijd\w*|gesneden)|voltooid leven|levensmoe|uitgeleefd",
    "wil-dood": r"(?:wil|wilt|wilde|willen|wou|was|waren|beter|liever|liefst) (?:\w+ ){0,3}dood(?! (?:van"
    r"|gaan van|ongelukkig))"
    r"|dood (?:zijn|wil|wilt|wezen|willen gaan)|verlang\w* (?:\w+ )?naar de dood"
    r"|was ik (?:er )?maar (?:dood|niet (?:meer|geboren))"
    r"|(?:nooit|niet) geboren (?:was|had|te zijn|moeten)",
    "niet-meer-leven": r"niet (?:meer|langer) (?:\w+ )?(?:verder )?(?:te )?leven|(?:dit|mijn"
    r"|het) leven (?:\w+ )?niet (?:meer|langer)(?! past)"
    r"|(?:wil|wilt|willen|wou) (?:\w+ ){0,2}er niet meer zijn|als ik er (?:\w+ )?niet meer (?:ben|was)"
    r"|klaar met (?:het )?leven|leven (?:\w+ )?zat"
    r"|uit het leven (?:\w+ )?stap\w*|eruit stappen|geen (?:zin|reden) meer (?:in|om) (?:het |mijn |dit "
    r"|te |verder te )?lev\w*"
    r"|leven (?:\w+ )?geen zin meer|zie (?:het |\w+ )?niet meer zitten|eind(?:e|je)? (?:\w+ )?aan (?:mijn"
    r"|haar|zijn|het) leven"
    r"|(?:maak|maakt|maken|gaat|wil) er (?:zelf |\w+ )?een (?:eind|einde|eindje) aan|een (?:eind|einde"
    r"|eindje) aan (?:gaat |te |wil )?mak\w+"
    r"|(?:niet|nooit) meer wakker (?:\w+ )?(?:word\w*|hoef\w*)|morgen niet (?:meer )?wakker"
    r"|hoeft? (?:van mij |voor mij )?(?:het )?allemaal niet meer"
    r"|(?:voor|van) mij hoeft het niet (?:meer|langer)|(?:beter|rust) (?:\w+ )?(?:af )?zonder m(?:ij|e)"
    r"|zonder mij (?:\w+ ){0,2}beter"
    r"|niemand (?:\w+ )?m(?:ij|e) (?:\w+ )?missen|(?:ik|ze|hij) (?:wil|wou) (?:gewoon "
    r"|alleen maar )?verdwijnen|slapen en (?:niet|nooit) meer wakker",
    "doet-zich-wat": r"(?:mezelf|zichzelf|mijzelf|zich) (?:\w+ )?(?:iets|wat|pijn|snijd\w*|verwond\w*"
    r"|straf\w*|niet vertrouw)"
    r"|(?:snijdt?|snijden|krast?|krassen) (?:\w+ )?in (?:mijn|haar|zijn|der) (?:armen?|benen|polsen?|vel)"
    r"|(?:van|vanaf) (?:het|de|een) (?:dak|flat|brug|balkon|viaduct) (?:\w+ )?(?:spring\w*|af|wil|gooi\w*)"
    r"|(?:ik|hij|zij|ze) (?:\w+ )?(?:moet|moest|wil|wilde) (?:\w+ )?springen"
    r"|(?:voor|onder) (?:de|een) trein|op het spoor|op de reling|over de rand van"
    r"|(?:pillen|tabletten|medicijnen|slaappillen|doosjes|strip) (?:\w+ ){0,4}(?:geslikt|ingenomen"
    r"|opgespaard|gespaard|spaar\w*|klaarliggen|klaar liggen|in een keer)"
    r"|(?:slik|slikt|spaar|spaart|neem) (?:\w+ ){0,3}(?:alle pillen|pillen op|de hele strip"
    r"|te veel pillen)|te veel (?:pillen )?geslikt",
    "slaat-iemand": rf"{_HITS} (?:\w+ ){{0,2}}{_SOMEBODY}"
    rf"|{_HE} (?:\w+ ){{0,3}}{_SOMEBODY} (?:\w+ ){{0,2}}{_HITS}"
    rf"|{_ME} (?:\w+ )?{_HITS}|(?:krijg|krijgt|kreeg|kregen|geeft|gaf|geven) (?:\w+ ){{0,4}}(?:klappen"
    rf"|slaag|ervan langs|er van langs|rake klappen|een pak slaag"
    r"|met de (?:riem|slof|pollepel|stok|bezem))|(?:handen|handjes|vuisten|hand) (?:zitten |zit "
    r"|\w+ uit )?(?:los bij|los als|losjes|schoot uit|niet thuis|in bedwang)"
    r"|losse (?:hand|handjes|handen)|ha+lt? (?:\w+ )?naar (?:mij|me|haar|hem) uit|uithaalt naar"
    r"|erop los (?:slaa\w*|mep\w*)|mept erop los"
    r"|(?:drinkt|gedronken|dronken|borrel|fles) (?:\w+ ){0,6}(?:agressief|handtastelijk|klappen"
    r"|loopt het mis|oppassen|slaat|beter weg)"
    r"|(?:agressief|gewelddadig|handtastelijk|hardhandig)(?: (?:\w+ ){0,4}(?:thuis|man|vriend|zoon|tegen"
    r"|naar|partner|bij het wassen))?",
    "mishandeling": r"mishandel\w* (?:mij|me|haar|hem|ze|wordt|worden|door|al|elkaar)|(?:kinder|ouderen"
    r"|vrouwen|be)?mis+handeling|mis handeling|ouderen mishandeling"
    r"|(?:wort|wordt|word|worden|ben|is|was) (?:\w+ ){0,2}mis+handel[dt]|kindermis\w*|huiselijk ?geweld"
    r"|partnergeweld|hg casus|van hg|seksueel misbruik\w*|incest\w*"
    r"|verkracht\w*|aangerand|aanrand\w*|tot seks|blauw oog|blauwe plekken|dikke lip|striemen|veilig thuis"
    r"|vt gebeld|meldcode|huisverbod"
    r"|in elkaar (?:gemept|getrapt|geramd)|(?:in elkaar|bont en blauw) (?:geslagen|geslaan)"
    r"|grijpt? (?:\w+ )?(?:naar |bij )?(?:mijn |haar |de )?(?:keel|strot)"
    r"|aan (?:mijn|haar|zijn) (?:haren|haar|kraag) (?:\w+ )?(?:trek|sleur|gesleur|getrok)\w*"
    r"|zit (?:\w+ )?aan (?:mij|me|mijn (?:\w+ )?(?:zus|dochter\w*|zoon\w*|moeder))"
    r"|raakt (?:mij|me|haar|hem) aan|geheim spelletje|(?:op|over) eieren loop\w*|loop(?: thuis)? op eieren"
    r"|doet (?:mij|me|haar|mama|hem) (?:\w+ )?pijn",
    "bang-voor-iemand": rf"bang (?:\w+ )?(?:voor|van) {_FEARED}|bang (?:\w+ )?dat (?:hij|ze|zij"
    rf"|\w+ man) (?:\w+ ){{0,5}}(?:slaat|aandoet|aan doet|vermoordt?|terugkomt|vindt|pakt)"
    r"|bang thuis|thuis (?:\w+ )?niet veilig|niet veilig (?:\w+ )?thuis|onveilig thuis|(?:durf|durft|durven"
    r"|wil|wilt) (?:\w+ ){0,2}niet (?:meer )?naar huis"
    r"|durf niet (?:meer )?thuis te|vlucht\w* (?:\w+ )?(?:voor|van) (?:hem|mijn man|mijn ex|haar man)"
    r"|(?:waar|plek) (?:\w+ )?(?:hij )?(?:mij|me) niet (?:kan )?vind\w*",
    "wapen": r"(?:dreig\w*|zwaai\w*|staat|stond|steekt|stak|stek\w*|pakt|pakte|haalt|gehaald|keel"
    r"|onder zijn jas) (?:\w+ ){0,4}(?:mes|bijl|hamer|pistool|wapen|knuppels?)\b"
    r"|(?:mes|bijl|hamer|pistool|wapen|knuppels?|jerrycan|benzine) (?:\w+ ){0,4}(?:op mijn keel|op de keel"
    r"|bij zich|getrokken|dreig\w*|gericht|laten zien|in de auto|gehaald"
    r"|portiek|voor als)|neergestoken|doodgestoken|doodsteken|neersteken|vuurwapen\w*|geschoten (?:op|voor"
    r"|door)|explosief|volgende bom",
    "doden": r"(?:vermoord|vermoordt|vermoorden|doodslaan|doodmaken|afmaken) (?:\w+ ){0,2}(?:mij|me|haar"
    r"|hem|ons|jou)"
    r"|(?:mij|me|haar|hem|ons|jou) (?:\w+ ){0,2}(?:vermoord\w*|doodsla\w*|doodma\w*|af ?ma\w*|kapot ?ma\w*"
    r"|iets (?:\w+ )?aan(?: ?doe\w*| te doen)?)"
    r"|mijn leven niet zeker|eraan ga|ga je eraan|bedreigd|doodsbedreiging\w*|met de dood|maak (?:haar|hem"
    r"|je|jullie) af|doe (?:ik )?(?:hem|haar) iets aan"
    r"|(?:ben jij|ben je) aan de beurt|niet levend|niet heel thuis|niet voor mezelf in",
    "kind": r"(?:kind|kinderen|kleuter|peuter|baby|kleintjes|tweeling"
    r"|kleine) (?:\w+ ){0,6}(?:alleen gelaten|alleen thuis gelaten|hele avonden alleen|hele nacht alleen"
    r"|verwaarlo\w+|honger|geen eten|geen avondeten|uitgehongerd|vastgebonden|opgesloten|bang voor"
    r"|niet naar huis|getuige van|zien alles als)"
    r"|(?:laat|laten|achter) (?:\w+ ){0,2}(?:kinderen|kind|kleintjes|baby|zuigeling) (?:\w+ ){0,4}(?:alleen"
    r"|achter)|baby (?:\w+ )?(?:geschud|schud\w*|door elkaar)"
    r"|(?:laveloos|stomdronken|gebruikt weer|psychotisch) (?:\w+ ){0,8}(?:kind\w*|baby|dreumes\w*|zoontje"
    r"|dochtertje|dochter|tweeling|peuter)"
    r"|loverboy\w*|naaktfoto\w*|naakt foto\w*|foto s (?:\w+ )?sturen (?:van|aan|naar)|grooming"
    r"|besnijd\w* (?:\w+ ){0,4}(?:dochter\w*|meisje\w*)"
    r"|(?:dochter\w*|meisje\w*|haar) (?:\w+ ){0,2}(?:te )?besn\w*|vgv|kopp kind|ots loopt",
    "oudere": r"vastgebonden|vast ?bind\w*|binden (?:\w+ ){0,2}vast|achter slot|(?:in|onder) (?:zijn "
    r"|haar )?eigen (?:vuil|plas|urine|ontlasting|poep)"
    r"|ligt (?:\w+ ){0,3}(?:op de grond|onderaan de trap)|komt niet (?:meer )?overeind|(?:steelt"
    r"|haalt stiekem|pikt|plundert) (?:\w+ ){0,3}(?:geld|rekening|bankpas|pinpas)"
    r"|(?:neemt|pakt|pikt) (?:\w+ )?(?:mijn|haar|zijn) (?:bankpas|pinpas|pensioen|uitkering)"
    r"|financiele uitbuiting|financieel misbruik|overgemediceerd"
    r"|(?:opa|oma|vader|moeder|man|dementie|dochter|zoon|kind) (?:\w+ ){0,5}(?:is |sinds \w+ )?(?:vermist"
    r"|weggelopen|spoorloos)|ontspoorde (?:mantel)?zorg",
    "dwang": r"uithuwelijk\w*|uitgehuwelijk\w*|huwelijksdwang|gedwongen (?:te |tot |om |huwelijk|trouwen"
    r"|achter)|moet trouwen|mensenhandel\w*|eerwraak|eergerelateerd\w*"
    r"|gestalkt|stalking|stalker|stalkt|contactverbod|dwingende controle|intieme terreur|uitgebuit\w*"
    r"|arbeidsuitbuiting|afgeperst|chantage|chanteert|opgesloten in"
    r"|sluit (?:mij|me|haar|hem|ons) (?:\w+ )?op|doet (?:\w+ ){0,2}deur op slot"
    r"|mag (?:\w+ ){0,3}(?:het huis|de deur) niet uit|mag niet naar buiten (?:van|alleen)"
    r"|(?:van|door) (?:hem|mijn (?:man|vriend|vader|schoonmoeder|broers?|ouders|ex|schoonfamilie)"
    r"|haar (?:man|vriend|vader)) (?:mag|mocht|moet|moest) (?:ik|ze|zij)"
    r"|mag (?:\w+ ){0,4}niet van (?:hem|mijn (?:man|vriend|vader|schoonmoeder|broers?|ouders))"
    r"|mag (?:ik )?(?:\w+ ){0,4}niet (?:meer )?(?:zien|spreken|bellen) van"
    r"|(?:hij|man|vriend|partner|schoonmoeder|ex) (?:\w+ )?(?:bepaalt|controleert|beslist|leest|wist|klokt"
    r"|kijkt) (?:\w+ ){0,4}(?:telefoon|berichten|alles|wie ik|wat ik|waar ik|hoe lang)"
    r"|(?:volgt|achtervolgt) (?:mij|me|haar) (?:naar|overal|op)|staat (?:\w+ ){0,3}(?:onder|voor) (?:mijn"
    r"|haar) (?:raam|deur|werk)"
    r"|(?:houdt|pakt|neemt|heeft) (?:\w+ )?(?:mijn|haar) (?:paspoort|loon|salaris|telefoon|geld"
    r"|sleutels?) (?:\w+ )?(?:af|in|achter|afgepakt|ingenomen)"
    r"|met mannen mee|achter het raam (?:\w+ )?zit\w*|eed (?:\w+ )?(?:moeten )?doen",
    "leven-in-gevaar": r"bewusteloos|reageert niet meer|buiten bewustzijn|niet (?:meer )?wakker te krijgen"
    r"|(?:krijg|krijgen) (?:haar|hem|ze|\w+) (?:\w+ )?niet wakker"
    r"|(?:wordt|word) niet (?:meer )?wakker(?! van)|ademt niet|geen adem|stikt bijna|in elkaar gezakt"
    r"|lippen (?:\w+ )?(?:paars|blauw)|mond hangt|hartstilstand|bloedt (?:flink|hevig|erg|en)"
    r"|(?:brand|rook|vlammen) (?:\w+ )?(?:in|bij|onder|uit) (?:het|de|mijn|ons) (?:huis|trappenhuis|flat"
    r"|portiek|keuken|woning|onderburen|bovenburen|deur)"
    r"|er is brand|in (?:de )?(?:fik|brand) (?:steek\w*|stek\w*|gestoken)"
    r"|steekt? (?:\w+ ){0,4}in (?:de )?(?:fik|brand)|inbreker (?:\w+ )?(?:in|binnen)"
    r"|bel(?:t)? 112|112 (?:bellen|gebeld)|crisisdienst (?:onderweg|gebeld|bellen|nog|nodig)"
    r"|psychotisch (?:\w+ ){0,4}(?:mes|hamer|straat|agressief)|gootsteenontstopper|schuimt (?:zijn"
    r"|haar) mond",
}
"""Each pattern by the family that it was written for; over the normal form of a text."""

_ANY = re.compile("|".join(rf"\b(?:{pattern})\b" for pattern in PATTERNS.values()))


def says_danger(text: str) -> bool:
    """Does a pattern of danger stand in the text?

    >>> says_danger("Hij slaat me niet elke dag"), says_danger("hij sloeg een gat in de markt")
    (True, False)
    """
    return bool(_ANY.search(normalise(text)))
