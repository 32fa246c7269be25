"""The invitation card in Tigrinya."""

from __future__ import annotations

from socialmap.model.cards.words import CardWords

WORDS = CardWords(
    title="እንቋዕ ብደሓን መጻእኩም",
    when="መዓስ",
    when_unknown="ነታ መዓልቲ ሕተቱ",
    where="ኣበይ",
    cost="ዋጋ",
    questions="ሕቶ ኣለኩም ዶ?",
    walk_in="ብዘይ ቆጸራ ክትመጹ ትኽእሉ ኢኹም።",
    sign_up="ብኽብረትኩም ቅድሚ ምምጻእኩም ኣፍልጡ።",
    goes_along="ምሳኹም ዝኸይድ ሰብ፦",
    scan="ንተወሳኺ ሓበሬታ ነዚ ኮድ ብተሌፎንኩም ስካን ግበርዎ።",
    days=("ሰኑይ", "ሰሉስ", "ረቡዕ", "ሓሙስ", "ዓርቢ", "ቀዳም", "ሰንበት"),
    months=(
        "ጥሪ", "ለካቲት", "መጋቢት", "ሚያዝያ", "ግንቦት", "ሰነ",
        "ሓምለ", "ነሓሰ", "መስከረም", "ጥቅምቲ", "ሕዳር", "ታሕሳስ",
    ),
    parts=("ንግሆ", "ድሕሪ ቀትሪ", "ምሸት"),
    from_until="{day}፡ ካብ ሰዓት {starts} ክሳብ {ends}",
    from_on="{day}፡ ሰዓት {starts}",
    part_of_day="{day} {part}",
    fortnightly="{moment}፡ ኣብ ክልተ ሰሙን ሓደ ግዜ",
    monthly="{moment}፡ ኣብ ወርሒ ሓደ ግዜ",
    once="{moment}፡ ሓደ ግዜ ጥራይ",
    on_date="{moment}፡ {date}",
    date="{day} {month} {year}",
    price="{amount} ዩሮ",
    free="ብነጻ",
    free_with_city_card="ብናይ ከተማ ካርድ (stadspas) ብነጻ፡ ብዘይ ካርድ ግን {price} ንሓደ ግዜ",
    ask_price="ዋጋኡ ሕተቱ",
    each_time="{price} ንሓደ ግዜ",
    no_fixed_place="ቀዋሚ ቦታ የብሉን",
    in_area="ኣብ {area}",
    nearby="ኣብ ከባቢኹም",
)  # fmt: skip
