"""Settings of this machine alone: what a restored file on a new computer would not want."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Machine:
    """One typed accessor; `QSettings` itself gives "false" back for False."""

    def __init__(self, file: Path | None = None) -> None:
        if file is None:
            self._settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "amends", "amends")
        else:
            self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def window_geometry(self) -> QByteArray:
        """As `QWidget.saveGeometry` gave it; empty at the first start."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @window_geometry.setter
    def window_geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    @property
    def look(self) -> str:
        """`system`, `light` or `dark`."""
        value = str(self._settings.value("window/look", "system"))
        return value if value in ("system", "light", "dark") else "system"

    @look.setter
    def look(self, value: str) -> None:
        self._settings.setValue("window/look", value)

    @property
    def sheet(self) -> str:
        """The paper last chosen on the desk of cards; empty if none was."""
        return str(self._settings.value("card/sheet", ""))

    @sheet.setter
    def sheet(self, value: str) -> None:
        self._settings.setValue("card/sheet", value)

    @property
    def paper(self) -> str:
        """The paper last chosen for a document, `a4` or `letter`; empty if none was."""
        value = str(self._settings.value("document/paper", ""))
        return value if value in ("a4", "letter") else ""

    @paper.setter
    def paper(self, value: str) -> None:
        self._settings.setValue("document/paper", value)

    @property
    def printer(self) -> str:
        """The printer last used, by the system's name."""
        return str(self._settings.value("card/printer", ""))

    @printer.setter
    def printer(self, value: str) -> None:
        self._settings.setValue("card/printer", value)

    def sync(self) -> None:
        self._settings.sync()
