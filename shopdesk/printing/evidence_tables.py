"""The tables and photos of an evidence pack, in the language spoken now."""

from collections.abc import Iterator

from shopdesk.i18n import N_, _, current_language
from shopdesk.printing.cleaning import one_line
from shopdesk.printing.evidence_facts import FactWriter
from shopdesk.printing.photo_rows import PHOTO_PX, PhotoRows, Shown
from shopdesk.printing.photos import read_photo
from shopdesk.printing.report_page import ReportPage
from shopdesk.printing.rows import Row
from shopdesk.printing.tables import Column, Tables
from shopdesk.printing.words import words_of
from shopdesk.queries.claims import ClaimRow
from shopdesk.queries.evidence import EvidenceRow
from shopdesk.queries.evidence_pack import EvidencePack, PackParcel
from shopdesk.rules.claims import STATES as CLAIM_STATES
from shopdesk.rules.event_sentences import claim_name, event_text
from shopdesk.rules.evidence import KINDS, TROUBLES
from shopdesk.rules.evidence_packs import is_shown
from shopdesk.rules.sentences import courier_name
from shopdesk.rules.tracking import STATUSES
from shopdesk.storage.attachments import place_of, trouble_with

_FACTS = (
    Column(N_("What"), 0.24, figures=False),
    Column(N_("As it was recorded"), 0.76, figures=False),
)
_GOODS = (
    Column(N_("Item"), 0.62, figures=False),
    Column(N_("Units"), 0.14),
    Column(N_("Value"), 0.24),
)
_CLAIMS = (
    Column(N_("Claim"), 0.32, figures=False),
    Column(N_("Goods"), 0.15),
    Column(N_("Freight"), 0.14),
    Column(N_("Claimed"), 0.15),
    Column(N_("Claim by"), 0.24, figures=False),
)
_EVENTS = (
    Column(N_("When"), 0.26, figures=False),
    Column(N_("What the courier says"), 0.54, figures=False),
    Column(N_("Where"), 0.2, figures=False),
)
_TIMELINE = (
    Column(N_("When"), 0.26, figures=False),
    Column(N_("What happened"), 0.56, figures=False),
    Column(N_("Entered by"), 0.18, figures=False),
)
_FILES = (
    Column(N_("File, and SHA-256 of its content"), 0.63, figures=False),
    Column(N_("Size"), 0.11),
    Column(N_("Added"), 0.26, figures=False),
)
_KB = 1000


class EvidenceTables:
    """Sets what speaks for the shop in one case into the column of a page."""

    def __init__(self, pack: EvidencePack, facts: FactWriter, page: ReportPage) -> None:
        self.pack, self.facts, self.formats = pack, facts, facts.formats
        self._page = page
        self._tables = Tables(words_of(current_language()), page.left_pt, page.width_pt)
        self._troubles = {row.id: self._trouble(row) for row in pack.files}

    def rows(self) -> Iterator[Row]:
        """Yield every table and the photos, from top to bottom."""
        table, pack = self._tables.table, self.pack
        yield from table(N_("The case"), _FACTS, self.facts.facts())
        yield from table(N_("The goods"), _GOODS, self._goods())
        yield from table(
            N_("Claimed from the courier"), _CLAIMS, map(self._claim, pack.basis.claims)
        )
        for parcel in pack.parcels:
            title = self._parcel_title(parcel)
            yield from table(title, _EVENTS, self._events(parcel), comes_again=True)
        yield from table(N_("What happened"), _TIMELINE, self._timeline())
        photos = PhotoRows(self._page.left_pt, self._page.width_pt)
        yield from photos.rows(_("Photos"), [self._shown(n, row) for n, row in self._pictures()])
        yield from table(N_("All files"), _FILES, self._files())

    def _goods(self) -> Iterator[tuple[str, ...]]:
        for goods in self.pack.goods:
            named = " · ".join(filter(None, (goods.variant, goods.sku)))
            title = one_line(goods.title) or named
            words = f"{title}\n{named}" if named and title != named else title
            yield words, self.formats.number(goods.quantity), self._money(goods.value_minor)

    def _claim(self, claim: ClaimRow) -> tuple[str, ...]:
        courier = courier_name(claim.courier, claim.courier_name)
        named = " · ".join(filter(None, (courier, claim.waybill, claim.reference)))
        day = self.formats.date_time(claim.due_at) if claim.due_at else ""
        return (
            f"{claim_name(claim.reason)}\n{named}",
            self._money(claim.goods_minor),
            self._money(claim.freight_minor),
            self._money(claim.claimed_minor) if claim.claimed_minor else "–",
            "\n".join(filter(None, (_(CLAIM_STATES[claim.state].name), day))),
        )

    def _parcel_title(self, parcel: PackParcel) -> str:
        row = parcel.parcel
        courier = courier_name(row.courier, row.courier_name)
        return " ".join(filter(None, (courier, row.waybill))) or N_("Parcel without a waybill")

    def _events(self, parcel: PackParcel) -> Iterator[tuple[str, ...]]:
        row = parcel.parcel
        if row.sent_at:
            yield self.formats.date_time(row.sent_at), _("Given to the courier"), ""
        for event in parcel.events:
            status = STATUSES.get(event.status)
            said = one_line(event.text) or (_(status.name) if status else event.status)
            yield self.formats.date_time(event.at), said, one_line(event.place)
        if row.delivered_at:
            yield self.formats.date_time(row.delivered_at), _("Delivered"), ""

    def _timeline(self) -> Iterator[tuple[str, ...]]:
        for entry in reversed(self.pack.case.timeline):
            if is_shown(entry.event):
                said = event_text(entry.event, entry.text, entry.values, self.formats)
                yield self.formats.date_time(entry.at), one_line(said), entry.person

    def _pictures(self) -> Iterator[tuple[int, EvidenceRow]]:
        """Yield the photos with the numbers that the list of files gives them."""
        return ((n, row) for n, row in enumerate(self.pack.files, start=1) if row.is_picture)

    def _shown(self, number: int, row: EvidenceRow) -> Shown:
        name = f"{number} · {one_line(row.name)}"
        added = self.formats.date_time(row.added_at)
        about = " · ".join(filter(None, (added, row.person, row.line_title, one_line(row.note))))
        if self._troubles[row.id]:
            return Shown(name, f"{self._troubles[row.id]} · {about}", None)
        place = place_of(self.pack.attachments, row.file_name)
        photo = read_photo(place, row.kind, PHOTO_PX)
        return Shown(name, about if photo else f"{_('It cannot be shown')} · {about}", photo)

    def _files(self) -> Iterator[tuple[str, ...]]:
        for number, row in enumerate(self.pack.files, start=1):
            size = _("{size} kB").format(size=self.formats.number(max(1, row.size // _KB)))
            said = (
                f"{number} · {one_line(row.name)}",
                KINDS[row.kind].name,
                self._troubles[row.id],
            )
            named = " · ".join(filter(None, said))
            added = f"{self.formats.date_time(row.added_at)}\n{row.person}"
            yield f"{named}\n{row.sha256}", size, added

    def _trouble(self, row: EvidenceRow) -> str:
        """Return what is wrong with a kept file, in words; empty where it is as it was added."""
        code = trouble_with(self.pack.attachments, row.file_name, row.size)
        if not code:
            return ""
        noticed_at = row.trouble_at or self.pack.made_at
        day = self.formats.date(noticed_at.astimezone(self.formats.timezone))
        return _(TROUBLES[code]).format(day=day)

    def _money(self, minor: int) -> str:
        return self.formats.money(minor, self.pack.case.currency)
