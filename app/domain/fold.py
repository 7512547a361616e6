"""Text as search compares it: no case, no accents, phone numbers as bare digits."""

import re
import unicodedata

_PHONE = re.compile(r"\+?\d(?:[\s().\-/]{0,2}\d){3,}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def fold(text: str) -> str:
    """Lower case without accents, white space as single blanks."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()  # some letters show their case only then
    for letter in set(plain):  # a text has far fewer letters than characters
        if unicodedata.combining(letter):
            plain = plain.replace(letter, "")
    return " ".join(plain.split())


def digits(text: str) -> str:
    """The digits of a phone number; a leading + or 00 is dropped with what is not a digit."""
    bare = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isdecimal())
    return bare.removeprefix("00")


def looks_like_phone(text: str) -> bool:
    """At least four digits, and nothing that is not used to write a number."""
    return bool(re.fullmatch(r"[\d\s()+.\-/]+", text.strip())) and len(digits(text)) >= 4


def with_phone_digits(text: str) -> str:
    """`text` with every phone number in it written once more without spacing."""
    found = [digits(match.group()) for match in _PHONE.finditer(text)]
    return " ".join([text, *found]) if found else text


def clean(text: str) -> str:
    """What may be stored: no NUL, no control characters but tab and line feed, line ends as one kind."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
