"""What can be done with a file that is to go: a button stands only where it can succeed."""

from pathlib import PurePath

from answerable.desk.files.models import Attachment
from answerable.desk.letters.gate import REDACTABLE
from answerable.gate.cleaning.kinds import elsewhere

#: Endings that a clean copy of a format can have; the first is taken unless the file has another.
_CLEAN_AS = {
    "pdf": ("pdf",),
    "docx": ("docx", "docm", "odt"),
    "odt": ("odt", "docx"),
    "pptx": ("docx",),
    "xlsx": ("xlsx", "xlsm", "ods"),
    "ods": ("ods", "xlsx"),
    "text": ("txt", "csv", "tsv", "md"),
    "zip": ("zip",),
} | {one: (one,) for one in ("jpg", "png", "gif", "tiff", "webp", "bmp")}
_LONGER = {"jpeg": "jpg", "jpe": "jpg", "tif": "tiff"}
#: What stands under a box is a decision that somebody has to take; in these formats no clean copy
#: is made over it.
_BOXED = ("pdf", "docx", "odt", "doc", "rtf")
_COVERED = ("text_under_box", "picture_under_box", "unapplied_redaction")


def clean_ending(file: Attachment) -> str:
    """The ending of a clean copy, "" where none can be made."""
    if file.verdict != "hold" or _covered(file):
        return ""
    suffix = PurePath(file.name).suffix.lstrip(".").lower()
    able = (
        ("jpg",)
        if suffix == "avif" and _format(file) == "heic"
        else _CLEAN_AS.get(_format(file), ())
    )
    suffix = _LONGER.get(suffix, suffix)
    return suffix if suffix in able else next(iter(able), "")


def why_not_clean(file: Attachment) -> str:
    """What to do with a file that is held and of which no clean copy can be made, "" if one can."""
    if file.verdict == "refuse":
        return "No copy can be made of a file that was not opened. Leave it out, or put that right and add it again."
    if file.verdict != "hold" or clean_ending(file):
        return ""
    if _covered(file):
        instead = (
            "Redact it instead: name the words, or mark the place."
            if can_be_redacted(file)
            else "Take the words out, or the box away, in the program that made it, and add it again."
        )
        return f"No clean copy can be made while something stands under a box: that is a decision. {instead}"
    return f"No clean copy can be made of it here: it {elsewhere(_format(file))}."


def can_be_redacted(file: Attachment) -> bool:
    """Whether it is of a kind that can be marked, and could be opened."""
    return _format(file) in REDACTABLE and file.verdict != "refuse"


def takes_terms(file: Attachment) -> bool:
    """Whether words can be taken out of it wherever they stand."""
    return _format(file) in ("pdf", "docx") and can_be_redacted(file)


def _format(file: Attachment) -> str:
    return str(file.report.get("format", ""))


def _covered(file: Attachment) -> bool:
    return _format(file) in _BOXED and any(
        one.get("slug") in _COVERED for one in file.report.get("findings", ())
    )
