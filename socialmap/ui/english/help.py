"""The help page in English. Titles of Dutch books and articles stay as they are."""

from __future__ import annotations

from socialmap.ui.text_help import CollectiveWords, HelpWords, Source, TriedWords

COLLECTIVE = CollectiveWords(
    title="Working on questions together",
    intro="A question does not always have to be one to one. Sometimes more people have the same question.",
    goals_title="The three goals",
    goals=(
        "Connect residents' questions with each other. "
        "Something shared comes out of it, or you join what is already there.",
        "Join facilities in the neighbourhood, prevent worse, "
        "and help people take part. Together with their network too.",
        "See what is behind the questions: in rules, in the neighbourhood or in society.",
    ),
    goals_source=(
        "After Binkhorst (2016) and Scholte & Sprinkhuizen (2017), in Teekman and Algera. "
        "The fourteen social workers in Zwolle they spoke with worked mostly on goal 1. "
        "Goal 3 was rare. That is a finding, not a norm."
    ),
    definition=(
        "The Wmo-werkplaats Utrecht says it is about connecting: bringing residents' questions together, "
        "so that you can take them up together. Movisie quotes this."
    ),
    start_title="How do you start?",
    start=(
        "Join something that is already there.",
        "Ask if a group can grow.",
        "Start something new if there is nothing. Ask residents first.",
        "Find a buddy if a group does not fit.",
        "Pass on what you see again and again.",
    ),
    beacons_title="The eight beacons of Welzijn Nieuwe Stijl",
    beacons=(
        "Focused on the question behind the question",
        "Based on people's own strength",
        "Going straight to people",
        "Formal and informal in the best proportion",
        "A well-considered balance of collective and individual",
        "Working across fields",
        "Not without obligation, but aimed at results",
        "Room for the professional",
    ),
    balance=5,
    beacons_after="Beacon 5 matters most here. Not everything has to be together. It is about the balance.",
    fields_title="The four fields",
    fields_intro="Everything on the map has a place in these four fields. No field is better.",
    left="one to one",
    right="together",
    above="by professionals",
    below="by residents",
    fields=(
        ("LB", "A talk with or help from a professional"),
        ("RB", "A course or a group with a facilitator"),
        ("LO", "A buddy, or help from a neighbour"),
        ("RO", "A shared meal or a garden run by residents"),
    ),
    crafts_title="Every profession matters",
    crafts=(
        ("Social casework", "helps people to get their life in order again."),
        ("Community work", "helps residents to achieve something together."),
        ("Social broker", "knows what is going on and brings people together."),
        ("Youth work", "goes to young people where they are."),
        ("Work with older people", "helps older people to keep taking part."),
        ("Social advice (sociaal raadslieden)", "know the rules and help with letters."),
        ("Children and families", "helps children and parents, preferably close to home."),
        ("Mental health care", "helps when someone is confused or feeling low."),
        ("District nursing", "gives care at home and sees much behind the front door."),
        ("Wmo adviser", "arranges support for which a formal care decision is needed."),
        ("Work and income", "helps with work, and with benefits."),
        ("Team leader", "makes room to do this work together."),
    ),
    quote="“Happiness is other people.”",
    quote_by="Patrick van Hees, quoted by Lilian Linders",
)

