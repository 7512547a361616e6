"""The house rules: written down, changed, put in order, taken out."""

from typing import NamedTuple

from app.domain.changes import Changes, Done
from app.domain.errors import AppError
from app.domain.moment import to_text
from app.domain.playbook import MOST_RULES, RULE_LIMIT, Rule, as_rule, in_order, sense
from app.domain.terms import Step
from app.services.work import Work
from app.store import playbook

_CHANGED = Changes(rules=True)


class Place(NamedTuple):
    """Where a rule stands: its step, or none, and how many of that step come before it."""

    step: Step | None
    position: int


class Playbook(Work):
    def all(self) -> list[Rule]:
        """By step as a complaint goes, those without a step last; within one as the owner put them."""
        return in_order(playbook.all_rules(self.store))

    def of_step(self, step: Step | None) -> list[Rule]:
        """Those that are shown in that step, in their order."""
        return playbook.of_step(self.store, step)

    def any(self) -> bool:
        return bool(playbook.all_rules(self.store))

    def rule(self, rule_id: int) -> Rule:
        """Raises `AppError("no_such_rule")`, also for one that was removed."""
        found = next((one for one in playbook.all_rules(self.store) if one.id == rule_id), None)
        if found is None:
            raise AppError("no_such_rule", number=rule_id)
        return found

    def of_case(self, case_id: int) -> Rule | None:
        """The one that grew from this complaint, None where none did."""
        return next((rule for rule in self.all() if rule.case_id == case_id), None)

    def saying(self, text: str) -> Rule | None:
        """The one that says the same, None where none does."""
        meant = sense(text)
        return next((rule for rule in self.all() if sense(rule.text) == meant), None)

    def add(self, text: str, step: Step | None = None, case_id: int | None = None) -> Done[int]:
        """Write one down at the end of its step; its id. `case_id`: from whose best way it grew.

        Raises `AppError`: `rule_empty`, `rule_too_long`, `rule_twice`, `rules_full`, `no_such_case`.
        """
        if case_id is not None:
            self.load(case_id)
        self._room()
        line = self._line(text, 0)
        with self.store.atomic():
            added = Rule(step=step, text=line, case_id=case_id)
            rule_id = playbook.add(self.store, added, to_text(self.clock()))
            self._put(rule_id, Place(step, len(self.of_step(step))))
        return Done(rule_id, _CHANGED)

    def change(self, rule_id: int, text: str) -> Done[None]:
        """Other words. Raises `AppError`: `no_such_rule`, `rule_empty`, `rule_too_long`, `rule_twice`."""
        self.rule(rule_id)
        line = self._line(text, rule_id)
        with self.store.atomic():
            playbook.set_text(self.store, rule_id, line)
        return Done(None, _CHANGED)

    def place(self, rule_id: int) -> Place:
        """Raises `AppError("no_such_rule")`."""
        step = self.rule(rule_id).step
        return Place(step, [one.id for one in self.of_step(step)].index(rule_id))

    def move(self, rule_id: int, step: Step | None, position: int | None = None) -> Done[Place]:
        """To that step, with `position` rules before it (None: to its end); where it was, to be moved back.

        Raises `AppError("no_such_rule")`.
        """
        before = self.place(rule_id)
        with self.store.atomic():
            self._put(rule_id, Place(step, MOST_RULES if position is None else max(position, 0)))
        return Done(before, _CHANGED if self.place(rule_id) != before else Changes())

    def remove(self, rule_id: int) -> Done[None]:
        """Out of the book; `restore` brings it back. Raises `AppError("no_such_rule")`."""
        self.rule(rule_id)
        with self.store.atomic():
            playbook.set_removed(self.store, rule_id, to_text(self.clock()))
        return Done(None, _CHANGED)

    def restore(self, rule_id: int) -> Done[None]:
        """Undo of `remove`, at its old place. Raises `AppError`: `no_such_rule`, `rule_twice`, `rules_full`."""
        found = playbook.removed(self.store, rule_id)
        if found is None:
            raise AppError("no_such_rule", number=rule_id)
        self._line(found.text, rule_id)
        self._room()
        with self.store.atomic():
            playbook.set_removed(self.store, rule_id, "")
        return Done(None, _CHANGED)

    def _room(self) -> None:
        if len(self.all()) >= MOST_RULES:
            raise AppError("rules_full", limit=MOST_RULES)

    def _put(self, rule_id: int, place: Place) -> None:
        others = [one.id for one in self.of_step(place.step) if one.id != rule_id]
        others.insert(place.position, rule_id)
        playbook.set_order(self.store, place.step, others)

    def _line(self, text: str, rule_id: int) -> str:
        """The text as a rule may be stored that is no double of another than `rule_id`."""
        line = as_rule(text)
        if not sense(line):
            raise AppError("rule_empty")
        if len(line) > RULE_LIMIT:
            raise AppError("rule_too_long", length=len(line), limit=RULE_LIMIT)
        known = self.saying(line)
        if known is not None and known.id != rule_id:
            raise AppError("rule_twice", text=known.text)
        return line
