"""When something happened, as it stands inside of a sentence."""

from datetime import date, datetime

from app.ui.widgets.when import past_words


def when_inside(then: date | datetime, now: datetime) -> str:
    """Such as "today 10:12 am", "yesterday", "Thu", "13 Nov"."""
    words = past_words(then, now)
    day = then.astimezone(now.tzinfo).date() if isinstance(then, datetime) else then
    is_our_word = 0 <= (now.date() - day).days <= 1
    return words[:1].lower() + words[1:] if is_our_word else words
