"""A message as it came, kept before anybody reads it."""

from __future__ import annotations

from typing import Any

from django.db import models

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now

STATES = {
    "kept": "kept, not read yet",
    "read": "to be taken in",
    "unreadable": "could not be read",
    "made": "taken in",
    "aside": "set aside",
}
SOURCES = {"paste": "pasted", "file": "file", "drop": "drop folder", "mail": "mailbox"}


class RawMessages(models.QuerySet["RawMessage"]):
    """Messages, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> RawMessages:
        """All of them to those who may read who asked, else none."""
        if isinstance(actor, User) and Permission.READ_APPLICANT in actor.may:
            return self
        return self.none()


class RawMessage(models.Model):
    """The bytes of a message under ``stored_as``, and what could be read out of them.

    The same bytes are kept once. The same Message-ID with other bytes is another message, marked
    with ``same_id_as``: nobody can keep a request out by sending something under its id first.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    source = models.CharField(max_length=8, choices=list(SOURCES.items()))
    name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=140)
    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="kept")
    problem = models.TextField(blank=True)  # why it could not be read, a sentence

    message_id = models.CharField(max_length=250, blank=True, db_index=True)
    same_id_as = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    subject = models.CharField(max_length=250, blank=True)
    sender_name = models.CharField(max_length=160, blank=True)
    sender_email = models.CharField(max_length=254, blank=True)
    said_on = models.DateField(null=True, blank=True)  # the day that it says itself
    automatic = models.CharField(max_length=60, blank=True)  # why it must not be answered
    text = models.TextField(blank=True)  # its words, without the heading
    enclosures = models.JSONField(default=list, blank=True)  # names
    answers = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="replies"
    )  # the case whose mail it replies to

    arrived_at = models.DateTimeField(default=now)
    case = models.ForeignKey(
        Case, null=True, blank=True, on_delete=models.PROTECT, related_name="messages"
    )
    aside_because = models.TextField(blank=True)
    added_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RawMessages.as_manager()

    class Meta:
        ordering = ["arrived_at", "pk"]
        indexes = [models.Index(fields=["state", "arrived_at"])]

    def __str__(self) -> str:
        return self.subject or self.name


class MailboxMark(models.Model):
    """How far a folder of the mailbox was read, in one life of its numbers."""

    folder = models.CharField(max_length=200)
    validity = models.PositiveBigIntegerField()
    uid = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["folder", "validity"], name="one_mark_a_folder")
        ]

    def __str__(self) -> str:
        return f"{self.folder} up to {self.uid}"
