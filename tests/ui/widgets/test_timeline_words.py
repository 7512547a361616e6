"""The story of a case in sentences."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from app.domain.case import Case, Promise, TimelineEntry
from app.domain.terms import Channel, DueKind, Outcome
from app.ui.widgets.story_view import StoryView
from app.ui.widgets.timeline_words import CODES, StoryLine, due_line, entry_words, moment_words

NOW = datetime(2026, 11, 21, 10, 12, tzinfo=ZoneInfo("Europe/Berlin"))
CASE = Case(
    id=7,
    came_in=NOW,
    channel=Channel.PHONE,
    anger=8,
    outcome=Outcome.KEPT,
    promises=(Promise(id=3, remedy="bring_it_myself", by=date(2026, 11, 22)), Promise(id=4, what="A new cake")),
)
SERVICES = Path(__file__).resolve().parents[3] / "app" / "services"


def words(code: str, **facts: object) -> str:
    told = entry_words(TimelineEntry(id=1, on=NOW, code=code, facts=facts), CASE, NOW, str.upper)
    return told.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("code", "facts", "sentence"),
    [
        ("came_in", {}, "Complaint by phone, anger 8"),
        ("answer", {"answer": "part-ways"}, "You chose to part ways"),
        ("answer", {"answer": ""}, "You took your answer back"),
        ("promised", {"promise": 3}, "Promised: BRING_IT_MYSELF, by tomorrow"),
        ("promised", {"promise": 4}, "Promised: A new cake"),
        ("promised", {"promise": 9}, "A promise was made"),
        ("kept", {"promise": 4}, "Promise kept: A new cake"),
        ("withdrawn", {"promise": 9}, "Promise withdrawn"),
        ("said", {"kind": "letter", "message": 1}, "You answered by letter"),
        ("printed", {"card": "goodbye"}, "Goodbye card printed"),
        ("posted", {"card": ""}, "Card posted"),
        ("follow_up", {"result": "happy", "anger": 0}, "Follow-up: they are happy, anger 0"),
        ("follow_up", {"result": "no_answer", "anger": None}, "Follow-up: nobody answered"),
        ("put_off", {"kind": "promise", "until": "2026-11-22T08:00:00Z"}, "Promise put off to tomorrow"),
        ("put_off", {"kind": "promise", "until": "2026-11-24T08:00:00Z", "reason": "x"}, "Promise put off to Tue: x"),
        ("closed", {}, "Closed, they stayed"),
        ("reopened", {}, "Opened again"),
        ("attached", {"name": "cake.jpg"}, "Added: cake.jpg"),
        ("lesson", {"lesson": 12}, "It belongs to a lesson"),
        ("of_a_newer_amends", {}, "Changed"),
    ],
)  # fmt: skip
def test_each_entry_is_a_sentence(code: str, facts: dict[str, object], sentence: str) -> None:
    assert words(code, **facts) == sentence


def test_every_code_that_a_service_logs_has_a_sentence() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in SERVICES.glob("*.py"))
    logged = set(re.findall(r'cases\.log(?:_once)?\(\s*self\.store, case_id, [^"()]+?, "(\w+)"', text))
    assert {"came_in", "closed", "said"} <= logged
    assert logged <= CODES


def test_moments_have_their_hour_within_a_week_only() -> None:
    assert moment_words(NOW, NOW) == "Today 10:12"
    assert moment_words(NOW - timedelta(days=2), NOW) == "Thu 10:12"
    assert moment_words(NOW + timedelta(days=2), NOW, by_day=True) == "Mon"
    assert "10:12" not in moment_words(NOW - timedelta(days=30), NOW)


@pytest.mark.parametrize("kind", list(DueKind))
def test_what_is_due_and_was_due_differ(kind: DueKind) -> None:
    assert due_line(kind, late=True) != due_line(kind, late=False)


def test_the_view_is_higher_where_it_is_narrower_and_tells_its_lines(qtbot: QtBot) -> None:
    view = StoryView()
    qtbot.addWidget(view)
    view.set_lines([StoryLine(NOW, "Thu 10:12", "Complaint by phone " * 6), StoryLine(NOW, "Fri", "Late", "coral")])
    assert view.heightForWidth(160) > view.heightForWidth(600) > 0
    assert view.accessibleDescription().splitlines()[1] == "Fri Late"
    view.resize(300, 200)
    assert not view.grab().toImage().isNull()
