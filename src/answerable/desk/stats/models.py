"""The published figures of a quarter."""

from __future__ import annotations

from django.db import models

from answerable.desk.today import now


class Quarter(models.Model):
    """Figures as they were published; never changed, so that no difference tells anything."""

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    figures = models.JSONField()
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-year", "-number"]
        constraints = [models.UniqueConstraint(fields=["year", "number"], name="one_row_a_quarter")]

    def __str__(self) -> str:
        return f"{self.year} Q{self.number}"
