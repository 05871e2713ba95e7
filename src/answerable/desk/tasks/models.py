"""A task given to a service area, the questions in it, what was searched, and its reminders."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.transitions import RUNNING
from answerable.desk.files.models import Attachment
from answerable.desk.people.models import ServiceArea, User, new_id
from answerable.desk.people.permissions import Permission
from answerable.desk.today import now

STATES = {
    "given": "given out",
    "accepted": "being worked on",
    "returned": "returned",
    "answered": "answered",
    "taken_back": "taken back",
}
OPEN = ("given", "accepted")
#: The only work that may be counted towards the limit of cost. SI 2004/3244 reg.4(3).
ACTIVITIES = {
    "determining": "finding out whether we hold it",
    "locating": "finding it",
    "retrieving": "getting it out",
    "extracting": "taking out what was asked for",
}
RESULTS = {"found": "something found", "nothing": "nothing found"}


class Tasks(models.QuerySet["Task"]):
    """Tasks, through the one gate of visibility."""

    def visible_to(self, actor: Any) -> Tasks:
        """All to those who read cases; to contributors those of their own service areas.

        A case of a neither-confirm-nor-deny class has none, whatever was given out before.
        """
        if not isinstance(actor, User):
            return self.none()
        heard = self.filter(case__ncnd_class__isnull=True)
        if Permission.READ_CASES in actor.may:
            return heard
        if Permission.ANSWER_TASKS in actor.may:
            return heard.filter(area__in=actor.service_areas.all())
        return self.none()

    def owed(self) -> Tasks:
        """Those for which an answer is still awaited, in cases that go on."""
        return self.filter(state__in=OPEN, case__state__in=RUNNING, case__ncnd_class__isnull=True)


class Task(models.Model):
    """Questions of one case, given to one service area with a day to answer by."""

    public_id = models.CharField(max_length=20, unique=True, default=new_id, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    area = models.ForeignKey(ServiceArea, on_delete=models.PROTECT, related_name="tasks")
    questions: models.ManyToManyField[Question, TaskQuestion] = models.ManyToManyField(
        Question, through="TaskQuestion", related_name="tasks"
    )
    message = models.TextField(blank=True)
    due_on = models.DateField()
    state = models.CharField(max_length=12, choices=list(STATES.items()), default="given")
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=now)
    # Who took it up. It stays the area's: of somebody who left, nobody has it.
    accepted_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    returned_because = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    files = models.ManyToManyField(Attachment, blank=True, related_name="+")
    ended_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = Tasks.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.area}: {self.case.reference}"

    @property
    def is_open(self) -> bool:
        """Whether an answer is still awaited."""
        return self.state in OPEN

    @property
    def holder(self) -> User | None:
        """Who works on it: nobody if the one who took it up has left."""
        taken = self.accepted_by
        return taken if taken is not None and taken.is_active else None

    @property
    def state_words(self) -> str:
        """Where it stands, for a person."""
        if self.is_open:
            return f"with {self.holder.name}" if self.holder else "nobody has taken it up"
        return STATES[self.state]


class TaskQuestion(models.Model):
    """A question in a task; it keeps the question from being removed."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="links")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["question__position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["task", "question"], name="a_question_once_a_task")
        ]

    def __str__(self) -> str:
        return f"{self.task_id}: {self.question_id}"


class Search(models.Model):
    """One place that was searched: a line of the search log."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="searches")
    task = models.ForeignKey(
        Task, null=True, blank=True, on_delete=models.PROTECT, related_name="searches"
    )
    place = models.CharField(max_length=200)
    custodian = models.CharField(max_length=120, blank=True)
    terms = models.CharField(max_length=300, blank=True)
    activity = models.CharField(max_length=12, choices=list(ACTIVITIES.items()), default="locating")
    minutes = models.PositiveIntegerField()
    result = models.CharField(max_length=8, choices=list(RESULTS.items()))
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.place


class Chaser(models.Model):
    """A reminder that went out: each stage once for each day a task was due."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="chasers")
    stage = models.CharField(max_length=12)
    for_due = models.DateField()
    sent_at = models.DateTimeField(default=now)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["task", "stage", "for_due"], name="a_chaser_once")
        ]

    def __str__(self) -> str:
        return f"{self.stage} for {self.for_due}"
