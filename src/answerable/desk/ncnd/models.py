"""A class of the register. Nothing here can say whether anything is held."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now


class NcndClasses(models.QuerySet["NcndClass"]):
    """Classes, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> NcndClasses:
        """All of them to those who may read the register, else none."""
        if isinstance(actor, User) and Permission.READ_NCND in actor.may:
            return self
        return self.none()

    def in_force(self, day: date) -> NcndClasses:
        """Those approved and not withdrawn on ``day``."""
        return self.filter(approved_on__lte=day, withdrawn_on__isnull=True)


class NcndClass(models.Model):
    """A kind of question, the limbs relied on, the wording and the balance, approved by a person.

    ``grounds`` is a list in the form of a decision record's grounds: provision, matter, reasons,
    threshold, balance about confirming. ``words`` are what a request of the class speaks of.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    name = models.CharField(max_length=120, unique=True)
    subject = models.TextField()  # what questions fall under it, for an officer
    words = models.JSONField(default=list)  # each a word or phrase that marks such a question
    regime = models.CharField(max_length=6)
    grounds = models.JSONField(default=list)
    published = models.TextField(blank=True)  # what is public anyway, whatever the answer
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    objects = NcndClasses.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Judgement(models.Model):
    """What an officer said to a proposed class for a case: that it governs, or why it does not."""

    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="ncnd_judgements")
    ncnd_class = models.ForeignKey(NcndClass, on_delete=models.PROTECT, related_name="judgements")
    confirmed = models.BooleanField()
    reason = models.TextField(blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.ncnd_class}: {'confirmed' if self.confirmed else 'declined'}"
