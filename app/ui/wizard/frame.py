"""Walks one case through its steps: which page is shown, what it says is saved, and what is known beside it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.case import Case
from app.domain.changes import Changes
from app.domain.errors import AppError
from app.domain.handling import HandlingFlow
from app.domain.query import CaseQuery
from app.domain.terms import Stage, Step
from app.system.resources import step_words
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.widgets.case_words import step_name
from app.ui.wizard.alike.asking import WizardAlike
from app.ui.wizard.known import known_of
from app.ui.wizard.new_complaint import NewComplaintPage
from app.ui.wizard.page import StepPage
from app.ui.wizard.saving import Saver
from app.ui.wizard.shell import WizardShell
from app.ui.wizard.steps import ICONS, Factory, factory_of, state_of


class WizardPage(QWidget):
    """The main window calls `open_case` or `open_new`, and `leave` before another page comes or it closes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self._step = Step.SETTLE
        self._pages: dict[tuple[int, Factory], StepPage] = {}
        self._listed: tuple[Step, ...] = ()
        self._busy = False
        self._stale = False
        self.saver = Saver(desk, self)
        self.question = NewComplaintPage()
        self.shell = WizardShell()
        self.alike = WizardAlike(desk, self.shell, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.question)
        self._stack.addWidget(self.shell)
        self._connect()

    def _connect(self) -> None:
        shell = self.shell
        self.question.answered.connect(self._on_question)
        self.question.back_requested.connect(self._on_question_back)
        shell.steps.step_requested.connect(self._on_step_picked)
        shell.side.step_requested.connect(self.go)
        shell.header.crumb_requested.connect(self._desk.page_requested)
        shell.visits.clicked.connect(self._on_visits)
        shell.rules.rules_requested.connect(self._on_rules)
        shell.back_requested.connect(self.back)
        shell.next_requested.connect(self.forward)
        shell.finish_requested.connect(self._on_finish_later)
        self.saver.saved.connect(shell.badge.show_saved)
        self.saver.disk_refused.connect(self._on_disk_refused)
        self.saver.field_refused.connect(self._on_field_refused)
        self._desk.hub.changed.connect(self._on_changed)
        for keys, slot in (
            ("Alt+Left", self.back),
            ("Alt+Right", self.forward),
            ("Ctrl+Return", self.forward),
            ("Ctrl+Enter", self.forward),
        ):
            shortcut = QShortcut(QKeySequence(keys), shell)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    @property
    def has_unsaved(self) -> bool:
        """Whether something typed is not in the file: not sent yet, refused by its field, or by the disk."""
        return self.saver.has_unsaved or any(page.has_unsaved for page in self._pages.values())

    @property
    def number(self) -> int | None:
        """The case that is open."""
        return self._case.id if self._case is not None else None

    @property
    def step(self) -> Step:
        """The step that is open."""
        return self._step

    @property
    def page(self) -> StepPage | None:
        """The step's page that is shown."""
        return None if self._case is None else self._pages.get((self._case.id, self._factory(self._case)))

    def open_new(self) -> None:
        """Ask the one question; a case is made with its answer."""
        self.leave()
        self._stack.setCurrentWidget(self.question)
        self.question.show_page()

    def open_case(self, number: int, step: Step | None = None) -> None:
        """Open it at that step, or where it stands."""
        self.leave()
        case = self._desk.calls.ask(self._desk.house.cases.case, number)
        if case is None:
            self._desk.page_requested.emit("complaints")
            return
        self._drop_pages_but(number)
        self._case = case
        self._stack.setCurrentWidget(self.shell)
        self._go_to(step or case.step)

    def leave(self) -> None:
        """Save what is being typed, and try once more what the disk refused."""
        self.alike.rest()
        for page in list(self._pages.values()):
            if page is self.page or page.has_unsaved:
                page.left()
        self.saver.try_again()

    def show_page(self) -> None:
        """The page came to the front again."""
        if self._stack.currentWidget() is self.question:
            self.question.show_page()
        elif self._stale:
            self._reload()

    @Slot(object)
    def go(self, step: Step) -> None:
        """Jump to a step; any may be gone to at any time."""
        if self._case is not None:
            self.leave()
            self._go_to(step)

    @Slot()
    def back(self) -> None:
        """The step before this one."""
        before = None if self._case is None else HandlingFlow.before(self._step, self._case.answer)
        if before is not None:
            self.go(before)

    @Slot()
    def forward(self) -> None:
        """The step after this one."""
        after = None if self._case is None else HandlingFlow.after(self._step, self._case.answer)
        if after is not None:
            self.go(after)

    def _go_to(self, step: Step) -> None:
        case = self._case
        assert case is not None, "a step belongs to a case"
        # Where the way has no such step, the case has come to its end.
        self._step = step if step in HandlingFlow.steps(case.answer) else Step.CLOSE
        self._busy = True
        self._desk.calls.run_here(self._on_disk_refused, self._desk.house.cases.visit, case.id, self._step)
        self._busy = False
        self._reload()
        page = self.page
        if page is not None:
            page.focus_first()
            self.shell.bring_focus_to_sight()

    def _reload(self) -> None:
        self._stale = False
        if self._case is None:
            return
        case = self._desk.calls.ask(self._desk.house.cases.case, self._case.id)
        if case is not None:
            self._show(case)

    def _show(self, case: Case) -> None:
        self._case = case
        if self._step not in HandlingFlow.steps(case.answer):
            self._step = Step.CLOSE
        page = self._built(case)
        page.hold(self.saver.held(case.id))
        page.show_case(case)
        self.shell.show_page(page)
        self.alike.show_case(case, self._step, page)
        self._show_steps(case)
        self._show_words(case)
        self.shell.rules.show_rules(self._desk.calls.ask(self._desk.house.playbook.of_step, self._step) or [])
        known = self._desk.calls.ask(known_of, self._desk.house, case, self._step)
        if known is not None:
            self.shell.side.show_known(known)
            self.shell.set_visits(known.history.complaints)

    def _factory(self, case: Case) -> Factory:
        return factory_of(self._step, case.answer)

    def _built(self, case: Case) -> StepPage:
        key = (case.id, self._factory(case))
        page = self._pages.get(key)
        if page is None:
            page = self._pages[key] = key[1](self._desk)
            page.number = case.id
            page.answered.connect(self._on_answered)
            page.customer_typed.connect(self._on_customer_typed)
            page.words_typed.connect(self.alike.on_typed)
            page.act_requested.connect(self._on_act)
            page.focus_moved.connect(self.shell.bring_focus_to_sight)
        return page

    def _drop_pages_but(self, number: int) -> None:
        """Pages of other cases go, unless one holds words that the file has not taken yet."""
        self.alike.leave()
        for key, page in list(self._pages.items()):
            if key[0] != number and not (page.has_unsaved or self.saver.held(key[0])):
                self.shell.forget_page(self._pages.pop(key))

    def _show_steps(self, case: Case) -> None:
        steps = HandlingFlow.steps(case.answer)
        if steps != self._listed:
            self._listed = steps
            self.shell.steps.set_steps([(step.value, step_name(step), ICONS[step]) for step in steps])
        for step in steps:
            self.shell.steps.set_state(step.value, state_of(step, case, self._step))
        self.shell.steps_area.bring_to_sight()

    def _show_words(self, case: Case) -> None:
        shell = self.shell
        title = case.customer.label if case.customer else ""
        shell.header.set_title(title or self.tr("New complaint"))
        crumbs = [("complaints", self.tr("Complaints")), ("", self.tr("No. {number}").format(number=case.id))]
        if shell.property("crumbs_of") != case.id:
            shell.setProperty("crumbs_of", case.id)
            shell.header.set_crumbs(crumbs)
        why, say = step_words(self._step, case.answer)
        shell.title.setText(step_name(self._step))
        shell.why.setText(why)
        shell.say.set_words(self.tr("Say this now:"), self.tr("“{words}”").format(words=say))
        after = HandlingFlow.after(self._step, case.answer)
        shell.set_next(step_name(after) if after is not None else None)
        shell.back.setEnabled(HandlingFlow.before(self._step, case.answer) is not None)

    @Slot(bool)
    def _on_question(self, here: bool) -> None:
        started = self._desk.calls.run(self._desk.house.cases.start, here_or_on_phone=here)
        if started is not None:
            self.open_case(started.value)

    @Slot()
    def _on_question_back(self) -> None:
        self._desk.page_requested.emit("today")

    @Slot(str)
    def _on_step_picked(self, key: str) -> None:
        self.go(Step(key))

    @Slot()
    def _on_visits(self) -> None:
        if self._case is not None and self._case.customer is not None:
            self.leave()
            self._desk.list_requested.emit(CaseQuery(stage=Stage.ALL, customer_id=self._case.customer.id))

    @Slot()
    def _on_rules(self) -> None:
        self.leave()
        self._desk.page_requested.emit("rules")

    @Slot()
    def _on_finish_later(self) -> None:
        self.leave()
        self._desk.page_requested.emit("today")

    @Slot(object)
    def _on_answered(self, values: dict[str, object]) -> None:
        page = self.sender()
        if isinstance(page, StepPage):
            self.saver.answer(page.number, values)

    @Slot(object)
    def _on_customer_typed(self, values: dict[str, object]) -> None:
        page = self.sender()
        if isinstance(page, StepPage):
            self.saver.customer(page.number, values)

    @Slot(str, object)
    def _on_act(self, name: str, argument: object) -> None:
        """What a page wishes of the frame: "go" to a Step, "customer_chosen", "close_done", "rules"."""
        if name == "go" and isinstance(argument, Step):
            self.go(argument)
        elif name == "customer_chosen" and self._case is not None:
            self.saver.forget_customer(self._case.id)
        elif name in ("close_done", "rules"):
            self.leave()
            self._desk.page_requested.emit("today" if name == "close_done" else name)

    @Slot(object)
    def _on_disk_refused(self, error: AppError) -> None:
        self.shell.badge.show_problem(sentence(error))

    @Slot(object, object)
    def _on_field_refused(self, number: int, error: AppError) -> None:
        page = self.page
        if page is not None and page.number == number:
            page.show_refusal(error)
        else:
            self._desk.refuse(error)
        self.shell.badge.show_problem(sentence(error))

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if self._case is None or self._busy or not (changes.touches_case(self._case.id) or changes.rules):
            return
        if self.isVisible():
            self._reload()
        else:
            self._stale = True
