"""Prints so many slips and tells its peak: `… -m shopdesk.bench.processes.slips FILE COUNT`."""

import json
import sys
from itertools import cycle, islice
from pathlib import Path

from shopdesk.bench.processes.peak import peak_kib
from shopdesk.printing.drawing import PaperWish, draw
from shopdesk.printing.sizes import PAPER_SIZES
from shopdesk.queries.papers import read_papers
from shopdesk.queries.returns import find_return_ids
from shopdesk.storage.reader import Reader

if __name__ == "__main__":
    reader = Reader(Path(sys.argv[1]))
    ids = list(islice(cycle(find_return_ids(reader, "all")), int(sys.argv[2])))
    slips = read_papers(reader, "return_slip", ids)
    draw("return_slip", slips, PaperWish(PAPER_SIZES["100x150"], "both", "en"))
    sys.stdout.write(json.dumps({"peak_kib": peak_kib()}))
