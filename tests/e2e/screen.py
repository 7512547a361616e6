"""A screen of our own with a window manager on it, and the program started there as its owner starts it."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 30.0
_NOT_PASSED_ON = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS")


def clean_environment(**more: str) -> dict[str, str]:
    """That of the tests, without any screen or bus."""
    return {**{name: value for name, value in os.environ.items() if name not in _NOT_PASSED_ON}, **more}


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An X server with a window manager; yields the environment for programs on it."""
    reads, writes = os.pipe()
    size = ["-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writes), *size], pass_fds=[writes], stderr=subprocess.DEVNULL)
    os.close(writes)
    with os.fdopen(reads) as told:
        environment = clean_environment(DISPLAY=f":{told.readline().strip()}")
    try:
        with _window_manager(environment):
            yield environment
    finally:
        _end(server)


@contextmanager
def _window_manager(environment: Mapping[str, str]) -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        ready = Path(folder, "ready")
        os.mkfifo(ready)
        words = ["openbox", "--sm-disable", "--startup", f"sh -c 'echo > {ready}'"]
        quiet = subprocess.DEVNULL
        manager = subprocess.Popen(words, env=dict(environment), stdout=quiet, stderr=quiet)
        try:
            ready.read_text()  # comes back when openbox is there
            yield
        finally:
            _end(manager)


def _end(program: "subprocess.Popen[bytes]") -> None:
    program.terminate()
    program.wait(PATIENCE_SECONDS)


class Amends:
    """The program in a process of its own, on that screen."""

    def __init__(self, file: Path, environment: Mapping[str, str], *more: str) -> None:
        self.file = file
        self.environment = dict(environment)
        words = [sys.executable, "-m", "app", "--file", str(file), *more]
        pipe = subprocess.PIPE
        self.running = subprocess.Popen(words, cwd=ROOT, env=self.environment, stdout=pipe, stderr=pipe, text=True)
        self.window = ""

    def wait_for_window(self, title: str) -> str:
        """Until a window of that name is shown; the whole title."""
        self.window = self.xdotool("search", "--sync", "--onlyvisible", "--name", title).split()[0]
        self.xdotool("windowactivate", "--sync", self.window)
        return self.xdotool("getwindowname", self.window).strip()

    def xdotool(self, *words: str) -> str:
        """As `xdotool` does it on that screen."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        assert done.returncode == 0, f"xdotool {' '.join(words)}: {done.stderr} {self.running.poll()}"
        return done.stdout

    def keys(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "4", text)

    def until(self, is_so: Callable[[], bool], what: str) -> None:
        """Ask again and again, for as long as patience lasts."""
        end = monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert monotonic() < end, f"never: {what}"

    def ended(self) -> tuple[int, str]:
        """Wait for its end; status and what it said on standard error."""
        said = self.running.communicate(timeout=PATIENCE_SECONDS)[1]
        return self.running.returncode, said

    def kill(self) -> None:
        if self.running.poll() is None:
            self.running.send_signal(signal.SIGKILL)
        self.running.communicate(timeout=PATIENCE_SECONDS)


def door(file: Path, *words: str) -> str:
    """What a script is told about the file; AssertionError where it is refused."""
    done = subprocess.run(
        [sys.executable, "-m", "app", "--file", str(file), *words],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
