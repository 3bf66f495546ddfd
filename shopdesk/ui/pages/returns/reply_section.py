"""What can be told to the buyer now: ready words that fit where the return stands."""

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.replies import ReplyBasis, load_reply_basis
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.replies import REPLIES, Message, fitting_messages
from shopdesk.rules.states import STEPS, allows
from shopdesk.ui.base.ready_words import Words
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.reply_blanks import blanks_of, telling_of
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.cases.telling import TellingSection
from shopdesk.ui.workbench import Workbench

STEP_WORDS = {"remind": N_("Copy and re&mind")}
"""What the button says that copies words and takes the step that telling them is."""


class ReplySection(TellingSection):
    """A reminder can be copied and taken in one click."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._found: ReturnDetail | None = None
        self._steps: dict[str, str] = {}
        self.words.step_wanted.connect(self._take)

    def show_return(self, found: ReturnDetail) -> None:
        """Offer the words that fit a return as it stands; another return begins anew."""
        with self._bench.desk.reading() as reader:
            basis = load_reply_basis(reader, found.id, found.shop_id)
        self._found = found
        messages = fitting_messages(telling_of(found, basis.outcome))
        self._offer(found, basis, messages)

    def again(self) -> None:
        """Show the return that is shown once more."""
        if self._found is not None:
            self.show_return(self._found)

    def _offer(self, found: ReturnDetail, basis: ReplyBasis, messages: tuple[Message, ...]) -> None:
        blanks = blanks_of(found, basis)
        self._steps = {message.code: message.step for message in messages}
        offered = [
            Words(
                message.code,
                _(REPLIES[message.code].title),
                basis.voice.say(message.codes, blanks),
                self._step_text(found, message.step),
            )
            for message in messages
        ]
        self.tell(found, offered, basis.voice.language)

    def _step_text(self, found: ReturnDetail, step: str) -> str:
        taken = step in STEP_WORDS and allows(found.standing, STEPS[step])
        return _(STEP_WORDS[step]) if taken else ""

    def _take(self, words: Words) -> None:
        """Write both, what was copied and the step, as one change."""
        found, step = self._found, STEPS[self._steps[words.code]]
        if found is None:
            return

        def work(session: Session) -> None:
            services.replies.note_copied(session, found.id, words.code, words.text)
            services.steps.take_step(session, found.id, step.code, None, found.version)

        def done(_value: object, change: Change) -> None:
            sentence = _("{number}: {done}").format(number=found.number, done=_(step.done))
            offer_undo(self._bench, change, sentence)

        self._bench.operations.write(step.done, work, done)
