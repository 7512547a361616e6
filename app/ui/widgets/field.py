"""A label above an editor, with room for a hint and for what is wrong."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.icon_mark import IconMark
from app.ui.widgets.words import dress, label


class Field(QWidget):
    """Ties label and editor together for eye, key and screen reader."""

    def __init__(self, name: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        self._name = label(name, "label")
        self.head = QHBoxLayout()  # the label, with room at its end for a word about what stands in the editor
        self.head.setSpacing(theme.space(8))
        self.head.addWidget(self._name, 1)
        column.addLayout(self.head)
        column.addWidget(editor)
        self._hint_line = label(hint, "secondary")
        column.addWidget(self._hint_line)
        self._hint_line.setVisible(bool(hint))  # not before: without a parent it would be a window
        self._error = label("", "secondary", "coral")
        self._error_row = QWidget()
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(6))
        row.addWidget(IconMark("warning-circle", "coral", 16))
        row.addWidget(self._error, 1)
        self._error_row.hide()
        column.addWidget(self._error_row)
        # The part that has the caret carries the name; the whole has it too, as a group.
        self._target = editor.line() if isinstance(editor, DateBox) else editor
        self._name.setBuddy(self._target)
        self.set_name(name)
        self._describe(hint)

    def set_name(self, name: str) -> None:
        """Another label."""
        self._name.setText(name)
        self._target.setAccessibleName(name)
        self.editor.setAccessibleName(name)

    def name_label(self) -> QLabel:
        """The label, buddy of the editor."""
        return self._name

    def set_hint(self, hint: str) -> None:
        """Another hint; an empty one takes it away."""
        self._hint = hint
        self._hint_line.setText(hint)
        self._hint_line.setVisible(bool(hint))
        self._describe(self._error.text() or hint)

    def set_error(self, sentence: str | None) -> None:
        """Say below the editor what is wrong, or that nothing is."""
        words = sentence or ""
        if words == self._error.text():
            return
        self._error.setText(words)
        self._error_row.setVisible(bool(words))
        dress(self._target, wrong=bool(words))
        self._describe(words or self._hint)

    def error(self) -> str:
        """The sentence that is shown, empty for none."""
        return self._error.text()

    def _describe(self, words: str) -> None:
        self._target.setAccessibleDescription(words)
