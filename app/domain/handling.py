"""The way through a case: which steps there are, what each still lacks, and what an answer changes."""

from dataclasses import dataclass

from app.domain.case import Case
from app.domain.customer import History
from app.domain.terms import Answer, BeganWith, Channel, MessageKind, Step

_WAYS: dict[Answer | None, tuple[Step, ...]] = {
    None: tuple(Step),
    Answer.APOLOGISE: tuple(Step),
    Answer.EXPLAIN: tuple(Step),
    # Who has been let go in peace is not called a week later to be asked whether they are happy.
    Answer.PART_WAYS: tuple(step for step in Step if step is not Step.FOLLOW_UP),
}
CARD_OF = {Answer.APOLOGISE: "apology", Answer.EXPLAIN: "thanks", Answer.PART_WAYS: "goodbye"}
HOT = 6  # from this heat on, sending asks once whether to look again later
THIRD_CLAIM = 2  # earlier complaints within 60 days that make this one the third


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is missing or does not fit; the screen turns `code` into words."""

    step: Step
    field: str
    code: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    answer: Answer
    code: str  # why, as a sentence of the screen


class HandlingFlow:
    """A plain state machine: pages ask it, it asks nobody."""

    @staticmethod
    def first_step(*, here_or_on_phone: bool) -> Step:
        return Step.HEAR if here_or_on_phone else Step.SETTLE

    @staticmethod
    def steps(answer: Answer | None) -> tuple[Step, ...]:
        return _WAYS[answer]

    @classmethod
    def after(cls, step: Step, answer: Answer | None) -> Step | None:
        return cls._beside(step, answer, 1)

    @classmethod
    def before(cls, step: Step, answer: Answer | None) -> Step | None:
        return cls._beside(step, answer, -1)

    @classmethod
    def _beside(cls, step: Step, answer: Answer | None, offset: int) -> Step | None:
        steps = cls.steps(answer)
        if step not in steps:  # the answer changed while this step was open
            step = Step.SAY if offset > 0 else Step.CLOSE
        at = steps.index(step) + offset
        return steps[at] if 0 <= at < len(steps) else None

    @classmethod
    def problems(cls, case: Case) -> list[Problem]:
        """All that is missing, in the order of the steps; nothing here blocks a step."""
        return [problem for step in cls.steps(case.answer) for problem in _MISSING[step](case)]

    @classmethod
    def missing(cls, step: Step, case: Case) -> list[Problem]:
        return _MISSING[step](case)

    @classmethod
    def can_close(cls, case: Case) -> list[Problem]:
        """The three things that closing insists on; an empty list means that it can be closed."""
        needed = {"outcome", "lesson", "follow_up"}
        return [p for p in cls.problems(case) if p.field in needed]

    @classmethod
    def stands_at(cls, case: Case) -> Step:
        """Where to go on with a case that was taken in from outside, without its pages being opened."""
        reached = {
            Step.SETTLE: True,
            Step.HEAR: bool(case.words.strip()),
            Step.OWN: case.began_with is not None or case.answer is not None or case.answered_on is not None,
            Step.ANSWER: case.answer is not None,
            Step.MAKE_RIGHT: case.answer is not Answer.APOLOGISE or case.promise.is_made,
            Step.SAY: case.answered_on is not None,
            Step.LEARN: case.lesson_id is not None or bool(case.nothing_because),
            Step.FOLLOW_UP: bool(case.follow_ups or case.no_follow_up_because),
            Step.CLOSE: False,
        }
        return next(step for step in cls.steps(case.answer) if not reached[step])

    @staticmethod
    def recommend(case: Case, history: History) -> Recommendation:
        """One of three with the reason; parting is never the first thing to try."""
        if case.safety:
            return Recommendation(Answer.APOLOGISE, "safety")
        failed = sum(1 for f in case.follow_ups if f.result == "not_yet")
        if failed >= 2 and case.began_with is not BeganWith.US:
            return Recommendation(Answer.PART_WAYS, "tried_twice")
        if case.began_with is BeganWith.CUSTOMER and history.last_60_days >= THIRD_CLAIM:
            return Recommendation(Answer.EXPLAIN, "third_claim")
        if case.began_with is BeganWith.CUSTOMER and case.read_back:
            return Recommendation(Answer.EXPLAIN, "began_with_them")
        if case.began_with is BeganWith.CUSTOMER:
            return Recommendation(Answer.APOLOGISE, "listen_first")
        if case.began_with is BeganWith.SUPPLIER:
            return Recommendation(Answer.APOLOGISE, "supplier")
        if case.began_with is BeganWith.NOBODY:
            return Recommendation(Answer.APOLOGISE, "nobody")
        return Recommendation(Answer.APOLOGISE, "ours" if case.began_with else "by_default")

    @staticmethod
    def second_failure(case: Case, history: History) -> bool:
        """Whether words alone were already tried for the same thing."""
        return history.same_about > 0 or any(f.result == "not_yet" for f in case.follow_ups)

    @staticmethod
    def no_longer_applies(case: Case, answer: Answer | None) -> list[str]:
        """What is kept in the file but no longer used if `answer` becomes the answer; codes for the screen."""
        codes = []
        if answer is not Answer.EXPLAIN and (case.reason or (answer is Answer.PART_WAYS and case.what_changes)):
            codes.append("reason_unused")
        if answer is not Answer.PART_WAYS and (case.tried or case.release or case.refer_to):
            codes.append("parting_unused")
        if answer is Answer.PART_WAYS and case.promise.is_open:
            codes.append("promise_still_open")
        card = case.draft(MessageKind.CARD)
        if card is not None and card.text and answer is not None and card.card_kind != CARD_OF[answer]:
            codes.append("card_of_other_way")
        return codes


def _lacks(step: Step, field: str, code: str, present: object) -> list[Problem]:
    return [] if present else [Problem(step, field, code)]


def _settle(case: Case) -> list[Problem]:
    return []  # how heated the owner is stays the owner's choice to tell


def _hear(case: Case) -> list[Problem]:
    step = Step.HEAR
    found = _lacks(step, "words", "no_words", case.words.strip())
    found += _lacks(step, "customer", "no_customer", case.customer and case.customer.label)
    found += _lacks(step, "anger", "no_anger", case.anger is not None)
    found += _lacks(step, "channel", "no_channel", case.channel)
    if case.channel is Channel.REVIEW:
        found += _lacks(step, "review_link", "no_review_link", case.review_link or case.review_site)
    return found


def _own(case: Case) -> list[Problem]:
    found = _lacks(Step.OWN, "began_with", "no_began_with", case.began_with)
    if case.began_with is BeganWith.SUPPLIER:
        found += _lacks(Step.OWN, "supplier", "no_supplier", case.supplier)
    return found


def _answer(case: Case) -> list[Problem]:
    found = _lacks(Step.ANSWER, "answer", "no_answer", case.answer)
    if case.answer is Answer.EXPLAIN:
        found += _lacks(Step.ANSWER, "read_back", "explain_before_listening", case.read_back)
    return found


def _make_right(case: Case) -> list[Problem]:
    step = Step.MAKE_RIGHT
    if case.answer is Answer.EXPLAIN:
        found = _lacks(step, "reason", "no_reason", case.reason)
        return found + _lacks(step, "what_changes", "no_what_changes", case.what_changes)
    if case.answer is Answer.PART_WAYS:
        return _lacks(step, "tried", "no_tried", case.tried)
    promise = case.promise
    if not (promise.remedy or promise.what):
        return [Problem(step, "remedy", "no_remedy")]
    found = _lacks(step, "promised_by", "no_promised_by", promise.by)
    return found + _lacks(step, "promised_who", "no_promised_who", promise.who)


def _say(case: Case) -> list[Problem]:
    return _lacks(Step.SAY, "said", "nothing_said", case.answered_on)


def _learn(case: Case) -> list[Problem]:
    return []  # asked at the close, so that it is listed once


def _follow_up(case: Case) -> list[Problem]:
    return []


def _close(case: Case) -> list[Problem]:
    step = Step.CLOSE
    found = _lacks(step, "outcome", "no_outcome", case.outcome)
    found += _lacks(step, "lesson", "no_lesson", case.lesson_id is not None or case.nothing_because.strip())
    if case.answer is not Answer.PART_WAYS:
        done = case.follow_ups or case.no_follow_up_because.strip()
        found += _lacks(step, "follow_up", "no_follow_up", done)
    return found


_MISSING = {
    Step.SETTLE: _settle,
    Step.HEAR: _hear,
    Step.OWN: _own,
    Step.ANSWER: _answer,
    Step.MAKE_RIGHT: _make_right,
    Step.SAY: _say,
    Step.LEARN: _learn,
    Step.FOLLOW_UP: _follow_up,
    Step.CLOSE: _close,
}
