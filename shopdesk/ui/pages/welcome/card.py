"""The one card of the first start: the shop, where parcels come back to, and who is here."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.services.drafts import ShopDraft
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import ChoiceField, LineField
from shopdesk.ui.base.form import Form
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.pages.settings.shop_fields import ShopFields, shop_of
from shopdesk.ui.pages.welcome.defaults import likely_person, likely_region

_BETWEEN_PX = 40
_PERSON_LENGTH = 200


class WelcomeCard(Card):
    """Two columns of fields with a default in each that has to be there."""

    submitted = Signal()
    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(padding_px=24)
        self._shop = Form()
        self._desk = Form()
        self._fields = ShopFields(self._shop, self._desk)
        here = plain_label(_("At this desk"), "heading")
        here.setContentsMargins(0, 8, 0, 4)
        self._desk.add_row(here)
        self._person = self._desk.add("person", N_("&Your name"), LineField(_PERSON_LENGTH))
        self._slip_size = self._desk.add(
            "slip_size",
            N_("Paper of &slips"),
            ChoiceField(_sizes(), search_from=len(PAPER_SIZES) + 1),
            _("100 × 150 mm is what label printers have. Without one, choose A4 or Letter."),
        )
        self._start = QPushButton(_("Start"))
        self._sample = QPushButton(_("Open the sample shop"))
        self._fields.fill(shop_of(likely_region(), _("My shop")))
        self._fields.name.selectAll()
        self._person.set_value(likely_person())
        self._fields.name.setPlaceholderText(_("As your buyers know it"))
        self._shop.settle()
        self._desk.settle()
        self._set_up()
        self._connect()

    @property
    def is_touched(self) -> bool:
        """Whether anything but the defaults stands there."""
        return self._shop.is_touched or self._desk.is_touched

    @property
    def draft(self) -> ShopDraft:
        """The shop as it stands in the fields."""
        return self._fields.draft()

    @property
    def person(self) -> str:
        """The name of the person at the desk."""
        return self._person.value()

    @property
    def slip_size(self) -> str:
        """The key of the paper that slips are printed on."""
        return self._slip_size.value()

    def typed(self) -> dict[str, Any]:
        """Return all that stands in the fields, for `take_over`."""
        return self._shop.values() | self._desk.values()

    def take_over(self, typed: Mapping[str, Any]) -> None:
        """Put in what stood in another card, such as one in another language."""
        self._fields.fill(ShopDraft(**{k: v for k, v in typed.items() if k in _SHOP_FIELDS}))
        self._person.set_value(typed["person"])
        self._slip_size.set_value(typed["slip_size"])

    def refuse(self, error: ShopDeskError) -> None:
        """Show a refusal at its field and let the person try again."""
        self._start.setEnabled(True)
        self._fields.refuse(error)

    def _submit(self) -> None:
        accepted = [form.accepts() for form in (self._desk, self._shop)]
        if all(accepted):
            self._start.setEnabled(False)
            self.submitted.emit()

    def _set_up(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        columns = QHBoxLayout()
        columns.setSpacing(_BETWEEN_PX)
        columns.addWidget(_headed(_("Your shop"), self._shop), 1)
        columns.addWidget(_headed(_("Parcels come back to"), self._desk), 1)
        self._start.setProperty("kind", "primary")
        self._start.setMinimumWidth(140)
        buttons = QHBoxLayout()
        buttons.addWidget(self._sample)
        buttons.addStretch(1)
        buttons.addWidget(self._start)
        self.body.addLayout(columns)
        self.body.addSpacing(12)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        for form in (self._shop, self._desk):
            form.submitted.connect(self._submit)
            form.submitted_primary.connect(self._submit)
        self._start.clicked.connect(self._submit)
        self._sample.clicked.connect(self.sample_wanted)
        self.setFocusProxy(self._fields.name)


_SHOP_FIELDS = frozenset(ShopDraft.__dataclass_fields__)


def _sizes() -> list[tuple[str, str]]:
    return [(code, _(size.name)) for code, size in PAPER_SIZES.items()]


def _headed(heading: str, form: Form) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    layout.addWidget(plain_label(heading, "heading"))
    layout.addWidget(form)
    layout.addStretch(1)
    return holder
