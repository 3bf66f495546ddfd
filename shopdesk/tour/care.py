"""The part of the day that has to do with words: what is due, a complaint, a courier, a call."""

from pathlib import Path

from PySide6.QtCore import Qt

from shopdesk.cli.streams import say
from shopdesk.i18n import _
from shopdesk.printing.files import write_whole
from shopdesk.tour.buyers import log_call
from shopdesk.tour.complaints import complain
from shopdesk.tour.reshipments import paste_tracking, send_many
from shopdesk.tour.stage import Stage, throw_away
from shopdesk.tour.today import find_a_buyer, preview_day, show_today
from shopdesk.ui.dialogs.complaints.choice import ChoiceDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def look_at_the_day(stage: Stage, papers: Path) -> None:
    """See what is to be done, and save the day sheet as PDF."""
    show_today(stage)
    stage.driver.shoot_next("today")
    paper = preview_day(stage).out.paper
    assert paper  # noqa: S101 - waited for just now
    path = papers / paper.file_name
    write_whole(path, paper.content)
    stage.driver.press(Qt.Key.Key_Escape)
    say(str(path))


def answer_a_complaint(stage: Stage) -> None:
    """Log it with the options that a solution has, offer them, and note what the buyer chose."""
    driver = stage.driver
    complain(stage).helps.solutions.suggestions.offer_button.click()
    driver.shoot_next("new-complaint")
    driver.press(Qt.Key.Key_Return, CTRL)
    sheet = driver.window.page_widget("complaints").sheet
    _until_it_is(stage, "open")
    sheet.side.solutions.words.copy()
    _until_it_is(stage, "looking")
    sheet.doing.take_next()
    _until_it_is(stage, "offered")
    sheet.doing.take_next()
    driver.form(ChoiceDialog)
    driver.write("1")
    driver.press(Qt.Key.Key_Return)
    _until_it_is(stage, "chosen")
    driver.hush()
    driver.shoot_next("complaint")
    say(_("A complaint was answered, and the buyer chose"))


def send_what_is_packed(stage: Stage) -> None:
    """Look at the packing list, and paste the waybills of all that can leave."""
    driver = stage.driver
    driver.page("packing")
    driver.shoot_next("packing")
    send_many(stage)
    driver.shoot_next("send-many")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.until("sending", lambda: driver.window.shell.toast.sentence)
    throw_away(stage)
    say(_("Parcels were sent"))


def follow_a_parcel(stage: Stage) -> None:
    """Paste a courier's page for a parcel that stood still."""
    driver = stage.driver
    paste_tracking(stage)
    driver.shoot_next("tracking")
    driver.press(Qt.Key.Key_Return, CTRL)
    driver.no_form()
    say(_("A courier's page was understood"))


def call_a_buyer(stage: Stage) -> None:
    """Write down what a call came to, with a score."""
    form = log_call(stage)
    stage.driver.shoot_next("call")
    form.save_button.click()
    stage.driver.no_form()
    say(_("A call was logged"))


def search(stage: Stage) -> None:
    """Find all that there is of a buyer, and go back."""
    find_a_buyer(stage)
    stage.driver.shoot_next("search")
    stage.driver.press(Qt.Key.Key_Escape)


def _until_it_is(stage: Stage, state: str) -> None:
    """Wait until the complaint that is shown is in a state."""
    doing = stage.driver.window.page_widget("complaints").sheet.doing
    stage.driver.until(state, lambda: doing.found and doing.found.state == state)
