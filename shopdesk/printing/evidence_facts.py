"""What an evidence pack says of its case: sentences at the top, and facts beside their names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from shopdesk.formats import Formats
from shopdesk.i18n import _
from shopdesk.queries.claims import ClaimRow
from shopdesk.queries.complaint_detail import ComplaintDetail
from shopdesk.queries.evidence_pack import EvidencePack, PackOrder
from shopdesk.queries.reshipments import ReshipmentRow
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.addresses import place_lines, recipient_lines
from shopdesk.rules.complaint_words import channel_name, situation_name, verdict_name
from shopdesk.rules.event_sentences import claim_name
from shopdesk.rules.kinds import KINDS
from shopdesk.rules.masking import masked_address, masked_phone
from shopdesk.rules.platforms import PLATFORMS
from shopdesk.rules.reshipments import REASONS
from shopdesk.rules.sentences import courier_name, reason_name, remedy_name

Fact = tuple[str, str]
"""What something is, and what it was recorded as; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class FactWriter:
    """Words one pack in the language spoken now; contacts are masked where the shop wants it."""

    pack: EvidencePack
    formats: Formats

    def sentences(self) -> Iterator[str]:
        """Yield what it is about, the large line first."""
        yield _("{kind}: {what}").format(kind=self.kind, what=self.what)
        for claim in self.pack.basis.claims:
            yield self._claim(claim)

    @property
    def kind(self) -> str:
        """What the case is called."""
        return _(KINDS[self.pack.case.kind].name)

    @property
    def what(self) -> str:
        """What went wrong, in the case's own words."""
        about = self.pack.about
        if isinstance(about, ReturnDetail):
            return reason_name(about.reason, about.reason_text)
        if isinstance(about, ReshipmentRow):
            return _(REASONS.get(about.reason, about.reason))
        return situation_name(about.situation)

    def facts(self) -> list[Fact]:
        """Return all facts that are known, in their order on paper."""
        every = (*self._of_case(), *self._of_kind(), *self._of_order())
        return [fact for fact in every if fact[1]]

    def _of_case(self) -> Iterator[Fact]:
        case = self.pack.case
        state = KINDS[case.kind].states.get(case.state)
        platform = PLATFORMS.get(case.platform)
        shop = (case.shop_name, _(platform.name) if platform else case.platform)
        yield _("State"), _(state.name) if state else case.state
        yield _("Shop"), " · ".join(filter(None, shop))
        yield _("Opened on"), self._moment(case.opened_at)
        yield _("Buyer"), " · ".join(filter(None, (case.buyer_name, case.buyer_handle)))
        yield _("Phone"), self._phone(case.buyer_phone)

    def _of_kind(self) -> Iterator[Fact]:
        about = self.pack.about
        if isinstance(about, ReturnDetail):
            yield _("The buyer wants"), remedy_name(about.remedy)
        elif isinstance(about, ReshipmentRow):
            yield from self._of_reshipment(about)
        else:
            yield from self._of_complaint(about)

    def _of_reshipment(self, about: ReshipmentRow) -> Iterator[Fact]:
        who = (about.recipient, self._phone(about.phone))
        place = place_lines(about.address, about.postcode, about.country, self.pack.region)
        yield _("Sent to"), recipient_lines(*who, self._address(place)).replace("\n", " · ")
        yield _("Packed"), self._moment(about.packed_at)
        yield _("Sent"), self._moment(about.sent_at)
        yield _("Delivered"), self._moment(about.delivered_at)

    def _of_complaint(self, about: ComplaintDetail) -> Iterator[Fact]:
        yield _("Received by"), channel_name(about.channel)
        yield _("The buyer wants"), about.wanted
        yield _("First reply"), self._moment(about.replied_at)
        yield _("Options offered"), self._moment(about.offered_at)
        yield _("The buyer chose"), about.chosen.title if about.chosen else ""
        yield _("Platform's number"), about.platform_number
        yield _("Platform asks for"), about.platform_asks
        yield _("Answer to the platform by"), self._moment(about.platform_due_at)
        yield _("Platform decided"), verdict_name(about.verdict)

    def _of_order(self) -> Iterator[Fact]:
        yield _("Order"), self.pack.case.order_number
        order = self.pack.order
        if order is not None:
            yield _("Ordered"), self._moment(order.ordered_at)
            yield _("Paid"), self._paid(order)
            who = (order.recipient, self._phone(order.phone), self._address(order.address))
            yield _("Ordered to"), " · ".join(filter(None, who))

    def _paid(self, order: PackOrder) -> str:
        amount = self.formats.money(order.paid_minor, order.currency)
        return " · ".join(filter(None, (amount, self._moment(order.paid_at))))

    def _claim(self, claim: ClaimRow) -> str:
        said = {
            "courier": courier_name(claim.courier, claim.courier_name) or _("the courier"),
            "reason": claim_name(claim.reason),
            "waybill": claim.waybill or "–",
            "amount": self._money(claim.claimed_minor or claim.worth_minor),
        }
        if claim.state != "open" or claim.due_at is None:
            return _("Claim from {courier}: {reason}, waybill {waybill}, {amount}.").format(**said)
        sentence = _("Claim from {courier}: {reason}, waybill {waybill}, {amount}, by {day}.")
        return sentence.format(**said, day=self.formats.date(self._local(claim.due_at)))

    def _money(self, minor: int) -> str:
        return self.formats.money(minor, self.pack.case.currency)

    def _moment(self, at: datetime | None) -> str:
        return "" if at is None else self.formats.date_time(at)

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self.formats.timezone)

    def _phone(self, text: str) -> str:
        return masked_phone(text) if self.pack.shop.masks_contacts else text

    def _address(self, text: str) -> str:
        return masked_address(text) if self.pack.shop.masks_contacts else text
