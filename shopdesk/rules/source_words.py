"""Where a policy's figures come from, how that was read, and when, in the language spoken now."""

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _, ngettext
from shopdesk.rules.policy import CERTAINTIES, Policy
from shopdesk.rules.presets import POLICIES, is_changed

_READ = N_("{source}. {certainty}, {date}.")
_CHOSEN = N_("{source}, set by no law.")
_CHANGED = N_("Changed by the shop. It began as: {source}")


def policy_name(policy: Policy) -> str:
    """Return what a policy is called; a preset that the shop changed is not passed off as it.

    It is known by its own window then, for the preset's may stand in the preset's name.
    """
    name = _(policy.name)
    if policy.name != POLICIES[policy.code].name or not is_changed(policy):
        return name
    days = policy.window_days
    return ngettext(
        "{days} day, changed from “{name}”", "{days} days, changed from “{name}”", days
    ).format(days=days, name=name)


def source_text(policy: Policy, formats: Formats) -> str:
    """Return the source of a policy; figures that the shop changed are not passed off as law."""
    words = _CHOSEN if policy.certainty == "own choice" else _READ
    sentence = _(words).format(
        source=_(policy.source),
        certainty=_(CERTAINTIES[policy.certainty]),
        date=formats.date(policy.checked_on),
    )
    return _(_CHANGED).format(source=sentence) if is_changed(policy) else sentence
