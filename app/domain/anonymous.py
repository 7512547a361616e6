"""Takes the customers out of a text that others will read: names, phones, e-mail and postal addresses.

Hides rather too much than too little: of May Baker, every "may" and every "baker" goes, whatever was meant.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from app.domain.customer import Customer
from app.domain.fold import digits

INSTEAD = "the customer"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("mr mrs ms miss mx dr prof sir madam lady lord herr frau fr hr sr sra mme mlle monsieur")
# Alone these tell nothing of anybody: hidden beside the rest of a name or an address.
_JOINTS = _words("a and at by de del der di du el en et for of on or the und vom von y zu zum")
# These may be a name as well: as a part of one, they are hidden where they stand with a capital.
_SMALL = _JOINTS | _words("an as be do he her his i if in is it la le les me my no so to up us van was we you")
_STREETS = _words(
    "st street rd road ln lane ave avenue dr drive way court ct square sq place pl close hill house flat floor unit "
    "apt apartment box po north south east west upper lower old new str strasse weg platz allee rue via calle"
)
_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_BARE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
_APOSTROPHES = "'’ʼ`´"
_ADDRESS = re.compile(r"[^\s<>(\[\"]{0,254}@[^\s<>)\],;\"]+")  # 254 characters: RFC 5321 has no longer one
_DIGITS = re.compile(r"\d(?:[\W_]{0,3}\d)*")
_THIN = re.compile(r"[\s.,/&+()'’_-]{0,4}")  # what may stand between the words of one name or address
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}][sS]$")
# Scripts written without blanks between words: there a name is looked for within what looks like one word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
)
_PHONE_TAIL = 6  # digits by which two ways to write one number, with and without a prefix, are known as one
_FEWEST_DIGITS = 4


@dataclass(slots=True)
class _Known:
    """What must not be seen: `strong` words wherever they stand, `weak` ones beside these, `capital` when written so.

    `literals` are looked for within words.
    """

    strong: set[str] = field(default_factory=set)
    weak: set[str] = field(default_factory=set)
    capital: set[str] = field(default_factory=set)
    literals: set[str] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word or a number, where it stands and how it may be meant."""

    start: int
    end: int
    text: str
    keys: frozenset[str]


def anonymous(text: str, customers: Iterable[Customer], *, keep: Iterable[str] = (), instead: str = INSTEAD) -> str:
    """The text with `instead` in the place of every part of each customer's name, phone, e-mail and address.

    Letter case and accents do not matter, nor whose it is ("Dana's" becomes "the customer's"); every e-mail address
    goes, whoever has it. `keep` are names of the shop's own people: such a word stays where it stands alone.
    """
    known, own = _known(tuple(customers)), {key for name in keep for word in _tokens(name) for key in word.keys}
    known = replace(
        known, strong=known.strong - own, weak=known.weak | (own & known.strong), capital=known.capital - own
    )
    tokens = list(_tokens(text))
    spans = [*_literal_spans(text, known), *_phone_spans(text, known.phones)]
    hidden = [_is_hidden(one, known) or _touches(one, spans) or _is_cut(one, text, known) for one in tokens]
    _spread(text, tokens, hidden, known)
    spans += [(token.start, token.end) for token, is_hidden in zip(tokens, hidden, strict=True) if is_hidden]
    return _replaced(text, _merged(text, spans), instead)


@lru_cache(maxsize=1)  # a sheet for the talk asks the same of every text on it
def _known(customers: tuple[Customer, ...]) -> _Known:
    known = _Known()
    for customer in customers:
        _add_name(known, customer.name)
        _add_address(known, customer.address)
        _add_email(known, customer.email)
        if number := digits(customer.phone):
            known.phones.add(number)
    return known


def _add_name(known: _Known, name: str) -> None:
    words = list(_tokens(name))
    keys = {key for word in words for key in word.keys}
    small = {key for key in keys if key in _SMALL or key in _TITLES or (len(key) == 1 and key.isalpha())}
    known.strong |= keys - small or keys  # who is called nothing but "An" is hidden even so
    known.weak |= small | {key[0] for key in keys if key[0].isalpha()}
    known.capital |= {key for key in small & _SMALL - _JOINTS if len(key) > 1}
    known.strong |= {joined for part in (*name.split(), name) if len(joined := _key(part)) > 1} - small
    known.literals |= {_plain(part) for part in (*name.split(), "".join(name.split())) if _is_literal(part)}


def _add_address(known: _Known, address: str) -> None:
    for word in _tokens(address):
        for key in word.keys:
            tells = len(key) >= _FEWEST_DIGITS if key.isdecimal() else len(key) > 2 and key not in _STREETS | _SMALL
            (known.strong if tells else known.weak).add(key)
    known.literals |= {_plain(part) for part in address.split() if _UNSPACED.search(part)}


def _add_email(known: _Known, email: str) -> None:
    if not (written := "".join(email.split())):
        return
    known.literals.add(_plain(written))
    local = written.partition("@")[0]
    keys = {key for word in _tokens(local) for key in word.keys}
    keys.add("".join(letter for letter in _key(local) if letter.isalpha()))
    known.strong |= {key for key in keys if len(key) > 2 and key not in _SMALL}
    known.weak |= keys


def _is_literal(part: str) -> bool:
    return bool(_UNSPACED.search(part)) or any(unicodedata.category(letter) == "So" for letter in part)


