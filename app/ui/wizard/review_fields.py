"""The fields of a public review: where it stands, its stars, its link."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.field import Field
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.pill_row import PillRow


class ReviewFields(QWidget):
    """`typed` carries the case's field and its text, `stars_picked` one to five."""

    typed = Signal(str, str)
    stars_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.site_line = LineBox(500)
        self.site = Field(self.tr("Where it was written"), self.site_line)
        more = [(n, self.tr("{n} stars").format(n=n)) for n in range(2, 6)]
        self.stars_row = PillRow([(1, self.tr("1 star")), *more])
        self.stars = Field(self.tr("How many stars"), self.stars_row)
        self.link_line = LineBox(500)
        self.link = Field(self.tr("Its link"), self.link_line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(14))
        for field in (self.site, self.stars, self.link):
            column.addWidget(field)
        self.site_line.edited.connect(self._on_site)
        self.link_line.edited.connect(self._on_link)
        self.stars_row.chosen.connect(self.stars_picked)

    def lines(self) -> tuple[Field, Field]:
        """The two that take words."""
        return (self.site, self.link)

    @Slot(str)
    def _on_site(self, text: str) -> None:
        self.typed.emit("review_site", text)

    @Slot(str)
    def _on_link(self, text: str) -> None:
        self.typed.emit("review_link", text)
