"""A file to a redacted copy: marks, proof by bytes and by text, and the schedule."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from answerable.gate.cleaning import Copy, NoCopyError, StillThereError, clean_here
from answerable.gate.cleaning.copying import frame_of, prove
from answerable.gate.cleaning.proof import holds, shown_by, still_there, term_pattern
from answerable.gate.identify import is_avif, kind_of, package_kind
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import Limits, TooMuchError
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.parts import Package
from answerable.gate.redacting.findings import resolved
from answerable.gate.redacting.unseen import Unseen
from answerable.gate.redacting.wanted import Marks, Withheld
from answerable.gate.walk import spans
from answerable.model import Severity

if TYPE_CHECKING:
    from answerable.gate.redacting.docx import Made as Document
    from answerable.gate.redacting.pdf import Made as PdfMade

_BY_CHANCE = 4  # letters
_LONGER = 5  # letters: a shorter one is met by chance in any name
_TELLING = 3  # letters: a shorter word in a name tells nothing
_PICTURES = ("jpg", "png", "gif", "tiff", "webp", "bmp")


@dataclass(frozen=True, slots=True)
class Redacted:
    """A copy that may leave, and the schedule of what was withheld, by provision."""

    copy: Copy
    schedule: tuple[Withheld, ...]


class NameTellsError(Exception):
    """The name that the copy is to have holds a word that was taken out."""


def redact_here(
    data: bytes, name: str, wanted: str, marks: Marks, limits: Limits, out: str = ""
) -> Redacted:
    """A redacted copy of a PDF, Word document or picture; ``out`` is the name it is to have.

    Raises:
        StillThereError: a term is still there, or none was found. NameTellsError: the name holds
            one. NoCopyError: another kind of file. TooMuchError, HeldError: as for inspecting.
    """
    unseen = Unseen(marks)
    report = inspect_here(data, name, limits, "none", unseen.take)
    if report.verdict == "refuse":
        raise TooMuchError(report.error.partition("” ")[2].rstrip(".") or "was refused")
    takes = marks.takes
    marks = resolved(data, name, marks, limits)
    made = _made(data, name, wanted, marks, limits)
    left = holds(made.data, marks.words, _frame(wanted, marks))
    if left:
        raise StillThereError(
            f"{len(left)} of the terms {'is' if len(left) == 1 else 'are'} still in the copy"
        )
    made.schedule += unseen.covered if made.schedule else unseen.every
    if not made.schedule and takes:
        raise StillThereError("none of the terms was found in it; check how they are written")
    if out and name_tells(out, marks.words, made.gone):
        raise NameTellsError(f"the name “{out}” holds words that are withheld; choose another name")
    removed = tuple(one for one in report.findings if one.slug != "visible_personal_data")
    return Redacted(Copy(made.data, wanted, removed, tuple(made.notes)), _rows(made.schedule))


def _made(data: bytes, name: str, wanted: str, marks: Marks, limits: Limits) -> "_Made":
    kind = kind_of(data)
    if marks.spots and kind != "package":
        raise NoCopyError("is no Word document: give areas of its pages, not places in its text")
    if kind == "pdf":
        _ending(kind, wanted, ("pdf",))
        return _pdf(data, name, marks, limits)
    if kind in _PICTURES:
        _ending(kind, wanted, ("jpg", "jpeg", "png", "gif", "tif", "tiff", "webp", "bmp"))
        return _picture(data, name, wanted, marks, limits)
    if kind == "package" and package_kind(archive := Archive(data, limits)) == "office":
        from answerable.gate.readers import office

        if office.kind(Package(archive)) == "docx":
            _ending("docx", wanted, ("docx", "docm"))
            return _document(data, name, wanted, marks, limits)
    if kind == "heic":
        able = "make a clean copy of it as .jpg" if is_avif(data) else "save it as .jpg"
        raise NoCopyError(f"is a picture that cannot be redacted as it is: {able} and redact that")
    raise NoCopyError("is no PDF, Word document or picture: print it to PDF and redact that")


def _frame(wanted: str, marks: Marks) -> str:
    """What the bytes of any copy may hold: its format's words, and by chance a very short one.

    Two letters in a row are met in the packed dots of any picture; where words can be read they
    are searched for all the same.
    """
    short = [one for one in marks.words if len(one) <= _BY_CHANCE] if wanted == "pdf" else []
    return " ".join([frame_of(wanted), *short])


def name_tells(name: str, terms: list[str], gone: Sequence[str] = ()) -> bool:
    """Whether a file's name holds a term, or a longer one of the words that a region took."""
    stem = _spaced(name.rpartition(".")[0] or name)
    words = [(one, _TELLING) for one in terms] + [(one, _LONGER) for one in gone]
    return any(
        len(word) >= least and term_pattern(word).search(stem)
        for word, least in ((_spaced(text).strip(), least) for text, least in words)
    )


def _spaced(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text)


