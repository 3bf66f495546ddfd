"""An option of a complaint in words: what it costs, who bears it, when somebody comes back."""

from collections.abc import Iterator

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.queries.complaint_detail import OptionRow
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.options import follow_of


def option_words(option: OptionRow, currency: str) -> str:
    """Return an option as one line to choose by: its title, and its amount if it has one."""
    title = option.title_in(current_language())
    if not option.amount_minor:
        return title
    amount = Formats(current_language()).money(option.amount_minor, currency)
    return _("{option} · {amount}").format(option=title, amount=amount)


def cost_words(option: OptionRow, currency: str) -> str:
    """Return the small line under an option."""
    return " · ".join(_parts(option, currency))


def _parts(option: OptionRow, currency: str) -> Iterator[str]:
    formats = Formats(current_language())
    amount = formats.money(option.amount_minor, currency)
    if option.freight_minor:
        freight = formats.money(option.freight_minor, currency)
        yield _("{amount} + {freight} freight").format(amount=amount, freight=freight)
    elif option.amount_minor:
        yield amount
    if not option.deed.follows:
        yield _(option.deed.name)
    follow = follow_of(option.deed.code, option.follow_kind)
    if follow in KINDS:
        days = ngettext("in {n} day", "in {n} days", max(1, option.follow_days))
        when = days.format(n=max(1, option.follow_days))
        yield _("{what} {when}").format(what=_(KINDS[follow]), when=when)
    if option.party in PARTIES:
        yield _("borne by: {party}").format(party=_(PARTIES[option.party]))
