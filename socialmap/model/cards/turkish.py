"""The invitation card in Turkish."""

from __future__ import annotations

from socialmap.model.cards.words import CardWords

WORDS = CardWords(
    title="Siz de davetlisiniz",
    when="Ne zaman",
    when_unknown="Hangi gün olduğunu sorun",
    where="Nerede",
    cost="Ücret",
    questions="Sorularınız mı var?",
    walk_in="Haber vermeden gelebilirsiniz.",
    sign_up="Lütfen geleceğinizi önceden haber verin.",
    goes_along="Sizinle birlikte gelecek kişi:",
    scan="Daha fazla bilgi için kodu telefonunuzla okutun.",
    days=("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    months=(
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
        "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ),
    parts=("sabah", "öğleden sonra", "akşam"),
    from_until="{day}, saat {starts}–{ends}",
    from_on="{day}, saat {starts}",
    part_of_day="{day} {part}",
    fortnightly="{moment}, iki haftada bir",
    monthly="{moment}, ayda bir",
    once="{moment}, bir kez",
    on_date="{moment}, {date}",
    date="{day} {month} {year}",
    price="{amount} €",
    free="Ücretsiz",
    free_with_city_card="Stadspas kartıyla ücretsiz, kartsız her seferinde {price}",
    ask_price="Ücretini sorun",
    each_time="Her seferinde {price}",
    no_fixed_place="Sabit bir yeri yok",
    in_area="{area} mahallesinde",
    nearby="Mahallenizde",
)  # fmt: skip
