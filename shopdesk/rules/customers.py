"""What the shop bears in mind about a buyer, and what makes two of them likely the same person."""

from dataclasses import dataclass

from shopdesk.i18n import N_

MIN_PHONE_DIGITS = 7
_CHINA = "86"
_CHINESE_MOBILE_DIGITS = 11


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark on a buyer; `tone` is one of the theme's."""

    code: str
    name: str
    hint: str
    tone: str


FLAGS = {
    flag.code: flag
    for flag in (
        Flag("vip", N_("VIP"), N_("To be treated with special attention"), "new"),
        Flag("careful", N_("Careful"), N_("Look twice before you agree"), "late"),
    )
}

# Why two buyers may be one, the surest sign first; `{value}` is what they share.
TWIN_SIGNS = {
    "phone": N_("Same phone: {value}"),
    "email": N_("Same e-mail: {value}"),
    "handle": N_("Same name and handle: {value}"),
    "address": N_("Same name and address: {value}"),
}


def phone_forms(digits: str) -> tuple[str, ...]:
    """Return how one number may be written: a Chinese mobile with and without its country."""
    if len(digits) == _CHINESE_MOBILE_DIGITS and digits.startswith("1"):
        return digits, f"{_CHINA}{digits}"
    bare = digits.removeprefix(_CHINA)
    if len(bare) == _CHINESE_MOBILE_DIGITS and bare.startswith("1") and bare != digits:
        return digits, bare
    return (digits,)
