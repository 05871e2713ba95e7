"""Checking a site in place: its chain of events, and that every file is what was kept."""

import hashlib
from dataclasses import dataclass

from answerable.desk.events.models import Event
from answerable.desk.events.verify import broken_at, head
from answerable.desk.files import store
from answerable.desk.files.models import Attachment


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found. ``broken`` is the first bad event and why; files are named by random id."""

    events: int
    head: str
    broken: tuple[int, str] | None
    files: int
    missing: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether everything is as it was written."""
        return not (self.broken or self.missing or self.changed)


def verify(*, earlier: tuple[int, str] | None = None) -> Verdict:
    """Check every event and every file.

    Args:
        earlier: a number of events and their head as noted before, outside the database; the
            chain must still contain it, or its end was cut off or written anew.
    """
    number, last = head()
    missing, changed = [], []
    rows = Attachment.objects.order_by("pk").values_list("public_id", "stored_as", "sha256")
    count = 0
    for public_id, stored_as, sha256 in rows.iterator(chunk_size=500):
        count += 1
        try:
            content = store.read(stored_as)
        except OSError:
            missing.append(public_id)
            continue
        if hashlib.sha256(content).hexdigest() != sha256:
            changed.append(public_id)
    return Verdict(
        events=number,
        head=last,
        broken=broken_at() or _not_continued(earlier),
        files=count,
        missing=tuple(missing),
        changed=tuple(changed),
    )


def _not_continued(earlier: tuple[int, str] | None) -> tuple[int, str] | None:
    if earlier is None or earlier[0] == 0:
        return None
    seq, digest = earlier
    if Event.objects.filter(seq=seq, digest=digest).exists():
        return None
    return seq, "it is not the event that was noted before"
