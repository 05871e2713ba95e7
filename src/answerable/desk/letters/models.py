"""Every version of a letter as it was saved, a gap that was let through, and files to go with it."""

from __future__ import annotations

from typing import Any

from django.db import models

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now


class Letters(models.QuerySet["LetterVersion"]):
    """Letters, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Letters:
        """All of them to those who read cases, else none: a draft is nobody else's."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self
        return self.none()


class LetterVersion(models.Model):
    """A letter as it was saved. Never changed: whoever edits makes the next version."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="letters")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)  # a kind of notice of the law's data: "foia_ncnd"
    record = models.JSONField()  # the decision record it was written from
    free = models.JSONField(default=dict)  # the words an officer wrote where wording is free
    text = models.TextField()  # the whole letter
    sha256 = models.CharField(max_length=64)  # of the text
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    # What became of it: the message that carries it, the PDF that went, the day it was accepted.
    mail = models.ForeignKey(
        "sending.OutgoingMail", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    pdf = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sent_on = models.DateField(null=True, blank=True)

    objects = Letters.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="one_letter_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.case.reference}, version {self.number}"


class Override(models.Model):
    """A gap of one version that a second person lets through, and why."""

    letter = models.ForeignKey(LetterVersion, on_delete=models.PROTECT, related_name="overrides")
    slug = models.CharField(max_length=80)  # the rule whose finding is let through
    reason = models.TextField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["letter", "slug"], name="one_override_a_gap")
        ]

    def __str__(self) -> str:
        return f"{self.slug} ({self.letter})"


class ReleaseFile(models.Model):
    """What was done with a file that is to go with the answer: where it came from, if it goes."""

    attachment = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="release")
    taken_out = models.BooleanField(default=False)
    made_from = models.ForeignKey(
        Attachment, null=True, blank=True, on_delete=models.PROTECT, related_name="copies"
    )
    how = models.CharField(max_length=10, blank=True)  # "clean" or "redacted"
    schedule = models.JSONField(default=list, blank=True)  # place, provision, count of each mark
    # Keeping it as it is: who, when and why; and who agreed, where it takes two.
    keep_because = models.TextField(blank=True)
    kept_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kept_at = models.DateTimeField(null=True, blank=True)
    consented_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    consented_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.attachment)
