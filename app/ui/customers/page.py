"""All customers of the shop, and the one who is chosen."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.customer import Customer
from app.ui.customers.detail import CustomerDetail
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.row_list import Entry, RowList
from app.ui.widgets.two_panes import TwoPanes
from app.ui.widgets.words import label

MOST = 500  # customers in the list; more are found by typing
_FIND_AFTER_MS = 150


class CustomersPage(QWidget):
    """Customers come from complaints; what is typed about one is saved at the latest when the page is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = current()
        self.header = PageHeader(self.tr("Customers"))
        self.find_box = LineBox(200, self.tr("Name, phone or e-mail"))
        find_name = label(self.tr("Find a customer"), "label")
        find_name.setBuddy(self.find_box)
        self.find_box.setAccessibleName(self.tr("Find a customer"))
        self.rows = RowList(self.tr("Customers"), lines=2)
        self.hint = label("", "secondary")
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(find_name)
        column.addWidget(self.find_box)
        column.addSpacing(theme.space(8))
        column.addWidget(self.rows, 1)
        column.addWidget(self.hint)
        self.detail = CustomerDetail(desk)
        self._panes = TwoPanes(left, self.detail)
        self.empty = EmptyPage(
            "users",
            self.tr("Here you will see everyone who brought a complaint, and how to reach them."),
            self.tr("New complaint"),
            "plus",
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.space(28), theme.space(20), theme.space(28), theme.space(20))
        whole.setSpacing(theme.space(14))
        whole.addWidget(self.header)
        whole.addWidget(self._panes, 1)
        whole.addWidget(self.empty, 1)
        self._finding = QTimer(self)
        self._finding.setSingleShot(True)
        self._finding.setInterval(_FIND_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self._finding.timeout.connect(self._on_found)
        self.find_box.edited.connect(self._on_find)
        self.find_box.returnPressed.connect(self._on_find_entered)
        self.rows.chosen.connect(self._on_chosen)
        self.detail.case_requested.connect(self._desk.case_requested)
        self.empty.act_requested.connect(self._desk.new_complaint_requested)
        self._desk.hub.changed.connect(self._on_changed)

    def show_page(self) -> None:
        """It comes to the front."""
        self.refresh()
        self.find_box.setFocus()

    def show_customer(self, customer_id: int) -> None:
        """This one is chosen; what was typed about another is saved first."""
        customer = self._desk.calls.ask(self._desk.house.lists.customer, customer_id)
        if customer is None or not self.leave():
            return
        self.find_box.set_text("")
        self.detail.show_customer(customer)
        self.refresh()
        if customer_id not in {entry.key for entry in self.rows.entries()}:
            self.find_box.set_text(customer.label)
            self.refresh()
        self._panes.to_top()

    def leave(self) -> bool:
        """Save what is being typed; whether all of it is on disk."""
        self.detail.typed.flush()
        return not self.has_unsaved

    @property
    def has_unsaved(self) -> bool:
        return self.detail.typed.has_unsaved()

    @Slot()
    def refresh(self) -> None:
        """Show who is found now; the chosen one stays chosen, though a new name no longer fits what is looked for."""
        self._finding.stop()
        calls, lists = self._desk.calls, self._desk.house.lists
        found = calls.ask(lists.customers, self.find_box.text(), MOST) or []
        self.rows.set_entries([self._entry(*one) for one in found])
        self._show_hint(len(found))
        any_customer = bool(found) or bool(calls.ask(lists.any_customer))
        self._panes.setVisible(any_customer)
        self.empty.setVisible(not any_customer)
        shown = calls.ask(lists.customer, self.detail.customer_id()) if self.detail.customer_id() else None
        if shown is None and found:
            shown = found[0][0]
        self._panes.set_detail_visible(shown is not None)
        if shown is not None:
            self.rows.choose(shown.id)
            self.detail.show_customer(shown)

    def _show_hint(self, count: int) -> None:
        if count >= MOST:
            words = self.tr("The first {count} are shown. Type a name to find the others.").format(count=count)
        else:
            words = "" if count else self.tr("Nobody by these words. A new customer comes with their complaint.")
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def _entry(self, customer: Customer, complaints: int, still_open: int) -> Entry:
        count = self.tr("1 complaint") if complaints == 1 else self.tr("{n} complaints").format(n=complaints)
        reach = [one for one in (customer.phone, customer.email) if one and one != customer.label]
        return Entry(
            key=customer.id,
            strong=customer.label or self.tr("Somebody without a name"),
            third=", ".join([*reach, count]),
            chip=self.tr("{count} open").format(count=still_open) if still_open else "",
            chip_tone="amber" if still_open else "",
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._finding.stop()
        self.leave()

    @Slot(str)
    def _on_find(self, _text: str) -> None:
        self._finding.start()

    @Slot()
    def _on_found(self) -> None:
        """Who looks for somebody sees somebody of these, lest the words go to another."""
        self.refresh()
        found = [entry.key for entry in self.rows.entries()]
        if found and self.detail.customer_id() not in found:
            self.rows.choose(found[0])
            self._on_chosen(found[0])

    @Slot()
    def _on_find_entered(self) -> None:
        """Enter goes to the first who is found."""
        self.refresh()
        entries = self.rows.entries()
        if entries:
            self.rows.choose(entries[0].key)
            self._on_chosen(entries[0].key)
            self.rows.setFocus()

    @Slot(object)
    def _on_chosen(self, customer_id: int) -> None:
        if not self.leave():  # what was typed can't be saved: it stays before the owner's eyes
            self.rows.choose(self.detail.customer_id())
            return
        customer = self._desk.calls.ask(self._desk.house.lists.customer, customer_id)
        if customer is not None:
            self.detail.show_customer(customer)
            self._panes.to_top()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.customers or changes.cases or changes.everything):
            self.refresh()
