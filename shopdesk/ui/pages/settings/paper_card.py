"""What slips and labels are printed on, and in which language."""

from shopdesk.i18n import N_, _
from shopdesk.printing.sizes import SLIP_SIZE_NAMES
from shopdesk.printing.words import SLIP_LANGUAGES
from shopdesk.ui.base.cards import Card
from shopdesk.ui.base.fields import ChoiceField
from shopdesk.ui.base.form import Form
from shopdesk.ui.pages.settings.keeping import keep
from shopdesk.ui.workbench import Workbench


class PaperCard(Card):
    """Each preview of a slip starts with these."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(_("Slips and labels"))
        now = bench.desk.settings.now
        form = Form()
        self.slip_size = form.add(
            "slip_size", N_("P&aper"), ChoiceField(list(SLIP_SIZE_NAMES.items()))
        )
        self.slip_language = form.add("slip_language", N_("Lan&guage"), ChoiceField(_languages()))
        self.slip_size.set_value(now.slip_size)
        self.slip_language.set_value(now.slip_language)
        self.slip_size.changed.connect(lambda: keep(bench, slip_size=self.slip_size.value()))
        self.slip_language.changed.connect(
            lambda: keep(bench, slip_language=self.slip_language.value())
        )
        self.body.addWidget(form)


def _languages() -> list[tuple[str, str]]:
    return [(key, _(words)) for key, words in SLIP_LANGUAGES.items()]
