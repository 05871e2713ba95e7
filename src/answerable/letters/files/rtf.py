"""Rich Text Format to text, by way of striprtf."""

from striprtf.striprtf import rtf_to_text

from answerable.letters.files.limits import Limits
from answerable.letters.files.opened import Opened
from answerable.letters.files.plain import tidy
from answerable.letters.files.problems import CannotReadError


def read(data: bytes, limits: Limits) -> Opened:
    """The words of an RTF document.

    Raises:
        CannotReadError: the document is damaged.
    """
    del limits  # the child's limits on time and memory hold
    try:
        text = str(rtf_to_text(data.decode("latin-1"), errors="replace"))
    except Exception:  # a library's many errors, all of one meaning here
        raise CannotReadError("is damaged and cannot be opened; save it again") from None
    return Opened(tidy(text), "rtf")
