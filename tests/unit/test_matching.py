"""The edges of domain.md 4.A, worked out by hand."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from socialmap.errors import InvalidInput
from socialmap.model.freshness import badge
from socialmap.model.people import Mobility, PeerWish
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.values import DayPart, Tri
from socialmap.model.wording import FreshnessBadge, MatchLabel, sentence
from socialmap.search.matching import Match, NotShown, Part, Weights
from socialmap.search.question import Question
from tests.unit.offers import TODAY, VOCABULARY, judged, no, offer, question, yes


def why_not(asked, found):
    left_out = judged(asked, found)
    assert isinstance(left_out, NotShown)
    return [sentence(reason) for reason in left_out.reasons]


def lines(asked, found):
    return [f"{reason.sign} {sentence(reason)}" for reason in judged(asked, found).reasons]


def part(asked, found, which):
    return judged(asked, found).parts[which]


@pytest.mark.parametrize(
    ("mobility", "straight_m", "street_m", "value"),
    [
        (Mobility.POOR, 115.0, 150, Fraction(1)),  # 149,5: a half goes up, and d0 costs nothing
        (Mobility.POOR, 116.0, 151, Fraction(349, 350)),
        (Mobility.POOR, 250.0, 325, Fraction(1, 2)),
        (Mobility.POOR, 384.0, 499, Fraction(1, 350)),
        (Mobility.WALKING, 769.0, 1_000, Fraction(0)),  # dmax itself is not excluded
        (Mobility.CYCLING, 2_307.0, 2_999, Fraction(1, 2_000)),
        (Mobility.TRANSIT, 4_615.0, 6_000, Fraction(0)),
    ],
)
def test_nearness_falls_linearly_from_d0_to_dmax(mobility, straight_m, street_m, value):
    found = judged(question(mobility=mobility), offer(east_m=straight_m))
    assert (found.distance_m, found.parts[Part.NEARNESS]) == (street_m, value)


@pytest.mark.parametrize(
    ("mobility", "straight_m", "told"),
    [
        (Mobility.POOR, 385.0, "Te ver: 11 minuten lopen."),  # 500,5 becomes 501
        (Mobility.WALKING, 770.0, "Te ver: 13 minuten lopen."),
        (Mobility.CYCLING, 2_310.0, "Te ver: 13 minuten fietsen."),
        (Mobility.TRANSIT, 6_000.0, "Te ver: 7,8 kilometer."),
    ],
)
def test_beyond_dmax_is_too_far(mobility, straight_m, told):
    assert why_not(question(mobility=mobility), offer(east_m=straight_m)) == [told]


@pytest.mark.parametrize(
    ("themes", "side", "value"),
    [
        (("eenzaamheid",), (), 1),
        (("ontmoeten",), (), Fraction(6, 10)),
        (("rouw",), (), Fraction(5, 10)),
        (("samen-eten",), (), Fraction(3, 10)),
        (("samen-eten", "rouw"), (), Fraction(5, 10)),
        (("samen-eten",), ("samen-eten",), Fraction(44, 100)),
        (("bewegen",), ("bewegen",), Fraction(20, 100)),
        (("eenzaamheid",), ("bewegen", "samen-eten"), Fraction(83, 100)),  # 0,8 + 0,2 × (0 + 0,3)/2
    ],
)
def test_the_theme_value_is_the_best_of_its_themes_and_a_fifth_for_what_was_also_asked(themes, side, value):
    assert part(question(side_themes=side), offer(themes=themes), Part.THEME) == value


def test_an_offer_about_something_else_is_not_a_candidate():
    assert judged(question(), offer(themes=("bewegen",))) is None
    assert judged(question(), offer(themes=())) is None


def test_every_reason_not_to_show_is_told():
    asked = question(
        ages=(58, 58), person_is="man", languages=("ti",), wheelchair=True, mobility=Mobility.POOR
    )
    closed = offer(
        east_m=900.0,
        status=OfferStatus.PAUSED,
        no_places_left=True,
        age_min=65,
        only_for="vrouw",
        barriers=no("rolstoel_toegankelijk"),
        access=Access.INDICATION,
    )
    assert why_not(asked, closed) == [
        "Draait nu niet.",
        "Zit vol.",
        "Is voor mensen vanaf 65 jaar.",
        "Is alleen voor vrouwen.",
        "Spreekt geen taal die u deelt.",
        "Te ver: 24 minuten lopen.",
        "Niet toegankelijk met rolstoel.",
        "Hier is een indicatie voor nodig.",
    ]


@pytest.mark.parametrize(
    ("limits", "ages", "told"),
    [
        ({"age_min": 65}, (64, 64), ["Is voor mensen vanaf 65 jaar."]),
        ({"age_max": 18}, (19, 19), ["Is voor mensen tot en met 18 jaar."]),
        ({"age_min": 12, "age_max": 18}, (78, 78), ["Is voor mensen van 12 tot en met 18 jaar."]),
        ({"age_min": 65}, (45, 64), ["Is voor mensen vanaf 65 jaar."]),
    ],
)
def test_an_age_outside_the_limits_excludes(limits, ages, told):
    assert why_not(question(ages=ages), offer(**limits)) == told


@pytest.mark.parametrize("ages", [(65, 65), (65, 74), (70, 130)])
def test_an_age_within_the_limits_asks_nothing(ages):
    assert not any("leeftijd" in line for line in lines(question(ages=ages), offer(age_min=65)))


@pytest.mark.parametrize("ages", [None, (45, 74)])
def test_an_age_that_may_fit_is_asked(ages):
    assert "? Vraag na: voor welke leeftijd is dit?" in lines(question(ages=ages), offer(age_min=65))


def test_a_group_for_women_asks_whether_men_may_come_when_we_do_not_know():
    assert "? Vraag na: is dit ook voor mannen?" in lines(question(), offer(only_for="vrouw"))
    assert "? Vraag na: is dit alleen voor lhbti?" in lines(
        question(person_is="man"), offer(only_for="lhbti")
    )
    assert not any(
        "voor mannen" in line for line in lines(question(person_is="vrouw"), offer(only_for="vrouw"))
    )


def test_a_full_group_with_a_waiting_list_is_shown_and_says_so():
    assert "− Zit vol. Er is een wachtlijst." in lines(
        question(), offer(no_places_left=True, waiting_list=True)
    )


def test_little_language_is_half_as_good_as_a_shared_one():
    asked = question(languages=("ti",))
    assert part(asked, offer(barriers=yes("weinig_taal_nodig")), Part.LANGUAGE) == Fraction(1, 2)
    assert part(asked, offer(languages=("nl", "ti")), Part.LANGUAGE) == 1
    assert why_not(asked, offer()) == ["Spreekt geen taal die u deelt."]


@pytest.mark.parametrize(
    "service", [{"home_visit": True}, {"online": True}, {"barriers": yes("haal_en_breng")}]
)
def test_what_comes_to_people_is_never_far_in_its_region(service):
    found = judged(question(mobility=Mobility.POOR), offer(east_m=9_000.0, **service))
    assert found.parts[Part.NEARNESS] == 1
    assert not any("lopen" in sentence(reason) for reason in found.reasons)


def test_a_visiting_service_at_the_other_end_of_the_country_is_too_far_but_online_is_not():
    assert why_not(question(), offer(east_m=20_000.0, home_visit=True)) == ["Te ver: 325 minuten lopen."]
    assert isinstance(judged(question(), offer(east_m=20_000.0, online=True)), Match)


def test_an_offer_without_a_point_is_half_near_and_its_place_is_asked():
    found = judged(question(), offer(east_m=None))
    assert (found.distance_m, found.minutes, found.parts[Part.NEARNESS]) == (None, None, Fraction(1, 2))
    assert "? Vraag na waar dit is." in lines(question(), offer(east_m=None))


def test_the_middle_of_an_area_is_not_a_place_but_another_region_is_too_far():
    assert judged(question(), offer(east_m=3_000.0, exact=False)).distance_m is None
    assert why_not(question(), offer(east_m=30_000.0, exact=False)) == ["Te ver: 488 minuten lopen."]


def test_a_wheelchair_is_asked_after_and_the_threshold_counts_as_one():
    for asked in (question(wheelchair=True), question(thresholds=("rolstoel",))):
        assert why_not(asked, offer(barriers=no("rolstoel_toegankelijk"))) == [
            "Niet toegankelijk met rolstoel."
        ]
        assert "? Vraag na: Je kunt naar binnen met rolstoel of rollator?" in lines(asked, offer())


@pytest.mark.parametrize(
    ("has_one", "only_social_base", "told"),
    [
        (Tri.NO, False, ["Hier is een indicatie voor nodig."]),
        (Tri.NO, True, ["Hier is een indicatie voor nodig."]),
        (Tri.UNKNOWN, True, ["Hier is een indicatie voor nodig."]),
        (Tri.YES, True, ["Hoort niet bij de sociale basis."]),
    ],
)
def test_an_indication_excludes_within_the_social_base_and_without_one(has_one, only_social_base, told):
    asked = question(has_indication=has_one, only_social_base=only_social_base)
    assert why_not(asked, offer(access=Access.INDICATION)) == told


def test_with_an_indication_and_the_filter_off_it_is_shown_and_unknown_is_asked():
    needs_one = offer(access=Access.INDICATION)
    assert isinstance(judged(question(has_indication=Tri.YES, only_social_base=False), needs_one), Match)
    assert "? Vraag na: is er een indicatie?" in lines(question(only_social_base=False), needs_one)


@pytest.mark.parametrize(
    ("wish", "peers", "value"),
    [
        (PeerWish.GLADLY, ("eenzaamheid",), 1),
        (PeerWish.GLADLY, ("rouw",), Fraction(3, 10)),
        (PeerWish.GLADLY, (), Fraction(3, 10)),
        (PeerWish.RATHER_NOT, ("rouw",), 0),
        (PeerWish.RATHER_NOT, (), 1),
        (PeerWish.NO_PREFERENCE, ("rouw",), 1),
    ],
)
def test_peers_count_as_they_are_wished(wish, peers, value):
    assert part(question(peer_wish=wish), offer(peer_themes=peers), Part.PEERS) == value


def test_a_moment_fits_or_not_or_is_unknown():
    tuesday, friday = DayPart.TUESDAY_AFTERNOON, DayPart.FRIDAY_EVENING
    can = question(available=(tuesday,))
    assert part(can, offer(moments=(tuesday, friday)), Part.TIME) == 1
    assert part(can, offer(moments=(friday,)), Part.TIME) == 0
    assert (
        part(can, offer(), Part.TIME)
        == part(question(), offer(moments=(friday,)), Part.TIME)
        == Fraction(1, 2)
    )
    assert "+ Op di-middag, dat kan." in lines(can, offer(moments=(tuesday, friday)))
    assert "− Niet op een dag die kan." in lines(can, offer(moments=(friday,)))
    assert "? Vraag na welke dag kan." in lines(can, offer())


def test_a_day_that_is_over_counts_as_not_active():
    assert why_not(question(), offer(last_day=TODAY - timedelta(days=1))) == ["Draait nu niet."]
    assert isinstance(judged(question(), offer(last_day=TODAY)), Match)


@pytest.mark.parametrize(
    ("age", "value", "told"),
    [
        (0, Fraction(1), FreshnessBadge.FRESH),
        (90, Fraction(1), FreshnessBadge.FRESH),
        (91, Fraction(274, 275), FreshnessBadge.FAIRLY),
        (180, Fraction(185, 275), FreshnessBadge.FAIRLY),
        (181, Fraction(184, 275), FreshnessBadge.CALL_FIRST),
        (364, Fraction(1, 275), FreshnessBadge.CALL_FIRST),
        (365, Fraction(0), FreshnessBadge.OUTDATED),
        (None, Fraction(0), FreshnessBadge.OUTDATED),
    ],
)
def test_freshness_fades_from_ninety_days_to_a_year(age, value, told):
    checked = None if age is None else TODAY - timedelta(days=age)
    found = judged(question(), offer(checked_on=checked))
    assert (found.parts[Part.FRESHNESS], found.badge) == (value, told)
    assert badge(checked, TODAY) is told


def test_thresholds_count_by_their_share_and_no_is_told_otherwise_than_unknown():
    asked = question(thresholds=("durft_niet_alleen", "bang_voor_groep", "geen_geld", "snel_moe"))
    found = offer(barriers=yes("maatje_eerste_keer") | no("kleine_groep", "gratis"), cost_eur=2.5)
    assert part(asked, found, Part.THRESHOLDS) == Fraction(1, 4)
    told = lines(asked, found)
    assert "+ Iemand gaat de eerste keer mee." in told
    assert "? Vraag na: Je mag later komen of eerder weg?" in told
    assert "− Dit is er niet: Kleine groep (8 of minder)." in told
    assert [line for line in told if "ratis" in line or "Kost" in line] == ["− Kost € 2,50 per keer."]


@pytest.mark.parametrize(
    ("asked", "found", "label"),
    [
        ({}, {}, MatchLabel.GOOD),
        ({}, {"themes": ("ontmoeten",)}, MatchLabel.GOOD),
        ({}, {"themes": ("rouw",)}, MatchLabel.FAIR),  # T 0,5: never good
        ({}, {"themes": ("samen-eten",)}, MatchLabel.MAYBE),  # the same life area only: never more than maybe
        ({}, {"checked_on": date(2025, 3, 2)}, MatchLabel.FAIR),  # exactly a year ago
        ({"available": (DayPart.MONDAY_MORNING,)}, {"moments": (DayPart.SUNDAY_EVENING,)}, MatchLabel.FAIR),
        ({"thresholds": ("geen_geld",)}, {"barriers": no("gratis")}, MatchLabel.FAIR),
        ({"thresholds": ("geen_geld",)}, {}, MatchLabel.GOOD),  # unknown is not no
    ],
)
def test_a_label_asks_more_than_a_score(asked, found, label):
    assert judged(question(**asked), offer(**found)).label is label


def test_a_distant_match_says_that_it_is_far():
    told = lines(question(mobility=Mobility.POOR), offer(east_m=310.0))  # 403 m: nearness 97/350
    assert "− 9 minuten lopen, dat is ver." in told
    assert not any(line.startswith("+ 9") for line in told)


def test_the_theme_asked_is_named_even_when_another_was_asked_beside_it():
    told = lines(question(side_themes=("samen-eten",)), offer())
    assert told[0] == "+ Gaat over: Eenzaamheid."
    assert (
        lines(question(), offer(themes=("rouw",)))[0] == "+ Gaat over iets dat erop lijkt: Rouw en verlies."
    )


def test_an_unknown_theme_or_threshold_is_refused_by_name():
    with pytest.raises(InvalidInput) as wrong:
        Question(
            theme="bestaat-niet", x_m=0.0, y_m=0.0, mobility=Mobility.WALKING, thresholds=("ook-niet",)
        ).check(VOCABULARY)
    assert [violation.field for violation in wrong.value.violations] == ["thema", "drempel"]


@pytest.mark.parametrize("weight", [-1, 101])
def test_a_weight_outside_0_to_100_is_refused(weight):
    with pytest.raises(InvalidInput):
        Weights(theme=weight)
