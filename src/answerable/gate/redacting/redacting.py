"""A file to a redacted copy: marks, proof by bytes and by text, and the schedule."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from answerable.gate.cleaning import Copy, NoCopyError, StillThereError, clean_here
from answerable.gate.cleaning.copying import frame_of, prove
from answerable.gate.cleaning.proof import holds
from answerable.gate.identify import kind_of, package_kind
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import Limits, TooMuchError
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.parts import Package
from answerable.gate.redacting.wanted import Marks, Withheld
from answerable.model import Severity

_PICTURES = ("jpg", "png", "gif", "tiff", "webp", "bmp")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A copy that may leave, and the schedule of what was withheld, by provision."""

    copy: Copy
    schedule: tuple[Withheld, ...]


def redact_here(data: bytes, name: str, wanted: str, marks: Marks, limits: Limits) -> Redacted:
    """A redacted copy of a PDF, Word document or picture.

    Raises:
        StillThereError: a term is still there, or none was found. NoCopyError: another kind of
            file. TooMuchError, HeldError: as for inspecting.
    """
    report = inspect_here(data, name, limits, "none")
    if report.verdict == "refuse":
        raise TooMuchError(report.error.partition("” ")[2].rstrip(".") or "was refused")
    kind = kind_of(data)
    if kind == "pdf":
        _ending(kind, wanted, ("pdf",))
        made, schedule, notes = _pdf(data, name, marks, limits)
    elif kind in _PICTURES:
        _ending(kind, wanted, ("jpg", "jpeg", "png", "gif", "tif", "tiff", "webp", "bmp"))
        made, schedule, notes = _picture(data, name, wanted, marks, limits)
    elif kind == "package" and package_kind(archive := Archive(data, limits)) == "office":
        from answerable.gate.readers import office

        if office.kind(Package(archive)) != "docx":
            raise NoCopyError(
                "is no PDF, Word document or picture: print it to PDF and redact that"
            )
        _ending("docx", wanted, ("docx", "docm"))
        made, schedule, notes = _document(data, name, wanted, marks, limits)
    else:
        raise NoCopyError("is no PDF, Word document or picture: print it to PDF and redact that")
    left = holds(made, [term.text for term in marks.terms], frame_of(wanted))
    if left:
        raise StillThereError(
            f"{len(left)} of the terms {'is' if len(left) == 1 else 'are'} still in the copy"
        )
    if not schedule:
        raise StillThereError("none of the terms was found in it; check how they are written")
    rows: Counter[tuple[str, str]] = Counter()
    for one in schedule:
        rows[one.place, one.provision] += one.count
    ordered = sorted(
        (Withheld(place, provision, count) for (place, provision), count in rows.items()),
        key=lambda one: one.provision,
    )
    removed = tuple(one for one in report.findings if one.slug != "visible_personal_data")
    return Redacted(Copy(made, wanted, removed, tuple(notes)), tuple(ordered))


def _ending(kind: str, wanted: str, able: tuple[str, ...]) -> None:
    if wanted not in able:
        raise NoCopyError(
            f"is {kind}: the copy can end in {' or '.join('.' + one for one in able)}"
        )


_Made = tuple[bytes, list[Withheld], list[str]]


def _pdf(data: bytes, name: str, marks: Marks, limits: Limits) -> _Made:
    from answerable.gate.redacting import pdf

    made, schedule, notes = pdf.redact(data, marks, limits)
    try:
        prove(data, name, made, "pdf", limits)
        if not holds(made, [term.text for term in marks.terms], frame_of("pdf")):
            return made, schedule, notes
    except StillThereError:
        pass
    made, schedule, notes = pdf.redact(data, marks, limits, every=True)
    prove(data, name, made, "pdf", limits)
    return made, schedule, [*notes, "every page is a picture with its words beside it"]


def _picture(data: bytes, name: str, wanted: str, marks: Marks, limits: Limits) -> _Made:
    from PIL import ImageDraw

    from answerable.gate.cleaning import pictures

    if not marks.regions:
        raise NoCopyError("is a picture: its words are not read, so give regions")
    picture: Any = pictures.opened(data, limits)
    pen = ImageDraw.Draw(picture)
    schedule = []
    for region in marks.regions:
        left, top, right, bottom = region.box
        if left >= picture.width or top >= picture.height:
            raise NoCopyError(
                f"is {picture.width} by {picture.height} dots, and a region lies outside it"
            )
        pen.rectangle((int(left), int(top), int(right), int(bottom)), fill="black")
        schedule.append(Withheld("the picture", region.provision, 1))
    kind = {"jpeg": "jpg", "tif": "tiff"}.get(wanted, wanted)
    made = pictures.encoded(picture, kind)
    prove(data, name, made, wanted, limits)
    return made, schedule, []


def _document(data: bytes, name: str, wanted: str, marks: Marks, limits: Limits) -> _Made:
    from answerable.gate.redacting import docx

    if marks.regions and not marks.terms:
        raise NoCopyError("is a Word document: it has no fixed pages, so give terms")
    made, schedule = docx.redact(data, marks, limits)
    again = inspect_here(made, f"copy.{wanted}", limits, "none")
    hidden = [
        one for one in again.findings
        if one.severity >= Severity.MEDIUM and one.slug != "visible_personal_data"
    ]  # fmt: skip
    notes = []
    pictures = sum("/media/" in part for part in Archive(made, limits).names)
    if hidden or holds(made, [term.text for term in marks.terms]):
        made = clean_here(made, name, wanted, limits).data
        notes.append(
            "the file hid more than the terms, so only its visible words, lists and tables were copied"
        )
    elif pictures:
        notes.append(
            f"{pictures} picture{'s' if pictures > 1 else ''} in it: look at them, words in pictures are not read"
        )
    return made, schedule, notes
