"""The words of a case, made anew at any time; and what other bodies were asked and answered."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now


class Asked(models.Model):
    """What a case asks, cleaned, and the earlier cases that were found to be like it."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="asked")
    words = models.TextField()  # in order, set apart by blanks
    like = models.JSONField(default=list)  # [case's id, why, words of the reason], best first
    # A question's public id to the digest of its words and the earlier questions like it.
    by_question = models.JSONField(default=dict)
    # The other bodies that were asked the same; None while nobody has looked.
    bodies = models.JSONField(null=True, default=None)
    # The model by which its questions were searched; "" while they are not, or meaning is off.
    model = models.CharField(max_length=40, blank=True, db_index=True)

    class Meta:
        indexes: ClassVar = [
            models.Index("case", name="asked_of_unknown_bodies", condition=Q(bodies__isnull=True))
        ]

    def __str__(self) -> str:
        return f"words of {self.case.reference}"


class AskedWord(models.Model):
    """One word of one case."""

    word = models.CharField(max_length=40)
    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["word", "asked"])]

    def __str__(self) -> str:
        return self.word


class QuestionVector(models.Model):
    """What a question means to a model, in numbers. Made anew at any time."""

    question = models.BigIntegerField(unique=True)  # by its id alone: questions may go
    case = models.BigIntegerField(db_index=True)
    model = models.CharField(max_length=40)
    key = models.CharField(max_length=24)  # the digest of the words that were read
    data = models.BinaryField()  # 32-bit numbers, the least byte first

    def __str__(self) -> str:
        return f"question {self.question}"


class MeaningState(models.Model):
    """What the worker last found of the search by meaning: one row."""

    off = models.TextField(blank=True)  # why it is off, in a sentence
    model = models.CharField(max_length=40, blank=True)
    read = models.PositiveIntegerField(default=0)  # requests searched
    of = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.off or self.model


class State(models.TextChoices):
    """How far a log of another body has come."""

    READ = "read", "read, not taken in yet"
    TAKING = "taking", "being taken in"
    IN = "in", "in use"
    GOING = "going", "being removed"


class OtherLogs(models.QuerySet["OtherLog"]):
    """Logs of other bodies, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> OtherLogs:
        """To those who work on cases and those who keep the authority's details."""
        may = actor.may if isinstance(actor, User) else ()
        wanted = {Permission.WRITE_CASES, Permission.MANAGE_AUTHORITY}
        return self.exclude(state=State.GOING) if wanted & set(may) else self.none()


class OtherLog(models.Model):
    """A disclosure log of another body, as somebody brought it in."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    body = models.CharField(max_length=200)
    name = models.CharField(max_length=120)  # of the file
    mapping = models.TextField(blank=True)  # the mapping file, as it was given
    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    rows = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)  # how many of them are kept already
    years = models.JSONField(default=dict)  # year, or "" where there is no date, to how many
    first = models.JSONField(default=list)  # some rows, to look at before it is taken in
    left_out = models.JSONField(default=list)  # sentences, with the line; the first of them
    left_out_count = models.PositiveIntegerField(default=0)
    shortened = models.PositiveIntegerField(default=0)
    engine = models.CharField(max_length=20, blank=True)  # what made its bands
    replaces = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)

    objects = OtherLogs.as_manager()

    class Meta:
        ordering: ClassVar = ["body", "-added_at"]

    def __str__(self) -> str:
        return f"{self.body}: {self.name}"

    @property
    def left_out_unsaid(self) -> int:
        """How many rows were left out beyond those that are said one by one."""
        said = sum(not each.startswith("the id “") for each in self.left_out)  # not: renamed
        return max(self.left_out_count - said, 0)

    @property
    def percent(self) -> int:
        """How much of it is kept."""
        return 100 * self.taken // self.rows if self.rows else 100


class OtherUpload(models.Model):
    """The bytes of a log until it is taken in."""

    log = models.OneToOneField(OtherLog, on_delete=models.PROTECT, related_name="upload")
    data = models.BinaryField()

    def __str__(self) -> str:
        return str(self.log)


class OtherRequest(models.Model):
    """A request to another body, and what it answered."""

    log = models.ForeignKey(OtherLog, on_delete=models.PROTECT, related_name="requests")
    ref = models.CharField(max_length=200)
    text = models.TextField()
    title = models.CharField(max_length=300, blank=True)
    asked_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=200, blank=True)  # the log's own word
    body = models.CharField(max_length=200)
    answer = models.TextField(blank=True)
    words = models.TextField(blank=True)  # that say what is asked, in order

    def __str__(self) -> str:
        return f"{self.body} {self.ref}"


class OtherBand(models.Model):
    """One of the keys by which requests of nearly the same words are found. Made anew at any time."""

    key = models.BigIntegerField()
    request = models.ForeignKey(OtherRequest, on_delete=models.PROTECT, related_name="bands")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "request"])]

    def __str__(self) -> str:
        return str(self.key)
