"""A word beside the field that is typed in, of what is like it, where the side has no room beside the page."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.buttons import button
from app.ui.wizard.alike.panel import LikePanel
from app.ui.wizard.page import StepPage
from app.ui.wizard.shell import WizardShell


class Glance(QWidget):
    """Leads to the panel. Once it was there for a complaint it keeps its room, so that the page does not jump."""

    def __init__(self, shell: WizardShell) -> None:
        super().__init__()
        self._shell = shell
        self._panel: LikePanel = shell.side.alike
        self._number = 0
        self.link = button("", "link", "clock")
        self.link.clicked.connect(self._on_look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.link)
        row.addStretch(1)
        self.hide()
        self._panel.changed.connect(self._fit)
        shell.side_moved.connect(self._fit)

    def go_to(self, page: StepPage) -> None:
        """Stand in that page, beside what is typed there."""
        place = page.glance_place or self._shell.under_title
        if place.indexOf(self) < 0:
            self._keep_line(False)
            place.addWidget(self)
        if page.number != self._number:
            self._number = page.number
            self._keep_line(False)
        self._fit()

    def leave(self) -> None:
        """The page that it stands in may go."""
        self.hide()
        self._keep_line(False)
        self._shell.under_title.addWidget(self)

    def _keep_line(self, keep: bool) -> None:
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keep)
        self.setSizePolicy(policy)

    @Slot()
    def _fit(self) -> None:
        found = self._panel.words()
        if found:
            self.link.setText(self._panel.short_words())
            self.link.setAccessibleName(self.tr("{found}. Look").format(found=found))
            self.link.setToolTip(found)
        under = not self._shell.is_side_beside
        self._keep_line(under and (bool(found) or self.sizePolicy().retainSizeWhenHidden()))
        self.setVisible(under and bool(found))

    @Slot()
    def _on_look(self) -> None:
        self._shell.scroll_to(self._panel)
        self._panel.focus_first()
