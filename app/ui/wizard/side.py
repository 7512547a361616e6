"""The wizard's right side: who it is, what they brought before, and what is still open in this case."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from app.domain.handling import Problem
from app.domain.terms import Step
from app.ui.theme import current
from app.ui.widgets.again_words import AgainNotice
from app.ui.widgets.buttons import button
from app.ui.widgets.case_chips import anger_chip, ending_chip
from app.ui.widgets.flow_layout import FlowRow
from app.ui.widgets.panel import Panel
from app.ui.widgets.when import past_words
from app.ui.widgets.words import label
from app.ui.wizard.alike.panel import LikePanel
from app.ui.wizard.known import Earlier, Known
from app.ui.wizard.problems import problem_words
from app.ui.wizard.standing import doubt_sentence


class WizardSide(QWidget):
    """`step_requested` carries the step at which something is missing."""

    step_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known: Known | None = None
        self._links: dict[QAbstractButton, Step] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().space(14))
        self.alike = LikePanel()  # what was learned comes first
        column.addWidget(self.alike)
        self.again = AgainNotice()
        column.addWidget(self.again)
        self._parts = QVBoxLayout()
        self._parts.setSpacing(current().space(14))
        column.addLayout(self._parts)
        column.addStretch(1)

    def show_known(self, known: Known) -> None:
        """Show it; nothing is done where it is what stands there already."""
        if known == self._known:
            return
        self._known = known
        had_focus = next((step for link, step in self._links.items() if link.hasFocus()), None)
        self._clear()
        self.again.show_lines(known.again)
        if known.has_customer:
            self._parts.addWidget(self._met_before(known))
        if known.problems:
            self._parts.addWidget(self._still_open(known.problems))
        if had_focus is not None:
            self._focus_link(had_focus)

    def _clear(self) -> None:
        for link in self._links:
            self._group.removeButton(link)
        self._links = {}
        while (part := self._parts.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _met_before(self, known: Known) -> Panel:
        met = bool(known.earlier)
        title = self.tr("You have met before") if met else self.tr("Who they are to you")
        panel = Panel(title, "clock" if met else "user")
        panel.add(label(doubt_sentence(known.history, known.came_in), "secondary"))
        for one in known.earlier:
            panel.add_line()
            panel.add(self._earlier(one, known))
        return panel

    def _earlier(self, one: Earlier, known: Known) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(one.title or self.tr("No. {number}").format(number=one.number), "strong"))
        when = past_words(one.came_in, known.now)
        column.addWidget(label(f"{when}. {one.done}" if one.done else f"{when}.", "secondary"))
        chips = FlowRow(gap=4)
        if one.anger is not None and one.anger_after is not None:
            chips.flow.addWidget(anger_chip(one.anger, one.anger_after))
        chips.flow.addWidget(ending_chip(one.closed, one.outcome))
        column.addWidget(chips)
        return column

    def _still_open(self, problems: tuple[Problem, ...]) -> Panel:
        panel = Panel(self.tr("Still open in this case"), "flag")
        panel.body.setSpacing(2)
        for problem in problems:
            link = button(problem_words(problem.code), "link")
            self._links[link] = problem.step
            self._group.addButton(link)
            row = QVBoxLayout()
            row.setContentsMargins(-3, 0, 0, 0)
            row.addWidget(link)
            row.setAlignment(link, Qt.AlignmentFlag.AlignLeft)
            panel.add(row)
        return panel

    def _focus_link(self, step: Step) -> None:
        link = next((link for link, at in self._links.items() if at is step), None)
        if link is not None:
            link.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QAbstractButton)
    def _on_link(self, link: QAbstractButton) -> None:
        self.step_requested.emit(self._links[link])
