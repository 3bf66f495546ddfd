"""What is said about papers beside their preview: addresses that lack, characters that do."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from shopdesk.i18n import N_, _, ngettext
from shopdesk.queries.paper import PackingSlip, ReturnSlip

if TYPE_CHECKING:
    from shopdesk.printing.drawing import LeftAway, Replaced

_MOST_CHARACTERS = 8
_GONE = N_("The label sheet that was chosen is not there any more: this is {size}.")
_BROKEN_LOGO = N_(
    "The shop's logo cannot be read and is left out. Choose its picture again in Settings."
)
_LEFT_AWAY = {
    "": "",
    "logo": N_("On labels this small the shop's logo is left away."),
    "lines": N_("On labels this small the shop's lines and logo are left away."),
}


class Remarks:
    """Collects while papers are drawn; says the first of each kind, and how many more."""

    def __init__(self) -> None:
        self._without_address: dict[str, None] = {}
        self._replaced: list[Replaced] = []
        self._left_away = ""
        self._gone = ""
        self._missing = 0
        self._has_broken_logo = False

    def see(self, data: object) -> None:
        """Look whether a paper says where its parcel goes."""
        if isinstance(data, ReturnSlip | PackingSlip) and not data.to_address:
            self._without_address[_no_address(data)] = None

    def see_gone(self, size_name: str) -> None:
        """Take, as marked for translation, on what papers are drawn whose own is not there."""
        self._gone = size_name

    def see_missing(self, count: int) -> None:
        """Take how many of the cases are not there any more."""
        self._missing = count

    def see_logo(self, png: bytes) -> None:
        """Look whether a shop's logo can be drawn."""
        if png and not self._has_broken_logo:
            from shopdesk.printing.logos import read_logo

            self._has_broken_logo = read_logo(png) is None

    def see_replaced(self, replaced: Iterable["Replaced"]) -> None:
        """Take what the font lacks."""
        self._replaced.extend(replaced)

    def see_left_away(self, what: "LeftAway") -> None:
        """Take what small labels have no room for."""
        self._left_away = _LEFT_AWAY[what]

    def sentences(self) -> tuple[str, ...]:
        """Return what there is to say, one sentence for each kind of trouble."""
        kinds = (
            [_missing(self._missing)] if self._missing else [],
            [_(_GONE).format(size=_(self._gone))] if self._gone else [],
            list(self._without_address),
            [_not_in_font(each) for each in self._replaced],
            [_(_BROKEN_LOGO)] if self._has_broken_logo else [],
            [_(self._left_away)] if self._left_away else [],
        )
        return tuple(_first_of(sentences) for sentences in kinds if sentences)


def _first_of(sentences: Sequence[str]) -> str:
    more = len(sentences) - 1
    if not more:
        return sentences[0]
    counted = ngettext("One more is like this.", "{n} more are like this.", more).format(n=more)
    return f"{sentences[0]}\n{counted}"


def _missing(count: int) -> str:
    return ngettext(
        "{n} case is no longer there and is left out.",
        "{n} cases are no longer there and are left out.",
        count,
    ).format(n=count)


def _no_address(slip: ReturnSlip | PackingSlip) -> str:
    if isinstance(slip, PackingSlip):
        sentence = _("{number} has no address yet. Enter it with “Change goods or address”.")
        return sentence.format(number=slip.number)
    sentence = _(
        "{shop} has no return address yet: the slip does not say where to send the parcel."
        " Enter it in Settings."
    )
    return sentence.format(shop=slip.shop_name)


def _not_in_font(replaced: "Replaced") -> str:
    characters = "".join(replaced.characters)[:_MOST_CHARACTERS]
    return ngettext(
        "{characters} is not in the font and prints as 〓 on {number}.",
        "{characters} are not in the font and print as 〓 on {number}.",
        len(characters),
    ).format(characters=characters, number=replaced.number)
