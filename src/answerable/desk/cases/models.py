"""A case, its questions, and what happened to its clock."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models

from answerable.clock import Event as ClockEvent
from answerable.desk.cases.references import new_reference
from answerable.desk.cases.transitions import FINISHED, RUNNING, STATE_WORDS, WAITING, State
from answerable.desk.cases.words import CLOCK
from answerable.desk.people.models import ServiceArea, User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now
from answerable.model import Regime

HOW = {
    "form": "our form",
    "email": "e-mail",
    "post": "post",
    "counter": "our counter",
    "social": "social media",
    "transfer": "transferred to us",
}
OUTCOMES = {
    "full": "everything supplied",
    "partial": "part supplied",
    "refused": "refused",
    "ncnd": "neither confirmed nor denied",
    "not_held": "not held",
    "cost_limit": "refused: cost limit",
    "vexatious": "refused: vexatious",
    "repeated": "refused: repeated",
    "already_accessible": "already accessible",
    "future_publication": "to be published",
    "transfer": "transferred",
    "other": "other",
}


class Cases(models.QuerySet["Case"]):
    """Cases, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Cases:
        """The cases ``actor`` may see. A contributor sees tasks, not cases; the public, none."""
        if isinstance(actor, User) and Permission.READ_CASES in actor.may:
            return self
        return self.none()

    def running(self) -> Cases:
        """Those for which an answer is owed and the days count."""
        return self.filter(state__in=RUNNING)

    def waiting(self) -> Cases:
        """Those that wait for the applicant; never overdue."""
        return self.filter(state__in=WAITING)

    def unfinished(self) -> Cases:
        """Those that still need something from somebody."""
        return self.exclude(state__in=FINISHED)


class Case(models.Model):
    """A request for information and everything done about it. FOIA s.8; EIR reg.5."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    reference = models.CharField(max_length=20, unique=True, default=new_reference)
    title = models.CharField(max_length=160)
    text = models.TextField()  # the request as it came, word for word
    regime = models.CharField(max_length=6, choices=[(r.value, r.value) for r in Regime])
    regime_reasons = models.JSONField(default=list, blank=True)
    state = models.CharField(
        max_length=20,
        choices=[(s.value, w) for s, w in STATE_WORDS.items()],
        default=State.RECEIVED,
    )
    version = models.PositiveIntegerField(default=1)
    outcome = models.CharField(max_length=20, blank=True, choices=list(OUTCOMES.items()))

    applicant_name = models.CharField(max_length=160, blank=True)
    applicant_email = models.EmailField(blank=True)
    applicant_address = models.TextField(blank=True)
    language = models.CharField(max_length=5, default="en")
    wants_form = models.CharField(max_length=60, blank=True)  # the form of answer, FOIA s.11

    received_on = models.DateField()
    received_at = models.DateTimeField(default=now)
    received_how = models.CharField(max_length=12, choices=list(HOW.items()), default="form")
    received_reason = models.TextField(blank=True)  # why the day is not the day we got it
    due_on = models.DateField(null=True)  # as the clock last said; ``clock`` explains it
    sent_on = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    # The register's class, where one governs; set before anything is searched.
    ncnd_class = models.ForeignKey(
        "ncnd.NcndClass", null=True, blank=True, on_delete=models.PROTECT, related_name="cases"
    )
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="cases"
    )
    created_at = models.DateTimeField(default=now)

    objects = Cases.as_manager()

    class Meta:
        ordering = ["due_on", "reference"]
        indexes = [models.Index(fields=["state", "due_on"])]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def law(self) -> Regime:
        """The regime as the core knows it."""
        return Regime(self.regime)

    @property
    def where(self) -> State:
        """The state as the table of transitions knows it."""
        return State(self.state)

    @property
    def state_words(self) -> str:
        """Where it stands, for a person."""
        return STATE_WORDS[self.where]


class Question(models.Model):
    """One thing asked: the unit that is given to a service, decided and answered."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=12)
    text = models.TextField()
    wants_counts = models.BooleanField(default=False)
    service = models.ForeignKey(
        ServiceArea, null=True, blank=True, on_delete=models.PROTECT, related_name="questions"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="one_question_a_position")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text[:60]}"


class ClockNote(models.Model):
    """Something that bears on the clock, in the core's own words for it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clock_notes")
    type = models.CharField(max_length=40)  # an event of the clock: "clarification_received"
    on = models.DateField(null=True, blank=True)
    starts = models.DateField(null=True, blank=True)
    ends = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.type} {self.on or self.starts}"

    @property
    def words(self) -> str:
        """What happened, for a person."""
        return CLOCK[self.type]

    @property
    def event(self) -> ClockEvent:
        """As the clock takes it."""
        return ClockEvent(type=self.type, on=self.on, from_=self.starts, to=self.ends)


class Note(models.Model):
    """A remark of an officer or a piece of correspondence on the timeline. Never in a letter."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    direction = models.CharField(
        max_length=8, choices=[("in", "in"), ("out", "out"), ("note", "note")], default="note"
    )
    title = models.CharField(max_length=160, blank=True)
    text = models.TextField()
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.title or self.text[:60]


def days_late(case: Case, today: date) -> int:
    """How many calendar days past due, 0 while in time or while the applicant is awaited."""
    if case.due_on is None or case.where not in RUNNING:
        return 0
    return max(0, (today - case.due_on).days)
