"""From the window's Print button through a real CUPS onto paper."""

import json
import sys

import pytest

from tests.printing.cups import Cups
from tests.printing.documents import pdf_pages

pytestmark = pytest.mark.cups


def test_it_says_where_it_was_sent_and_no_more(cups: Cups) -> None:
    before = cups.spooled()
    said = json.loads(cups.run(sys.executable, "-m", "tests.ui.paper.print_from_dialog", "Narrow", "letter"))
    cups.wait_until_out()
    assert said == {"sent": "Sent to Narrow.", "refused": "", "printer": "Narrow", "paper": "letter"}
    (sent,) = cups.spooled() - before
    assert "The name was never read back." in pdf_pages(sent)[0]


def test_silent_print_system_is_said(cups: Cups) -> None:
    with cups.held():
        said = json.loads(cups.run(sys.executable, "-m", "tests.ui.paper.print_from_dialog", "Narrow", "a4"))
    assert said["sent"] == ""
    assert said["refused"].startswith("The print system does not answer. Nothing is lost.")
