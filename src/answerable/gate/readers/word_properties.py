"""The properties of words and paragraphs as an old Word document keeps them."""

import struct

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)  # bytes of the argument by the kind of a property; 0 says its own
_TABLE_DEFINED = 0xD608
Properties = dict[int, bytes]


def properties(body: bytes) -> Properties:
    """Properties by their codes, each with its argument."""
    found: Properties = {}
    at = 0
    while at + 2 <= len(body):
        code = struct.unpack_from("<H", body, at)[0]
        at += 2
        size = _SIZES[code >> 13]
        if not size and at < len(body):
            size = body[at] + 1
            if code == _TABLE_DEFINED and at + 2 <= len(body):
                size = struct.unpack_from("<H", body, at)[0] + 1
        found[code] = body[at : at + size]
        at += max(size, 1)
    return found
