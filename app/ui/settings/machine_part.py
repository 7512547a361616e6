"""This computer: light or dark, where the file lies, and the newest backup."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.widgets.buttons import button
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.field import Field
from app.ui.widgets.panel import Panel
from app.ui.widgets.when import full_words
from app.ui.widgets.words import label


class MachinePart(Panel):
    backup_requested = Signal()

    def __init__(self, desk: Desk, machine: Machine) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("This computer"))
        self._desk = desk
        self._machine = machine
        self.look = ChoiceBox()
        self.look.set_choices(
            [("system", self.tr("As the system does")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        )
        self.look.choose(machine.look)
        self.look.chosen.connect(self._on_look)
        self.add(Field(self.tr("Light or dark"), self.look))
        self.add(label(self.tr("Your file"), "label"))
        self._file = label(str(desk.house.store.path))
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(self._file)
        self._backup = label("", "secondary")
        self.add(self._backup)
        acts = QHBoxLayout()
        self._folder = button(self.tr("Open its folder"), "plain", "folder-open")
        self._folder.clicked.connect(self._on_folder)
        self._now = button(self.tr("Back up now"), "plain", "floppy-disk")
        self._now.clicked.connect(self.backup_requested)
        acts.addWidget(self._folder)
        acts.addWidget(self._now)
        acts.addStretch(1)
        self.add(acts)

    @Slot()
    def show_backup(self) -> None:
        newest = self._desk.house.backups.newest()
        if newest is None:
            self._backup.setText(self.tr("No backup yet. One is made at each start and each close."))
        else:
            when = full_words(newest, self._desk.now())
            self._backup.setText(
                self.tr("The newest backup is of {when}. The last seven are kept in a folder beside it.").format(
                    when=when
                )
            )

    @Slot(object)
    def _on_look(self, look: object) -> None:
        self._machine.look = str(look)
        self._desk.theme.set_mode(str(look))

    @Slot()
    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.house.store.path.parent)))
