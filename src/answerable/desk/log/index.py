"""Keeping the words of published entries. ``desk.publish`` and the worker call this."""

from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef

from answerable.desk.log.entries import public
from answerable.desk.log.models import EntryWord
from answerable.desk.log.tokens import words
from answerable.desk.log.triggers import renew
from answerable.desk.publish.models import Publication


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
