"""A shop's own wording of what buyers are told, for one reason or for all; and how it reads."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from shopdesk import services
from shopdesk.i18n import LANGUAGES, N_, _
from shopdesk.queries.replies import load_own_texts
from shopdesk.queries.shops import ShopRow, load_shops
from shopdesk.rules.languages import buyers_language
from shopdesk.rules.replies import (
    BLANKS,
    GROUPS,
    REPLIES,
    OwnTexts,
    Voice,
    filled,
    reasons_of,
    replies_of,
)
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.base.buttons import icon_button
from shopdesk.ui.base.fields import ChoiceField, NoteField
from shopdesk.ui.base.labels import plain_label, plain_tooltip
from shopdesk.ui.base.list_dialog import Entry, ListDialog
from shopdesk.ui.base.soft_box import SoftBox
from shopdesk.ui.desk import Change, Reader, Session
from shopdesk.ui.dialogs.undoing import offer_undo
from shopdesk.ui.pages.settings.ready_words_sample import sample_values
from shopdesk.ui.workbench import Workbench

_LENGTH = 2_000
_TEXT_HEIGHT_PX = 120
KEPT = N_("Ready words changed.")
SET_BACK = N_("Ready words set back.")

Place = tuple[str, str, str]
"""The shop's id as text, a language, and the code of a reason or nothing."""
Read = tuple[list[ShopRow], dict[int, OwnTexts]]
"""The shops, and the own wordings of each."""


