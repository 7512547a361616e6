"""The field at the head of a page that takes its words to the page of complaints."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.domain.terms import Stage
from app.lazy import lazy
from app.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    import app.domain.query as query
else:  # nothing is searched before something is typed
    query = lazy("app.domain.query")

AFTER_MS = 350  # a word is typed before the other page takes over


class SearchEverything(SearchBox):
    """`list_requested` carries a `CaseQuery` over all complaints: with Enter, or when the typing rests."""

    list_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(AFTER_MS)
        self._rest.timeout.connect(self._go)
        self.edited.connect(self._on_edited)
        self.search_requested.connect(self._go)

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is in front: the wish is gone."""
        super().hideEvent(event)
        self._rest.stop()

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._rest.start()
        else:
            self._rest.stop()

    @Slot()
    def _go(self) -> None:
        self._rest.stop()
        words = self.text().strip()
        if words:
            self.clear()
            self.list_requested.emit(query.CaseQuery(stage=Stage.ALL, search=words))
