"""The body of the studio: words beside the desk with the card and its paper, or above it where the window is narrow."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.domain.card import Card
from app.printing.sheets import Side
from app.system.machine import Machine
from app.ui.cards.paper_bar import PaperBar
from app.ui.cards.view import CardView
from app.ui.theme import current
from app.ui.widgets.panel import Panel
from app.ui.widgets.pill_row import PillRow


class Table(QScrollArea):
    """`look_chosen`: look or size; `changed`: something else that the picture depends on."""

    look_chosen = Signal()
    changed = Signal()

    def __init__(self, machine: Machine) -> None:
        super().__init__()
        self._machine = machine
        self.bar = PaperBar()
        self.view = CardView()
        self.sides = PillRow([(Side.INSIDE, self.tr("Inside")), (Side.OUTSIDE, self.tr("Front"))])
        self.sides.choose(Side.INSIDE)
        self.sides.setAccessibleName(self.tr("Side of the card"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._wanted: QWidget | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setSingleShot(True)
        self._scrolling.timeout.connect(self._scroll)
        self._lay_out()
        self.bar.look_chosen.connect(self.look_chosen)
        self.bar.sheet_chosen.connect(self._on_sheet)
        self.sides.chosen.connect(self._on_side)

    def _lay_out(self) -> None:
        space = current().space
        desk = Panel(kind="sunk", padding=14)
        desk.setAccessibleName(self.tr("The desk"))
        desk.add(self.view, 1)
        desk.add(self.sides)
        right = QVBoxLayout()
        right.setSpacing(space(14))
        right.addWidget(desk, 1)
        right.addWidget(self.bar)
        body = QWidget()
        body.setProperty("kind", "page")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(space(20))
        self._row.addLayout(right, 54)
        self.setWidget(body)

    def set_words(self, words: QWidget) -> None:
        """The panel with the words goes first."""
        self._row.insertWidget(0, words, 46)

    def show_choice(self, look: str, size: str, *, locked: bool) -> None:
        """Show how this card is set; the paper is that of this machine."""
        self.bar.show_choice(look, size, self._machine.sheet, locked=locked)

    def show_card(self, card: Card, side: Side) -> None:
        """Show the side if it is the one that is looked at, else only see whether it fits."""
        self.view.show_card(card, side, seen=side is self.side())

    def side(self) -> Side:
        """The side that is looked at."""
        return Side.OUTSIDE if self.sides.choice() is Side.OUTSIDE else Side.INSIDE

    def tab_stops(self) -> list[QWidget]:
        """Its controls, from the top."""
        fields = (self.bar.look_field, self.bar.size_field, self.bar.sheet_field)
        return [*self.sides.findChildren(QPushButton), *(field.editor for field in fields)]

    def forget(self) -> None:
        """Another card comes: no picture of this one may stay."""
        self.view.forget()
        self.verticalScrollBar().setValue(0)

    def bring_to_sight(self, part: QWidget) -> None:
        """Scroll to a part, once the new words in it have found their place."""
        self._wanted = part
        self._scrolling.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= current().text_pixels(640)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)

    @Slot()
    def _scroll(self) -> None:
        if self._wanted is not None:
            self.ensureWidgetVisible(self._wanted)

    @Slot()
    def _on_sheet(self) -> None:
        self._machine.sheet = self.bar.sheet().value
        self.changed.emit()

    @Slot(object)
    def _on_side(self, _side: object) -> None:
        self.changed.emit()
