"""The evidence pack: what was agreed, sent and seen, in one PDF for the courier or the platform."""

from collections.abc import Callable, Iterable, Iterator
from zoneinfo import ZoneInfo

from shopdesk.formats import Formats
from shopdesk.i18n import _, speaking
from shopdesk.printing.drawing import MadePaper, PaperWish, Replaced, begun
from shopdesk.printing.evidence_facts import FactWriter
from shopdesk.printing.evidence_tables import EvidenceTables
from shopdesk.printing.label_sheet import whole_sheet
from shopdesk.printing.losses import replaced_in
from shopdesk.printing.report_page import ReportPage
from shopdesk.printing.sheet import Sheet
from shopdesk.printing.words import first_language, pdf_language
from shopdesk.queries.evidence_pack import EvidencePack
from shopdesk.rules.evidence_packs import is_shown


def draw_evidence_packs(
    document: str,
    data: Iterable[EvidencePack],
    wish: PaperWish,
    after_each: Callable[[int], object],
) -> MadePaper:
    """Return one PDF with every pack, each from a new page on; see `draw`.

    Each kept file is read through, and one that is not what it was when it was added is named so
    instead of being shown.
    """
    first, packs = begun(data)
    language = wish.language_of(first)
    with speaking(language):
        run = _Run(first, wish, language)
    for done, pack in enumerate(packs, start=1):
        language = wish.language_of(pack)
        with speaking(language):
            run.add(pack, language)
        after_each(done)
    return run.made(document)


class _Run:
    """Packs on their way into one PDF, which is called and speaks like the first of them."""

    def __init__(self, first: EvidencePack, wish: PaperWish, language: str) -> None:
        self._size = whole_sheet(wish.paper)
        paper = (self._size.width_pt, self._size.height_pt)
        shop = first.case.shop_name
        self._sheet = Sheet(paper, _title(first), shop, pdf_language(language))
        self._page = ReportPage(self._size, self._sheet)
        self._pages = 0
        self._numbers: list[str] = []
        self._replaced: list[Replaced] = []

    def add(self, pack: EvidencePack, language: str) -> None:
        """Draw a pack from a new page on."""
        if self._pages:
            self._sheet.next_page()
        zone = ZoneInfo(pack.case.timezone)
        facts = FactWriter(pack, Formats(first_language(language), zone))
        self._pages += _draw(self._page, facts)
        self._numbers.append(pack.case.number)
        self._replaced.extend(replaced_in(pack.case.number, list(_texts(facts))))

    def made(self, document: str) -> MadePaper:
        """End the PDF and return it with what is to be known about it."""
        return MadePaper(
            document=document,
            content=self._sheet.finish(),
            size=self._size,
            numbers=tuple(self._numbers),
            pages=self._pages,
            replaced=tuple(self._replaced),
            used=self._pages,
        )


def _draw(page: ReportPage, facts: FactWriter) -> int:
    """Draw one pack; return on how many pages."""
    pack, case, paper = facts.pack, facts.pack.case, facts.pack.paper
    made = _("made {when}").format(when=facts.formats.date_time(pack.made_at))
    order = _("Order {number}").format(number=case.order_number) if case.order_number else ""
    about = " · ".join(filter(None, (facts.kind, case.shop_name, order)))
    has_head = paper.logo_png or paper.lines
    top_pt = page.letterhead(case.shop_name, paper) if has_head else page.top_pt
    top_pt = page.heading(_title(pack), about, made, top_pt)
    top_pt = page.sentences(facts.sentences(), top_pt)
    foot = _("{title} · times in {zone}").format(title=_title(pack), zone=case.timezone)
    rows = EvidenceTables(pack, facts, page).rows()
    return page.tables(rows, top_pt, " · ".join(filter(None, (foot, paper.foot))))


def _title(pack: EvidencePack) -> str:
    return _("Evidence pack {number}").format(number=pack.case.number)


def _texts(facts: FactWriter) -> Iterator[object]:
    """Yield what stands on paper, as far as it may come from outside."""
    pack = facts.pack
    yield facts.facts(), list(facts.sentences()), pack.case.shop_name, pack.paper
    yield pack.goods, pack.parcels, [(row.name, row.note, row.line_title) for row in pack.files]
    yield [entry.text for entry in pack.case.timeline if is_shown(entry.event)]
