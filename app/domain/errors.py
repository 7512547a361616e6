"""The one error that is shown to the owner as a sentence."""


class AppError(Exception):
    """Something that the owner can understand and act on; anything else is a bug.

    `code` names a sentence in `app/wording/refusals.py`; `facts` fill its blanks.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
