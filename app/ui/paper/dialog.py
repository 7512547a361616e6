"""The window that shows a document as it will be printed, and brings it to the printer or into a file."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.card import Sheet
from app.domain.errors import AppError
from app.printing.blocks import PAPERS, Document
from app.printing.documents import to_pdf, to_printer
from app.printing.output import file_of
from app.printing.page import Page, lay_out
from app.system.machine import Machine
from app.ui.asking import ask_here, ask_waiting
from app.ui.desk import Desk
from app.ui.paper.choosing import agreed, chosen_file, documents_folder, open_printer, usual_sheet
from app.ui.paper.pages_view import PagesView
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.field import Field
from app.ui.widgets.notice import Notice
from app.ui.widgets.words import label

_NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_NAME = 60  # letters; file systems take 255 bytes


def show_document(desk: Desk, parent: QWidget, title: str, document: Document) -> None:
    """Show the document in front of `parent`, to be printed or saved; `title` heads the window."""
    PrintDialog(desk, document, parent, title=title).open()


class PrintDialog(QDialog):
    """Says at its own foot what was refused and what was sent; it is gone when it closes."""

    def __init__(
        self, desk: Desk, document: Document, parent: QWidget, *, title: str = "", machine: Machine | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._document = document
        self._machine = machine or Machine()
        self._folder = documents_folder()
        self._pages: tuple[Page, ...] = ()
        self.setWindowTitle(title or self.tr("Print"))
        self._title = label(title or document.title, "title")
        self._count = label("", "secondary")
        self.paper = ChoiceBox()
        self.paper.set_choices([(Sheet.A4, self.tr("A4")), (Sheet.LETTER, self.tr("Letter"))])
        self.paper.choose(self._usual_paper())
        self.view = PagesView()
        self.refused = Notice("coral", "warning-circle")
        self.sent = Notice("green", "check")
        self.close_button = button(self.tr("Close"))
        self.pdf_button = button(self.tr("Save as PDF"))
        self.print_button = button(self.tr("Print"), "primary", "printer")
        self.print_button.setDefault(True)
        self.print_button.setShortcut(QKeySequence("Ctrl+P"))
        self._lay_out()
        self.paper.chosen.connect(self._on_paper)
        self.print_button.clicked.connect(self._on_print)
        self.pdf_button.clicked.connect(self._on_pdf)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(self.deleteLater)
        self.print_button.setFocus()
        self._show()

    def sheet(self) -> Sheet:
        """The paper that it is laid out for."""
        choice = self.paper.choice()
        return choice if isinstance(choice, Sheet) else Sheet.A4

    def sizeHint(self) -> QSize:
        """As much of the screen as a page wants, and no more than there is."""
        room = self.screen().availableSize()
        wanted = QSize(current().text_pixels(820), current().text_pixels(900))
        return wanted.boundedTo(QSize(round(room.width() * 0.94), round(room.height() * 0.9)))

    def _lay_out(self) -> None:
        theme = current()
        words = QVBoxLayout()
        words.setSpacing(theme.space(4))
        words.addWidget(self._title)
        words.addWidget(self._count)
        words.addStretch(1)
        field = Field(self.tr("Paper in the printer"), self.paper)
        field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head = QHBoxLayout()
        head.setSpacing(theme.space(20))
        head.addLayout(words, 1)
        head.addWidget(field)
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(8))
        foot.addWidget(self.close_button)
        foot.addStretch(1)
        foot.addWidget(self.pdf_button)
        foot.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(20),) * 4)
        column.setSpacing(theme.space(14))
        column.addLayout(head)
        column.addWidget(self.view, 1)
        for notice in (self.refused, self.sent):
            notice.hide()
            column.addWidget(notice)
        column.addLayout(foot)

    def _usual_paper(self) -> Sheet:
        """What was chosen last for a document, else what lies in the printer for cards, else the country's."""
        known = [Sheet(name) for name in (self._machine.paper, self._machine.sheet) if name in set(PAPERS)]
        return known[0] if known else usual_sheet()

    def _show(self) -> None:
        """Lay it out and show it; where that is refused nothing can be printed."""
        pages = ask_here(self._desk.calls, self._on_refused, lay_out, self._document, self.sheet())
        self._pages = pages or ()
        self.view.show_pages(self._pages)
        many = len(self._pages)
        words = self.tr("1 page") if many == 1 else self.tr("{count} pages").format(count=many)
        self._count.setText(words if pages else "")
        self.print_button.setEnabled(bool(pages))
        self.pdf_button.setEnabled(bool(pages))

    @Slot(object)
    def _on_paper(self, sheet: Sheet) -> None:
        self._machine.paper = sheet
        self._say_nothing()
        self._show()

    @Slot()
    def _on_print(self) -> None:
        self._say_nothing()
        calls = self._desk.calls
        printer = ask_waiting(calls, self._on_refused, partial(open_printer, self._machine.printer, both_sides=False))
        if printer is None or not agreed(printer, self, self.windowTitle(), len(self._pages)):
            return
        used = ask_waiting(calls, self._on_refused, to_printer, printer, self._document, self.sheet())
        if used is None:
            return
        if (file := file_of(printer)) is not None:
            self._say_saved(file)
            return
        self._machine.printer = printer.printerName()
        self._say_sent(printer.printerName(), used)

    @Slot()
    def _on_pdf(self) -> None:
        self._say_nothing()
        path = chosen_file(self, self.tr("Save as PDF"), self._folder, _file_name(self._document.title))
        if path is None:
            return
        self._folder = str(path.parent)
        if ask_waiting(self._desk.calls, self._on_refused, to_pdf, self._document, self.sheet(), path):
            self._say_saved(path)

    def _say_sent(self, printer: str, used: Sheet) -> None:
        words = self.tr("Sent to {printer}.").format(printer=printer)
        if used is not self.sheet():
            more = self.tr("It does not take {asked}, so this is laid out for {used}.")
            names = {Sheet.A4: self.tr("A4"), Sheet.LETTER: self.tr("Letter")}
            words = f"{words} {more.format(asked=names[self.sheet()], used=names[used])}"
            self.paper.choose(used)
            self._show()
        self._say_done(words)

    def _say_saved(self, path: Path) -> None:
        self._say_done(self.tr("The PDF is saved: {path}").format(path=path))

    def _say_done(self, words: str) -> None:
        """In place; whoever hears the screen hears it with the button that comes next."""
        self.sent.set_words("", words)
        self.sent.show()
        self.close_button.setAccessibleDescription(words)
        self.close_button.setFocus()

    def _say_nothing(self) -> None:
        self.refused.hide()
        self.sent.hide()
        self.close_button.setAccessibleDescription("")

    @Slot(object)
    def _on_refused(self, error: AppError) -> None:
        words = sentence(error)
        self.refused.set_words("", words)
        self.refused.show()
        self.close_button.setAccessibleDescription(words)


def _file_name(title: str) -> str:
    """A name for the PDF that every system takes."""
    return (" ".join(_NOT_IN_A_NAME.sub(" ", title).split())[:_LONGEST_NAME].strip(" .") or "Amends") + ".pdf"
