"""The editor of a shop's return policy, with the versions that there were.

PolicyDialog(bench, window, shop).open()
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from shopdesk import services
from shopdesk.errors import ShopDeskError, StaleError
from shopdesk.i18n import N_, _
from shopdesk.queries.policies import PolicyVersionRow, load_policy_versions
from shopdesk.queries.shops import ShopRow
from shopdesk.rules.policy import Policy
from shopdesk.rules.presets import POLICIES
from shopdesk.ui.base.form_dialog import FormDialog
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.settings.policy_fields import PolicyFields
from shopdesk.ui.pages.settings.policy_versions import PolicyVersions
from shopdesk.ui.workbench import Workbench

_WIDTH_PX = 720
_DONE = N_("Return policy saved: {shop}")


class PolicyDialog(FormDialog):
    """Saving makes a version; returns that are judged already keep theirs."""

    def __init__(self, bench: Workbench, parent: QWidget, shop: ShopRow) -> None:
        super().__init__(parent, f"{_('Return policy')} · {shop.name}")
        self.setMinimumWidth(_WIDTH_PX)
        self._bench = bench
        self._shop = shop
        self._seen_id = shop.policy_id
        self.presets = QPushButton(_("Set &back to preset…"))
        self.presets.clicked.connect(self._offer_presets)
        self._add_intro()
        self.fields = PolicyFields(self.form)
        self.versions = PolicyVersions(shop.timezone, self.fill)
        self.form.add_row(self.versions)
        self.fields.fill(shop.rules)
        self.form.settle()
        self._read_versions(self.versions.show_versions)

    def fill(self, policy: Policy) -> None:
        """Put another policy in, to be looked at and saved; the shop's calendar stays."""
        self.fields.fill(replace(policy, calendar=self._shop.rules.calendar))

    def save(self) -> None:
        """Put what stands in the fields in force."""
        shop_id, rules, seen_id = self._shop.id, self.fields.policy(), self._seen_id

        def work(session: Session) -> None:
            services.policies.save_policy(session, shop_id, rules, seen_id)

        values = {"shop": self._shop.name}
        self._bench.operations.write(_DONE, work, self.saved, self.refused, values)

    def saved(self, value: object, change: Change) -> None:
        """Close, and offer the version of before again."""
        super().saved(value, change)
        if change.id is not None:
            offer_undo(self._bench, change, _(_DONE).format(shop=self._shop.name))

    def refused(self, error: ShopDeskError) -> None:
        """Show the refusal; after somebody else's version, show it and let ours go over it."""
        super().refused(error)
        if isinstance(error, StaleError):
            self._read_versions(self._take_newest)

    def _take_newest(self, found: list[PolicyVersionRow]) -> None:
        self._seen_id = found[0].id
        self.versions.show_versions(found)

    def _read_versions(self, then: Callable[[list[PolicyVersionRow]], None]) -> None:
        load = partial(_load, shop_id=self._shop.id)
        self._bench.operations.query((id(self), "versions"), load, then)

    def _offer_presets(self) -> None:
        menu = QMenu(self.presets)
        for policy in POLICIES.values():
            entry = menu.addAction(_(policy.name).replace("&", "&&"))
            entry.triggered.connect(partial(self._set_back, policy))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.presets.mapToGlobal(self.presets.rect().bottomLeft()))

    def _set_back(self, policy: Policy, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.fill(policy)

    def _add_intro(self) -> None:
        words = _("New returns are judged by what is saved here; earlier ones keep their version.")
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(plain_label(words, "muted", wrap=True), 1)
        layout.addWidget(self.presets)
        self.form.add_row(row)


def _load(reader: Reader, shop_id: int) -> list[PolicyVersionRow]:
    return load_policy_versions(reader, shop_id)
