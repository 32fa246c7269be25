"""Nederlands · English: chosen by a person, kept for her session, and never seen in another one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.model.language import Language, english_sentences
from socialmap.privacy.roles import Role
from socialmap.ui import session
from socialmap.ui.navigation import TOGETHER
from socialmap.ui.text import texts_in
from tests.ui.handling import plain, press, said
from tests.unit.test_english import pairs

Opener = Callable[..., AppTest]
LINDEHOF = "BU99990101"
SAMIRA = "samira-el-idrissi"
ENGLISH, DUTCH = texts_in(Language.ENGLISH), texts_in(Language.DUTCH)
TYPED = {
    "de buurt", "bij elkaar", "Bewonersgroep", "beroepskracht", "een vraag", "meer samen", "één op één",
    "opbouwwerker", "wijkverpleging", "maatschappelijk werk",
}  # fmt: skip
"""Words of ours that are also in what people wrote down themselves, in the town or in the list of words."""


def dutch_pieces() -> frozenset[str]:
    """Every piece of a Dutch text of ours that cannot be an English one by chance."""
    texts = [(dutch, english) for _, dutch, english in pairs(DUTCH, ENGLISH, "")]
    found = set()
    for dutch, english in [*texts, *english_sentences().items()]:
        if dutch != english:
            found |= {piece.strip() for piece in re.split(r"\{[^}]*\}|\*\*", dutch)}
    spoken = {english for _, english in texts} | set(english_sentences().values())
    return frozenset(
        piece
        for piece in found
        if (" " in piece or len(piece) > 11) and len(piece) > 7
        if not any(piece in english for english in spoken) and piece not in TYPED
    )


_DUTCH_ON_PURPOSE = re.compile(r"<div lang=nl>.*?</div>", re.DOTALL)
PIECES = dutch_pieces()
ENGLISH_PIECES = frozenset(
    english
    for english in english_sentences().values()
    if " " in english and "{" not in english and len(english) > 12
) | {" people ", "They are in", "The names are"}


def shown(app: AppTest) -> str:
    """Everything that stands on a screen: text, the labels of fields and what can be chosen in them."""
    texts = [each.body for each in app.get("html")]
    texts += [
        each.value for kind in ("markdown", "title", "caption", "info", "warning") for each in app.get(kind)
    ]
    for kind in (
        "button",
        "selectbox",
        "text_input",
        "text_area",
        "toggle",
        "checkbox",
        "date_input",
        "radio",
    ):
        texts += [each.label for each in app.get(kind)]
    texts += [str(each.placeholder) for each in app.get("text_input")]
    for kind in ("button_group", "selectbox", "radio"):
        texts += [str(option) for each in app.get(kind) for option in getattr(each, "options", ())]
    return plain(_DUTCH_ON_PURPOSE.sub(" ", " ".join(texts)))


def left_in_dutch(app: AppTest) -> set[str]:
    text = shown(app)
    return {piece for piece in PIECES if piece in text}


def in_english(app: AppTest) -> AppTest:
    return press(app, "taal_en")


@pytest.fixture
def find(find: Callable[..., AppTest]) -> Callable[[], AppTest]:
    return lambda: in_english(find())


def private(app: AppTest, name: str) -> str:
    return f"{session.PRIVATE}{app.session_state['zoek_ronde']}_{name}"


def searched(app: AppTest, *, area: str | None = LINDEHOF, words: str = "zit de hele dag alleen") -> AppTest:
    app.text_input(key=private(app, "woorden")).set_value(words).run()
    if area:
        app.selectbox(key=private(app, "buurt")).set_value(area).run()
    return press(app, "zoek")


def test_the_first_screen_offers_both_languages_and_changes_at_once(opened: Opener) -> None:
    app = opened(role=None)
    assert [title.value for title in app.title] == ["Wie ben je?"]
    app = in_english(app)
    assert [title.value for title in app.title] == ["Who are you?"]
    assert [title.value for title in press(app, "taal_nl").title] == ["Wie ben je?"]


def test_the_choice_stays_with_another_role_and_another_screen(opened: Opener) -> None:
    app = press(in_english(opened(role=None)), "rol_PROFESSIONAL")
    assert [title.value for title in app.title] == ["Search for someone"]
    app = press(app, "andere_rol")
    assert [title.value for title in app.title] == ["Who are you?"]


def test_an_address_can_ask_for_english(opened: Opener) -> None:
    assert [title.value for title in opened(role=None, taal="en").title] == ["Who are you?"]
    assert [title.value for title in opened(role=None, taal="xx").title] == ["Wie ben je?"]


def test_one_persons_language_is_not_seen_in_another_session(opened: Opener) -> None:
    hers, his = opened(role=None), opened(role=None)
    hers = in_english(hers)
    assert [title.value for title in his.run().title] == ["Wie ben je?"]
    assert [title.value for title in hers.run().title] == ["Who are you?"]
    his = press(his, "rol_PROFESSIONAL")
    assert [title.value for title in his.title] == ["Zoek voor iemand"]
    assert [title.value for title in hers.run().title] == ["Who are you?"]


def test_the_page_itself_says_in_which_language_it_is(opened: Opener) -> None:
    app = in_english(opened(role=None))
    assert any('data-language="en"' in each.body for each in app.get("html"))


def test_the_form_of_a_search_is_all_english(find: Callable[[], AppTest]) -> None:
    assert not left_in_dutch(find())


def test_what_should_not_stand_in_the_words_is_told_in_english(find: Callable[[], AppTest]) -> None:
    app = find()
    app.text_input(key=private(app, "woorden")).set_value("mevrouw jansen is 78 jaar en zit alleen").run()
    assert "This may be a name. Take it away." in said(app)
    assert "misschien een naam" not in said(app)


def test_what_was_found_and_why_is_told_in_english(find: Callable[[], AppTest]) -> None:
    app = searched(find())
    text = shown(app)
    assert "Is about: Loneliness." in text
    assert re.search(r"\d minutes on foot along the streets\.", text)
    assert "Distances are along the streets." in text
    assert not left_in_dutch(app)


def test_a_resident_reads_english_too(find: Callable[[], AppTest]) -> None:
    app = press(searched(find()), "naar_bewoner")
    assert "This is what you can do" in shown(app)
    assert not left_in_dutch(app)


def test_a_refused_search_says_in_english_what_is_missing(find: Callable[[], AppTest]) -> None:
    app = searched(find(), area=None)
    assert "Choose a neighbourhood. Then we know what is nearby." in shown(app)


def test_the_safety_card_is_in_english(find: Callable[[], AppTest]) -> None:
    app = find()
    app.text_input(key=private(app, "woorden")).set_value("mijn man slaat mij").run()
    text = shown(app)
    assert "This is about safety" in text
    assert "Call 112" in text
    assert not left_in_dutch(app)


SCREENS = sorted({door.file for door in TOGETHER} | {"map_page.py", "add_offer.py", "help_page.py"})


@pytest.mark.parametrize("file", SCREENS)
def test_every_screen_is_in_english(opened: Opener, file: str) -> None:
    role = Role.ADMINISTRATOR if file == "read_list.py" else Role.COMMUNITY_WORKER
    app = opened(role)
    app.session_state["collega"] = SAMIRA
    app.switch_page(f"pages/{file}")
    assert not left_in_dutch(in_english(app.run()))


OPENED = ("initiative:koffie-in-de-linde", "facility:buurthuis-de-linde", f"area:{LINDEHOF}")


@pytest.mark.parametrize("thing", OPENED)
def test_what_is_open_beside_the_map_is_told_in_english(opened: Opener, thing: str) -> None:
    app = in_english(opened(Role.COMMUNITY_WORKER, open=thing))
    assert (
        "Wheelchair" in shown(app) or "What there is" in shown(app) or "You can just walk in." in shown(app)
    )
    assert not left_in_dutch(app)


def test_a_refused_form_says_in_english_what_is_missing(opened: Opener) -> None:
    app = opened(Role.BROKER)
    app.switch_page("pages/add_offer.py")
    app = in_english(app.run())
    save = next(button for button in app.button if button.label == ENGLISH.add.save)
    app = save.click().run()
    text = shown(app)
    assert "Not saved yet." in text
    assert "What does this help with? Choose at least one subject." in text
    assert not left_in_dutch(app)


def test_an_idea_is_told_in_english(opened: Opener) -> None:
    app = opened(Role.COMMUNITY_WORKER)
    app.session_state["collega"] = SAMIRA
    app.switch_page("pages/ideas.py")
    app = in_english(app.run())
    first = next(button for button in app.button if button.label == ENGLISH.idea.look)
    app = first.click().run()
    assert ENGLISH.idea.back in shown(app)
    assert not left_in_dutch(app)


def test_an_error_of_a_button_is_told_in_the_language_of_its_session(opened: Opener) -> None:
    """A button runs before the page does, in a thread that was just made."""
    app = opened(Role.BROKER)
    app.switch_page("pages/own_areas.py")
    app = press(in_english(app.run()), "nieuw_gebied")
    app = press(app, "bewaar_gebied")
    assert "What is this own area called? Fill in a name." in shown(app)


@pytest.mark.parametrize("file", ["ideas.py", "doubles.py", "signals.py", "white_spots.py"])
def test_what_was_worked_out_for_an_english_session_is_dutch_for_the_next(opened: Opener, file: str) -> None:
    """Some answers are remembered for everybody."""
    for language in (Language.ENGLISH, Language.DUTCH):
        app = opened(Role.COMMUNITY_WORKER)
        app.session_state["collega"] = SAMIRA
        app.switch_page(f"pages/{file}")
        text = shown(in_english(app.run()) if language is Language.ENGLISH else app.run())
    assert not {english for english in ENGLISH_PIECES if english in text}
