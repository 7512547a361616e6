"""The card studio: words are kept, the picture is that of the printer, what can't be printed is said in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.domain.card import CardKind, CardLook, CardSize, Sheet
from app.domain.terms import MessageKind
from app.printing.devices import to_image
from app.printing.sheets import Panel, Side
from app.services.house import House
from app.system.machine import Machine
from app.ui.cards.studio import CardStudio
from app.ui.desk import Desk
from app.ui.theme import current
from app.ui.widgets.typed import SAVE_AFTER_MS
from tests.printing.cards import LONG, SHORT
from tests.ui.cards.conftest import Offers, choose, press, stored
from tests.ui.widgets.screen import paste


def type_at_end(qtbot: QtBot, studio: CardStudio, words: str) -> None:
    studio.words.box.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(studio.words.box, words)


def test_it_shows_the_card_with_its_words(studio: CardStudio) -> None:
    assert studio.header.title() == "Apology card"
    assert studio.words.text() == SHORT
    assert studio.words.kind() is CardKind.APOLOGY
    assert studio.print_button.isEnabled()


def test_what_is_seen_is_what_is_printed(studio: CardStudio) -> None:
    card, view = studio.card(), studio.table.view
    assert card.text == SHORT
    assert card.shop_name == "Rosa’s Bakery"
    ratio = view.devicePixelRatio()
    expected = to_image(card, Side.INSIDE, view.dpi(card), ratio, panel=Panel.RIGHT, paper=view.paper())
    assert view.image() == expected
    press(studio, "Front")
    front = to_image(card, Side.OUTSIDE, view.dpi(card), ratio, panel=Panel.RIGHT, paper=view.paper())
    assert view.image() == front
    assert front != expected


def test_the_picture_follows_the_keys(studio: CardStudio, qtbot: QtBot) -> None:
    before = studio.table.view.image()
    type_at_end(qtbot, studio, " Bellini")
    qtbot.waitUntil(lambda: studio.table.view.image() != before)
    card, view = studio.card(), studio.table.view
    assert card.text.endswith("Rosa Bellini")
    ratio = view.devicePixelRatio()
    assert view.image() == to_image(card, Side.INSIDE, view.dpi(card), ratio, panel=Panel.RIGHT, paper=view.paper())


def test_the_paper_stays_light_in_the_dark(studio: CardStudio) -> None:
    theme = current()
    theme.set_mode("dark")
    try:
        studio.draw()
        assert studio.table.view.image().pixelColor(2, 2) == theme.tokens.light["surface"]
    finally:
        theme.set_mode("light")


def test_words_are_saved_as_they_are_typed(studio: CardStudio, house: House, card_id: int, qtbot: QtBot) -> None:
    type_at_end(qtbot, studio, " B")
    assert studio.has_unsaved
    assert stored(house, card_id).text == SHORT
    qtbot.waitUntil(lambda: not studio.has_unsaved, timeout=SAVE_AFTER_MS + 400)
    assert stored(house, card_id).text == SHORT + " B"
    assert studio.words.box.textCursor().atEnd()


def test_nothing_typed_is_lost_on_leaving(studio: CardStudio, house: House, card_id: int, qtbot: QtBot) -> None:
    type_at_end(qtbot, studio, " B")
    studio.leave()
    assert not studio.has_unsaved
    assert stored(house, card_id).text == SHORT + " B"


def test_opening_another_card_saves_this_one(studio: CardStudio, house: House, card_id: int, qtbot: QtBot) -> None:
    other_case = house.cases.start(here_or_on_phone=False).value
    other = house.messages.write(other_case, MessageKind.CARD, "Dear customer,", card_kind="goodbye").value
    type_at_end(qtbot, studio, " B")
    studio.open_card(other)
    assert stored(house, card_id).text == SHORT + " B"
    assert stored(house, other).text == "Dear customer,"
    assert studio.words.text() == "Dear customer,"
    assert studio.header.title() == "Goodbye card"


def test_a_disk_that_says_no_keeps_the_words_and_says_so(
    studio: CardStudio, house: House, card_id: int, qtbot: QtBot
) -> None:
    house.store.connection.execute("PRAGMA query_only = ON")
    type_at_end(qtbot, studio, " B")
    studio.leave()
    assert studio.has_unsaved
    assert studio.words.field.error()
    assert studio.words.text() == SHORT + " B"
    house.store.connection.execute("PRAGMA query_only = OFF")
    studio.leave()
    assert not studio.has_unsaved
    assert not studio.words.field.error()
    assert stored(house, card_id).text == SHORT + " B"


def test_a_blank_is_said_and_refused(studio: CardStudio, house: House, qtbot: QtBot) -> None:
    type_at_end(qtbot, studio, " {when}")
    qtbot.waitUntil(lambda: "{when}" in studio.words.field.error())
    studio.print_card()
    assert "{when}" in studio.words.field.error()
    studio.words.box.undo()
    qtbot.waitUntil(lambda: not studio.words.field.error())


def test_words_without_room_are_said_and_the_last_good_picture_stays(studio: CardStudio, qtbot: QtBot) -> None:
    good = studio.table.view.image()
    studio.words.box.setPlainText(LONG + LONG)
    qtbot.waitUntil(lambda: "do not fit" in studio.words.field.error())
    assert "lines are too much" in studio.words.field.error()
    assert studio.table.view.image() == good
    choose(studio.table.bar.size_field.editor, CardSize.A5_FOLDED)
    assert not studio.words.field.error()
    assert studio.table.view.image() != good


def test_a_card_that_never_fitted_shows_empty_paper(studio: CardStudio, house: House, desk: Desk, qtbot: QtBot) -> None:
    good = studio.table.view.image()
    other_case = house.cases.start(here_or_on_phone=False).value
    other = house.messages.write(other_case, MessageKind.CARD, LONG * 3, card_kind="apology").value
    studio.open_card(other)
    assert "do not fit" in studio.words.field.error()
    assert not studio.table.view.image().isNull()
    assert studio.table.view.image() != good


def test_look_and_size_are_kept_with_the_card(studio: CardStudio, house: House, card_id: int) -> None:
    choose(studio.table.bar.look_field.editor, CardLook.CLASSIC)
    choose(studio.table.bar.size_field.editor, CardSize.A5_FOLDED)
    assert stored(house, card_id).card_look == "classic"
    assert stored(house, card_id).card_size == "a5-folded"
    assert studio.card().look is CardLook.CLASSIC


def test_the_paper_is_kept_by_the_machine(studio: CardStudio, machine: Machine, desk: Desk, card_id: int) -> None:
    choose(studio.table.bar.sheet_field.editor, Sheet.LETTER)
    assert machine.sheet == "letter"
    studio.open_card(card_id)
    assert studio.table.bar.sheet() is Sheet.LETTER


def test_a_large_card_on_letter_says_why_it_cannot_be_printed(studio: CardStudio) -> None:
    choose(studio.table.bar.sheet_field.editor, Sheet.LETTER)
    assert studio.print_button.isEnabled()
    choose(studio.table.bar.size_field.editor, CardSize.A5_FOLDED)
    assert not studio.print_button.isEnabled()
    assert not studio.pdf_button.isEnabled()
    assert "Letter" in studio.print_button.toolTip()
    choose(studio.table.bar.sheet_field.editor, Sheet.A4)
    assert studio.print_button.isEnabled()


def test_an_untouched_draft_becomes_that_of_the_other_card(
    studio: CardStudio, house: House, case_id: int, card_id: int, offers: Offers
) -> None:
    draft = house.drafts.draft(case_id, MessageKind.CARD, "apology")
    house.messages.write(case_id, MessageKind.CARD, draft, card_kind="apology")
    studio.open_card(card_id)
    press(studio, "Thank you")
    thanks = house.drafts.draft(case_id, MessageKind.CARD, "thanks")
    assert thanks != draft
    assert studio.words.text() == stored(house, card_id).text == thanks
    assert stored(house, card_id).card_kind == "thanks"
    assert studio.header.title() == "Thank-you card"
    offers.take_back()
    assert studio.words.text() == stored(house, card_id).text == draft
    assert stored(house, card_id).card_kind == "apology"
    assert studio.words.kind() is CardKind.APOLOGY


def test_words_of_ones_own_stay_on_another_card(
    studio: CardStudio, house: House, case_id: int, card_id: int, offers: Offers, qtbot: QtBot
) -> None:
    type_at_end(qtbot, studio, " B")
    press(studio, "Goodbye")
    assert studio.words.text() == stored(house, card_id).text == SHORT + " B"
    assert stored(house, card_id).card_kind == "goodbye"
    press(studio, "Start again from the case")
    assert studio.words.text() == house.drafts.draft(case_id, MessageKind.CARD, "goodbye")
    assert not studio.words.offers_fresh
    offers.take_back()
    assert studio.words.text() == stored(house, card_id).text == SHORT + " B"
    assert stored(house, card_id).card_kind == "goodbye"
    assert studio.words.offers_fresh


def test_another_card_is_taken_back_with_its_words(
    studio: CardStudio, house: House, card_id: int, offers: Offers
) -> None:
    press(studio, "Goodbye")
    offers.take_back()
    assert stored(house, card_id).card_kind == "apology"
    assert studio.words.kind() is CardKind.APOLOGY
    assert studio.words.text() == SHORT
    assert not studio.words.offers_fresh


def test_a_card_of_the_past_is_not_written_over(studio: CardStudio, house: House, case_id: int, card_id: int) -> None:
    newer = house.messages.write(case_id, MessageKind.CARD, "x", card_kind="apology").value
    assert newer == card_id
    house.messages.posted(card_id)
    second = house.messages.write(case_id, MessageKind.CARD, "Thank you.", card_kind="thanks").value
    assert second != card_id
    studio.open_card(card_id)
    assert studio.words.box.isReadOnly()
    studio.open_card(second)
    assert not studio.words.box.isReadOnly()


def test_an_empty_card_offers_a_draft(studio: CardStudio, house: House, case_id: int, card_id: int) -> None:
    house.messages.write(case_id, MessageKind.CARD, "", card_kind="apology")
    studio.open_card(card_id)
    press(studio, "Start again from the case")
    assert studio.words.text() == house.drafts.draft(case_id, MessageKind.CARD, "apology")


def test_the_shops_address_comes_onto_the_card_at_once(studio: CardStudio, house: House, desk: Desk) -> None:
    before = studio.table.view.image()
    desk.calls.run(house.settings.change, address="14 Mill Lane")
    assert studio.table.view.image() != before


def test_a_card_that_is_gone_leads_back_to_the_list(studio: CardStudio, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignals([desk.page_requested, desk.calls.refused]):
        studio.open_card(4711)


def test_the_way_back_to_the_complaint(studio: CardStudio, desk: Desk, case_id: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.case_requested) as heard:
        press(studio, "Open the complaint")
    assert heard.args == [case_id]


def test_too_much_pasted_is_said_and_nothing_is_lost(studio: CardStudio, qtbot: QtBot) -> None:
    paste(studio.words.box, "x" * 1_000_000)
    assert "1,000," in studio.words.field.error()
    assert studio.words.text() == SHORT


def test_every_control_has_the_name_that_is_seen(studio: CardStudio) -> None:
    for made in studio.findChildren(QAbstractButton):
        if not made.isHidden() and made.text():
            assert made.accessibleName() == made.text()
    assert studio.words.box.accessibleName() == "Your words"
    for field, name in (
        (studio.table.bar.look_field, "Look"),
        (studio.table.bar.size_field, "Card"),
        (studio.table.bar.sheet_field, "Paper in the printer"),
    ):
        assert field.name_label().text() == name
        assert field.name_label().buddy() is field.editor
    assert studio.print_button.shortcut().toString() == "Ctrl+P"
    assert studio.words.box.tabChangesFocus()
    assert studio.table.view.accessibleName() == "Inside of the card"
    assert studio.table.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_tab_goes_as_the_eye_does(studio: CardStudio, qtbot: QtBot) -> None:
    studio.activateWindow()
    qtbot.waitUntil(studio.isActiveWindow)
    studio.words.box.setFocus()
    names = []
    for _ in range(6):
        focus = studio.focusWidget()
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        names.append(studio.focusWidget().accessibleName())
    assert names == [
        "Put it on today’s list",
        "Open the complaint",
        "Inside",
        "Look",
        "Card",
        "Paper in the printer",
    ]


def test_words_just_typed_count_for_todays_list(
    studio: CardStudio, house: House, case_id: int, card_id: int, qtbot: QtBot
) -> None:
    house.messages.write(case_id, MessageKind.CARD, "", card_kind="apology")
    studio.open_card(card_id)
    qtbot.keyClicks(studio.words.box, "Dear Dana,")
    press(studio, "Put it on today’s list")
    assert stored(house, card_id).ready_on is not None
    assert stored(house, card_id).text == "Dear Dana,"
