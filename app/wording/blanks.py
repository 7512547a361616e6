"""What is known of a case, as pieces that fit into the sentences of a draft."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.facing import Facing
from app.domain.terms import Answer
from app.wording.joining import Grammar, Shape, first_sentence, inside, one_line, plain, running, shape, without_lead_in

# Of these the owner's spelling is kept everywhere.
NAMES = frozenset({"name", "owner", "shop", "who", "refer"})


@dataclass(frozen=True, slots=True)
class Known:
    """`blanks` holds only what is known; `circumstances` are those of `parts.CIRCUMSTANCES` that hold."""

    blanks: dict[str, str]
    circumstances: frozenset[str]


def known(facing: Facing, grammar: Grammar, when_words: Callable[[date | datetime], str], *, on_card: bool) -> Known:
    """Blanks and circumstances of one case; on a card no gift is known."""
    reader = _Reader(facing, grammar)
    blanks = reader.plain_blanks() | reader.wrong() | reader.shaped("release", facing.release)
    blanks |= reader.reason() | reader.refer()
    promise = {} if on_card and _is_gift(facing, grammar) else reader.promise()
    promised = bool(promise) and not facing.promise_kept
    if promised:
        blanks |= promise | reader.when(promise, when_words) | reader.who(promise)
    else:
        blanks.pop("differs", None)
    holds = {
        "safety": facing.safety,
        "again": facing.second_failure and promised,
        "kept": facing.promise_kept,
        "offered": promised,
        "nothing_promised": not (reader.promise() or facing.safety) and facing.answer in (None, Answer.APOLOGISE),
        "near": blanks.get("when", "").lower().startswith(grammar.near),
    }
    return Known({k: v for k, v in blanks.items() if v}, frozenset(name for name, is_so in holds.items() if is_so))


def _is_gift(facing: Facing, grammar: Grammar) -> bool:
    words = f"{facing.offer} {facing.promise}".lower()
    return facing.gift or any(gift in words for gift in grammar.gifts)


class _Reader:
    def __init__(self, facing: Facing, grammar: Grammar) -> None:
        self.facing = facing
        self.grammar = grammar
        people = f"{facing.name} {facing.owner} {facing.shop} {facing.promised_who} {facing.refer_to}"
        self.names = frozenset(people.lower().replace("’", "'").split()).difference(grammar.openers)

    def inside(self, text: str) -> str:
        return inside(running(text), self.grammar, self.names)

    def plain_blanks(self) -> dict[str, str]:
        facing = self.facing
        return {
            "name": one_line(facing.name),
            "owner": one_line(facing.owner),
            "shop": one_line(facing.shop),
            "category": self.inside(facing.category_words),
            "differs": self.inside(facing.differs),
            "changes": self.inside(facing.what_changes),
        }

    def shaped(self, name: str, text: str) -> dict[str, str]:
        """The text under the blank that fits its shape: `name_clause`, `name_act` or `name`."""
        words = self.inside(text)
        kind = shape(words, self.grammar)
        return {name if kind is Shape.THING else f"{name}_{kind}": words} if words else {}

    def wrong(self) -> dict[str, str]:
        """What they are sorry about, without the "sorry" that the sentence brings."""
        words = without_lead_in(running(self.facing.went_wrong), self.grammar.lead_ins)
        words = without_lead_in(words, ("about", "for"))
        after_that = without_lead_in(words, ("that",))
        if after_that != words and shape(after_that, self.grammar) is Shape.CLAUSE:
            return {"wrong_clause": self.inside(after_that)}
        found = self.shaped("wrong", words) or self.shaped("wrong", self.facing.category_words)
        return {"wrong": found["wrong_act"]} if "wrong_act" in found else found

    def reason(self) -> dict[str, str]:
        words = first_sentence(running(self.facing.reason), self.grammar)
        first = words.partition(" ")[0]
        if plain(first) in self.grammar.because:
            return {"reason_because": self.inside(words[len(first) :])}
        return {"reason": self.inside(words)}

    def refer(self) -> dict[str, str]:
        words = without_lead_in(running(self.facing.refer_to), ("to", "with"))
        if plain(words.partition(" ")[0]) in self.grammar.asks or shape(words, self.grammar) is Shape.CLAUSE:
            return {"refer_clause": words}
        return {"refer": words}

    def promise(self) -> dict[str, str]:
        """The offer of the catalogue; the owner's own words where they are all there is."""
        offer = without_lead_in(running(self.facing.offer), ("i will", "i'll", "to"))
        if offer:
            return {"offer": inside(offer, self.grammar, self.names)}
        words = running(self.facing.promise)
        return self.shaped("promise", without_lead_in(words, ("to",)))

    def when(self, promise: dict[str, str], when_words: Callable[[date | datetime], str]) -> dict[str, str]:
        """The date, unless the promise has just said it."""
        if self.facing.promised_by is None:
            return {}
        words = one_line(when_words(self.facing.promised_by))
        said = any(words.lower() in text.lower() for text in promise.values())
        return {} if said else {"when": words}

    def who(self, promise: dict[str, str]) -> dict[str, str]:
        """Who sees to it, where that is somebody else than the writer."""
        who = one_line(self.facing.promised_who)
        owner = one_line(self.facing.owner).lower()
        mine = who.lower() in self.grammar.myself or who.lower() in (owner, owner.partition(" ")[0])
        said = any("myself" in text for text in promise.values())
        return {} if mine or said else {"who": who}
