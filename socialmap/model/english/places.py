"""Whole sentences about places, areas, listings and checking them: Dutch → English."""

from __future__ import annotations

SENTENCES = {
    # areas
    "wijk": "district",
    "buurt": "neighbourhood",
    "eigen gebied": "own area",
    "Van een eigen gebied tonen we nooit hoeveel mensen een vraag hebben: naast de aantallen van een buurt "
    "of wijk kun je dan uitrekenen om wie het gaat.": (
        "Of an own area we never show how many people have a question: beside the numbers of a neighbourhood "
        "or district you could work out who it is about."
    ),
    "Maak een eigen gebied van hele buurten. Dan zijn er wel cijfers.": (
        "Make an own area of whole neighbourhoods. Then there are figures."
    ),
    "Hoe heet dit eigen gebied? Vul een naam in.": "What is this own area called? Fill in a name.",
    "Deze naam is er al. Kies een andere naam.": "This name is there already. Choose another name.",
    "Welke buurten horen erbij? Kies er één of meer.": (
        "Which neighbourhoods belong to it? Choose one or more."
    ),
    "Deze plek kennen we niet.": "We do not know this place.",
    "Deze buurt kennen we niet.": "We do not know this neighbourhood.",
    "Dit eigen gebied is er niet (meer).": "This own area is not there (any more).",
    "Dit vlak heeft geen naam. Zet hem in een kolom naam.": (
        "This shape has no name. Put it in a column naam."
    ),
    "Deze naam staat meer dan één keer in dit bestand.": "This name is in this file more than once.",
    "Kies een andere buurt of wijk.": "Choose another neighbourhood or district.",
    "Kies een buurt op de kaart.": "Choose a neighbourhood on the map.",
    "Maak een nieuw gebied.": "Make a new area.",
    "{n} inwoners": "{n} inhabitants",
    "{n}% is 65 jaar of ouder": "{n}% is 65 or older",
    "{n}% woont alleen": "{n}% lives alone",
    "{room} in {place}, {n} mensen: {when}": "{room} in {place}, {n} people: {when}",
    # comparing
    "Inwoners": "Inhabitants",
    "Plekken per week, per 1.000 inwoners": "Places per week, per 1,000 inhabitants",
    "Dichtbij in hoeveel buurten": "Nearby in how many neighbourhoods",
    "Hoe vers is wat we weten?": "How recent is what we know?",
    "Wat weten we van drempels?": "What do we know about thresholds?",
    "De vier vakken": "The four fields",
    "Van het CBS, per hele buurt.": "From CBS, by whole neighbourhood.",
    "Wat lopend te bereiken is vanaf het midden van elke buurt, bij elkaar.": (
        "What you can reach on foot from the middle of each neighbourhood, added up."
    ),
    "Dichtbij is hoogstens 500 meter lopen, vanaf het midden van de buurt.": (
        "Nearby is a walk of at most 500 metres, from the middle of the neighbourhood."
    ),
    "Hoeveel initiatieven, naar hoe lang geleden iemand het nakeek.": (
        "How many initiatives, by how long ago someone checked them."
    ),
    "Ja, nee, en hoe vaak we het niet weten. Onbekend is niet hetzelfde als nee.": (
        "Yes, no, and how often we do not know. Unknown is not the same as no."
    ),
    "Hoe de initiatieven verdeeld zijn. Tussen één-op-één en samen, tussen beroepskracht en bewoner.": (
        "How the initiatives are divided. Between one to one and together, between professional and resident."
    ),
    "We kennen hier geen voorzieningen.": "We know no facilities here.",
    "Buurten": "Neighbourhoods",
    "Initiatieven": "Initiatives",
    "Er is geen verschil dat eruit springt.": "There is no difference that stands out.",
    "Een verschil zegt niet wat beter is. Vraag het aan de mensen die er wonen.": (
        "A difference does not say what is better. Ask the people who live there."
    ),
    "Kies twee verschillende gebieden.": "Choose two different areas.",
    "Van {area} weten we niet hoeveel mensen er wonen. Daarom vergelijken we het aanbod niet.": (
        "We do not know how many people live in {area}. So we do not compare the supply."
    ),
    "In {area} zijn weinig initiatieven. Dan zeggen delen van het geheel niets.": (
        "There are few initiatives in {area}. Then parts of the whole say nothing."
    ),
    # gaps
    "Witte vlek": "White spot",
    "Krap": "Tight",
    "Te weinig bekend": "Too little known",
    "In balans": "In balance",
    "Ruim": "Ample",
    "Geen bijzonderheden": "Nothing special",
    "Geen aanbod": "Nothing to go to",
    "Niet vergeleken": "Not compared",
    "op loopafstand": "within walking distance",
    "ver voor ouderen": "far for older people",
    "niet op loopafstand": "not within walking distance",
    "die kennen we hier niet": "we know none here",
    "Weinig vragen betekent niet dat er geen vragen zijn.": (
        "Few questions does not mean that there are no questions."
    ),
    "Er is geen plek om elkaar te ontmoeten.": "There is no place to meet each other.",
    "We kennen hier geen bewonersgroep.": "We know no residents' group here.",
    "We kennen hier geen sleutelfiguur.": "We know no key figure here.",
    "Wij zijn hier niet op een vaste tijd te vinden.": "We are not here at a fixed time.",
    "Er is niets wat bewoners samen doen.": "There is nothing that residents do together.",
    "Drie of meer initiatieven rusten op dezelfde schouders. Zoek er iemand bij.": (
        "Three or more initiatives rest on the same shoulders. Find someone to join in."
    ),
    "Dit zijn de vragen van het laatste jaar, tot en met vandaag.": (
        "These are the questions of the last year, up to today."
    ),
    "Er is nog geen stand van maandag. De beheerder maakt elke maandag een stand.": (
        "There are no Monday figures yet. The administrator makes them every Monday."
    ),
    "Hoeveel mensen hier een vraag hebben, tonen we niet.": (
        "We do not show how many people here have a question."
    ),
    "Deze buurt kunnen we nog niet met andere buurten vergelijken.": (
        "We cannot compare this neighbourhood with others yet."
    ),
    "Minder dan 5 mensen. Dat tonen we niet.": "Fewer than 5 people. We do not show that.",
    "meer dan een paar mensen": "more than a few people",
    "ongeveer {n}": "about {n}",
    "Dit zijn de open vragen van vandaag.": "These are the open questions of today.",
    "Individuele hulp": "Individual help",
    "Groepsaanbod": "Group offer",
    "Onderlinge hulp": "Help from person to person",
    "Samen in de buurt": "Together in the neighbourhood",
    "linksboven": "at the top left",
    "rechtsboven": "at the top right",
    "linksonder": "at the bottom left",
    "rechtsonder": "at the bottom right",
    # footing
    "Kwetsbaar": "Vulnerable",
    "Let op": "Take care",
    "Stevig": "Firm",
    "Dit initiatief draait nu niet.": "This initiative is not running now.",
    "Kies een ander initiatief uit de lijst.": "Choose another initiative from the list.",
    "We weten nog niet wie dit trekt.": "We do not know yet who leads this.",
    "Vraag het eerst na.": "Ask first.",
    # one place
    "{first} en nog {more}": "{first} and {more} more",
    "Je kunt naar binnen met rolstoel of rollator.": "You can get in with a wheelchair or walker.",
    "Niet toegankelijk met rolstoel.": "Not accessible with a wheelchair.",
    "We weten niet of je met een rolstoel naar binnen kunt.": (
        "We do not know if you can get in with a wheelchair."
    ),
    "{price} per dagdeel": "{price} per half day",
    "Nu niet vrij": "Not free now",
    "Vrij op {when}": "Free on {when}",
    "Geen geld bekend": "No money that we know of",
    "Vast geld": "Regular money",
    "Geld tot {date}": "Money until {date}",
    "Welzijn": "Welfare",
    "Zorg": "Care",
    "Corporatie": "Housing association",
    "Gemeente": "Municipality",
    "Politie": "Police",
    "Winkel": "Shop",
    "Bedrijf": "Company",
    "Kerk/moskee": "Church/mosque",
    "Vereniging": "Association",
    "Stichting": "Foundation",
    "Bewonersgroep": "Residents' group",
    "Fonds": "Fund",
    "Huisarts/eerstelijn": "GP/primary care",
    "Deze plek ligt niet in Nederland. Kies een plek op de kaart.": (
        "This place is not in the Netherlands. Choose a place on the map."
    ),
    "één voor één, door beroepskrachten": "one to one, by professionals",
    "in een groep, met beroepskrachten": "in a group, with professionals",
    "één voor één, door bewoners": "one to one, by residents",
    "samen, vooral door bewoners": "together, mostly by residents",
    "een beetje van alles": "a bit of everything",
    " of ": " or ",
    " en ": " and ",
    "ja": "yes",
    "nee": "no",
    "Dit past bij: {where}.": "This goes with: {where}.",
    "Hiervan is geen geschiedenis.": "There is no history of this.",
    "Kijk of de id klopt.": "Check the id.",
    "Kijk of het adres klopt.": "Check the address.",
    "Dit adres hoort nergens bij.": "This address does not belong to anything.",
    "Dit initiatief is er niet (meer).": "This initiative is not there (any more).",
    # checking
    "Alles is pas gecontroleerd. Dank je wel.": "Everything has been checked recently. Thank you.",
    "Korter dan drie maanden geleden nagekeken.": "Checked less than three months ago.",
    "Drie tot zes maanden geleden nagekeken.": "Checked three to six months ago.",
    "Langer dan een half jaar geleden nagekeken.": "Checked more than six months ago.",
    "Langer dan een jaar geleden nagekeken, of nog nooit.": "Checked more than a year ago, or never.",
    "Drie keer geprobeerd en niemand bereikt.": "Tried three times and nobody reached.",
    "Zonder vast adres": "Without a fixed address",
    "Pas aan wat anders is. Na bewaren telt het als nagekeken.": (
        "Change what is different. After saving it counts as checked."
    ),
    "Een collega gaf al door dat dit is gestopt.": "A colleague already said that this has stopped.",
    "Niet bellen of langsgaan voor ons: dat willen zij niet. Meedoen mag wel.": (
        "Do not call or visit for us: they do not want that. You may take part."
    ),
    "Hier is nog iets: {names}.": "There is still something here: {names}.",
    "Kijk dat eerst na. Daarna kan dit op gestopt.": (
        "Check that first. After that this can be set to stopped."
    ),
    "Klopt dat niet? Kijk in de geschiedenis en zet het terug.": (
        "Is that wrong? Look in the history and put it back."
    ),
    "Dit kijken we niet na.": "We do not check this.",
    # reporting
    "Dank je wel. Een collega uit de wijk kijkt ernaar.": (
        "Thank you. A colleague from the neighbourhood will look at it."
    ),
    "Is iemand in gevaar? Bel 112, of Veilig Thuis: 0800-2000.": (
        "Is someone in danger? Call 112, or Veilig Thuis (Safe at Home): 0800-2000."
    ),
    "Verander eerst iets, of schrijf op wat er niet klopt.": (
        "First change something, or write what is wrong."
    ),
    "Maak dit korter. Hoogstens {most} tekens.": "Make this shorter. At most {most} characters.",
    "Vul een bedrag in, zoals 15 of 7,50.": "Fill in an amount, such as 15 or 7,50.",
    "Dit kun je hier niet melden.": "You cannot report this here.",
    "Kies iets dat op de kaart staat.": "Choose something that is on the map.",
    "Hierover wachten al meldingen. We kijken ernaar.": (
        "There are reports about this already. We will look at them."
    ),
    "Probeer het over een paar dagen nog eens.": "Try again in a few days.",
    "Vandaag kwamen er al veel meldingen binnen.": "Many reports came in today already.",
    "Probeer het morgen nog eens, of bel het wijkteam.": (
        "Try again tomorrow, or call the neighbourhood team."
    ),
    "Hierover is al beslist.": "This has been decided already.",
    "Kijk op de lijst wat er nog open staat.": "Look at the list for what is still open.",
    "Overgenomen. Het staat er nu zo.": "Taken over. That is what it says now.",
    "Gedaan. De melding is van de lijst.": "Done. The report is off the list.",
    "Niet overgenomen. Er is niets veranderd.": "Not taken over. Nothing has changed.",
    # a link to confirm
    "Deze link kennen we niet.": "We do not know this link.",
    "Kijk of de hele link is overgenomen uit de mail.": "Check that the whole link was copied from the mail.",
    "Deze link is al gebruikt. Uw antwoord is bij ons binnen.": (
        "This link has been used already. We have your answer."
    ),
    "Wilt u nog iets melden? Vraag ons om een nieuwe link.": (
        "Do you want to report something else? Ask us for a new link."
    ),
    "Deze link werkt niet meer. Hij was 30 dagen geldig.": (
        "This link does not work any more. It lasted 30 days."
    ),
    "Vraag ons om een nieuwe link.": "Ask us for a new link.",
    "Deze link is ingetrokken.": "This link was withdrawn.",
    "Dit staat niet meer op de kaart.": "This is not on the map any more.",
    "U hoeft niets te doen. Klopt dat niet? Neem contact met ons op.": (
        "You do not have to do anything. Is that wrong? Get in touch with us."
    ),
    "Dit antwoord kwam niet van onze pagina.": "This answer did not come from our page.",
    "Open de link uit de mail opnieuw en geef daar uw antwoord.": (
        "Open the link from the mail again and give your answer there."
    ),
    "Dank u wel. We weten nu dat dit klopt.": "Thank you. Now we know that this is right.",
    "Dank u wel. Een collega uit de wijk kijkt ernaar.": (
        "Thank you. A colleague from the neighbourhood will look at it."
    ),
    "Deze link werkte al niet meer.": "This link did not work any more.",
    "Je hoeft niets te doen.": "You do not have to do anything.",
    # doubles
    "vrijwel zeker hetzelfde": "almost certainly the same",
    "lijkt hetzelfde": "looks the same",
    "Er staat niets dubbel op de kaart, voor zover wij zien.": (
        "Nothing is on the map twice, as far as we can see."
    ),
    "De namen zijn gelijk.": "The names are the same.",
    "De namen lijken op elkaar.": "The names are alike.",
    "De namen lijken weinig op elkaar.": "The names are not much alike.",
    "Het adres is hetzelfde.": "The address is the same.",
    "De straat is hetzelfde, het huisnummer niet.": "The street is the same, the house number is not.",
    "De adressen zijn anders.": "The addresses are different.",
    "Ze zijn in dezelfde buurt.": "They are in the same neighbourhood.",
    "Ze zijn in een andere buurt.": "They are in another neighbourhood.",
    "Ze hebben allebei geen vaste plek.": "Neither has a fixed place.",
    "Van minstens één weten we de plek niet.": "Of at least one we do not know the place.",
    "De telefoonnummers zijn anders.": "The phone numbers are different.",
    "De websites zijn anders.": "The websites are different.",
    "Het is dezelfde soort.": "It is the same sort.",
    "De soort is anders.": "The sort is different.",
    "Ze zijn op hetzelfde moment.": "They are at the same time.",
    "Ze zijn op hetzelfde dagdeel.": "They are in the same part of the day.",
    "Ze zijn op een ander moment.": "They are at another time.",
    "Ze gaan over hetzelfde.": "They are about the same.",
    "Ze gaan over iets anders.": "They are about something else.",
    "Ze zijn voor een andere leeftijd.": "They are for another age.",
    "Ze zijn voor andere mensen.": "They are for other people.",
    "Ze komen uit dezelfde lijst, onder een ander nummer.": "They are in the same list, with another number.",
    "Ze komen uit dezelfde lijst, onder hetzelfde nummer.": (
        "They are in the same list, with the same number."
    ),
    "Kies twee verschillende vermeldingen van dezelfde soort.": (
        "Choose two different entries of the same sort."
    ),
    "Hier valt niets te kiezen. Kijk welke twee nu op het scherm staan.": (
        "There is nothing to choose here. Look which two are on the screen now."
    ),
    "geen vaste plek": "no fixed place",
    "vanaf {value} jaar": "aged {value} and over",
    "tot en met {value} jaar": "up to {value} years old",
    "voor {value} mensen": "for {value} people",
    "{value} plekken vrij": "{value} places free",
    "altijd plek": "always room",
    "wachtlijst: {value}": "waiting list: {value}",
    "gestopt op {value}": "stopped on {value}",
    "door {value}": "by {value}",
}
