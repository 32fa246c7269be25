"""*Klopt dit nog?*, *Dubbele vermeldingen*, *Vergelijk* and *Eigen gebieden* in English."""

from __future__ import annotations

from socialmap.model.wording_doubles import DoubleLabel
from socialmap.model.work import CheckMethod, CheckOutcome
from socialmap.ui.text_areas import CompareWords, MunicipalityWords, OwnAreaWords
from socialmap.ui.text_checks import CheckWords, ConfirmWords, SuggestWords
from socialmap.ui.text_doubles import DoubleWords

CHECKS = CheckWords(
    title="Is this still right?",
    intro="One tap is enough.",
    what="What do you check?",
    parts=(
        ("initiative", "Initiatives"),
        ("facility", "Places"),
        ("organisation", "Organisations"),
    ),
    part_counted="{part} ({n})",
    reported="Reports",
    answers=(
        (CheckOutcome.CORRECT, "Right"),
        (CheckOutcome.CHANGED, "Changed"),
        (CheckOutcome.STOPPED, "Stopped"),
        (CheckOutcome.NO_ANSWER, "Not reached"),
    ),
    how="How do you check it?",
    methods=(
        (CheckMethod.PHONE, "I call"),
        (CheckMethod.VISIT, "I drop in"),
        (CheckMethod.MAIL, "I send a mail"),
        (CheckMethod.WEBSITE, "I look at the website"),
    ),
    stand_all="{m} are waiting. What has waited longest comes first.",
    stand="This round: {n} of the {m} that are waiting. What has waited longest comes first.",
    done="{n} of {m} done",
    undo="Never mind",
    meanwhile="A colleague checked this already.",
    look="Look",
    next_round="Next round",
    round_done="This round is done. Thank you.",
    empty="Everything has been checked recently. Thank you.",
    to_map="To the map",
    only_look="Do you know how it is? Tell a community worker or social broker.",
    change_intro="Change what is different. After saving this counts as checked.",
    back_to_list="Go on with Is this still right?",
)

SUGGESTION = SuggestWords(
    title="Is this not right?",
    intro="Change what is not right. A colleague from the neighbourhood will look at it. Write no names.",
    stopped="This has stopped",
    remark="Something else, such as the day or the place",
    remark_hint="For example: is now on Thursday",
    send="Send",
    another="Report something else",
    list_intro="Someone says this is not right. You decide, line by line.",
    list_empty="There are no reports. Have a look at what has not been checked for a long time.",
    gone="This is not on the map any more.",
    now="Now",
    proposed="Proposal",
    nothing="nothing",
    same="This is there already.",
    take="Take over",
    leave="Do not take over",
    read="Done",
    change="Change it yourself",
    undo="Never mind",
)

CONFIRM = ConfirmWords(
    page_title="Is this still right?",
    page_intro="This is on the social map of the neighbourhood. Is it right?",
    unknown="We do not know that",
    yes="Yes, this is right",
    changed="Something has changed",
    changed_intro="Change what is different. Write no names.",
    stopped="This has stopped",
    remark="Something else, such as the day or the place",
    send="Send",
    not_yet="Not sent yet. Please look at:",
    not_sent="We keep nothing now. What you wrote is still there.",
    not_right="No one is in danger, send it",
    to_map="To the map",
    ask="Ask them yourself",
    close="Close",
    ask_intro="Send this mail. With the link they answer once, without logging in.",
    make="Make a link",
    mail_to="To",
    mail_subject="Subject",
    open_mail="Open in your mail",
    no_mail="We do not know a mail address. Copy the text.",
    once="Tap the text to select all of it. Copy it now: after this the link is nowhere any more.",
    waiting="Sent on {on}, works until {until}",
    revoke="Withdraw",
)

DOUBLE = DoubleWords(
    title="Double entries",
    intro="This may be on the map twice. You know if it is the same.",
    counts=(
        (DoubleLabel.ALMOST_CERTAIN, "Almost certainly the same: {n}"),
        (DoubleLabel.LIKELY, "Looks the same: {n}"),
    ),
    busy="We are looking for what is alike.",
    where="{n} of {m}",
    kinds=(
        ("facility", "Facility"),
        ("organisation", "Organisation"),
        ("initiative", "Initiative"),
    ),
    compare="What is different?",
    differs="Here they differ",
    equal="What is the same? ({n})",
    nothing_differs="Everything is the same.",
    not_known="not filled in",
    why="Why do we think so?",
    signs=(("+", "For"), ("−", "Against"), ("·", "Good to know")),
    same="This is the same",
    not_same="This is not the same",
    later="I do not know yet",
    look="Look at {name}",
    choose="What stays?",
    choose_intro="We chose what was checked last. Change what is not right.",
    both="Both together",
    filled_in="This is what we add: {names}.",
    nothing_lost="Nothing gets lost. You can always undo this.",
    merge="Merge",
    back="Back",
    take_back="Never mind",
    taken_back="That has been undone.",
    changed="A colleague changed this meanwhile. Not merged yet. Look at what is there now and choose again.",
    gone="One of the two is not there any more. A colleague was first.",
    all_later="That was all. You skipped {n}.",
    show_later="Show what I skipped",
    place_fields=("point", "facility_id"),
    together_names=(
        ("age_min", "Age"),
        ("max_participants", "How much room"),
        ("checked_on", "Checked"),
    ),
)

COMPARE = CompareWords(
    title="Compare",
    intro="Put two districts, neighbourhoods or own areas beside each other.",
    first="This area",
    second="Beside this area",
    too_few="There are no two areas to compare yet. Ask your administrator to read in neighbourhoods.",
    differences="What stands out?",
)

OWN_AREA = OwnAreaWords(
    title="Own areas",
    intro="Put whole neighbourhoods together under a name of your own. Then you can choose it on the map.",
    new="Make an own area",
    name="What is it called?",
    name_hint="Such as: the north side",
    parts="Which neighbourhoods belong to it?",
    parts_hint="Choose one or more neighbourhoods",
    save="Save",
    cancel="Cancel",
    change="Change",
    remove="Remove",
    look="Look at the map",
    undo="Undo",
    saved="{name} has been saved.",
    removed="{name} has been removed.",
    undone="It is as it was again.",
    inhabitants="{n} inhabitants (CBS)",
    drawn="The border comes from a file. Here you only change the name.",
    empty="There are no own areas yet.",
    no_areas="There are no neighbourhoods on the map yet. Ask your administrator to read them in.",
)

MUNICIPALITY = MunicipalityWords(
    title="Which municipality?",
    intro="After this you only see what belongs to that municipality. You can always switch.",
    switch_help="Go to another municipality. What you had open here will close.",
    no_folder="The data folder '{folder}' is not there.",
    no_folder_remedy="Choose a folder that is there, or make it first with 'socialmap start'.",
)