def _rows(schedule: list[Withheld]) -> tuple[Withheld, ...]:
    rows: Counter[tuple[str, str]] = Counter()
    for one in schedule:
        rows[one.place, one.provision] += one.count
    return tuple(
        sorted(
            (Withheld(place, provision, count) for (place, provision), count in rows.items()),
            key=lambda one: one.provision,
        )
    )


def _ending(kind: str, wanted: str, able: tuple[str, ...]) -> None:
    if wanted not in able:
        raise NoCopyError(
            f"is {kind}: the copy can end in {' or '.join('.' + one for one in able)}"
        )


@dataclass
class _Made:
    """A copy before the last proof; ``gone`` are words that a region took."""

    data: bytes
    schedule: list[Withheld]
    notes: list[str]
    gone: list[str]


def _pdf(data: bytes, name: str, marks: Marks, limits: Limits) -> _Made:
    from answerable.gate.redacting import pdf

    made = pdf.redact(data, marks, limits)
    try:
        return _proved(data, name, made, marks, limits)
    except StillThereError:
        made = pdf.redact(data, marks, limits, every=True)
    made.notes.append("every page is a picture with its words beside it")
    return _proved(data, name, made, marks, limits)


def _proved(data: bytes, name: str, made: "PdfMade", marks: Marks, limits: Limits) -> _Made:
    """By inspecting it, by bytes, by pixels.

    Raises:
        StillThereError: something that was to go is there.
    """
    from answerable.gate.redacting.verify import verify_pdf

    prove(data, name, made.data, "pdf", limits)
    shown = f"{made.shown} {' '.join(_labels(made))}"
    gone = _only_there(made, shown)
    frame = _frame("pdf", marks)
    if holds(made.data, marks.words, frame) or still_there(made.data, set(gone), shown, frame):
        raise StillThereError("words that were taken out are still in the copy")
    verify_pdf(made.flat, made.data, made.pages)
    return _Made(made.data, made.schedule, made.notes, gone)


def _only_there(made: "PdfMade", shown: str) -> list[str]:
    """The words taken out that nothing shown holds, be it within a longer word."""
    folded = shown.casefold()
    words = (word for one in made.pages.values() for word in one.gone)
    return [word for word in words if word.casefold() not in folded]


def _labels(made: "PdfMade") -> list[str]:
    return [mark.text for one in made.pages.values() for mark in one.marks]


def _picture(data: bytes, name: str, wanted: str, marks: Marks, limits: Limits) -> _Made:
    from answerable.gate.redacting import picture

    made, schedule, notes = picture.redact(data, wanted, marks, limits)
    prove(data, name, made, wanted, limits)
    return _Made(made, schedule, notes, [])


def _document(data: bytes, name: str, wanted: str, marks: Marks, limits: Limits) -> _Made:
    from answerable.gate.redacting import docx
    from answerable.gate.redacting.docx_places import BLOCK

    if marks.regions:
        raise NoCopyError(
            "is a Word document: it has no fixed pages, so give terms, or places in it"
            " (--places lists them)"
        )
    framed = any(one.framed for one in marks.terms) or any(one.framed for one in marks.spots)
    marks = replace(marks, terms=tuple(one for one in marks.terms if not one.framed))
    done = docx.redact(data, marks, limits)
    made = done.data
    again = inspect_here(made, f"copy.{wanted}", limits, "none")
    hidden = [
        one for one in again.findings
        if one.severity >= Severity.MEDIUM and one.slug != "visible_personal_data"
    ]  # fmt: skip
    notes = (
        ["what others do not get is framed in PDFs and pictures only; it is not in this copy"]
        if framed
        else []
    )
    pictures = sum("/media/" in part for part in Archive(made, limits).names)
    if done.uneven or hidden or holds(made, marks.words) or _left(done, made, limits):
        made = clean_here(made, name, wanted, limits, BLOCK).data
        notes.append(
            "the file hid more than was marked, so only its visible words, lists and tables were copied"
        )
        if _left(done, made, limits):
            raise StillThereError("words that were taken out are still in the copy")
    elif pictures:
        notes.append(
            f"{pictures} picture{'s' if pictures > 1 else ''} in it: look at them, words in pictures are not read"
        )
    if done.repeated:
        notes.append("a picture that was taken out stands in another place too, and is still there")
    shown = _shown(made, limits).casefold()
    gone = {word for text in done.gone for word in text.split()}
    return _Made(made, done.schedule, notes, [one for one in gone if one.casefold() not in shown])


def _left(done: "Document", made: bytes, limits: Limits) -> list[str]:
    """What was in places that went, stands nowhere else, and is in the copy all the same."""
    from answerable.gate.redacting.docx import frame_of_parts

    gone = {text for text in done.gone if text}
    return (
        still_there(made, gone, _shown(made, limits), frame_of_parts(made, limits)) if gone else []
    )


def _shown(made: bytes, limits: Limits) -> str:
    return "\n".join(shown_by(spans(made, "copy.docx", limits)))
