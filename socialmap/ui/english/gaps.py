"""*Waar is te weinig?*, *Wat kan wegvallen?* and *Hoe is het aanbod verdeeld?* in English."""

from __future__ import annotations

from socialmap.model.wording_footing import FootingLevel
from socialmap.model.wording_gap_numbers import NO_OFFER
from socialmap.model.wording_gaps import SpotCategory
from socialmap.ui.text_gaps import FallingWords, SpreadWords, TooLittleWords

TOO_LITTLE = TooLittleWords(
    title="Where is too little?",
    intro="Few questions does not mean that there are no questions.",
    district="District",
    group="Life area",
    map_title="The neighbourhoods, coloured by questions and supply for {group}",
    not_shown="Not shown",
    not_shown_help="Hatched: we do not show how many people here have a question.",
    categories=(
        (SpotCategory.WHITE_SPOT, "wit", "!!"),
        (NO_OFFER, "leegte", "0"),
        (SpotCategory.TIGHT, "krap", "!"),
        (SpotCategory.UNKNOWN, "onbekend", "?"),
        (SpotCategory.BALANCED, "balans", "="),
        (SpotCategory.AMPLE, "ruim", "+"),
        (SpotCategory.NOTHING_SPECIAL, "gewoon", "·"),
    ),
    lacking="What is missing here?",
    nothing_lacking="Nothing is missing here, as far as we know.",
    far="You have to go further for this",
    look="Look at the neighbourhood",
    signal="Make a signal",
    think="Think of something",
    empty="There is no neighbourhood with a large shortage. Go and look for yourself too.",
    no_areas="There are no neighbourhoods on the map yet. Ask your administrator to read them in.",
)

FALLING = FallingWords(
    title="What could disappear?",
    intro="These initiatives rest on few shoulders or little money.",
    levels="How firm is it?",
    level_counted="{level} ({n})",
    level_meaning=(
        (FootingLevel.VULNERABLE, "This can disappear soon. Go and visit."),
        (FootingLevel.ATTENTION, "This stands, but not on all points."),
        (FootingLevel.FIRM, "This is doing well now."),
    ),
    score="{score} out of 100",
    score_help="The higher, the sooner it could disappear. Every point says why.",
    signs=(("+", "Firm"), ("?", "Ask"), ("−", "Weak point")),
    nothing="There is nothing to join here yet. Do you know something? Add it.",
    empty="Everything is firm now.",
    empty_level="There is nothing here now.",
    more="Show more",
    look="Look",
    what_if="What would be lost?",
    visit="Go and visit",
    close="Close",
    what_if_title="What is lost if this person who leads it stops?",
    what_if_intro="This is a try-out. Nothing changes.",
    which="If person {n} of the {m} who lead it stops",
    nothing_stops="Nothing stops. But less is left.",
    worse="This changes in the neighbourhood",
    fewer="Places per week in the neighbourhood",
    visit_intro="Five questions to take along. Above all, listen.",
    visit_day="When will you visit?",
    visit_save="Put in your calendar",
    visit_saved_where="You get a file for your own calendar. We keep nothing.",
)

SPREAD = SpreadWords(
    title="How is the supply divided?",
    intro="From one to one to together. From professional to resident.",
    area="Neighbourhood",
    everything="Everything",
    nothing="There is nothing to join here yet. Do you know something? Add it.",
    plot_title="Every initiative in its place in the four fields",
    plot_help="Point at a dot, or tap it. Then you see which initiative it is.",
    ends=("one to one", "together", "professional", "resident"),
    and_more="and {n} more",
    list_title="All initiatives as a list",
    grid_title="By life area",
    grid_help="Something can be in more fields. Then it counts in each field.",
    nothing_here="There is nothing in this field yet.",
    show_empty="Show empty fields ({n})",
    no_empty="There are no empty fields.",
    look="Look at the list",
    people_title="For whom is there nothing nearby?",
    people_help="Nearby is a walk of 1 kilometre, from the middle of the neighbourhood.",
    people_counted="{area}: nothing nearby for {n} groups",
    people_none="{area}: there is something nearby for everyone",
    thresholds_title="What do we know about thresholds?",
    thresholds_help="Unknown is not the same as no. Go and ask.",
    answers=("yes", "no", "we do not know"),
    trend_title="Is more being done together?",
    trend_help="The part of the initiatives where people do something together, by quarter.",
    trend_none="Of too few initiatives we know when they started.",
)
