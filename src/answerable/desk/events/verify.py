"""Checking the chain of the database, a thousand events at a time."""

from collections.abc import Iterator

from answerable.desk.events.chain import Link, first_break
from answerable.desk.events.models import Event


def _links() -> Iterator[Link]:
    fields = ("seq", "at", "case", "kind", "actor", "facts", "before", "digest")
    for row in Event.objects.order_by("seq").values_list(*fields).iterator(chunk_size=1000):
        yield Link(*row)


def broken_at() -> tuple[int, str] | None:
    """The first event at which the chain does not hold, and why; None if it holds."""
    return first_break(_links())


def head() -> tuple[int, str]:
    """The number of events and the last digest, to be kept outside the database."""
    last = Event.objects.order_by("-seq").values_list("seq", "digest").first()
    return (last[0], last[1]) if last else (0, "")
