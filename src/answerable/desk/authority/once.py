"""While a request lasts the authority's row is read once, however many parts of a page ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_read: ContextVar[list[Any] | None] = ContextVar("authority", default=None)


@contextmanager
def read_once() -> Iterator[None]:
    """From here to the end of the block what was read is kept."""
    token = _read.set([])
    try:
        yield
    finally:
        _read.reset(token)


def kept() -> list[Any] | None:
    """What was read in this request, at most one; None where no request is being answered."""
    return _read.get()


def forget() -> None:
    """The row was changed: whoever asks next reads it anew."""
    read = _read.get()
    if read:
        read.clear()
