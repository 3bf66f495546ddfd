"""Where a policy's figures come from, how that was read, and when, in the language spoken now."""

from shopdesk.formats import Formats
from shopdesk.i18n import N_, _
from shopdesk.rules.policy import CERTAINTIES, Policy
from shopdesk.rules.presets import POLICIES, is_changed

_READ = N_("{source}. {certainty}, {date}.")
_CHOSEN = N_("{source}, set by no law.")
_CHANGED = N_("Changed by the shop. It began as: {source}")


def policy_name(policy: Policy) -> str:
    """Return what a policy is called; a preset that the shop changed is not passed off as it."""
    name = _(policy.name)
    is_preset = policy.name == POLICIES[policy.code].name
    return _("{name}, changed").format(name=name) if is_preset and is_changed(policy) else name


def source_text(policy: Policy, formats: Formats) -> str:
    """Return the source of a policy; figures that the shop changed are not passed off as law."""
    words = _CHOSEN if policy.certainty == "own choice" else _READ
    sentence = _(words).format(
        source=_(policy.source),
        certainty=_(CERTAINTIES[policy.certainty]),
        date=formats.date(policy.checked_on),
    )
    return _(_CHANGED).format(source=sentence) if is_changed(policy) else sentence
