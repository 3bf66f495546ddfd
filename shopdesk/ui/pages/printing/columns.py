"""What the queue and the log list of each row."""

from shopdesk.i18n import N_
from shopdesk.queries.print_queue import QueueRow
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.goods import goods_and_others, goods_text
from shopdesk.ui.pages.printing.log_lines import LogLine
from shopdesk.ui.pages.printing.tick_table import QueueLine, tick_column
from shopdesk.ui.theme import Tone


def _goods(row: QueueRow) -> str:
    return goods_and_others(goods_text(row.goods, "", row.units), row.other_lines)


def _since_tone(line: QueueLine) -> Tone:
    return "wait" if line.row.wait_note else "text"


QUEUE_COLUMNS: tuple[Column[QueueLine], ...] = (
    tick_column(),
    Column("number", N_("Number"), 124, lambda line: line.row.number, strong=True),
    Column("buyer", N_("Buyer"), 130, lambda line: line.row.buyer_name),
    Column("goods", N_("Items"), 180, lambda line: _goods(line.row), stretch=True),
    Column("courier", N_("Courier"), 110, lambda line: line.courier),
    Column("place", N_("Place"), 130, lambda line: line.row.place),
    Column("since", N_("Waiting since"), 186, lambda line: line.since, _since_tone),
)

LOG_COLUMNS: tuple[Column[LogLine], ...] = (
    Column("day", N_("Day"), 96, lambda line: line.day, lambda _line: "muted"),
    Column("time", N_("Time"), 86, lambda line: line.time, lambda _line: "muted"),
    Column("what", N_("Printed"), 170, lambda line: line.what, strong=True),
    Column("numbers", N_("Numbers"), 220, lambda line: line.numbers, stretch=True),
    Column("paper", N_("Paper"), 190, lambda line: line.paper),
    Column("where", N_("Printer"), 150, lambda line: line.where),
    Column("person", N_("Person"), 90, lambda line: line.person),
)
