"""How much a file may ask of the machine before it is turned away."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on one file. Bytes are bytes, times are seconds.

    The defaults leave room for a long letter with scanned enclosures and little more: a
    letter that audits well is a few thousand characters long.
    """

    file_bytes: int = 25 * MEGABYTE  # the file as it stands
    unpacked_bytes: int = 100 * MEGABYTE  # everything read out of a container, added up
    text_chars: int = 2_000_000  # what is handed on
    pages: int = 500  # of a PDF
    depth: int = 4  # a document in a mail in a mail …
    elements: int = 400_000  # nodes of an HTML or XML tree
    cpu_seconds: int = 20
    wall_seconds: int = 40
    memory_bytes: int = 1536 * MEGABYTE


DEFAULT = Limits()
