"""The model keeps numbers and a few rows, and drops what changed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.query import CaseQuery, CaseRow, Column
from app.domain.terms import Stage
from app.services.house import House
from app.ui.cases.model import PAGE, CaseModel
from app.ui.desk import Desk
from tests.ui.cases.conftest import DANA, TOM
from tests.ui.conftest import SetClock

ALL = CaseQuery(stage=Stage.ALL, sort=Column.NUMBER, descending=False)


def text(model: CaseModel, at: int, column: Column) -> str:
    return str(model.index(at, list(Column).index(column)).data())


def test_it_is_a_model_as_qt_wants_it(qtbot: QtBot, shop: House, desk: Desk) -> None:
    model = CaseModel(desk)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_query(ALL)
    model.forget(frozenset({DANA}))
    shop.closing.delete(TOM)
    assert model.refresh()
    model.show_query(CaseQuery(stage=Stage.WAITING))
    model.forget_all()
    assert tester.model() is model
    assert model.rowCount() == 2


def test_cells_and_heads_say_what_they_show(shop: House, desk: Desk, clock: SetClock) -> None:
    clock.move(days=1)
    model = CaseModel(desk)
    model.show_query(ALL)
    assert [text(model, 4, column) for column in Column] == [
        "5", "Joel Hart", "Burnt sourdough, twice", "Stronger than before", "5, then 1", "Yesterday",
    ]  # fmt: skip
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads == ["No.", "Customer", "What happened", "Where it stands", "Anger", "Came"]
    tip = model.index(0, 5).data(Qt.ItemDataRole.ToolTipRole)
    assert "2026" in tip


def test_a_changed_row_is_read_again_and_the_others_are_not(shop: House, desk: Desk) -> None:
    model = CaseModel(desk)
    model.show_query(ALL)
    before = [model.row(at) for at in range(6)]
    shop.cases.answer(DANA, "anger", 2)
    model.forget(frozenset({DANA, 99}))
    after = [model.row(at) for at in range(6)]
    changed = after[0]
    assert isinstance(changed, CaseRow)
    assert changed.anger == 2
    assert [one is other for one, other in zip(before, after, strict=True)] == [False, *[True] * 5]


def test_rows_are_read_a_page_at_a_time(shop: House, desk: Desk) -> None:
    for _ in range(2 * PAGE):
        shop.cases.start(here_or_on_phone=False)
    model = CaseModel(desk)
    model.show_query(ALL)
    asked: list[str] = []
    shop.store.connection.set_trace_callback(asked.append)
    for at in range(PAGE):
        assert model.row(at) is not None
    assert _reads(asked) == 1
    model.row(PAGE)
    assert _reads(asked) == 2
    shop.store.connection.set_trace_callback(None)


def _reads(asked: list[str]) -> int:
    return sum(sql.startswith("SELECT c.id, c.who, c.title, c.step") for sql in asked)


def test_words_follow_the_clock_over_midnight(shop: House, desk: Desk, clock: SetClock) -> None:
    model = CaseModel(desk)
    model.show_query(CaseQuery(stage=Stage.CLOSED))
    before = text(model, 0, Column.CAME_IN)
    clock.move(days=10)
    model.tell_time()
    assert text(model, 0, Column.CAME_IN) != before


def test_a_case_that_is_gone_is_an_empty_row(shop: House, desk: Desk) -> None:
    model = CaseModel(desk)
    model.show_query(ALL)
    with shop.store.atomic():
        shop.store.write("DELETE FROM cases WHERE id = ?", (TOM,))
    assert model.index(TOM - 1, 1).data() is None
