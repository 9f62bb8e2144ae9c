"""Receives what a young person recorded or drew: in memory, never on a disk.

Django would write a larger file to a temporary one, unsealed; it is set in settings.
"""

import re
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

YOUNG_PEOPLES = "/s/"
# Photographs of what a group wrote are young people's words too.
# Files that are evidence may hold them.
WRITTEN_UP = re.compile(
    r"/desk/(surveys/[^/]+/session-notes/|statement/evidence/file/)"
)
# What is longer is refused (8 MB in surveys.logic.recordings, 10 MB of evidence); one
# byte more tells that it was.
MOST = 10 * 1024 * 1024 + 1


def is_ours(path: str) -> bool:
    """Say whether what is sent to this address is a young person's."""
    return path.startswith(YOUNG_PEOPLES) or bool(WRITTEN_UP.match(path))


class InMemoryAlone(FileUploadHandler):
    """Keeps a young person's file in memory, and of one too long only its beginning."""

    held: BytesIO | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin; other handlers have the files of everybody else."""
        super().new_file(*args, **kwargs)
        self.held = None
        if self.request is not None and is_ours(self.request.path):
            self.held = BytesIO()
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep what there is room for; hand on what is not ours."""
        if self.held is None:
            return raw_data
        self.held.write(raw_data[: max(0, MOST - self.held.tell())])
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        """Return the file, if it is ours."""
        if self.held is None:
            return None
        size = self.held.tell()
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name="recording",
            content_type=self.content_type or "",
            size=size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
