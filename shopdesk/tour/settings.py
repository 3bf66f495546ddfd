"""Scenes of settings: the page, and what is chosen in windows of their own."""

from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.pages.settings.document_dialog import DocumentDialog
from shopdesk.ui.pages.settings.follow_rules_dialog import FollowRulesDialog
from shopdesk.ui.pages.settings.label_sheets_dialog import LabelSheetsDialog
from shopdesk.ui.pages.settings.policy_dialog import PolicyDialog
from shopdesk.ui.pages.settings.printed_things import PRINTED
from shopdesk.ui.pages.settings.ready_words_dialog import ReadyWordsDialog
from shopdesk.ui.pages.settings.shop_paper_dialog import ShopPaperDialog
from shopdesk.ui.pages.settings.transit_dialog import TransitDialog
from shopdesk.ui.papers.sheet_dialog import LabelSheetDialog


def _settings(stage: Stage) -> None:
    _scroll(stage, down=False)


def _further_down(stage: Stage) -> None:
    _scroll(stage, down=True)


def _scroll(stage: Stage, *, down: bool) -> None:
    bar = stage.driver.page("settings").findChild(ScrollColumn).verticalScrollBar()
    bar.setValue(bar.maximum() if down else 0)
    stage.driver.calm()


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


def _rules(stage: Stage) -> None:
    stage.driver.page("settings").follow_ups.open_list()
    form = stage.driver.form(FollowRulesDialog)
    stage.driver.until("rules", lambda: form.chosen)


def _transit(stage: Stage) -> None:
    stage.driver.page("settings").transit.open_list()
    form = stage.driver.form(TransitDialog)
    stage.driver.until("days", lambda: form.chosen)


def _paper(stage: Stage) -> None:
    page = stage.driver.page("settings")
    page.findChild(ScrollColumn).ensureWidgetVisible(page.paper)
    stage.driver.calm()


def _document(stage: Stage) -> None:
    stage.driver.page("settings").paper.change(PRINTED[0])
    stage.driver.form(DocumentDialog)


def _label_sheets(stage: Stage) -> None:
    stage.driver.page("settings").paper.open_sheets()
    form = stage.driver.form(LabelSheetsDialog)
    stage.driver.until("sheets", lambda: form.chosen)


def _label_sheet(stage: Stage) -> None:
    _label_sheets(stage)
    stage.driver.form(LabelSheetsDialog).copy()
    form = stage.driver.form(LabelSheetDialog)
    form.fields.counts["columns"].set_value(3)
    stage.driver.calm()


def _leave_both(stage: Stage) -> None:
    throw_away(stage)
    throw_away(stage)


def _shop_paper(stage: Stage) -> None:
    page = stage.driver.page("settings")
    page.shops.change_paper(_first_shop(stage))
    form = stage.driver.form(ShopPaperDialog)
    stage.driver.until("slip", lambda: form.preview.view.page_count)
    stage.driver.calm()


def _first_shop(stage: Stage) -> ShopRow:
    with stage.driver.desk.reading() as reader:
        return load_shops(reader)[0]


SETTINGS = (
    Scene("settings", _settings),
    Scene("settings-more", _further_down),
    Scene("settings-paper", _paper),
    Scene("document", _document, throw_away),
    Scene("label-sheets", _label_sheets, throw_away),
    Scene("label-sheet", _label_sheet, _leave_both),
    Scene("shop-paper", _shop_paper, throw_away),
    Scene("policy", _policy, throw_away),
    Scene("ready-words", _ready_words, throw_away),
    Scene("follow-rules", _rules, throw_away),
    Scene("transit", _transit, throw_away),
)
