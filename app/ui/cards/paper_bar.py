"""The bar under the card: how it is set, how large it is, and which paper is in the printer."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from app.domain.card import CardLook, CardSize, Sheet
from app.printing.sheets import TooLarge, impose
from app.ui.cards.names import look_words, sheet_words, size_words, too_large_words
from app.ui.paper.choosing import usual_sheet
from app.ui.theme import current
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.field import Field
from app.ui.widgets.notice import Notice
from app.ui.widgets.panel import Panel


class PaperBar(Panel):
    """`look_chosen` comes for look and size, `sheet_chosen` for the paper."""

    look_chosen = Signal()
    sheet_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(padding=14)
        self.setAccessibleName(self.tr("Look and paper"))
        self._look, self._size, self._sheet = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self._look.set_choices(look_words())
        self._size.set_choices(size_words())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(current().space(14))
        self.look_field = Field(self.tr("Look"), self._look)
        self.size_field = Field(self.tr("Card"), self._size)
        self.sheet_field = Field(self.tr("Paper in the printer"), self._sheet)
        for field in (self.look_field, self.size_field, self.sheet_field):
            self._row.addWidget(field, 1)
        self.add(self._row)
        self._wrong = Notice("coral", "warning-circle")
        self._wrong.hide()
        self.add(self._wrong)
        self._look.chosen.connect(self._on_look)
        self._size.chosen.connect(self._on_look)
        self._sheet.chosen.connect(self._on_sheet)

    def show_choice(self, look: str, size: str, sheet: str, *, locked: bool) -> None:
        """Show what was chosen; a word that is no choice shows as the usual one."""
        self._look.choose(CardLook(look) if look in set(CardLook) else CardLook.HANDWRITTEN)
        self._size.choose(CardSize(size) if size in set(CardSize) else CardSize.A6_FOLDED)
        self._sheet.set_choices(sheet_words(self.size_of_card()))
        self._sheet.choose(Sheet(sheet) if sheet in set(Sheet) else usual_sheet())
        self._look.setEnabled(not locked)
        self._size.setEnabled(not locked)
        self._judge()

    def look(self) -> CardLook:
        """The look taken."""
        choice = self._look.choice()
        return choice if isinstance(choice, CardLook) else CardLook.HANDWRITTEN

    def size_of_card(self) -> CardSize:
        """The size taken."""
        choice = self._size.choice()
        return choice if isinstance(choice, CardSize) else CardSize.A6_FOLDED

    def sheet(self) -> Sheet:
        """The paper taken."""
        choice = self._sheet.choice()
        return choice if isinstance(choice, Sheet) else usual_sheet()

    def refusal(self) -> str:
        """Why this card cannot come out of this paper; empty when it can."""
        return too_large_words() if isinstance(impose(self.size_of_card(), self.sheet()), TooLarge) else ""

    def minimumSizeHint(self) -> QSize:
        """As narrow as one field: the three stand below one another then."""
        hint = super().minimumSizeHint()
        return QSize(current().text_pixels(160), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room for all three."""
        super().resizeEvent(event)
        wide = self.width() >= current().text_pixels(380)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)

    def _judge(self) -> None:
        words = self.refusal()
        self._wrong.set_words("", words)
        self._wrong.setVisible(bool(words))

    @Slot()
    def _on_look(self) -> None:
        self._sheet.set_choices(sheet_words(self.size_of_card()))
        self._judge()
        self.look_chosen.emit()

    @Slot()
    def _on_sheet(self) -> None:
        self._judge()
        self.sheet_chosen.emit()
