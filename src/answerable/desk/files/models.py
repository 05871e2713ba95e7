"""A file that came with a case, or that we mean to send."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from answerable.desk.files.found import about_names, dangers, told
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission


class Purpose(models.TextChoices):
    """Why we have it."""

    RECEIVED = "received", "Received with the request"
    FOUND = "found", "Found by a service area"
    RELEASE = "release", "To be sent with the answer"
    CORRESPONDENCE = "correspondence", "Correspondence"
    LETTER = "letter", "A letter we sent"


#: What other people sent us, which nobody opens before the gate has looked.
INCOMING = (Purpose.RECEIVED, Purpose.FOUND, Purpose.CORRESPONDENCE)


class Attachments(models.QuerySet["Attachment"]):
    """Files, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Attachments:
        """Those ``actor`` may open: staff by role; contributors what they sent in themselves."""
        if not isinstance(actor, User) or not actor.is_active:
            return self.none()
        if Permission.READ_APPLICANT in actor.may:
            return self
        mine = Q(added_by=actor)
        if Permission.READ_CASES in actor.may:
            return self.filter(mine | ~Q(purpose=Purpose.RECEIVED))
        return self.filter(mine)

    def incoming(self) -> Attachments:
        """What other people sent us."""
        return self.filter(purpose__in=INCOMING)

    def not_inspected(self) -> Attachments:
        """Those that the gate has still to look into; our own letters are none of them."""
        return self.filter(verdict="").exclude(purpose=Purpose.LETTER)


class Attachment(models.Model):
    """One file. Its bytes lie in the storage under ``stored_as``."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="files")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    name = models.CharField(max_length=200)  # data, never a path
    media_type = models.CharField(max_length=100, default="application/octet-stream")
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_as = models.CharField(max_length=140)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="files"
    )
    # What the gate said when it came in: the report as JSON, and pass, hold or refuse.
    verdict = models.CharField(max_length=10, blank=True)
    report = models.JSONField(default=dict, blank=True)
    inspected_at = models.DateTimeField(null=True, blank=True)
    gate = models.CharField(max_length=40, blank=True)  # the version that looked
    released_despite = models.TextField(blank=True)  # the reason, where an officer lets it go

    objects = Attachments.as_manager()

    class Meta:
        ordering = ["added_at", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_incoming(self) -> bool:
        """Whether other people sent it."""
        return self.purpose in INCOMING

    @property
    def waits(self) -> bool:
        """Whether the gate has still to look into it; until then nobody gets it."""
        return not self.verdict and self.purpose != Purpose.LETTER

    @property
    def told(self) -> list[str]:
        """What stands beside the link to it: what the gate found, in a few words each."""
        return told(self.report)

    @property
    def dangers(self) -> list[str]:
        """What makes opening it a thing to think about; of what we send ourselves, nothing."""
        return dangers(self.report) if self.is_incoming else []

    @property
    def about_names(self) -> str:
        """Whether a model looked for names in its running text, as a sentence."""
        return about_names(self.report)
