"""The main window: side bar, pages, the bars at the foot, and the keys that work everywhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.domain.errors import AppError
from app.lazy import lazy
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.pages import Pages
from app.ui.refusal_bar import RefusalBar
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.back_bar import BackBar
from app.ui.widgets.side_bar import SideBar
from app.ui.widgets.undo_bar import UndoBar
from app.ui.widgets.when import past_words, time_words

if TYPE_CHECKING:
    import app.ui.boxes as boxes
    import app.ui.keys as keys_dialog
else:
    boxes = lazy("app.ui.boxes")
    keys_dialog = lazy("app.ui.keys")

_COUNT_AFTER_MS = 150  # counts follow a burst of changes once
_MINUTE_MS = 60_000
_TITLE_BAR = 40  # pixels at most; Qt knows the real one only once the window is shown


class MainWindow(QMainWindow):
    """`closing` is sent once, when the owner closes it and what was typed is saved."""

    closing = Signal()

    def __init__(self, desk: Desk, machine: Machine) -> None:
        super().__init__()
        self.desk = desk
        self._machine = machine
        self._failed = False  # the last backup
        # Each is made where it belongs: a part that moves is looked up in the style sheet again with all its children.
        centre = QWidget()
        self.setCentralWidget(centre)
        self.side = SideBar(centre)
        self.pages = Pages(desk, machine, centre)
        self.back_bar = BackBar(centre)
        self.undo_bar = UndoBar(centre)
        self.refusal_bar = RefusalBar(centre)
        self._lay_out(centre)
        self._connect()
        self._bind_keys()
        self.setMinimumSize(640, 400)  # a small panel at double scale
        if not self.restoreGeometry(machine.window_geometry):
            room = self.screen().availableSize()
            self.resize(min(1280, room.width()), min(800, room.height() - _TITLE_BAR))
        self._show_shop()

    def _lay_out(self, centre: QWidget) -> None:
        theme = current()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        right = QVBoxLayout()
        right.setSpacing(0)
        row.addLayout(right, 1)
        right.addWidget(self.pages, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.space(28), 0, theme.space(28), theme.space(14))
        foot.setSpacing(theme.space(8))
        right.addLayout(foot)
        foot.addWidget(self.back_bar)
        foot.addWidget(self.undo_bar)
        foot.addWidget(self.refusal_bar)
        self._foot = foot
        self._fit_foot()

    def _connect(self) -> None:
        desk = self.desk
        self.side.page_requested.connect(self.pages.turn_to)
        self.side.new_complaint_requested.connect(self.pages.open_new)
        self.pages.turned.connect(self._on_turned)
        desk.undo_offered.connect(self._on_undo_offered)
        desk.way_back_offered.connect(self._on_way_back)
        desk.told.connect(self._on_told)
        desk.calls.refused.connect(self._on_refused)
        desk.hub.changed.connect(self._on_changed)
        desk.minute_passed.connect(self._on_minute)
        desk.backed_up.connect(self.show_backup)
        self.back_bar.closed.connect(self._fit_foot)
        self.undo_bar.closed.connect(self._fit_foot)
        self.refusal_bar.closed.connect(self._fit_foot)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(_COUNT_AFTER_MS)
        self._counting.timeout.connect(self.count)
        self._minute = QTimer(self)
        self._minute.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(desk.minute_passed)

    def _bind_keys(self) -> None:
        for keys, slot in (
            (QKeySequence("Ctrl+N"), self.pages.open_new),
            (QKeySequence("Ctrl+K"), self.pages.search_everything),
            (QKeySequence("F1"), self.show_keys),
            (QKeySequence("Ctrl+Q"), self.close),
        ):
            QShortcut(keys, self).activated.connect(slot)
        for number in range(1, 7):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setProperty("page", number)
            shortcut.activated.connect(self._on_page_key)

    def start(self, page: str = "today") -> None:
        """Bring the first page; the window may be shown then."""
        self.count()
        self.pages.turn_to(page)
        self._minute.start()

    @Slot()
    def count(self) -> None:
        """The side bar's pages and figures; a page that has nothing to show yet is not in it."""
        house = self.desk.house
        wanted = [
            ("today", self.tr("Today"), "sun-horizon"),
            ("complaints", self.tr("Complaints"), "chat-centered-text"),
        ]
        if self.desk.calls.ask(house.lessons.any) or self.desk.calls.ask(house.playbook.any):
            wanted.append(("lessons", self.tr("Lessons"), "lightbulb"))
        if self.desk.calls.ask(house.messages.any_card):
            wanted.append(("cards", self.tr("Cards"), "envelope-simple"))
        if self.desk.calls.ask(house.lists.any_customer):
            wanted.append(("customers", self.tr("Customers"), "users"))
        keys = [key for key, _, _ in wanted]
        if keys != self.side.pages():
            self.side.set_pages(wanted)
        end_of_today = self.desk.now().replace(hour=23, minute=59, second=59, microsecond=999_999)
        self.side.set_badge("today", sum(1 for reminder in self.desk.due() if reminder.due <= end_of_today))
        if "cards" in keys:
            self.side.set_badge("cards", self.desk.calls.ask(house.messages.cards_waiting) or 0)

    def _show_shop(self) -> None:
        shop = self.desk.house.settings.shop()
        self.side.set_shop(shop.name)
        title = self.tr("{shop} (made up)").format(shop=shop.name) if shop.made_up else shop.name
        self.setWindowTitle(f"{title} \u2013 Amends" if title else "Amends")

    @Slot()
    def show_backup(self) -> None:
        """The line at the foot of the side bar: when the newest checked copy was made."""
        made = self.desk.house.backups.newest()
        self._failed = False
        if made is None:
            return
        now = self.desk.now()
        if made.astimezone(now.tzinfo).date() == now.date():
            note = self.tr("Backed up {time}").format(time=time_words(made))
        else:
            note = self.tr("Backed up {day}").format(day=past_words(made, now))
        self.side.set_foot_note(note)

    def show_backup_failed(self, error: AppError) -> None:
        self._failed = True
        self.side.set_foot_note(self.tr("The last backup failed"), "coral", "warning")
        self.refusal_bar.refuse(sentence(error))
        self._fit_foot()

    @Slot(str)
    def _on_turned(self, name: str) -> None:
        self.side.set_current({"wizard": "complaints", "studio": "cards", "rules": "lessons"}.get(name, name))

    @Slot()
    def _on_page_key(self) -> None:
        number = int(self.sender().property("page"))
        names = [*self.side.pages(), "settings"]
        if number <= len(names):
            self.pages.turn_to(names[number - 1])

    @Slot(object)
    def _on_changed(self, changes: object) -> None:
        self._counting.start()
        if getattr(changes, "settings", False):
            self._show_shop()

    @Slot()
    def _on_minute(self) -> None:
        self._counting.start()
        if not self._failed:  # over midnight the hour of the copy becomes a day
            self.show_backup()

    @Slot(str, object)
    def _on_undo_offered(self, words: str, undo: object) -> None:
        if callable(undo):
            self.undo_bar.offer(words, undo)
            self._fit_foot()

    @Slot(str, object)
    def _on_way_back(self, words: str, back: object) -> None:
        if callable(back):
            self.back_bar.offer(words, back)
            self._fit_foot()
        else:
            self.back_bar.end()

    @Slot(str)
    def _on_told(self, words: str) -> None:
        self.refusal_bar.tell(words)
        self._fit_foot()

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        self.refusal_bar.refuse(sentence(error))
        self._fit_foot()

    @Slot()
    def _fit_foot(self) -> None:
        """No empty room at the foot while there is nothing to say."""
        space = current().space
        bars = (self.back_bar, self.undo_bar, self.refusal_bar)
        shown = not all(bar.isHidden() for bar in bars)
        self._foot.setContentsMargins(space(28), 0, space(28), space(14) if shown else 0)

    @Slot()
    def show_keys(self) -> None:
        keys_dialog.KeysDialog(self).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being typed; where the disk refuses, the owner decides."""
        if not self.pages.finish() and not boxes.closes_unsaved(self):
            event.ignore()
            return
        self._machine.window_geometry = self.saveGeometry()
        self._minute.stop()
        self._counting.stop()
        event.accept()
        self.closing.emit()
