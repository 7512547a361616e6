"""Prints from the window as an owner does: `python -m tests.ui.paper.print_from_dialog QUEUE SHEET`.

Prints one JSON object: what the window said, and what it remembers.
"""

import json
import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.terms import ShopKind
from app.services.house import build_house
from app.store.database import open_store
from app.system.machine import Machine
from app.ui.desk import Desk
from app.ui.paper.dialog import PrintDialog
from app.ui.theme import Theme
from tests.printing.documents import TALK
from tests.shop import BERLIN, CONTENT
from tests.ui.cards.print_from_studio import Agree


def _now() -> datetime:
    return datetime(2026, 11, 21, 10, 12, tzinfo=BERLIN)


def main(queue: str, sheet: str) -> None:
    application = QApplication([])
    folder = Path(tempfile.mkdtemp(prefix="amends-print-"))
    store = open_store(folder / "shop.amends")
    house = build_house(store, _now, CONTENT)
    house.settings.set_up(name="Rosa’s Bakery", kind=ShopKind.BAKERY, owner="Rosa")
    machine = Machine(folder / "machine.ini")
    machine.printer, machine.paper = queue, sheet
    window = QWidget()
    window.show()
    dialog = PrintDialog(Desk(house, Theme()), TALK, window, title="Team sheet", machine=machine)
    dialog.open()
    agree = Agree()
    dialog.print_button.click()
    del agree
    said = {
        "sent": dialog.sent.words() if dialog.sent.isVisible() else "",
        "refused": dialog.refused.words() if dialog.refused.isVisible() else "",
        "printer": machine.printer,
        "paper": str(dialog.sheet()),
    }
    print(json.dumps(said))
    dialog.reject()
    window.close()
    store.close()
    shutil.rmtree(folder)
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