HELP = HelpWords(
    tried=TriedWords(
        title="The sentences we tried danger with",
        intro=(
            "We kept these sentences apart. The program did not learn from them. "
            "So we see whether it also hears danger in words it does not know. That does not always work. "
            "Is the program in doubt? Then it asks whether someone may be in danger. "
            "Whoever wrote the rules for danger did know some of the sentences."
        ),
        about="About",
        acute="There is danger",
        alike="It only looks like it",
        kinds=(
            ("geweld-thuis", "Violence at home"),
            ("acuut-gevaar", "Immediate danger"),
            ("niet-meer-leven", "Not wanting to live any more"),
            ("dwang", "Force and exploitation"),
            ("kind-in-gevaar", "A child in danger"),
            ("oudere-in-gevaar", "An older person in danger"),
        ),
        total="Together",
        nothing="And {n} sentences about nothing in particular, such as a greeting or the weather.",
        always="In these {n} ordinary sentences (in Dutch) it always hears danger. From these it did learn.",
    ),
    title="Help",
    intro="Here you read how it works and where the data come from.",
    contents="On this page",
    collective=COLLECTIVE,
    search_title="How searching works",
    search=(
        "We look at seven things. Each part gives points. Together that is at most {total}.",
        "First, what is not possible is left out: too far, full, another language, not for this age. "
        "You see that under ‘This did not fit’, with the reason.",
        "Is there nothing? Then we look further away or wider. It says so.",
        "Whose it is and what it costs does not change the order.",
    ),
    part="Part",
    points="Points",
    labels_title="What does ‘fits well’ mean?",
    label_rule="{label}: from {score} points, and the subject is close enough.",
    label_rest="{label}: the rest. Look at it together.",
    label_good="‘Fits well’ is only for what is at a time that is possible, and was checked recently.",
    reach_title="How far is too far?",
    reach="{who}: up to {near} metres is nearby, further than {far} metres is too far.",
    reach_names=(
        ("slecht_ter_been", "Has difficulty walking"),
        ("lopend", "On foot"),
        ("fiets", "By bike"),
        ("ov_auto", "By bus, tram or car"),
    ),
    streets=(
        "Do we know the streets? Then we measure along the streets. Who lives across the water walks round "
        "by the bridge. With a wheelchair or walker nobody goes over steps. Do we not know the streets? "
        "Then we estimate: in a straight line, with almost a third added. Every answer says what we did."
    ),
    unknown="Is there something we do not know? Then there is a question. Not knowing is not a no.",
    words_title="What words cannot do",
    words=(
        "Write it in Dutch, as someone says it. We look for words from our list and sentences like it.",
        "We do not understand sentences. To us ‘not lonely’ looks like ‘lonely’.",
        "With each subject it says why: the word, or the sentence it is like. Not right? Choose yourself.",
        "Do we not know? Then we say so. You choose a part of life yourself.",
        "It all happens on this computer. What you write we do not keep and do not send anywhere.",
        "Do we recognise danger? Then you first see whom you can call. Also when we are wrong.",
        "Do we see no danger? Then it can still be there. Trust what you see yourself.",
        "We tried sentences about violence, force, not wanting to live, children and older people in danger.",
        "Also with sentences that only look like danger. Said very indirectly, we often still miss it.",
    ),
    privacy_title="What we keep and what we do not",
    privacy_lead="We write down what you want, not who you are.",
    privacy=(
        "We keep nothing of a search. No words, no place, no result.",
        "An address becomes a neighbourhood at once. After that the address is gone.",
        "After ten minutes without a touch the search is empty. Also when you choose another role.",
        "On the map you see what there is in the neighbourhood. Never who has a problem.",
        "Nothing goes to other companies. The map too comes from our own computer.",
        "People do not get points. Only something to go to gets points.",
    ),
    fresh_title="Is it still right?",
    fresh_intro="Everything says how long ago someone checked it.",
    limits_title="What this cannot do",
    limits=(
        "What stands out is not proof. A number is the start of a conversation.",
        "Questions that were written down are not all questions. Many people ask nothing.",
        "Groups do not solve everything. Of ten ways that were studied to make older people less lonely, "
        "two helped (Fokkema and Van Tilburg, 2007).",
        "Not every question fits in a group. Some things you talk about with just the two of you.",
        "Professionals say that working together makes better use of time and money. When that is so "
        "is hard to prove. Movisie says this too.",
        "The computer makes suggestions. Residents and you decide.",
    ),
    glossary_title="Words and what they mean",
    glossary_intro="Every profession has its own words. Here they are side by side, in Dutch.",
    also="Also: {words}",
    said="Who says what?",
    sources_title="Sources",
    sources_intro="We learned a lot from these.",
    sources=(
        Source(
            "Collectief werken in het sociaal domein: veel woorden, daden blijven nog achter",
            "Christel Teekman and Marco Algera, Centrum voor Samenlevingsvraagstukken, Hogeschool Viaa",
        ),
        Source(
            "Sociaal werk kan niet zonder collectieve hulpverlening",
            "Lilian Linders, with responses from two readers",
        ),
        Source(
            "Individueel en collectief werken in wijkteams: meer oog voor het collectieve",
            "Centrum voor Samenlevingsvraagstukken, Hogeschool Viaa, Werkplaats Sociaal Domein regio Zwolle",
        ),
        Source(
            "Collectief ondersteuningsvragen van inwoners oppakken. Wat knelt?",
            "Els Hofman and Joost de Haan, Movisie",
        ),
        Source(
            "Interview over de waarde van collectief werken in sociale wijkteams",
            "Marcel Spierts, interviewed by Jaap Ikink, KIONN conference, 22 April 2016",
        ),
    ),
    more_sources_title="And also",
    more_sources=(
        "Movisie and Verwey-Jonker Instituut: what the sociale basis (community support) is",
        "Canon Sociaal Werk and Platform31: the beacons of Welzijn Nieuwe Stijl",
        "CROW and Alles over sport: how far people walk",
        "Autoriteit Persoonsgegevens: writing down as little as possible",
        "CBS: neighbourhoods and their figures",
    ),
)
