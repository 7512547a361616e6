"""Customers as rows, and finding one while the name, number or address is still being typed."""

from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.fold import clean, digits, fold
from app.domain.moment import days_after, known_from_text, to_text
from app.lazy import lazy
from app.store.database import Row, Store

if TYPE_CHECKING:
    import app.domain.customer as domain
else:  # whether there is anybody is asked before anybody is read
    domain = lazy("app.domain.customer")

_COLUMNS = "id, name, phone, email, address, description, since"


def load(store: Store, customer_id: int) -> "domain.Customer | None":
    row = store.first(f"SELECT {_COLUMNS} FROM customer WHERE id = ?", (customer_id,))
    return None if row is None else _customer(row)


def _customer(row: Row) -> "domain.Customer":
    return domain.Customer(
        id=row[0],
        name=row[1],
        phone=row[2],
        email=row[3],
        address=row[4],
        description=row[5],
        since=known_from_text(row[6]),
    )


def add(store: Store, values: dict[str, str], now: datetime) -> int:
    return store.insert("customer", {**_keys(values), **values, "since": to_text(now)})


def set_fields(store: Store, customer_id: int, values: dict[str, str]) -> None:
    known = load(store, customer_id)
    assert known is not None
    whole = {name: getattr(known, name) for name in ("name", "phone", "email", "description")} | values
    store.update("customer", "id", customer_id, {**values, **_keys(whole)})


def _keys(values: dict[str, str]) -> dict[str, str]:
    return {
        "name_key": fold(f"{values.get('name', '')} {values.get('description', '')}"),
        "phone_digits": digits(values.get("phone", "")),
        "email_key": fold(values.get("email", "")),
    }


def find(store: Store, typed: str, limit: int = 6) -> "list[domain.Customer]":
    """Who it may be: by part of the name or description, of the e-mail, or of the phone's digits in any spacing."""
    key = fold(clean(typed))
    if len(key) < 2:
        return []
    number = digits(typed)
    clauses = ["name_key LIKE :word", "email_key LIKE :start"]
    if len(number) >= 3 and not any(c.isalpha() for c in typed):
        clauses.append("phone_digits LIKE :number")
    rows = store.read(
        f"SELECT {_COLUMNS} FROM customer WHERE ({' OR '.join(clauses)})"
        " ORDER BY name_key LIKE :start DESC, name_key LIMIT :limit",
        {
            "word": f"%{_like(key)}%",
            "start": f"{_like(key)}%",
            "number": f"%{number.lstrip('0') or number}%",
            "limit": limit,
        },
    )
    return [_customer(row) for row in rows]


def _like(text: str) -> str:
    return text.replace("%", "").replace("_", " ")


def match(store: Store, values: dict[str, str]) -> int | None:
    """The customer who is surely the same: same e-mail, or same phone, with no other name."""
    key = fold(values.get("name", ""))
    for column, wanted in (
        ("phone_digits", digits(values.get("phone", ""))),
        ("email_key", fold(values.get("email", ""))),
    ):
        if len(wanted) < 4:
            continue
        for row in store.read(
            f"SELECT id, name FROM customer WHERE {column} = ? AND {column} <> '' ORDER BY id", (wanted,)
        ):
            if not key or not row[1] or fold(row[1]) == key:
                return int(row[0])
    return None


def cases_of(store: Store, customer_id: int) -> list[int]:
    rows = store.read(
        "SELECT id FROM cases WHERE customer_id = ? AND deleted_on = '' ORDER BY came_in DESC, id DESC", (customer_id,)
    )
    return [row[0] for row in rows]


def is_used(store: Store, customer_id: int) -> bool:
    return store.first("SELECT 1 FROM cases WHERE customer_id = ?", (customer_id,)) is not None


def history(store: Store, customer_id: int, case_id: int, about: str, came_in: datetime) -> "domain.History":
    """What this customer brought before the case that `came_in` then."""
    before = to_text(came_in)
    row = store.first(
        "SELECT count(*), count(*) FILTER (WHERE came_in >= :sixty),"
        " count(*) FILTER (WHERE about = :about AND about <> '' AND answered_on <> '' AND came_in >= :year),"
        " coalesce(max(came_in), '')"
        " FROM cases WHERE customer_id = :customer AND id <> :case AND deleted_on = '' AND came_in <= :before",
        {
            "sixty": to_text(days_after(came_in, -60)),
            "year": to_text(days_after(came_in, -365)),
            "about": about,
            "customer": customer_id,
            "case": case_id,
            "before": before,
        },
    )
    since = store.first("SELECT since FROM customer WHERE id = ?", (customer_id,))
    assert row is not None
    return domain.History(
        complaints=row[0],
        last_60_days=row[1],
        same_about=row[2],
        last_came_in=known_from_text(row[3]),
        since=known_from_text(since[0]) if since else None,
    )


def listing(store: Store, typed: str, limit: int, offset: int = 0) -> "list[tuple[domain.Customer, int, int]]":
    """Customers with the number of their complaints and of the open ones, by name."""
    key = fold(clean(typed))
    number = digits(typed) if key and not any(c.isalpha() for c in typed) else ""
    rows = store.read(
        f"SELECT {', '.join('k.' + c.strip() for c in _COLUMNS.split(','))}, count(c.id),"
        " count(c.id) FILTER (WHERE c.closed_on = '')"
        " FROM customer k LEFT JOIN cases c ON c.customer_id = k.id AND c.deleted_on = ''"
        " WHERE k.name_key LIKE :word OR k.email_key LIKE :word OR (:number <> '' AND k.phone_digits LIKE :digits)"
        " GROUP BY k.id ORDER BY k.name_key, k.id LIMIT :limit OFFSET :offset",
        {
            "word": f"%{_like(key)}%",
            "number": number,
            "digits": f"%{number}%",
            "limit": limit,
            "offset": offset,
        },
    )
    return [(_customer(row), row[7], row[8]) for row in rows]


def names_and_phones(store: Store) -> list[tuple[str, str]]:
    """Of everybody of whom one of them is known."""
    return [(name, phone) for name, phone in store.read("SELECT name, phone FROM customer WHERE name || phone <> ''")]


def ever(store: Store) -> bool:
    """Whether there is anybody to show on the page of customers."""
    return store.first("SELECT 1 FROM customer LIMIT 1") is not None


def remove(store: Store, customer_id: int) -> None:
    store.write("DELETE FROM customer WHERE id = ?", (customer_id,))
