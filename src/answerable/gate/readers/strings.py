"""What can be told of bytes nobody here can read: the strings in them."""

import re

_ASCII = re.compile(rb"[\x20-\x7e]{6,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){6,}")


def strings(data: bytes, most: int = 400) -> str:
    """Runs of six or more printable characters, in one byte or two a character."""
    found = [one.decode("ascii") for one in _ASCII.findall(data[:8_000_000])[:most]]
    found += [one.decode("utf-16le") for one in _WIDE.findall(data[:8_000_000])[:most]]
    return " ".join(found)
