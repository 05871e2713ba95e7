"""Any file to spans: what it is, the reader for it, and the files inside it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from answerable.gate.identify import kind_of, mismatch, package_kind
from answerable.gate.limits import HeldError, Limits, TooMuchError
from answerable.gate.readers.archive import Archive
from answerable.gate.readers.strings import strings
from answerable.gate.spans import Span, hidden, note, opaque


def spans(
    data: bytes, name: str, limits: Limits, formats: list[str] | None = None, depth: int = 0
) -> Iterator[Span]:
    """Spans of a file and of all files in it; places inside begin with the name of the part.

    ``formats`` is filled with what the outermost file is. A part that cannot be read is a span
    of its own: it holds the file.

    Raises:
        TooMuchError: a limit or a safety rule was hit, however deep.
    """
    if depth > limits.depth:
        raise TooMuchError(f"holds files within files more than {limits.depth} deep")

    def inner(body: bytes, part: str) -> Iterator[Span]:
        for span in spans(body, part, limits, None, depth + 1):
            yield replace(span, where=f"{part} › {span.where}")

    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lstrip(".").lower()
    kind = kind_of(data)
    try:
        found, stream = _reader(kind, data, limits, inner)
        if formats is not None:
            formats.append(found)
        if mismatch(found, suffix):
            yield hidden("type_mismatch", f"named .{suffix}, is {found}", "name of the file")
        if found == "zip" and depth > 1:
            yield hidden("nested_archive", name, "an archive within an archive within an archive")
        yield from stream
    except HeldError as problem:
        if formats is not None and not formats:
            formats.append(kind)
        yield opaque(str(problem), str(problem))


def _reader(kind: str, data: bytes, limits: Limits, inner: object) -> tuple[str, Iterator[Span]]:
    if kind == "package":
        from answerable.gate.readers import office, opendocument
        from answerable.gate.readers.parts import Package

        archive = Archive(data, limits)
        found = package_kind(archive)
        if found == "office":
            return office.kind(Package(archive)), office.read(archive, limits, inner)
        if found == "zip":
            return "zip", _members(archive, inner)
        return found, opendocument.read(archive, inner)
    if kind == "pdf":
        from answerable.gate.readers import pdf, pdf_weight

        pdf_weight.weigh(data, limits)
        return "pdf", pdf.read(data, limits, inner)
    if kind == "ole":
        return _ole(data, inner)
    if kind in ("jpg", "png", "gif", "tiff", "webp", "bmp"):
        from answerable.gate.readers import pictures

        return kind, pictures.read(data, limits)
    if kind == "heic":
        from answerable.gate.readers import heif

        return kind, heif.read(data, limits)
    from answerable.gate.readers import mail, mail_weight, plain

    if kind == "eml":
        mail_weight.weigh(data)
        return "eml", mail.read(data, inner)
    if kind == "rtf":
        from answerable.gate.readers import rich

        return "rtf", rich.rich(data)
    if kind == "text":
        return "text", plain.table(data)
    return kind, iter(
        [opaque(strings(data)[:2000], "the file is of a kind that cannot be looked into")]
    )


def _ole(data: bytes, inner: object) -> tuple[str, Iterator[Span]]:
    from answerable.gate.readers import legacy, mail

    ole = mail.container(data)
    if ole.exists("EncryptedPackage"):
        raise TooMuchError("is encrypted; send it without a password")
    kind, stream = _ole_kind(data, ole, inner)
    return kind, _both(legacy.beyond(ole, data), stream)


def _ole_kind(data: bytes, ole: Any, inner: object) -> tuple[str, Iterator[Span]]:
    from answerable.gate.readers import biff, legacy, mail, old_slides, old_word

    if ole.exists("Workbook") or ole.exists("Book"):
        return "xls", _both(legacy.properties(ole), biff.read(ole))
    if ole.exists("WordDocument"):
        return "doc", _both(legacy.properties(ole), old_word.word(ole))
    if ole.exists("PowerPoint Document"):
        return "ppt", _both(legacy.properties(ole), old_slides.slides(ole))
    if ole.exists("__properties_version1.0"):
        return "msg", mail.read_outlook(ole, inner)
    return "ole", legacy.of_another_program(ole, data, inner)


def _both(*streams: Iterator[Span]) -> Iterator[Span]:
    for stream in streams:
        yield from stream


def _members(archive: Archive, inner: object) -> Iterator[Span]:
    yield from archive.oddities()
    for name in archive.names:
        leaf = name.rpartition("/")[2]
        if name.startswith("__MACOSX/") or leaf in (".DS_Store", "Thumbs.db", "desktop.ini"):
            yield hidden(
                "system_file",
                strings(archive.read(name)) or leaf,
                f"file of the operating system “{name}”",
            )
            continue
        if leaf.startswith((".", "~$")):
            yield hidden("system_file", leaf, f"hidden file “{name}”")
        yield note("metadata", name, "list of the archive")
        yield from inner(archive.read(name), name)  # type: ignore[operator]
