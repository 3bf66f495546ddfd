"""All that speaks for the shop in one case, gathered for the courier or the platform."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shopdesk.errors import DomainError
from shopdesk.i18n import _
from shopdesk.paths import DataFolder
from shopdesk.queries.case_detail import CaseDetail, load_case_detail
from shopdesk.queries.claims import ClaimBasis, load_claim_basis
from shopdesk.queries.complaint_detail import ComplaintDetail, load_complaint_detail
from shopdesk.queries.evidence import EvidenceRow, load_evidence
from shopdesk.queries.label_sheets import load_slip_papers
from shopdesk.queries.paper import SlipPaper
from shopdesk.queries.reshipments import ReshipmentRow, load_reshipment
from shopdesk.queries.return_detail import ParcelRow, ReturnDetail, load_return_detail
from shopdesk.queries.shops import ShopRow, load_shop
from shopdesk.queries.tracking import TrackRow, load_events
from shopdesk.queries.values import RowsOf
from shopdesk.rules.evidence import EvidencePlace
from shopdesk.storage.reader import Reader

About = ReturnDetail | ReshipmentRow | ComplaintDetail
"""What is known of a case beyond what all kinds have in common."""


@dataclass(frozen=True, slots=True)
class PackGoods:
    """Goods that the case is about; `value_minor` is for all units."""

    title: str
    variant: str
    sku: str
    quantity: int
    value_minor: int


@dataclass(frozen=True, slots=True)
class PackOrder:
    """The order behind a case, in its own currency."""

    ordered_at: datetime
    paid_at: datetime | None
    paid_minor: int
    currency: str
    recipient: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True)
class PackParcel:
    """A parcel, and what its courier said, the oldest first."""

    parcel: ParcelRow
    events: tuple[TrackRow, ...]


@dataclass(frozen=True, slots=True)
class EvidencePack:
    """What an evidence pack shows; `files` stand in the order in which they were added."""

    case: CaseDetail
    shop: ShopRow
    about: About
    order: PackOrder | None
    goods: tuple[PackGoods, ...]
    parcels: tuple[PackParcel, ...]
    basis: ClaimBasis
    files: tuple[EvidenceRow, ...]
    made_at: datetime
    attachments: Path
    """The folder in which the files are kept."""
    paper: SlipPaper

    @property
    def buyer_language(self) -> str:
        """The language that the shop chose for its buyers, empty for that of its region."""
        return self.shop.buyer_language

    @property
    def region(self) -> str:
        """The shop's country."""
        return self.shop.region


_goods = RowsOf(PackGoods)
_order = RowsOf(PackOrder)

_GOODS = {
    "return": "SELECT title, variant, sku, quantity, value_minor FROM return_line"
    " WHERE case_id = :case ORDER BY position",
    "reshipment": "SELECT title, variant, sku, quantity, price_minor FROM reshipment_line"
    " WHERE case_id = :case ORDER BY position",
    "complaint": "SELECT title, variant, sku, quantity, paid_minor FROM order_line"
    " WHERE order_id = :order ORDER BY position",
}
_ORDER = """
    SELECT ordered_at, paid_at, paid_minor, currency, recipient, phone, address
    FROM orders WHERE id = ?
"""
_ABOUT = {
    "return": load_return_detail,
    "reshipment": load_reshipment,
    "complaint": load_complaint_detail,
}


def load_evidence_pack(reader: Reader, case_id: int, made_at: datetime) -> EvidencePack:
    """Return what speaks for the shop, all as of one moment; raises DomainError if it is gone."""
    with reader.snapshot():
        return evidence_pack(reader, case_id, made_at)


def evidence_pack(reader: Reader, case_id: int, made_at: datetime) -> EvidencePack:
    """Return the same for whoever holds a snapshot already."""
    case = load_case_detail(reader, case_id)
    about = _ABOUT[case.kind](reader, case_id) if case else None
    basis = load_claim_basis(reader, case_id)
    if case is None or about is None or basis is None:
        raise DomainError(_("This case is no longer there. Load the page again."))
    row = reader.row(_ORDER, (case.order_id,))
    goods = reader.rows(_GOODS[case.kind], {"case": case_id, "order": case.order_id})
    return EvidencePack(
        case=case,
        shop=load_shop(reader, case.shop_id),
        about=about,
        order=None if row is None else _order(row),
        goods=tuple(map(_goods, goods)),
        parcels=tuple(_parcel(reader, parcel) for parcel in basis.parcels),
        basis=basis,
        files=load_evidence(reader, EvidencePlace(case_id=case_id)),
        made_at=made_at,
        attachments=DataFolder(reader.path.parent).attachments,
        paper=load_slip_papers(reader).get(case.shop_id, SlipPaper()),
    )


def _parcel(reader: Reader, parcel: ParcelRow) -> PackParcel:
    return PackParcel(parcel, load_events(reader, parcel.id)[::-1])
