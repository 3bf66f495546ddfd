"""How a solution's options and what they came to are said."""

from collections.abc import Iterator

from shopdesk.formats import Formats
from shopdesk.i18n import _, current_language, ngettext
from shopdesk.rules.follow_ups import KINDS
from shopdesk.rules.liability import PARTIES
from shopdesk.rules.options import DEEDS
from shopdesk.rules.solutions import AMOUNTS, OptionStats, SolutionOption

_BETWEEN = " · "


def stats_text(past: OptionStats) -> str:
    """Return how often something was taken, what it cost, how content people were."""
    if not past.taken:
        return _("not taken yet")
    return _BETWEEN.join(_stats_parts(past))


def cost_text(past: OptionStats) -> str:
    """Return what one time cost on average; several currencies one after the other."""
    formats = Formats(current_language())
    return _BETWEEN.join(formats.money(cost, code) for code, cost in past.mean_costs.items())


def score_text(past: OptionStats) -> str:
    """Return the mean score of five, empty where nobody gave one."""
    if past.score is None:
        return ""
    return _("{score} of 5").format(score=Formats(current_language()).number(past.score, 1))


def option_text(option: SolutionOption) -> str:
    """Return what an option does, for how much, who bears it and what follows."""
    return _BETWEEN.join(_option_parts(option))


def amount_text(option: SolutionOption) -> str:
    """Return how much money an option is about, empty where it is none."""
    if option.amount == "share":
        return _("{percent} per cent of what was paid").format(percent=option.percent)
    return "" if option.amount == "none" else _(AMOUNTS[option.amount])


def follow_text(option: SolutionOption) -> str:
    """Return the follow-up that an option plans, empty where it plans none."""
    if not option.follow_kind:
        return ""
    days = ngettext("in {n} day", "in {n} days", option.follow_days).format(n=option.follow_days)
    return _("{what} {when}").format(what=_(KINDS[option.follow_kind]), when=days)


def _stats_parts(past: OptionStats) -> Iterator[str]:
    yield ngettext("taken {n} time", "taken {n} times", past.taken).format(n=past.taken)
    if any(past.mean_costs.values()):
        yield _("{money} each").format(money=cost_text(past))
    if past.score is not None:
        yield score_text(past)


def _option_parts(option: SolutionOption) -> Iterator[str]:
    yield _(DEEDS[option.does].name)
    if option.amount != "none":
        yield amount_text(option)
    if option.pays_freight:
        yield _("freight on us")
    if option.party:
        yield _("liable: {party}").format(party=_(PARTIES[option.party]))
    if option.follow_kind:
        yield follow_text(option)
