"""The third time this year, in words: in the case itself, and as rows of what comes up again and again."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.domain.query import InCommon
from app.domain.tally import Place
from app.ui.widgets.lesson_words import cause_choices
from app.ui.widgets.notice import Notice
from app.ui.widgets.words import short_line

CategoryWords = Callable[[str], str]  # a code, or own words, to what the owner reads
_LONGEST_NAME = 60  # characters
_TENS, _ENDINGS = range(11, 14), {1: "st", 2: "nd", 3: "rd"}


class AgainNotice(Notice):
    """Which complaint of its kind, cause or supplier this one is; not there where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("amber", "arrow-counter-clockwise")
        self.hide()

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show these sentences, one a line, or nothing."""
        self.set_words("", "\n".join(lines))
        self.setVisible(bool(lines))


def place_words(one: Place, year: int, category: CategoryWords) -> str:
    """ "Third complaint about “Late” this year." with "in 2025" for a year that is past."""
    when = _tr("this year")
    if one.again.since.year != year:
        when = _tr("in {year}").format(year=one.again.since.year)
    words = {
        InCommon.CATEGORY: _tr("{nth} complaint about “{what}” {when}."),
        InCommon.CAUSE: _tr("{nth} complaint with the cause “{what}” {when}."),
        InCommon.SUPPLIER: _tr("{nth} complaint that began with {what} {when}."),
    }[one.again.by]
    return words.format(nth=ordinal(one.place), when=when, what=what_words(one.again.by, one.what, category))


def what_words(by: InCommon, what: str, category: CategoryWords) -> str:
    """The thing itself: the label of a category or a cause, or a supplier's name."""
    if by is InCommon.CATEGORY:
        return category(what)
    if by is InCommon.CAUSE:
        return next((words for code, words in cause_choices() if code == what), what)
    return short_line(what, _LONGEST_NAME)


def ordinal(place: int) -> str:
    """ "Third" up to "Twelfth", then "13th"; place 1 or more."""
    words = _tr("First,Second,Third,Fourth,Fifth,Sixth,Seventh,Eighth,Ninth,Tenth,Eleventh,Twelfth").split(",")
    if place <= len(words):
        return words[place - 1]
    ending = "th" if place % 100 in _TENS else _ENDINGS.get(place % 10, "th")
    return _tr("{figure}{ending}").format(figure=place, ending=ending)


def _tr(text: str) -> str:
    return QCoreApplication.translate("again", text)
