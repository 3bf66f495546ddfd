"""Prints one slip and ends: `python -m shopdesk.bench.processes.slip FILE ID`."""

import sys
from pathlib import Path

from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.slips import load_return_slip
from shopdesk.storage.reader import Reader

if __name__ == "__main__":
    slip = load_return_slip(Reader(Path(sys.argv[1])), int(sys.argv[2]))
    draw("return_slip", [slip], PaperWish(PAPER_SIZES["100x150"], "both", "en"))
