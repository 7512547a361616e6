"""The pages behind the side bar, each built when it is first opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.terms import Stage, Step
from app.lazy import lazy
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.today.page import TodayPage

if TYPE_CHECKING:
    import app.domain.query as query
    import app.ui.cards.page as cards_page
    import app.ui.cards.studio as card_studio
    import app.ui.cases.page as cases_page
    import app.ui.customers.page as customers_page
    import app.ui.effects.dialog as effect_dialog
    import app.ui.lessons.page as lessons_page
    import app.ui.playbook.page as rules_page
    import app.ui.settings.page as settings_page
    import app.ui.wizard.frame as wizard_frame
else:  # the first paint needs Today alone
    query = lazy("app.domain.query")
    cards_page = lazy("app.ui.cards.page")
    card_studio = lazy("app.ui.cards.studio")
    cases_page = lazy("app.ui.cases.page")
    customers_page = lazy("app.ui.customers.page")
    effect_dialog = lazy("app.ui.effects.dialog")
    lessons_page = lazy("app.ui.lessons.page")
    rules_page = lazy("app.ui.playbook.page")
    settings_page = lazy("app.ui.settings.page")
    wizard_frame = lazy("app.ui.wizard.frame")


class _Page(Protocol):
    def show_page(self) -> None: ...


class _Typed(Protocol):
    """A page in which words may wait to be saved."""

    @property
    def has_unsaved(self) -> bool: ...

    def leave(self) -> None: ...


_TYPED = frozenset({"wizard", "studio", "lessons", "rules", "customers", "settings"})


class Pages(QStackedWidget):
    """`turned` carries the name of the page now shown: one of the side bar's, `rules`, `wizard` or `studio`."""

    turned = Signal(str)

    def __init__(self, desk: Desk, machine: Machine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._machine = machine
        self._built: dict[str, QWidget] = {}
        self.name = ""
        self._makers: dict[str, Callable[[], QWidget]] = {
            "today": self._today,
            "complaints": self._complaints,
            "lessons": self._lessons,
            "rules": self._rules,
            "cards": self._cards,
            "customers": self._customers,
            "settings": self._settings,
            "wizard": self._wizard,
            "studio": self._studio,
        }
        desk.page_requested.connect(self.turn_to)
        desk.case_requested.connect(self.open_case)
        desk.step_requested.connect(self.open_step)
        desk.card_requested.connect(self.open_card)
        desk.customer_requested.connect(self.open_customer)
        desk.lesson_requested.connect(self.open_lesson)
        desk.effect_requested.connect(self.ask_effect)
        desk.list_requested.connect(self.open_list)
        desk.new_complaint_requested.connect(self.open_new)

    def _today(self) -> QWidget:
        return TodayPage(self._desk, self)

    def _complaints(self) -> QWidget:
        return cases_page.ComplaintsPage(self._desk)

    def _lessons(self) -> QWidget:
        return lessons_page.LessonsPage(self._desk)

    def _rules(self) -> QWidget:
        return rules_page.RulesPage(self._desk)

    def _cards(self) -> QWidget:
        return cards_page.CardsPage(self._desk)

    def _customers(self) -> QWidget:
        return customers_page.CustomersPage(self._desk)

    def _settings(self) -> QWidget:
        return settings_page.SettingsPage(self._desk, self._machine)

    def _wizard(self) -> QWidget:
        return wizard_frame.WizardPage(self._desk)

    def _studio(self) -> QWidget:
        return card_studio.CardStudio(self._desk, self._machine)

    def page(self, name: str) -> QWidget:
        """The page of that name, built now if it was not yet; raises `KeyError` for another name."""
        page = self._built.get(name)
        if page is None:
            page = self._built[name] = self._makers[name]()
            self.addWidget(page)
        return page

    @Slot(str)
    def turn_to(self, name: str) -> None:
        page = self.page(name)
        self.leave()
        if name == "rules":  # from a complaint the way leads back to it
            came_from = self._wizard_page().number if self.name == "wizard" else None
            cast("rules_page.RulesPage", page).come_from(came_from)
        self._bring(name, page)
        cast(_Page, page).show_page()

    def _bring(self, name: str, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.name = name
        self.turned.emit(name)

    def leave(self) -> None:
        """Save what is still being typed on the page shown."""
        if self.name in _TYPED:
            cast(_Typed, self.currentWidget()).leave()

    def finish(self) -> bool:
        """Save all that is typed, also what a page that was left could not save; whether all of it is on disk."""
        self.leave()
        waiting = [page for page in self._typed_into() if page.has_unsaved]
        for page in waiting:
            page.leave()
        return not any(page.has_unsaved for page in waiting)

    def _typed_into(self) -> list[_Typed]:
        return [cast(_Typed, page) for name, page in self._built.items() if name in _TYPED]

    def _wizard_page(self) -> "wizard_frame.WizardPage":
        return cast("wizard_frame.WizardPage", self.page("wizard"))

    @Slot(object)
    def open_case(self, number: int) -> None:
        self.open_step(number, None)

    @Slot(object, object)
    def open_step(self, number: int, step: Step | None) -> None:
        self.leave()
        page = self._wizard_page()
        self._bring("wizard", page)
        page.open_case(number, step)

    @Slot()
    def open_new(self) -> None:
        self.leave()
        page = self._wizard_page()
        self._bring("wizard", page)
        page.open_new()

    @Slot(object)
    def open_card(self, message_id: int) -> None:
        self.leave()
        page = cast("card_studio.CardStudio", self.page("studio"))
        self._bring("studio", page)
        page.open_card(message_id)

    @Slot(object)
    def open_customer(self, customer_id: int) -> None:
        self.turn_to("customers")
        cast("customers_page.CustomersPage", self.page("customers")).show_customer(customer_id)

    @Slot(object)
    def open_lesson(self, lesson_id: int) -> None:
        self.turn_to("lessons")
        cast("lessons_page.LessonsPage", self.page("lessons")).show_lesson(lesson_id)

    @Slot(object)
    def ask_effect(self, lesson_id: int) -> None:
        effect_dialog.ask_effect(self._desk, lesson_id, self)

    @Slot(object)
    def open_list(self, wanted: "query.CaseQuery") -> None:
        self.turn_to("complaints")
        page = cast("cases_page.ComplaintsPage", self.page("complaints"))
        page.show_query(wanted)
        if wanted.search:  # somebody is still typing
            page.focus_search()

    @Slot()
    def search_everything(self) -> None:
        """Ctrl+K: the page of complaints over all stages, with the search box in focus."""
        if self.name != "complaints":
            self.open_list(query.CaseQuery(stage=Stage.ALL))
        cast("cases_page.ComplaintsPage", self.page("complaints")).focus_search()
