"""Parts to a zip: fixed dates, no comments, nothing but the parts."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

HEAD = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_ILLEGAL = {code: None for code in range(32) if code not in (9, 10)}


def pack(parts: Mapping[str, str | bytes | Iterable[str]], first_stored: str = "") -> bytes:
    """A zip of these parts in this order; ``first_stored`` is kept without packing.

    A part may come in pieces, so that it is never whole in memory.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, body in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = (
                zipfile.ZIP_STORED if name == first_stored else zipfile.ZIP_DEFLATED
            )
            with made.open(info, "w") as part:
                for piece in (body,) if isinstance(body, (str, bytes)) else body:
                    part.write(piece.encode() if isinstance(piece, str) else piece)
    return out.getvalue()


def text(words: str) -> str:
    """Words for between two tags; characters that XML has no place for are left out."""
    return escape(words.translate(_ILLEGAL))


def value(words: str) -> str:
    """Words for an attribute, with the quotation marks."""
    return quoteattr(words.translate(_ILLEGAL))
