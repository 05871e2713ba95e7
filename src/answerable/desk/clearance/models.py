"""Who cleared what, and who returned it with which comments."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from answerable.desk.cases.models import Case
from answerable.desk.letters.models import LetterVersion
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now


class Clearings(models.QuerySet["Clearing"]):
    """Clearings, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Clearings:
        """All of them to those who read cases, else none."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self
        return self.none()

    def standing(self) -> Clearings:
        """Those that nothing has made void."""
        return self.filter(void_at__isnull=True)


class Clearing(models.Model):
    """One step of clearance of one version, bound to the SHA-256 of the letter and its files."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clearings")
    letter = models.ForeignKey(LetterVersion, on_delete=models.PROTECT, related_name="clearings")
    step = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    void_at = models.DateTimeField(null=True, blank=True)

    objects = Clearings.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "letter", "step"],
                condition=Q(void_at__isnull=True),
                name="one_clearing_a_step",
            )
        ]

    def __str__(self) -> str:
        return f"{self.step} of {self.letter}"


class Comment(models.Model):
    """Why a letter was returned. Never in a letter."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="returns")
    letter = models.ForeignKey(LetterVersion, on_delete=models.PROTECT, related_name="returns")
    text = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"Comments on {self.letter}"
