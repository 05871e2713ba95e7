"""Sending the reminders that are due. The worker calls ``chase_all`` every so often."""

from collections import defaultdict
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from answerable.desk.authority.models import the_authority
from answerable.desk.events.record import record
from answerable.desk.sending.queue import queue_mail
from answerable.desk.sites import staff_url
from answerable.desk.tasks.actions.change import area_name
from answerable.desk.tasks.actions.give import tell
from answerable.desk.tasks.chasers import ESCALATE, Owed, chasers_due
from answerable.desk.tasks.models import Chaser, Task


def chase_all(now: datetime) -> int:
    """Send every reminder that is due on the day of ``now`` in London, each once.

    The area's mailbox is reminded; when it stays silent for days, the officer is told too. Run
    twice, or by two workers at once, it sends nothing twice. Gives how many went out.
    """
    day = timezone.localtime(now).date()
    tasks = {task.public_id: task for task in Task.objects.owed().select_related("case", "area")}
    sent: defaultdict[int, set[str]] = defaultdict(set)
    for chaser in Chaser.objects.filter(task__in=tasks.values()).select_related("task"):
        if chaser.for_due == chaser.task.due_on:
            sent[chaser.task_id].add(chaser.stage)
    owed = [
        Owed(task.public_id, task.due_on, task.case.law, frozenset(sent[task.pk]))
        for task in tasks.values()
    ]
    return sum(_chase(tasks[each.public_id], stage) for each, stage in chasers_due(owed, day))


@transaction.atomic
def _chase(task: Task, stage: str) -> bool:
    _, first = Chaser.objects.get_or_create(task=task, stage=stage, for_due=task.due_on)
    if not first:
        return False
    tell(task, by=None, kind="chaser")
    if stage == ESCALATE:
        _tell_officer(task)
    record(
        "tasks.chased",
        by="system",
        case=task.case.reference,
        task=task.public_id,
        area=area_name(task.area),
        stage=stage,
    )
    return True


def _tell_officer(task: Task) -> None:
    owner = task.case.owner
    to = owner.email if owner and owner.is_active else the_authority().email
    page = f"{settings.ADDRESS}{staff_url('case', task.case.reference)}"
    if to:
        queue_mail(
            by=None,
            case=task.case,
            kind="chaser",
            to=to,
            subject=f"{task.case.reference}: {task.area.name} has not answered",
            body=f"{task.area.name} was to answer by {task.due_on:%-d %B %Y} and has not: {page}\n",
        )
