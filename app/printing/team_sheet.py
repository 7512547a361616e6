"""The sheet for the team talk: of each lesson what happened, where it broke, the plan, and room to sign."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from app.domain.anonymous import anonymous
from app.domain.case import Case
from app.domain.customer import Customer
from app.domain.lesson import Lesson
from app.domain.named import named
from app.printing.blocks import Beside, Block, Document, Heading, Labelled, Lines, NewPage, Ruled, Signatures

MOST_CASES = 5  # the newest ones; more would push the plan off the page
_BEHIND_A_TITLE = 300  # characters of the words; a title shows 60 of them
FEWEST_SIGNATURES = 6  # lines; two of them at least are for those who have not agreed yet


def team_sheet(
    sheets: Sequence[tuple[Lesson, Sequence[Case]]],
    shop_name: str,
    day_words: Callable[[date | datetime], str],
    known: Iterable[tuple[str, str]] = (),
) -> Document:
    """One page for each lesson with the cases that led to it; what is not known yet is left to be written by hand.

    No customer of any of these cases can be known from it, nor whoever of all `known` (name, phone) is named in full.
    `day_words` says a day as the owner would.
    """
    customers = [case.customer for _, cases in sheets for case in cases if case.customer is not None]
    customers += named((text for lesson, cases in sheets for text in _told_by(lesson, cases)), known)
    blocks: list[Block] = []
    for lesson, cases in sheets:
        blocks += [*([NewPage()] if blocks else []), *_page(lesson, cases, customers, day_words)]
    return Document(title=_tr("Team sheet"), shop=shop_name, blocks=tuple(blocks))


def _page(
    lesson: Lesson, cases: Sequence[Case], customers: Sequence[Customer], day_words: Callable[[date | datetime], str]
) -> list[Block]:
    own = (lesson.owner, *lesson.agreed)

    def told(text: str) -> str:
        return anonymous(text, customers, keep=own, instead=_tr("the customer"))

    names = ", ".join(lesson.agreed)
    return [
        Heading(
            text=_tr("For the team talk"),
            note=_tr("What happened, where our way of working broke, and what we do from now on."),
        ),
        _happened(cases, customers, day_words),
        _text_or_lines(_tr("Where it broke"), told(lesson.broke), 2),
        Lines(label=_tr("Why, and why again"), entries=tuple(told(why) for why in lesson.whys), numbered=True),
        _text_or_lines(_tr("The plan"), told(lesson.plan), 3),
        Beside(
            parts=(
                _text_or_lines(_tr("Who sees to it"), lesson.owner, 1),
                _text_or_lines(_tr("By when"), day_words(lesson.by) if lesson.by else "", 1),
            )
        ),
        Labelled(label=_tr("Who agreed already"), text=names),
        Signatures(
            label=_tr("Signatures"),
            names=lesson.agreed,
            empty=max(2 + len(lesson.agreed) % 2, FEWEST_SIGNATURES - len(lesson.agreed)),
        ),
    ]


def _told_by(lesson: Lesson, cases: Sequence[Case]) -> Iterator[str]:
    """Every text on its page; of a title that may be cut within a name, the words that it was made of."""
    yield from (lesson.broke, lesson.plan, *lesson.whys)
    for case in cases:
        yield case.went_wrong or f"{case.title}\n{case.words[:_BEHIND_A_TITLE]}"


def _happened(
    cases: Sequence[Case], customers: Sequence[Customer], day_words: Callable[[date | datetime], str]
) -> Block:
    """A line for each of the newest cases, in the order in which they came in."""
    known = sorted(cases, key=lambda case: case.came_in)
    lines = [_line(case, customers, day_words) for case in known[-MOST_CASES:]]
    earlier = len(known) - len(lines)
    if earlier == 1:
        lines.insert(0, _tr("Once more before that"))
    elif earlier:
        lines.insert(0, _tr("{count} times more before that").format(count=earlier))
    label = _tr("What happened")
    return Lines(label=label, entries=tuple(lines)) if lines else Ruled(label=label, lines=2)


def _line(case: Case, customers: Sequence[Customer], day_words: Callable[[date | datetime], str]) -> str:
    text = " ".join((case.went_wrong or case.title).split())
    day = day_words(case.came_in)
    if not text:
        return day
    said = anonymous(text, customers, instead=_tr("the customer"))
    return _tr("{day}: {what}").format(day=day, what=said)


def _text_or_lines(label: str, text: str, lines: int) -> Labelled | Ruled:
    """What is known, or room to write it."""
    return Labelled(label=label, text=text) if text.strip() else Ruled(label=label, lines=lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("paper", text)
