"""Which printers there are, and what is the matter with them now."""

from dataclasses import dataclass

from shopdesk.printers import cups_server
from shopdesk.printers.facts import PrinterFacts
from shopdesk.printers.order import Paper, PrintOrder
from shopdesk.rules.printing import manner_for


@dataclass(frozen=True, slots=True)
class PrinterRow:
    """A printer of this computer."""

    name: str
    """What the system calls it."""
    title: str
    """What people call it."""
    dpi: int
    """The dots that codes are sized in: one of LABEL_DPI."""
    is_label: bool
    """Whether it prints labels: in black only, in few dots or on narrow paper."""
    is_default: bool
    trouble: str = ""
    """A sentence when it cannot print now, else empty."""

    def order(self, paper: Paper, manner: str, copies: int) -> PrintOrder:
        """Return the order of a paper; an empty `manner` is the one that suits the printer."""
        return PrintOrder(
            self.name,
            paper.content,
            paper.size,
            title=paper.file_name,
            manner=manner_for(manner, is_label=self.is_label),
            dpi=self.dpi,
            copies=copies,
        )


def find_printers() -> list[PrinterRow]:
    """Return the printers, the default one first, then by title.

    Raises PrinterError when the printing system hangs; one that is not there has no printers.
    """
    rows = [_row(facts) for facts in _all_facts()]
    return sorted(rows, key=lambda row: (not row.is_default, row.title.casefold(), row.name))


def facts_of(name: str) -> PrinterFacts | None:
    """Return what one printer says of itself, or None when it is gone; raises PrinterError."""
    if cups_server.is_there():
        from shopdesk.printers import cups_facts

        return cups_facts.find(name)
    return next((facts for facts in _all_facts() if facts.name == name), None)


def _all_facts() -> list[PrinterFacts]:
    if cups_server.is_there():
        from shopdesk.printers import cups_facts

        return cups_facts.find_all()
    from shopdesk.printers import qt_facts

    return qt_facts.find_all()


def _row(facts: PrinterFacts) -> PrinterRow:
    return PrinterRow(
        facts.name, facts.title, facts.code_dpi, facts.is_label, facts.is_default, facts.trouble
    )
