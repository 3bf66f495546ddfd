"""What can be told to the buyer now: ready words that fit where the return stands."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from shopdesk import services
from shopdesk.i18n import N_, _
from shopdesk.queries.replies import ReplyBasis, load_reply_basis
from shopdesk.queries.return_detail import ReturnDetail
from shopdesk.rules.replies import REPLIES, Message, fitting_messages
from shopdesk.rules.states import STEPS, allows
from shopdesk.ui.base.labels import plain_label
from shopdesk.ui.base.ready_words import ReadyWords, Words
from shopdesk.ui.desk import Change, Session
from shopdesk.ui.dialogs.reply_blanks import blanks_of, telling_of
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.workbench import Workbench

COPIED = N_("Reply copied")
STEP_WORDS = {"remind": N_("Copy and re&mind")}
"""What the button says that copies words and takes the step that telling them is."""


class ReplySection(QWidget):
    """Copying is written on the timeline; a reminder can be copied and taken in one click."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self._found: ReturnDetail | None = None
        self._steps: dict[str, str] = {}
        self.words = ReadyWords(_("Tell the buyer"))
        self.words.copied.connect(self._copied)
        self.words.step_wanted.connect(self._take)
        self.words.language_wanted.connect(self._speak)
        self.setAccessibleName(_("Tell the buyer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(plain_label(_("Tell the buyer"), "heading"))
        layout.addWidget(self.words)

    def show_return(self, found: ReturnDetail) -> None:
        """Offer the words that fit a return as it stands; another return begins anew."""
        with self._bench.desk.reading() as reader:
            basis = load_reply_basis(reader, found.id, found.shop_id)
        if self._found is None or self._found.id != found.id:
            self.words.begin()
        self._found = found
        messages = fitting_messages(telling_of(found, basis.outcome))
        self.setVisible(bool(messages))
        if messages:
            self._offer(found, basis, messages)

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
        self.words.offer(offered, basis.voice.language)

    def _step_text(self, found: ReturnDetail, step: str) -> str:
        taken = step in STEP_WORDS and allows(found.standing, STEPS[step])
        return _(STEP_WORDS[step]) if taken else ""

    def _copied(self, words: Words) -> None:
        found = self._found
        self._bench.messages.toast(_(COPIED))
        if found is None or _is_told(found, words):
            return

        def work(session: Session) -> None:
            services.replies.note_copied(session, found.id, words.code, words.text)

        self._bench.operations.write(COPIED, work, undoable=False)

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

    def _speak(self, language: str) -> None:
        """Answer the shop's buyers in another language from now on."""
        found = self._found
        if found is None:
            return

        def work(session: Session) -> None:
            services.replies.speak_to_buyers(session, found.shop_id, language)

        def done(_value: object, _change: Change) -> None:
            if self._found is not None:
                self.show_return(self._found)

        self._bench.operations.write(N_("Language of replies changed"), work, done)


def _is_told(found: ReturnDetail, words: Words) -> bool:
    """Tell whether the very words were the last that happened: copied twice is told once."""
    last = found.timeline[0] if found.timeline else None
    return last is not None and (last.event, last.text) == ("copied", words.text)
