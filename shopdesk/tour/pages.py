"""Scenes of lists, of the form for a new return, of paper and of settings."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.tour.hands import fill_in, select_all
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.dialogs.slip_preview import open_slips
from shopdesk.ui.pages.settings.policy_dialog import PolicyDialog
from shopdesk.ui.pages.settings.ready_words_dialog import ReadyWordsDialog


def _returns(stage: Stage) -> None:
    stage.driver.window.go("returns", stage.subjects.by_state["asked"])
    stage.driver.page("returns").show_chip("open")
    stage.driver.calm()


def _many(stage: Stage) -> None:
    select_all(stage, "open")


def _one_again(stage: Stage) -> None:
    stage.driver.press(Qt.Key.Key_Escape)


def _new_return(stage: Stage) -> None:
    stage.driver.page("new_return").start(stage.subjects.order_id)
    stage.driver.calm()
    fill_in(stage)


def _slip(stage: Stage) -> None:
    stage.driver.page("returns")
    preview = open_slips(stage.driver.window.bench, [stage.subjects.by_state["agreed"]])
    stage.driver.until("slip", lambda: preview.paper)


def _orders(stage: Stage) -> None:
    stage.driver.window.go("orders", stage.subjects.order_id)
    stage.driver.calm()


def _customers(stage: Stage) -> None:
    stage.driver.window.go("customers", stage.subjects.customer_id)
    stage.driver.calm()


def _importing(stage: Stage) -> None:
    stage.driver.window.import_files([stage.export])
    stage.driver.calm()
    stage.driver.calm()


def _discard(stage: Stage) -> None:
    stage.driver.window.page_widget("importing").discard()


def _reports(stage: Stage) -> None:
    page = stage.driver.page("reports")
    stage.driver.until("summary", lambda: page.out.paper)


def _settings(stage: Stage) -> None:
    stage.driver.page("settings")


def _policy(stage: Stage) -> None:
    page = stage.driver.page("settings")
    page.shops.change_policy(_first_shop(stage))
    stage.driver.form(PolicyDialog)


def _ready_words(stage: Stage) -> None:
    page = stage.driver.page("settings")
    page.ready_words.open_list()
    form = stage.driver.form(ReadyWordsDialog)
    stage.driver.until("words", lambda: form.chosen)
    form.choose("remind_send")
    stage.driver.calm()


def _first_shop(stage: Stage) -> ShopRow:
    with stage.driver.desk.reading() as reader:
        return load_shops(reader)[0]


def _shelf(stage: Stage) -> None:
    stage.driver.page("shelf")


LISTS: dict[str, Callable[[Stage], None]] = {
    "orders": _orders,
    "customers": _customers,
    "shelf": _shelf,
    "reports": _reports,
    "settings": _settings,
}
PAGES = (
    Scene("returns", _returns),
    Scene("many", _many, _one_again),
    Scene("new-return", _new_return, throw_away),
    Scene("slip", _slip, throw_away),
    *(Scene(name, show) for name, show in LISTS.items()),
    Scene("import", _importing, _discard),
    Scene("policy", _policy, throw_away),
    Scene("ready-words", _ready_words, throw_away),
)
