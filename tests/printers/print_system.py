"""A real cupsd of the tests' own: its files in one folder, its door a port of this computer.

Queues write into files. Zebra is CUPS' own driver of label printers, whose ZPL is read back by
`zpl.py`; the others pass the PDF on as CUPS would hand it to a printer that reads PDF.
"""

import os
import shutil
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

NEEDED = ("cupsd", "lp", "lpstat", "lpadmin", "cancel", "cupsdisable", "cupsenable", "cupsreject")
ZEBRA_DRIVER = "drv:///sample.drv/zebra.ppd"
_FILTERS = Path("/usr/lib/cups/filter")
_NEEDED_FILTERS = ("pdftopdf", "gstoraster", "rastertolabel")
_SBIN = "/usr/sbin:/sbin"

_CONFIG = """\
Listen 127.0.0.1:{port}
LogLevel info
DefaultAuthType None
WebInterface No
Browsing Off
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit Cancel-Job>
Require user @OWNER
Order deny,allow
</Limit>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """\
ServerRoot {root}/etc
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool/tmp
DocumentRoot {root}/etc
Printcap
FileDevice Yes
Sandboxing relaxed
"""
_PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "PAPER.PPD"
*Product: "(Paper)"
*Manufacturer: "Paper"
*ModelName: "Paper"
*ShortNickName: "Paper"
*NickName: "Paper"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*cupsVersion: 1.7
*cupsFilter: "application/vnd.cups-pdf 0 {program}"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
{sizes}*CloseUI: *PageSize
{regions}*DefaultImageableArea: A4
{areas}*DefaultPaperDimension: A4
{dimensions}{custom}"""
_CUSTOM = """\
*HWMargins: 0 0 0 0
*CustomPageSize True: "pop pop pop <</PageSize[5 -2 roll]/ImagingBBox null>>setpagedevice"
*ParamCustomPageSize Width: 1 points 36 1000
*ParamCustomPageSize Height: 2 points 36 1500
*ParamCustomPageSize WidthOffset: 3 points 0 0
*ParamCustomPageSize HeightOffset: 4 points 0 0
*ParamCustomPageSize Orientation: 5 int 0 3
*MaxMediaWidth: "1000"
*MaxMediaHeight: "1500"
"""
_SIZES = {"A4": (595, 842), "Letter": (612, 792), "A5": (420, 595), "A6": (297, 420)}


def lacking() -> str:
    """Return what of a print system this computer has not, or nothing."""
    programs = [name for name in NEEDED if not _program(name)]
    filters = [name for name in _NEEDED_FILTERS if not (_FILTERS / name).exists()]
    return " ".join(programs + filters)


def _program(name: str) -> str | None:
    return shutil.which(name, path=f"{os.environ['PATH']}:{_SBIN}")


@dataclass(frozen=True)
class Queue:
    """A queue, and the file that stands for its paper."""

    name: str
    output: Path


class PrintSystem:
    """A cupsd that runs."""

    def __init__(self, root: Path, more: str = "") -> None:
        self.root = root
        for folder in ("etc", "log", "cache", "state", "spool/tmp", "out"):
            (root / folder).mkdir(parents=True)
        root.chmod(0o755)  # drivers run as another user
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"127.0.0.1:{port}"
        (root / "etc/cupsd.conf").write_text(_CONFIG.format(port=port) + more)
        (root / "etc/cups-files.conf").write_text(_FILES.format(root=root))
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        """Start cupsd and wait until it answers."""
        etc = self.root / "etc"
        words = ["-f", "-c", str(etc / "cupsd.conf"), "-s", str(etc / "cups-files.conf")]
        with (self.root / "log/said").open("wb") as said:
            process = subprocess.Popen(
                [_program("cupsd") or "cupsd", *words], stdout=said, stderr=said
            )
        for _attempt in range(200):
            if "is running" in self.run("lpstat", "-r"):
                return process
            time.sleep(0.05)
        process.kill()
        raise RuntimeError((self.root / "log/error").read_text())

    def run(self, command: str, *words: str) -> str:
        """Run one of CUPS' commands on this system."""
        env = os.environ | {"CUPS_SERVER": self.address, "LC_ALL": "C.UTF-8"}
        program = _program(command) or command
        done = subprocess.run(
            [program, *words], env=env, capture_output=True, text=True, check=False, timeout=20
        )
        return done.stdout + done.stderr

    def add_zebra(self, name: str, *options: str) -> Queue:
        """Add a label printer."""
        return self._add(name, "-m", ZEBRA_DRIVER, *options)

    def add(
        self, name: str, program: str = "-", sizes: tuple[str, ...] = ("A4",), custom: str = _CUSTOM
    ) -> Queue:
        """Add a printer that reads PDF, through a `program` that may fail or wait."""
        ppd = self.root / f"{name}.ppd"
        ppd.write_text(
            _PPD.format(
                program=program,
                sizes="".join(f'*PageSize {size}: "<<>>setpagedevice"\n' for size in sizes),
                regions=f"*OpenUI *PageRegion: PickOne\n*DefaultPageRegion: A4\n{_regions(sizes)}"
                "*CloseUI: *PageRegion\n",
                areas="".join(
                    f'*ImageableArea {size}: "0 0 {_SIZES[size][0]} {_SIZES[size][1]}"\n'
                    for size in sizes
                ),
                dimensions="".join(
                    f'*PaperDimension {size}: "{_SIZES[size][0]} {_SIZES[size][1]}"\n'
                    for size in sizes
                ),
                custom=custom,
            )
        )
        return self._add(name, "-P", str(ppd))

    def program(self, name: str, script: str) -> str:
        """Write a driver's program, and return where it is."""
        file = self.root / "etc" / name
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)
        return str(file)

    def _add(self, name: str, *options: str) -> Queue:
        output = self.root / "out" / f"{name}.out"
        said = self.run("lpadmin", "-p", name, "-E", "-v", f"file://{output}", *options)
        if "Unable" in said or "Bad" in said:
            raise RuntimeError(said)
        return Queue(name, output)

    def jobs(self, queue: Queue) -> str:
        """Return the jobs that wait, as lpstat tells them."""
        return self.run("lpstat", "-o", queue.name)

    def hang(self) -> None:
        """Let cupsd answer nobody."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let cupsd answer again."""
        self._process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End cupsd and what it started."""
        self.go_on()
        self._process.terminate()
        self._process.wait(20)


def _regions(sizes: tuple[str, ...]) -> str:
    return "".join(f'*PageRegion {size}: "<<>>setpagedevice"\n' for size in sizes)
