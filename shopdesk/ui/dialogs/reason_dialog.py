"""A step that needs a reason: ready words to begin from, and the words that are kept."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from shopdesk.errors import FieldError
from shopdesk.i18n import N_, _
from shopdesk.queries.replies import load_reply_basis
from shopdesk.rules.replies import OWN_WORDS, Reply, Voice, proposed_reply
from shopdesk.services.drafts import ReasonDraft
from shopdesk.ui.base.fields import ChoiceField, NoteField
from shopdesk.ui.dialogs.reply_blanks import blanks_of, points_of
from shopdesk.ui.dialogs.step_dialog import StepDialog
from shopdesk.ui.dialogs.step_writing import StepAsked

_TEXT_HEIGHT_PX = 120
_MAX_LENGTH = 10_000


class ReasonDialog(StepDialog):
    """What stands in the text is kept; other ready words never replace what was typed.

    The words are the buyer's language's; a subclass whose words stay in the shop takes another
    in `voice`.
    """

    def __init__(
        self, asked: StepAsked, parent: QWidget, words: tuple[str, str], replies: Sequence[Reply]
    ) -> None:
        super().__init__(asked, parent, *words)
        with asked.bench.desk.reading() as reader:
            basis = load_reply_basis(reader, asked.found.id, asked.found.shop_id)
        self._voice = self.voice(basis.voice)
        self._blanks = blanks_of(asked.found, basis)
        choices = [(reply.code, _(reply.title)) for reply in (OWN_WORDS, *replies)]
        self.reply = self.form.add("reply", N_("&Ready words"), ChoiceField(choices))
        self.text = self.form.add("text", N_("&Text"), NoteField(_MAX_LENGTH))
        self.text.setFixedHeight(_TEXT_HEIGHT_PX)
        proposed = proposed_reply((*replies, OWN_WORDS), points_of(asked.found))
        self.reply.set_value(proposed.code)
        self._filled = ""
        self._fill()
        self.form.settle()
        self.reply.changed.connect(self._fill)

    def voice(self, buyers: Voice) -> Voice:
        """Return who speaks: the shop to its buyer."""
        return buyers

    def draft(self) -> ReasonDraft:
        """Return the reason; an empty one is refused by the step."""
        text = self.text.value()
        if not text:
            raise FieldError("text", _("Say why: choose ready words or write your own."))
        return ReasonDraft(text)

    def _fill(self) -> None:
        """Put the chosen words in, unless the person has changed those that stood there."""
        code = self.reply.value()
        if self.text.value() not in ("", self._filled):
            return
        self._filled = "" if code == OWN_WORDS.code else self._voice.say((code,), self._blanks)
        self.text.set_value(self._filled)
