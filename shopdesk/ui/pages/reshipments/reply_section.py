"""What can be told to the buyer now: ready words that fit where the reshipment stands."""

from collections.abc import Mapping
from datetime import UTC, datetime

from shopdesk.i18n import _
from shopdesk.queries.replies import load_voice
from shopdesk.queries.reshipment_detail import ReshipmentDetail
from shopdesk.queries.shops import load_shop
from shopdesk.rules.replies import REPLIES, reshipment_messages
from shopdesk.ui.base.ready_words import Words
from shopdesk.ui.dialogs.reply_blanks import courier_in, items_text
from shopdesk.ui.pages.cases.telling import TellingSection
from shopdesk.ui.workbench import Workbench


class ReplySection(TellingSection):
    """Speaks of the goods that go out, in the words for the reason why they do."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._found: ReshipmentDetail | None = None

    def show_reshipment(self, found: ReshipmentDetail) -> None:
        """Offer the words that fit a reshipment as it stands; another one begins anew."""
        self._found = found
        with self._bench.desk.reading() as reader:
            shop = load_shop(reader, found.case.shop_id)
            voice = load_voice(reader, shop, found.goods.reason)
        waits = bool(found.goods.wait_note)
        messages = reshipment_messages(found.moving(datetime.now(UTC)), waits=waits)
        blanks = _blanks(found, voice.language)
        words = [
            Words(each.code, _(REPLIES[each.code].title), voice.say(each.codes, blanks))
            for each in messages
        ]
        self.tell(found.case, words, voice.language)

    def again(self) -> None:
        """Show the reshipment that is shown once more."""
        if self._found is not None:
            self.show_reshipment(self._found)


def _blanks(found: ReshipmentDetail, language: str) -> Mapping[str, object]:
    case, goods = found.case, found.goods
    sent = goods.parcels[-1] if goods.parcels else None
    return {
        "buyer": case.buyer_name,
        "number": case.number,
        "order": case.order_number,
        "items": items_text([line.title for line in goods.lines], language),
        "shop": case.shop_name,
        "address": " ".join(goods.address.split()),
        "wait": goods.wait_note,
        "new_courier": courier_in(language, sent.courier, sent.courier_name) if sent else "",
        "new_waybill": sent.waybill if sent else "",
    }
