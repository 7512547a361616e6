"""Builds the everyday texts that the full sentence model reads while the word vectors are made.

Three kinds: what WordNet says of its words (glosses and examples, neighbours together); complaints put together from
frames.toml, with common nouns and adjectives from WordNet set in, so that many words are seen in many places; and such
complaints with examples from WordNet between their clauses, so that the telling words have to be found.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

RARELY = {"05", "15", "18", "20"}  # animals, places, people and plants: too many, and mostly names
KINDS = ("noun", "verb", "adj", "adv")
SLOTS = {"noun": ("06",), "food": ("13",), "personal": ("18",)}
_SLOT = re.compile(r"\{(\w+)\}")
_EXAMPLE = re.compile(r'"([^"]{8,200})"')
_LONGEST = 700  # characters
_CALMER_ENDS = [". "] * 6 + ["! ", ", ", " - ", "... ", ", and ", " but ", "; "]
_ENDS = [". "] * 6 + ["! ", "? ", ", ", " - ", "... ", ", and ", " and ", ". And ", "; ", " because ", ", but "]


def _entries(wordnet: Path, kind: str) -> Iterator[tuple[str, str, list[str]]]:
    """File number, first word, and the parts of the gloss, of each entry of data.`kind`."""
    for line in (wordnet / f"data.{kind}").read_text(encoding="latin-1").splitlines():
        if line.startswith(" ") or " | " not in line:
            continue
        head, gloss = line.split(" | ", 1)
        parts = [part.strip(' "') for part in re.split(r';\s*(?=")|(?<=");\s*|;\s+', gloss)]
        yield head[9:11], head.split()[4].split("(")[0], [part for part in parts if len(part) > 3]


def from_wordnet(wordnet: Path, chance: random.Random) -> list[str]:
    """Texts of one to three neighbouring entries, each with its gloss and examples."""
    found: list[str] = []
    for kind in KINDS:
        kept = [
            (word, parts)
            for number, word, parts in _entries(wordnet, kind)
            if parts and not (kind == "noun" and number in RARELY and chance.random() < 0.75)
        ]
        start = 0
        while start < len(kept):
            count = chance.choice([1, 1, 2, 2, 3])
            said: list[str] = []
            for word, parts in kept[start : start + count]:
                first = f"{word.replace('_', ' ')}: {parts[0]}" if chance.random() < 0.4 else parts[0]
                said += [first, *parts[1:]]
            found.append(". ".join(said)[:600])
            start += count
    return found


class Complaints:
    """An endless supply of complaints that nobody made."""

    def __init__(self, wordnet: Path, common: set[str], chance: random.Random) -> None:
        frames = tomllib.loads(Path(__file__).with_name("frames.toml").read_text(encoding="utf-8"))
        self._chance = chance
        self._trades = list(frames["trade"].values())
        self._faults = frames["fault"]
        self._words = dict(frames["words"])
        for slot, numbers in SLOTS.items():
            self._words[slot] = sorted(
                {w for number, w, _ in _entries(wordnet, "noun") if number in numbers and w in common}
            )
        self._words["quality"] = sorted({w for _, w, _ in _entries(wordnet, "adj") if w in common})

    def _fill(self, text: str, trade: dict[str, list[str]]) -> str:
        while slot := _SLOT.search(text):
            name = slot[1].rstrip("2")
            # Now and then any thing at all, so that what is said of it is not tied to one trade.
            names = self._words["noun"] if name == "thing" and self._chance.random() < 0.15 else trade.get(name)
            text = text[: slot.start()] + self._chance.choice(names or self._words[name]) + text[slot.end() :]
        return text

    def _clauses(self) -> list[str]:
        chance, words = self._chance, self._words
        kinds = chance.sample(list(self._faults), chance.choice([1, 1, 1, 2]))
        said = [one for kind in kinds for one in chance.sample(self._faults[kind], chance.choice([1, 1, 2]))]
        said += chance.sample(words["calm"], chance.choice([0, 0, 1, 2, 3, 4]))
        chance.shuffle(said)
        said += chance.sample(words["felt"], chance.choice([0, 0, 1, 1, 2]))
        said += chance.sample(words["want"], chance.choice([0, 0, 1, 1]))
        if chance.random() < 0.3:
            chance.shuffle(said)
        opening = [chance.choice(words["open"])] if chance.random() < 0.3 else []
        closing = [chance.choice(words["close"])] if chance.random() < 0.2 else []
        return opening + said + closing

    def clauses(self, chance: random.Random) -> list[str]:
        """One to twelve clauses of one complaint, about a trade that `chance` picks."""
        trade = chance.choice(self._trades)
        return [self._fill(clause, trade) for clause in self._clauses()]

    def one(self) -> str:
        """A complaint."""
        text = joined(self.clauses(self._chance), _ENDS, ".!?", self._chance)
        return text + self._chance.choice([".", ".", "!", "", "?!"])


def joined(clauses: list[str], ends: list[str], closing: str, chance: random.Random) -> str:
    """The clauses with any of `ends` between them; a capital follows an end that begins with one of `closing`."""
    text = clauses[0]
    for clause in clauses[1:]:
        end = chance.choice(ends)
        text += end + (clause[0].upper() + clause[1:] if end[0] in closing else clause)
    return text


def examples(wordnet: Path) -> list[str]:
    """Every sentence by which WordNet shows how a word is used."""
    found: list[str] = []
    for kind in KINDS:
        for line in (wordnet / f"data.{kind}").read_text(encoding="latin-1").splitlines():
            if not line.startswith(" ") and " | " in line:
                found += [said.strip().rstrip(";") for said in _EXAMPLE.findall(line.split(" | ", 1)[1])]
    return found


def mixed(shown: list[str], complaints: Complaints, chance: random.Random) -> str:
    """A few examples, or a complaint with a few between its clauses; now and then without capitals or apostrophes."""
    among = chance.random()
    if among < 0.35:
        said = chance.sample(shown, chance.choice([1, 1, 2, 3, 4]))
    else:
        said = complaints.clauses(chance) + chance.sample(shown, chance.choice([1, 1, 2, 3, 4]))
        if among < 0.8:
            chance.shuffle(said)
    text = joined(said, _CALMER_ENDS, ".!", chance) + "."
    if chance.random() < 0.15:
        text = text.lower().replace("'", "")
    return text[:_LONGEST]
