"""The two commands of the README are whole, and cost nothing when all is set up."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the scripts are for Linux")
SCRIPTS = ("app/run", "tests/run", ".ci/run", "resources/packaging/set-up.sh", "resources/requirements/make")
BASH = shutil.which("bash") or "/bin/bash"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A folder laid like a clone whose set-up was done for an empty list and the package some-package."""
    (tmp_path / "resources/requirements").mkdir(parents=True)
    (tmp_path / "resources/requirements/run.txt").write_text("# nothing\n", encoding="utf-8")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    script = 'printf "%s some-package" "$(cksum <resources/requirements/run.txt)" >.venv/amends-run.stamp'
    subprocess.run([BASH, "-c", script], cwd=tmp_path, check=True)
    return tmp_path


def _set_up(clone: Path, *packages: str, tools: tuple[str, ...] = ("cksum",)) -> subprocess.CompletedProcess[str]:
    """Runs set_up where no program but these tools can be found."""
    folder = clone / "tools"
    folder.mkdir()
    for tool in tools:
        (folder / tool).symlink_to(shutil.which(tool) or tool)
    script = 'root=$1; source "$2"; shift 2; set_up run "to try it" "$@"'
    words = [BASH, "-euo", "pipefail", "-c", script, "bash", str(clone)]
    words += [str(ROOT / "resources/packaging/set-up.sh"), *packages]
    environ = {**os.environ, "PATH": str(folder)}
    return subprocess.run(words, env=environ, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("script", SCRIPTS)
def test_bash_can_read(script: str) -> None:
    subprocess.run([BASH, "-n", str(ROOT / script)], check=True)


def test_second_time_only_reads_the_stamp(clone: Path) -> None:
    done = _set_up(clone, "some-package")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_further_package_is_asked_for_in_a_sentence(clone: Path) -> None:
    done = _set_up(clone, "some-package", "another-package")
    assert "see to it yourself" in done.stderr
    assert "(to try it): some-package another-package." in done.stderr


def test_standard_output_stays_free_for_the_program(clone: Path) -> None:
    (clone / "resources/requirements/run.txt").write_text("# changed\n", encoding="utf-8")
    done = _set_up(clone, "some-package")
    assert done.stdout == ""
    assert done.stderr
