"""Asks what is like the complaint that is open, a moment after each pause in typing, and shows it at the side."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.alike import Alike, Verdict
from app.domain.case import Case
from app.domain.changes import Done
from app.domain.terms import Step
from app.ui.asker import Question
from app.ui.desk import Desk
from app.ui.wizard.alike.glance import Glance
from app.ui.wizard.page import StepPage
from app.ui.wizard.shell import WizardShell

PAUSE_MS: Final = 80  # after the last key; what remains of the 200 ms is for finding and painting
STEPS: Final = (Step.HEAR, Step.OWN, Step.LEARN)
_TAKES: Final = (Step.OWN, Step.LEARN)  # while they are still talking, nothing is sorted yet
_NAMES: Final = ("words", "went_wrong", "facts")  # the fields by which a complaint is found


class WizardAlike(QObject):
    """`answered` comes with each answer, also where the panel shows it already."""

    answered = Signal()

    def __init__(self, desk: Desk, shell: WizardShell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panel = panel = shell.side.alike
        self._glance = Glance(shell)
        self._trail: list[tuple[int, Step]] = []  # complaints that were left for one like them
        self._case: Case | None = None
        self._step = Step.SETTLE
        self._page: StepPage | None = None
        self._typed: dict[str, str] = {}
        self._asked: Question | None = None
        self._alike = Alike()
        self._symbol = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        panel.opened.connect(self._on_opened)
        panel.judged.connect(self._on_judged)
        panel.learned.opened.connect(self._on_lesson_opened)
        panel.learned.taken.connect(self._on_taken)
        desk.asker.answered.connect(self._on_answered)
        desk.asker.caught_up.connect(self._on_caught_up)

    @property
    def alike(self) -> Alike:
        """The last answer about the complaint that is open."""
        return self._alike

    def show_case(self, case: Case, step: Step, page: StepPage) -> None:
        """This complaint is open, at that step; its saved words count where no newer ones are being typed."""
        if self._case is None or self._case.id != case.id:
            self._typed = {}
            self._alike = Alike()
            self._asked = None
        elif self._case.lesson_id != case.lesson_id:
            self._asked = None  # the lesson that is shown counts this complaint too, or no more
        came = step is not self._step or self._page is not page
        if self._page is None:  # opened, not only shown anew
            self._came_back(case.id)
        self._case, self._step, self._page = case, step, page
        if step not in STEPS:
            self.rest()
            self._panel.hide()
            self._glance.leave()
            return
        if came:
            self._symbol = self._desk.house.settings.shop().currency
            self._desk.asker.wake()
            self._asked = None  # others may have been closed meanwhile
        self._glance.go_to(page)
        self._show()
        if not self._pause.isActive():
            self._ask()

    def leave(self) -> None:
        """Another complaint comes, and the pages of this one go."""
        self._page = None
        self._glance.leave()

    def rest(self) -> None:
        """Nobody types here now."""
        self._pause.stop()
        self._desk.asker.forget(self)

    @Slot(str, str)
    def on_typed(self, name: str, text: str) -> None:
        """A key was typed in the field of that name."""
        if name in _NAMES and self._case is not None:
            self._typed[name] = text
            self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self._pause.stop()
        case = self._case
        if case is None:
            return
        parts = [self._typed.get(name, str(getattr(case, name))).strip() for name in _NAMES]
        text = "\n".join(part for part in parts if part) or case.wants.strip()
        question = Question(text=text, case_id=case.id, about=case.about)
        if question == self._asked:
            return
        self._asked = question
        if text:
            self._desk.asker.ask(self, question)
        else:
            self._desk.asker.forget(self)
            self._take(Alike())

    @Slot(object, object, object)
    def _on_answered(self, who: object, question: Question, alike: Alike) -> None:
        if who is self and self._case is not None and question.case_id == self._case.id and self._step in STEPS:
            self._take(alike)

    def _take(self, alike: Alike) -> None:
        self._alike = alike
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        assert self._case is not None, "what is shown is like a case"
        self._panel.show_alike(
            self._alike,
            self._desk.now(),
            done=self._desk.house.remedies.words,
            symbol=self._symbol,
            lesson_id=self._case.lesson_id,
            can_take=self._step in _TAKES,
        )
        if self._page is not None:
            self._page.rank_lessons([one.lesson.id for one in self._alike.lessons])

    @Slot()
    def _on_caught_up(self) -> None:
        """More can be found now; not while the owner is in the panel, where a row would change under the hand."""
        if self._case is not None and self._step in STEPS and not self._panel.has_focus():
            self._asked = None
            if not self._pause.isActive():
                self._ask()

    @Slot(object)
    def _on_opened(self, number: int) -> None:
        self._leave_trail()
        self._desk.case_requested.emit(number)

    @Slot(object)
    def _on_lesson_opened(self, lesson_id: int) -> None:
        self._leave_trail()
        self._desk.lesson_requested.emit(lesson_id)

    def _leave_trail(self) -> None:
        assert self._case is not None
        self._trail.append((self._case.id, self._step))
        self._offer_way_back()

    def _offer_way_back(self) -> None:
        if self._trail:
            number, step = self._trail[-1]
            words = self.tr("You were at complaint {number}.").format(number=number)
            self._desk.way_back_offered.emit(words, partial(self._desk.step_requested.emit, number, step))
        else:
            self._desk.way_back_offered.emit("", None)

    def _came_back(self, number: int) -> None:
        if self._trail and self._trail[-1][0] == number:
            self._trail.pop()
            self._offer_way_back()

    @Slot(object, object)
    def _on_judged(self, number: int, verdict: Verdict | None) -> None:
        assert self._case is not None
        done = self._say(self._case.id, number, verdict)
        if done is not None and verdict is Verdict.NOT_ALIKE:
            words = self.tr("“{title}” will not come up here again.").format(title=self._panel.title_of(number))
            self._desk.offer_undo(words, partial(self._take_back, self._case.id, number, done.value))

    def _take_back(self, case_id: int, number: int, before: Verdict | None) -> None:
        """It may have gone from the panel since, and comes back."""
        self._say(case_id, number, before)
        if self._page is not None and self._step in STEPS:
            self._asked = None
            self._ask()

    def _say(self, case_id: int, number: int, verdict: Verdict | None) -> Done[Verdict | None] | None:
        done = self._desk.calls.run(self._desk.house.likeness.say, case_id, number, verdict)
        if self._case is not None and self._case.id == case_id:
            self._panel.show_verdict(number, verdict if done is not None else None)
        return done

    @Slot(object)
    def _on_taken(self, lesson_id: int) -> None:
        """This complaint belongs to that lesson; a reason for none is gone then, until it is taken back."""
        case, desk = self._case, self._desk
        assert case is not None
        if self._page is not None:
            self._page.flush()
        if not self._link(case.id, lesson_id, ""):
            return
        undo = partial(self._link, case.id, case.lesson_id, case.nothing_because)
        desk.offer_undo(self.tr("This complaint belongs to that lesson now."), undo)

    def _link(self, case_id: int, lesson_id: int | None, nothing_because: str) -> bool:
        desk = self._desk
        if desk.calls.run(desk.house.lessons.link, case_id, lesson_id) is None:
            return False
        return desk.calls.run(desk.house.cases.answer, case_id, "nothing_because", nothing_because) is not None
