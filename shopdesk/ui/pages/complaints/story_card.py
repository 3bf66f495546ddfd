"""What happened: the buyer's words, where they came from, what the parcel is doing."""

from collections.abc import Callable, Iterator
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.queries.return_detail import ParcelRow
from shopdesk.queries.tracking import TrackRow, load_latest
from shopdesk.rules.complaint_words import channel_name
from shopdesk.rules.sentences import courier_name
from shopdesk.ui.actions import plain_text
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.clearing import clear
from shopdesk.ui.base.labels import link_button, plain_label, wrapped_label
from shopdesk.ui.base.moments import when_phrase, when_text
from shopdesk.ui.base.web import open_tracking
from shopdesk.ui.pages.complaints.actions import ComplaintActions
from shopdesk.ui.workbench import Workbench


class StoryCard(Card):
    """The latest of each parcel of the order, with the way to its courier's page."""

    def __init__(self, bench: Workbench, actions: ComplaintActions) -> None:
        super().__init__()
        self._bench = bench
        self.setAccessibleName(_("What happened"))
        correct = actions.actions["correct"]
        self.correct = link_button(_("Correct…"), correct.trigger)
        self.correct.setAccessibleName(plain_text(correct.text()))
        head = QHBoxLayout()
        head.addWidget(plain_label(_("What happened"), "heading"), 1)
        head.addWidget(self.correct)
        self._quote = wrapped_label("")
        self._source = wrapped_label("", "muted")
        self._wanted = wrapped_label("")
        self._parcels = QVBoxLayout()
        self._parcels.setSpacing(6)
        self.body.addLayout(head)
        for label in (self._quote, self._source, self._wanted):
            self.body.addWidget(label)
        self.body.addLayout(self._parcels)

    def show_complaint(self, found: ComplaintDetail, now: datetime, formats: Formats) -> None:
        """Show another complaint's story."""
        self._quote.setText(_("“{text}”").format(text=found.case.note))
        self._source.setText(" · ".join(_source(found, now, formats)))
        self._wanted.setText(_("The buyer wants: {text}").format(text=found.wanted))
        self._wanted.setVisible(bool(found.wanted))
        clear(self._parcels)
        with self._bench.desk.reading() as reader:
            latest = load_latest(reader, [parcel.id for parcel in found.parcels])
        for parcel in found.parcels:
            line = _parcel_line(parcel, latest.get(parcel.id), now, formats)
            self._parcels.addWidget(line)


def _source(found: ComplaintDetail, now: datetime, formats: Formats) -> Iterator[str]:
    case = found.case
    if found.channel:
        yield channel_name(found.channel)
    if case.buyer_handle:
        yield case.buyer_handle
    yield when_text(case.opened_at, now, formats)
    if found.replied_at:
        replied = when_phrase(found.replied_at, now, formats)
        yield _("first reply {when}").format(when=replied)


def _parcel_line(
    parcel: ParcelRow, latest: TrackRow | None, now: datetime, formats: Formats
) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    words = " · ".join(_parcel_words(parcel, latest, now, formats))
    row.addWidget(wrapped_label(words, "muted"), 1)
    if parcel.tracking_url and parcel.waybill:
        row.addWidget(icon_button(_("Open &tracking"), "external-link", _opener(parcel)))
    return holder


def _parcel_words(
    parcel: ParcelRow, latest: TrackRow | None, now: datetime, formats: Formats
) -> Iterator[str]:
    courier = courier_name(parcel.courier, parcel.courier_name)
    yield f"{courier} {parcel.waybill}".strip()
    if latest is not None:
        yield _("{when}: {what}").format(when=when_text(latest.at, now, formats), what=latest.text)
    elif parcel.delivered_at:
        yield _("delivered {when}").format(when=when_phrase(parcel.delivered_at, now, formats))
    elif parcel.sent_at:
        yield _("sent {when}").format(when=when_phrase(parcel.sent_at, now, formats))


def _opener(parcel: ParcelRow) -> Callable[[], None]:
    return lambda: open_tracking(parcel.tracking_url, parcel.waybill)
