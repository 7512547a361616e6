"""The file that benches measure on is one that the program itself could have written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.lists import Lists
from app.store import cases, search
from app.store.database import Store, check, open_store
from tests.bench import many

COUNT, OPEN = 120, 30
DERIVED = (
    "SELECT id, who, who_key, standing, answered_on, anger_after,"
    " (SELECT body FROM search_text WHERE case_id = id) FROM cases"
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    many.fill(tmp_path / "many.amends", COUNT, OPEN)
    opened = open_store(tmp_path / "many.amends")
    yield opened
    opened.close()


def test_it_has_as_many_cases_as_were_asked_for(store: Store) -> None:
    lists = Lists(store, lambda: many.NOW)
    assert len(lists.ids(CaseQuery(stage=Stage.ALL))) == COUNT
    assert lists.counts().open == OPEN
    assert 0 < lists.counts().waiting < OPEN


def test_nothing_that_the_program_derives_is_otherwise(store: Store) -> None:
    before = store.read(DERIVED)
    with store.atomic():
        for number in range(1, COUNT + 1):
            cases.touch(store, number, many.NOW)
            search.refresh(store, number)
    assert store.read(DERIVED) == before


def test_the_file_is_whole_and_its_texts_are_found(store: Store, tmp_path: Path) -> None:
    words = store.read("SELECT substr(words, 1, 20) FROM case_detail WHERE case_id = 7")[0][0]
    assert 7 in Lists(store, lambda: many.NOW).ids(CaseQuery(stage=Stage.ALL, search=words))
    assert check(tmp_path / "many.amends", deep=True) == []


def test_it_is_the_same_file_each_time(store: Store, tmp_path: Path) -> None:
    many.fill(tmp_path / "again.amends", COUNT, OPEN)
    again = open_store(tmp_path / "again.amends")
    for table in ("cases", "case_detail", "customer", "timeline"):
        assert again.read(f"SELECT * FROM {table}") == store.read(f"SELECT * FROM {table}")
    again.close()
