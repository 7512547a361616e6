"""What finds like cases: brings words and vectors in line with the texts, a batch at a time, behind the saves.

A text that changes is only noted, by the triggers of the schema; `catch_up` does the work.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.alike import Verdict
from app.domain.moment import to_text
from app.store.database import Row, Store
from app.store.stems import Stems

MAKE = "1"  # of the index itself; another one than the file was indexed with, and all is made anew
BATCH = 200  # cases a transaction: some 20 ms in which nobody else writes
_DRIFT = 50  # changed cases, or one in so many of all, after which the words are counted anew
_VERSION_KEY = "likeness"
_TEXT = (
    "CASE WHEN trim(d.given_title || d.words || d.went_wrong || d.facts) = '' THEN d.wants"
    " ELSE d.given_title || char(10) || d.words || char(10) || d.went_wrong || char(10) || d.facts END"
)
_LESSON_TEXT = "l.broke || char(10) || l.plan || char(10) || l.cause_words"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text is read: by its words for FTS5, and by its packed vector; `version` names both."""

    version: str
    terms: Callable[[str], Sequence[str]]
    vector: Callable[[str], bytes]


def text_of(store: Store, numbers: Iterable[int]) -> dict[int, str]:
    """What a case is found by: what went wrong in anybody's words; what they want where nothing else is known."""
    marks = json.dumps(list(numbers))
    sql = f"SELECT d.case_id, {_TEXT} FROM case_detail d WHERE d.case_id IN (SELECT value FROM json_each(?))"
    return {row[0]: row[1].strip() for row in store.read(sql, (marks,))}


def pending(store: Store) -> int:
    """How many cases and lessons wait to be indexed."""
    row = store.first(
        "SELECT (SELECT count(*) FROM like_pending),"
        " (SELECT count(*) FROM lesson WHERE id NOT IN (SELECT lesson_id FROM like_lesson))"
    )
    assert row is not None
    return int(row[0]) + int(row[1])


def catch_up(store: Store, reading: Reading, stems: Stems, *, most: int = BATCH) -> int:
    """Index at most so many of the cases and lessons that wait; how many are done, 0 where none waits.

    The texts are read through before the transaction: meanwhile others may write, and what changed stays waiting.
    """
    _renew(store, reading.version)
    numbers = [row[0] for row in store.read("SELECT case_id FROM like_pending LIMIT ?", (most,))]
    if not numbers:
        return _catch_up_lessons(store, reading, most)
    texts = text_of(store, numbers)
    words = {number: reading.terms(text) for number, text in texts.items()}
    stems.learn(word for found in words.values() for word in found)
    vectors = {number: reading.vector(text) for number, text in texts.items()}
    with store.atomic():
        same = [number for number, text in text_of(store, numbers).items() if texts.get(number) == text]
        gone = [number for number in numbers if number not in texts]
        known = _indexed(store, same)
        counted: Counter[str] = Counter()
        for number in same:
            _put(store, number, " ".join(words[number]), vectors[number])
            if number not in known:
                counted.update(set(stems.of(words[number])))
        _count(store, counted, len(known))
        store.connection.executemany("DELETE FROM like_pending WHERE case_id = ?", [(n,) for n in same + gone])
    return len(numbers)


def _put(store: Store, number: int, terms: str, vector: bytes) -> None:
    if terms:
        store.write("INSERT OR REPLACE INTO like_words (rowid, terms) VALUES (?, ?)", (number, terms))
    else:
        store.write("DELETE FROM like_words WHERE rowid = ?", (number,))
    store.write("REPLACE INTO like_vector (case_id, vector) VALUES (?, ?)", (number, vector))


def _indexed(store: Store, numbers: Sequence[int]) -> set[int]:
    sql = "SELECT case_id FROM like_vector WHERE case_id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in store.read(sql, (json.dumps(numbers),))}


