"""A request to look again at how a request was answered, and what came of it."""

from __future__ import annotations

from typing import Any

from django.db import models

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now

OUTCOMES = {
    "upheld": "The first answer stands",
    "partly upheld": "Part of the first answer stands",
    "overturned": "The first answer does not stand",
}


class Reviews(models.QuerySet["Review"]):
    """Reviews, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Reviews:
        """All of them to those who read cases, else none."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self
        return self.none()

    def under_way(self) -> Reviews:
        """Those whose outcome has not gone to the applicant."""
        return self.filter(ended_on__isnull=True)


class Review(models.Model):
    """An internal review. s.45 Code part 5; EIR reg.11; FOISA s.20 and s.21."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    asked_on = models.DateField()
    points = models.TextField()  # what the applicant says was wrong, in their words
    due_on = models.DateField()
    outcome = models.CharField(max_length=20, blank=True, choices=list(OUTCOMES.items()))
    findings = models.JSONField(default=list, blank=True)  # each point with what was found
    put_right = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)  # the day its outcome was sent
    noted_at = models.DateTimeField(default=now)

    objects = Reviews.as_manager()

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(ended_on__isnull=True),
                name="one_review_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"Review of {self.case.reference}"
