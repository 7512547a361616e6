"""The shop's own guidelines, grown from closed cases."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.fold import clean, fold
from app.domain.terms import Step

RULE_LIMIT = 200  # characters: what is read at one glance
MOST_RULES = 200  # more are kept by nobody
_ENDS = re.compile(r"(?<=[.!?…])\s+")
_FEWEST_WORDS = 3
_LONGEST_ENDING = 3  # letters: "call", "calling"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line; it is shown in the step that it belongs to, or in none but its own page."""

    id: int = 0
    step: Step | None = None
    text: str = ""
    position: int = 0
    case_id: int | None = None  # from whose best way it grew


def as_rule(text: str) -> str:
    """The text as one line, as a rule is stored."""
    return " ".join(clean(text).split())


def sense(text: str) -> str:
    """What two rules have in common that say the same: no case, no accents, no full stop."""
    return fold(text).rstrip(" .!?…")


def in_order(rules: Iterable[Rule]) -> list[Rule]:
    """By step as a complaint goes, those without a step last; within one as the owner put them."""
    steps: list[Step | None] = [*Step, None]
    return sorted(rules, key=lambda rule: (steps.index(rule.step), rule.position, rule.id))


def first_sentence(text: str) -> str:
    """What a best way, in the owner's words, would be as a rule: its first sentence of at least three words.

    One that is longer than a rule may be ends with the last word that has room.
    """
    line = ""
    for part in _ENDS.split(as_rule(text)):
        line = f"{line} {part}".strip()
        if len(line.split()) >= _FEWEST_WORDS:
            break
    if len(line) <= RULE_LIMIT:
        return line
    return line[: RULE_LIMIT + 1].rpartition(" ")[0] or line[:RULE_LIMIT]


def step_for(text: str, words: Mapping[Step, Iterable[str]]) -> Step | None:
    """The step most of whose words occur in the text, with any short ending; None where none or two are ahead."""
    said = set(re.findall(r"\w+", fold(text)))
    counts = {step: sum(1 for word in known if _occurs(word, said)) for step, known in words.items()}
    best = max(counts.values(), default=0)
    ahead = [step for step, count in counts.items() if count == best]
    return ahead[0] if best and len(ahead) == 1 else None


def _occurs(word: str, said: set[str]) -> bool:
    return any(one.startswith(word) and len(one) <= len(word) + _LONGEST_ENDING for one in said)
