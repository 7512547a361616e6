"""House settings and the remedy catalogue as rows."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.domain.terms import Loss
from app.lazy import lazy
from app.store.database import Row, Store

if TYPE_CHECKING:
    import app.domain.remedy as domain
    from app.domain.remedy import Record, Remedy
else:  # Today needs the settings, and of a remedy its label alone
    domain = lazy("app.domain.remedy")

_REMEDY = "SELECT code, label, offer, losses, cost, effort, why FROM remedy"


def read_all(store: Store) -> dict[str, object]:
    return {row[0]: json.loads(row[1]) for row in store.read("SELECT key, value FROM settings")}


def write(store: Store, values: dict[str, object]) -> None:
    for key, value in values.items():
        store.write(
            "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, json.dumps(value, ensure_ascii=False)),
        )


def remedies(store: Store) -> "list[Remedy]":
    """The catalogue in the owner's order."""
    return [_remedy(row) for row in store.read(f"{_REMEDY} WHERE deleted_on = '' ORDER BY position, code")]


def remedy(store: Store, code: str) -> "Remedy | None":
    """Also one that was removed from the catalogue: old cases still name it."""
    row = store.first(f"{_REMEDY} WHERE code = ?", (code,))
    return None if row is None else _remedy(row)


def remedy_label(store: Store, code: str) -> str:
    """What the owner reads for it, also where it was removed; empty for one that never was there."""
    row = store.first("SELECT label FROM remedy WHERE code = ?", (code,))
    return "" if row is None else str(row[0])


def _remedy(row: Row) -> "Remedy":
    return domain.Remedy(
        code=row[0],
        label=row[1],
        offer=row[2],
        losses=frozenset(Loss(one) for one in json.loads(row[3])),
        cost=row[4],
        effort=row[5],
        why=row[6],
    )


def _columns(one: "Remedy") -> dict[str, object]:
    """All but the code and the place in the catalogue; a remedy that is written stands in the catalogue again."""
    return {
        "label": one.label,
        "offer": one.offer,
        "losses": json.dumps(sorted(one.losses)),
        "cost": one.cost,
        "effort": one.effort,
        "why": one.why,
        "deleted_on": "",
    }


def put_remedies(store: Store, catalogue: "Iterable[Remedy]") -> None:
    """Add or replace these, each at its place in this order."""
    store.db.table("remedy").upsert_all(
        ({"code": one.code, "position": position, **_columns(one)} for position, one in enumerate(catalogue)),
        pk="code",
    )


def save_remedy(store: Store, one: "Remedy") -> None:
    """Change one remedy or add it at the end."""
    values = _columns(one)
    if store.first("SELECT 1 FROM remedy WHERE code = ?", (one.code,)) is None:
        last = store.first("SELECT coalesce(max(position), -1) + 1 FROM remedy")
        store.insert("remedy", {"code": one.code, "position": last[0] if last else 0, **values})
    else:
        sets = ", ".join(f"{name} = ?" for name in values)
        store.write(f"UPDATE remedy SET {sets} WHERE code = ?", (*values.values(), one.code))


def set_remedy_deleted(store: Store, code: str, on: str) -> None:
    store.write("UPDATE remedy SET deleted_on = ? WHERE code = ?", (on, code))


def records(store: Store) -> "dict[str, Record]":
    """How each remedy did in the closed cases of this shop."""
    rows = store.read(
        "SELECT p.remedy, count(*), count(*) FILTER (WHERE c.outcome IN ('stronger', 'kept')),"
        " avg(c.anger - c.anger_after), avg(p.cost)"
        " FROM promise p JOIN cases c ON c.id = p.case_id"
        " WHERE p.remedy <> '' AND p.withdrawn_on = '' AND c.closed_on <> '' AND c.deleted_on = '' GROUP BY p.remedy"
    )
    return {
        r[0]: domain.Record(used=r[1], stayed=r[2], anger_fall=r[3], cost=None if r[4] is None else round(r[4]))
        for r in rows
    }
