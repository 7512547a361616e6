"""What a case still lacks, as links to the steps where it is asked."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.handling import Problem
from app.domain.terms import Step
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.words import label
from app.ui.wizard.problems import problem_words


class _Go(QObject):
    """The act of one link."""

    wanted = Signal(object)

    def __init__(self, step: Step, parent: QObject) -> None:
        super().__init__(parent)
        self._step = step

    @Slot()
    def run(self) -> None:
        self.wanted.emit(self._step)


class StillOpen(QWidget):
    """`step_wanted` carries a `Step`. None of it keeps a case from being closed."""

    step_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Problem] = []
        self._links: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space(4))
        self._column.addWidget(label(self.tr("Still open, if you want to"), "label"))

    def show_problems(self, problems: list[Problem]) -> None:
        self.setVisible(bool(problems))
        if problems == self._shown:
            return
        self._shown = problems
        for old in self._links:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._links = []
        for problem in problems:
            link = button(problem_words(problem.code), "link", "arrow-right", trailing=True)
            act = _Go(problem.step, link)
            act.wanted.connect(self.step_wanted)
            link.clicked.connect(act.run)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            self._links.append(link)
