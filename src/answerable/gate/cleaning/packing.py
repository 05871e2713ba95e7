"""Parts to a zip: fixed dates, no comments, nothing but the parts."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_ILLEGAL = {code: None for code in range(32) if code not in (9, 10)}


def pack(parts: Mapping[str, str | bytes], first_stored: str = "") -> bytes:
    """A zip of these parts in this order; ``first_stored`` is kept without packing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = (
                zipfile.ZIP_STORED if name == first_stored else zipfile.ZIP_DEFLATED
            )
            made.writestr(info, body)
    return out.getvalue()


def text(words: str) -> str:
    """Words for between two tags; characters that XML has no place for are left out."""
    return escape(words.translate(_ILLEGAL))


def value(words: str) -> str:
    """Words for an attribute, with the quotation marks."""
    return quoteattr(words.translate(_ILLEGAL))
