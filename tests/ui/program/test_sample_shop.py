"""The sample shop is made, opened again, made anew on another day, and kept once played with."""

from datetime import UTC, datetime, timedelta

import pytest

from shopdesk.app import main
from shopdesk.desk import Desk
from shopdesk.i18n import current_language
from shopdesk.paths import DataFolder, sample_folder
from shopdesk.sample.build import build_sample
from shopdesk.sample.plan import make_plan
from shopdesk.services.shops import add_person
from shopdesk.ui.desk_window import DeskWindow
from shopdesk.ui.making_sample import MakingSample
from shopdesk.ui.pages.welcome.page import WelcomePage
from shopdesk.ui.welcome_window import WelcomeWindow
from tests.ui.program.conftest import Begin, count, words_in

SMALL = 20
"""Cases of a sample that stands in for one of another day."""


@pytest.fixture
def _quickly_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a sample of fewer cases than people get."""
    monkeypatch.setattr(
        "shopdesk.sample.build.make_plan", lambda now, cases: make_plan(now, cases or 3 * SMALL)
    )


def made_days_ago(days: int) -> DataFolder:
    folder = sample_folder()
    then = datetime.now(UTC) - timedelta(days=days)
    build_sample(folder.database, now=then, cases=SMALL)
    return folder


@pytest.mark.usefixtures("_quickly_made")
def test_it_is_made_and_opened_and_opened_again_at_once(begin: Begin) -> None:
    folder = sample_folder()
    assert not folder.database.exists()
    run = begin(folder, sample=True)
    run.shows(MakingSample)
    window = run.shows(DeskWindow)
    assert "No backup yet" in words_in(window.rail)
    run.program.leave()
    made = folder.database.stat().st_ino
    assert isinstance(begin(folder, sample=True).program.window, DeskWindow)
    assert folder.database.stat().st_ino == made


def test_it_is_made_in_the_folder_that_is_named(begin: Begin, folder: DataFolder) -> None:
    build_sample(folder.database, now=datetime.now(UTC), cases=SMALL)
    begin(folder, sample=True).shows(DeskWindow)
    assert count(folder, "return_case") == SMALL
    assert not sample_folder().database.exists()


def test_it_is_not_made_over_a_shop(shop: DataFolder, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", str(shop.root), "demo"]) == 1
    assert f"{shop.root} holds a shop of its own." in capsys.readouterr().err


@pytest.mark.usefixtures("_quickly_made")
def test_one_of_an_earlier_day_that_nobody_changed_is_made_anew(begin: Begin) -> None:
    folder = made_days_ago(1)
    run = begin(folder, sample=True)
    run.shows(MakingSample)
    run.shows(DeskWindow)
    assert count(folder, "return_case") > SMALL


def test_one_that_was_played_with_is_kept(begin: Begin) -> None:
    folder = made_days_ago(1)
    desk = Desk(folder)
    desk.write("Person added", lambda session: add_person(session, "Zoe"))
    desk.close()
    begin(folder, sample=True).shows(DeskWindow)
    assert count(folder, "return_case") == SMALL


def test_it_is_asked_for_in_the_first_window_and_speaks_its_language(
    begin: Begin, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_days_ago(0)
    run = begin(folder)
    page = run.shows(WelcomeWindow).findChild(WelcomePage)
    assert page is not None
    page.use_language("zh_CN")
    page.sample_wanted.emit()
    run.shows(DeskWindow)
    assert current_language() == "zh_CN"


def test_stopping_goes_back_to_where_it_was_asked_for(begin: Begin, folder: DataFolder) -> None:
    run = begin(folder)
    page = run.shows(WelcomeWindow).findChild(WelcomePage)
    assert page is not None
    page.sample_wanted.emit()
    run.shows(MakingSample)
    run.press("&Cancel")
    run.shows(WelcomeWindow)
    assert list(sample_folder().root.glob("shop.db*")) == []


def test_closing_the_window_ends_the_making(begin: Begin) -> None:
    run = begin(sample_folder(), sample=True)
    making = run.shows(MakingSample)
    making.close()
    assert not sample_folder().database.exists()
    assert run.program.window is making
