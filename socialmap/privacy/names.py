"""First names, surnames and everyday words: what tells a person's name from the name of a place or a plan.

Written by hand, far from complete: the check that uses it warns, it does not prove. All entries are in the
normal form of :func:`socialmap.model.normal_text.normalise`.
"""

from __future__ import annotations


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


FIRST_NAMES = _words(
    "aad abdel abdellah abdul abdullah abel achmed ada adam adil adriaan agnes ahmed ahmet aicha aisha",
    "akram alex ali alice alina aliya amal amina amine amir anas andre andrea andrzej angelique anita",
    "anja anke ankie ann anna anne anneke annelies annemarie annemiek annie anouk antje antoine anton",
    "aram arend arie arjan arnold asli astrid aya ayla ayse aziz barbara bart bas beatrix ben bernard",
    "berry bert betty bianca bilal bo bob boris bram brenda brigitte bruno carla carlos carolien caroline",
    "casper cees charlotte chris christa christel christiaan christine claudia coby connie cor cornelis",
    "corrie daan dana daniel daphne david deborah delia demi dennis derk desta dewi diana dick diederik",
    "dilek dirk dora dorien driss ebru eddy edith edwin eefje eelco elena elif elisabeth elise ellen elly",
    "els elsa elske emine emma emre eric erik erika erna ernst esmee esther eva evelien evert ewa fadma",
    "fatih fatima fatma femke ferdinand fien floor floris frank franka frans fred frederik freek frits",
    "froukje gabriel geert geertje gerard gerda gerrit gert gertjan ghislaine gijs gina gonda greet greta",
    "guus habtom hakan halil halima hamid hamza hanna hanneke hans harm harrie harry hasan hassan hatice",
    "hein helen helena helma hendrik henk henny herman hilda hugo huseyin huub ibrahim ida ilse imane",
    "inge ingrid irena irene iris isa isabel ismail ivan ivo jaap jaco jacob jacqueline jacques jamal jan",
    "jana janneke janny jantje jasmijn jasper jelle jeroen jesse jessica jet jip jo joan jochem johan",
    "johanna johannes john jolanda joop joost joris jos jose joseph joyce judith julia julie jurgen kamal",
    "karel karim karin karlijn katarzyna kees kemal kevin khadija khalid kim klaas klaasje koen koos",
    "krystyna lamia lars laura laurens leen leila lena lenie leo leon lia lianne lidia lies liesbeth",
    "lilian linda lisa lisette loes lot lotte louis louise luc lucas lucia luuk maaike maarten magda",
    "magdalena mahmoud malika mandy manon marc marcel margot margriet maria marian marianne marieke",
    "marielle marijke marit mariusz marja marjan marjolein mark marlies marloes martha martijn martin",
    "martine mary max mehmet melissa merel meryem mia michael michel michiel mieke milan mina mirjam",
    "mohamed mohammed mona moniek monique moustafa murat mustafa nabil nadia nadine naomi natalia",
    "nathalie nel nico nicole niek niels nienke nina noa noor nora oksana olena olga olivier omar onno",
    "oscar osman otto pascal patricia patrick paul paula pauline peter petra pien piet pieter pim piotr",
    "priya rachid ramon rania raymond rebecca remco renate rene renske ria rianne richard rick rik rita",
    "rob robert robin roel roelof rogier roland ron ronald rosa rosalie rosanne roy ruben rudolf rudy",
    "ruth ruud saar sabine sabrina said salima salma sam samira samuel sander sandra sanne sara sarah",
    "saskia sebastiaan selam selma semra serkan sevgi sharon sherida sjaak sjoerd sofia sofie sonja stan",
    "stef stefan stella steven suzan suzanne svetlana sylvia tamara tanja tara tesfay tess teun thea theo",
    "theresa thijs thomas tim timo tineke tinus tjeerd tom tomasz ton tonny toon toos trees treesje truus",
    "uma ursula valentina vera victor viktor vincent wanda wendy wesley wessel wiebe wiebke wietske",
    "wilfred wilhelmina willeke willem willy wilma wim wouter yara yasmin yasmina yasmine yassin yonas",
    "youssef yusuf yvette yvonne zahra zainab zeynep zoe",
)

SURNAMES = _words(
    "aalbers abdi abdullah achterberg ahmed akkerman alberts ali aydin bakker bakkers bart bastiaans",
    "beekman berends bergsma bijl boer boersma boonstra bos bosch bosman bouwman brands brinkman brouwer",
    "bruijn bruin celik clement cohen cornelissen dekker demir dijk dijkman dijkstra dogan dominguez",
    "driessen eriksson evers evertsen fernandes fernandez franken gerritsen goossens groen groot haan",
    "hassan hendriks hendriksen hermans hoekstra hofman hofstra hoogland huisman hussein ibrahim jacobs",
    "janse jansen janssen janssens jong jonker kaiser kaya kilic klein kok koning konings kooij kowalski",
    "kramer kuiper kuipers leeuwen linders lopes martens meijer meyer mohamed mohammed molenaar mulder",
    "nguyen nowak oostra osman ozdemir peeters peters pietersen postma prins ramdin roos rutten sahin",
    "sanders schipper scholten schouten silva singh smeets smit smits snijders timmer timmermans tromp",
    "verhoeven vermeer vermeulen visser vliet vos vries weber westra wiersma wijnen wilde willems wit",
    "wolters yildirim yildiz yilmaz ytsma zeeman zijlstra zwart",
)

