"""The foot of the words: where the card is on its way, and what to do next."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from app.ui.cards.feeding import FeedingDrawing
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.words import label


class Stage(StrEnum):
    """Where a card is."""

    WRITING = "writing"
    READY = "ready"  # on Today, to be printed
    SAVED = "saved"  # a PDF is written; it may be printed elsewhere
    TURN = "turn"  # the outside is printed, the sheet has to be fed again
    ASKED = "asked"  # sent to the printer; only the owner knows whether it came out
    PRINTED = "printed"
    POSTED = "posted"


class Act(StrEnum):
    """What the owner may choose at the foot."""

    READY = "ready"
    SELF_PRINTED = "self-printed"
    INSIDE = "inside"
    STOP = "stop"
    YES = "yes"
    NO = "no"
    POSTED = "posted"
    CHANGE = "change"
    COMPLAINT = "complaint"


_ACTS: dict[Stage, tuple[Act, ...]] = {
    Stage.WRITING: (Act.READY,),
    Stage.READY: (),
    Stage.SAVED: (Act.SELF_PRINTED,),
    Stage.TURN: (Act.INSIDE, Act.STOP),
    Stage.ASKED: (Act.YES, Act.NO),
    Stage.PRINTED: (Act.POSTED, Act.CHANGE),
    Stage.POSTED: (),
}


class Foot(QFrame):
    """`chosen` carries the `Act`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self._words = label("", "body")
        self._question = label("", "strong")
        self._drawing = FeedingDrawing()
        self._group = QButtonGroup(self)
        self._buttons: dict[Act, QPushButton] = {}
        row = FlowRow()
        self._flow = row.flow
        self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        for part in (self._words, self._drawing, self._question, row):
            column.addWidget(part)
        self._group.buttonClicked.connect(self._on_clicked)

    def _make_buttons(self) -> None:
        for act, words, kind, icon in (
            (Act.YES, self.tr("Yes, it is printed"), "plain", "check"),
            (Act.NO, self.tr("No, try again"), "plain", "arrow-counter-clockwise"),
            (Act.INSIDE, self.tr("Print the inside"), "plain", "printer"),
            (Act.STOP, self.tr("Stop here"), "quiet", None),
            (Act.POSTED, self.tr("I have posted it"), "plain", "envelope-simple"),
            (Act.CHANGE, self.tr("Change the words"), "quiet", "pencil-simple"),
            (Act.SELF_PRINTED, self.tr("I have printed it"), "quiet", "printer"),
            (Act.READY, self.tr("Put it on today\u2019s list"), "plain", "sun-horizon"),
            (Act.COMPLAINT, self.tr("Open the complaint"), "quiet", "chat-centered-text"),
        ):
            made = self._buttons[act] = button(words, kind, icon)
            self._group.addButton(made)
            self._flow.addWidget(made)

    def show_stage(self, stage: Stage, words: str, question: str = "", *, lying: bool = False) -> None:
        """Show where it is; the button in use keeps the focus, or hands it to the first of the new ones."""
        had_focus = any(made.hasFocus() for made in self._buttons.values())
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self._drawing.set_lying(lying)
        self._drawing.setVisible(stage is Stage.TURN)
        wanted = (*_ACTS[stage], Act.COMPLAINT)
        for act, made in self._buttons.items():
            made.setVisible(act in wanted)
            made.setAccessibleDescription(" ".join(part for part in (words, question) if part) if act in wanted else "")
        if had_focus and not any(made.hasFocus() for made in self._buttons.values()):
            self.focus_first()

    def focus_first(self) -> None:
        """Put the focus on the first act."""
        for made in self._buttons.values():
            if not made.isHidden():
                made.setFocus()
                return

    def tab_stops(self) -> list[QWidget]:
        """Its buttons, as they stand."""
        return list(self._buttons.values())

    def button_of(self, act: Act) -> QPushButton:
        """The button of an act."""
        return self._buttons[act]

    def words(self) -> str:
        """What it says, with its question."""
        return " ".join(part for part in (self._words.text(), self._question.text()) if part)

    @Slot(QAbstractButton)
    def _on_clicked(self, clicked: QAbstractButton) -> None:
        for act, made in self._buttons.items():
            if made is clicked:
                self.chosen.emit(act)
