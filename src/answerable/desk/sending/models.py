"""Mail that is to go out: a row first, durably; then the attempt."""

from __future__ import annotations

from django.db import models

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.people.models import User, new_id
from answerable.desk.today import now

MAIL_STATES = {
    "waiting": "waiting to be sent",
    "sending": "being sent",
    "sent": "accepted by the mail server",
    "failed": "NOT SENT",
    "posted": "posted",
}


class OutgoingMail(models.Model):
    """One message to one address. Its Message-ID is fixed, so that a resend is the same mail."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="mail"
    )
    kind = models.CharField(max_length=30)  # "acknowledgement", "clarification", "answer", ...
    to = models.CharField(max_length=320)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    attachments = models.ManyToManyField(Attachment, blank=True, related_name="+")
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=10, choices=list(MAIL_STATES.items()), default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(default=now)
    last_answer = models.CharField(max_length=300, blank=True)  # what the mail server said
    queued_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    queued_at = models.DateTimeField(default=now)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["queued_at", "pk"]
        indexes = [models.Index(fields=["state", "next_try"])]

    def __str__(self) -> str:
        return f"{self.kind} to {self.to}"