NAMES_THAT_ARE_WORDS = _words(
    "ben bakker bakkers bijl boer bos brouwer bruin dekker dijk evers franken groot haan jong jonker klein",
    "koning kramer leeuwen molenaar mulder prins roos schipper snijders timmer visser vliet vos vries weber",
    "wilde wijnen wit zeeman zwart",
)
"""In small letters: *ik ben jong*, *meneer wilde niet*."""

PARTICLES = _words("van de den der het t ter ten te von el al ait ben bin da das dos di la le")
"""Small words that may stand between a first name and a surname, also several in a row."""

CLEAR_PARTICLES = _words("van ter ten von el ait ben bin dos di")
"""Particles after which a capital nearly always begins a surname; "de" begins the name of any café."""

PLACE_PARTICLES = _words("in op aan")
"""Belong to a surname before another particle only: "in 't Veld", not "in de Linde"."""

TITLES = _words("mevrouw mevr mw meneer mijnheer mr heer dhr familie fam juffrouw")
"""Words before a surname: "mevrouw De Vries" is a name without a first name."""

SHORT_TITLES = _words("mevr mw mr dhr fam")
"""Those that a full stop is written behind without ending the sentence."""

ABBREVIATIONS = _words(
    "add adhd aow ass az bw cad cjg cjib coa copd cva cwi dm duo fact ggd ggz gi havo hbh hbo hh hiv ibd ind",
    "iq iva jgz lg lhbti lvb lvg mbo mee mdo mg ms msnp nah nt nvvk odd oggz pdd pgb poh pr ptss ra svb uwv",
    "vg vmbo vo vve vwo wajong wao wga wia wlz wmo wsnp wtcg ww zg zmlk zvw zw zzp",
)
"""Illnesses, laws and offices that stand in a note where a name might: "dhr. COPD, wil meer bewegen"."""

EVERYDAY = ABBREVIATIONS | _words(
    "aanbod activiteit activiteiten adres alle alles als amateurs april augustus avond basis begeleiding",
    "beheerder bel bestuur bewoner bewoners bibliotheek bieb bij bijeenkomst bingo boeken boekje brug",
    "buren buurt buurtbewoners cafe centrum club clubs commissie cursus daar daarna dag dagen dames dan",
    "dat de december deelnemers derde deur deze die dieren dinsdag dit doe donderdag dorp dus een eerst",
    "eerste eet eigenaar eiland eind einde en eten familie februari feest fiets film fonds foto ga gasten",
    "geen gemeenschap gemeente geschiedenis gezellig gezelschap gezinnen gilde gratis groen groep groepen",
    "groet groeten grote groten hal hart help heren het hij hoe hof hotel huis huizen hulp huur idee",
    "iedereen iemand iets ik in inloop is januari je jeugd jij jongens jongeren juli juni kaarten kamer",
    "kan kantoor kerk kern kerst kerstmis kijk kind kinderen klanten kleine kleinkinderen koffie kok",
    "koken kom koor koren korte kring kunst lange leden leer lees lekker les lessen leven lid lijst loket",
    "loop maak maaltijd maand maandag maar maart mag makers mannen markt meer mei meiden meisjes meld",
    "mensen met middag moeder moeders moment moskee museum muziek na naam naar nacht neem nieuwe nieuws",
    "noord november ochtend of oktober om oma onder ontbijt ontmoeting ook oost op opa open oude ouderen",
    "ouders over overleg park partner pasen pastoor pastor pinksteren plan plein plek plekken poort post",
    "praatje project raad ramadan ramen ronde route ruimte samen scholen school september sinds",
    "sinterklaas soep soort speel speeltuin spel sport stad start stichting straat straten suikerfeest",
    "taal tafel team teams theater thee thuis tijdens tot tuin tuinen tussen tweede u uit uitje vader",
    "vaders van veel vereniging verhaal verhalen verslag viering vlakbij voor vooral vraag vragen",
    "vrienden vrijdag vrijwilliger vrijwilligers vrouwen waar waarom wandel wandeling wanneer was wat",
    "water we week weg welkom welzijn werk west wie wij wijk wijken wil winkel winter woensdag woning",
    "woningen zaal zaken zaterdag ze zij zing zoek zolder zomer zondag zonder zorg zuid",
)
"""Words with which a sentence, a place or a plan may begin."""

_PLACE_ENDINGS = _words(
    "atelier avond bank bibliotheek boerderij bond bus cafe centrum club coach college commissie",
    "cooperatie corporatie cursus dag dienst eetclub feest flat fonds gilde groep hal hart hof huis",
    "huizen hulp initiatief inloop kamer kas kast kerk klas koor kring laan lab lokaal loket maatje",
    "maatjes makelaar markt meter middag moskee netwerk ochtend ontbijt pad park plaats plein plek ploeg",
    "polder praktijk project punt raad ronde ruimte school singel spreekuur steunpunt stichting straat",
    "tafel team theater tocht train tuin uur vereniging verhuur wacht wandeling weg weide werf werk wijk",
    "winkel zaal zorg",
)
_ENDINGS = tuple(_PLACE_ENDINGS)

NOT_PERSONS = frozenset(
    {"albert heijn", "jan linders", "dirk van den broek", "hans anders", "willem alexander"}
)
"""Shops and such that bear a person's name, and have a place in the neighbourhood."""


def is_everyday(word: str) -> bool:
    """Is a word in normal form an ordinary word, or the kind of word that names a place or a group?"""
    return word in EVERYDAY or (word.endswith(_ENDINGS) and word not in FIRST_NAMES)
