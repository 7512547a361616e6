"""Hands for the window: finds a control by the label that the owner sees, clicks it, types into it, reads it."""

import re
from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from app.ui.widgets.field import Field
from tests.e2e.waiting import until

W = TypeVar("W", bound=QWidget)
Editor = QLineEdit | QPlainTextEdit
_RUNS = re.compile(r"[ -~]+|[^ -~]")
_CTRL = Qt.KeyboardModifier.ControlModifier


def front() -> QWidget:
    """The window that takes clicks: the dialog in front, else the one window of the program."""
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    shown = [
        one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowType() == Qt.WindowType.Window
    ]
    assert len(shown) == 1, f"windows shown: {[type(one).__name__ for one in shown]}"
    return shown[0]


def named(kind: type[W], name: str, within: QWidget | None = None) -> list[W]:
    """What is shown of that kind under that label."""
    found = [one for one in (within or front()).findChildren(kind) if one.isVisible()]
    return [one for one in found if one.accessibleName() == name]


def _labels(kind: type[W]) -> list[str]:
    return sorted({one.accessibleName() for one in front().findChildren(kind) if one.isVisible()} - {""})


def the(kind: type[W], name: str, within: QWidget | None = None) -> W:
    """The one control of that label; AssertionError names the labels that are there."""
    if not named(kind, name, within):
        until(lambda: bool(named(kind, name, within)), f"“{name}” among {_labels(kind)}", 5000)
    found = named(kind, name, within)
    assert len(found) == 1, f"“{name}” is there {len(found)} times"
    return found[0]


def is_shown(name: str, within: QWidget | None = None) -> bool:
    """Whether a button of that label can be seen."""
    return bool(named(QAbstractButton, name, within))


def reveal(control: QWidget) -> None:
    """Scroll to it as a person would."""
    around = control.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(control)
        around = around.parentWidget()


def _can_be_hit(control: QWidget, place: QPoint) -> bool:
    window = control.window()
    hit = window.childAt(control.mapTo(window, place))
    return hit is not None and (hit is control or control.isAncestorOf(hit))


def click(control: QWidget) -> None:
    """With the mouse, where the control really is: what lies over it takes the click, so it must not."""
    reveal(control)
    until(lambda: _can_be_hit(control, control.rect().center()), f"“{control.accessibleName()}” can be clicked", 3000)
    window = control.window()
    place = control.mapTo(window, control.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def press(name: str, kind: type[QAbstractButton] = QAbstractButton, within: QWidget | None = None) -> None:
    """Click the button of that label; `kind` where a tick and a choice are called alike."""
    button = the(kind, name, within)
    assert button.isEnabled(), f"“{name}” is grey"
    click(button)


def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for the window, wherever the caret is."""
    QTest.keyClick(front().windowHandle(), key, modifier)


def ctrl(letter: Qt.Key) -> None:
    key(letter, _CTRL)


def editor(label: str) -> Editor:
    """The field under that label."""
    found: list[Editor] = [*named(QLineEdit, label), *named(QPlainTextEdit, label)]
    if found:
        assert len(found) == 1, f"“{label}” is there {len(found)} times"
        return found[0]
    box = the(QComboBox, label)
    line = box.lineEdit()
    assert line is not None, f"“{label}” takes no words"
    return line


def write(label: str, text: str) -> None:
    """Click into the field and type at the end of what stands there."""
    box = editor(label)
    click(box)
    until(box.hasFocus, f"“{label}” has the caret", 3000)
    QTest.keyClick(box, Qt.Key.Key_End, _CTRL)
    type_keys(box, text)


def rewrite(label: str, text: str) -> None:
    """Take out what stands in the field and type this instead."""
    box = editor(label)
    click(box)
    until(box.hasFocus, f"“{label}” has the caret", 3000)
    QTest.keyClick(box, Qt.Key.Key_A, _CTRL)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    type_keys(box, text)


def paste(label: str, text: str) -> None:
    """Copy elsewhere, and paste at the end of what stands in the field."""
    QApplication.clipboard().setText(text)
    box = editor(label)
    click(box)
    until(box.hasFocus, f"“{label}” has the caret", 3000)
    QTest.keyClick(box, Qt.Key.Key_End, _CTRL)
    QTest.keyClick(box, Qt.Key.Key_V, _CTRL)


def type_keys(box: QWidget, text: str) -> None:
    """Key by key; what no plain key has comes as the keyboard's own text, an emoji by the input method."""
    for run in _RUNS.findall(text):
        if run == "\n":
            QTest.keyClick(box, Qt.Key.Key_Return)
        elif run.isascii():
            QTest.keyClicks(box, run)
        elif ord(run) > 0xFFFF:
            event = QInputMethodEvent()
            event.setCommitString(run)
            QApplication.sendEvent(box, event)
        else:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(box, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, run))


def text_in(label: str) -> str:
    """What stands in the field."""
    box = editor(label)
    return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()


def choose(label: str, words: str) -> None:
    """Walk down the choices of the box by its keys until these words are taken."""
    box = the(QComboBox, label)
    reveal(box)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    at = box.findText(words)
    assert at >= 0, f"“{words}” is no choice of “{label}”: {[box.itemText(i) for i in range(box.count())]}"
    for _ in range(box.count() + 1):
        if box.currentIndex() == at:
            return
        QTest.keyClick(box, Qt.Key.Key_Down if box.currentIndex() < at else Qt.Key.Key_Up)
    raise AssertionError(f"“{words}” cannot be reached by keys")


def is_ticked(name: str, kind: type[QAbstractButton] = QAbstractButton) -> bool:
    """Whether the box, pill or choice of that label is taken."""
    return the(kind, name).isChecked()


def field(label: str) -> Field:
    """The field with its label, hint and error."""
    return the_one(one for one in front().findChildren(Field) if one.isVisible() and one.name_label().text() == label)


def error_at(label: str) -> str:
    """The sentence under the field, empty for none."""
    return field(label).error()


def the_one(found: Iterable[W]) -> W:
    listed = list(found)
    assert len(listed) == 1, f"{len(listed)} instead of one"
    return listed[0]


def words_on_screen() -> str:
    """All that labels, buttons and fields say, a line each."""
    said: list[str] = []
    for one in front().findChildren(QWidget):
        if one.isVisible():
            said += [_words_of(one), one.accessibleDescription()]
    return "\n".join(part for part in said if part)


def _words_of(one: QWidget) -> str:
    if isinstance(one, QLabel | QLineEdit):
        return one.text()
    if isinstance(one, QPlainTextEdit):
        return one.toPlainText()
    if isinstance(one, QComboBox):
        return one.currentText()
    return one.accessibleName()