def _count(store: Store, counted: Counter[str], changed: int) -> None:
    """Add what is new; what changed cannot be taken off, so that now and then all words are counted anew."""
    if changed:
        counted[""] += changed
    store.connection.executemany(
        "INSERT INTO like_frequency (word, cases) VALUES (?, ?)"
        " ON CONFLICT (word) DO UPDATE SET cases = cases + excluded.cases",
        counted.items(),
    )
    row = store.first(
        "SELECT coalesce((SELECT cases FROM like_frequency WHERE word = ''), 0), count(*) FROM like_vector"
    )
    assert row is not None
    drift, cases = row
    if drift and (cases < _DRIFT * _DRIFT or drift > cases // _DRIFT):
        count_anew(store)


def count_anew(store: Store) -> None:
    """Fill the table of frequencies from the index, in the caller's transaction."""
    store.write("CREATE VIRTUAL TABLE IF NOT EXISTS temp.like_counted USING fts5vocab(main, like_words, row)")
    store.write("DELETE FROM like_frequency")
    store.write("INSERT INTO like_frequency (word, cases) SELECT term, doc FROM temp.like_counted")


def _renew(store: Store, version: str) -> None:
    """Let all be made anew where the file was indexed by another make of the words or vectors."""
    made = json.dumps(f"{MAKE} {version}")
    row = store.first("SELECT value FROM settings WHERE key = ?", (_VERSION_KEY,))
    if row is not None and row[0] == made:
        return
    with store.atomic():
        store.write("INSERT INTO like_words (like_words) VALUES ('delete-all')")
        for table in ("like_vector", "like_lesson", "like_frequency"):
            store.write(f"DELETE FROM {table}")
        store.write("INSERT OR IGNORE INTO like_pending (case_id) SELECT id FROM cases")
        store.write("REPLACE INTO settings (key, value) VALUES (?, ?)", (_VERSION_KEY, made))


def _catch_up_lessons(store: Store, reading: Reading, most: int) -> int:
    sql = (
        f"SELECT l.id, {_LESSON_TEXT} FROM lesson l"
        " WHERE l.id NOT IN (SELECT lesson_id FROM like_lesson) ORDER BY l.id LIMIT ?"
    )
    rows = store.read(sql, (most,))
    if not rows:
        return 0
    vectors = [(number, reading.vector(text), text) for number, text in rows]
    with store.atomic():
        store.connection.executemany(
            f"REPLACE INTO like_lesson (lesson_id, vector) SELECT l.id, ? FROM lesson l"
            f" WHERE l.id = ? AND {_LESSON_TEXT} = ?",
            [(vector, number, text) for number, vector, text in vectors],
        )
    return len(rows)


def say(store: Store, case_id: int, other_id: int, verdict: Verdict | None, now: datetime) -> None:
    """Keep, change or take back what the owner said of one case beside another."""
    if verdict is None:
        store.write("DELETE FROM like_verdict WHERE case_id = ? AND other_id = ?", (case_id, other_id))
    else:
        store.write(
            "REPLACE INTO like_verdict (case_id, other_id, verdict, made_on) VALUES (?, ?, ?, ?)",
            (case_id, other_id, verdict, to_text(now)),
        )


def verdict(store: Store, case_id: int, other_id: int) -> Verdict | None:
    row = store.first("SELECT verdict FROM like_verdict WHERE case_id = ? AND other_id = ?", (case_id, other_id))
    return None if row is None else Verdict(row[0])


def verdicts(store: Store, others: Iterable[int]) -> list[tuple[int, int, Verdict]]:
    """What was said of these cases: beside which case, of which, and what."""
    rows = store.read(
        "SELECT case_id, other_id, verdict FROM like_verdict WHERE other_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(others)),),
    )
    return [(row[0], row[1], Verdict(row[2])) for row in rows]


_FACTS = (
    "SELECT c.id, c.about, c.anger, c.anger_after, c.came_in, c.lesson_id, c.title, c.who, c.outcome, c.closed_on"
    " FROM cases c WHERE c.id IN (SELECT value FROM json_each(?)) AND c.deleted_on = ''"
)
_DONE = (
    "SELECT case_id, CASE WHEN remedy <> '' THEN remedy ELSE what END, cost FROM promise"
    " WHERE case_id IN (SELECT value FROM json_each(?)) AND withdrawn_on = '' ORDER BY id"
)


def facts(store: Store, numbers: Iterable[int]) -> list[Row]:
    """What is shown and weighed of these cases, those in the trash left out.

    id, about, anger, anger_after, came_in, lesson_id, title, who, outcome, closed_on.
    """
    return store.read(_FACTS, (json.dumps(list(numbers)),))


def done(store: Store, numbers: Iterable[int]) -> dict[int, tuple[str, int | None]]:
    """The newest promise of each: code of the remedy or its words, and cost in cents."""
    return {row[0]: (row[1], row[2]) for row in store.read(_DONE, (json.dumps(list(numbers)),))}


def resolved(store: Store, lesson_ids: Iterable[int]) -> dict[int, int]:
    """Each lesson's own id, or of the one that it was merged into, whatever number of merges ago."""
    rows = store.read(
        "WITH RECURSIVE way (id, at, far) AS ("
        " SELECT id, id, 0 FROM lesson WHERE id IN (SELECT value FROM json_each(?))"
        " UNION ALL SELECT way.id, lesson.merged_into, far + 1 FROM way JOIN lesson ON lesson.id = way.at"
        " WHERE lesson.merged_into IS NOT NULL AND far < 50)"
        " SELECT id, at, max(far) FROM way GROUP BY id",
        (json.dumps(list(lesson_ids)),),
    )
    return {row[0]: row[1] for row in rows}
