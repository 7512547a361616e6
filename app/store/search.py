"""Finds cases by any part of any word in them, without regard to case and accents."""

from collections.abc import Iterator

from app.domain.fold import clean, digits, fold, looks_like_phone, with_phone_digits
from app.store.database import Row, Store

_BODY = (
    "SELECT s.body, c.id, c.title, c.about, d.words, d.wants, d.facts, d.supplier, d.went_wrong, d.review_site,"
    " d.review_link, d.reason, d.what_changes, d.tried, d.release, d.refer_to, d.differs, d.nothing_because,"
    " d.best_way, k.name, k.description, k.phone, k.email, k.address, l.broke, l.plan,"
    " (SELECT group_concat(what || ' ' || who, ' ') FROM promise WHERE case_id = c.id),"
    " (SELECT group_concat(text, ' ') FROM message WHERE case_id = c.id),"
    " (SELECT group_concat(words, ' ') FROM follow_up WHERE case_id = c.id)"
    " FROM cases c JOIN case_detail d ON d.case_id = c.id LEFT JOIN customer k ON k.id = c.customer_id"
    " LEFT JOIN lesson l ON l.id = c.lesson_id LEFT JOIN search_text s ON s.case_id = c.id"
)
_IN_ITS_TEXT = "instr((SELECT body FROM search_text WHERE case_id = c.id), ?) > 0"
_IN_ALL_TEXTS = "c.id IN (SELECT case_id FROM search_text WHERE instr(body, ?) > 0)"

MOST_WORDS = 32  # nobody types more to find something; a pasted page would be too long a question for SQLite


def refresh(store: Store, case_id: int) -> None:
    """Bring the searchable text of one case up to date, in the caller's transaction."""
    row = store.first(f"{_BODY} WHERE c.id = ?", (case_id,))
    if row is None:
        return
    old, body = row[0], _folded(row[1:])
    if old is None:
        store.insert("search_text", {"case_id": case_id, "body": body})
    elif old != body:
        store.write("UPDATE search_text SET body = ? WHERE case_id = ?", (body, case_id))


def texts(store: Store) -> Iterator[tuple[int, str]]:
    """Number and searchable text of every case, to fill the index of a whole file in one go."""
    for row in store.read(f"{_BODY} ORDER BY c.id"):
        yield row[1], _folded(row[1:])


def _folded(row: Row) -> str:
    return fold(with_phone_digits(" ".join(str(part) for part in row if part)))


def clause(typed: str, *, few: bool = False) -> tuple[str, list[str]] | None:
    """A condition on `c.id` with its parameters that keeps the cases holding every typed word; None for no words.

    Trigrams need three characters; a shorter word is looked for by reading folded texts through: those of the cases
    that are left where `few` are, otherwise all in the order of the file.
    """
    words = [digits(typed).lstrip("0")] if looks_like_phone(typed) else fold(clean(typed)).split()
    words = list(dict.fromkeys(words))[:MOST_WORDS]
    long = ['"' + word.replace('"', '""') + '"' for word in words if len(word) >= 3]
    short = [word for word in words if len(word) < 3]
    conditions, parameters = [], []
    if long:
        conditions.append("c.id IN (SELECT rowid FROM search_text_fts WHERE search_text_fts MATCH ?)")
        parameters.append(" ".join(long))
    for word in short:
        conditions.append(_IN_ITS_TEXT if few or long else _IN_ALL_TEXTS)
        parameters.append(word)
    return (" AND ".join(conditions), list(parameters)) if conditions else None
