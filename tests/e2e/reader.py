"""Drives the program as a screen reader does, over the accessibility bus: APP_PYTHON FILE, run by the system's Python.

Finds every control by its role and the label that is read out; prints what it read as one JSON object.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pyatspi
from gi.repository import GLib

PATIENCE_SECONDS = 15.0
LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
Node = Any  # an object on the bus; pyatspi says nothing of types

BUTTON = ("push button", "toggle button", "radio button", "check box")
TEXT = ("text", "entry", "editbar", "paragraph")
_DOWN, _TAB = 0xFF54, 0xFF09  # as X calls them


def waited(look: Callable[[], Any], what: str) -> Any:
    """What `look` finds, as soon as it finds it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        found = look()
        if found:
            return found
    raise AssertionError(f"not on the bus: {what}")


def _key(symbol: int) -> None:
    pyatspi.Registry.generateKeyboardEvent(symbol, None, pyatspi.KEY_SYM)


class Reader:
    """The program on the bus."""

    def __init__(self, program: "subprocess.Popen[str]") -> None:
        self.program = program
        self.root: Node = waited(self._application, "the program")
        self.root.set_cache_mask(0)  # what the program says now, not what it said before

    def _application(self) -> Node | None:
        assert self.program.poll() is None, self.program.communicate()[1]
        desktop = pyatspi.Registry.getDesktop(0)
        return next((one for one in desktop if one is not None and one.get_process_id() == self.program.pid), None)

    def nodes(self, below: Node | None = None) -> Iterator[Node]:
        """All that is shown, from the top."""
        node = below or self.root
        for child in node:
            if child is None:
                continue
            if child.getState().contains(pyatspi.STATE_SHOWING) or child.getRoleName() in ("frame", "filler"):
                yield child
                yield from self.nodes(child)

    def find(self, label: str, roles: tuple[str, ...], *, alike: int = 1) -> Node:
        """The one control of these roles that is read out as `label`; the first of `alike` that do the same."""
        try:
            found = waited(lambda: self._found(label, roles, alike), f"{roles[0]} “{label}”, {alike} times")
        except AssertionError as error:
            raise AssertionError(f"{error}; heard: {self._heard(roles)}") from error
        return found[0]

    def _found(self, label: str, roles: tuple[str, ...], alike: int) -> list[Node]:
        found = self._named(label, roles)
        # While a page turns, the bus may tell of what comes and of what goes at once.
        return found if len(found) == alike else []

    def _named(self, label: str, roles: tuple[str, ...]) -> list[Node]:
        try:
            shown = [one for one in self.nodes() if one.getRoleName() in roles]
            return [one for one in shown if one.name == label] or [one for one in shown if _label(one) == label]
        except (LookupError, GLib.Error):  # it went while it was being read
            return []

    def _heard(self, roles: tuple[str, ...]) -> list[str]:
        return [f"{one.getRoleName()}: {one.name}" for one in self.nodes() if one.getRoleName() in roles]

    def press(self, label: str, roles: tuple[str, ...] = BUTTON, *, alike: int = 1) -> None:
        act = self.find(label, roles, alike=alike).queryAction()
        names = [act.getName(at) for at in range(act.nActions)]
        wanted = "Press" if "Press" in names else "Toggle"
        assert wanted in names, f"“{label}” can do no more than {names}"
        assert act.doAction(names.index(wanted))

    def write(self, label: str, text: str) -> None:
        """As a screen reader or a dictation program puts words into a field."""
        field = self.find(label, TEXT)
        editable = field.queryEditableText()
        assert editable.insertText(field.queryText().characterCount, text, len(text.encode()))

    def read(self, label: str) -> str:
        return str(self.find(label, TEXT).queryText().getText(0, -1))

    def is_ticked(self, label: str) -> bool:
        return bool(self.find(label, BUTTON).getState().contains(pyatspi.STATE_CHECKED))

    def choose(self, label: str, words: str) -> None:
        """By the arrow key, as one chooses without seeing; the box is called by its label, its value by its name."""
        box = self.find(label, ("combo box",))
        self._tab_to(box, label)
        for _ in range(20):
            before = box.name
            if before == words:
                return
            _key(_DOWN)
            waited(partial(_is_another, box, before), f"another choice than {before}")
        raise AssertionError(f"“{words}” is no choice of “{label}”")

    def _tab_to(self, box: Node, label: str) -> None:
        for _ in range(60):
            before = self._focused()
            if box.getState().contains(pyatspi.STATE_FOCUSED):
                return
            _key(_TAB)
            waited(partial(self._has_moved_on, before), f"the keys go on from {before}")
        raise AssertionError(f"“{label}” is not reached by Tab")

    def _has_moved_on(self, before: str) -> bool:
        return self._focused() != before

    def _focused(self) -> str:
        """Where the keys go: the path from the top."""
        for one in self.nodes():
            if one.getState().contains(pyatspi.STATE_FOCUSED):
                return str(one.path)
        return ""

    def cells(self) -> list[str]:
        """What the table of complaints reads out."""
        table = next(one for one in self.nodes() if one.getRoleName() == "table")
        return [one.name for one in table if one is not None and one.name]


