"""One row an event. No foreign keys: history neither blocks nor follows a deletion."""

from django.db import models


class Event(models.Model):
    """An event: what was done, to which case, by whom, with facts that name nobody."""

    seq = models.BigIntegerField(unique=True)
    at = models.DateTimeField()
    case = models.CharField(max_length=20, blank=True, db_index=True)  # its reference
    kind = models.CharField(max_length=60)
    actor = models.CharField(max_length=40)  # a person's random id, or "public", or "system"
    facts = models.JSONField(default=dict)
    before = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["seq"]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.case}"
