"""Words that no file of the project may hold: places, registries, and notes of unfinished work."""

import re

import pytest

from tests.house.sources import texts


def _pieces(*words: tuple[str, str]) -> str:
    # In two pieces each, so that this file does not find itself.
    return "|".join(re.escape(left + right) for left, right in words)


FORBIDDEN = {
    "a registry": _pieces(
        ("pypi.", "org"),
        ("pythonhosted", ".org"),
        ("registry.npm", "js"),
        ("deb.debian", ".org"),
        ("archive.ubuntu", ".com"),
        ("--index", "-url"),
        ("--extra-index", "-url"),
        ("--find", "-links"),
        ("file:", "///"),
    ),
    "a path of one machine": r"(?<![\w.])/(?:ro{2}t|h[o]me/\w+|U[s]ers/\w+|w[o]rk/\w+|o[p]t/\w+)/",
    "unfinished work": r"\b(?:TO{1}DO|FI{1}XME|X{3}|NotImpl{1}ementedError)\b",
}
# The script that writes the lists tells pip-compile to leave registries out, with these very words.
ALLOWED = {("a registry", "resources/requirements/make")}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = [
        f"{path.as_posix()}:{number} {line.strip()[:80]}"
        for path, text in texts()
        if (what, path.as_posix()) not in ALLOWED
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a registry", "see https://" + "pypi." + "org/simple"),
        ("a path of one machine", "cd /" + "work/main/app"),
        ("a path of one machine", '"/' + 'root/.cache"'),
        ("unfinished work", "# TO" + "DO later"),
        ("unfinished work", "raise NotImpl" + "ementedError"),
    ],
)
def test_would_be_found(what: str, line: str) -> None:
    assert re.search(FORBIDDEN[what], line)
