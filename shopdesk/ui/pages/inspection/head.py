"""Whose parcel it is and why it came: what one has to know before opening it."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk.desk import NOBODY
from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language
from shopdesk.queries.inspection import Inspection
from shopdesk.rules.sentences import reason_name, remedy_name
from shopdesk.services.drafts import ReceivedDraft
from shopdesk.ui.base.labels import wrapped_label
from shopdesk.ui.base.moments import when_text
from shopdesk.ui.pages.inspection.goods_card import OriginOf


class InspectionHead(QWidget):
    """Number and buyer, reason and remedy, the buyer's own words."""

    def __init__(self) -> None:
        super().__init__()
        self.title = wrapped_label("", "heading")
        self.why = wrapped_label("")
        self.words = wrapped_label("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.title, self.why, self.words):
            column.addWidget(label)

    def show_inspection(self, seen: Inspection) -> None:
        """Show another return."""
        found = seen.found
        self.title.setText(_joined(found.number, found.buyer_name or found.buyer_handle))
        self.why.setText(
            _joined(
                reason_name(found.reason, found.reason_text),
                remedy_name(found.remedy),
                _("Wanted: {wanted}").format(wanted=found.wanted) if found.wanted else "",
            )
        )
        self.words.setText(_("“{text}”").format(text=found.note))
        self.words.setVisible(bool(found.note.strip()))


def origins_of(seen: Inspection) -> OriginOf:
    """Return what tells of a kept item who kept it and when, and its parcel if there are more."""
    formats = Formats(current_language(), ZoneInfo(seen.found.timezone))
    now = datetime.now(UTC)
    rows = {row.id: row for row in seen.items}
    parcels = {parcel.id: parcel.waybill for parcel in seen.parcels}

    def origin(item: ReceivedDraft) -> str:
        row = rows.get(item.id or 0)
        if row is None:
            return ""
        waybill = parcels.get(row.parcel_id or 0, "") if len(parcels) > 1 else ""
        return _joined(
            when_text(row.at, now, formats),
            "" if row.person == NOBODY else row.person,
            _("Parcel {waybill}").format(waybill=waybill) if waybill else "",
        )

    return origin


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
