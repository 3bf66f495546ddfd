"""One shop's window: its pages, what is there on every page, and what happens around them.

Forms and bars are imported where they are asked for, for the window to open at once.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from shopdesk.errors import ShopDeskError
from shopdesk.i18n import N_, _
from shopdesk.queries.open_work import OpenWork, count_open_work
from shopdesk.queries.people import load_person_rows
from shopdesk.queries.shops import load_shops
from shopdesk.rules.evidence import looks_like_evidence
from shopdesk.ui.actions import Action
from shopdesk.ui.base.boxes import ask_to_throw_away
from shopdesk.ui.desk import Change, Desk
from shopdesk.ui.evidence.taking import NOWHERE
from shopdesk.ui.evidence_watch import EvidenceWatch
from shopdesk.ui.main_window import MainWindow
from shopdesk.ui.people.sitting import sit_down
from shopdesk.ui.places import FIRST_PAGE, PAGES
from shopdesk.ui.qt_texts import speak_in_windows
from shopdesk.ui.reminders import Reminder, Reminders, TrayNotifier
from shopdesk.ui.scanner_keys import ScannerKeys, is_sign, is_text_field
from shopdesk.ui.skin import Skin, ThemeChoice
from shopdesk.ui.watch import Watch

NEW_RETURN = N_("New return")
REMINDERS_MS = 3_000


class DeskWindow(MainWindow):
    """The window of a shop that is set up."""

    restore_wanted = Signal(Path)
    """The person chose a backup to be put in the shop's place."""

    def __init__(self, desk: Desk, skin: Skin) -> None:
        super().__init__(desk, PAGES)
        self._skin = skin
        self.watch = Watch(desk, self)
        self.evidence_watch = EvidenceWatch(desk, self.operations, self)
        self.scanner = ScannerKeys(self, self._leaves_scans_to)
        notifier = TrayNotifier(self.windowIcon(), self)
        self.reminders = Reminders(desk, self.operations, notifier)
        self._add_actions()
        self._follow_writes()
        self._follow_scans()
        self._fill_rail()
        self._follow_reminders()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Open on the first page, once the window itself is painted."""
        super().paintEvent(event)
        if not self.page:
            self.later(0, self._open_first_page)

    def later(self, wait_ms: int, do: Callable[[], object]) -> None:
        """Do something after a while, unless the window is closed by then."""
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(do)
        self.closing.connect(timer.stop)
        timer.start(wait_ms)

    def import_files(self, paths: list[Path]) -> None:
        """Open the preview of order files; without any, the page where they are chosen."""
        self.go("importing")
        self.page_widget("importing").start(paths)

    def _take_files(self, paths: list[Path]) -> None:
        """Give dropped photos to the case that is shown, and order files to the import."""
        take = getattr(self.shell.stack.currentWidget(), "take_evidence", None)
        if not all(looks_like_evidence(path.name) for path in paths):
            self.import_files(paths)
        elif take is not None:
            take(paths)
        else:
            self.messages.remark(_(NOWHERE), "late")

    def go(
        self, page: str, record_id: int | None = None, *, chip: str = "", step: str = ""
    ) -> None:
        """Show a page; Ctrl+N stands for what is new there from now on."""
        super().go(page, record_id, chip=chip, step=step)
        words = getattr(self.shell.stack.currentWidget(), "new_words", NEW_RETURN)
        self.actions_of_window["new_return"].setText(_(words))

    def new_here(self) -> None:
        """Begin what the page that is shown calls new; a return where it calls nothing so.

        Such a page has `new_words`, marked for translation, and `start_new()`.
        """
        start = getattr(self.shell.stack.currentWidget(), "start_new", self.new_return)
        start()

    def new_return(self) -> None:
        """Open the form for a new return."""
        self.go("new_return")
        self.page_widget("new_return").start()

    def receive_parcel(self) -> None:
        """Open the desk with its box ready for a scan."""
        self.go("desk")
        self.page_widget("desk").start()

    def take_scan(self, text: str) -> None:
        """Answer a scan on a page that takes scans, else at the desk.

        It must not choose or press anything, whatever page is shown.
        """
        take = getattr(self.shell.stack.currentWidget(), "take_scan", None)
        if take is not None:
            take(text)
            return
        if self.page != "desk":
            self.receive_parcel()
        self.page_widget("desk").take(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a sign that nothing else takes to a page that has a place for it."""
        take = getattr(self.shell.stack.currentWidget(), "take_sign", None)
        if take is not None and is_sign(event):
            take(event.text())
        else:
            super().keyPressEvent(event)

    def use_language(self, language: str) -> None:
        """Speak a language from now on, and keep the choice; a half-typed form is asked about."""
        if self.typed_page:
            self.go(self.typed_page)
            ask_to_throw_away(self, partial(self._speak, language))
        else:
            self._speak(language)

    def _speak(self, language: str) -> None:
        speak_in_windows(language)
        self.rebuild()
        self._keep(language=language)

    def use_theme(self, theme: ThemeChoice) -> None:
        """Wear a theme from now on, and keep the choice."""
        self._skin.wear(theme)
        self._keep(theme=theme)

    def page_widget(self, key: str) -> Any:  # noqa: ANN401 - each page has its own methods
        """Return a page, made if it was not shown yet."""
        return self._shown(key)

    def _open_first_page(self) -> None:
        if not self.page:
            self.go(FIRST_PAGE)

    def _shown(self, key: str) -> QWidget:
        is_new = key not in self._pages
        page: Any = super()._shown(key)
        if is_new and key == "settings":
            page.language_wanted.connect(self.use_language)
            page.theme_wanted.connect(self.use_theme)
            page.restore_wanted.connect(self.restore_wanted)
            page.backed_up.connect(self.watch.tell)
        return page  # type: ignore[no-any-return]

    def _keep(self, **choices: str) -> None:
        """Keep a choice; one that cannot be kept still holds until the window is closed."""
        try:
            self.bench.desk.settings.change(**choices)
        except ShopDeskError as error:
            self.messages.refuse(error.sentence)

    def _add_actions(self) -> None:
        self.add_top_action(
            "import_orders",
            Action(N_("Import orders"), "upload", "Ctrl+I"),
            lambda: self.import_files([]),
        )
        self.add_top_action(
            "receive_parcel",
            Action(N_("Receive parcel"), "scan-barcode", "F4"),
            self.receive_parcel,
        )
        self.add_top_action(
            "new_return", Action(NEW_RETURN, "plus", "Ctrl+N"), self.new_here, "primary"
        )

    def _follow_writes(self) -> None:
        self.closing.connect(self.watch.close)
        self.closing.connect(self.evidence_watch.close)
        self.evidence_watch.told.connect(self._tell_trouble)
        self.watch.evidence_lacking.connect(self.evidence_watch.look)
        self.rebuilt.connect(self._fill_rail)
        self.files_dropped.connect(self._take_files)
        self.operations.changed.connect(self._after_write)
        self.watch.written_elsewhere.connect(self._written_elsewhere)
        self.watch.backup_told.connect(self._show_backup_line)
        self.watch.refused.connect(self._tell_trouble)
        self.rebuilt.connect(self._follow_person)
        self._follow_person()

    def _follow_person(self) -> None:
        """Let the rail's foot say who sits here; it is made anew with the language."""
        person = self.rail.person
        person.chosen.connect(lambda name: sit_down(self.bench, name))
        person.new_wanted.connect(self._add_person)
        person.hand_over_wanted.connect(self._hand_over)

    def _add_person(self) -> None:
        from shopdesk.ui.people.person_dialog import PersonDialog

        PersonDialog(self.bench, self).open()

    def _hand_over(self) -> None:
        from shopdesk.ui.dialogs.hand_over import hand_over_all

        hand_over_all(self.bench, self).open()

    def _follow_scans(self) -> None:
        self.scanner.scanned.connect(self.take_scan)
        self.closing.connect(self.scanner.stop)
        self.scanner.listen()

    def _follow_reminders(self) -> None:
        """Begin once the window stands: what writing needs is loaded by then."""
        self.reminders.due.connect(self._remind)
        self.closing.connect(self.reminders.close)
        self.later(REMINDERS_MS, self.reminders.begin)

    def _remind(self, due: Reminder) -> None:
        from shopdesk.ui.follow_ups.reminder_bar import show_reminder

        show_reminder(self.bench, self, due)

    def _leaves_scans_to(self, widget: QWidget) -> bool:
        page = self.shell.stack.currentWidget()
        leaves: Callable[[QWidget], bool] = getattr(page, "leaves_scans_to", is_text_field)
        return leaves(widget)

    def _after_write(self, _change: Change) -> None:
        self.watch.own_write()
        self._fill_rail()

    def _show_backup_line(self, sentence: str) -> None:
        self.rail.set_backup_line(sentence)

    def _tell_trouble(self, sentence: str) -> None:
        self.messages.refuse(sentence)

    def _written_elsewhere(self) -> None:
        self.operations.changed.emit(Change(None, ""))

    def _fill_rail(self) -> None:
        with self.bench.desk.reading() as reader:
            shops = load_shops(reader)
            people = [one.name for one in load_person_rows(reader)]
        self.rail.person.show_people(people, self.bench.desk.person)
        self.rail.set_shop(shops[0].name if shops else "", len(shops))
        self.watch.tell()
        self._count()

    def _count(self) -> None:
        awaited = self.bench.desk.settings.now.waiting_documents()
        count = partial(count_open_work, awaited=awaited)
        self.operations.query("rail", count, self._show_open_work)

    def _show_open_work(self, counts: Mapping[str, OpenWork]) -> None:
        for page, work in counts.items():
            if page in self._entries:
                self.rail.set_count(page, work.count, late=work.late)
