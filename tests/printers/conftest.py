"""A print system of its own, once a run, and papers to print."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.printers.print_system import PrintSystem, Queue, lacking


@pytest.fixture(scope="session")
def running_system() -> Iterator[PrintSystem]:
    """A cupsd that runs until the last test of printing is done."""
    if not sys.platform.startswith("linux"):
        pytest.skip("cupsd is started on Linux only")
    if lacking():
        pytest.skip(f"there is no {lacking()}: install cups (python3 dev.py test does it as root)")
    root = Path(tempfile.mkdtemp(prefix="shopdesk-cups-"))
    system = PrintSystem(root)
    yield system
    system.stop()
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture
def system(running_system: PrintSystem, monkeypatch: pytest.MonkeyPatch) -> PrintSystem:
    """The print system, which is this computer's as long as the test runs."""
    monkeypatch.setenv("CUPS_SERVER", running_system.address)
    return running_system


@pytest.fixture(scope="session")
def _zebra(running_system: PrintSystem) -> Queue:
    return running_system.add_zebra("Zebra")


@pytest.fixture
def zebra(system: PrintSystem, _zebra: Queue) -> Queue:
    """A label printer of 203 dots per inch that has printed nothing yet."""
    _zebra.output.unlink(missing_ok=True)
    return _zebra


@pytest.fixture(scope="session")
def _office(running_system: PrintSystem) -> Queue:
    return running_system.add("Office", sizes=("A4", "Letter", "A5", "A6"))


@pytest.fixture
def office(system: PrintSystem, _office: Queue) -> Queue:
    """A printer that reads PDF, of any size, and prints whatever an earlier test did to it."""
    system.run("cupsenable", _office.name)
    _office.output.unlink(missing_ok=True)
    return _office


@pytest.fixture(scope="session")
def _zebra_300(running_system: PrintSystem) -> Queue:
    return running_system.add_zebra("Zebra300", "-o", "Resolution=300dpi")


@pytest.fixture
def zebra_300(system: PrintSystem, _zebra_300: Queue) -> Queue:
    """A label printer of 300 dots per inch that has printed nothing yet."""
    _zebra_300.output.unlink(missing_ok=True)
    return _zebra_300
