"""Changing a customer away from a complaint."""

import pytest

from app.domain.errors import AppError
from app.domain.query import CaseQuery
from app.domain.terms import Stage
from app.services.house import House


def _customer(house: House) -> tuple[int, int]:
    number = house.cases.start(here_or_on_phone=False).value
    return number, house.cases.set_customer(number, {"name": "Dana", "phone": "555 01"}).value


def test_a_change_reaches_list_and_search_of_all_their_complaints(house: House) -> None:
    first, dana = _customer(house)
    second = house.cases.start(here_or_on_phone=False).value
    house.cases.choose_customer(second, dana)
    done = house.customers.change(dana, {"name": "  Dana \n Whitfield ", "email": "dana@example.org"})
    assert done.changes.customers == {dana}
    assert done.changes.cases == {first, second}
    assert done.changes.listed
    assert set(house.lists.ids(CaseQuery(stage=Stage.ALL, search="whitfield"))) == {first, second}
    assert [house.lists.rows([first])[first].customer] == ["Dana Whitfield"]
    known = house.lists.customer(dana)
    assert known is not None
    assert (known.phone, known.email) == ("555 01", "dana@example.org")


def test_the_new_number_is_found_and_the_old_one_is_not(house: House) -> None:
    _, dana = _customer(house)
    house.customers.change(dana, {"phone": "+49 30 1234"})
    assert [one.id for one in house.lists.find_customers("301234")] == [dana]
    assert house.lists.find_customers("55501") == []


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": "x" * 501}, "too_long"),
        ({"address": "x" * 1001}, "too_long"),
        ({"shoe size": "43"}, "unknown_field"),
        ({"phone": "1", "name": "x" * 501}, "too_long"),
    ],
)
def test_a_refusal_saves_nothing(house: House, values: dict[str, str], code: str) -> None:
    _, dana = _customer(house)
    before = house.lists.customer(dana)
    with pytest.raises(AppError) as refused:
        house.customers.change(dana, values)
    assert refused.value.code == code
    assert house.lists.customer(dana) == before


def test_somebody_who_is_not_there_is_refused(house: House) -> None:
    with pytest.raises(AppError) as refused:
        house.customers.change(99, {"name": "Dana"})
    assert refused.value.code == "no_such_customer"


def test_a_name_typed_in_one_complaint_is_found_in_the_others(house: House) -> None:
    first = house.cases.start(here_or_on_phone=True).value
    dana = house.cases.set_customer(first, {"name": "Dana"}).value
    second = house.cases.start(here_or_on_phone=True).value
    house.cases.choose_customer(second, dana)
    changes = house.cases.set_customer(second, {"name": "Dana Whitfield"}).changes
    assert changes.cases == {first, second}
    assert sorted(house.lists.ids(CaseQuery(search="whitfield"))) == [first, second]
    assert house.lists.rows([first])[first].customer == "Dana Whitfield"
