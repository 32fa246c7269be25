"""The invitation card in Polish."""

from __future__ import annotations

from socialmap.model.cards.words import CardWords

WORDS = CardWords(
    title="Serdecznie zapraszamy",
    when="Kiedy",
    when_unknown="Proszę zapytać o dzień",
    where="Gdzie",
    cost="Koszt",
    questions="Pytania?",
    walk_in="Można po prostu przyjść.",
    sign_up="Prosimy wcześniej dać znać o swoim przyjściu.",
    goes_along="Kto pójdzie razem z Panem/Panią:",
    scan="Więcej informacji: proszę zeskanować kod telefonem.",
    days=("poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"),
    months=(
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
        "lipca", "sierpnia", "września", "października", "listopada", "grudnia",
    ),
    parts=("rano", "po południu", "wieczorem"),
    from_until="{day}, godz. {starts}–{ends}",
    from_on="{day}, godz. {starts}",
    part_of_day="{day} {part}",
    fortnightly="{moment}, co dwa tygodnie",
    monthly="{moment}, raz w miesiącu",
    once="{moment}, jednorazowo",
    on_date="{moment}, {date}",
    date="{day} {month} {year}",
    price="{amount} €",
    free="Bezpłatnie",
    free_with_city_card="Bezpłatnie z kartą miejską (stadspas), bez karty {price} za każdym razem",
    ask_price="Proszę zapytać o cenę",
    each_time="{price} za każdym razem",
    no_fixed_place="Bez stałego miejsca",
    in_area="W dzielnicy {area}",
    nearby="W okolicy",
)  # fmt: skip
