"""An owner's hands on the wizard: typing, dropping, and reading the file by a connection of one's own."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.case import Case
from app.domain.terms import Step
from app.services.house import House
from app.services.work import Work
from app.store.database import open_store
from app.ui.desk import Desk
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.field import Field
from app.ui.widgets.text_box import TextBox
from app.ui.wizard.frame import WizardPage
from app.ui.wizard.pages.answer import AnswerPage
from app.ui.wizard.pages.hear import HearPage
from app.ui.wizard.pages.own import OwnPage
from app.ui.wizard.pages.settle import SettlePage

# qtbot itself keeps no window alive.
_shown: list[QWidget] = []


def wizard(qtbot: QtBot, desk: Desk, width: int = 1072, height: int = 800) -> WizardPage:
    """The wizard in a window of its own, active."""
    page = WizardPage(desk)
    _shown[:] = [page]
    qtbot.addWidget(page)
    page.resize(width, height)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def at_hear(frame: WizardPage) -> HearPage:
    assert isinstance(frame.page, HearPage)
    return frame.page


def at_own(frame: WizardPage) -> OwnPage:
    assert isinstance(frame.page, OwnPage)
    return frame.page


def at_answer(frame: WizardPage) -> AnswerPage:
    assert isinstance(frame.page, AnswerPage)
    return frame.page


def at_settle(frame: WizardPage) -> SettlePage:
    assert isinstance(frame.page, SettlePage)
    return frame.page


def started(frame: WizardPage, house: House, step: Step = Step.HEAR) -> int:
    """A new complaint, open at that step; its number."""
    number = house.cases.start(here_or_on_phone=True).value
    frame.open_case(number, step)
    return number


def step_of(frame: WizardPage) -> Step:
    """The step that is open now; asked anew each time."""
    return frame.step


def box(field: Field) -> TextBox:
    """The field's editor of several lines."""
    assert isinstance(field.editor, TextBox)
    return field.editor


def choices(field: Field) -> ChoiceBox:
    """The field's list of choices."""
    assert isinstance(field.editor, ChoiceBox)
    return field.editor


def write(text: str) -> None:
    """Type into what has the focus, as an input method does; `qtbot.keyClicks` aborts on anything but ASCII."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
    """Press a key on what has the focus."""
    target = QApplication.focusWidget()
    assert target is not None, "nothing has the focus"
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, modifier, text))


def paste(mime: QMimeData) -> None:
    """Ctrl+V on what has the focus."""
    QGuiApplication.clipboard().setMimeData(mime)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def words(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def picture(image: QImage) -> QMimeData:
    mime = QMimeData()
    mime.setImageData(image)
    return mime


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Drag over the widget and let go; whether it was taken."""
    buttons, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, buttons, none)
    QApplication.sendEvent(target, enter)
    let_go = QDropEvent(QPointF(5, 5), copy, mime, buttons, none)
    QApplication.sendEvent(target, let_go)
    return enter.isAccepted() and let_go.isAccepted()


def on_disk(house: House, number: int) -> Case:
    """The case as another program finds it in the file at this moment: what is left after `kill -9`."""
    store = open_store(house.store.path)
    try:
        return Work(store, house.clock).load(number)
    finally:
        store.close()


def buttons_of(widget: QWidget) -> list[QAbstractButton]:
    """Those that can be seen."""
    return [one for one in widget.findChildren(QAbstractButton) if one.isVisible()]
