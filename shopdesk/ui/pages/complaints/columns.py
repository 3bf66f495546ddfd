"""What the list of complaints shows of each."""

from shopdesk.i18n import N_, _
from shopdesk.queries.complaints import ComplaintRow
from shopdesk.rules.complaint_words import channel_name, situation_name
from shopdesk.rules.complaints import SEVERITIES, STATES
from shopdesk.ui.base.columns import Column
from shopdesk.ui.base.tones import TONES
from shopdesk.ui.pages.cases.columns import due_column
from shopdesk.ui.theme import Tone

SEVERITY_TONES: dict[str, Tone] = {"high": "wait", "urgent": "late"}


def severity_tone(severity: str) -> Tone:
    """Return the colours in which it stands how grave something is."""
    return SEVERITY_TONES.get(severity, "muted")


def state_tone(state: str) -> Tone:
    """Return the colours in which a state stands."""
    return TONES[STATES[state].tone]


def _severity(row: ComplaintRow) -> str:
    return _(SEVERITIES.get(row.severity, ""))


def _about(row: ComplaintRow) -> str:
    """Return the situation, and the buyer's words in one line behind it."""
    words = " ".join(row.note.split())
    return _("{situation} · {words}").format(situation=situation_name(row.situation), words=words)


def _where(row: ComplaintRow) -> str:
    return _("At the platform") if row.at_platform else channel_name(row.channel)


COMPLAINT_COLUMNS: tuple[Column[ComplaintRow], ...] = (
    Column("number", N_("Complaint"), 102, lambda row: row.number, sort="opened"),
    Column("buyer", N_("Buyer"), 104, lambda row: row.buyer, sort="buyer"),
    Column("situation", N_("What happened"), 240, _about, stretch=True),
    Column("severity", N_("Severity"), 88, _severity, lambda row: severity_tone(row.severity)),
    Column(
        "state",
        N_("Status"),
        138,
        lambda row: _(STATES[row.state].name),
        lambda row: state_tone(row.state),
        badge=True,
        sort="state",
    ),
    due_column(ComplaintRow, 150),
    Column("channel", N_("Channel"), 120, _where),
    Column("owner", N_("Owner"), 84, lambda row: row.owner),
)
