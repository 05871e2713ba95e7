"""Which identifiers a text may hold at all, told from the classes of its characters.

A search with a pattern costs a hundred times as much, and most rows of most tables hold none.
"""

from typing import NamedTuple

_SAME = b" -./+()@"


def _classes() -> bytes:
    made = bytearray(b"x" * 256)
    for byte in range(256):
        if chr(byte) in "0123456789":
            made[byte] = ord("0")
        elif byte in _SAME:
            made[byte] = byte
        elif byte < 128 and chr(byte).isupper():
            made[byte] = ord("A")
    return bytes(made)


_CLASSES = _classes()


class Forms(NamedTuple):
    """What a text may hold; what is False here is not in it."""

    nino: bool
    phone: bool  # ten digits or so, however they are grouped
    postcode: bool
    ten: bool  # ten digits in a row, but for spaces and hyphens
    date: bool
    sort: bool


ANY = Forms(True, True, True, True, True, True)
_NONE = Forms(False, False, False, False, False, False)


def forms(text: str) -> Forms:
    """The forms that may be met in a text; all of them if it has letters of other scripts."""
    try:
        shape = text.encode("latin-1").translate(_CLASSES)
    except UnicodeEncodeError:
        return ANY
    letters = b"A0" in shape or b"A 0" in shape
    tight = shape.translate(None, b" -+()")
    long = b"000000000" in tight
    dates = b"0000" in shape
    sort = b"00-00-00" in shape
    if not (letters or long or dates or sort):
        return _NONE
    return Forms(
        letters and (b"AA0" in shape or b"AA 0" in shape),
        long,
        b"A0" in shape and b"0AA" in shape,
        long and b"0000000000" in tight,
        dates and any(one in shape for one in (b"/0000", b"-0000", b".0000", b"0000-00-00")),
        sort,
    )
