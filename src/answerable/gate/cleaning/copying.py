"""A file to a clean copy of it: read what it shows, write that, and prove that the rest is gone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from answerable.gate.cleaning.blocks import Block
from answerable.gate.cleaning.grids import Sheet
from answerable.gate.cleaning.kinds import elsewhere
from answerable.gate.cleaning.proof import Seen, shown_by, still_there
from answerable.gate.identify import is_avif, kind_of, package_kind
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import Limits, TooMuchError
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.parts import Package
from answerable.gate.readers.trees import squash, tree
from answerable.gate.spans import Visibility
from answerable.gate.walk import spans
from answerable.model import Finding, Severity

_ASIDE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that may leave. ``removed`` are the findings on the file it was made from."""

    data: bytes
    format: str
    removed: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = field(default=())


class StillThereError(Exception):
    """No copy can be handed out; the sentence says why and what to do."""


class NoCopyError(Exception):
    """A copy of this kind cannot be made; the sentence says what can."""


def clean_here(data: bytes, name: str, wanted: str, limits: Limits, mark: str = "") -> Copy:
    """A clean copy of a file; ``wanted`` is the ending it shall have ("xlsx", "csv" …).

    ``mark`` stands where something was withheld already: somebody has looked at words with it.

    Raises:
        StillThereError: something is still there. NoCopyError: not for this kind of file.
        TooMuchError, HeldError: as for inspecting.
    """
    seen = Seen()
    report = inspect_here(data, name, limits, "none", seen.take)
    if report.verdict == "refuse":
        raise TooMuchError(report.error.partition("” ")[2].rstrip(".") or "was refused")
    made, kind, notes = _made(data, name, wanted, limits, 0)
    _none_laid_bare(
        made, wanted, {k: v for k, v in seen.covered.items() if not mark or mark not in k}, limits
    )
    _prove(data, name, seen, made, wanted, limits)
    return Copy(
        made,
        kind,
        tuple(f for f in report.findings if f.code != "G-visible-personal-data"),
        tuple(notes),
    )


def _none_laid_bare(made: bytes, wanted: str, covered: dict[str, str], limits: Limits) -> None:
    """Words that a box lay over do not stand in the copy for all to see.

    Raises:
        StillThereError: they do.
    """
    if not covered:
        return
    copy = spans(made, f"copy.{wanted}", limits)
    seen = " ".join(squash(one.text) for one in copy if one.visibility is Visibility.VISIBLE)
    for words, where in covered.items():
        if words in seen:
            raise StillThereError(
                f"{where}: somebody meant these words to go, and a copy would show them. Take them"
                " out of the file, or name them as terms in a redacted copy"
            )


def prove(data: bytes, name: str, made: bytes, wanted: str, limits: Limits) -> None:
    """Inspect the copy and search it for all that the file held unseen.

    Raises:
        StillThereError: one of the two found something.
    """
    seen = Seen()
    for span in spans(data, name, limits):
        seen.take(span)
    _prove(data, name, seen, made, wanted, limits)


def _prove(data: bytes, name: str, seen: Seen, made: bytes, wanted: str, limits: Limits) -> None:
    again = inspect_here(made, f"copy.{wanted}", limits, "none")
    left = [
        finding
        for finding in again.findings
        if finding.severity >= Severity.MEDIUM and finding.slug != "visible_personal_data"
    ]
    if again.verdict == "refuse" or left:
        what = left[0].message if left else again.error
        raise StillThereError(f"the copy still carries something. {what}")
    shown = shown_by(spans(data, name, limits))  # the file is read again only if something went
    found = still_there(made, seen.gone, shown, frame_of(wanted))
    if found:
        raise StillThereError(
            f"the copy still holds {len(found)} piece{'s' if len(found) > 1 else ''} of what was to be removed"
        )


