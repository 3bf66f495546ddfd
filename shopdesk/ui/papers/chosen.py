"""What is chosen for a document at this machine, kept as soon as it is chosen."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from shopdesk.i18n import current_language
from shopdesk.printing.making import PaperWanted
from shopdesk.settings import PaperChoice, SettingsFile


class ChosenPaper:
    """Begins with what is remembered, and with what `wanted` names instead of that.

    Only what is chosen from then on is kept; what cannot be kept raises StorageError, and holds.
    """

    def __init__(self, settings: SettingsFile, document: str, wanted: PaperChoice) -> None:
        self._settings = settings
        self._document = document
        instead = {name: code for name, code in asdict(wanted).items() if code}
        self.choice = replace(settings.now.paper_choice(document), **instead)

    def choose(self, name: str, value: str) -> None:
        """Choose one thing, a field of PaperChoice."""
        self.choice = replace(self.choice, **{name: value})
        self._settings.choose_paper(self._document, **{name: value})

    def begin_at(self, start: int) -> None:
        """Take a label for the first free one of the sheet in the printer."""
        self._settings.begin_labels(self.choice.paper, start)

    def wanted(self, case_ids: Sequence[int], dpi: int) -> PaperWanted:
        """Return what is to be drawn for a printer of so many dots per inch."""
        start = self._settings.now.first_free(self.choice.paper)
        ids = tuple(case_ids)
        return PaperWanted(self._document, ids, self.choice, current_language(), dpi, start)
