"""A letter as the files that people take away: the same words in each, the same bytes each time."""

import io
import zipfile

from answerable.desk.letters.compose import Free, compose
from answerable.desk.letters.current import record_of
from answerable.desk.letters.models import LetterVersion
from answerable.letters.draft import Notice
from answerable.letters.writers import to_docx, to_html, to_pdf, to_text

FORMS = ("pdf", "docx", "html", "txt")
_NO_DAY = (1980, 1, 1, 0, 0, 0)  # the first day a ZIP can name


def notice_of(letter: LetterVersion) -> Notice:
    """The saved letter, ready for a writer."""
    return compose(record_of(letter), Free.of(letter.free))


def document(letter: LetterVersion, form: str) -> bytes:
    """The letter as one of ``FORMS``. Raises KeyError for another."""
    notice = notice_of(letter)
    return {
        "pdf": lambda: to_pdf(notice),
        "docx": lambda: _same_each_time(to_docx(notice)),
        "html": lambda: to_html(notice).encode(),
        "txt": lambda: to_text(notice).encode(),
    }[form]()


def _same_each_time(package: bytes) -> bytes:
    """A Word file without the moment at which each of its parts was packed."""
    box = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(box, "w") as new:
        for part in old.infolist():
            info = zipfile.ZipInfo(part.filename, _NO_DAY)
            new.writestr(info, old.read(part), zipfile.ZIP_DEFLATED)
    return box.getvalue()
