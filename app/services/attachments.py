"""Photos and receipts, copied into the file's own store."""

import mimetypes
from pathlib import Path

from app.domain.case import Attachment
from app.domain.changes import Done, of_case
from app.domain.errors import AppError
from app.domain.fold import clean
from app.services.work import Work
from app.store import cases, parts

LIMIT = 20 * 1024 * 1024  # bytes; a phone's photo has 2 to 8 MB, and the file is copied whole at each backup


class Attachments(Work):
    def attach_file(self, case_id: int, path: Path) -> Done[int]:
        """Copy a file from disk; its id.

        Raises `AppError`: `attachment_is_folder`, `attachment_too_large`, `attachment_unreadable`, `attachment_empty`.
        """
        if path.is_dir():
            raise AppError("attachment_is_folder", name=path.name)
        try:
            size = path.stat().st_size
            if size > LIMIT:
                raise AppError("attachment_too_large", name=path.name, size=size, limit=LIMIT)
            content = path.read_bytes()
        except OSError as error:
            raise AppError("attachment_unreadable", name=path.name) from error
        return self.attach(case_id, path.name, content)

    def attach(self, case_id: int, name: str, content: bytes, media_type: str = "") -> Done[int]:
        """Keep these bytes; raises `AppError` as `attach_file` does."""
        if not content:
            raise AppError("attachment_empty", name=name)
        if len(content) > LIMIT:
            raise AppError("attachment_too_large", name=name, size=len(content), limit=LIMIT)
        name = clean(name)[:200]  # a name on disk need not be text
        media_type = media_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        with self.on_case(case_id, searchable=False) as now:
            attachment_id = parts.add_attachment(self.store, case_id, name, media_type, content, now)
            cases.log(self.store, case_id, now, "attached", name=name, attachment=attachment_id)
        return Done(attachment_id, of_case(case_id, listed=False))

    def content(self, attachment_id: int) -> tuple[Attachment, bytes]:
        """Raises `AppError("no_such_attachment")`."""
        found = parts.attachment(self.store, attachment_id)
        if found is None:
            raise AppError("no_such_attachment", number=attachment_id)
        return found

    def detach(self, attachment_id: int) -> Done[None]:
        """Take it off the case; `reattach` brings it back for 30 days."""
        return self._mark(attachment_id, deleted=True)

    def reattach(self, attachment_id: int) -> Done[None]:
        return self._mark(attachment_id, deleted=False)

    def _mark(self, attachment_id: int, *, deleted: bool) -> Done[None]:
        with self.store.atomic():
            on = self.clock() if deleted else None
            case_id = parts.set_attachment_deleted(self.store, attachment_id, on)
            if case_id is None:
                raise AppError("no_such_attachment", number=attachment_id)
        return Done(None, of_case(case_id, listed=False))
