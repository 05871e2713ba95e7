"""A token: kept as a digest, so that nobody can read it out of the database."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now


class ApiTokens(models.QuerySet["ApiToken"]):
    """Tokens, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> ApiTokens:
        """All of them to those who manage people, else none."""
        if isinstance(actor, User) and Permission.MANAGE_PEOPLE in actor.may:
            return self
        return self.none()

    def good_on(self, day: date) -> ApiTokens:
        """Those neither ended nor run out on ``day``, of people who have not left."""
        not_run_out = Q(good_until__isnull=True) | Q(good_until__gte=day)
        return self.filter(not_run_out, ended_at__isnull=True, person__is_active=True)


class ApiToken(models.Model):
    """What another system shows to act as ``person`` within ``scopes``."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    name = models.CharField(max_length=80)  # what uses it: "Contact centre"
    digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="api_tokens")
    scopes = models.JSONField(default=list)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    good_until = models.DateField(null=True, blank=True)
    last_used_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ApiTokens.as_manager()

    class Meta:
        ordering = ["-made_at", "public_id"]

    def __str__(self) -> str:
        return self.name


class Answered(models.Model):
    """What was answered to one key of one token, so that a request sent twice is taken in once.

    It holds nothing of who asked, and goes after a day.
    """

    token = models.ForeignKey(ApiToken, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)
    body = models.CharField(max_length=64)  # a keyed digest of what was sent
    answer = models.JSONField(default=dict)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return f"An answer to {self.token}"
