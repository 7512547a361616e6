"""Above the list: which complaints it shows."""

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.domain.category import label_of
from app.domain.query import Again, CaseQuery
from app.domain.terms import Stage
from app.store.listing import Counts
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.again_words import what_words
from app.ui.widgets.buttons import button, literal, set_icon
from app.ui.widgets.pill_row import PillRow


class Filters(QWidget):
    """`stage_chosen`, `about_chosen` and `only_dropped` say what the owner wants; `show_query` shows what is."""

    stage_chosen = Signal(object)
    about_chosen = Signal(str)
    only_dropped = Signal()  # those of one customer, or with one thing in common

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._has_trash = False
        self._counts = Counts(open=0, waiting=0, promised=0, closed=0, trash=0)
        self._pills = PillRow(self._words())
        self._pills.chosen.connect(self.stage_chosen)
        self._only = button("", "plain", "x", trailing=True)
        self._only.clicked.connect(self.only_dropped)
        self._only.hide()
        self._about = button(self.tr("About"), "plain", "caret-down", trailing=True)
        self._about.clicked.connect(self._on_about)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self._menu.triggered.connect(self._on_triggered)
        self._now_about = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space(8))
        row.addWidget(self._pills, 1)
        row.addWidget(self._only)
        row.addWidget(self._about)

    def show_counts(self, counts: Counts) -> bool:
        """Put the counts on the pills; the trash is there while something is in it.

        Whether the pills were made anew: the page then says where Tab finds them.
        """
        self._counts = counts
        if (counts.trash > 0) != self._has_trash:
            self._has_trash = counts.trash > 0
            self._pills.set_pills(self._words())
            return True
        for stage, words in self._words():
            self._pills.set_words(stage, words)
        return False

    def show_query(self, query: CaseQuery) -> None:
        """Show what is chosen."""
        self._pills.choose(query.stage)
        self._now_about = query.about
        words = self.tr("About")
        if query.about:
            words = self.tr("About: {category}").format(category=self._label(query.about))
        self._about.setText(literal(words))
        self._about.setAccessibleName(words)
        set_icon(self._about, "caret-down", "ink", trailing=True)
        words = self._again_words(query.again) if query.again is not None else self._customer_words(query.customer_id)
        self._only.setText(literal(words))
        self._only.setAccessibleName(words)
        told = (
            self.tr("Show those of all customers again") if query.again is None else self.tr("Show all of them again")
        )
        self._only.setToolTip(told)
        self._only.setVisible(bool(words))

    def _customer_words(self, customer_id: int | None) -> str:
        lists = self._desk.house.lists
        customer = None if customer_id is None else self._desk.calls.ask(lists.customer, customer_id)
        return self.tr("Only {customer}").format(customer=customer.label) if customer else ""

    def _again_words(self, again: Again) -> str:
        what = what_words(again.by, " ".join(again.values[0].split()), self._label)
        return self.tr("Only {what}, {year}").format(what=what, year=again.since.year)

    def _words(self) -> list[tuple[Stage, str]]:
        counts = self._counts
        pills = [
            (Stage.OPEN, self.tr("Open {count}").format(count=counts.open)),
            (Stage.WAITING, self.tr("Waiting on us {count}").format(count=counts.waiting)),
            (Stage.PROMISED, self.tr("Promised {count}").format(count=counts.promised)),
            (Stage.CLOSED, self.tr("Closed")),
            (Stage.ALL, self.tr("All")),
        ]
        if self._has_trash:
            pills.append((Stage.TRASH, self.tr("Trash {count}").format(count=counts.trash)))
        return pills

    def _label(self, code: str) -> str:
        return label_of(code, self._desk.house.content.categories())

    @Slot()
    def _on_about(self) -> None:
        """Fill the menu with what there is at this moment."""
        self._menu.clear()
        codes = self._desk.calls.ask(self._desk.house.lists.abouts) or []
        for code, words in (("", self.tr("Everything")), *((code, self._label(code)) for code in codes)):
            action = self._menu.addAction(literal(words))
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code == self._now_about)
            self._group.addAction(action)
        self._menu.popup(self._about.mapToGlobal(QPoint(0, self._about.height())))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.about_chosen.emit(action.data())
