"""Dubbele vermeldingen: who may see it, the three answers, choosing what stays, and the way back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.model.doubles import Distinction
from socialmap.model.provision import Facility
from socialmap.privacy.roles import Role
from socialmap.settings import Settings
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.spec.calls_doubles import TWIN
from tests.town import DE_LINDE, TODAY
from tests.town import opened as opened_town
from tests.ui.handling import press, told

Opener = Callable[..., AppTest]
MAY = {Role.COMMUNITY_WORKER, Role.BROKER, Role.ADMINISTRATOR}
STAYS = f"facility_{DE_LINDE.id}_{TWIN.id}"


@pytest.fixture
def dobberdam(saved_town: Path, tmp_path: Path, opened: Opener) -> Iterator[Path]:
    """The screens on Dobberdam, with Buurthuis De Linde on two lists."""
    folder = Path(shutil.copytree(saved_town, tmp_path / "dobberdam"))
    with_twin(folder)
    session.use_settings(Settings(folder=folder, today=TODAY.isoformat()))
    return folder


def with_twin(folder: Path, **changed: object) -> None:
    with opened_town(folder) as workspace:
        workspace.catalogue.save(
            [replace(TWIN, **changed)], actor="proef", action="proef", at=workspace.clock()
        )


def stored(folder: Path, name: str) -> Facility | None:
    with opened_town(folder) as workspace:
        found = workspace.catalogue.find(Facility, name)
        return found.entity if found else None


def page(opener: Opener, role: Role = Role.BROKER) -> AppTest:
    app = opener(role)
    app.switch_page("pages/doubles.py")
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("role", list(Role))
def test_who_may_change_what_there_is_sees_it_and_others_a_friendly_refusal(
    opened: Opener, role: Role
) -> None:
    app = page(opened, role)
    if role in MAY:
        assert TEXT.double.title in told(app)
        assert not app.warning
    else:
        assert app.warning[0].value.startswith("**Je mag dit niet zien.")
    assert not app.error


def test_nothing_double_says_so(opened: Opener) -> None:
    assert "Er staat niets dubbel op de kaart, voor zover wij zien." in told(page(opened))


def test_the_two_stand_side_by_side_with_what_differs_marked(opened: Opener, dobberdam: Path) -> None:
    text = told(page(opened))
    assert "1 van 1 · Lijkt hetzelfde: 1" in text
    assert "Buurthuis De Linde en De Linde" in text
    assert "Ze liggen 32 meter uit elkaar." in text
    assert "Telefoon niet ingevuld 038-5550123" in text
    assert "Wat is gelijk?" in text
    assert "Voor: Het adres is hetzelfde." in text


def test_the_same_asks_what_stays_and_merges(opened: Opener, dobberdam: Path) -> None:
    app = press(page(opened), "hetzelfde")
    assert TEXT.double.choose in told(app)
    assert "Dit vullen we aan: Open, Beheerder, Telefoon, Nagekeken." in told(app)
    app.radio(key=f"blijft_name_{STAYS}").set_value("tweede")
    app = press(app, "voeg_samen")
    assert "'Buurthuis De Linde' en 'De Linde' zijn nu één." in told(app)
    assert "Er staat niets dubbel op de kaart" in told(app)
    assert stored(dobberdam, TWIN.id) is None
    whole = stored(dobberdam, DE_LINDE.id)
    assert whole is not None
    assert (whole.name, whole.phone) == ("De Linde", TWIN.phone)
    app = press(app, "toch_niet")
    assert TEXT.double.taken_back in told(app)
    assert "Buurthuis De Linde en De Linde" in told(app)
    assert stored(dobberdam, TWIN.id) == TWIN


def test_not_the_same_is_kept_for_good_and_can_be_taken_back(opened: Opener, dobberdam: Path) -> None:
    app = press(page(opened), "niet_hetzelfde")
    assert "blijven twee. We vragen het niet meer." in told(app)
    assert "Er staat niets dubbel op de kaart" in told(page(opened))
    with_twin(dobberdam, opening_hours="24/7")  # news about one of the two does not bring it back
    assert "Er staat niets dubbel op de kaart" in told(page(opened))
    press(app, "toch_niet")
    assert "Buurthuis De Linde en De Linde" in told(page(opened))


def test_what_is_not_known_yet_comes_back_later(opened: Opener, dobberdam: Path) -> None:
    app = press(page(opened), "nog_niet")
    assert "Dit waren ze. Je sloeg er 1 over." in told(app)
    with opened_town(dobberdam) as kept:
        assert kept.catalogue.count(Distinction) == 0
    assert "Buurthuis De Linde en De Linde" in told(press(app, "dubbel_weer"))


def test_a_colleague_who_was_first_is_told_and_the_choices_stay(opened: Opener, dobberdam: Path) -> None:
    app = press(page(opened), "hetzelfde")
    app.radio(key=f"blijft_name_{STAYS}").set_value("tweede").run()
    with_twin(dobberdam, phone="038-5550999")
    app = press(app, "voeg_samen")
    assert "Een collega paste dit intussen aan." in told(app)
    assert stored(dobberdam, TWIN.id) is not None
    assert app.radio(key=f"blijft_name_{STAYS}").value == "tweede"
    app = press(app, "voeg_samen")
    whole = stored(dobberdam, DE_LINDE.id)
    assert whole is not None
    assert (whole.name, whole.phone) == ("De Linde", "038-5550999")
