"""Keeping the words of published entries. ``desk.publish`` and the worker call this."""

import time

from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef

from answerable.desk.log.entries import public
from answerable.desk.log.models import EntryWord
from answerable.desk.log.stamp import read_stamp
from answerable.desk.log.tokens import words
from answerable.desk.log.triggers import renew
from answerable.desk.publish.models import Publication

_LOOK_ANYWAY = 3600.0  # seconds: a repair by hand may take words away, which changes no stamp
_clean: tuple[int, float] | None = None  # the stamp under which nothing was stale, and when


@transaction.atomic
def refresh(entry: Publication) -> None:
    """Read the words of ``entry`` anew; one that is not published has none."""
    EntryWord.objects.filter(publication=entry).delete()
    if entry.state != "published" or entry.published_on is None:
        return
    text = f"{entry.title} {entry.request} {entry.answer} {entry.reference} {entry.subject}"
    EntryWord.objects.bulk_create(
        (
            EntryWord(
                word=word,
                publication=entry,
                version=entry.version,
                published_on=entry.published_on,
                public_id=entry.public_id,
            )
            for word in dict.fromkeys(words(text))
        ),
        batch_size=500,
    )


def refresh_changed() -> int:
    """``refresh_stale`` if anything public changed since nothing was stale; at least once an hour.

    Looking through 100,000 entries takes a second, which readers of the log would wait for.
    """
    global _clean
    stamp, now = read_stamp(), time.monotonic()
    if stamp is not None and _clean is not None:
        then, at = _clean
        if then == stamp and now - at < _LOOK_ANYWAY:
            return 0
    done = refresh_stale()
    _clean = (stamp, now) if stamp is not None and not done else None
    return done


def refresh_stale(most: int = 200) -> int:
    """Read entries whose words are missing or of another version; how many were read.

    Safe to run at any time: until then such an entry is in the log but not found by its words.
    """
    read = EntryWord.objects.filter(publication=OuterRef("pk"), version=OuterRef("version"))
    stale = [*public().filter(~Exists(read))[:most]]
    for entry in stale:
        refresh(entry)
    gone = EntryWord.objects.exclude(publication__state="published").delete()[0]
    gone += EntryWord.objects.exclude(version=F("publication__version")).delete()[0]
    if stale or gone:
        renew(connection)
    return len(stale)
