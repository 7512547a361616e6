"""Lays out the wizard: header, steps at the left, the step's page in the middle, what is known at the right."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.notice import Notice
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panel import Panel
from app.ui.widgets.reading_order import chain
from app.ui.widgets.saved_badge import SavedBadge
from app.ui.widgets.scrolling import scroll_area, scroll_plainly
from app.ui.widgets.step_list import StepList
from app.ui.widgets.words import label
from app.ui.wizard.page import StepPage
from app.ui.wizard.rule_line import RuleLine
from app.ui.wizard.side import WizardSide
from app.ui.wizard.sight import Sight

# Design pixels, as of text: below these the side goes under the page, the steps' names go, the notice scrolls along.
_SIDE: Final = 286
_WIDE: Final = 940
_NAMED: Final = 660
_TALL: Final = 560


class WizardShell(QWidget):
    """Knows no case: the frame fills it and listens to it."""

    back_requested = Signal()
    next_requested = Signal()
    finish_requested = Signal()
    side_moved = Signal()  # beside the page, or under it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current()
        self.header = PageHeader()
        self.badge = SavedBadge()
        self.visits = button(self.tr("1 earlier visit"), "plain", "users")
        self.visits.hide()
        self.header.add_right(self.badge)
        self.header.add_right(self.visits)
        self.steps = StepList()
        self.side = WizardSide()
        self.title = label("", "title")
        self.why = label("", "body", "ink_2")
        self.rules = RuleLine()
        self.say = Notice("accent", "ear")
        self.steps_area = _StepsArea(self.steps)
        self.side_area = scroll_area(self.side)
        self.side_area.setFixedWidth(theme.text_pixels(_SIDE))
        self._page: StepPage | None = None
        self._named = True
        self._next_name: str | None = None
        self._build_panel()
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.space(18))
        self._row.addWidget(self.steps_area)
        self._row.addWidget(self.panel, 1)
        self._row.addWidget(self.side_area)
        column = QVBoxLayout(self)
        edge = theme.space(28)
        column.setContentsMargins(edge, theme.space(20), edge, theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(self.header)
        column.addLayout(self._row, 1)
        self._side_beside = True
        self._say_pinned = True

    def _build_panel(self) -> None:
        theme = current()
        self.panel = Panel(padding=4)
        self.panel.installEventFilter(self)
        inner = QWidget()
        inner.setProperty("kind", "page")
        self._scrolled = inner
        self._inner = QVBoxLayout(inner)
        edge = theme.space(20)
        self._inner.setContentsMargins(edge, edge, edge, theme.space(8))
        self._inner.setSpacing(theme.space(14))
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.why)
        head.addWidget(self.rules)
        self._inner.addLayout(head)
        self.under_title = QVBoxLayout()
        self._inner.addLayout(self.under_title)
        self.place = QVBoxLayout()
        self._inner.addLayout(self.place)
        self._inner.addStretch(1)
        self.middle = scroll_area(inner)
        self._sight = Sight(self.middle, inner)
        self.panel.add(self.middle, 1)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(edge, 0, edge, theme.space(14))
        self._foot.setSpacing(theme.space(14))
        self._foot.addWidget(self.say)
        self.back = button(self.tr("Back"))
        self.finish = button(self.tr("Finish later"))
        self.next = button(self.tr("Next"), "primary", "arrow-right", trailing=True)
        self.back.clicked.connect(self.back_requested)
        self.finish.clicked.connect(self.finish_requested)
        self.next.clicked.connect(self.next_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(10))
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.finish)
        buttons.addWidget(self.next)
        self._buttons = buttons
        self._foot.addLayout(buttons)
        self.panel.add(self._foot)

    def show_page(self, page: StepPage) -> None:
        """Bring that page into the middle; the one before it keeps what stands in it."""
        if page is self._page:
            return
        if self._page is not None:
            _let_go_of_focus(self._page)
            self._page.hide()
            self._take_primary_back(self._page)
        if page.primary is not None:
            self._buttons.addWidget(page.primary)
        if self.place.indexOf(page) < 0:
            self.place.addWidget(page)
        page.show()
        self._page = page
        self.middle.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Tab goes as the eye does, also through what a page has laid in since the last key."""
        chain(self)
        return super().focusNextPrevChild(onwards)

    def forget_page(self, page: StepPage) -> None:
        """That page is of another case, and goes."""
        if page is self._page:
            self._take_primary_back(page)
            self._page = None
        self.place.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _take_primary_back(self, page: StepPage) -> None:
        """It goes where its page goes; with another parent it would outlive it."""
        if page.primary is not None:
            self._buttons.removeWidget(page.primary)
            page.primary.setParent(page)

    def set_next(self, name: str | None) -> None:
        """What the primary button leads to; None for the last step, which has a button of its own."""
        self._next_name = name
        self.next.setVisible(name is not None)
        if name is not None:
            whole = self.tr("Next: {step}").format(step=name)
            self._say_next(whole)
            if not (self._named and self._foot_has_room()):
                self._say_next(self.tr("Next"), whole)

    def _say_next(self, words: str, tip: str = "") -> None:
        self.next.setText(words)
        self.next.setAccessibleName(words)
        self.next.setToolTip(tip)

    def _foot_has_room(self) -> bool:
        made = (self.back, self.finish, self.next)
        wanted = sum(one.sizeHint().width() for one in made) + self._buttons.spacing() * len(made)
        around = self.panel.contentsMargins(), self.panel.body.contentsMargins(), self._foot.contentsMargins()
        return wanted <= self.panel.width() - sum(one.left() + one.right() for one in around)

    def set_visits(self, count: int) -> None:
        """The button to the earlier complaints; none for none."""
        words = self.tr("1 earlier visit") if count == 1 else self.tr("{count} earlier visits").format(count=count)
        self.visits.setText(words)
        self.visits.setAccessibleName(words)
        self.visits.setVisible(count > 0)

    def minimumSizeHint(self) -> QSize:
        """Narrower than what is laid out now: `resizeEvent` then gives up what has no room."""
        theme = current()
        return QSize(theme.text_pixels(400), theme.text_pixels(280))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give up what has no room: first the place beside, then names, then the pinned notice."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A narrower panel may have no room for all that "Next" would say."""
        if watched is self.panel and event.type() == QEvent.Type.Resize:
            self.set_next(self._next_name)
        return super().eventFilter(watched, event)

    @Slot()
    def _arrange(self) -> None:
        theme = current()
        self._put_side(beside=self.width() >= theme.text_pixels(_WIDE))
        named = self.width() >= theme.text_pixels(_NAMED)
        if named != self._named:
            self._named = named
            self.steps.set_compact(not named)
            self._put_visits(in_header=named)
            self.set_next(self._next_name)
        self._pin_say(pinned=self.height() >= theme.text_pixels(_TALL))

    def _put_visits(self, *, in_header: bool) -> None:
        if in_header:
            self._inner.removeWidget(self.visits)
            self.header.add_right(self.visits)
        else:
            self._inner.insertWidget(1, self.visits, 0, Qt.AlignmentFlag.AlignLeft)

    def _put_side(self, *, beside: bool) -> None:
        if beside == self._side_beside:
            return
        self._side_beside = beside
        if beside:
            self._inner.removeWidget(self.side)
            self.side_area.setWidget(self.side)
        else:
            self.side_area.takeWidget()
            self._inner.insertWidget(self._inner.count() - 1, self.side)
            self.side.show()
        self.side.setAutoFillBackground(False)
        self.side_area.setVisible(beside)
        self.side_moved.emit()

    @property
    def is_side_beside(self) -> bool:
        """Beside the page, not under it."""
        return self._side_beside

    @Slot()
    def bring_focus_to_sight(self) -> None:
        """Scroll to what has the focus in the page, or will have it in a moment."""
        self._sight.follow()

    def scroll_to(self, part: QWidget) -> None:
        """Bring the head of a part of the page, or of what is under it, into sight."""
        self.middle.verticalScrollBar().setValue(part.mapTo(self._scrolled, QPoint()).y())

    def _pin_say(self, *, pinned: bool) -> None:
        if pinned == self._say_pinned:
            return
        self._say_pinned = pinned
        if pinned:
            self._inner.removeWidget(self.say)
            self._foot.insertWidget(0, self.say)
        else:
            self._foot.removeWidget(self.say)
            self._inner.insertWidget(self._inner.indexOf(self.place) + 1, self.say)


def _let_go_of_focus(page: QWidget) -> None:
    """Hidden with the focus in it, Qt would hand that to whatever comes next, and scroll there."""
    focused = QApplication.focusWidget()
    if focused is not None and page.isAncestorOf(focused):
        focused.clearFocus()


class _StepsArea(QScrollArea):
    """As wide as the steps are now; where they do not fit below one another, they scroll, and the bar needs room."""

    def __init__(self, steps: StepList) -> None:
        super().__init__()
        self._steps = steps
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        scroll_plainly(self, steps)
        steps.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other steps, or names instead of discs alone: another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height may need the bar."""
        super().resizeEvent(event)
        self.updateGeometry()
        self.bring_to_sight()

    def bring_to_sight(self) -> None:
        """Scroll to the step that is open."""
        step = self._steps.current_step()
        if step is not None:
            self.ensureWidgetVisible(step, 0, 0)

    def sizeHint(self) -> QSize:
        """The steps, and the bar where it is needed."""
        hint = self._steps.minimumSizeHint()
        bar = self.verticalScrollBar().sizeHint().width() if hint.height() > self.height() else 0
        return QSize(hint.width() + bar, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Lower than all steps."""
        return QSize(self.sizeHint().width(), current().text_pixels(80))
