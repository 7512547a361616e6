"""Keeps a paste that is too large for its field as a file of the case."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Slot

from app.domain.errors import AppError
from app.domain.fields import TEXT_LIMIT
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.text_box import TextBox

NAME: Final = "Pasted text.txt"


class PasteGuard(QObject):
    """One for a field. Nothing of such a paste goes into the editor: a half of it would look like the whole."""

    def __init__(self, desk: Desk, field: Field, number: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._field = field
        self._number = number
        editor = field.editor
        assert isinstance(editor, LineBox | TextBox)
        editor.too_much_pasted.connect(self._on_too_much)
        editor.edited.connect(self._on_edited)

    @Slot(str)
    def _on_too_much(self, text: str) -> None:
        if len(text) <= TEXT_LIMIT and isinstance(self._field.editor, LineBox):
            self._field.set_error(self.tr("That is too long for one line. Nothing was changed."))
            return
        content = text.encode("utf-8", "replace")
        attach = self._desk.house.attachments.attach
        if self._desk.calls.run_here(self._show, attach, self._number(), NAME, content) is not None:
            words = self.tr("That was too long for this field. The whole of it is kept with the photos as “{name}”.")
            self._field.set_error(words.format(name=NAME))

    def _show(self, error: AppError) -> None:
        self._field.set_error(sentence(error))

    @Slot(str)
    def _on_edited(self, _text: str) -> None:
        self._field.set_error(None)
