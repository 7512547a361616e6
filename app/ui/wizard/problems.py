"""What is still open in a case, as short wishes."""

from PySide6.QtCore import QCoreApplication


def problem_words(code: str) -> str:
    """The words of a `Problem.code`; KeyError for a code that has none."""
    return _words()[code]


def _words() -> dict[str, str]:
    return {
        "no_words": _tr("Write down what they say"),
        "no_customer": _tr("Write who they are"),
        "no_anger": _tr("Ask how angry they are"),
        "no_channel": _tr("Choose how it reached you"),
        "no_review_link": _tr("Add the review's link"),
        "no_began_with": _tr("Choose where it began"),
        "no_supplier": _tr("Name the supplier"),
        "no_answer": _tr("Pick your answer"),
        "explain_before_listening": _tr("Read it back to them"),
        "no_remedy": _tr("Choose what makes it right"),
        "no_promised_by": _tr("Set the day of the promise"),
        "no_promised_who": _tr("Say who does it"),
        "no_reason": _tr("Write the one reason"),
        "no_what_changes": _tr("Write what changes"),
        "no_tried": _tr("Write what was tried"),
        "nothing_said": _tr("Give your first answer"),
        "no_outcome": _tr("Choose how it ended"),
        "no_lesson": _tr("Write the lesson"),
        "no_follow_up": _tr("Make the follow-up call"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("problems", text)
