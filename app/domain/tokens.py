"""Finds blanks that were never filled, so that none of them is printed."""

import re

# The lengths are bounded so that a megabyte of brackets takes no longer than a megabyte of words.
_TOKEN = re.compile(r"\{[^{}\n]{0,80}\}|\[\[[^\n]{0,80}?\]\]|<<[^\n]{0,80}?>>")
_BRACE = re.compile(r"[{}]")
_DOUBLE = re.compile(r"\[(?=\[)|\](?=\])|<(?=<)|>(?=>)")


def tokens_left(text: str) -> list[str]:
    """Each `{...}`, `[[...]]` and `<<...>>` still in `text`, in its order; printing stops if there is one."""
    return _TOKEN.findall(text)


def without_marks(text: str) -> str:
    """`text` with nothing in it that could be read as a token: "{size}" is "size", "[[a]]" is "[a]"."""
    return _DOUBLE.sub("", _BRACE.sub("", text))  # braces first: what stood between them comes together
