"""A third party and what it was asked and said."""

from __future__ import annotations

from typing import Any

from django.db import models

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now

HOW = {"email": "e-mail", "post": "post"}


class ThirdParties(models.QuerySet["ThirdParty"]):
    """Third parties, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> ThirdParties:
        """Those of cases that ``actor`` reads; none where a class of the register governs."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self.filter(case__ncnd_class__isnull=True)
        return self.none()


class ThirdParty(models.Model):
    """Somebody whose interests a disclosure would touch: a supplier, a complainant."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="third_parties")
    name = models.CharField(max_length=160)
    email = models.EmailField(blank=True)
    address = models.TextField(blank=True)
    why = models.TextField()  # what of theirs it is about: it stands in the letter to them
    asked_on = models.DateField(null=True, blank=True)
    asked_how = models.CharField(max_length=8, blank=True, choices=list(HOW.items()))
    answer_by = models.DateField(null=True, blank=True)
    letter = models.TextField(blank=True)  # as it went
    answered_on = models.DateField(null=True, blank=True)
    views = models.TextField(blank=True)  # what they said; never in a letter by itself
    weighed = models.TextField(blank=True)  # how it was weighed
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)

    objects = ThirdParties.as_manager()

    class Meta:
        ordering = ["added_at", "pk"]
        verbose_name_plural = "third parties"

    def __str__(self) -> str:
        return self.name

    @property
    def state_words(self) -> str:
        """Where it stands, for a person."""
        if self.answered_on:
            return f"answered on {self.answered_on:%-d %B %Y}"
        if self.asked_on and self.answer_by:
            return f"asked on {self.asked_on:%-d %B %Y}, answer by {self.answer_by:%-d %B %Y}"
        return "not asked yet"
