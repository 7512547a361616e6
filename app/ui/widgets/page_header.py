"""The head of a page: where it is, what it is, and its buttons at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label


class PageHeader(QWidget):
    """Crumbs, serif title, sub-title; `crumb_requested` carries the key of a crumb that leads somewhere."""

    crumb_requested = Signal(str)

    def __init__(self, title: str = "", subtitle: str = "") -> None:
        super().__init__()
        theme = current()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_crumb)
        self._crumb_row = QWidget()
        self._crumbs = QHBoxLayout(self._crumb_row)
        self._crumbs.setContentsMargins(0, 0, 0, 0)
        self._crumbs.setSpacing(theme.space(4))
        self._crumb_row.hide()
        self._title = label("", "page")
        self._subtitle = label("", "body", "ink_2")
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._crumb_row)
        left.addWidget(self._title)
        left.addWidget(self._subtitle)
        self._right = QHBoxLayout()
        self._right.setSpacing(theme.space(8))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(20))
        self._row.addLayout(left, 1)
        self._row.addLayout(self._right)
        self._row.setAlignment(self._right, Qt.AlignmentFlag.AlignBottom)
        # Not Maximum: that bounds the height by the hint, which knows nothing of a title that wraps.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.set_title(title)
        self.set_subtitle(subtitle)

    def set_title(self, title: str) -> None:
        """The page's name or its first sentence."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    def set_subtitle(self, subtitle: str) -> None:
        """The line below; an empty one takes it away."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_crumbs(self, crumbs: Sequence[tuple[str, str]]) -> None:
        """The way here, each (key, words); a crumb with an empty key is only said."""
        self._clear_crumbs()
        for at, (key, words) in enumerate(crumbs):
            if at:
                self._crumbs.addWidget(label("/", "secondary", wrap=False))
            if key:
                link = button(words, "link")
                link.setObjectName(key)
                self._group.addButton(link)
                self._crumbs.addWidget(link)
            else:
                self._crumbs.addWidget(label(words, "secondary", wrap=False))
        self._crumbs.addStretch(1)
        self._crumb_row.setVisible(bool(crumbs))

    def add_right(self, widget: QWidget) -> None:
        """Add a control at the right, after those that are there."""
        self._right.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the controls stand below the title, which would have no room beside them."""
        super().resizeEvent(event)
        theme = current()
        beside = self._right.sizeHint().width() + theme.space(20) + theme.text_pixels(260) <= self.width()
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._row.direction():
            self._row.setDirection(direction)
            edge = Qt.AlignmentFlag.AlignBottom if beside else Qt.AlignmentFlag.AlignLeft  # below, none is stretched
            self._row.setAlignment(self._right, edge)
            self._row.setSpacing(theme.space(20 if beside else 8))

    def _clear_crumbs(self) -> None:
        while (part := self._crumbs.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()  # what Qt has still to show would become a window of its own
                widget.setParent(None)
                widget.deleteLater()

    @Slot(QAbstractButton)
    def _on_crumb(self, link: QAbstractButton) -> None:
        self.crumb_requested.emit(link.objectName())
