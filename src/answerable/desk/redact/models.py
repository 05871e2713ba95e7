"""A mark on a page or place of a file, and a copy that was made by the marks."""

from __future__ import annotations

from typing import Any

from django.db import models

from answerable.desk.files.models import Attachment
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now

#: For whom a mark applies: the choice, what it is called, the audiences of the gate.
WHOM = {
    "both": ("The applicant and the log", ("applicant", "log")),
    "log": ("The log only: the applicant may read it", ("log",)),
    "all": ("The applicant, the log and the regulator", ("applicant", "log", "regulator")),
}
AUDIENCES = {
    "applicant": "the applicant",
    "log": "the disclosure log",
    "regulator": "the regulator",
}


class Seen(models.QuerySet[Any]):
    """What belongs to files, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Seen:
        """All to those who read cases; none where a class of the register governs the case."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self.filter(file__case__ncnd_class__isnull=True)
        return self.none()


class Mark(models.Model):
    """An area, a place, words or a finding of the gate, withheld under a provision."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    file = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="marks")
    words = models.CharField(max_length=200, blank=True)  # wherever they stand
    place = models.CharField(max_length=300, blank=True)  # of a Word document: "table 1 row 2"
    # What the gate found in plain sight at ``place``: "NHS number: 2".
    found = models.CharField(max_length=300, blank=True)
    # Else an area:
    page = models.PositiveIntegerField(default=0)  # from 1
    # Points from the top left corner of the page; dots of a picture.
    left = models.FloatField(default=0)
    top = models.FloatField(default=0)
    width = models.FloatField(default=0)
    height = models.FloatField(default=0)
    provision = models.CharField(max_length=60)  # a cite in full: "FOIA s.40(2)"
    whom = models.CharField(max_length=8, choices=[(key, each[0]) for key, each in WHOM.items()])
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    objects = Seen.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.where

    @property
    def audiences(self) -> tuple[str, ...]:
        """The audiences of the gate that it applies to."""
        return WHOM[self.whom][1]

    @property
    def where(self) -> str:
        """Where it is, in words."""
        if self.words:
            return f"“{self.words}”, wherever it stands"
        if self.found:
            return f"what the gate found in plain sight: {self.place} ({self.found})"
        if self.place:
            return self.place
        return (
            f"page {self.page}: {self.left:g} from the left, {self.top:g} from the top, "
            f"{self.width:g} wide, {self.height:g} high"
        )


class RedactedCopy(models.Model):
    """A copy of a file for one audience, made by the marks as they stood."""

    file = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="redacted_copies")
    copy = models.OneToOneField(Attachment, on_delete=models.PROTECT, related_name="redacted_from")
    audience = models.CharField(max_length=10)
    marks_sha256 = models.CharField(max_length=64)  # of the marks of that time
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    objects = Seen.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name_plural = "redacted copies"

    def __str__(self) -> str:
        return f"{self.copy} ({self.audience})"
