"""The pinned lists and the packages named in shell and Python agree with what the project says it needs."""

import re
import tomllib

import pytest

from app.system.preflight import PACKAGES
from tests.house.sources import ROOT
from tests.needs import NEEDS

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = {
    "run": PROJECT["dependencies"],
    "test": [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["test"]],
}
PINNED = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / "resources/requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {_normal(package): version for package, version in PINNED.findall(text)}


def _shell_list(file: str, name: str) -> set[str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.search(rf"^{name}=\(([^)]*)\)", text, re.MULTILINE)
    assert found, f"{file} has no list {name}"
    return set(found[1].split())


@pytest.mark.parametrize("name", WANTED)
def test_every_dependency_is_pinned(name: str) -> None:
    asked = {_normal(re.split(r"[<>=;\[ ]", line, maxsplit=1)[0]) for line in WANTED[name]}
    assert asked - set(_pins(name)) == set()


@pytest.mark.parametrize("name", WANTED)
def test_every_pin_has_a_hash(name: str) -> None:
    text = (ROOT / "resources/requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[\w.-]+==)", "\n" + text)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_tests_run_with_the_versions_that_the_owner_runs() -> None:
    run, test = _pins("run"), _pins("test")
    assert {name: test.get(name) for name in run} == run


def test_qt_stays_below_the_release_that_aborts() -> None:
    assert _pins("run")["pyside6-essentials"].startswith("6.11.")


def test_the_sentence_about_missing_libraries_names_what_the_script_installs() -> None:
    assert _shell_list("resources/packaging/set-up.sh", "window_packages") == set(PACKAGES)


def test_all_installs_what_the_markers_need() -> None:
    installed = _shell_list("tests/run", "test_packages") | _shell_list("tests/run", "all_packages")
    assert {need.package for needs in NEEDS.values() for need in needs} - installed == set()


def test_the_markers_that_need_something_are_known_to_pytest() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]["ini_options"]
    assert {line.split(":")[0] for line in settings["markers"]} >= set(NEEDS)
