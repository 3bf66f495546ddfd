"""Scenes of settings: the page, and what is chosen in windows of their own."""

from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.tour.stage import Scene, Stage, throw_away
from shopdesk.ui.base.scroll import ScrollColumn
from shopdesk.ui.pages.settings.follow_rules_dialog import FollowRulesDialog
from shopdesk.ui.pages.settings.policy_dialog import PolicyDialog
from shopdesk.ui.pages.settings.ready_words_dialog import ReadyWordsDialog
from shopdesk.ui.pages.settings.transit_dialog import TransitDialog


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


def _first_shop(stage: Stage) -> ShopRow:
    with stage.driver.desk.reading() as reader:
        return load_shops(reader)[0]


SETTINGS = (
    Scene("settings", _settings),
    Scene("settings-more", _further_down),
    Scene("policy", _policy, throw_away),
    Scene("ready-words", _ready_words, throw_away),
    Scene("follow-rules", _rules, throw_away),
    Scene("transit", _transit, throw_away),
)
