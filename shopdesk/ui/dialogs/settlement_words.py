"""What a settlement's proposal is judged by, as sentences over the form."""

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, current_language
from shopdesk.queries.settlement import SettlementBasis

_PAID = N_("Paid {paid} for the order, nothing refunded yet.")
_PAID_AND_GIVEN = N_("Paid {paid} for the order, {already} already refunded: {left} is left.")


def basis_text(basis: SettlementBasis) -> str:
    """Return what was paid, refunded before and is left; on a line below, who pays the way back."""
    return "\n".join(filter(None, (_paid_text(basis), _freight_text(basis))))


def difference_text(basis: SettlementBasis, out_minor: int) -> str:
    """Return how the goods that go out compare with those that came back."""
    formats = Formats(current_language())
    words = N_("Goods for {out} go out, {back} was paid for those that came back: no difference.")
    owed = basis.difference_minor(out_minor)
    if owed > 0:
        words = N_(
            "Goods for {out} go out, {back} was paid for those that came back: "
            "the buyer pays {difference}."
        )
    elif owed < 0:
        words = N_(
            "Goods for {out} go out, {back} was paid for those that came back: "
            "{difference} goes back to the buyer."
        )
    return _(words).format(
        out=formats.money(out_minor, basis.currency),
        back=formats.money(basis.value_minor, basis.currency),
        difference=formats.money(abs(owed), basis.currency),
    )


def _paid_text(basis: SettlementBasis) -> str:
    formats = Formats(current_language())
    if basis.paid_minor is None or basis.ceiling_minor is None:
        return _("No order: check what was paid.")
    return _(_PAID_AND_GIVEN if basis.already_minor else _PAID).format(
        paid=formats.money(basis.paid_minor, basis.currency),
        already=formats.money(basis.already_minor, basis.currency),
        left=formats.money(basis.ceiling_minor, basis.currency),
    )


def _freight_text(basis: SettlementBasis) -> str:
    if basis.freight_payer == "buyer":
        return ""
    return _("The way back is not the buyer's to pay: add the freight they paid.")
