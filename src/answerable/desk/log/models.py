"""The words of published entries, for search on every database; and the stamp of the log."""

from __future__ import annotations

from django.db import models

from answerable.desk.publish.models import Publication


class EntryWord(models.Model):
    """A word of an entry. ``version`` is the entry's when it was read: a later one is not found.

    The day and id of the entry stand beside the word, so that results come in the order of the
    log straight from the index.
    """

    word = models.CharField(max_length=40)
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="words")
    version = models.PositiveIntegerField()
    published_on = models.DateField()
    public_id = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "word"], name="a_word_once_an_entry")
        ]
        indexes = [models.Index(fields=["word", "-published_on", "public_id"])]

    def __str__(self) -> str:
        return self.word


class Stamp(models.Model):
    """One row with a number that changes with anything public. Only triggers write it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    value = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.value:x}"
