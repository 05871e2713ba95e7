"""A decision on one or several questions, in the form of a decision record's entry."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from answerable.desk.cases.models import Case, Question
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now


class Decisions(models.QuerySet["Decision"]):
    """Decisions, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Decisions:
        """All of them to those who read cases, else none."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self
        return self.none()

    def standing(self) -> Decisions:
        """Those that stand: not taken back, not put in another's place."""
        return self.filter(ended_at__isnull=True)

    def signed(self) -> Decisions:
        """Those that a named person signed."""
        return self.standing().filter(signed_at__isnull=False)


class Decision(models.Model):
    """What was decided: unit = question x (information | fact of holding) x limb.

    ``body`` is an entry of a decision record (``{"decision": "withheld", "what": ...,
    "grounds": [...]}``) without its ``questions``, which are rows. A decision is never changed
    once signed: another is put in its place.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    questions = models.ManyToManyField(Question, related_name="decisions")
    kind = models.CharField(max_length=40)  # "withheld", "neither_confirm_nor_deny", ...
    body = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    objects = Decisions.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="signed_by_somebody_at_some_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.case.reference})"
