"""Prints one slip and ends: `python -m shopdesk.bench.processes.slip FILE ID`."""

import sys
from pathlib import Path

from shopdesk.printing.return_slip import render_return_slips
from shopdesk.printing.sizes import SLIP_SIZES
from shopdesk.queries.slips import load_return_slip
from shopdesk.storage.reader import Reader

if __name__ == "__main__":
    slip = load_return_slip(Reader(Path(sys.argv[1])), int(sys.argv[2]))
    render_return_slips([slip], SLIP_SIZES["100x150"], "both")
