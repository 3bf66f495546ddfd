"""After how many days without a scan a parcel is stalled: for all couriers, and for each."""

from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.couriers import CourierRow, load_couriers
from shopdesk.queries.transit import TransitFigures, load_transit
from shopdesk.rules.sentences import courier_name
from shopdesk.rules.transit import MOST_DAYS, WEEKS
from shopdesk.rules.zones import ZONES
from shopdesk.ui.base.fields import ChoiceField, QuantityField
from shopdesk.ui.base.labels import link_button, plain_label
from shopdesk.ui.base.list_dialog import Entry, ListDialog
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

ALL = "*"
"""The entry of every courier without a figure of its own."""

CHANGED = N_("Transit times changed.")


class TransitDialog(ListDialog):
    """Parcels on their way follow the new days at once."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent, _("Transit times"))
        self._bench = bench
        self._figures = TransitFigures({}, {})
        about = _("Days without a scan, counted on those on which the courier moves.")
        self.above.addWidget(plain_label(about, "muted", wrap=True))
        self.days = {zone: self._field(zone, name) for zone, name in ZONES.items()}
        weeks = [(code, _(week.name)) for code, week in WEEKS.items()]
        self.week = self.form.add("week", N_("It &moves"), ChoiceField(weeks))
        self.week.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.below.addWidget(link_button(_("As it usually is"), self._propose))
        self._read()

    def show_entry(self, key: str) -> None:
        """Show the days of a courier, or of all."""
        courier = _code(key)
        self._fill(courier, self._figures)
        self.week.setEnabled(bool(courier))
        self.form.settle()

    def save(self) -> None:
        """Write the days of the chosen courier; those that are usual anyway are not kept."""
        courier, week = _code(self.chosen), self.week.value()
        days = {(courier, zone): field.value() for zone, field in self.days.items()}

        def work(session: Session) -> None:
            services.transit.save_transit_times(session, days)
            if courier:
                services.transit.set_week(session, courier, week)

        self._bench.operations.write(CHANGED, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Stay open, and offer to take it back."""
        super().saved(value, change)
        self._read()
        if change.id is not None:
            offer_undo(self._bench, change, _(CHANGED), self._read)

    def _field(self, zone: str, name: str) -> QuantityField:
        return self.form.add(zone, name, QuantityField(1, MOST_DAYS))

    def _propose(self) -> None:
        """Put in what is usual, to be saved."""
        self._fill(_code(self.chosen), TransitFigures({}, {}))

    def _fill(self, courier: str, figures: TransitFigures) -> None:
        for zone, field in self.days.items():
            field.set_value(figures.days_of(courier, zone))
        self.week.set_value(figures.week_of(courier).code)

    def _read(self) -> None:
        self._bench.operations.query((id(self), "transit"), _load, self._show)

    def _show(self, found: tuple[list[CourierRow], TransitFigures]) -> None:
        couriers, self._figures = found
        own = {courier for courier, _zone in self._figures.days} | self._figures.weeks.keys()
        entry = partial(_entry, own=frozenset(own))
        self.set_entries([Entry(ALL, _("All couriers")), *map(entry, couriers)])


def _load(reader: Reader) -> tuple[list[CourierRow], TransitFigures]:
    return load_couriers(reader), load_transit(reader)


def _entry(row: CourierRow, own: frozenset[str]) -> Entry:
    """Return a courier's line; those with figures of their own are marked."""
    name = courier_name(row.code, row.name)
    return Entry(row.code, _("{name} · changed").format(name=name) if row.code in own else name)


def _code(key: str) -> str:
    return "" if key == ALL else key
