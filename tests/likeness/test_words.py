"""The words that a text is found by: no stop words, misspelt ones put right, names left alone."""

import pytest

from app.likeness.meaning import Meaning
from app.likeness.pieces import LONGEST
from app.likeness.words import terms
from app.system import resources


@pytest.fixture(scope="module")
def meaning() -> Meaning:
    return Meaning(resources.word_vectors())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("recieved", "received"),
        ("definately", "definitely"),
        ("adress", "address"),
        ("beleive", "believe"),
        ("occured", "occurred"),
        ("tommorow", "tomorrow"),
        ("dissapointed", "disappointed"),
        ("embarassed", "embarrassed"),
        ("seperate", "separate"),
        ("recomend", "recommend"),
        ("wich", "which"),
        ("appaling", "appalling"),
        ("cancled", "canceled"),
        ("refunf", "refund"),
        ("breakfst", "breakfast"),
        ("hairdreser", "hairdresser"),
        ("unacceptible", "unacceptable"),
    ],
)
def test_a_misspelt_word_is_put_right(meaning: Meaning, typed: str, meant: str) -> None:
    assert meaning.put_right(typed) == meant
    assert meaning.put_right(meant) is None


@pytest.mark.parametrize("word", ["plumber", "mouldy", "overcharged", "apologise", "apologize", "parcel", "custard"])
def test_a_right_word_is_left_alone(meaning: Meaning, word: str) -> None:
    assert meaning.is_known(word)
    assert meaning.put_right(word) is None


def test_both_the_typed_and_the_meant_word_are_given(meaning: Meaning) -> None:
    assert terms("I RECIEVED an adress", meaning) == ["recieved", "received", "adress", "address"]


def test_stop_words_are_left_out_with_and_without_apostrophe(meaning: Meaning) -> None:
    assert terms("I’m sorry, it wasn't the baker’s bread and dont tell me its fresh", meaning) == [
        "sorry",
        "baker",
        "bread",
        "tell",
        "fresh",
    ]


def test_names_are_kept_as_they_are(meaning: Meaning) -> None:
    assert terms("Then Elif and Mr Okonkwo spoke to Adress", meaning) == ["elif", "okonkwo", "spoke", "adress"]


def test_accents_and_case_do_not_matter(meaning: Meaning) -> None:
    assert terms("Café CAFÉ cafe", meaning) == ["cafe"] * 3


@pytest.mark.parametrize("text", ["", "   ", "\U0001f621!!", "' ' ’", "\0"])
def test_a_text_without_words_has_no_terms(meaning: Meaning, text: str) -> None:
    assert terms(text, meaning) == []


def test_what_lies_beyond_the_longest_text_is_not_read(meaning: Meaning) -> None:
    assert terms("cake " * 20_000, meaning) == ["cake"] * (LONGEST // 5)
