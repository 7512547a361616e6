"""Fills an Amends file with many believable cases, fast, the same ones each time.

python -m tests.bench.many PATH [COUNT]. They are those of a bakery over the years up to `NOW`; the newest are open, at
all stages.
"""

import json
import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from app.domain.case import title_of
from app.domain.fold import digits, fold
from app.domain.lesson import CAUSES, EFFECT_CHECK_DAYS
from app.domain.terms import Answer, BeganWith, Channel, FollowUpResult, MessageKind, Outcome, ShopKind, Step
from app.services.likeness import Likeness
from app.store import search, settings
from app.store.database import Store, open_store
from app.system import resources
from tests.bench import phrases

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=ZoneInfo("Europe/Berlin"))
_STEPS = list(Step)
_OUTCOMES = (Outcome.STRONGER, Outcome.KEPT, Outcome.PARTED, Outcome.LOST)
_CHANNELS, _BEGAN, _ABOUTS = tuple(Channel), tuple(BeganWith), tuple(phrases.THING)
_BATCH = 5000
_LEFT_ALONE = 40  # lessons
T = TypeVar("T")


def fill(
    path: Path,
    count: int,
    open_count: int = 500,
    *,
    lessons: int = 40,
    like: bool = False,
    now: datetime = NOW,
    seed: int = 7,
) -> None:
    """Make a new file at `path` with `count` cases of the years until `now`, the newest `open_count` of them open.

    The first 40 lessons are those that nobody has looked at since they were agreed, the others were kept up.
    `like`: make what finds like cases, some 70 s more for 100,000; without it none of them is found, nor waits for it.
    """
    store = open_store(path)
    try:
        store.connection.execute("PRAGMA synchronous = OFF")
        with store.atomic():
            Likeness(
                store, lambda: now, resources.word_vectors
            ).catch_up()  # it now knows its make, and has no case yet
            settings.write(store, {"name": "Rosa's Bakery", "kind": ShopKind.BAKERY.value, "owner": "Rosa"})
            settings.put_remedies(store, resources.remedies(ShopKind.BAKERY))
            indexes, triggers = _drop(store, "index"), _drop(store, "trigger")
            _Maker(store, random.Random(seed), now, count, open_count, lessons).write()
            for statement in indexes:
                store.write(statement)
            _index_texts(store)
            for statement in triggers:
                store.write(statement)
            if like:
                _index_likeness(store)
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        store.close()


