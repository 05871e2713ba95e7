"""Compile the translations (.po) into what the site reads (.mo), without gettext's own tools.

The result is committed, so that an installation needs nothing for it; a test holds the two in
step. After a merge in which both changed, take either .mo and run this again.
"""

import struct
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parents[1] / "src" / "answerable" / "desk" / "locale"
_MAGIC = 0x950412DE


def compiled(po: Path) -> bytes:
    """The .mo of a .po file: the same bytes on every machine and day."""
    with po.open("rb") as stream:
        catalogue = read_po(stream, locale=po.parts[-3], abort_invalid=True)
    pairs = {b"": _header(catalogue).encode()}
    for message in catalogue:
        if message.id and message.string:
            pairs[_joined(message.id)] = _joined(message.string)
    return _packed(sorted(pairs.items()))


def _header(catalogue: Catalog) -> str:
    # Without a date and the name of a tool, which babel's own writer puts in.
    return f"Content-Type: text/plain; charset=utf-8\nPlural-Forms: {catalogue.plural_forms}\n"


def _joined(text: object) -> bytes:
    return ("\x00".join(text) if isinstance(text, tuple | list) else str(text)).encode()


def _packed(pairs: list[tuple[bytes, bytes]]) -> bytes:
    """The format of GNU gettext: a head, two tables of lengths and places, the texts."""
    tables = 28
    place = tables + 16 * len(pairs)
    lengths: list[bytes] = []
    for texts in zip(*pairs, strict=True):
        for text in texts:
            lengths.append(struct.pack("<II", len(text), place))
            place += len(text) + 1
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), tables, tables + 8 * len(pairs), 0, place)
    body = b"".join(text + b"\x00" for texts in zip(*pairs, strict=True) for text in texts)
    return head + b"".join(lengths) + body


def main() -> int:
    """Compile every language; 0 if all went well."""
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        po.with_suffix(".mo").write_bytes(compiled(po))
        print(po.relative_to(LOCALE))
    return 0


if __name__ == "__main__":
    sys.exit(main())
