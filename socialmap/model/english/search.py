"""Whole sentences about a search, a place and an initiative: Dutch → English."""

from __future__ import annotations

PERHAPS_IN_DANGER = "Could someone be in danger?"
NOTHING_FITS = "We found nothing that fits. Choose a larger area, or ask a colleague."

SENTENCES = {
    "lijkt op: {saying}": "is like: {saying}",
    "Misschien: {themes}.": "Perhaps: {themes}.",
    "bij '{term}': {because}": "for '{term}': {because}",
    "Past goed": "Fits well",
    "Past redelijk": "Fits fairly well",
    "Past misschien": "May fit",
    "Pas gecontroleerd": "Checked recently",
    "Redelijk actueel": "Fairly up to date",
    "Bel eerst even": "Call first",
    "Mogelijk verouderd": "May be out of date",
    "Mogelijk gestopt": "May have stopped",
    "Alles wat er is, zit vol of is te ver. Zullen we iets nieuws bedenken?": (
        "Everything there is, is full or too far away. Shall we think of something new?"
    ),
    "We vonden niets dat past. Kies een groter gebied, of vraag een collega.": NOTHING_FITS,
    "Hier komen mensen samen. Bel of ga langs:": "People get together here. Call or drop in:",
    "Dit gaat over veiligheid": "This is about safety",
    "Zoek nu geen groep. Help eerst hier mee.": "Do not look for a group now. Help with this first.",
    "Bel 112 bij direct gevaar.": "Call 112 in immediate danger.",
    "Bel Veilig Thuis: 0800-2000 (gratis, dag en nacht).": (
        "Call Veilig Thuis (Safe at Home): 0800-2000 (free, day and night)."
    ),
    "Wil iemand niet meer leven? Bel 113 of 0800-0113 (gratis).": (
        "Does someone not want to live any more? Call 113 or 0800-0113 (free)."
    ),
    "Overleg met een collega of de gedragswetenschapper.": (
        "Talk with a colleague or the behavioural scientist."
    ),
    "Volg de meldcode.": "Follow the reporting code (meldcode).",
    "Is er misschien iemand in gevaar?": PERHAPS_IN_DANGER,
    "Is er iemand in gevaar? Volg de meldcode. We bewaren dit hier niet.": (
        "Is anyone in danger? Follow the reporting code (meldcode). We do not keep this here."
    ),
    "Kies eerst een onderwerp.": "Choose a subject first.",
    "Dit onderwerp bestaat niet.": "This subject does not exist.",
    "Deze drempel bestaat niet.": "This threshold does not exist.",
    "Kies een heel getal van 0 tot en met 100.": "Choose a whole number from 0 to 100.",
    "Kies een buurt. Dan weten we wat dichtbij is.": "Choose a neighbourhood. Then we know what is nearby.",
    "Schrijf een taal als twee of drie letters, zoals nl of ar.": (
        "Write a language as two or three letters, such as nl or ar."
    ),
    "Vul dit aan en zoek opnieuw.": "Complete this and search again.",
    "Pas dit aan en probeer het opnieuw.": "Change this and try again.",
    "Iemand anders heeft dit ook aangepast.": "Someone else changed this too.",
    "Bekijk beide versies en kies welke klopt.": "Look at both versions and choose the right one.",
    "Je mag dit niet zien. Vraag het aan je teamleider.": "You may not see this. Ask your team leader.",
    "Kies een andere rol of ga terug.": "Choose another role or go back.",
    "Dit is er niet of is verwijderd.": "This is not there, or was removed.",
    "Zoek het opnieuw op.": "Look it up again.",
    # how an initiative is told
    ", om de week": ", every other week",
    ", één keer per maand": ", once a month",
    "{moment}, eenmalig": "{moment}, once",
    "{day} {times} uur": "{day} {times}",
    "U kunt gewoon binnenlopen.": "You can just walk in.",
    "Meld u eerst aan.": "Please sign up first.",
    "Dit is voor een bepaalde groep.": "This is for a particular group.",
    "U hebt een verwijzing nodig.": "You need a referral.",
    "U hebt een indicatie nodig.": "You need a formal care decision (indicatie).",
    "Gratis met stadspas, anders {price} per keer": "Free with a city pass, otherwise {price} each time",
    "Gratis": "Free",
    "Vraag na wat het kost": "Ask what it costs",
    "{price} per keer": "{price} each time",
    "Alle buurtbewoners": "Everyone in the neighbourhood",
    "Van {low} tot en met {high} jaar": "Aged {low} to {high}",
    "Vanaf {low} jaar": "Aged {low} and over",
    "Tot en met {high} jaar": "Up to {high} years old",
    "Geen vaste plek": "No fixed place",
    "In {area}": "In {area}",
    "In de buurt": "In the neighbourhood",
    # the lists of the forms
    "Slecht ter been": "Has difficulty walking",
    "Lopend": "On foot",
    "Met de fiets": "By bike",
    "Met bus, tram of auto": "By bus, tram or car",
    "Maakt niet uit": "It does not matter",
    "Graag met lotgenoten": "Yes, gladly",
    "Liever niet met lotgenoten": "Rather not",
    "Gewoon binnenlopen": "Just walk in",
    "Aanmelden": "Sign up",
    "Voor een bepaalde groep": "For a particular group",
    "Met een verwijzing": "With a referral",
    "Met een indicatie": "With a formal care decision (indicatie)",
}
