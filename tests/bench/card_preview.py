"""The card after a key, against the bare paint of the same card, in one run.

python -m tests.bench.card_preview [KEYS]: prints median and p95 in milliseconds and their ratio, for a short and a
long text; the platform is that of QT_QPA_PLATFORM. A key counts from the moment it is sent to the end of the paint that
shows it; the wait that gathers keys into one picture is in it. The floor is `to_image` of a card never set before.
"""

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from app.bootstrap import CONTENT
from app.domain.terms import MessageKind, ShopKind
from app.printing.devices import to_image
from app.printing.sheets import Panel, Side
from app.services.house import build_house
from app.store.database import open_store
from app.system.machine import Machine
from app.ui.cards.studio import PREVIEW_AFTER_MS, CardStudio
from app.ui.cards.view import CardView
from app.ui.desk import Desk
from app.ui.theme import Theme
from tests.bench import many
from tests.printing.cards import LONG, SHORT

KEYS = 60
_LETTERS = "and I will bring it "


class Shown(QObject):
    """Waits until the view has painted another picture than before."""

    def __init__(self, view: CardView) -> None:
        super().__init__()
        self._view = view
        self._before = view.image().cacheKey()
        self._loop = QEventLoop()
        self.end = 0.0
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint it now, and remember when that was done."""
        if event.type() is not QEvent.Type.Paint or self._view.image().cacheKey() == self._before:
            return False
        watched.removeEventFilter(self)
        QApplication.sendEvent(watched, event)
        watched.installEventFilter(self)
        self._before = self._view.image().cacheKey()
        self.end = time.perf_counter()
        self._loop.quit()
        return True

    def time(self, studio: CardStudio, letter: str) -> float:
        """Milliseconds from the key to the picture."""
        self._before = self._view.image().cacheKey()
        began = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(studio.words.box, key)
        self._loop.exec()
        return (self.end - began) * 1000


def bare(studio: CardStudio, number: int) -> float:
    """Milliseconds of the paint alone."""
    view, card = studio.table.view, studio.card()
    fresh = replace(card, text=f"{card.text}{number % 10}")
    began = time.perf_counter()
    to_image(fresh, Side.INSIDE, view.dpi(card), view.devicePixelRatio(), panel=Panel.RIGHT, paper=view.paper())
    return (time.perf_counter() - began) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main(keys: int = KEYS) -> None:
    application = QApplication([])
    theme = Theme()
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder, "shop.amends"))
        house = build_house(store, lambda: many.NOW, CONTENT)
        house.settings.set_up(name="Rosa’s Bakery", kind=ShopKind.BAKERY, owner="Rosa")
        studio = CardStudio(Desk(house, theme), Machine(Path(folder, "machine.ini")))
        studio.resize(1072, 800)
        studio.show()
        for name, text in (("short", SHORT), ("long", LONG)):
            case_id = house.cases.start(here_or_on_phone=True).value
            studio.open_card(house.messages.write(case_id, MessageKind.CARD, text, card_kind="apology").value)
            studio.words.box.moveCursor(QTextCursor.MoveOperation.End)
            shown = Shown(studio.table.view)
            ours, floor = [], []
            for number in range(keys):
                floor.append(bare(studio, number))
                ours.append(shown.time(studio, _LETTERS[number % len(_LETTERS)]))
            print(
                f"{name}: after a key {statistics.median(ours):.1f} ms (p95 {p95(ours):.1f}), "
                f"bare paint {statistics.median(floor):.1f} (p95 {p95(floor):.1f}), "
                f"ratio without the {PREVIEW_AFTER_MS} ms wait "
                f"{(statistics.median(ours) - PREVIEW_AFTER_MS) / statistics.median(floor):.2f}"
            )
        studio.leave()
        studio.hide()
        store.close()
    del application


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
