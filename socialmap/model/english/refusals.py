"""Whole sentences that say what is wrong with what was filled in: Dutch → English."""

from __future__ import annotations

SENTENCES = {
    # names and numbers in free text
    "Hier staat misschien een naam. Haal die weg.": "This may be a name. Take it away.",
    "Dit lijkt een telefoonnummer. Haal het weg.": "This looks like a phone number. Take it away.",
    "Dit lijkt een mailadres. Haal het weg.": "This looks like a mail address. Take it away.",
    "Dit lijkt een postcode met een huisnummer. Haal die weg.": (
        "This looks like a postcode with a house number. Take it away."
    ),
    "Dit lijkt een adres. Haal het weg.": "This looks like an address. Take it away.",
    "Dit lijkt een burgerservicenummer. Haal het weg.": (
        "This looks like a citizen service number. Take it away."
    ),
    "Zet geen adres bij contact. Schrijf bijvoorbeeld: via het buurthuis.": (
        "Do not put an address with contact. Write for example: via the community centre."
    ),
    "Zet bij contact een rol of een algemeen nummer, zoals: bel de gastvrouw. Geen naam met een 06-nummer.": (
        "Put a role or a general number with contact, such as: call the host. No name with an 06 number."
    ),
    "Alleen bij de eerste {most} regels is gekeken of er iemand in gevaar is.": (
        "Only in the first {most} lines did we look whether someone is in danger."
    ),
    "Bij contact staat misschien een naam. Vraag of deze naam openbaar mag.": (
        "There may be a name with contact. Ask if this name may be public."
    ),
    "Schrijf alleen het telefoonnummer, zoals 038-555 01 01.": (
        "Write only the phone number, such as 038-555 01 01."
    ),
    "Dit is geen mailadres. Kijk of het klopt.": "This is not a mail address. Check it.",
    "Schrijf het adres van de website, zoals www.buurthuis.nl.": (
        "Write the address of the website, such as www.buurthuis.nl."
    ),
    # what anything saved has to have
    "Alleen voorzieningen, organisaties en initiatieven kun je samenvoegen.": (
        "You can only merge facilities, organisations and initiatives."
    ),
    "Alleen voorzieningen, organisaties en initiatieven kun je uit elkaar houden.": (
        "You can only keep facilities, organisations and initiatives apart."
    ),
    "Bij welk initiatief hoort deze rol?": "Which initiative does this role belong to?",
    "Bij welk initiatief sluit dit aan? Kies er één.": "Which initiative does this join? Choose one.",
    "Bij welke vraag hoort dit?": "Which question does this belong to?",
    "De einddatum kan niet voor de begindatum liggen.": "The end date cannot be before the start date.",
    "De eindtijd moet na de begintijd liggen.": "The end time has to be after the start time.",
    "De grens moet een vlak zijn.": "The border has to be a shape.",
    "De grens van dit gebied ontbreekt.": "The border of this area is missing.",
    "De grens van een eigen gebied moet een vlak zijn.": "The border of an own area has to be a shape.",
    "De hoogste leeftijd kan niet onder de laagste liggen.": "The highest age cannot be below the lowest.",
    "De lijn van deze straat ontbreekt.": "The line of this street is missing.",
    "Deze naam is te lang. Gebruik hoogstens 80 tekens.": "This name is too long. Use at most 80 characters.",
    "Deze plek heeft nog geen adres. Zet hem op de kaart.": (
        "This place has no address yet. Put it on the map."
    ),
    "Dit is geen e-mailadres. Kijk of het klopt.": "This is not a mail address. Check it.",
    "Draait het nu? Kies een stand.": "Is it running now? Choose one.",
    "Een adres van een bewoner bewaren we niet.": "We do not keep an address of a resident.",
    "Een leeftijd ligt tussen 0 en 120 jaar.": "An age is between 0 and 120 years.",
    "Een naam van een bewoner bewaren we niet.": "We do not keep a name of a resident.",
    "Een percentage ligt tussen 0 en 100.": "A percentage is between 0 and 100.",
    "Een plek moet één punt zijn.": "A place has to be one point.",
    "Een straat moet een lijn zijn.": "A street has to be a line.",
    "Een telefoonnummer van een bewoner bewaren we niet.": "We do not keep a phone number of a resident.",
    "Een website begint met https://.": "A website starts with https://.",
    "Geef het een naam.": "Give it a name.",
    "Het aantal huishoudens kan niet onder nul zijn.": "The number of households cannot be below zero.",
    "Het aantal inwoners kan niet onder nul zijn.": "The number of inhabitants cannot be below zero.",
    "Het midden van dit gebied ontbreekt.": "The middle of this area is missing.",
    "Hoe groot is het gebied? Kies er één.": "How large is the area? Choose one.",
    "Hoe heet deze collega? Vul een naam in.": "What is this colleague called? Fill in a name.",
    "Hoe heet deze organisatie? Vul een naam in.": "What is this organisation called? Fill in a name.",
    "Hoe heet deze plek? Vul een naam in.": "What is this place called? Fill in a name.",
    "Hoe heet deze ruimte? Vul een naam in.": "What is this room called? Fill in a name.",
    "Hoe heet deze straat? Vul een naam in.": "What is this street called? Fill in a name.",
    "Hoe heet dit gebied? Vul een naam in.": "What is this area called? Fill in a name.",
    "Hoe heet dit team? Vul een naam in.": "What is this team called? Fill in a name.",
    "Hoe kom je binnen? Kies er één.": "How do you get in? Choose one.",
    "Hoe kun je contact opnemen? Vul iets in, zoals 'via het buurthuis'.": (
        "How do people get in touch? Fill in something, such as 'via the community centre'."
    ),
    "Hoe kwam je dit te weten? Kies er één.": "How did you get to know this? Choose one.",
    "Hoe noem je dit signaal? Vul een titel in.": "What do you call this signal? Fill in a title.",
    "Hoe werkt dit team? Kies een model.": "How does this team work? Choose a model.",
    "Hoeveel leden zijn er ongeveer? Vul een getal vanaf 1 in.": (
        "About how many members are there? Fill in a number from 1."
    ),
    "Hoeveel mensen kunnen meedoen? Vul een getal vanaf 1 in.": (
        "How many people can take part? Fill in a number from 1."
    ),
    "Hoeveel mensen passen erin? Vul een getal vanaf 1 in.": (
        "How many people fit in? Fill in a number from 1."
    ),
    "Hoeveel mensen zijn het? Vul een getal vanaf 1 in.": (
        "How many people are there? Fill in a number from 1."
    ),
    "Hoeveel plaatsen zijn er vrij? Vul een getal vanaf 0 in.": (
        "How many places are free? Fill in a number from 0."
    ),
    "Hoeveel uur per maand? Vul een getal vanaf 0 in.": "How many hours a month? Fill in a number from 0.",
    "Hoeveel vrijwilligers zijn er nodig? Vul een getal vanaf 0 in.": (
        "How many volunteers are needed? Fill in a number from 0."
    ),
    "Hoeveel vrijwilligers zijn er? Vul een getal vanaf 0 in.": (
        "How many volunteers are there? Fill in a number from 0."
    ),
    "Hoeveel waren het er? Vul een getal vanaf 0 in.": "How many were there? Fill in a number from 0.",
    "In welke buurten werkt dit team? Kies er minstens één.": (
        "In which neighbourhoods does this team work? Choose at least one."
    ),
    "In welke voorziening is deze ruimte?": "In which facility is this room?",
    "Is dit gesprek alleen of met het team? Kies er één.": "Is this talk alone or with the team? Choose one.",
    "Is dit voorstel overgenomen? Kies er één.": "Was this proposal taken over? Choose one.",
    "Kies bij elk van de zes vragen één antwoord.": "Choose one answer for each of the six questions.",
    "Kies een naam waar mensen zich niet voor schamen.": "Choose a name that nobody is ashamed of.",
    "Kies hoogstens vier onderwerpen.": "Choose at most four subjects.",
    "Kies nog: hoe het met de vraag staat.": "Still choose: how the question is going.",
    "Kies nog: wanneer iemand kan.": "Still choose: when it is possible.",
    "Kies één initiatief, netwerk of organisatie.": "Choose one initiative, network or organisation.",
    "Kies: aansluiten, uitbreiden of nieuw.": "Choose: join, extend or new.",
    "Kies: bekeken, volgende week of gelukt.": "Choose: seen, next week or done.",
    "Kies: bundelen, verbinden of groepsaanbod.": "Choose: bring together, connect or a group offer.",
    "Kies: ja, ik stel ze voor, of laat maar.": "Choose: yes, I will introduce them, or never mind.",
    "Klopt het nog? Kies een antwoord.": "Is it still right? Choose an answer.",
    "Maak de notitie korter. Hoogstens 500 tekens.": "Make the note shorter. At most 500 characters.",
    "Maak de omschrijving korter. Hoogstens 300 tekens.": (
        "Make the description shorter. At most 300 characters."
    ),
    "Naar welk initiatief ga je samen?": "Which initiative do you go to together?",
    "Op welk dagdeel is het? Kies er één.": "In which part of the day is it? Choose one.",
    "Op welke dag kreeg je toestemming? Kies een datum.": (
        "On which day did you get permission? Choose a date."
    ),
    "Op welke datum is het? Kies een datum.": "On which date is it? Choose a date.",
    "Over wat voor ding gaat deze link?": "What sort of thing is this link about?",
    "Over wat voor ding gaat deze melding?": "What sort of thing is this report about?",
    "Over welk veld gaat dit voorstel?": "Which field is this proposal about?",
    "Over welke twee gaat het? Kies er twee.": "Which two is it about? Choose two.",
    "Over welke twee initiatieven gaat het? Kies er twee.": "Which two initiatives is it about? Choose two.",
    "Schrijf op wat er zou moeten staan, in hoogstens 300 tekens.": (
        "Write what it should say, in at most 300 characters."
    ),
    "Tot wanneer werkt deze link? Kies een datum.": "Until when does this link work? Choose a date.",
    "Van wanneer is dit buurtverhaal? Kies een datum.": "From when is this story? Choose a date.",
    "Van welke collega is dit?": "Which colleague is this from?",
    "Van welke maandag is deze stand?": "Of which Monday are these figures?",
    "Van wie is deze stip?": "Whose dot is this?",
    "Van wie is dit geld? Kies een organisatie.": "Whose money is this? Choose an organisation.",
    "Van wie is dit talent? Schrijf op hoe je naar deze persoon vraagt.": (
        "Whose talent is this? Write down how you ask for this person."
    ),
    "Via wie kun je dit vragen? Kies een collega.": "Through whom can this be asked? Choose a colleague.",
    "Voor welk initiatief is dit geld?": "For which initiative is this money?",
    "Voor wie is het dan?": "For whom is it then?",
    "Waar bestaat dit eigen gebied uit? Kies buurten, of teken één vlak.": (
        "What is this own area made of? Choose neighbourhoods, or draw one shape."
    ),
    "Waar gaat deze melding over?": "What is this report about?",
    "Waar gaat dit idee over? Kies een onderwerp.": "What is this idea about? Choose a subject.",
    "Waar gaat dit over?": "What is this about?",
    "Waar gaat het signaal over? Kies een soort.": "What is the signal about? Choose one.",
    "Waar helpt dit bij? Kies minstens één onderwerp.": (
        "What does this help with? Choose at least one subject."
    ),
    "Waar is het in opgegaan?": "What did it become part of?",
    "Waar is het? Kies één plek, één gebied of 'geen vaste plek'.": (
        "Where is it? Choose one place, one area or 'no fixed place'."
    ),
    "Waar zijn deze aantallen uit geteld?": "What were these numbers counted from?",
    "Waarom sluit je dit signaal af? Schrijf het kort op.": (
        "Why do you close this signal? Write it down briefly."
    ),
    "Waarover gaat deze link?": "What is this link about?",
    "Wanneer hoorde je dit? Kies een datum.": "When did you hear this? Choose a date.",
    "Wanneer is deze link gemaakt? Kies een datum.": "When was this link made? Choose a date.",
    "Wanneer is dit gemeld? Kies een datum.": "When was this reported? Choose a date.",
    "Wanneer is het nagekeken? Kies een datum.": "When was it checked? Choose a date.",
    "Wanneer is het samengevoegd? Kies een datum.": "When was it merged? Choose a date.",
    "Wanneer was deze stap? Kies een datum.": "When was this step? Choose a date.",
    "Wanneer was dit gesprek? Kies een datum.": "When was this talk? Choose a date.",
    "Wanneer was dit? Kies een datum.": "When was this? Choose a date.",
    "Wanneer was het laatste contact? Kies een datum.": "When was the last contact? Choose a date.",
    "Wanneer zei je dit? Kies een datum.": "When did you say this? Choose a date.",
    "Wat doet het team? Kies er één.": "What does the team do? Choose one.",
    "Wat ging iemand doen?": "What was someone going to do?",
    "Wat is er nagekeken?": "What was checked?",
    "Wat kun je lenen? Vul het in.": "What can you borrow? Fill it in.",
    "Wat stond er dubbel?": "What was there twice?",
    "Wat voor ding is er nagekeken?": "What sort of thing was checked?",
    "Wat voor geld is dit? Kies een soort.": "What sort of money is this? Choose one.",
    "Wat voor organisatie is dit? Kies een soort.": "What sort of organisation is this? Choose one.",
    "Wat voor plek is dit? Kies een soort.": "What sort of place is this? Choose one.",
    "Wat zie je? Schrijf het kort en feitelijk op.": "What do you see? Write it briefly and factually.",
    "Welk initiatief is het? Kies er één.": "Which initiative is it? Choose one.",
    "Welk initiatief krijgt steun? Kies er één.": "Which initiative gets support? Choose one.",
    "Welk jaar is het? Vul een jaar in.": "Which year is it? Fill in a year.",
    "Welk team is het? Kies er één.": "Which team is it? Choose one.",
    "Welk vak heb je geleerd?": "Which profession did you learn?",
    "Welke rol is het? Kies er één.": "Which role is it? Choose one.",
    "Welke rol maakte deze link?": "Which role made this link?",
    "Welke rol meldde dit?": "Which role reported this?",
    "Welke soort gegevens was het?": "Which sort of data was it?",
    "Welke stap is gezet? Kies er één.": "Which step was taken? Choose one.",
    "Welke stip is het? Kies er één.": "Which dot is it? Choose one.",
    "Welke taal spreken mensen hier? Kies er minstens één.": (
        "Which language do people speak here? Choose at least one."
    ),
    "Welke vragen horen bij dit idee? Kies er minstens één.": (
        "Which questions belong to this idea? Choose at least one."
    ),
    "Wie doet dit? Kies hoogstens één persoon.": "Who does this? Choose at most one person.",
    "Wie is de trekker? Kies één persoon.": "Who leads it? Choose one person.",
    "Wie keek het na? Vul een rol in.": "Who checked it? Fill in a role.",
    "Wie kent dit? Kies een collega.": "Who knows this? Choose a colleague.",
    "Wie volgt dit signaal? Kies een collega.": "Who follows this signal? Choose a colleague.",
    "Zeg wat er niet klopt.": "Say what is not right.",
    # what cannot be done now
    "Dit is al ongedaan gemaakt.": "This has been undone already.",
    "Deze wijziging is er niet.": "This change is not there.",
    "Bekijk de geschiedenis en kies een regel.": "Look at the history and choose a line.",
    "De gegevens zijn even bezet. Er is niets bewaard.": "The data are busy for a moment. Nothing was saved.",
    "Probeer het zo nog eens.": "Try again in a moment.",
    "De schijf is vol of doet het niet. Er is niets bewaard.": (
        "The disk is full or broken. Nothing was saved."
    ),
    "Maak ruimte vrij en probeer het opnieuw.": "Make room and try again.",
    "Hier mag je alleen lezen. Er is niets bewaard.": "You may only read here. Nothing was saved.",
    "Vraag of je in de gegevensmap mag schrijven.": "Ask if you may write in the data folder.",
    "De gegevens zijn niet te bereiken. Er is niets bewaard.": (
        "The data cannot be reached. Nothing was saved."
    ),
    "Kijk of de map of de database er is en of je erin mag schrijven.": (
        "See if the folder or database is there and if you may write in it."
    ),
    "De gegevens zijn vervangen door andere.": "The data were replaced by others.",
    "Sluit socialmap en start het opnieuw.": "Close socialmap and start it again.",
    "Dit past niet in het veld. Kijk de gegevens na.": "This does not fit in the field. Check the data.",
    "De sleutel van de links kan niet worden gelezen.": "The key of the links cannot be read.",
    "Van welke gemeente?": "Of which municipality?",
    "Kies een maandag.": "Choose a Monday.",
    "Ga terug.": "Go back.",
}