def _is_another(box: Node, before: str) -> bool:
    return bool(box.name != before)


def _label(node: Node) -> str:
    """The name of the label that is tied to it."""
    for relation in node.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            return str(relation.getTarget(0).name)
    return ""


def first_start(reader: Reader) -> None:
    reader.write("What is your shop called?", "Bäckerei Rosa")
    reader.choose("What kind of shop is it?", "Bakery or café")
    reader.write("What is your name?", "Rosa")
    reader.press("Begin")


def hear(reader: Reader) -> None:
    reader.press("New complaint", alike=2)  # in the side bar, and on the empty page
    reader.press("Yes, they are here or on the phone")
    reader.write("What they say happened", "the cake said HERDA, my mother is Gerda 😡")
    reader.write("What they want from you", "her name on a cake")
    reader.choose("How it reached you", "At the counter")
    reader.press("8")
    reader.write("Their name", "Dana Weiß")
    reader.write("Phone", "0170 5566778")
    reader.press("I read it back and they said: yes, that is it")
    reader.press("Next: Own it")


def own_and_answer(reader: Reader) -> None:
    reader.write("The facts, as you know them", "the order book says Gerda")
    reader.press("With us")
    reader.write("What went wrong, in a few words they would use", "the name on your mother’s cake")
    reader.press("Next: Pick your answer")
    reader.press("Apologise")
    reader.press("Next: Make it right")


def make_it_right(reader: Reader) -> None:
    reader.press("Face")
    reader.press("Bake it again and bring it round myself", ("check box",))
    reader.press("Bake it again and bring it round myself", ("radio button",))
    reader.write("By when", "2 Dec 2099")
    reader.write("What it costs you", "48.50")
    reader.press("Next: Say it")


def drive(reader: Reader) -> dict[str, object]:
    """From the first start to the list; what was read out on the way."""
    first_start(reader)
    hear(reader)
    own_and_answer(reader)
    make_it_right(reader)
    said = reader.read("What you will say")
    reader.press("I have said it")
    heard: dict[str, object] = {"said": said}
    reader.press("Hear them out")
    heard["words"] = reader.read("What they say happened")
    heard["name"] = reader.read("Their name")
    heard["anger"] = reader.is_ticked("8")
    heard["read_back"] = reader.is_ticked("I read it back and they said: yes, that is it")
    reader.press("Own it")
    heard["facts"] = reader.read("The facts, as you know them")
    reader.press("Complaints", alike=2)  # in the side bar, and on the way back above the page
    heard["list"] = waited(reader.cells, "the list of complaints")
    return heard


def main() -> None:
    python, file = sys.argv[1:]
    bus = subprocess.Popen([LAUNCHER, "--launch-immediately"], stderr=subprocess.DEVNULL)
    words = [python, "-m", "app", "--file", file]
    program = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    try:
        print(json.dumps(drive(Reader(program))))
    finally:
        program.terminate()
        sys.stderr.write(program.communicate(timeout=PATIENCE_SECONDS)[1])
        bus.terminate()
        bus.wait(PATIENCE_SECONDS)


if __name__ == "__main__":
    main()
