"""The lot that a step for many is done to, and what a person agrees to before it is settled."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QMessageBox, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.queries.settlement import load_settlement_basis
from shopdesk.rules.many import MANY_STEPS, Chosen
from shopdesk.services.proposals import proposed_settlement, why_by_itself
from shopdesk.ui.base.boxes import plain_box
from shopdesk.ui.desk import Reader


@dataclass(frozen=True, slots=True)
class Lot:
    """The returns that a step is done to; the other figures are those of a settlement.

    `left_out` would allow it but need a person's eye; `refunds` are minor units by currency.
    """

    ids: tuple[int, ...]
    left_out: int
    refunds: Mapping[str, int]


def read_lot(reader: Reader, code: str, chosen: Mapping[int, Chosen]) -> Lot:
    """Return which of some returns a step of MANY_STEPS is done to, as they were counted."""
    step = MANY_STEPS[code]
    able = [case_id for case_id, one in chosen.items() if step.fitting(one.standing)]
    taken = [case_id for case_id in able if step.takes(chosen[case_id])]
    refunds: Counter[str] = Counter()
    if code == "settle":
        taken = [case_id for case_id in taken if _adds(reader, case_id, refunds)]
    return Lot(tuple(taken), len(able) - len(taken), refunds)


def _adds(reader: Reader, case_id: int, refunds: Counter[str]) -> bool:
    """Add what would go back for a return, unless a person has to settle it."""
    basis = load_settlement_basis(reader, case_id)
    draft = proposed_settlement(basis)
    is_plain = not why_by_itself(basis)
    if is_plain:
        refunds[basis.currency] += draft.goods_minor + draft.freight_minor
    return is_plain


def ask_to_settle(parent: QWidget, lot: Lot, then: Callable[[], object]) -> None:
    """Say how many are settled for how much, and go on with `then` if that is agreed to."""
    box = plain_box(parent, _("Mark settled"), _summary(lot))
    settle = QMessageBox.StandardButton.Ok
    box.setStandardButtons(settle | QMessageBox.StandardButton.Cancel)
    box.button(settle).setText(_("&Settle"))
    box.button(settle).setEnabled(bool(lot.ids))
    box.accepted.connect(then)
    box.open()


def _summary(lot: Lot) -> str:
    formats = Formats(current_language())
    sums = [formats.money(minor, currency) for currency, minor in lot.refunds.items() if minor]
    words = ngettext("Settle {n} return?", "Settle {n} returns?", len(lot.ids))
    said = [words.format(n=len(lot.ids))]
    if sums:
        said.append(_("{money} goes back to the buyers.").format(money=" + ".join(sums)))
    if lot.left_out:
        words = ngettext(
            "{n} return is left out: what came, or what is paid, needs a look. "
            "Settle it by itself.",
            "{n} returns are left out: what came, or what is paid, needs a look. "
            "Settle them by themselves.",
            lot.left_out,
        )
        said.append(words.format(n=lot.left_out))
    return "\n".join(said)
