"""All small widgets on one page, to be looked at: python -m tests.ui.widgets.gallery light|dark [PICTURE]."""

import sys
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import Theme, current
from app.ui.widgets.anger import AngerMark
from app.ui.widgets.anger_scale import AngerScale
from app.ui.widgets.buttons import button
from app.ui.widgets.chip import Chip
from app.ui.widgets.choice_box import ChoiceBox
from app.ui.widgets.date_box import DateBox
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.field import Field
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.icon_mark import IconDisc
from app.ui.widgets.line_box import LineBox
from app.ui.widgets.notice import Notice
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panel import Panel
from app.ui.widgets.pill_row import PillRow
from app.ui.widgets.saved_badge import SavedBadge
from app.ui.widgets.search_box import SearchBox
from app.ui.widgets.side_bar import SideBar
from app.ui.widgets.step_list import StepList
from app.ui.widgets.text_box import TextBox
from app.ui.widgets.tick_box import TickBox
from app.ui.widgets.undo_bar import UndoBar
from app.ui.widgets.words import label

PAGES = (
    ("today", "Today", "sun-horizon"),
    ("complaints", "Complaints", "chat-centered-text"),
    ("lessons", "Lessons", "lightbulb"),
    ("cards", "Cards", "envelope-simple"),
    ("customers", "Customers", "users"),
    ("insights", "Insights", "chart-bar"),
)
STEPS = (
    ("settle", "Settle", "leaf"),
    ("hear", "Hear them out", "ear"),
    ("own", "Own it", "heart"),
    ("pick", "Pick your answer", "handshake"),
    ("right", "Make it right", "gift"),
    ("say", "Say it", "envelope-simple"),
    ("learn", "Learn from it", "lightbulb"),
    ("follow", "Follow up", "calendar-check"),
    ("close", "Close", "check"),
)
TONES = ("", "accent", "coral", "amber", "green", "plum")


