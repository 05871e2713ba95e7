"""An answer in the disclosure log: what the public sees, apart from the case it came from."""

from __future__ import annotations

from typing import Any

from django.db import models

from answerable.desk.cases.models import OUTCOMES, Case
from answerable.desk.files.models import Attachment
from answerable.desk.people.models import ServiceArea, User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.publish.policy import ClassPolicy as ClassPolicy  # a model of this slice
from answerable.desk.today import now

SUBJECTS = (
    "Council tax and business rates",
    "Crime and community safety",
    "Environment and waste",
    "Finance and contracts",
    "Health and social care",
    "Housing",
    "Licensing and trading standards",
    "Parking, roads and transport",
    "People and organisation",
    "Planning and building",
    "Schools and children",
    "Other",
)
STATES = {"proposed": "Proposed", "published": "Published", "withdrawn": "Withdrawn"}


def sees_all(actor: Any) -> bool:
    """Whether ``actor`` is of the staff of the log, who see what is not published too."""
    staff = {Permission.PUBLISH, Permission.PROPOSE_PUBLICATION, Permission.READ_EVENTS}
    return isinstance(actor, User) and bool(actor.may & staff)


class Publications(models.QuerySet["Publication"]):
    """Entries of the log, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Publications:
        """Everybody, the public too, sees what is published; staff of the log see all."""
        return self if sees_all(actor) else self.filter(state="published")


class Publication(models.Model):
    """One entry. Its texts were redacted of the applicant before it was proposed.

    It carries its own copies, so that nothing later done to the case can show through it.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="publication")
    reference = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    request = models.TextField()
    answer = models.TextField()  # plain text, paragraphs set apart by blank lines
    subject = models.CharField(max_length=60, choices=[(s, s) for s in SUBJECTS])
    service = models.ForeignKey(
        ServiceArea, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    regime = models.CharField(max_length=6)
    outcome = models.CharField(max_length=20, choices=list(OUTCOMES.items()))
    provisions = models.JSONField(default=list, blank=True)  # cites relied on, as printed
    received_on = models.DateField()
    answered_on = models.DateField()
    licence = models.CharField(max_length=60, default="Open Government Licence v3.0")
    files = models.ManyToManyField(Attachment, blank=True, related_name="publications")
    state = models.CharField(max_length=10, choices=list(STATES.items()), default="proposed")
    version = models.PositiveIntegerField(default=1)
    proposed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=now)
    published_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    published_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)  # shown to the public

    objects = Publications.as_manager()

    class Meta:
        # By day and random id, never by the order of rows: gaps would tell.
        ordering = ["-published_on", "public_id"]
        indexes = [
            models.Index(fields=["state", "-published_on", "public_id"]),
            models.Index(fields=["state", "subject"]),
        ]

    def __str__(self) -> str:
        return self.title
