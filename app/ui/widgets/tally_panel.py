"""Again and again this year: causes, categories and suppliers that came up more than once, as counts."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.query import CaseQuery, InCommon
from app.domain.tally import Tally
from app.domain.terms import Stage
from app.ui.theme import current
from app.ui.widgets.again_words import CategoryWords, what_words
from app.ui.widgets.buttons import button, literal
from app.ui.widgets.chip import Chip
from app.ui.widgets.panel import Panel
from app.ui.widgets.scrolling import scroll_plainly
from app.ui.widgets.words import label, short_line

MOST = 3  # of each kind: what comes up most is what a plan is for
_LONGEST = 24  # characters of a name
_LOWEST = 150  # pixels at 100 %: a heading, the first rows, and the word that there are more
_WIDE = 560  # pixels at 100 %, from which the kinds stand beside one another


class _More(QObject):
    """Shows the rows of a kind beyond the first, and hides them again; it lives as long as these."""

    turned = Signal(object, bool)  # the kind, and whether all of it is shown

    def __init__(self, by: InCommon, rest: QWidget, count: int, heading: str, *, whole: bool) -> None:
        super().__init__(rest)
        self._by = by
        self._rest = rest
        self._count = count
        self._whole = whole
        self.link = button("", "link")
        self.link.setAccessibleDescription(heading)
        self.link.clicked.connect(self._on_clicked)
        self._show()

    def _show(self) -> None:
        words = self.tr("Show fewer") if self._whole else self.tr("and {count} more").format(count=self._count)
        self.link.setText(words)
        self.link.setAccessibleName(words)
        self._rest.setVisible(self._whole)

    @Slot()
    def _on_clicked(self) -> None:
        self._whole = not self._whole
        self._show()
        self.turned.emit(self._by, self._whole)


class _Rows(QScrollArea):
    """As high as its rows where there is room, and never lower than the first of each kind need."""

    def __init__(self, kinds: QBoxLayout) -> None:
        super().__init__()
        self._inside = QWidget()
        self._inside.setProperty("kind", "page")
        self._inside.setLayout(kinds)
        kinds.setContentsMargins(0, 0, 0, 0)
        scroll_plainly(self, self._inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._inside.minimumSizeHint()
        return QSize(least.width(), min(self._inside.sizeHint().height(), current().text_pixels(_LOWEST)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """More rows, or fewer: another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @Slot()
    def _on_range(self) -> None:
        """What was pressed stays in sight."""
        focused = QApplication.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 0)


class TallyPanel(Panel):
    """Each row opens the list of its complaints: `list_requested` carries the `CaseQuery`. Hidden while it is empty."""

    list_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Again and again this year"), "arrow-counter-clockwise", padding=14)
        self._shown: tuple[tuple[Tally, str], ...] = ()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._rows: dict[QAbstractButton, Tally] = {}
        self._beyond: dict[QAbstractButton, InCommon] = {}
        self._whole: set[InCommon] = set()  # kinds that are shown to the last row
        self._kinds = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._kinds.setSpacing(current().space(14))
        self.add(_Rows(self._kinds))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_tallies(self, tallies: Sequence[Tally], category: CategoryWords) -> None:
        """Show the most frequent of each kind; nothing is made anew where the same stands there already."""
        told = tuple((one, what_words(one.again.by, one.what, category)) for one in tallies)
        self.setVisible(bool(told))
        if told == self._shown:
            return
        self._shown = told
        self._clear()
        for by, heading in self._headings():
            found = [(one, words) for one, words in told if one.again.by is by]
            if found:
                self._kinds.addWidget(self._kind(by, heading, found), 1, Qt.AlignmentFlag.AlignTop)

    def rows(self) -> list[QAbstractButton]:
        """The buttons of the rows that are shown, kind by kind."""
        return [row for row in self._rows if row not in self._beyond or self._beyond[row] in self._whole]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside one another where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= current().text_pixels(_WIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._kinds.direction() != direction:
            self._kinds.setDirection(direction)

    def _headings(self) -> tuple[tuple[InCommon, str], ...]:
        return (
            (InCommon.CAUSE, self.tr("Where it broke")),
            (InCommon.CATEGORY, self.tr("What it was about")),
            (InCommon.SUPPLIER, self.tr("It began with the supplier")),
        )

    def _kind(self, by: InCommon, heading: str, found: Sequence[tuple[Tally, str]]) -> QWidget:
        kind = QWidget()
        kind.setAccessibleName(heading)
        column = QVBoxLayout(kind)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(4))
        column.addWidget(label(heading, "small_strong", "ink_2"))
        for one, words in found[:MOST]:
            column.addLayout(self._row(one, words))
        if len(found) > MOST:
            rest = QWidget(kind)
            below = QVBoxLayout(rest)
            below.setContentsMargins(0, 0, 0, 0)
            below.setSpacing(column.spacing())
            for one, words in found[MOST:]:
                below.addLayout(self._row(one, words))
                self._beyond[next(reversed(self._rows))] = by
            more = _More(by, rest, len(found) - MOST, heading, whole=by in self._whole)
            more.turned.connect(self._on_turned)
            column.addWidget(rest)
            column.addWidget(more.link, 0, Qt.AlignmentFlag.AlignLeft)
        return kind

    def _row(self, one: Tally, words: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(current().space(8))
        link = button(literal(short_line(words, _LONGEST)), "link")
        link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        link.setToolTip(words)
        link.setAccessibleName(words)
        link.setAccessibleDescription(self.tr("{count} complaints").format(count=one.count))
        self._group.addButton(link)
        self._rows[link] = one
        line.addWidget(Chip(self.tr("{count}\u00d7").format(count=one.count), "amber"))
        line.addWidget(link)
        line.addStretch(1)
        return line

    def _clear(self) -> None:
        for link in self._rows:
            self._group.removeButton(link)
        self._rows, self._beyond = {}, {}
        while (part := self._kinds.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @Slot(object, bool)
    def _on_turned(self, by: InCommon, whole: bool) -> None:
        (self._whole.add if whole else self._whole.discard)(by)

    @Slot(QAbstractButton)
    def _on_clicked(self, link: QAbstractButton) -> None:
        self.list_requested.emit(CaseQuery(stage=Stage.ALL, again=self._rows[link].again))
