"""The rounded surface that a page's parts lie on."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.icon_mark import IconMark
from app.ui.widgets.words import label


class Panel(QFrame):
    """A card with a line around it and, if wanted, a serif title with an icon. Parts are added below one another.

    With a tone it is a soft coloured panel without a line, as the lesson on the wizard's right.
    """

    def __init__(
        self, title: str = "", icon: str | None = None, *, kind: str = "panel", tone: str = "", padding: int = 20
    ) -> None:
        super().__init__()
        self.setProperty("tone", tone)
        self.setProperty("kind", "notice" if tone else kind)
        theme = current()
        edge = theme.space(padding)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(theme.space(8))
        if title:
            self.body.addLayout(_title_row(title, icon))
            self.setAccessibleName(title)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a part at the foot."""
        if isinstance(part, QWidget):
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)

    def add_line(self) -> None:
        """Add a thin line at the foot."""
        self.body.addWidget(line())


def line() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


def _title_row(title: str, icon: str | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().space(6))
    if icon is not None:
        row.addWidget(IconMark(icon))
    row.addWidget(label(title, "title"), 1)
    return row
