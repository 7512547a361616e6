"""Prints a card from the studio as an owner does: `python -m tests.ui.cards.print_from_studio QUEUE SHEET`.

Prints one JSON object: what the foot said after each answer, and whether the card counted as printed.
"""

import json
import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox

from app.domain.terms import MessageKind, ShopKind
from app.services.house import Content, House, build_house
from app.store.database import open_store
from app.system import resources
from app.system.machine import Machine
from app.ui.cards.foot import Act
from app.ui.cards.studio import CardStudio
from app.ui.desk import Desk
from app.ui.theme import Theme
from tests.printing.cards import SHORT

NOW = datetime(2026, 11, 21, 10, 12, tzinfo=ZoneInfo("Europe/Berlin"))


def _now() -> datetime:
    return NOW


class Agree(QObject):
    """Takes the system's print dialog as it comes."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self)
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._try)
        self._timer.start()

    @Slot()
    def _try(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QPrintDialog):
            box = dialog.findChildren(QDialogButtonBox)[0]
            (agree,) = [
                made for made in box.buttons() if box.buttonRole(made) is QDialogButtonBox.ButtonRole.AcceptRole
            ]
            agree.click()


def main(queue: str, sheet: str) -> None:
    application = QApplication([])
    folder = Path(tempfile.mkdtemp(prefix="amends-print-"))
    store = open_store(folder / "shop.amends")
    content = Content(
        remedies=resources.remedies,
        categories=resources.categories,
        parts=resources.parts,
        word_vectors=resources.word_vectors,
    )
    house = build_house(store, _now, content)
    house.settings.set_up(name="Rosa’s Bakery", kind=ShopKind.BAKERY, owner="Rosa")
    case_id = house.cases.start(here_or_on_phone=True).value
    house.cases.set_customer(case_id, {"name": "Dana Whitfield"})
    card_id = house.messages.write(case_id, MessageKind.CARD, SHORT, card_kind="apology").value
    machine = Machine(folder / "machine.ini")
    machine.printer, machine.sheet = queue, sheet
    desk = Desk(house, Theme())
    said: list[object] = []
    desk.calls.refused.connect(said.append)
    studio = CardStudio(desk, machine)
    studio.resize(1072, 800)
    studio.show()
    studio.open_card(card_id)
    print(json.dumps(_walk(studio, house, card_id, said)))
    studio.hide()
    store.close()
    shutil.rmtree(folder)
    del application


def _walk(studio: CardStudio, house: House, card_id: int, said: list[object]) -> dict[str, object]:
    """Print, feed again where that is asked for, then say yes."""
    agree = Agree()
    studio.print_button.click()
    del agree
    foot = studio.departure.foot
    seen: dict[str, object] = {"first": studio.departure.stage(), "first_words": foot.words()}
    if not foot.button_of(Act.INSIDE).isHidden():
        foot.button_of(Act.INSIDE).click()
    seen |= {"then": studio.departure.stage(), "then_words": foot.words(), "before": _printed(house, card_id)}
    yes: QAbstractButton = foot.button_of(Act.YES)
    if not yes.isHidden():
        yes.click()
    seen |= {"after": _printed(house, card_id), "refused": [getattr(error, "code", "") for error in said]}
    return seen


def _printed(house: House, card_id: int) -> bool:
    return house.messages.message(card_id)[1].printed_on is not None


if __name__ == "__main__":
    main(*sys.argv[1:])
