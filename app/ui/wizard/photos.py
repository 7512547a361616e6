"""Photos and receipts of a case: dropped, pasted or chosen, shown small, taken off with undo."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt, Slot
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.case import Attachment
from app.domain.errors import AppError
from app.ui.desk import Desk
from app.ui.sentences import sentence
from app.ui.theme import current
from app.ui.widgets.buttons import button
from app.ui.widgets.icon_mark import IconDisc
from app.ui.widgets.notice import Notice
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import ElidedLabel, label

THUMB: Final = 44


class Photos(QWidget):
    """`number` is the case's. What can't be kept is said here, each file by its name; the others are kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.number = 0
        self._shown: tuple[Attachment, ...] = ()
        self._thumbs: dict[int, QPixmap] = {}
        self._refusals: list[str] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_remove)
        self._removes: dict[QAbstractButton, Attachment] = {}
        theme = current()
        self.add_button = button(self.tr("Add photos or receipts"), "plain", "camera")
        self.add_button.clicked.connect(self._on_add)
        self.zone = Panel(kind="sunk", padding=14)
        self.zone.add(self.add_button)
        self.zone.body.setAlignment(self.add_button, Qt.AlignmentFlag.AlignLeft)
        hint = self.tr("Or drop files here, or paste a picture. They are copied and kept with this case.")
        self.zone.add(label(hint, "secondary"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.space(6))
        self.zone.add(self._rows)
        self.refused = Notice("coral", "warning-circle")
        self.refused.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        column.addWidget(self.zone)
        column.addWidget(self.refused)

    def show_attachments(self, attachments: tuple[Attachment, ...]) -> None:
        """Show these, in their order."""
        if attachments == self._shown:
            return
        self._shown = attachments
        for remove in self._removes:
            self._group.removeButton(remove)
        self._removes = {}
        while (part := self._rows.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in attachments:
            self._rows.addWidget(self._row(one))

    def names(self) -> list[str]:
        """What is shown."""
        return [one.name for one in self._shown]

    def removes(self) -> list[QAbstractButton]:
        """The buttons that take one off, in the order shown."""
        return list(self._removes)

    def take(self, mime: QMimeData) -> bool:
        """Keep the files or the picture that were dropped or pasted; whether there was one."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.add_files(paths)
            return True
        image = mime.imageData() if mime.hasImage() else None
        if isinstance(image, QPixmap):
            image = image.toImage()
        if isinstance(image, QImage) and not image.isNull():
            self._add_picture(image)
            return True
        return False

    def add_files(self, paths: list[Path]) -> None:
        """Copy them into the file; one that can't be kept holds none of the others back."""
        self._begin()
        for path in paths:
            self._desk.calls.run_here(self._refuse, self._desk.house.attachments.attach_file, self.number, path)

    def _add_picture(self, image: QImage) -> None:
        self._begin()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        count = sum(1 for one in self._shown if one.media_type == "image/png") + 1
        name = self.tr("Pasted picture {number}.png").format(number=count)
        attach = self._desk.house.attachments.attach
        self._desk.calls.run_here(self._refuse, attach, self.number, name, bytes(buffer.data().data()), "image/png")

    def _begin(self) -> None:
        self._refusals = []
        self.refused.hide()

    def _refuse(self, error: AppError) -> None:
        self._refusals.append(sentence(error))
        self.refused.set_words("", "\n".join(self._refusals))
        self.refused.show()

    def _row(self, one: Attachment) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current().space(10))
        line.addWidget(self._thumb(one))
        line.addWidget(ElidedLabel(one.name), 1)
        remove = button(self.tr("Remove"), "quiet", "trash")
        remove.setAccessibleDescription(one.name)
        self._removes[remove] = one
        self._group.addButton(remove)
        line.addWidget(remove)
        return row

    def _thumb(self, one: Attachment) -> QWidget:
        picture = self._picture(one) if one.media_type.startswith("image/") else None
        if picture is None:
            return IconDisc("receipt" if one.media_type == "application/pdf" else "file", "accent", THUMB)
        shown = QLabel()
        shown.setPixmap(picture)
        return shown

    def _picture(self, one: Attachment) -> QPixmap | None:
        if one.id not in self._thumbs:
            found = self._desk.calls.ask(self._desk.house.attachments.content, one.id)
            picture = small_picture(found[1], current().text_pixels(THUMB)) if found else None
            if picture is None:
                return None
            self._thumbs[one.id] = picture
        return self._thumbs[one.id]

    @Slot()
    def _on_add(self) -> None:
        dialog = QFileDialog(self, self.add_button.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    @Slot(list)
    def _on_files(self, names: list[str]) -> None:
        self.add_files([Path(name) for name in names])

    @Slot(QAbstractButton)
    def _on_remove(self, remove: QAbstractButton) -> None:
        one = self._removes[remove]
        attachments = self._desk.house.attachments
        if self._desk.calls.run_here(self._refuse, attachments.detach, one.id) is not None:
            undo = partial(self._desk.calls.run, attachments.reattach, one.id)
            self._desk.offer_undo(self.tr("{name} is removed.").format(name=one.name), undo)


def small_picture(content: bytes, edge: int) -> QPixmap | None:
    """The picture in a square of `edge` pixels; None where it is none. A JPEG is read small, which is quick."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return None
    reader.setScaledSize(size.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
