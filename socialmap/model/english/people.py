"""Whole sentences about questions, talents and ideas: Dutch → English."""

from __future__ import annotations

SENTENCES = {
    # roles and rights
    "bezoeker": "visitor",
    "professional": "professional",
    "opbouwwerker": "community worker",
    "sociaal makelaar": "social broker",
    "teamleider": "team leader",
    "beheerder": "administrator",
    "maatschappelijk werk": "social casework",
    "opbouwwerk": "community work",
    "jongerenwerk": "youth work",
    "ouderenwerk": "work with older people",
    "jeugd": "children and families",
    "ggz": "mental health care",
    "wijkverpleging": "district nursing",
    "Wmo-consulent": "Wmo adviser",
    "werk en inkomen": "work and income",
    # questions
    "Open": "Open",
    "Nog niet": "Not yet",
    "Loopt": "Running",
    "Afgerond": "Finished",
    "Gestopt": "Stopped",
    "Ja": "Yes",
    "Nee": "No",
    "Ik vraag het nog": "I will still ask",
    "Gesproken": "Talked",
    "Contact gelegd": "Got in touch",
    "Kennisgemaakt": "Met each other",
    "Samen geweest": "Went together",
    "Gebeld": "Called",
    "Komt": "Comes",
    "Komt soms": "Comes sometimes",
    "Past niet": "Does not fit",
    "Blij": "Happy",
    "Gewoon": "All right",
    "Niet blij": "Not happy",
    "0 tot en met 11 jaar": "0 to 11 years",
    "12 tot en met 17 jaar": "12 to 17 years",
    "18 tot en met 26 jaar": "18 to 26 years",
    "27 tot en met 44 jaar": "27 to 44 years",
    "45 tot en met 64 jaar": "45 to 64 years",
    "65 tot en met 74 jaar": "65 to 74 years",
    "75 jaar of ouder": "75 or older",
    "Niemand": "Nobody",
    "Eén of twee mensen": "One or two people",
    "Meer mensen": "More people",
    "Weet niet": "Do not know",
    "De persoon zelf": "The person",
    "Een naaste": "Someone close",
    "Een beroepskracht": "A professional",
    "Aangemeld": "Signed up",
    "Zelf gekomen": "Came in",
    "Wij gingen erop af": "We went there",
    "Via een groep": "Through a group",
    "Via de huisarts (Welzijn op Recept)": "Through the GP (social prescription)",
    "Straatapp": "Street app",
    "Facebookgroep": "Facebook group",
    "Ouders bij school": "Parents at school",
    "Gemeenschap": "Community",
    "Sportouders": "Parents at sports",
    "Flat of trappenhuis": "Flats or stairwell",
    "Kies nog: van wie de vraag is.": "Still choose: whose question it is.",
    "Kies nog: het onderwerp.": "Still choose: the subject.",
    "Kies nog: de datum.": "Still choose: the date.",
    "Kies nog: hoe iemand komt.": "Still choose: how this person gets around.",
    "Kies nog: wanneer iemand kan. Weet je dat niet? Kies dan: weet niet.": (
        "Still choose: when it is possible. Do you not know? Then choose: do not know."
    ),
    "Kies nog: of we mogen kijken wie dezelfde vraag heeft.": (
        "Still choose: if we may look who has the same question."
    ),
    "Deze keuze kennen we niet. Kies uit de lijst.": "We do not know this choice. Choose from the list.",
    "Deze dag moet nog komen. Kies vandaag of een dag eerder.": (
        "This day has not come yet. Choose today or an earlier day."
    ),
    "Deze dag is al geweest. Kies vandaag of een dag later.": (
        "This day is past. Choose today or a later day."
    ),
    "Deze dag is al geweest. Kies vandaag of later.": "This day is past. Choose today or later.",
    "Kies eerst je naam. Dat doe je bovenaan, bij je rol.": (
        "First choose your name. You do that at the top, with your role."
    ),
    "Zonder toestemming bewaren we dit niet.": "We do not keep this without permission.",
    "Gebeld?": "Called?",
    "Hoe gaat het nu?": "How are things now?",
    "Deze vraag is al klaar. Kies een vraag die nog open is.": (
        "This question is done already. Choose a question that is still open."
    ),
    "Dit staat niet bij jouw vragen.": "This is not one of your questions.",
    "Deze vraag staat niet bij jouw vragen.": "This question is not one of yours.",
    "Deze vraag kun je niet terugzetten.": "You cannot put this question back.",
    "Ga terug naar je lijst.": "Go back to your list.",
    "Ga terug naar de lijst.": "Go back to the list.",
    "Er doet nu niemand meer mee.": "Nobody takes part any more now.",
    # talents, notes, networks
    "Wat kan of wil iemand doen? Kies een talent.": "What can or does someone want to do? Choose a talent.",
    "Hoe vraag je naar deze persoon? Schrijf een rol op, geen naam.": (
        "How do you ask for this person? Write a role, no name."
    ),
    "Wat zag of hoorde je? Schrijf het kort op.": "What did you see or hear? Write it down briefly.",
    "Over welke buurt gaat dit? Kies er één.": "Which neighbourhood is this about? Choose one.",
    "Deze notitie staat niet bij jouw notities.": "This note is not one of yours.",
    "Schrijf het signaal zelf op.": "Write the signal yourself.",
    "Dit patroon is er niet meer.": "This pattern is not there any more.",
    "Hoe heet dit netwerk? Vul een naam in.": "What is this network called? Fill in a name.",
    "Wat voor netwerk is dit? Kies een soort.": "What sort of network is this? Choose one.",
    "Waar is dit netwerk? Kies een buurt.": "Where is this network? Choose a neighbourhood.",
    "Wie is er? Vul een rol in.": "Who is there? Fill in a role.",
    "Waar ben je te vinden? Kies een plek.": "Where can people find you? Choose a place.",
    "Op welke dag ben je er?": "On which day are you there?",
    "Hoe laat begint het? Vul een tijd in.": "What time does it start? Fill in a time.",
    # people for each other
    "Kan ook iets brengen": "Can give something as well",
    "Deze twee mensen kunnen iets voor elkaar betekenen.": (
        "These two people can mean something for each other."
    ),
    "Deze drie mensen kunnen iets voor elkaar betekenen: een kring van drie.": (
        "These three people can mean something for each other: a circle of three."
    ),
    "Vraag het eerst aan de mensen zelf.": "Ask the people themselves first.",
    "Er is nu niemand die iets voor een ander kan betekenen, voor zover wij weten.": (
        "There is nobody now who can mean something for another, as far as we know."
    ),
    "Iets terugdoen hoeft niet.": "You do not have to do something in return.",
    "een andere bewoner": "another resident",
    # ideas
    "Vraag het aan de mensen zelf": "Ask the people themselves",
    "vraagt al veel van deze persoon": "already asks a lot of this person",
    "Vraag na wat de ruimte kost": "Ask what the room costs",
    "Vraag na of er een keuken is": "Ask if there is a kitchen",
    "Hier is geen keuken. Bedenk hoe je aan eten komt": "There is no kitchen here. Think how to get food",
    "Iemand kan wel gastvrouw of gastheer zijn. Zoek eerst een trekker voor de inhoud": (
        "Someone can be host. First find someone to lead the content"
    ),
    "Een ander idee vraagt dezelfde ruimte op hetzelfde moment": (
        "Another idea asks for the same room at the same time"
    ),
    "Een trekker is op dat moment ook nodig voor een ander idee": (
        "Someone who leads it is needed for another idea at that time"
    ),
    "Vul een heel getal in, zoals 6.": "Fill in a whole number, such as 6.",
    "Vraag het eerst aan de mensen zelf. Schrijf op wat zij zeiden.": (
        "Ask the people themselves first. Write down what they said."
    ),
    "Kies wie dit trekt.": "Choose who leads this.",
    "Kies een opbouwwerker. Bij minder dan vijf mensen ziet alleen die het idee, buiten het team.": (
        "Choose a community worker. With fewer than five people only they see the idea, outside the team."
    ),
    "De mensen uit dit idee doen nu mee in een ander idee.": (
        "The people in this idea now take part in another."
    ),
    "Waarvoor doen we dit? Schrijf één zin op.": "What do we do this for? Write one sentence.",
    "Kies doel 1, 2 of 3.": "Choose goal 1, 2 or 3.",
    "Kies wat jullie gaan doen: bundelen, verbinden of groepsaanbod.": (
        "Choose what you are going to do: bring together, connect or a group offer."
    ),
    "Kies iemand met een ander vak. Dan kijk je met vier ogen.": (
        "Choose someone with another profession. Then you look with four eyes."
    ),
    "Kies iets uit de lijst.": "Choose something from the list.",
    "Die dag moet nog komen. Kies een dag tot en met vandaag.": (
        "That day has not come yet. Choose a day up to today."
    ),
    "Kies de dag van het gesprek.": "Choose the day of the talk.",
    "Waarom past dit niet? Schrijf het kort op.": "Why does this not fit? Write it down briefly.",
    "Dit is te lang. Houd het kort.": "This is too long. Keep it short.",
    "Deze stap kan nu niet. Kijk eerst hoe het idee er nu voor staat.": (
        "This step is not possible now. First look how the idea is doing."
    ),
    "Dit idee is er niet meer. De mensen of de plek zijn veranderd.": (
        "This idea is not there any more. The people or the place have changed."
    ),
    "Ga terug naar de lijst. Daar staat hoe het nu is.": "Go back to the list. It says how it is now.",
    "Hier werkt al iemand aan. Kijk bij de ideeën waar jullie aan werken.": (
        "Someone is working on this already. Look at the ideas you are working on."
    ),
    "Dit onderwerp kennen we niet.": "We do not know this subject.",
    "Kies twee ideeën over hetzelfde onderwerp.": "Choose two ideas about the same subject.",
    "Kies twee ideeën van dezelfde soort, die nog niet zijn begonnen.": (
        "Choose two ideas of the same sort that have not started yet."
    ),
    "Dit kan alleen zolang het idee nog niet is begonnen.": (
        "This is only possible while the idea has not started yet."
    ),
    "Kies wie er in de tweede groep komt. In elke groep blijft iemand over.": (
        "Choose who will be in the second group. In each group someone stays."
    ),
    "Kies een plek, een trekker of een partner.": "Choose a place, someone to lead it or a partner.",
    "Er is nu niemand nieuw die hierbij past.": "There is nobody new now who fits in.",
    "De helft: wie het langst wacht, blijft hier": "Half of them: who has waited longest stays here",
    "Samengevoegd met een ander idee.": "Merged with another idea.",
    "Hier valt niets terug te draaien.": "There is nothing to undo here.",
    "Kies eerst een plek.": "Choose a place first.",
    "wat er al is": "what is already there",
    "Vraag je collega's. Misschien wil er nog iemand mee.": (
        "Ask your colleagues. Perhaps someone else wants to join."
    ),
    "Idee": "Idea",
    "Besproken met bewoners": "Talked about with residents",
    "Gestart": "Started",
    "Sluit aan bij wat er is": "Join what is there",
    "Vraag om een tweede groep": "Ask for a second group",
    "Begin iets nieuws": "Start something new",
    "Doel 1: mensen helpen elkaar": "Goal 1: people help each other",
    "Doel 2: aansluiten bij de wijk, en er vroeg bij zijn": (
        "Goal 2: joining the neighbourhood, and being there early"
    ),
    "Doel 3: iets veranderen in de wijk of het beleid": (
        "Goal 3: changing something in the neighbourhood or policy"
    ),
    "Ruimte": "Room",
    "Trekkers": "People to lead it",
    "Partner": "Partner to work with",
    "Geld": "Money",
    "Gesprek met bewoners": "Talk with residents",
    "Nog geen plek gekozen": "No place chosen yet",
    "Nog geen partner gekozen": "No partner chosen yet",
    "Nog niet uitgerekend": "Not worked out yet",
    "Zoek nog wie dit betaalt": "Still find who pays for this",
    "Nog niet gevraagd": "Not asked yet",
    "Eten en drinken": "Food and drinks",
    "Onvoorzien (10%)": "Unforeseen (10%)",
    "Huur": "Rent",
    "Materiaal": "Materials",
    "Drukwerk": "Printing",
    "Vrijwilligers": "Volunteers",
    "dit fonds": "this fund",
}
