"""Transactions: whole or not at all, and only where they belong."""

import pytest
import sqlcipher3.dbapi2 as driver

from app.store.database import Store


class PowerCutError(Exception):
    """Stands for whatever stops us in the middle."""


def _broken_off(store: Store) -> None:
    with store.atomic():
        store.insert("settings", {"key": "a", "value": "1"})
        with store.atomic():  # joins the first one
            store.insert("settings", {"key": "b", "value": "2"})
        raise PowerCutError


def test_block_that_breaks_off_leaves_nothing(store: Store) -> None:
    with pytest.raises(PowerCutError):
        _broken_off(store)
    assert store.read("SELECT * FROM settings") == []
    assert not store.connection.in_transaction


def test_transaction_that_was_taken_back_already_keeps_the_first_error(store: Store) -> None:
    with pytest.raises(PowerCutError):
        _taken_back(store)
    assert not store.connection.in_transaction


def _taken_back(store: Store) -> None:
    with store.atomic():
        store.connection.execute("ROLLBACK")
        raise PowerCutError


@pytest.mark.parametrize("statement", ["write", "insert"])
def test_writing_outside_of_a_transaction_is_a_bug(store: Store, statement: str) -> None:
    with pytest.raises(AssertionError):
        store.insert("settings", {"key": "a"}) if statement == "insert" else store.write("DELETE FROM settings")


def test_fault_in_our_own_sql_stays_a_bug(store: Store) -> None:
    with pytest.raises(driver.OperationalError):
        store.read("SELECT nothing FROM nowhere")


def test_update_without_values_changes_nothing(store: Store) -> None:
    with store.atomic():
        store.update("cases", "id", 1, {})
    assert store.read("SELECT * FROM cases") == []


def test_reference_to_nobody_is_refused(store: Store) -> None:
    with pytest.raises(driver.IntegrityError), store.atomic():
        store.insert("cases", {"came_in": "x", "customer_id": 99})