def _made(
    data: bytes, name: str, wanted: str, limits: Limits, depth: int
) -> tuple[bytes, str, list[str]]:
    kind = kind_of(data)
    if kind == "package":
        archive = Archive(data, limits)
        kind = package_kind(archive)
        if kind == "zip":
            return _archive(archive, wanted, limits, depth)
        return _package(archive, kind, wanted)
    if kind == "pdf":
        _only(kind, wanted, ("pdf",))
        from answerable.gate.cleaning import pdf

        try:
            made, notes = pdf.clean(data, limits)
        except pdf.CoveredError as problem:
            raise StillThereError(
                f"{problem}. Decide what is withheld there: name the words as terms, or mark the"
                " place, and make a redacted copy"
            ) from problem
        return made, kind, notes
    if kind in ("jpg", "png", "gif", "tiff", "webp", "bmp"):
        ending = {"jpeg": "jpg", "tif": "tiff", "jpe": "jpg"}.get(wanted, wanted)
        _only(kind, ending, ("jpg", "png", "gif", "tiff", "webp", "bmp"))
        return _pictures(data, kind, ending, limits)
    if kind == "text":
        return _text(data, wanted)
    if kind == "heic" and is_avif(data):
        return _avif(data, wanted, limits)
    raise NoCopyError(elsewhere(kind))


def _avif(data: bytes, wanted: str, limits: Limits) -> tuple[bytes, str, list[str]]:
    """One AVIF picture in a format that every program shows."""
    ending = {"jpeg": "jpg", "tif": "tiff", "jpe": "jpg"}.get(wanted, wanted)
    _only("avif", ending, ("jpg", "png", "webp", "tiff"))
    return _pictures(data, "avif", ending, limits)


def _only(kind: str, wanted: str, able: tuple[str, ...]) -> None:
    if wanted not in able:
        raise NoCopyError(
            f"is {kind}: the copy can end in {' or '.join('.' + one for one in able)}, not in “.{wanted}”"
        )


def _package(archive: Archive, kind: str, wanted: str) -> tuple[bytes, str, list[str]]:
    if kind == "ods":
        from answerable.gate.cleaning import from_ods

        part = "styles.xml"
        common = [tree(archive.read(part), part)] if part in archive.names else []
        with archive.stream("content.xml") as stream:
            found = from_ods.sheets(stream, common)
        return _sheets(found, kind, wanted)
    if kind == "odt":
        from answerable.gate.cleaning.from_odt import OpenWords

        roots = [
            tree(archive.read(n), n) for n in ("content.xml", "styles.xml") if n in archive.names
        ]
        return _words(OpenWords(*roots).blocks(), kind, wanted)
    if kind != "office":
        raise NoCopyError(f"is {kind}: print it to PDF and clean that")
    package = Package(archive)
    from answerable.gate.readers import office

    form = office.kind(package)
    if form == "xlsx":
        from answerable.gate.cleaning import from_xlsx

        return _sheets(from_xlsx.sheets(package), form, wanted)
    if form == "docx":
        from answerable.gate.cleaning.from_docx import DocumentWords

        return _words(DocumentWords(package).blocks(), form, wanted)
    if form == "pptx":
        from answerable.gate.cleaning.from_pptx import slide_words

        return _words(slide_words(package), form, wanted)
    raise NoCopyError(f"is {form}: save it as .xlsx and clean that")


def _sheets(sheets: list[Sheet], kind: str, wanted: str) -> tuple[bytes, str, list[str]]:
    from answerable.gate.cleaning import tables, to_ods, to_xlsx

    notes = ["values as they show; formulas, charts, pictures and colours stay behind"]
    sheets = [sheet for sheet in sheets if not sheet.empty]
    if not sheets:
        raise NoCopyError("shows no cell: there is nothing to copy")
    if wanted in ("xlsx", "xlsm"):
        return to_xlsx.workbook(sheets, wanted == "xlsm"), wanted, notes
    if wanted == "ods":
        return to_ods.workbook(sheets), wanted, notes
    _only(kind, wanted, ("csv", "xlsx", "ods"))
    if len(sheets) > 1:
        raise NoCopyError(
            f"shows {len(sheets)} sheets and a .csv holds one; choose a name that ends in .xlsx"
        )
    return tables.write(sheets[0]), "csv", notes


