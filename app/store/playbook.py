"""The house rules, each a line with its place in a step."""

from collections.abc import Iterable
from datetime import datetime

from app.domain.moment import to_text
from app.domain.playbook import Rule
from app.domain.terms import Step
from app.store.database import Row, Store

_RULE = "SELECT id, step, text, position, case_id FROM house_rule"


def all_rules(store: Store) -> list[Rule]:
    """Those that were not removed, in no order."""
    return [_rule(row) for row in store.read(f"{_RULE} WHERE deleted_on = ''")]


def of_step(store: Store, step: Step | None) -> list[Rule]:
    """Of these, the ones of that step or of none, in their order."""
    rows = store.read(f"{_RULE} WHERE deleted_on = '' AND step = ? ORDER BY position, id", (step or "",))
    return [_rule(row) for row in rows]


def removed(store: Store, rule_id: int) -> Rule | None:
    row = store.first(f"{_RULE} WHERE id = ? AND deleted_on <> ''", (rule_id,))
    return None if row is None else _rule(row)


def _rule(row: Row) -> Rule:
    return Rule(id=row[0], step=Step(row[1]) if row[1] else None, text=row[2], position=row[3], case_id=row[4])


def add(store: Store, rule: Rule, made_on: str) -> int:
    """The new one's id; the one in `rule` is not looked at."""
    return store.insert(
        "house_rule",
        {
            "step": rule.step or "",
            "text": rule.text,
            "position": rule.position,
            "case_id": rule.case_id,
            "made_on": made_on,
        },
    )


def set_text(store: Store, rule_id: int, text: str) -> None:
    store.update("house_rule", "id", rule_id, {"text": text})


def set_order(store: Store, step: Step | None, rule_ids: Iterable[int]) -> None:
    """These belong to that step, in this order."""
    for position, rule_id in enumerate(rule_ids):
        store.update("house_rule", "id", rule_id, {"step": step or "", "position": position})


def purge(store: Store, before: datetime) -> None:
    """Delete for good what was removed before that moment."""
    store.write("DELETE FROM house_rule WHERE deleted_on <> '' AND deleted_on < ?", (to_text(before),))


def set_removed(store: Store, rule_id: int, on: str) -> None:
    store.update("house_rule", "id", rule_id, {"deleted_on": on})