def _is_hidden(token: _Token, known: _Known) -> bool:
    return bool(token.keys & known.strong) or (token.text[0].isupper() and bool(token.keys & known.capital))


def _is_cut(token: _Token, text: str, known: _Known) -> bool:
    """Whether it is the beginning of such a word, where a title was cut off."""
    if not text.startswith(("…", "..."), token.end):
        return False
    return any(len(key) > 2 and word.startswith(key) for key in token.keys for word in known.strong)


def _touches(token: _Token, spans: list[tuple[int, int]]) -> bool:
    """Whether something is hidden in it, so that the rest must not stay; a run without blanks is no one word."""
    if _UNSPACED.search(token.text):
        return False
    return any(start < token.end and token.start < end for start, end in spans)


def _spread(text: str, tokens: list[_Token], hidden: list[bool], known: _Known) -> None:
    """Hide the weak words that stand beside hidden ones, and what leads up to a name: "Mrs", "the"."""
    weak = known.weak - _JOINTS
    for at in range(1, len(tokens)):
        if hidden[at - 1] and not hidden[at] and _near(text, tokens[at - 1], tokens[at]):
            hidden[at] = bool(tokens[at].keys & weak)
    for at in range(len(tokens) - 2, -1, -1):
        if hidden[at + 1] and not hidden[at] and _near(text, tokens[at], tokens[at + 1]):
            joins = at > 0 and tokens[at].keys & known.weak and _near(text, tokens[at - 1], tokens[at])
            inside = joins and (hidden[at - 1] or bool(tokens[at - 1].keys & _TITLES))
            hidden[at] = bool(tokens[at].keys & (weak | _TITLES | {"the"}) or inside)


def _near(text: str, one: _Token, other: _Token) -> bool:
    return _THIN.fullmatch(text, one.end, other.start) is not None


def _literal_spans(text: str, known: _Known) -> Iterator[tuple[int, int]]:
    """E-mail addresses of anybody, and what is looked for within words."""
    for match in _ADDRESS.finditer(text):
        yield match.start(), match.start() + len(match.group().rstrip(".!?:'’"))
    if not known.literals:
        return
    plain, origin = "", []
    for at, letter in enumerate(text):
        folded = _plain(letter)
        plain += folded
        origin += [at] * len(folded)
    for literal in known.literals:
        for match in re.finditer(re.escape(literal), plain) if literal else ():
            yield origin[match.start()], origin[match.end() - 1] + 1


def _phone_spans(text: str, phones: set[str]) -> Iterator[tuple[int, int]]:
    for match in _DIGITS.finditer(text):
        said = "".join(letter for letter in unicodedata.normalize("NFKC", match.group()) if letter.isdecimal())
        for phone in phones:
            part = len(said) >= _FEWEST_DIGITS and said.lstrip("0") in phone
            if part or said == phone or (len(phone) >= _FEWEST_DIGITS and phone[-_PHONE_TAIL:] in said):
                yield match.span()
                break


def _merged(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Neighbours as one, so that two names are not the customer the customer."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and (start <= merged[-1][1] or _THIN.fullmatch(text, merged[-1][1], start)):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _replaced(text: str, spans: list[tuple[int, int]], instead: str) -> str:
    said, at = "", 0
    for start, end in spans:
        said += text[at:start]
        before = said[-8:].rstrip(" \"“”'’(")
        begins = not before or before.endswith((".", "!", "?", "\n"))
        said += instead[:1].upper() + instead[1:] if begins else instead
        at = end
        if match := _POSSESSIVE.search(text, start, end):
            said += match.group()
        elif text[end - 1 : end].lower() == "s" and text[end : end + 1] in tuple("'’"):
            said, at = said + text[end] + "s", end + 1
    return said + text[at:]


def _tokens(text: str) -> Iterator[_Token]:
    """Words with the apostrophes within them, and numbers."""
    start, kind = 0, ""
    for at in range(len(text) + 1):
        now = _kind(text, at, kind)
        if now != kind:
            if kind:
                yield _Token(start, at, text[start:at], _keys(text[start:at]))
            start, kind = at, now


def _kind(text: str, at: int, before: str) -> str:
    """ "L" for a letter, "N" for a digit, "" for what is neither; marks and joiners belong to what they follow."""
    if at >= len(text):
        return ""
    letter = text[at]
    category = unicodedata.category(unicodedata.normalize("NFKD", letter)[0])
    if category[0] in "LN":
        return "N" if category[0] == "N" else "L"
    if category[0] == "M" or category == "Cf":
        return before
    inside = before == "L" and letter in _APOSTROPHES and text[at + 1 : at + 2].isalpha()
    return "L" if inside else ""


def _keys(word: str) -> frozenset[str]:
    """How a word is compared: whole and by the parts around its apostrophes, without the s of whose or how many."""
    owner = _POSSESSIVE.sub("", word)
    parts = {owner, *re.split(f"[{_APOSTROPHES}]", owner)}
    found = {key for part in parts for way in (part, part.translate(_GERMAN)) if (key := _key(way))}
    plural = {key.removesuffix("s") for key in found if len(key) > 3}
    plural |= {key.removesuffix("es") for key in found if len(key) > 4}
    return frozenset(found | plural)


def _key(word: str) -> str:
    """Letters and digits alone, folded."""
    return "".join(letter for letter in _plain(word).translate(_BARE) if letter.isalnum())


def _plain(text: str) -> str:
    """Lower case without accents and marks, letter by letter."""
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
