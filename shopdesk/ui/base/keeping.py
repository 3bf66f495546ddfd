"""Keeps a choice of the person at this machine, or says why it cannot be kept."""

from shopdesk.errors import ShopDeskError
from shopdesk.ui.workbench import Workbench


def keep(bench: Workbench, **choices: str) -> None:
    """Change settings; a folder that cannot be written is told in the message bar."""
    try:
        bench.desk.settings.change(**choices)
    except ShopDeskError as error:
        bench.messages.refuse(error.sentence)
