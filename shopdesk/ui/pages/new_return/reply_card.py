"""The card with words that are ready to be copied into the chat."""

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.replies import load_own_texts
from shopdesk.rules.languages import buyers_language
from shopdesk.rules.replies import OwnTexts, Voice
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.ready_words import ReadyWords, Words
from shopdesk.ui.desk import Session
from shopdesk.ui.pages.new_return.replying import ready_words
from shopdesk.ui.pages.new_return.standing import Standing
from shopdesk.ui.workbench import Workbench


class ReplyCard(Card):
    """Speaks to the shop's buyers in their language, in the shop's own words where it has them."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Ready reply"))
        self._bench = bench
        self._standing: Standing | None = None
        self._payer = ""
        self._shop_id = 0
        self._language = ""
        self._own: OwnTexts = {}
        self.copied: list[Words] = []
        """What was copied for the return that is being logged, to be noted with it."""
        self.words = ReadyWords(_("Ready reply"))
        self.words.copied.connect(self._keep_copied)
        self.words.language_wanted.connect(self._speak)
        self.body.addWidget(self.words)
        self.hide()

    @property
    def text(self) -> str:
        """The words that would be copied."""
        return self.words.text

    def show_standing(self, standing: Standing | None, payer: str) -> None:
        """Offer words for the form as it stands; none before there is a reason."""
        self._standing, self._payer = standing, payer
        self.setVisible(standing is not None and bool(standing.reason))
        if standing is None or not standing.reason:
            return
        if standing.shop.id != self._shop_id:
            self._take_shop(standing)
        self.words.offer(ready_words(standing, payer, self._voice(standing)), self._language)

    def copy(self) -> None:
        """Put the words on the clipboard and say so."""
        self.words.copy()

    def _voice(self, standing: Standing) -> Voice:
        self._language = self._language or buyers_language(
            standing.shop.buyer_language, standing.shop.region
        )
        return Voice(self._language, self._own, standing.reason)

    def _take_shop(self, standing: Standing) -> None:
        shop_id = self._shop_id = standing.shop.id
        self._language, self._own = "", {}
        self._bench.operations.query(
            "new_return.words", lambda reader: load_own_texts(reader, shop_id), self._take_own
        )

    def _take_own(self, own: OwnTexts) -> None:
        self._own = own
        self.show_standing(self._standing, self._payer)

    def _keep_copied(self, words: Words) -> None:
        self.copied = [*(said for said in self.copied if said.code != words.code), words]
        self._bench.messages.toast(_("Reply copied"))

    def _speak(self, language: str) -> None:
        """Answer in another language, and remember it for the shop."""
        shop_id = self._shop_id
        self._language = language
        self.show_standing(self._standing, self._payer)

        def work(session: Session) -> None:
            services.replies.speak_to_buyers(session, shop_id, language)

        self._bench.operations.write(N_("Language of replies changed"), work)
