"""Prints one slip and ends: `python -m shopdesk.bench.processes.slip FILE ID`."""

import sys
from pathlib import Path

from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.papers import read_papers
from shopdesk.storage.reader import Reader

if __name__ == "__main__":
    slips = read_papers(Reader(Path(sys.argv[1])), "return_slip", [int(sys.argv[2])])
    draw("return_slip", slips, PaperWish(PAPER_SIZES["100x150"], "both", "en"))
