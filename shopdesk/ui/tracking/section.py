"""The ways of a case's or an order's parcels: the latest event, those before it, what to do.

tracking = TrackingSection(bench)
tracking.step_wanted.connect(self.take)              # a reshipment's: the step it proposes
tracking.show_parcels(found.number, found.parcels, formats)
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from shopdesk import services
from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.queries.tracking import Tracked, TrackRow, load_tracked
from shopdesk.rules.reshipments import STEPS
from shopdesk.rules.sentences import courier_name
from shopdesk.rules.tracking import STATUSES
from shopdesk.ui.base.badge import Badge
from shopdesk.ui.base.button_flow import button_flow
from shopdesk.ui.base.labels import link_button, plain_label, wrapped_label
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.base.notice import Notice
from shopdesk.ui.base.section import Section
from shopdesk.ui.base.timeline import Event, Timeline
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.base.web import open_tracking
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.tracking.of import TrackingOf
from shopdesk.ui.workbench import Workbench

FEW = 3
"""How many events are shown until one asks for all."""

REMOVED = N_("Tracking event removed.")


class TrackingSection(Section):
    """Nothing is shown where no parcel has a waybill."""

    step_wanted = Signal(str)
    """The code of a reshipment's step that the latest event speaks for."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Tracking"))
        self._bench = bench
        self._number = ""
        self._parcels: tuple[ParcelRow, ...] = ()
        self._formats: Formats | None = None
        self._opened: set[int] = set()
        self.ways: Mapping[int, Tracked] = {}

    def show_parcels(self, number: str, parcels: Sequence[ParcelRow], formats: Formats) -> None:
        """Read and show the ways of parcels; `number` names the case or order they are of."""
        self._number, self._formats = number, formats
        self._parcels = tuple(parcel for parcel in parcels if parcel.waybill)
        with self._bench.desk.reading() as reader:
            self.ways = load_tracked(reader, [parcel.id for parcel in self._parcels])
        self._show()

    def paste(self, parcel: ParcelRow) -> None:
        """Ask for the courier's page as text."""
        from shopdesk.ui.tracking.paste_dialog import PasteTrackingDialog

        PasteTrackingDialog(self._bench, self._of(parcel), self.window()).open()

    def add(self, parcel: ParcelRow) -> None:
        """Ask for one event."""
        from shopdesk.ui.tracking.event_dialog import TrackingEventDialog

        TrackingEventDialog(self._bench, self._of(parcel), self.window()).open()

    def remove(self, event: TrackRow) -> None:
        """Take an event away."""

        def work(session: Session) -> None:
            services.tracking.remove_event(session, event.id)

        self._bench.operations.write(REMOVED, work, self._removed)

    def _removed(self, _value: object, change: Change) -> None:
        sentence = _("{number}: {done}").format(number=self._number, done=_(REMOVED))
        offer_undo(self._bench, change, sentence)

    def _of(self, parcel: ParcelRow) -> TrackingOf:
        zone = self._formats.timezone if self._formats else UTC
        return TrackingOf(parcel, self._number, str(zone), self.ways[parcel.id].events)

    def _show(self) -> None:
        formats = self._formats
        if formats is None:
            return
        widgets = [w for parcel in self._parcels for w in self._widgets(parcel, formats)]
        self.show_widgets(widgets)

    def _widgets(self, parcel: ParcelRow, formats: Formats) -> Iterator[QWidget]:
        way = self.ways[parcel.id]
        if len(self._parcels) > 1:
            courier = courier_name(parcel.courier, parcel.courier_name)
            yield plain_label(
                _("{courier} {waybill}").format(courier=courier, waybill=parcel.waybill)
            )
        if way.latest is None:
            yield plain_label(_("Nothing is known of its way yet."), "muted", wrap=True)
        else:
            yield _head(way.latest)
            yield self._proposal(way)
            yield self._events(way, formats)
        yield button_flow(self._buttons(parcel, way))

    def _proposal(self, way: Tracked) -> QWidget:
        holder = Notice("", "late")
        code = way.proposes
        holder.setVisible(bool(code))
        if code and way.latest is not None:
            name = _(STATUSES[way.latest.status].name)
            holder.set_text(_("The courier says “{status}”. If so:").format(status=name), "late")
            wanted = partial(self.step_wanted.emit, code)
            holder.add(link_button(_(STEPS[code].name), wanted))
        return holder

    def _events(self, way: Tracked, formats: Formats) -> QWidget:
        shown = way.events if way.parcel_id in self._opened else way.events[:FEW]
        now = datetime.now(UTC)
        timeline = Timeline()
        timeline.set_events([_said(event, now, formats) for event in shown])
        return timeline

    def _buttons(self, parcel: ParcelRow, way: Tracked) -> Iterator[QPushButton]:
        more = len(way.events) - FEW
        if more > 0 and parcel.id not in self._opened:
            words = ngettext("{n} more", "{n} more", more).format(n=more)
            yield link_button(words, partial(self._open, parcel.id))
        yield link_button(_("Paste from the courier's page…"), partial(self.paste, parcel))
        yield link_button(_("Add event…"), partial(self.add, parcel))
        if parcel.tracking_url:
            follow = partial(open_tracking, parcel.tracking_url, parcel.waybill)
            yield link_button(_("Open tracking ↗"), follow)
        if way.latest is not None:
            yield link_button(_("Remove the latest event"), partial(self.remove, way.latest))

    def _open(self, parcel_id: int) -> None:
        self._opened.add(parcel_id)
        self._show()


def _head(latest: TrackRow) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    status = STATUSES.get(latest.status)
    tone = TONES[status.tone] if status else "muted"
    row.addWidget(Badge(_(status.name) if status else latest.status, tone))
    row.addWidget(wrapped_label(latest.place, "muted"), 1)
    return holder


def _said(event: TrackRow, now: datetime, formats: Formats) -> Event:
    words = f"{event.place} · {event.text}" if event.place else event.text
    by = event.person if event.source == "typed" else ""
    return Event(when_text(event.at, now, formats), words, by)
