"""What somebody else changed of the goods that go out, in words."""

from shopdesk.i18n import _
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.rules.reshipments import STATES
from shopdesk.ui.base.goods import goods_text


def news_of(before: ReshipmentRow, now: ReshipmentRow) -> list[str]:
    """Return what stands there now of the state, the goods and the address, if it is other."""
    said = zip(_parts(before), _parts(now), strict=True)
    return [new for old, new in said if new != old]


def _parts(row: ReshipmentRow) -> tuple[str, ...]:
    goods = [goods_text(line.title, line.variant, line.quantity) for line in row.lines]
    address = (row.recipient, row.phone, row.address, row.postcode, row.country)
    return (
        _(STATES[row.state].name),
        " + ".join(goods),
        _("To {recipient}").format(recipient=" · ".join(filter(None, address))),
    )