def _words(blocks: list[Block], kind: str, wanted: str) -> tuple[bytes, str, list[str]]:
    from answerable.gate.cleaning import to_docx, to_odt

    notes = ["visible words, headings, lists and tables; pictures and layout stay behind"]
    if wanted in ("docx", "docm"):
        return to_docx.document(blocks, wanted == "docm"), wanted, notes
    if wanted == "pdf":
        raise NoCopyError(
            f"is {kind}: the copy can end in .docx or .odt; print that copy to PDF if a PDF is to go"
        )
    _only(kind, wanted, ("docx", "odt"))
    return to_odt.document(blocks), wanted, notes


def _text(data: bytes, wanted: str) -> tuple[bytes, str, list[str]]:
    from answerable.gate.cleaning import tables, to_xlsx

    _only("text", wanted, ("csv", "txt", "tsv", "xlsx", "md"))
    if wanted in ("csv", "tsv", "xlsx"):
        sheet, mark = tables.read(data)
        if wanted == "xlsx":
            return to_xlsx.workbook([sheet]), wanted, []
        return tables.write(sheet, mark), wanted, []
    text = data.decode(
        "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace"
    )
    return text.replace("\0", "").encode(), wanted, []


def _archive(
    archive: Archive, wanted: str, limits: Limits, depth: int
) -> tuple[bytes, str, list[str]]:
    from answerable.gate.cleaning.packing import pack

    _only("zip", wanted, ("zip",))
    if depth >= limits.depth:
        raise TooMuchError(f"holds files within files more than {limits.depth} deep")
    parts: dict[str, str | bytes | Iterable[str]] = {}
    notes: list[str] = []
    for name in dict.fromkeys(archive.names):
        leaf = name.rpartition("/")[2]
        if name.startswith(_ASIDE) or leaf in _ASIDE or leaf.startswith((".", "~$")):
            continue
        ending = PurePosixPath(leaf).suffix.lstrip(".").lower()
        try:
            made, _, said = _made(archive.read(name), name, ending, limits, depth + 1)
        except NoCopyError as problem:
            raise NoCopyError(f"holds “{name}”, which {problem}") from problem
        except StillThereError as problem:
            raise StillThereError(f"“{name}” in it: {problem}") from problem
        parts[name] = made
        notes += [f"{name}: {one}" for one in said]
    return pack(parts), "zip", notes


def _pictures(data: bytes, kind: str, wanted: str, limits: Limits) -> tuple[bytes, str, list[str]]:
    """All pictures of the file; into a format that holds one, only if there is one.

    Raises:
        NoCopyError: there are more.
    """
    from answerable.gate.cleaning import frames

    count, loop = frames.several(data, limits)
    if count > 1 and kind == "avif":
        raise NoCopyError(f"holds {count} pictures: save each as .jpg or .png and clean that")
    if count > 1 and wanted != kind:
        raise NoCopyError(f"holds {count} pictures: the copy can end in .{kind}")
    return frames.written(frames.frames(data, limits), wanted, loop), wanted, []


def frame_of(wanted: str) -> str:
    """Words that every copy of this format holds, whatever it was made from ("" for pictures)."""
    from answerable.gate.cleaning import to_docx, to_ods, to_odt, to_xlsx
    from answerable.gate.cleaning.proof import words_in

    makers: dict[str, Callable[[], bytes]] = {
        "xlsx": lambda: to_xlsx.workbook([Sheet("Sheet", [[]])]),
        "ods": lambda: to_ods.workbook([Sheet("Sheet", [[]])]),
        "docx": lambda: to_docx.document([]),
        "odt": lambda: to_odt.document([]),
    }
    if wanted == "pdf":
        from answerable.gate.cleaning.pdf_drawn import blank_page

        return words_in(blank_page())
    makers |= {"xlsm": makers["xlsx"], "docm": makers["docx"]}
    if wanted == "zip":
        return " ".join(words_in(makers[one]()) for one in ("xlsx", "ods", "docx", "odt"))
    return words_in(makers[wanted]()) if wanted in makers else ""


__all__ = ["Copy", "NoCopyError", "StillThereError", "clean_here", "frame_of", "prove"]
