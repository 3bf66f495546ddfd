"""The head of the preview: which files these are, the shop they go to, and how dates are meant."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from shopdesk.i18n import N_, _, ngettext
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.chips import Chip, ChipRow
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.labels import ElidedLabel, plain_label
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.pages.importing.understanding import Understood

DAY_ORDERS = (Chip("day", N_("Day first (31/12)")), Chip("month", N_("Month first (12/31)")))
_SHOP_WIDTH_PX = 240


class PreviewHead(Card):
    """Tells what was recognised and takes the person's corrections."""

    shop_chosen = Signal(int)
    day_first_chosen = Signal(bool)
    shop_wanted = Signal()
    """A store shall be added for the files' platform."""

    def __init__(self) -> None:
        super().__init__()
        self._files = ElidedLabel("", "strong")
        self._kind = plain_label("", "muted", wrap=True)
        self.shop = ChoiceField()
        self.shop.setAccessibleName(_("Shop"))
        self.shop.setFixedWidth(_SHOP_WIDTH_PX)
        self.days = ChipRow(DAY_ORDERS, _("Dates"), preset=False)
        self._days_label = plain_label(_("Dates"), "muted")
        self._notice = Notice("", "wait")
        self.add_shop = QPushButton()
        self._notice.add(self.add_shop)
        self._set_up()
        self.shop.activated.connect(lambda _n: self.shop_chosen.emit(int(self.shop.value())))
        self.days.chosen.connect(lambda key: self.day_first_chosen.emit(key == "day"))
        self.add_shop.clicked.connect(lambda _checked=False: self.shop_wanted.emit())

    def show_found(self, found: Understood) -> None:
        """Show what was recognised, and what is not clear about it."""
        names = ", ".join(path.name for path in found.question.paths)
        self._files.setText(names)
        self._kind.setText(_kind_sentence(found))
        self.shop.set_choices([(str(shop.id), shop.name) for shop in found.shops])
        self.shop.set_value(str(found.shop.id))
        for widget in (self.days, self._days_label):
            widget.setVisible(found.days_are_open)
        self.days.choose("month" if found.question.day_first is False else "day")
        self._show_notice(found)

    def _show_notice(self, found: Understood) -> None:
        platform = _(PLATFORMS[found.result.platform].name)
        self.add_shop.setVisible(not found.fits)
        self.add_shop.setText(_("&Add a {platform} shop").format(platform=platform))
        if not found.fits:
            self._notice.set_text(mismatch_sentence(found), "wait")
        elif found.strangers:
            self._notice.set_text(_strangers_sentence(found), "wait")
        elif not found.is_news:
            self._notice.set_text(_no_news_sentence(found), "good" if found.unchanged else "late")
        self._notice.setVisible(not found.fits or bool(found.strangers) or not found.is_news)

    def _set_up(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(24)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._files)
        texts.addWidget(self._kind)
        row.addLayout(texts, 1)
        row.addWidget(_labelled(self._days_label, self.days))
        row.addWidget(_labelled(_named(_("&Shop"), self.shop), self.shop))
        self.body.addLayout(row)
        self.body.addWidget(self._notice)


def mismatch_sentence(found: Understood) -> str:
    """Say that the files come from another platform than the shop's."""
    return _(
        "These orders come from {platform}, but {shop} is on {other}. Choose another shop for"
        " them, or add one."
    ).format(
        platform=_(PLATFORMS[found.result.platform].name),
        shop=found.shop.name,
        other=_(PLATFORMS[found.shop.platform].name),
    )


def _strangers_sentence(found: Understood) -> str:
    return ngettext(
        "{n} order has the number of one in {shop}, but another day. Is this the right shop?",
        "{n} orders have the numbers of some in {shop}, but other days. Is this the right shop?",
        found.strangers,
    ).format(n=found.strangers, shop=found.shop.name)


def _no_news_sentence(found: Understood) -> str:
    count = len(found.unchanged)
    if not count:
        return _("There is no order in it that could be read.")
    return ngettext(
        "Nothing new in this file: its order is already here, just like this.",
        "Nothing new in this file: all {n} orders are already here, just like this.",
        count,
    ).format(n=count)


def _kind_sentence(found: Understood) -> str:
    kinds = _(", ").join(_(kind) for kind in found.result.kinds)
    rows = ngettext("{n} row", "{n} rows", found.result.rows).format(n=found.result.rows)
    return f"{kinds} · {rows} · {found.result.encoding.upper()}"


def _named(label: str, field: QWidget) -> QLabel:
    words = plain_label(label, "muted")
    words.setBuddy(field)
    return words


def _labelled(label: QLabel, field: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(label)
    row.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder
