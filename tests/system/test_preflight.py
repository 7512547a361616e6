"""What would make Qt abort is said in a sentence beforehand."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from socket import AF_UNIX, socket

import pytest

from app.system.preflight import PACKAGES, missing_libraries, obstacle

APT_LINE = "sudo apt install --no-install-recommends " + " ".join(PACKAGES)


@pytest.fixture
def screen() -> Iterator[str]:
    """The name of a display of its own, that lives as long as the test."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL) as server:
        os.close(writer)
        with os.fdopen(reader) as answer:
            name = answer.readline().strip()
        yield f":{name}"
        server.terminate()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_all_that_qt_needs(platform: str) -> None:
    assert obstacle({}, platform) is None


@pytest.mark.parametrize("environ", [{}, {"DISPLAY": ""}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}])
def test_no_screen_is_said(environ: dict[str, str]) -> None:
    sentence = obstacle(environ, "linux")
    assert sentence is not None
    assert "there is no screen here" in sentence
    assert "amends list" in sentence


@pytest.mark.parametrize("wish", ["offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen"])
def test_no_screen_is_wanted(wish: str) -> None:
    assert obstacle({"QT_QPA_PLATFORM": wish}, "linux") is None


def test_x_is_wanted_but_there_is_no_screen() -> None:
    sentence = obstacle({"QT_QPA_PLATFORM": "xcb"}, "linux")
    assert sentence is not None
    assert "no screen" in sentence


@pytest.mark.parametrize("display", [":9876", "nonsense", ":x", "127.0.0.1:999"])
def test_a_display_that_does_not_answer_is_named(display: str) -> None:
    sentence = obstacle({"DISPLAY": display}, "linux")
    assert sentence is not None
    assert f"DISPLAY says {display}, but no screen answers" in sentence


@pytest.mark.window
def test_a_display_that_answers_is_no_obstacle(screen: str) -> None:
    assert obstacle({"DISPLAY": screen}, "linux") is None
    assert obstacle({"DISPLAY": screen, "WAYLAND_DISPLAY": "wayland-gone"}, "linux") is None


def test_a_wayland_socket_is_enough(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path), "QT_QPA_PLATFORM": "wayland"}
    sentence = obstacle(environ, "linux")
    assert sentence is not None
    assert "wayland" in sentence
    with socket(AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        assert obstacle(environ, "linux") is None or missing_libraries(["libwayland-cursor.so.0"])


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    names = ["libc.so.6", "libof-nobody.so.1"]
    assert missing_libraries(names) == ["libof-nobody.so.1"]
    assert missing_libraries(names, linker_cache=tmp_path / "none") == ["libof-nobody.so.1"]


def test_the_linker_cache_is_believed(tmp_path: Path) -> None:
    cache = tmp_path / "ld.so.cache"
    cache.write_bytes(b"glibc-ld.so.cache1.1\0libof-nobody.so.1\0/usr/lib/libof-nobody.so.1\0")
    assert missing_libraries(["libof-nobody.so.1"], linker_cache=cache) == []
    assert missing_libraries(["libof-nobody.so"], linker_cache=cache) == ["libof-nobody.so"]


def test_the_sentence_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.system.preflight._DRAWING", ("libof-nobody.so.1",))
    sentence = obstacle({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert sentence is not None
    assert "the library libof-nobody.so.1 is missing" in sentence
    assert APT_LINE in sentence


def test_libraries_of_a_window_are_asked_for_where_one_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.system.preflight._XCB", ("libone.so.1", "libtwo.so.2"))
    sentence = obstacle({"DISPLAY": ":0"}, "linux")
    assert sentence is not None
    assert "the libraries libone.so.1, libtwo.so.2 are missing" in sentence
    assert obstacle({"QT_QPA_PLATFORM": "offscreen"}, "linux") is None
