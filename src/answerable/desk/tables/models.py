"""A table being worked on, the register of releases, and evidence for a class of the register."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from answerable.desk.cases.models import Case, Question
from answerable.desk.letters.models import LetterVersion
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.tables.reading import kept_levels
from answerable.desk.tables.systems import Published
from answerable.desk.tables.versions import HOW_WORDS, How
from answerable.desk.today import now

STATES = {"accepted": "accepted for the answer", "sent": "sent"}


class TableDrafts(models.QuerySet["TableDraft"]):
    """Tables with true counts, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> TableDrafts:
        """Those who decide questions, while no class of the register governs the case."""
        if isinstance(actor, User) and {Permission.READ_CASES, Permission.DECIDE} <= actor.may:
            return self.filter(question__case__ncnd_class__isnull=True)
        return self.none()


class TableDraft(models.Model):
    """True counts while an officer looks at them; gone as soon as a version is accepted.

    ``raw`` and ``proposal`` hold true counts and are kept nowhere else.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    question = models.OneToOneField(Question, on_delete=models.PROTECT, related_name="table_draft")
    title = models.CharField(max_length=200)  # what is counted, of whom, when
    raw = models.JSONField()
    links = models.JSONField(default=dict, blank=True)  # public_id of a release -> how it is linked
    proposal = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    objects = TableDrafts.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return self.title


class TableReleases(models.QuerySet["TableRelease"]):
    """The register, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> TableReleases:
        """To those who read cases: what was sent, and what is accepted where no class governs."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self.filter(Q(state="sent") | Q(case__ncnd_class__isnull=True))
        return self.none()

    def sent(self) -> TableReleases:
        """Those that went out: what the world knows."""
        return self.filter(state="sent")


class TableRelease(models.Model):
    """A table as it is published, marks and all. Never a count that is not published.

    ``commitment`` is a digest of the true table under the site's own secret: whoever has the table
    can show that it is the one, and nobody can find a small count by trying them all.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="table_releases")
    question = models.ForeignKey(
        Question, null=True, blank=True, on_delete=models.PROTECT, related_name="table_releases"
    )
    title = models.CharField(max_length=200)
    rows = models.JSONField()
    rounded = models.PositiveSmallIntegerField(default=0)
    totals = models.BooleanField(default=False)
    # where each count is rounded by itself: the least that is shown but nought
    least = models.PositiveSmallIntegerField(default=0)
    # what is part of what, by place (see reading.kept_levels), and as it was said
    levels = models.JSONField(default=list, blank=True)
    parts = models.JSONField(default=list, blank=True)
    how = models.CharField(
        max_length=10,
        blank=True,
        choices=[(each.value, words) for each, words in HOW_WORDS.items()],
    )
    rule = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)  # why it is published though the rule calls it unsafe
    commitment = models.CharField(max_length=80, blank=True)
    links = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=list(STATES.items()), default="accepted")
    made_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=now)
    sent_on = models.DateField(null=True, blank=True)

    objects = TableReleases.as_manager()

    class Meta:
        ordering = ["-sent_on", "-made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                condition=Q(state="accepted"),
                name="one_accepted_table_a_question",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def called(self) -> str:
        """The name by which an officer knows it: reference and day."""
        day = f"{self.sent_on:%-d %B %Y}" if self.sent_on else "not sent yet"
        return f"{self.case.reference} ({day})"

    @property
    def how_words(self) -> str:
        """What was done to it."""
        words = HOW_WORDS[How(self.how)] if self.how else "as it stood in the letter"
        if self.least:
            return f"{words}, all other counts rounded to the nearest {self.rounded}"
        return f"{words} to {self.rounded}" if self.rounded else words

    @property
    def published(self) -> Published:
        """As the arithmetic takes it."""
        rows = tuple(tuple(row) for row in self.rows)
        levels = kept_levels(self.levels)
        return Published(self.called, rows, self.rounded, self.totals, levels, self.least)


class LetterSeen(models.Model):
    """A letter that went and whose tables are in the register; each is looked at once."""

    letter = models.OneToOneField(
        LetterVersion, on_delete=models.PROTECT, related_name="tables_seen"
    )

    def __str__(self) -> str:
        return str(self.letter)


class Pictures(models.QuerySet["MosaicEvidence"]):
    """Evidence for classes, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Pictures:
        """To those who may read the register of classes."""
        if isinstance(actor, User) and Permission.READ_NCND in actor.may:
            return self
        return self.none()


class MosaicEvidence(models.Model):
    """What the answers of many bodies tell together: evidence for the balance of a class.

    It is made from published answers alone. Our own answer stands in it as every answer that we
    might give, each beside the others; our own number is neither asked for nor kept.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    ncnd_class = models.ForeignKey(NcndClass, on_delete=models.PROTECT, related_name="pictures")
    title = models.CharField(max_length=200)
    answers = models.TextField()  # the table as it was given: body, answer, ...
    settings = models.JSONField(default=dict)  # total, share, markers, our name, as typed
    result = models.JSONField(default=dict)  # what is shown: rows, dots, sentences
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = Pictures.as_manager()

    class Meta:
        ordering = ["-made_at", "pk"]

    def __str__(self) -> str:
        return self.title
