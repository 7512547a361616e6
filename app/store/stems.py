"""The stems that the index keeps in place of words, asked of the tokenizer itself."""

from collections.abc import Iterable

import sqlcipher3.dbapi2 as driver

TOKENIZER = "porter unicode61 remove_diacritics 2"  # that of `like_words`; a test compares
_MOST = 50_000  # words remembered


class Stems:
    """A table in memory with the tokenizer of the index; words that were asked for once are remembered."""

    def __init__(self) -> None:
        self._connection = driver.connect(":memory:", isolation_level=None)
        self._connection.execute(f"CREATE VIRTUAL TABLE asked USING fts5(word, content='', tokenize='{TOKENIZER}')")
        self._connection.execute("CREATE VIRTUAL TABLE told USING fts5vocab(asked, instance)")
        self._known: dict[str, tuple[str, ...]] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Ask for many at once."""
        asked = list(dict.fromkeys(words))
        if len(self._known) + len(asked) > _MOST:
            self._known.clear()
        new = [word for word in asked if word not in self._known]
        if not new:
            return
        found: dict[int, list[str]] = {}
        with self._connection:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT INTO asked (rowid, word) VALUES (?, ?)", enumerate(new))
            for at, term in self._connection.execute("SELECT doc, term FROM told ORDER BY doc, offset"):
                found.setdefault(at, []).append(term)
            self._connection.execute("INSERT INTO asked (asked) VALUES ('delete-all')")
        for at, word in enumerate(new):
            self._known[word] = tuple(found.get(at, ()))

    def of(self, words: Iterable[str]) -> list[str]:
        """The stems of these words in their order; mostly one a word."""
        wanted = list(words)
        self.learn(wanted)
        return [stem for word in wanted for stem in self._known[word]]

    def close(self) -> None:
        self._connection.close()
