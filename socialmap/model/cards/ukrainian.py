"""The invitation card in Ukrainian."""

from __future__ import annotations

from socialmap.model.cards.words import CardWords

WORDS = CardWords(
    title="Запрошуємо вас",
    when="Коли",
    when_unknown="Запитайте, у який день",
    where="Де",
    cost="Вартість",
    questions="Є запитання?",
    walk_in="Можна просто прийти.",
    sign_up="Будь ласка, спершу повідомте, що прийдете.",
    goes_along="Хто піде разом із вами:",
    scan="Більше інформації: відскануйте код телефоном.",
    days=("понеділок", "вівторок", "середа", "четвер", "пʼятниця", "субота", "неділя"),
    months=(
        "січня", "лютого", "березня", "квітня", "травня", "червня",
        "липня", "серпня", "вересня", "жовтня", "листопада", "грудня",
    ),
    parts=("вранці", "після обіду", "увечері"),
    from_until="{day}, {starts}–{ends}",
    from_on="{day}, початок о {starts}",
    part_of_day="{day} {part}",
    fortnightly="{moment}, раз на два тижні",
    monthly="{moment}, раз на місяць",
    once="{moment}, один раз",
    on_date="{moment}, {date}",
    date="{day} {month} {year} р.",
    price="{amount} €",
    free="Безкоштовно",
    free_with_city_card="Безкоштовно з міською карткою (stadspas), без неї {price} щоразу",
    ask_price="Запитайте про ціну",
    each_time="{price} щоразу",
    no_fixed_place="Без постійного місця",
    in_area="У районі {area}",
    nearby="У вашому районі",
)  # fmt: skip