class Gallery(QWidget):
    """The wizard's page, more or less, and below it what does not occur there."""

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.bar = SideBar()
        self.bar.set_shop("Rosa’s Bakery")
        self.bar.set_pages(PAGES)
        self.bar.set_badge("today", 4)
        self.bar.set_badge("cards", 2)
        self.bar.set_current("complaints")
        self.bar.set_foot_note("Backed up 9:02 today")
        row.addWidget(self.bar)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        page = QWidget()
        page.setProperty("kind", "page")
        column = QVBoxLayout(page)
        edge = theme.space(28)
        column.setContentsMargins(edge, theme.space(20), edge, theme.space(20))
        column.setSpacing(theme.space(14))
        header = PageHeader("Dana Whitfield")
        header.set_crumbs([("complaints", "Complaints"), ("", "No. 214")])
        header.add_right(SavedBadge())
        header.add_right(button("4 earlier visits", "plain", "users"))
        column.addWidget(header)
        middle = QHBoxLayout()
        middle.setSpacing(theme.space(20))
        self.steps = StepList()
        self.steps.set_steps(STEPS)
        self.steps.set_state("settle", "done")
        self.steps.set_state("hear", "current")
        self.steps.set_state("say", "skipped")
        middle.addWidget(self.steps)
        middle.addWidget(self._form(), 3)
        middle.addLayout(self._right(), 2)
        column.addLayout(middle)
        column.addWidget(self._rest())
        self.undo = UndoBar()
        column.addWidget(self.undo)
        self.undo.offer("Complaint 214 is in the trash.", self.close)
        scroll.setWidget(page)
        row.addWidget(scroll, 1)

    def _form(self) -> Panel:
        form = Panel()
        form.add(label("Hear them out", "title"))
        form.add(label("Let them finish. Write their words, not yours. Nothing to answer yet.", "body", "ink_2"))
        self.words = TextBox()
        self.words.set_text(
            "The cake came for the rehearsal dinner and it said “Diana”, not “Dana”. She phoned twice on Thursday and "
            "nobody picked up. Her mother cried. She says the driver just shrugged and left it at the door."
        )
        form.add(Field("What they say happened", self.words))
        wants = LineBox()
        wants.set_text("A new cake for Sunday, with the right name")
        form.add(Field("What they want from you", wants))
        pair = QHBoxLayout()
        reached = ChoiceBox()
        reached.set_choices([("phone", "Phone"), ("counter", "At the counter")])
        reached.choose("phone")
        pair.addWidget(Field("How it reached you", reached))
        about = ChoiceBox("Choose", editable=True)
        about.set_choices([("wrong", "Wrong order")])
        about.choose("wrong")
        pair.addWidget(Field("About", about))
        form.add(pair)
        self.anger = AngerScale()
        self.anger.set_figure(8)
        form.add(Field("How angry are they now?", self.anger))
        say = "“Thank you for telling me. Let me read back what I wrote, so that I have it right.”"
        form.add(Notice("accent", "ear", "Say this now:", say))
        self.tick = TickBox("I read it back and they said: yes, that is it. And this sentence is long enough to wrap.")
        form.add(self.tick)
        form.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(button("Back"))
        foot.addStretch(1)
        foot.addWidget(button("Finish later"))
        self.next = button("Next: Own it", "primary", "arrow-right", trailing=True)
        foot.addWidget(self.next)
        form.add(foot)
        return form

    def _right(self) -> QVBoxLayout:
        right = QVBoxLayout()
        seen = Panel("You have seen this before", "clock")
        seen.add(label("3 cases like this one", "secondary"))
        seen.add_line()
        seen.add(label("Wrong name on a birthday cake", "strong"))
        seen.add(label("2 October. New cake the same day, by hand.", "secondary"))
        chips = FlowLayout(gap=6)
        for tone in TONES:
            chips.addWidget(Chip(tone or "plain", tone))
        chips.addWidget(AngerMark(8))
        chips.addWidget(AngerMark(None))
        chips.addWidget(IconDisc("phone", "coral"))
        chips.addWidget(IconDisc("users"))
        seen.add(chips)
        right.addWidget(seen)
        lesson = "Read the name back letter by letter before the call ends."
        learned = Panel("What you learned", "lightbulb", tone="amber")
        learned.add(label(lesson))
        learned.add(label("In use since 4 October. This would be the first slip.", "secondary", "amber"))
        right.addWidget(learned)
        excuse = Notice("coral", "warning", "That is an excuse.", "“We got really busy that week.”")
        excuse.add_button(button("Take it out"))
        excuse.add_button(button("Keep it"))
        right.addWidget(excuse)
        self.search = SearchBox()
        right.addWidget(self.search)
        day = DateBox()
        day.set_day(date(2026, 11, 23))
        right.addWidget(Field("By when", day, "Sunday is your next open day."))
        cost = LineBox()
        cost.set_text("abc")
        self.cost = Field("What it costs", cost)
        self.cost.set_error("Please write an amount, for instance 12.50.")
        right.addWidget(self.cost)
        right.addStretch(1)
        return right

    def _rest(self) -> Panel:
        rest = Panel()
        pills = PillRow([("open", "Open 5"), ("us", "Waiting on us 3"), ("closed", "Closed")])
        pills.choose("open")
        rest.add(pills)
        kinds = FlowLayout()
        for kind in ("primary", "plain", "quiet", "danger", "link"):
            kinds.addWidget(button(kind.capitalize(), kind, "trash" if kind == "danger" else None))
        off = button("Not now", "primary")
        off.setEnabled(False)
        kinds.addWidget(off)
        rest.add(kinds)
        badge = SavedBadge()
        badge.show_problem("The disk is full. What you typed is still here; make room and it will be saved.")
        rest.add(badge)
        rest.add(EmptyPage("envelope-simple", "Cards that you write will be here.", "Write a card", "plus"))
        for role in ("figure", "page", "title", "spoken", "strong", "body", "small_strong", "secondary"):
            rest.add(label(f"{role}: 9 before, 3 after", role))
        return rest


def main(arguments: list[str]) -> int:
    """Show the gallery, or, given a picture's path, save what it looks like."""
    app = QApplication(arguments)
    font = app.font()
    if len(arguments) > 5:
        font.setPointSizeF(float(arguments[5]))
    Theme(arguments[1]).apply(app, font)
    gallery = Gallery()
    width, height = (int(part) for part in (arguments[3] if len(arguments) > 3 else "1280x800").split("x"))
    gallery.resize(width, height)
    gallery.show()
    focus = getattr(gallery, arguments[4]) if len(arguments) > 4 else gallery.words
    focus.setFocus()

    def save() -> None:
        picture = QPixmap(gallery.grab())
        picture.save(arguments[2])
        app.quit()

    if len(arguments) > 2:
        QTimer.singleShot(300, save)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv))
