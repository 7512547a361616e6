"""Settings: the shop, its rules, what makes it right, and this computer."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.shop import Shop
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.settings.machine_part import MachinePart
from app.ui.settings.remedies_part import RemediesPart
from app.ui.settings.rules_part import RulesPart
from app.ui.settings.shop_part import ShopPart
from app.ui.theme import current
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panel import Panel
from app.ui.widgets.pill_row import PillRow


class SettingsPage(QWidget):
    def __init__(self, desk: Desk, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.shop = ShopPart(desk)
        self.rules = RulesPart(desk)
        self.remedies = RemediesPart(desk)
        self.machine = MachinePart(desk, machine)
        self.machine.backup_requested.connect(desk.backup_requested)
        self._parts: list[Panel] = [self.shop, self.rules, self.remedies, self.machine]
        self.pills = PillRow()
        self.pills.set_pills([(at, part.accessibleName()) for at, part in enumerate(self._parts)])
        self.pills.chosen.connect(self._on_chosen)
        self._stack = QStackedWidget()
        for part in self._parts:
            self._stack.addWidget(_scrolled(part))
        theme = current()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(28), theme.space(20), theme.space(28), theme.space(20))
        column.setSpacing(theme.space(14))
        column.addWidget(PageHeader(self.tr("Settings"), self.tr("Every change is saved as you make it.")))
        column.addWidget(self.pills)
        column.addWidget(self._stack, 1)
        self.pills.choose(0)
        desk.hub.changed.connect(self._on_changed)
        desk.backed_up.connect(self.machine.show_backup)

    def show_page(self) -> None:
        self._refresh()
        self.machine.show_backup()

    def leave(self) -> None:
        """Save what is still being typed."""
        self.shop.typed.flush()
        self.remedies.typed.flush()
        self.rules.leave()

    @property
    def has_unsaved(self) -> bool:
        """Whether words wait that the disk did not take."""
        return self.shop.typed.has_unsaved() or self.remedies.typed.has_unsaved()

    def hideEvent(self, event: object) -> None:
        """What was typed last is saved on leaving."""
        self.leave()

    def _refresh(self) -> None:
        shop = self._desk.calls.ask(self._desk.house.settings.shop) or Shop()
        self.shop.show_shop(shop)
        self.rules.show_shop(shop)
        self.remedies.show_catalogue(shop.currency)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.settings or changes.everything):
            self._refresh()

    @Slot(object)
    def _on_chosen(self, at: object) -> None:
        if isinstance(at, int):
            self._stack.setCurrentIndex(at)


def _scrolled(part: Panel) -> QScrollArea:
    part.setMaximumWidth(current().text_pixels(720))
    inner = QWidget()
    row = QHBoxLayout(inner)
    row.setContentsMargins(0, 0, 0, 0)
    column = QVBoxLayout()
    column.addWidget(part)
    column.addStretch(1)
    row.addLayout(column, 10)
    row.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
