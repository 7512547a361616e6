"""Says in plain sentences what was refused: what happened, what is safe, what to do."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath

from app.domain.errors import AppError
from app.domain.fold import clean

OTHERWISE = "That did not work, and nothing was changed."

TEMPLATES: dict[str, str] = {
    # the file
    "backup_failed": "The backup in {folder} could not be written, because {why}. Your complaints are safe where they "
    "are, and so are the earlier backups. Please make room or choose another folder, then back up again.",
    "disk_error": "The disk reports a fault with {file}. What was saved before is kept. Please copy the file to "
    "another disk soon.",
    "disk_full": "The disk is full, so the last change could not be saved. All that was saved before is safe. "
    "Please make room on the disk and try again.",
    "file_busy": "Another program is writing to {file} right now. Nothing was changed. Please try again in a moment.",
    "file_damaged": "{file} is damaged. Nothing in it was changed. The folder of backups beside it holds copies of the "
    "last days; please open the newest of them.",
    "file_missing": "There is no file {file}. Please check the name; nothing was made.",
    "file_newer": "{file} was written by a newer Amends. It was left as it is. Please install the newest Amends "
    "to open it.",
    "file_not_empty": "{file} holds complaints already, so the made-up shop was not put into it. "
    "Please choose a new file for it.",
    "file_read_only": "{file} may be read but not changed. Nothing was saved. Please allow writing to it and its "
    "folder, or choose another place.",
    "file_unreachable": "{file} cannot be opened. Nothing was changed. Please check that its folder is there, and that "
    "you may write to it.",
    "folder_instead_of_file": "{file} is a folder, not a file. Please name a file in it.",
    "not_our_file": "{file} is not a file of Amends. It was left as it is. Please choose another one.",
    # the shop
    "no_owner_name": "Your name is missing. Cards and letters are signed with it, so please type it.",
    "no_kind": "What kind of shop it is decides what can make it right. Please choose one.",
    "no_shop_name": "The name of your shop is missing. Please type it.",
    "unknown_setting": "There is no setting “{setting}”. Nothing was changed.",
    # what is not there
    "no_such_attachment": "There is no photo or paper with the number {number}.",
    "no_such_case": "There is no complaint with the number {number}.",
    "no_such_customer": "There is no customer with the number {number}.",
    "no_such_lesson": "There is no lesson with the number {number}.",
    "no_such_message": "There is no message with the number {number}.",
    "no_such_plan": "That plan is not among the earlier ones any more. Nothing was changed.",
    "no_such_rule": "That house rule is not there any more. Nothing was changed.",
    "no_such_promise": "There is no promise with the number {number}.",
    # what was typed
    "cost_negative": "“{text}” is less than nothing. Please give the cost as an amount such as 12.50.",
    "cost_too_large": "“{text}” is more than Amends can count. Please look at the figure again.",
    "cost_unreadable": "“{text}” cannot be read as an amount of money. Please write it like 12.50 or 12,50.",
    "date_unreadable": "“{value}” cannot be read as a date for {field}. Please "
    "write it like 2026-11-21 or 2026-11-21T15:00.",
    "before_complaint": "That is before the complaint came in. Please look at the date again.",
    "in_the_future": "That is still to come. Please give a date that has passed.",
    "not_0_to_10": "For {field}, please give a whole number from 0 to 10, not “{value}”.",
    "not_1_to_365": "For {field}, please give a whole number from 1 to 365, not “{value}”.",
    "not_1_to_5": "For {field}, please give a whole number from 1 to 5, not “{value}”.",
    "not_a_list": "For {field}, please give a list, not “{value}”.",
    "not_a_text": "For {field}, please give a text in quotes, not {value}.",
    "not_a_whole_number": "For {field}, please give a whole number, not “{value}”.",
    "not_fields": "For {field}, please give named fields in braces, not “{value}”.",
    "not_yes_or_no": "For {field}, please give true or false, not “{value}”.",
    "promise_before_complaint": "The promise would be due before the complaint came in. Please choose a later date.",
    "put_off_to_the_past": "That moment has passed. Please choose a later one.",
    "too_long": "{length} characters are more than the {limit} for which there is room in {field}. Nothing was cut off "
    "and nothing was saved. Please shorten it, or keep the whole text as a file beside the complaint.",
    "unknown_choice": "“{value}” is not a choice for {field}. Please take one of: {known}.",
    "unknown_field": "There is no field “{as_written}”. Please check how it is written.",
    "missing_field": "{field} is missing.",
    "lesson_unclear": "A lesson is either a new one, or the number of one that is there, or the reason why there is "
    "none. Please give one of the three.",
    "no_such_place": "There is no place {place} on that sheet: it holds {places}. Nothing was written. Please give a "
    "place from 1 to {places}.",
    "lesson_into_itself": "That is the same lesson. Please choose another one.",
    "rule_empty": "A house rule needs a few words. Please write them, or take the rule out.",
    "rule_too_long": "A house rule is one line of up to {limit} characters; this one has {length}. Nothing was cut off "
    "and nothing was saved. Please shorten it.",
    "rule_twice": "“{text}” is one of your house rules already. Please write another one.",
    "rules_full": "There are {limit} house rules already. Please take one out before you add another.",
    "plan_not_in_use": "This plan is not in use. Whether it holds can be told once somebody has agreed to it.",
    "already_closed": "Complaint {number} is closed already. Please open it again first.",
    "cannot_close": "The complaint cannot be closed yet. Still missing: {missing}.",
    "nothing_to_say": "There are no words yet. Please write what you said or sent.",
    "remedy_without_label": "Please say in a few words what makes it right.",
    # photos and papers
    "attachment_empty": "{name} is empty, so it was not kept.",
    "attachment_is_folder": "{name} is a folder. Please drop the photos or papers in it one by one.",
    "attachment_too_large": "{name} has {size}; up to {limit} can be kept with a complaint. Please make it smaller "
    "first, or keep it elsewhere.",
    "attachment_unreadable": "{name} cannot be read. Please check that it is still there.",
    # cards and printing
    "card_empty": "There are no words on the card yet.",
    "card_larger_than_sheet": "The card ({card}) is larger than the sheet ({sheet}). Please choose a larger sheet "
    "or a smaller card.",
    "cannot_write": "{path} cannot be written: {reason}. Please choose another place.",
    "does_not_fit": "The words do not fit on the card: {lines} lines are too much. Please shorten them, or choose a "
    "larger card.",
    "fonts_missing": "A typeface for cards is missing from this installation ({file}). Please install Amends again.",
    "no_printer": "No printer was found. Please connect one or set it up in the system, or save it as a PDF.",
    "print_failed": "The printer {printer} did not take it. Please look whether it is on and has paper, then "
    "print again.",
    "print_system_silent": "The print system does not answer. Nothing is lost. Please start the computer’s print "
    "service again, or save it as a PDF.",
    "printer_lacks_paper": "The printer {printer} takes neither this paper nor a sheet of A4 or Letter. Please choose "
    "another printer, or save it as a PDF.",
    "token_left": "A blank was left unfilled: {token}. Please replace it with your own words; nothing was printed.",
    # what came in from a script
    "input_empty": "Nothing came in. Please send the fields as JSON.",
    "text_empty": "Nothing came in. Please send the text of a complaint.",
    "input_not_json": "What came in is not JSON ({why}).",
    "input_not_text": "What came in is not UTF-8 text.",
}

# How a field is called where the owner reads about it; doors for scripts name it besides as it is written there.
FIELD_WORDS: dict[str, str] = {
    "--at": "the moment",
    "about": "what it is about", "address": "the address", "agreed": "who agreed", "anger": "how angry they are",
    "answer": "the answer", "began_with": "where it began", "best_way": "how it could have gone best",
    "broke": "where our way of working broke", "by": "the date of the plan", "came_in": "when it came in",
    "call_anger": "how angry they are now", "call_result": "how the call went", "call_words": "what they said",
    "card_kind": "the kind of card", "cause": "the cause", "channel": "how it reached us",
    "closed_on": "when it was closed", "cost": "the cost", "customer": "the customer",
    "description": "what they look like", "differs": "what will be different", "email": "the e-mail address",
    "facts": "the facts", "fair": "whether it was fair", "follow_up": "the follow-up",
    "follow_up_days": "the days to the follow-up", "heat": "how heated you are",
    "in_use_since": "the start of the plan",
    "kind": "the kind", "lesson": "the lesson", "losses": "what was lost", "name": "the name",
    "no_follow_up_because": "why there was no follow-up", "nothing_because": "why there is nothing to learn",
    "number": "the number", "on": "the date", "on_phone": "whether they are here", "options": "the options",
    "outcome": "how it ended", "owner": "who sees to it", "phone": "the phone number", "plan": "the plan",
    "promise": "the promise", "promise_kept_on": "when the promise was kept", "promised_by": "the date of the promise",
    "promised_who": "who promised it", "read_back": "whether it was read back", "reason": "the reason",
    "refer_to": "whom to refer them to", "release": "what they are released from", "remedy": "what makes it right",
    "result": "how the call went", "review_link": "the link of the review", "review_site": "the site of the review",
    "review_stars": "the stars", "safety": "whether anybody was hurt", "said": "what was said",
    "supplier": "the supplier", "text": "the text", "title": "the title",
    "treated_well": "whether they were treated well",
    "tried": "what was tried", "wants": "what they want", "went_wrong": "what went wrong",
    "what_changes": "what changes", "words": "their words",
}  # fmt: skip

_MISSING = {
    "no_outcome": "how it ended",
    "no_lesson": "the lesson, or why there is nothing to learn",
    "no_follow_up": "how the follow-up went, or why there was none",
}
_WHY = {
    "disk_full": "the disk is full",
    "disk_error": "the disk reports a fault",
    "file_busy": "another program is writing there",
    "file_damaged": "the copy was not whole",
    "file_read_only": "that place may not be written to",
    "file_unreachable": "that place cannot be reached",
}
_AS_WRITTEN = ("{name}", "{file}", "{path}")  # cake.jpg is not Cake.jpg, also at the beginning of a sentence
_SHOWN = 60  # characters of what was typed; more would drown the sentence


def sentence(error: AppError) -> str:
    """What happened, what is safe, what to do; never a stack of facts."""
    return filled(template(error.code), error.facts)


def template(code: str) -> str:
    """The sentence with its blanks, for translation; a general one for a code without."""
    return TEMPLATES.get(code, OTHERWISE)


def filled(words: str, facts: Mapping[str, object]) -> str:
    """`words` (a template or its translation) with the facts said as a person would say them."""
    said = {name: _said(name, value) for name, value in facts.items()}
    if "field" in facts:
        said["as_written"] = _short(facts["field"])
    whole = words.format_map(_Blanks(said))
    return whole if words.startswith(_AS_WRITTEN) else _capital(whole)


class _Blanks(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return {"field": "this field", "file": "The file", "why": "something went wrong there"}.get(name, "…")


def _said(name: str, value: object) -> str:
    return _WAYS.get(name, _short)(value)


def _field(value: object) -> str:
    name = str(value).rpartition(".")[2]
    return FIELD_WORDS.get(name, _short(value))


def _missing(value: object) -> str:
    codes = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return "; ".join(_MISSING.get(str(code), _short(code)) for code in codes)


def _why(value: object) -> str:
    return _WHY.get(str(value), str(value))


def _path(value: object) -> str:
    return str(value) if isinstance(value, PurePath | str) and str(value) else "The file"


def _size(value: object) -> str:
    """Bytes as a person reads them, in steps of 1,024."""
    amount = float(value) if isinstance(value, int | float) else 0.0
    for unit in ("bytes", "KB", "MB"):
        if amount < 1024:
            return f"{amount:.0f} {unit}"
        amount /= 1024
    return f"{amount:.1f} GB"


def _count(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else _short(value)


def _limit(value: object) -> str:
    """A limit of a mebibyte or more is one of bytes, a smaller one counts characters."""
    return _size(value) if isinstance(value, int) and value >= 1024 * 1024 else _count(value)


def _short(value: object) -> str:
    if value is None:
        return "nothing"
    text = " ".join(clean(str(value)).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rstrip() + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1].islower() else text


_WAYS: dict[str, Callable[[object], str]] = {
    "field": _field,
    "file": _path,
    "folder": _path,
    "path": _path,
    "known": str,
    "length": _count,
    "limit": _limit,
    "missing": _missing,
    "size": _size,
    "why": _why,
}
