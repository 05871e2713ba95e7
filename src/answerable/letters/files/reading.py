"""Bytes to words, by kind. This runs in the child process, never in the caller's."""

from answerable.letters.files import mail, opendocument, page, plain, rtf, word
from answerable.letters.files.kinds import kind_of
from answerable.letters.files.limits import Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.problems import TooMuchError


def read_kind(data: bytes, suffix: str, limits: Limits, depth: int = 0) -> Opened:
    """The words of a file of whatever kind.

    ``suffix`` (with its dot, lower case) settles only what the content leaves open.

    Raises:
        CannotReadError: it cannot be used. TooMuchError: it goes beyond the limits.
    """
    opened = _read(kind_of(data, suffix), data, limits, depth)
    if len(opened.text) > limits.text_chars:
        raise TooMuchError(
            f"holds {len(opened.text):,} characters, far more than a letter, and was not read"
        )
    return opened


def _read(kind: str, data: bytes, limits: Limits, depth: int) -> Opened:
    if kind == "text":
        return Opened(plain.decode(data), "text")
    if kind == "mail":
        return mail.read(data, limits, depth)
    if kind == "pdf":
        from answerable.letters.files import pdf  # loads a library only when there is a PDF

        return pdf.read(data, limits)
    if kind == "tnef":
        return mail.read_tnef(data, limits, depth)
    readers = {
        "html": page.read,
        "docx": word.read,
        "odt": opendocument.read,
        "rtf": rtf.read,
    }
    return readers[kind](data, limits)
