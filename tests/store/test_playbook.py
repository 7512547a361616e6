"""The rows of the house rules."""

from app.domain.moment import to_text
from app.domain.playbook import Rule
from app.domain.terms import Step
from app.services.house import House
from app.store import playbook
from app.store.database import Store
from tests.shop import NOW


def test_every_field_is_kept(store: Store, house: House) -> None:
    number = house.cases.start(here_or_on_phone=True).value
    written = Rule(step=Step.MAKE_RIGHT, text="Çay, önce", position=3, case_id=number)
    with store.atomic():
        rule_id = playbook.add(store, written, to_text(NOW))
    (read,) = playbook.all_rules(store)
    assert read == Rule(id=rule_id, step=Step.MAKE_RIGHT, text="Çay, önce", position=3, case_id=number)
    assert playbook.of_step(store, Step.MAKE_RIGHT) == [read]


def test_rule_outlives_its_complaint(store: Store, house: House) -> None:
    number = house.cases.start(here_or_on_phone=True).value
    with store.atomic():
        rule_id = playbook.add(store, Rule(text="Tea first", case_id=number), to_text(NOW))
        store.write("DELETE FROM cases WHERE id = ?", (number,))
    assert playbook.all_rules(store) == [Rule(id=rule_id, text="Tea first")]
