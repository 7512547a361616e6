"""The first start: three questions, or a made-up shop to try things in."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.domain.terms import ShopKind
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.panel import Panel
from app.ui.widgets.shop_kinds import kind_words
from app.ui.widgets.words import label

_LONGEST_NAME = 200


class FirstPage(QWidget):
    """A window of its own until the shop has a name. `closed` is sent when the owner leaves without an answer."""

    set_up = Signal()
    made_up_wished = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._done = False
        self.setWindowTitle("Amends")
        self._shop = LineBox(limit=_LONGEST_NAME)
        self._kind = ChoiceBox(self.tr("Choose"))
        self._kind.set_choices(list(kind_words()))
        self._owner = LineBox(limit=_LONGEST_NAME)
        self._fields = {
            "no_shop_name": Field(self.tr("What is your shop called?"), self._shop),
            "no_kind": Field(self.tr("What kind of shop is it?"), self._kind),
            "no_owner_name": Field(
                self.tr("What is your name?"), self._owner, self.tr("It stands under your letters and cards.")
            ),
        }
        self._begin = button(self.tr("Begin"), "primary", "arrow-right", trailing=True)
        self._begin.clicked.connect(self._on_begin)
        self._try = button(self.tr("Try it with a made-up shop"), "plain", "storefront")
        self._try.clicked.connect(self._on_try)
        for line in (self._shop, self._owner):
            line.returnPressed.connect(self._on_begin)
        self._lay_out()
        self._shop.setFocus()

    def _lay_out(self) -> None:
        theme = current()
        panel = Panel(padding=28)
        panel.body.setSpacing(theme.space(14))
        panel.add(label(self.tr("Good to have you here"), "page"))
        panel.add(
            label(
                self.tr(
                    "Amends walks you through a complaint, from the first angry minute to the card in the post."
                    " Three questions, and you can begin."
                )
            )
        )
        for field in self._fields.values():
            panel.add(field)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(8))
        foot.addWidget(self._try)
        foot.addStretch(1)
        foot.addWidget(self._begin)
        panel.add(foot)
        panel.add(
            label(
                self.tr(
                    "All you write stays on this computer, in one file of yours. The made-up shop has a file of its"
                    " own: nothing in it touches yours."
                ),
                "secondary",
            )
        )
        panel.setMaximumWidth(theme.text_pixels(620))
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(panel, 20)
        row.addStretch(1)
        row.setAlignment(panel, Qt.AlignmentFlag.AlignVCenter)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.resize(theme.text_pixels(860), theme.text_pixels(680))

    @Slot()
    def _on_begin(self) -> None:
        for field in self._fields.values():
            field.set_error(None)
        kind = self._kind.choice()
        if not self._shop.text().strip():
            self._refuse(AppError("no_shop_name"))
        elif not isinstance(kind, ShopKind):
            self._refuse(AppError("no_kind"))
        else:
            self._set_up(self._shop.text(), kind, self._owner.text())

    def _set_up(self, name: str, kind: ShopKind, owner: str) -> None:
        calls, house = self._desk.calls, self._desk.house
        done = calls.run_here(self._refuse, house.settings.set_up, name=name, kind=kind, owner=owner)
        if done is not None and calls.run_here(self._refuse, house.remedies.fill, kind) is not None:
            self._done = True
            self.set_up.emit()

    def _refuse(self, error: AppError) -> None:
        field = self._fields.get(error.code, self._fields["no_owner_name"])
        field.set_error(sentence(error))
        field.editor.setFocus()

    @Slot()
    def _on_try(self) -> None:
        self._done = True
        self.made_up_wished.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Without an answer the program ends; it asks again at the next start."""
        event.accept()
        if not self._done:
            self.closed.emit()
