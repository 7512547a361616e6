"""The pages of a document as they will come out of the printer, below one another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from app.printing.documents import to_image
from app.printing.output import INCH
from app.printing.page import Page
from app.ui.theme import current

_WIDEST = 760  # design pixels; beyond it a page would be larger than paper in the hand
_KEPT = 4  # pictures; more pages are never seen at once


class PagesView(QAbstractScrollArea):
    """Paints nothing of its own on the pages: the pictures come from the one paint function of all devices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[Page, ...] = ()
        self._images: dict[int, QImage] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("How it will look on paper"))

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these from the first one on."""
        self._pages = tuple(pages)
        self.setAccessibleDescription("\n\n".join(page.text for page in pages))
        self._fit()
        self.verticalScrollBar().setValue(0)

    def image(self, number: int) -> QImage:
        """The picture of a page, counted from 0."""
        if number not in self._images:
            while len(self._images) >= _KEPT:
                self._images.pop(next(iter(self._images)))
            paper = QColor(current().tokens.light["surface"])  # paper stays paper, whatever the window wears
            self._images[number] = to_image(self._pages[number], self._dpi(), self.devicePixelRatio(), paper)
        return self._images[number]

    def place(self, number: int) -> QRect:
        """Where a page lies in the view, as far as it is scrolled now."""
        gap = self._gap()
        size = self._page_size()
        top = gap + number * (size.height() + gap) - self.verticalScrollBar().value()
        return QRect((self.viewport().width() - size.width()) // 2, top, size.width(), size.height())

    def sizeHint(self) -> QSize:
        """Most of a page."""
        return QSize(current().text_pixels(720), current().text_pixels(560))

    def minimumSizeHint(self) -> QSize:
        """Some lines of it."""
        return QSize(current().text_pixels(240), current().text_pixels(120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The same pages at another size."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """On another screen there are more or fewer dots."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._fit()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages that are seen, lying on the desk."""
        painter, theme = QPainter(self.viewport()), current()
        painter.fillRect(self.viewport().rect(), theme.color("sunk"))
        for number in range(len(self._pages)):
            place = self.place(number)
            if place.intersects(event.rect()):
                painter.drawImage(QRectF(place), self.image(number))
                painter.setPen(theme.color("line"))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _fit(self) -> None:
        self._images.clear()
        bar, page = self.verticalScrollBar(), self._page_size().height() + self._gap()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(current().text_pixels(40))
        bar.setRange(0, max(0, self._gap() + len(self._pages) * page - self.viewport().height()))
        self.viewport().update()

    def _page_size(self) -> QSize:
        if not self._pages:
            return QSize()
        paper, dots = self._pages[0].paper, self._dpi() / INCH
        return QSize(round(paper.width * dots), round(paper.height * dots))

    def _dpi(self) -> float:
        """Dots an inch, before the device pixel ratio, at which a page is as wide as its place."""
        room = self.viewport().width() - 2 * self._gap()
        width = min(room, current().text_pixels(_WIDEST))
        return max(8.0, width / self._pages[0].paper.width * INCH) if self._pages else 96.0

    def _gap(self) -> int:
        return current().space(14)
