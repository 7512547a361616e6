"""Knows what a test needs besides Python, and whether it is on this computer."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that must be there: a program by name, or a file by path, and the Debian package that brings it."""

    what: str
    package: str

    def is_met(self) -> bool:
        if self.what.startswith("/"):
            return Path(self.what).exists()
        return shutil.which(self.what) is not None or Path("/usr/sbin", self.what).exists()


_SCREEN = (Need("Xvfb", "xvfb"),)
_BUS = (Need("dbus-run-session", "dbus"),)

# By marker; the packages are those that `tests/run --all` installs.
NEEDS: dict[str, tuple[Need, ...]] = {
    "window": (*_SCREEN, Need("openbox", "openbox"), Need("xdotool", "xdotool"), Need("xwininfo", "x11-utils")),
    "screen_reader": (
        *_SCREEN,
        *_BUS,
        Need("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
        Need("/usr/lib/python3/dist-packages/pyatspi/__init__.py", "python3-pyatspi"),
    ),
    "notifications": (*_SCREEN, *_BUS, Need("dunst", "dunst")),
    "cups": (
        Need("cupsd", "cups"),
        Need("lpadmin", "cups-client"),
        Need("ippeveprinter", "cups-ipp-utils"),
        Need("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd", "printer-driver-cups-pdf"),
        Need("pdfinfo", "poppler-utils"),
    ),
}


def missing(marker: str, platform: str = sys.platform) -> str | None:
    """Why a test with this marker cannot run here, as a sentence, or None when it can."""
    needs = NEEDS.get(marker, ())
    if needs and platform != "linux":
        return "This is tested on Linux alone."
    packages = sorted({need.package for need in needs if not need.is_met()})
    return f"Not installed here: {', '.join(packages)}." if packages else None
