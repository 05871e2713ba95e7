"""What a reader yields: a piece of content, where it is, and whether a reader of the file sees it."""

from dataclasses import dataclass
from enum import StrEnum


class Visibility(StrEnum):
    """How a piece of content stands to somebody who merely opens the file."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    METADATA = "metadata"
    OFF_PAGE = "off-page"
    COVERED = "covered"
    REMOVED = "removed but present"
    OPAQUE = "opaque"


@dataclass(frozen=True, slots=True)
class Span:
    """One piece of content.

    ``carrier`` is the id of the check that judges it ("hidden_sheet"), or "visible" for what
    anybody sees. ``where`` is in words a person can follow. ``cells`` are the cells of a row,
    so that a column can be judged by its header; ``text`` is the same in one string.
    ``unless_shown`` is for what is nothing if anybody sees the same words elsewhere in the file.
    """

    carrier: str
    text: str
    where: str
    visibility: Visibility
    cells: tuple[str, ...] = ()
    unit: str = "pieces"
    unless_shown: bool = False


def visible(text: str, where: str, cells: tuple[str, ...] = ()) -> Span:
    """A span that anybody who opens the file sees."""
    return Span("visible", text, where, Visibility.VISIBLE, cells)


def hidden(
    carrier: str, text: str, where: str, cells: tuple[str, ...] = (), unit: str = "pieces"
) -> Span:
    """A span that the file holds and does not show."""
    return Span(carrier, text, where, Visibility.HIDDEN, cells, unit)


def note(carrier: str, text: str, where: str) -> Span:
    """A span about the file rather than in it."""
    return Span(carrier, text, where, Visibility.METADATA)


def opaque(text: str, where: str, carrier: str = "cannot_see_inside") -> Span:
    """A part that nobody here can read: it holds the file back by itself."""
    return Span(carrier, text, where, Visibility.OPAQUE)


def unshown(carrier: str, text: str, where: str) -> Span:
    """A span that is nothing if the same words are seen elsewhere in the file."""
    return Span(carrier, text, where, Visibility.HIDDEN, unless_shown=True)
