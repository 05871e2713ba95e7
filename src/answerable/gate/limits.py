"""How much a file may ask of the machine before it is turned away."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file. Bytes are bytes, times are seconds."""

    file_bytes: int = 200 * MEGABYTE
    unpacked_bytes: int = 500 * MEGABYTE  # everything read out of containers, added up
    part_ratio: int = 200  # unpacked against packed, measured while reading
    members: int = 10_000
    depth: int = 4  # a file in a mail in an archive …
    pixels: int = 200_000_000
    pages: int = 400
    cpu_seconds: int = 60
    wall_seconds: int = 90
    memory_bytes: int = 1024 * MEGABYTE


DEFAULT = Limits()


class HeldError(Exception):
    """A part that cannot be read; the sentence says why. The file is held, never passed."""


class TooMuchError(Exception):
    """A limit or a safety rule was hit; the sentence says which. The file is refused."""
