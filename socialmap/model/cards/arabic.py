"""The invitation card in Arabic, read from right to left."""

from __future__ import annotations

from socialmap.model.cards.words import CardWords

WORDS = CardWords(
    title="أهلاً وسهلاً بك",
    when="متى",
    when_unknown="اسأل عن اليوم",
    where="أين",
    cost="التكلفة",
    questions="هل لديك أسئلة؟",
    walk_in="يمكنك أن تأتي مباشرة دون موعد.",
    sign_up="من فضلك أخبرهم قبل أن تأتي.",
    goes_along="الشخص الذي سيذهب معك:",
    scan="لمزيد من المعلومات، امسح الرمز بهاتفك.",
    days=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    months=(
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    parts=("صباحاً", "بعد الظهر", "مساءً"),
    from_until="يوم {day}، من الساعة {starts} إلى الساعة {ends}",
    from_on="يوم {day}، الساعة {starts}",
    part_of_day="يوم {day} {part}",
    fortnightly="{moment}، كل أسبوعين",
    monthly="{moment}، مرة في الشهر",
    once="{moment}، مرة واحدة",
    on_date="{moment}، {date}",
    date="{day} {month} {year}",
    price="{amount} يورو",
    free="مجاناً",
    free_with_city_card="مجاناً مع بطاقة المدينة (stadspas)، وبدونها {price} في كل مرة",
    ask_price="اسأل عن السعر",
    each_time="{price} في كل مرة",
    no_fixed_place="لا يوجد مكان ثابت",
    in_area="في حي {area}",
    nearby="في حيّك",
)  # fmt: skip
