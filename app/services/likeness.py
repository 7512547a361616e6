"""Finds what the shop has been through before that is like a text, and the lessons of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.alike import Alike, LikeCase, LikeLesson, Verdict
from app.domain.changes import Changes, Done, of_case
from app.domain.errors import AppError
from app.domain.fold import clean
from app.domain.moment import from_text
from app.domain.terms import LessonState, Outcome
from app.lazy import lazy
from app.services.work import Clock, Work
from app.store.database import Row, Store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from app.domain.lesson import Lesson
    from app.likeness import meaning, score, usual, words
    from app.store import cases, lessons, likeness, seeker
else:  # numpy takes as long as Qt to load, and nothing is alike before something is typed
    meaning = lazy("app.likeness.meaning")
    score = lazy("app.likeness.score")
    usual = lazy("app.likeness.usual")
    words = lazy("app.likeness.words")
    cases = lazy("app.store.cases")
    lessons = lazy("app.store.lessons")
    likeness = lazy("app.store.likeness")
    seeker = lazy("app.store.seeker")

MOST = 3  # cases and lessons shown: what can be read while somebody is speaking
_TELLING = 2  # words at least, or so many characters where words are not set apart: "the cake" is no complaint yet
_LONG = 20
_OF_CASES = 20  # like cases whose lessons come up


@dataclass(frozen=True, slots=True)
class Asked:
    """One text, read."""

    terms: Sequence[str]
    vector: bytes
    near: "NDArray[np.float32]"  # each case's nearness in meaning


class Likeness(Work):
    """Holds the vectors of the program and those of the file; a thread of its own needs one of its own."""

    def __init__(self, store: Store, clock: Clock, vectors: Callable[[], Path]) -> None:
        super().__init__(store, clock)
        self._vectors = vectors

    @cached_property
    def _meaning(self) -> "meaning.Meaning":
        return meaning.Meaning(self._vectors())

    @cached_property
    def _reading(self) -> "likeness.Reading":
        told = self._meaning
        return likeness.Reading(told.version, partial(words.terms, meaning=told), told.vector)

    @cached_property
    def _seeker(self) -> "seeker.Seeker":
        reading = self._reading
        return seeker.Seeker(self.store, reading.terms, [reading.vector(text) for text in usual.USUAL])

    def pending(self) -> int:
        """How many cases and lessons wait to be found."""
        return likeness.pending(self.store)

    def catch_up(self, most: int | None = None, progress: Callable[[int], object] | None = None) -> int:
        """Make found what was written since, in short transactions; how many cases and lessons.

        It stops after `most` of them, or goes on to the end; `progress` is told how many are done.
        """
        done = 0
        while most is None or done < most:
            batch = likeness.BATCH if most is None else min(likeness.BATCH, most - done)
            count = likeness.catch_up(self.store, self._reading, self._seeker.stems, most=batch)
            if not count:
                break
            done += count
            if progress is not None:
                progress(done)
        return done

    def like(
        self, text: str, *, case_id: int | None = None, about: str = "", limit: int = MOST, searched: bool = False
    ) -> Alike:
        """What is really alike, the best first; nothing where nothing is alike enough.

        `case_id` is the case that is being written; it is not found itself. Reads what `catch_up` has made.
        `searched`: one word is enough; a complaint of one word has only been begun.
        """
        asked = self._ask(text)
        if asked is None or not (searched or self._tells(text, asked)):
            return Alike()
        ranked, rows = self._rank(asked, case_id, about)
        shown = [one for one in ranked if one.score >= score.THRESHOLD]
        return Alike(
            cases=self._cases(shown[:limit], rows, case_id),
            lessons=self._lessons(asked.vector, shown[:_OF_CASES], rows, limit),
        )

    def ranked(self, text: str, *, case_id: int | None = None, about: str = "") -> "Sequence[score.Ranked]":
        """Number and score of all that was gathered, the best first, however little alike: for measuring."""
        asked = self._ask(text)
        return () if asked is None else self._rank(asked, case_id, about)[0]

    def _tells(self, text: str, asked: "Asked") -> bool:
        return len(text) >= _LONG or len(set(self._seeker.stems.of(asked.terms))) >= _TELLING

    def _ask(self, text: str) -> "Asked | None":
        text = clean(text)
        terms, vector = self._reading.terms(text), self._reading.vector(text)
        if not terms and not vector:
            return None
        self._seeker.refresh()
        return Asked(terms, vector, self._seeker.near(vector))

    def _rank(self, asked: "Asked", case_id: int | None, about: str) -> "tuple[Sequence[score.Ranked], dict[int, Row]]":
        found = [one for one in self._seeker.candidates(asked.terms, asked.near) if one.number != case_id]
        rows = {row[0]: row for row in likeness.facts(self.store, (one.number for one in found))}
        candidates = [self._weighed(one, rows[one.number], about) for one in found if one.number in rows]
        return score.rank(self._with_verdicts(candidates, case_id, asked.near), len(asked.near)), rows

    def _weighed(self, one: "seeker.Found", row: Row, about: str) -> "score.Candidate":
        _, its_about, anger, anger_after, came_in, *_ = row
        return score.Candidate(
            number=one.number,
            words=one.words,
            meaning=one.meaning,
            same_category=bool(about) and its_about == about,
            anger_fell=anger - anger_after if anger is not None and anger_after is not None else None,
            came_in=came_in,
        )

    def _with_verdicts(
        self, candidates: "list[score.Candidate]", case_id: int | None, near: "NDArray[np.float32]"
    ) -> "list[score.Candidate]":
        """What was said beside this case decides; what was said beside another counts as far as the texts are like."""
        said = likeness.verdicts(self.store, (one.number for one in candidates))
        if not said:
            return candidates
        beside = self._seeker.nearness({one[0] for one in said}, near)
        helped: dict[int, float] = {}
        not_alike: dict[int, float] = {}
        hidden = set()
        for at, other, verdict in said:
            if at == case_id and verdict is Verdict.NOT_ALIKE:
                hidden.add(other)
            into = helped if verdict is Verdict.HELPED else not_alike
            into[other] = max(into.get(other, 0.0), 1.0 if at == case_id else beside.get(at, 0.0))
        return [
            score.with_verdicts(one, helped.get(one.number, 0.0), not_alike.get(one.number, 0.0))
            for one in candidates
            if one.number not in hidden
        ]

    def _cases(
        self, ranked: "Iterable[score.Ranked]", rows: dict[int, Row], case_id: int | None
    ) -> tuple[LikeCase, ...]:
        shown = list(ranked)
        done = likeness.done(self.store, (one.number for one in shown))
        told = {one[1]: one[2] for one in likeness.verdicts(self.store, (o.number for o in shown)) if one[0] == case_id}
        return tuple(_like_case(one, rows[one.number], done.get(one.number), told.get(one.number)) for one in shown)

    def _lessons(
        self, vector: bytes, ranked: "Iterable[score.Ranked]", rows: dict[int, Row], limit: int
    ) -> tuple[LikeLesson, ...]:
        """Those of the like cases, and those whose own words are like the text; a retired one helps nobody now."""
        best = [(rows[one.number][5], one.score) for one in ranked if rows[one.number][5] is not None]
        count = self._seeker.lessons
        near = ((number, score.of_lesson(value, count)) for number, value in self._seeker.near_lessons(vector))
        best += [(number, value) for number, value in near if value >= score.THRESHOLD]
        now = likeness.resolved(self.store, (number for number, _ in best))
        merged = dict(sorted((now[number], value) for number, value in best if number in now))  # the highest stays
        order = sorted(merged, key=lambda number: (merged[number], number), reverse=True)
        loaded = (lessons.load(self.store, number) for number in order)
        told = (
            LikeLesson(lesson=one, score=merged[one.id]) for one in loaded if one is not None and self._is_told(one)
        )
        return tuple(islice(told, limit))

    def _is_told(self, lesson: "Lesson") -> bool:
        written = lesson.broke or lesson.plan
        return bool(written) and lesson.state(self.clock().date()) is not LessonState.RETIRED

    def say(self, case_id: int, other_id: int, verdict: Verdict | None) -> Done[Verdict | None]:
        """What the owner says of `other_id` beside `case_id`; None takes it back. Gives what was said before.

        Saying that again is the undo. Raises `AppError("no_such_case")`.
        """
        for number in (case_id, other_id):
            if cases.load(self.store, number) is None:
                raise AppError("no_such_case", number=number)
        with self.store.atomic():
            before = likeness.verdict(self.store, case_id, other_id)
            likeness.say(self.store, case_id, other_id, verdict, self.clock())
        return Done(before, of_case(case_id, listed=False) | Changes(cases=frozenset((other_id,))))


def _like_case(one: "score.Ranked", row: Row, done: tuple[str, int | None] | None, verdict: Verdict | None) -> LikeCase:
    number, _, anger, anger_after, came_in, lesson_id, title, who, outcome, closed_on = row
    return LikeCase(
        number=number,
        score=one.score,
        title=title,
        customer=who,
        came_in=from_text(came_in),
        done=done[0] if done else "",
        anger=anger,
        anger_after=anger_after,
        outcome=Outcome(outcome) if outcome else None,
        closed=bool(closed_on),
        cost=done[1] if done else None,
        lesson_id=lesson_id,
        verdict=verdict,
    )
