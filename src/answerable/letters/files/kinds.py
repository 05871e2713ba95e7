"""What a file is, by its content; its name only settles what content leaves open."""

import re
import zipfile
from io import BytesIO

from answerable.letters.files.problems import CannotReadError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF")
_PHOTOGRAPHS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
_ARCHIVES = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"BZh9", b"\xfd7zXZ\x00")
_MAIL_FIELD = re.compile(
    rb"(?:from|to|date|subject|return-path|received|message-id|mime-version|content-type|"
    rb"delivered-to|x-[a-z-]{1,40}):[ \t]",
    re.IGNORECASE,
)
_MAIL_PROOF = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|content-type):",
    re.IGNORECASE | re.MULTILINE,
)
_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|div|p|table|meta)\b", re.IGNORECASE)

_WHOLE_PAGE = re.compile(
    rb"(?:<\?xml[^>]{0,200}\?>\s{0,20})?(?:<!doctype\s+html\b|<html\b)", re.IGNORECASE
)


def kind_of(data: bytes, suffix: str) -> str:
    """One of text, mail, html, docx, odt, rtf, pdf, tnef.

    Raises:
        CannotReadError: it is something else; the message says what, and what to do.
    """
    head = data[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not data.strip():
        raise CannotReadError("is empty; choose the file that holds the letter")
    if head.startswith(b"%PDF-") or (b"%PDF-" in data[:1024] and b" obj" in data):
        return "pdf"  # behind a few bytes that do not belong to it, too; a letter may name the mark
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data, suffix)
    if data.startswith(_OLE):
        raise CannotReadError(_ole_reason(data))
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(b"\x78\x9f\x3e\x22"):
        return "tnef"
    if data.startswith(_ARCHIVES):
        raise CannotReadError("is an archive; unpack it and give the letter inside")
    if data.startswith(b"%!PS"):
        raise CannotReadError("is a PostScript file, made for a printer; save it as a PDF")
    if data.startswith(_IMAGES) or data[4:12] in _PHOTOGRAPHS:
        raise CannotReadError(
            "is a picture; run text recognition (OCR) on it first and give the text or the PDF"
        )
    return _text_kind(head, suffix)


def _text_kind(head: bytes, suffix: str) -> str:
    if _MAIL_FIELD.match(head) and (suffix == ".eml" or _MAIL_PROOF.search(head)):
        return "mail"
    if _WHOLE_PAGE.match(head) or suffix in (".html", ".htm"):
        return "html"  # whatever it is called: nobody writes a letter in tags
    if suffix not in (".txt", ".md") and _PAGE.match(head):
        return "html"
    return "text"


def _zip_kind(data: bytes, suffix: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as box:
            names = set(box.namelist())
            if "word/document.xml" in names:
                return "docx"
            kind = box.open("mimetype").read(200) if "mimetype" in names else b""
            if b"opendocument.text" in kind:
                return "odt"
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        raise CannotReadError("is damaged and cannot be opened; save it again") from None
    if b"opendocument." in kind or any(name.startswith(("xl/", "ppt/")) for name in names):
        raise CannotReadError(
            "is a workbook or a presentation, not a letter; give the letter itself"
        )
    if suffix in (".docx", ".odt") and any(map(_OF_A_LETTER.match, names)):
        raise CannotReadError(
            "has no letter inside, and is damaged; open it in a word processor and save it again, "
            "or ask for it to be sent again"
        )
    raise CannotReadError("is an archive; unpack it and give the letter inside")


# What a word processor puts beside the letter in its files.
_OF_A_LETTER = re.compile(
    r"word/|docProps|_rels/|META-INF/|\[Content_Types\]|content\.xml|styles\.xml"
)


def _ole_reason(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is locked with a password; save a copy without one"
    return "is in an old Microsoft Office format; open it and save it as .docx or PDF"
