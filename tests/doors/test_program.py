"""The same as a program of its own, as scripts start it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT


def amends(*words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
    environ = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "app", *words],
        input=given, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=environ, check=False,
    )  # fmt: skip


def test_readme_example(tmp_path: Path) -> None:
    file = str(tmp_path / "try.amends")
    added = amends(
        "--file", file, "add", given='{"customer": {"name": "Dána"}, "words": "The cake was the wrong one."}'
    )
    assert (added.returncode, added.stdout, added.stderr) == (0, '{"number": 1}\n', "")
    listed = amends("list", "--file", file)
    assert json.loads(listed.stdout)[0]["customer"] == "Dána"
    card = amends("card", "1", "--pdf", str(tmp_path / "card.pdf"), "--file", file)
    assert (card.returncode, json.loads(card.stdout)["pages"], card.stderr) == (0, 2, "")
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("words", "status"), [(["lst"], 2), (["--help"], 0), (["list", "--file", "/nowhere/x"], 1)])
def test_exit_status_and_streams(words: list[str], status: int) -> None:
    done = amends(*words)
    assert done.returncode == status
    assert bool(done.stdout) == (status == 0)
    assert bool(done.stderr) == (status != 0)


def test_list_that_is_cut_off_is_quiet(tmp_path: Path) -> None:
    file = str(tmp_path / "x.amends")
    given = "\n".join(json.dumps({"words": f"case {n} " * 10}) for n in range(1000))
    assert amends("add", "--file", file, given=given).returncode == 0
    with subprocess.Popen(
        [sys.executable, "-m", "app", "list", "--file", file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as reading:
        assert reading.stdout is not None
        assert reading.stderr is not None
        reading.stdout.readline()
        reading.stdout.close()
        assert reading.stderr.read() == b""


@pytest.mark.parametrize("words", [["list"], ["add"]])
def test_no_qt_without_a_card(tmp_path: Path, words: list[str]) -> None:
    told = (
        "import sys; from app.doors import run; "
        f"run([*{words!r}, '--file', sys.argv[1]]); print([m for m in sys.modules if 'PySide6' in m])"
    )
    done = subprocess.run(
        [sys.executable, "-c", told, str(tmp_path / "x.amends")], input="{}", capture_output=True, text=True, cwd=ROOT,
        check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
