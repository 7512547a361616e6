"""Reads the program's own content: remedies, categories, steps, words, the made-up shop."""

from functools import cache
from typing import TYPE_CHECKING, Any

from app.domain.terms import Answer, Loss, ShopKind, Step
from app.lazy import lazy
from app.system.paths import RESOURCES

if TYPE_CHECKING:
    import tomllib
    from pathlib import Path

    import app.domain.category as category
    import app.domain.money as money
    import app.domain.remedy as remedy
    import app.wording.parts as wording
else:  # Today needs none of them
    tomllib = lazy("tomllib")
    category = lazy("app.domain.category")
    money = lazy("app.domain.money")
    remedy = lazy("app.domain.remedy")
    wording = lazy("app.wording.parts")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / name).read_text(encoding="utf-8"))


@cache
def remedies(kind: ShopKind) -> "tuple[remedy.Remedy, ...]":
    """The catalogue that a shop of that kind starts with."""
    return tuple(
        remedy.Remedy(
            code=one["code"],
            label=one["label"],
            offer=one["offer"],
            losses=frozenset(Loss(loss) for loss in one["losses"]),
            cost=money.from_text(one["cost"]) if one["cost"] else None,
            effort=one["effort"],
            why=one["why"],
        )
        for one in _toml(f"remedies/{kind}.toml")["remedy"]
    )


@cache
def categories() -> "tuple[category.Category, ...]":
    return tuple(
        category.Category(code=one["code"], label=one["label"], said=one["said"], kinds=frozenset(one["kinds"]))
        for one in _toml("categories.toml")["category"]
    )


@cache
def _steps() -> dict[str, Any]:
    return _toml("steps.toml")


def step_words(step: Step, answer: Answer | None) -> tuple[str, str]:
    """Why the step is there, and the one thing to say aloud on the way that was taken."""
    words = _steps().get(answer or "", {}).get(step) or _steps()[step]
    return words["why"], words["say"]


@cache
def rule_words() -> "dict[Step, tuple[str, ...]]":
    """By which words a house rule belongs to a step, for `domain.playbook.step_for`."""
    return {Step(step): tuple(words) for step, words in _toml("wording/rule_words.toml").items()}


@cache
def parts() -> "wording.Parts":
    """What first drafts are made of."""
    return wording.load_parts((RESOURCES / "wording" / "drafts.toml").read_text(encoding="utf-8"))


def word_vectors() -> "Path":
    """The file that `app.likeness.meaning.Meaning` reads."""
    return RESOURCES / "likeness" / "words.bin"


def made_up_shop() -> dict[str, Any]:
    """The shop, its lessons and its cases as the files hold them; keys `shop`, `lesson`, `case`."""
    whole: dict[str, Any] = {"case": [], "lesson": []}
    for path in sorted((RESOURCES / "made_up_shop").glob("*.toml")):
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            whole[key] = whole[key] + value if isinstance(value, list) else value
    return whole
