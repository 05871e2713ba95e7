"""A request being written, the private link to one that was sent, and a brake on floods."""

from __future__ import annotations

from datetime import date

from django.db import models

from answerable.desk.cases.models import Case
from answerable.desk.today import now


class Draft(models.Model):
    """What somebody has typed so far. Deleted on sending, and after a day in any case."""

    token_hash = models.CharField(max_length=64, unique=True)
    answers = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=now, db_index=True)

    def __str__(self) -> str:
        return f"draft of {self.made_at:%Y-%m-%d}"


class PrivateLink(models.Model):
    """A way to follow a request for whoever holds its token; here only the digest of it is kept.

    ``waiting`` holds the answers of a request that is in line to be taken in; then there is no
    case yet, but perhaps its ``reference`` already. ``receipt`` is what we signed. ``sealed`` holds
    the token under our secret key until the acknowledgement that names it is written.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="private_links"
    )
    waiting = models.JSONField(null=True, blank=True)
    receipt = models.JSONField(default=dict, blank=True)
    made_at = models.DateTimeField(default=now)
    reference = models.CharField(max_length=20, blank=True, default="")
    sealed = models.CharField(max_length=32, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=~models.Q(sealed=""), name="to_acknowledge")
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(case__isnull=False) ^ models.Q(waiting__isnull=False),
                name="in_line_or_a_case",
            )
        ]

    def __str__(self) -> str:
        return f"link of {self.made_at:%Y-%m-%d}"


class Bucket(models.Model):
    """How much a part of the network may still send at once; ``key`` tells no address."""

    key = models.CharField(max_length=64, unique=True)
    left = models.FloatField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.left:.1f} left"


class Tally(models.Model):
    """How often published answers were shown, opened, and enough. Nothing about anybody."""

    day = models.DateField(default=date.today, unique=True)
    shown = models.PositiveIntegerField(default=0)
    opened = models.PositiveIntegerField(default=0)
    satisfied = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-day"]

    def __str__(self) -> str:
        return f"{self.day}: {self.shown} shown, {self.opened} opened, {self.satisfied} satisfied"
