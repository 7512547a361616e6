"""The left side of the card studio: what kind of card, and the words on it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.card import CardKind
from app.domain.errors import AppError
from app.domain.fields import TEXT_LIMIT
from app.domain.fold import clean
from app.ui.cards.names import kind_words
from app.ui.sentences import sentence
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field
from app.ui.widgets.notice import Notice
from app.ui.widgets.panel import Panel
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.text_box import TextBox


class WordsPanel(Panel):
    """`typed` comes with every key, `kind_chosen` with another kind, `fresh_requested` for a new first draft."""

    typed = Signal()
    kind_chosen = Signal(object)
    fresh_requested = Signal()

    def __init__(self) -> None:
        super().__init__(padding=14)
        self.setAccessibleName(self.tr("The card"))
        self.kinds = PillRow(kind_words())
        self.kinds.setAccessibleName(self.tr("Kind of card"))
        self.box = TextBox(least=8, most=18, limit=TEXT_LIMIT)
        self.field = Field(self.tr("Your words"), self.box)
        self._fresh = Notice("accent", "note-pencil")
        self.fresh_button = button(self.tr("Start again from the case"), "plain", "arrow-counter-clockwise")
        self._fresh.add_button(self.fresh_button)
        self._fresh.hide()
        self.add(self.kinds)
        self.add(self.field)
        self.add(self._fresh)
        self.kinds.chosen.connect(self._on_kind)
        self.box.edited.connect(self._on_edited)
        self.box.too_much_pasted.connect(self._on_too_much)
        self.fresh_button.clicked.connect(self._on_fresh)

    def show_words(self, kind: CardKind, text: str, *, locked: bool) -> None:
        """Show them; the same words keep the caret where it is."""
        self.kinds.choose(kind)
        self.kinds.setEnabled(not locked)
        if clean(self.box.text()) != text:
            self.box.set_text(text)
        self.box.setReadOnly(locked)
        if locked:
            self.offer_fresh("")

    def tab_stops(self) -> list[QWidget]:
        """Its controls, from the top."""
        return [*self.kinds.findChildren(QPushButton), self.box, self.fresh_button]

    def text(self) -> str:
        """The words as they stand."""
        return self.box.text()

    def kind(self) -> CardKind:
        """The kind taken."""
        choice = self.kinds.choice()
        return choice if isinstance(choice, CardKind) else CardKind.APOLOGY

    def say(self, words: str) -> None:
        """Say under the words what is wrong with them; nothing for nothing."""
        self.field.set_error(words or None)

    def offer_fresh(self, why: str) -> None:
        """Offer a first draft in place of these words; an empty reason takes the offer away."""
        self._fresh.set_words("", why)
        self._fresh.setVisible(bool(why))

    @property
    def offers_fresh(self) -> bool:
        return not self._fresh.isHidden()

    @Slot(object)
    def _on_kind(self, kind: object) -> None:
        self.kind_chosen.emit(kind)

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self.typed.emit()

    @Slot(str)
    def _on_too_much(self, words: str) -> None:
        length = len(words) + len(self.box.text())
        self.say(sentence(AppError("too_long", field="text", length=length, limit=TEXT_LIMIT)))

    @Slot()
    def _on_fresh(self) -> None:
        self.fresh_requested.emit()
