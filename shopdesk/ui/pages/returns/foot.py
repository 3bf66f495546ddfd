"""The line under the list: how much is open, late, and waiting to be refunded."""

from datetime import UTC, datetime

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.queries.returns import count_late_returns, count_return_chips, sum_waiting_refunds
from shopdesk.ui.desk import Reader


def foot_sentence(reader: Reader, owner: int) -> str:
    """Return the line; amounts of different currencies stand beside each other."""
    count = count_return_chips(reader, owner=owner)["open"]
    late = count_late_returns(reader, datetime.now(UTC), owner)
    formats = Formats(current_language())
    said = [
        ngettext("{n} open", "{n} open", count).format(n=formats.number(count)),
        ngettext("{n} overdue", "{n} overdue", late).format(n=formats.number(late)),
    ]
    sums = sum_waiting_refunds(reader, owner).items()
    money = [formats.money(minor, currency) for currency, minor in sums if minor]
    if money:
        said.append(_("{money} waiting to be refunded").format(money=" + ".join(money)))
    return " · ".join(said)
