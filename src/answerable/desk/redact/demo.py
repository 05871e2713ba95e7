"""A made-up page of minutes to go with an answer, with marks on it that nobody made copies of yet."""

import io

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file
from answerable.desk.people.models import User
from answerable.desk.redact.actions import Area, add_mark

#: Invented, as is everything in the demonstration.
MINUTES = (
    "Housing panel: minutes (extract)",
    "",
    "Present: M. Oakeshott (chair), R. Thorne, P. Lindqvist, and two officers.",
    "",
    "1. Tenancy support service",
    "The panel noted that 255 people were helped in 2025, most of them to keep a tenancy.",
    "Harrow Street Advice offers the same for 31.40 pounds an hour, below the other two.",
    "Ms Thorne declared an interest: her brother David works for that company.",
    "",
    "2. Next meeting",
    "14 January.",
)
_LEFT, _FIRST, _LINE = 60, 90, 22


def mark_minutes(case: Case, officer: User) -> Attachment:
    """Add the minutes to an open case and mark a price and a name on them."""
    file = add_file(case, by=officer, name="minutes.pdf", content=_pdf())
    add_mark(file, by=officer, provision="s.43(2)", area=_line(6, 260, 110))
    add_mark(file, by=officer, provision="s.40(2)", area=_line(7, 274, 31))
    add_mark(file, by=officer, provision="s.40(2)", whom="log", words="Lindqvist")
    return file


def _line(number: int, left: float, width: float) -> Area:
    return Area(1, left, _FIRST + _LINE * number - 12, width, 16)


def _pdf() -> bytes:
    import pikepdf

    made = pikepdf.new()
    page = made.add_blank_page(page_size=(595, 842))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    drawn = (
        f"BT /F1 11 Tf {_LEFT} {842 - _FIRST - _LINE * at} Td <{words.encode().hex()}> Tj ET"
        for at, words in enumerate(MINUTES)
    )
    page.Contents = made.make_stream("\n".join(drawn).encode())
    box = io.BytesIO()
    made.save(box, deterministic_id=True)
    return box.getvalue()
