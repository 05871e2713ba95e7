"""A file that another system sends: as a form or as it is, never more of it than may be read."""

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParser, MultiPartParserError
from ninja.errors import HttpError

from answerable.desk.files.actions import LARGEST, clean_name

_MEGABYTE = 1024 * 1024
_FORM = "multipart/form-data"
_TOO_LARGE = f"The file is larger than {LARGEST // _MEGABYTE} MB and was not read."
_NO_FILE = "Send the file: as the field “file” of a form, or as the body itself."


def sent_file(request: HttpRequest, name: str) -> tuple[str, bytes]:
    """The name and the bytes of the one file that was sent; nothing of it touches a disk.

    Args:
        request: whose body nobody has read yet.
        name: what a file sent as the body is called.

    Raises:
        HttpError: 413 it is too large, 400 it is empty or not there.
    """
    if _length(request) > LARGEST + _MEGABYTE:  # a form has some bytes around its file
        raise HttpError(413, _TOO_LARGE)
    if request.content_type == _FORM:
        name, content = _of_form(request)
    else:
        content = request.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise HttpError(413, _TOO_LARGE)
    if not content:
        raise HttpError(400, f"There is no file, or it is empty. {_NO_FILE}")
    return clean_name(name), content


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isascii() and said.isdigit() else 0


def _of_form(request: HttpRequest) -> tuple[str, bytes]:
    held = _Held(request)
    try:
        MultiPartParser(request.META, request, [held], request.encoding or "utf-8").parse()
    except MultiPartParserError:
        raise HttpError(400, f"The form cannot be read. {_NO_FILE}") from None
    if held.size > LARGEST:
        raise HttpError(413, _TOO_LARGE)
    if held.field != "file":
        raise HttpError(400, f"There is no file in the form. {_NO_FILE}")
    return held.name, b"".join(held.parts)


class _Held(FileUploadHandler):
    """Keeps the one file of a form in memory, and stops at the limit."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.parts: list[bytes] = []
        self.size, self.name, self.field = 0, "", ""

    def new_file(self, field_name: str, file_name: str, *more: Any, **named: Any) -> None:
        """Begin the file. One after the other: a second one stops the reading."""
        super().new_file(field_name, file_name, *more, **named)
        if self.field:
            raise HttpError(400, "Send one file at a time.")
        self.field, self.name = field_name, file_name

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece; what is over the limit is not taken."""
        self.size += len(raw_data)
        if self.size > LARGEST:
            raise StopUpload(connection_reset=True)
        self.parts.append(raw_data)

    def file_complete(self, file_size: int) -> None:
        """Hand no file on: it is here."""
