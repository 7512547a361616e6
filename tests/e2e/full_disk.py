"""Small disks of our own: one that fills up, one that may only be read."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_KB = 1024


def _mount(*words: str) -> None:
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"No disk can be mounted here: {done.stderr.strip()}")


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[Path]:
    """A disk of that size at `place`, gone at the end."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("Only root on Linux can mount a small disk.")
    place.mkdir(exist_ok=True)
    _mount("-t", "tmpfs", "-o", f"size={megabytes}M", "amends-test", str(place))
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def make_read_only(disk: Path) -> None:
    """What is on it may be read from now on, and no more."""
    _mount("-o", "remount,ro", str(disk))


def fill(disk: Path) -> Path:
    """Fill it to the last byte; remove the file that comes back to make room."""
    filler = disk / "holiday films"
    with filler.open("wb", buffering=0) as out:
        try:
            while True:
                out.write(b"\0" * _KB)
        except OSError:
            pass
    return filler