class ReadyWordsDialog(ListDialog):
    """One text at a time, of one shop in one language, for one reason or for all."""

    def __init__(self, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent, _("Ready words"))
        self._bench = bench
        self._shops: dict[str, ShopRow] = {}
        self._own: dict[int, OwnTexts] = {}
        self._shown: Place = ("", "", "")
        self.shop = ChoiceField()
        self.language = ChoiceField(list(LANGUAGES.items()))
        self.reason = ChoiceField()
        self._label_above()
        self.text = self.form.add("text", N_("&Text"), NoteField(_LENGTH))
        self.text.setFixedHeight(_TEXT_HEIGHT_PX)
        self.preview = SoftBox(_("How it will read"))
        self.insert_button = icon_button(_("&Insert a blank"), "plus", self._open_blanks)
        self.back_button = icon_button(_("Set &back"), "undo", self.set_back)
        self.below.addWidget(plain_label(_("How it will read"), "muted"))
        self.below.addWidget(self.preview)
        self.buttons.addWidget(self.insert_button)
        self.buttons.addWidget(self.back_button)
        self.text.changed.connect(self._show_preview)
        for field in (self.shop, self.language, self.reason):
            field.activated.connect(self._take_place)
        bench.operations.query((id(self), "words"), _load, self._begin)

    def show_entry(self, key: str) -> None:
        """Show one text as it is said now."""
        if key:
            self._offer_reasons(key)
            self.text.set_value(self._voice.template(key))
            self.form.settle()
            self._show_preview()
            self._show_back()

    def save(self) -> None:
        """Keep the shop's own wording."""
        shop_id, code, language, text = self._at.id, self.chosen, self._language, self.text.value()
        reason = self.reason.value()

        def work(session: Session) -> None:
            services.replies.keep_text(session, shop_id, code, language, text, reason=reason)

        self._bench.operations.write(KEPT, work, self.saved, self.refused)

    def set_back(self) -> None:
        """Say the shipped words again."""
        shop_id, code, language = self._at.id, self.chosen, self._language
        reason = self.reason.value()

        def work(session: Session) -> None:
            services.replies.set_back(session, shop_id, code, language, reason=reason)

        self._bench.operations.write(SET_BACK, work, self.saved, self.refused)

    def saved(self, value: object, change: Change) -> None:
        """Stay open, and offer to take it back."""
        super().saved(value, change)
        self._read_again()
        if change.id is not None:
            offer_undo(self._bench, change, _(change.label), self._read_again)

    @property
    def _at(self) -> ShopRow:
        return self._shops[self.shop.value()]

    @property
    def _language(self) -> str:
        return self.language.value()

    @property
    def _voice(self) -> Voice:
        return Voice(self._language, self._own_texts, self.reason.value())

    @property
    def _own_texts(self) -> OwnTexts:
        return self._own.get(self._at.id, {})

    def _begin(self, read: Read) -> None:
        shops, self._own = read
        self._shops = {str(shop.id): shop for shop in shops}
        self.shop.set_choices([(key, shop.name) for key, shop in self._shops.items()])
        shop = self._at
        self.language.set_value(buyers_language(shop.buyer_language, shop.region))
        self._shown = self._place
        self._show_entries()

    def _read_again(self) -> None:
        self._bench.operations.query((id(self), "words"), _load, self._renew)

    def _renew(self, read: Read) -> None:
        self._own = read[1]
        self._show_entries()

    def _show_entries(self) -> None:
        own = {(code, language) for code, _reason, language in self._own_texts}
        entries: list[Entry] = []
        for group, name in GROUPS.items():
            entries.append(Entry("", _(name)))
            for reply in replies_of(group):
                is_own = (reply.code, self._language) in own
                words = _("{title} (own words)") if is_own else "{title}"
                entries.append(Entry(reply.code, words.format(title=_(reply.title))))
        self.set_entries(entries)

    def _take_place(self) -> None:
        """Go to another shop, language or reason, after asking if something was typed."""
        wanted = self._place
        if not self.form.is_touched:
            self._go(wanted)
            return
        self._put(self._shown)
        ask_to_throw_away(self, partial(self._go, wanted))

    @property
    def _place(self) -> Place:
        return self.shop.value(), self._language, self.reason.value()

    def _go(self, place: Place) -> None:
        self._put(place)
        self._shown = place
        self._show_entries()

    def _put(self, place: Place) -> None:
        for field, value in zip((self.shop, self.language, self.reason), place, strict=True):
            field.set_value(value)

    def _offer_reasons(self, key: str) -> None:
        """Offer the reasons that this kind of text is said for; another kind has others."""
        own = {reason for code, reason, _language in self._own_texts if code == key}
        named = reasons_of(REPLIES[key].group).items()
        words = {True: _("{name} (own words)"), False: "{name}"}
        self.reason.set_choices(
            [
                ("", _("For every reason")),
                *((code, words[code in own].format(name=_(name))) for code, name in named),
            ]
        )
        self._shown = self._place

    def _label_above(self) -> None:
        fields = (
            (_("Shop"), self.shop),
            (_("Language"), self.language),
            (_("For"), self.reason),
        )
        for label, field in fields:
            field.setAccessibleName(label)
            self.above.addWidget(plain_label(label, "muted"))
            self.above.addWidget(field)
        self.above.addStretch(1)

    def _show_preview(self) -> None:
        if self._shops:
            values = sample_values(self._at, self._language)
            self.preview.set_text(filled(self.text.value(), values))

    def _show_back(self) -> None:
        is_own = (self.chosen, self.reason.value(), self._language) in self._own_texts
        self.back_button.setEnabled(is_own)
        why = _("There are no own words here to forget.")
        back = _("Forget these own words")
        self.back_button.setToolTip(plain_tooltip(back if is_own else why))

    def _open_blanks(self) -> None:
        menu = QMenu(self.insert_button)
        for name, words in BLANKS.items():
            about = _("{blank}: {meaning}").format(blank=f"{{{name}}}", meaning=_(words))
            menu.addAction(about.replace("&", "&&"), partial(self._insert, name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.insert_button.mapToGlobal(self.insert_button.rect().topLeft()))

    def _insert(self, name: str) -> None:
        self.text.insertPlainText(f"{{{name}}}")
        self.text.setFocus()


def _load(reader: Reader) -> Read:
    shops = load_shops(reader)
    return shops, {shop.id: load_own_texts(reader, shop.id) for shop in shops}
