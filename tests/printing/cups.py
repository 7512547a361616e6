"""A CUPS of our own: its own socket, spool and queues, so that no printer of this computer is touched."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest

CUPSD = "/usr/sbin/cupsd"
PDF_PRINTER = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"
NARROW_PRINTER = str(Path(__file__).with_name("narrow.ppd"))
# The PDF printer puts the jobs of a user that the system does not know here, and so not into anybody's home.
PDF_OUTPUT = Path("/var/spool/cups-pdf/ANONYMOUS")
STRANGER = "amends-test"
TO_ALL = "Order allow,deny\nAllow all\n"
PATIENCE_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Cups:
    """A running print system in a folder of its own."""

    folder: Path
    pid: int

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to print here and nowhere else."""
        server = str(self.folder / "state" / "sock")
        return {**os.environ, "CUPS_SERVER": server, "CUPS_USER": STRANGER, "QT_QPA_PLATFORM": "offscreen"}

    def run(self, *words: str) -> str:
        """Run a program against this print system; its standard output."""
        done = subprocess.run(
            words, env=self.environment, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def print_card(self, queue: str, size: str, sheet: str, *more: str) -> str:
        """Print a card from a program of its own (libcups chooses its server but once) and wait until it is out."""
        said = self.print_unwatched(queue, size, sheet, *more)
        self.wait_until_out()
        return said

    def print_document(self, queue: str, sheet: str, *pages: str) -> str:
        """Print the team sheet of `tests.printing.documents` and wait until it is out."""
        said = self.run(sys.executable, "-m", "tests.printing.print_document", queue, sheet, *pages).strip()
        self.wait_until_out()
        return said

    def wait_until_out(self) -> None:
        """Until no job waits any more."""
        _until(lambda: not self.run("lpstat", "-W", "not-completed", "-o").strip(), "the job is printed")

    def print_unwatched(self, queue: str, size: str, sheet: str, *more: str) -> str:
        """Print without asking CUPS afterwards what became of it."""
        return self.run(sys.executable, "-m", "tests.printing.print_one", queue, size, sheet, *more).strip()

    def spooled(self) -> set[Path]:
        """What programs have sent so far, just as they sent it."""
        return set((self.folder / "spool").glob("d*-001"))

    @property
    def narrow_output(self) -> Path:
        """What came out of the printer that has A4 and Letter alone."""
        return self.folder / "out" / "narrow.pdf"

    @contextmanager
    def held(self) -> Iterator[None]:
        """A print system that hangs."""
        os.kill(self.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self.pid, signal.SIGCONT)


@pytest.fixture(scope="session")
def cups(request: pytest.FixtureRequest) -> Iterator[Cups]:
    """The print system with its queues "PDF" (any size, the default) and "Narrow" (A4 and Letter alone)."""
    if os.geteuid() != 0:
        reason = "Only root may start a print system of its own."
        if request.config.getoption("--all", default=False):
            pytest.fail(reason)
        pytest.skip(reason)
    # A socket's path must stay short.
    folder = Path(tempfile.mkdtemp(prefix="amends-cups-", dir="/tmp"))
    with (folder / "said").open("wb") as said:
        daemon = subprocess.Popen([CUPSD, "-f", *_settings(folder)], stdout=said, stderr=said)
    try:
        started = Cups(folder=folder, pid=daemon.pid)
        _until(lambda: "is running" in started.run("lpstat", "-r"), "cupsd listens")
        started.run("lpadmin", "-p", "PDF", "-v", "cups-pdf:/", "-E", "-P", PDF_PRINTER)
        started.run("lpadmin", "-p", "Narrow", "-v", f"file://{started.narrow_output}", "-E", "-P", NARROW_PRINTER)
        started.run("lpadmin", "-d", "PDF")
        yield started
    finally:
        daemon.terminate()
        daemon.wait(PATIENCE_SECONDS)
        shutil.rmtree(folder, ignore_errors=True)


def _settings(folder: Path) -> list[str]:
    """Write the daemon's settings; the words that name them."""
    folder.chmod(0o755)
    for name in ("root", "spool", "cache", "state", "log", "out"):
        (folder / name).mkdir()
    access, files = folder / "root" / "cupsd.conf", folder / "root" / "cups-files.conf"
    access.write_text(
        f"PreserveJobFiles Yes\nDirtyCleanInterval 0\nListen {folder}/state/sock\nBrowsing Off\n"
        "DefaultAuthType None\nWebInterface No\n"
        f"<Location />\n{TO_ALL}</Location>\n<Location /admin>\n{TO_ALL}</Location>\n"
        f"<Policy default>\n<Limit All>\n{TO_ALL}</Limit>\n</Policy>\n"
    )
    files.write_text(
        f"ServerRoot {folder}/root\nRequestRoot {folder}/spool\nTempDir {folder}/spool\nCacheDir {folder}/cache\n"
        f"StateDir {folder}/state\nAccessLog {folder}/log/access\nErrorLog {folder}/log/error\n"
        f"PageLog {folder}/log/page\nFileDevice Yes\nPrintcap\nUser lp\nGroup lp\nSystemGroup root\n"
    )
    return ["-c", str(access), "-s", str(files)]


def _until(happened: Callable[[], bool], what: str) -> None:
    """Ask again and again, each time through a program, until it is so; fails after PATIENCE_SECONDS."""
    end = monotonic() + PATIENCE_SECONDS
    while not happened():
        assert monotonic() < end, f"waited in vain until {what}"
