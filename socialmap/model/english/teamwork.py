"""Whole sentences about signals, connections and the team: Dutch → English."""

from __future__ import annotations

SENTENCES = {
    # signals
    "hier en nu": "here and now",
    "te weinig om automatisch te melden": "too little to report automatically",
    "Opvallend. Dit is geen bewijs.": "It stands out. This is not proof.",
    "Hier komen meer mensen met deze vraag dan op andere plekken in de wijk.": (
        "More people come with this question here than in other places in the district."
    ),
    "Nu komen er meer mensen met deze vraag dan in het jaar ervoor.": (
        "More people come with this question now than in the year before."
    ),
    "Hier valt nu niets op.": "Nothing stands out here now.",
    "Te weinig om automatisch te melden. Zag je zelf iets? Schrijf het op.": (
        "Too little to report automatically. Did you see something yourself? Write it down."
    ),
    "Kies waar het volgens jou aan ligt.": "Choose what causes it, in your view.",
    "Geef het signaal een korte titel.": "Give the signal a short title.",
    "Schrijf op wat je ziet.": "Write down what you see.",
    "Schrijf op waar het speelt.": "Write down where it happens.",
    "Kies waar het signaal over gaat.": "Choose what the signal is about.",
    "Kies hoe groot het gebied is.": "Choose how large the area is.",
    "Het gaat om minder dan {floor} mensen. Noem alleen de buurt of de wijk.": (
        "It is about fewer than {floor} people. Only name the neighbourhood or the district."
    ),
    "Het gaat om minder dan {floor} mensen. Kies de buurt of een groter gebied.": (
        "It is about fewer than {floor} people. Choose the neighbourhood or a larger area."
    ),
    "Kies: zelf, samen of aankaarten.": "Choose: ourselves, together or raise it elsewhere.",
    "Kies wie dit signaal volgt.": "Choose who follows this signal.",
    "Kies aan wie je dit vraagt.": "Choose whom you ask this.",
    "Laat eerst weten wat er gebeurde. Schrijf op aan wie je het vertelde.": (
        "First let people know what happened. Write down whom you told."
    ),
    "Schrijf op waarom er niemand is om het aan te vertellen.": "Write down why there is nobody to tell.",
    "Schrijf op aan wie je het vertelde.": "Write down whom you told.",
    "Kies waarom dit klaar is.": "Choose why this is done.",
    "Vul eerst cijfers of een verhaal in. Eén van de twee is genoeg.": (
        "First fill in figures or a story. One of the two is enough."
    ),
    "opgemerkt": "noticed",
    "verdiept": "looked into",
    "thuisgebracht": "handed over",
    "in behandeling": "being dealt with",
    "teruggekoppeld": "reported back",
    "afgesloten": "closed",
    "de persoon": "the person",
    "de omgeving": "the surroundings",
    "het systeem: regels, geld of wachttijd": "the system: rules, money or waiting time",
    "één straat of één gebouw": "one street or one building",
    "de buurt": "the neighbourhood",
    "de wijk": "the district",
    "meer dan één wijk": "more than one district",
    "aanbod dat er niet is": "something that is not there",
    "een dienst die verdwijnt": "a service that disappears",
    "een plek waar niet iedereen in kan": "a place that not everyone can get into",
    "de woning of het woonblok": "the home or the block",
    "veiligheid of overlast": "safety or nuisance",
    "school en jeugd": "school and youth",
    "geldregels of wachttijd": "money rules or waiting time",
    "gezondheid": "health",
    "spanning tussen mensen": "tension between people",
    "Bespreek het eerst met je eigen team.": "Talk about it with your own team first.",
    "Het ligt aan het systeem. Dat gaat via de teamleider.": (
        "The system causes it. That goes through the team leader."
    ),
    "zelf": "ourselves",
    "samen": "together",
    "aankaarten": "raise it elsewhere",
    "Het is opgelost": "It has been solved",
    "Het loopt ergens anders": "It is being dealt with elsewhere",
    "Er is geen vervolg nodig": "Nothing more is needed",
    "We weten te weinig": "We know too little",
    "Dit signaal is niet weggehaald.": "This signal was not removed.",
    "Dit signaal staat niet bij jouw signalen.": "This signal is not one of yours.",
    "Bekijk de lijst.": "Look at the list.",
    "eigen team": "own team",
    "beleidsadviseur gemeente (via teamleider)": "policy adviser of the municipality (via the team leader)",
    "initiatiefnemer zelf": "who runs the initiative",
    "beheerder van de voorziening": "manager of the facility",
    "woningcorporatie (wijkbeheerder)": "housing association (neighbourhood manager)",
    "gemeente (openbare orde)": "municipality (public order)",
    "school (intern begeleider)": "school (internal supervisor)",
    "gemeente (Wmo, werk en inkomen)": "municipality (Wmo, work and income)",
    "huisarts/POH of wijkverpleging": "GP or district nursing",
    "gemeente (toegankelijkheid)": "municipality (accessibility)",
    "gemeente wijkbeheer": "municipality, neighbourhood maintenance",
    "sociaal raadslieden": "social advisers (sociaal raadslieden)",
    "ombudsman (landelijk)": "ombudsman (national)",
    "VNG (landelijk)": "association of municipalities VNG (national)",
    "huismeester/bewonersgroep van het complex": "caretaker/residents' group of the block",
    "Veilig Thuis": "Veilig Thuis (Safe at Home)",
    # connections
    "Iedereen kent elkaar, voor zover wij weten.": "Everyone knows each other, as far as we know.",
    "Niemand van ons kent deze plek nog.": "None of us knows this place yet.",
    "Alles hangt met elkaar samen, voor zover wij weten.": "Everything is connected, as far as we know.",
    "Er staan nog geen initiatieven in het netwerk.": "There are no initiatives in the network yet.",
    "Hier is nog geen verbinding van bekend.": "No connection is known here yet.",
    "Kies twee verschillende initiatieven.": "Choose two different initiatives.",
    "Dit staat nog niet in het netwerk.": "This is not in the network yet.",
    "Dit is hetzelfde.": "This is the same.",
    "Tussen deze twee is nog geen verbinding bekend.": "No connection is known between these two yet.",
    "Onderwerp: {theme}": "Subject: {theme}",
    "deze vraag": "this question",
    "deze bewoner": "this resident",
    "dat onderwerp": "that subject",
    "die bewoner": "that resident",
    "die vraag": "that question",
    "dat initiatief": "that initiative",
    "die plek": "that place",
    "die ruimte": "that room",
    "die organisatie": "that organisation",
    "dat netwerk": "that network",
    "die collega": "that colleague",
    "dat team": "that team",
    "die gemeente": "that municipality",
    "die wijk": "that district",
    "die buurt": "that neighbourhood",
    "een vraag": "a question",
    # the team
    "Vragen bundelen": "Bringing questions together",
    "Mensen met elkaar verbinden": "Connecting people with each other",
    "Een groep of activiteit aanbieden": "Offering a group or activity",
    "Aansluiten bij wat er al is": "Joining what is already there",
    "Basisvoorzieningen in de wijk gebruiken": "Using basic facilities in the neighbourhood",
    "Signaleren": "Noticing and reporting",
    "Aanwezig zijn in de buurt": "Being present in the neighbourhood",
    "Talenten vragen": "Asking for talents",
    "geen ruimte gekregen": "were not given room",
    "geen ruimte genomen": "did not take room",
    "Er staan nog geen acties.": "There are no actions yet.",
    "Er staan nog geen ideeën": "There are no ideas yet",
    "Hier koos nog niemand iets.": "Nobody chose anything here yet.",
    "Maak één afspraak, met een datum.": "Make one agreement, with a date.",
    "In het onderzoek: minder dan 1 op de 5.": "In the research: fewer than 1 in 5.",
    "Wat zien we?": "What do we see?",
    "Bij wie en waar?": "With whom and where?",
    "Hoe vaak?": "How often?",
    "Wat betekent het voor mensen?": "What does it mean for people?",
    "Waar ligt het aan?": "What causes it?",
    "Wat zeggen bewoners?": "What do residents say?",
    "Wat vragen we, aan wie, en wanneer horen we terug?": "What do we ask, whom, and when do we hear back?",
    "Onze opdracht": "Our assignment",
    "Waar staan we? Waar willen we heen?": "Where are we now? Where do we want to go?",
    "Wat doen we al?": "What do we do already?",
    "Wat willen we meer?": "What do we want more of?",
    "Wat houdt ons tegen?": "What holds us back?",
    "Hoe zeker zijn we met groepen?": "How confident are we with groups?",
    "Waar werken we aan?": "What do we work on?",
    "Onze afspraak": "Our agreement",
    "Ons team": "Our team",
    "Je": "You",
    "Deze groep": "This group",
    "Let op: jullie denken hier verschillend over. Praat erover.": (
        "Take care: you think differently about this. Talk about it."
    ),
    "Dit tonen we niet. Anders is te zien waar één collega staat.": (
        "We do not show this. Or one could see where one colleague stands."
    ),
    "Het team wil ongeveer blijven waar het nu staat.": "The team wants to stay about where it is now.",
    "individueel": "one to one",
    "collectief": "together",
    "informeel": "informally",
    "formeel": "formally",
    "iets meer": "a bit more",
    "meer": "more",
    "vooral": "mostly",
    "meer één-op-één": "more one to one",
    "meer samen": "more together",
    "meer met bewoners": "more with residents",
    "meer met beroepskrachten": "more with professionals",
    "Deze deskundigheid mist in het team": "This expertise is missing in the team",
    "Alle deskundigheid is er.": "All expertise is there.",
    "Je zit nog niet in een team. Vraag het aan je teamleider.": (
        "You are not in a team yet. Ask your team leader."
    ),
    "Een nieuw gemiddelde komt op maandag, als minstens vijf antwoorden anders zijn. "
    "Zo ziet niemand de stip van één collega.": (
        "A new average comes on Monday, if at least five answers are different. "
        "That way nobody sees the dot of one colleague."
    ),
    "Zet minstens één stip.": "Place at least one dot.",
    "Zet de stip binnen de vier vakken.": "Place the dot inside the four fields.",
    "Kies stappen van 0,1.": "Choose steps of 0.1.",
    "Kies een cijfer van 1 tot en met 5.": "Choose a number from 1 to 5.",
    "Schrijf één afspraak op.": "Write down one agreement.",
    "Wanneer kom je hierop terug? Kies een datum.": "When will you come back to this? Choose a date.",
    "Kies een dag die nog komt.": "Choose a day that is still to come.",
    "Maak de afspraak korter. Eén of twee zinnen is genoeg.": (
        "Make the agreement shorter. One or two sentences are enough."
    ),
    "Hoe gaat het met jullie?": "How are you doing?",
    "Animo": "Appetite",
    "Hebben jullie er nog zin in? Wat geeft plezier, en wat kost te veel?": (
        "Do you still enjoy it? What gives pleasure, and what costs too much?"
    ),
    "Contacten": "People",
    "Wie helpt jullie? En wie zou je nog willen leren kennen?": (
        "Who helps you? And whom would you like to get to know?"
    ),
    "Toerusting": "Means",
    "Is er genoeg: mensen, geld, een plek, spullen? Wat is het eerst op?": (
        "Is there enough: people, money, a place, things? What runs out first?"
    ),
    "Inbedding": "Place in the neighbourhood",
    "Wie in de wijk weet van jullie? Wie zou jullie missen?": (
        "Who in the neighbourhood knows about you? Who would miss you?"
    ),
    "Empathie": "Being seen",
    "Voelen jullie je gezien? Wat kunnen wij voor jullie doen?": "Do you feel seen? What can we do for you?",
    "Deze afspraak staat niet bij jouw afspraken.": "This agreement is not one of yours.",
    "Ga terug naar Deze week.": "Go back to This week.",
    "Niets nieuws. Fijne week.": "Nothing new. Have a good week.",
    # what makes working together hard
    "Zet bij elke nieuwe vraag de vraag 'kan dit samen?'": (
        "With every new question ask: 'can this be done together?'"
    ),
    "Begin samen met een collega die groepen leuk vindt.": (
        "Start together with a colleague who likes groups."
    ),
    "Houd één keer per maand spreekuur in de buurtkamer.": (
        "Hold an open hour in the neighbourhood living room once a month."
    ),
    "Kijk welke van jouw vragen op elkaar lijken.": "Look which of your questions are alike.",
    "Klopt soms. Kijk of een maatje wel past.": "That is sometimes so. See if a buddy fits.",
    "Kies een gewone naam: eetclub, loopgroep.": "Choose an ordinary name: dinner club, walking group.",
    "Kijk bij 'Wat kan wegvallen?'.": "Look at 'What could disappear?'.",
    "Zet de bewoner voorop, niet de organisatie.": "Put the resident first, not the organisation.",
    "Ga de eerste keer mee of vraag een maatje.": "Go along the first time or ask a buddy.",
    "Begin met aansluiten bij iets dat er al is.": "Start by joining something that is already there.",
    "Neem één patroon uit je caseload als start.": "Take one pattern in your caseload as a start.",
    "Bezoek er één per week. In 'Deze week' staat wat nog niemand kent.": (
        "Visit one a week. 'This week' says what nobody knows yet."
    ),
    "Dat hoeft ook niet. Begin bij wat mensen zelf willen.": (
        "You do not have to. Start with what people want themselves."
    ),
    "Loop een keer mee met de opbouwwerker.": "Go along with the community worker once.",
    "Zet het op de agenda van het teamoverleg.": "Put it on the agenda of the team meeting.",
    "Wij hebben {answer}": "We {answer}",
    "Deze stap kan nu niet. Kies: {steps}.": "This step is not possible now. Choose: {steps}.",
}