def _drop(store: Store, kind: str) -> list[str]:
    """Drop indexes or triggers, which cost more row by row than at the end; gives what makes them again."""
    rows = store.read("SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,))
    for name, _ in rows:
        store.write(f"DROP {kind} {name}")
    return [sql for _, sql in rows]


def _stamp(moment: datetime) -> str:
    """The stored text of a naive moment in UTC, as `moment.to_text` writes it, but fast."""
    return f"{moment.isoformat()}Z[Europe/Berlin]"


def _pick(dice: random.Random, choices: Sequence[T]) -> T:
    return choices[int(dice.random() * len(choices))]


def _index_texts(store: Store) -> None:
    store.connection.executemany("INSERT INTO search_text (case_id, body) VALUES (?, ?)", search.texts(store))
    # A large hash table of FTS5 saves it from much merging; 'optimize' puts the whole on the level of what is old, as
    # years of single saves would: among what is new, the next dozen saves would merge it all again (1.3 s).
    store.write("INSERT INTO search_text_fts (search_text_fts, rank) VALUES ('hashsize', ?)", (16 << 20,))
    store.write("INSERT INTO search_text_fts (search_text_fts) VALUES ('rebuild')")
    store.write("INSERT INTO search_text_fts (search_text_fts) VALUES ('optimize')")
    store.write("INSERT INTO search_text_fts (search_text_fts, rank) VALUES ('hashsize', ?)", (1 << 20,))


def _index_likeness(store: Store) -> None:
    store.write("INSERT INTO like_pending (case_id) SELECT id FROM cases")
    Likeness(store, lambda: NOW, resources.word_vectors).catch_up()
    store.write("INSERT INTO like_words (like_words) VALUES ('optimize')")


class _Maker:
    def __init__(
        self, store: Store, dice: random.Random, now: datetime, count: int, open_count: int, lessons: int
    ) -> None:
        self._store = store
        self._dice = dice
        self._now = now.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        self._count = count
        self._lesson_count = lessons
        self._open_from = count - min(open_count, count)
        self._rows: dict[str, list[dict[str, object]]] = {}
        self._customers: list[str] = []
        self._remedies = [(one.code, one.cost) for one in resources.remedies(ShopKind.BAKERY)]

    def write(self) -> None:
        self._people()
        self._lessons()
        self._flush()
        for at, number in enumerate(range(1, self._count + 1)):
            self._case(number, is_open=at >= self._open_from)
            if number % _BATCH == 0:
                self._flush()
        self._flush()

    def _add(self, table: str, **values: object) -> None:
        self._rows.setdefault(table, []).append(values)

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            names = list(rows[0])
            marks = ", ".join("?" * len(names))
            sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
            self._store.connection.executemany(sql, [tuple(row.values()) for row in rows])
        self._rows.clear()

    def _people(self) -> None:
        dice = self._dice
        for number in range(1, max(self._count // 3, 1) + 1):
            name = phrases.person(dice)
            phone = f"555 {dice.randrange(10**6):06d}" if dice.random() < 0.8 else ""
            email = f"{fold(name).replace(' ', '.')}{number}@example.com" if dice.random() < 0.6 else ""
            street, town = _pick(dice, phrases.STREETS), _pick(dice, phrases.TOWNS)
            self._customers.append(name)
            self._add(
                "customer",
                id=number,
                name=name,
                phone=phone,
                email=email,
                address=f"{dice.randrange(1, 90)} {street}\n{town}" if dice.random() < 0.4 else "",
                since=_stamp(self._now - timedelta(days=dice.randrange(1, 4000))),
                name_key=fold(f"{name} "),
                phone_digits=digits(phone),
                email_key=fold(email),
            )

    def _lessons(self) -> None:
        for number in range(1, self._lesson_count + 1):
            kept_up = number > _LEFT_ALONE
            made = self._now - timedelta(days=number * 2 if kept_up else 30 * number)
            self._add(
                "lesson",
                id=number,
                broke=phrases.BROKE[number % len(phrases.BROKE)],
                plan=phrases.PLAN[number % len(phrases.PLAN)],
                owner="Rosa",
                agreed=json.dumps(["Rosa", "Ben"]),
                in_use_since=made.date().isoformat(),
                made_on=_stamp(made),
                looked_at_on=_stamp(self._now - timedelta(days=3)) if kept_up else "",
                cause=CAUSES[number % len(CAUSES)] if kept_up else "",
            )
            if kept_up:
                self._check(number, made)

    def _check(self, lesson: int, made: datetime) -> None:
        days = next((days for days in reversed(EFFECT_CHECK_DAYS) if made + timedelta(days=days) < self._now), 0)
        if days:
            self._add(
                "effect_check",
                lesson_id=lesson,
                in_use_since=made.date().isoformat(),
                days=days,
                holds=1,
                made_on=_stamp(made + timedelta(days=days)),
                before=4,
                before_of=31,
                since=1,
                since_of=28,
            )

    def _came_in(self, number: int) -> datetime:
        """Evenly over eleven years, at opening hours; the open ones over the last five weeks."""
        dice = self._dice
        if number > self._open_from:
            open_count = self._count - self._open_from
            back = timedelta(days=35) * ((self._count - number) / max(open_count, 1))
        else:
            back = timedelta(days=35) + timedelta(days=4000) * ((self._open_from - number) / max(self._open_from, 1))
        day = self._now - back
        then = day.replace(hour=dice.randrange(7, 17), minute=dice.randrange(60), second=0, microsecond=0)
        return min(then, self._now - timedelta(minutes=5))

    def _case(self, number: int, *, is_open: bool) -> None:
        dice = self._dice
        came_in = self._came_in(number)
        about = _pick(dice, _ABOUTS)
        words = phrases.complaint(dice, about)
        # As the rules have it: a case that is answered stands behind Say, one with a promise behind Make it right.
        reached = dice.randrange(1, 10) if is_open else 9
        if not is_open:
            answer: Answer | None = dice.choices(tuple(Answer), (8, 1, 1))[0]
        else:
            answer = Answer.APOLOGISE if reached > 4 else None
        angry = dice.randrange(3, 11)
        customer = dice.randrange(len(self._customers))
        after = max(angry - dice.randrange(2, 8), 0) if not is_open else None
        closed_on = min(came_in + timedelta(days=dice.randrange(8, 30)), self._now) if not is_open else None
        outcome = dice.choices(_OUTCOMES, (3, 5, 1, 1))[0] if not is_open else ""
        answered = came_in + timedelta(hours=dice.randrange(1, 30)) if reached > 6 else None
        if answered is not None:
            answered = min(answered, self._now)
        title, who = title_of(words), self._customers[customer]
        lesson = dice.randrange(1, self._lesson_count + 1) if not is_open and dice.random() < 0.6 else None
        step = _STEPS[reached - 1]
        self._add(
            "cases",
            id=number,
            customer_id=customer + 1,
            who=who,
            who_key=fold(who),
            title=title,
            title_key=fold(title),
            step=step.value,
            visited=" ".join(sorted(one.value for one in _STEPS[:reached])),
            standing=11 + _OUTCOMES.index(Outcome(outcome)) if outcome else reached,
            channel=_pick(dice, _CHANNELS).value,
            about=about,
            anger=angry,
            anger_after=after,
            answer=answer.value if answer else "",
            outcome=str(outcome),
            lesson_id=lesson,
            came_in=_stamp(came_in),
            answered_on=_stamp(answered) if answered else "",
            closed_on=_stamp(closed_on) if closed_on else "",
            changed_on=_stamp(closed_on or answered or came_in),
        )
        self._detail(number, about, words, reached, lesson)
        self._story(number, "came_in", came_in)
        if answer is not None:
            self._story(number, "answer", came_in + timedelta(minutes=20), answer=answer.value)
        if answer is Answer.APOLOGISE and reached > 5:
            self._promise(number, came_in, closed_on)
        if answered is not None:
            self._message(number, answered)
        if closed_on is not None and after is not None:
            self._end(number, closed_on, after, lesson)
        elif dice.random() < 0.05:
            until = _stamp(self._now + timedelta(days=2))
            kind = "follow-up"
            self._add("put_off", case_id=number, kind=kind, until=until, reason="away", made_on=_stamp(self._now))

    def _detail(self, number: int, about: str, words: str, reached: int, lesson: int | None) -> None:
        dice = self._dice
        self._add(
            "case_detail",
            case_id=number,
            heat=dice.randrange(11),
            words=words,
            wants=_pick(dice, phrases.WANTS),
            read_back=1 if reached > 2 else None,
            facts=_pick(dice, phrases.FACTS) if reached > 3 else "",
            began_with=_pick(dice, _BEGAN).value if reached > 3 else "",
            supplier=_pick(dice, phrases.SUPPLIERS) if reached > 3 else "",
            went_wrong=_pick(dice, phrases.THING[about]) if reached > 4 else "",
            nothing_because="It was a single slip" if reached > 7 and lesson is None else "",
            fair=1 if reached == len(_STEPS) else None,
            treated_well=1 if reached == len(_STEPS) else None,
        )

    def _promise(self, number: int, came_in: datetime, closed_on: datetime | None) -> None:
        dice = self._dice
        code, cost = _pick(dice, self._remedies)
        by = came_in + timedelta(days=dice.randrange(1, 8))
        kept = _stamp(min(by, closed_on)) if closed_on else ""
        self._add(
            "promise",
            id=number,
            case_id=number,
            remedy=code,
            cost=cost,
            by=by.date().isoformat(),
            who="Rosa",
            made_on=_stamp(min(came_in + timedelta(hours=1), self._now)),
            kept_on=kept,
        )
        self._story(number, "promised", came_in + timedelta(hours=1), promise=number)
        if closed_on:
            self._story(number, "kept", min(by, closed_on), promise=number)

    def _message(self, number: int, answered: datetime) -> None:
        kind = _pick(self._dice, (MessageKind.SPOKEN, MessageKind.EMAIL, MessageKind.LETTER, MessageKind.CARD))
        is_card = kind is MessageKind.CARD
        when = _stamp(answered)
        self._add(
            "message",
            id=number,
            case_id=number,
            kind=kind.value,
            text=_pick(self._dice, phrases.SORRY),
            given_on=when,
            card_kind="apology" if is_card else "",
            card_size="a6-folded" if is_card else "",
            ready_on=when if is_card else "",
            printed_on=when if is_card else "",
        )
        facts: Mapping[str, object] = {"message": number, "card": "apology"} if is_card else {"kind": kind.value}
        self._story(number, "posted" if is_card else "said", answered, **facts)

    def _end(self, number: int, closed_on: datetime, after: int, lesson: int | None) -> None:
        happened = _stamp(closed_on)
        result = FollowUpResult.HAPPY.value
        words = _pick(self._dice, phrases.FOLLOWED) if self._dice.random() < 0.5 else ""
        self._add("follow_up", id=number, case_id=number, result=result, anger=after, words=words, happened_on=happened)
        self._story(number, "follow_up", closed_on, result=result, anger=after, follow_up=number)
        if lesson is not None:
            self._story(number, "lesson", closed_on, lesson=lesson)
        self._story(number, "closed", closed_on)

    def _story(self, number: int, code: str, on: datetime, **facts: object) -> None:
        told = json.dumps(facts) if facts else "{}"
        self._add("timeline", case_id=number, happened_on=_stamp(min(on, self._now)), code=code, facts=told)


def tables(store: Store) -> Iterator[tuple[str, int]]:
    """How many rows each table holds."""
    for table in ("customer", "lesson", "cases", "promise", "message", "follow_up", "timeline", "search_text"):
        row = store.first(f"SELECT count(*) FROM {table}")
        yield table, int(row[0]) if row else 0


if __name__ == "__main__":
    began = time.perf_counter()
    fill(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
    print(f"{time.perf_counter() - began:.1f} s")
