"""A decision on one or several questions, in the form of a decision record's entry."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Prefetch, Q

from answerable.desk.cases.models import Case, Question
from answerable.desk.ncnd.consistency import SILENT
from answerable.desk.people.models import User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now


class Decisions(models.QuerySet["Decision"]):
    """Decisions, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Decisions:
        """All to those who read cases, but for what a class of the register has silenced."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self.heard()
        return self.none()

    def heard(self) -> Decisions:
        """Without drafts and ended decisions of before a class came to govern the case.

        They may tell whether anything is held. A signed one that stands has to be taken back.
        """
        standing = Q(signed_at__isnull=False, ended_at__isnull=True)
        return self.filter(Q(case__ncnd_class__isnull=True) | Q(kind=SILENT) | standing)

    def with_questions(self) -> Decisions:
        """Each with the questions it answers and who signed it, as pages show it."""
        links = Prefetch("links", DecisionQuestion.objects.select_related("question"))
        return self.select_related("signed_by").prefetch_related(links)

    def standing(self) -> Decisions:
        """Those that stand: not taken back, not put in another's place."""
        return self.filter(ended_at__isnull=True)

    def signed(self) -> Decisions:
        """Those that a named person signed."""
        return self.standing().filter(signed_at__isnull=False)


class Decision(models.Model):
    """What was decided: unit = question x (information | fact of holding) x limb.

    ``body`` is an entry of a decision record (``{"decision": "withheld", "what": ...,
    "grounds": [...]}``) without its ``questions``, which are rows. A decision is never changed
    once signed: another is put in its place.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    questions: models.ManyToManyField[Question, DecisionQuestion] = models.ManyToManyField(
        Question, through="DecisionQuestion", related_name="decisions"
    )
    kind = models.CharField(max_length=40)  # "withheld", "neither_confirm_nor_deny", ...
    body = models.JSONField(default=dict)
    limbs = models.JSONField(default=list, blank=True)  # the law's id of each ground's limb
    version = models.PositiveIntegerField(default=1)
    replaces = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    signed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.TextField(blank=True)

    objects = Decisions.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="signed_by_somebody_at_some_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} ({self.case.reference})"

    @property
    def is_heard(self) -> bool:
        """Whether it may be shown and counted; see ``Decisions.heard``."""
        standing = self.is_signed and self.ended_at is None
        return self.case.ncnd_class_id is None or self.kind == SILENT or standing

    @property
    def is_signed(self) -> bool:
        """Whether a named person signed it."""
        return self.signed_at is not None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of its questions, in their order."""
        return tuple(link.question.number for link in self.links.all())


class DecisionQuestion(models.Model):
    """A question that a decision is about; it keeps the question from being removed."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="links")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "decide_decision_questions"
        ordering: ClassVar = ["question__position"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["decision", "question"], name="a_question_once_a_decision"
            )
        ]

    def __str__(self) -> str:
        return f"{self.decision_id}: {self.question_id}"


class Opinions(models.QuerySet["Opinion"]):
    """Opinions, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Opinions:
        """All of them to those who read cases, else none."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self
        return self.none()

    def wanted(self) -> Opinions:
        """Those that were asked for and are not given."""
        return self.filter(given_on__isnull=True, withdrawn_at__isnull=True)

    def given(self) -> Opinions:
        """Those that a qualified person signed."""
        return self.filter(given_on__isnull=False)


class Opinion(models.Model):
    """The reasonable opinion of the qualified person: asked for, then given once. FOIA s.36(2), (5).

    Nothing of it changes once it is given.
    """

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="opinions")
    submission = models.TextField()  # what the officer puts to the qualified person
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    agrees = models.BooleanField(null=True)  # whether the opinion is that a limb is engaged
    limbs = models.JSONField(default=list, blank=True)  # cites: "FOIA s.36(2)(b)(i)"
    threshold = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    given_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    given_post = models.CharField(max_length=120, blank=True)  # as it stood that day

    objects = Opinions.as_manager()

    class Meta:
        ordering = ["asked_at", "pk"]

    @property
    def is_wanted(self) -> bool:
        """Whether it was asked for and is not given; see ``Opinions.wanted``."""
        return self.given_on is None and self.withdrawn_at is None

    def __str__(self) -> str:
        return f"opinion for {self.decision.case.reference}"
