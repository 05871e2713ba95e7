"""What a case shows of its tasks: who owes what, who answered, and the search log."""

from django.db.models import Prefetch, prefetch_related_objects

from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.panels import Mark, Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import RUNNING, State
from answerable.desk.db.at_once import Lookup
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url
from answerable.desk.tasks.log import search_log
from answerable.desk.tasks.models import ACTIVITIES, Search, Task, TaskQuestion
from answerable.desk.today import today
from answerable.desk.ui.jinja import day


def reads(case: Case, actor: User) -> list[Lookup]:
    """The tasks with all that is shown of them, and the searches; nothing where a class governs."""
    if case.ncnd_class_id is not None:
        return []
    searches = Prefetch(
        "searches", Search.objects.select_related("task__area"), to_attr="searches_shown"
    )
    return [
        *([] if nothing(case, "tasks") else [_with_links()]),
        *([] if nothing(case, "searches") else [searches]),
    ]


def for_case(case: Case, actor: User) -> list[Panel]:
    """Who owes what, and the search log; nothing where a class governs the case."""
    if case.ncnd_class_id is not None:
        return []
    tasks, log, works = _tasks(case), search_log(case), can(actor, Permission.WRITE_CASES)
    panels = []
    if tasks or works:
        context = {"tasks": tasks, "today": today(), "works": works and case.where is State.OPEN}
        panels.append(Panel("Service areas", "tasks/panel_tasks.html", context))
    if log:
        spent: dict[str, int] = {}
        for line in log:
            spent[line.activity] = spent.get(line.activity, 0) + line.minutes
        shown = [(ACTIVITIES[name], minutes) for name, minutes in spent.items()]
        context = {"log": log, "spent": shown, "total": sum(spent.values()), "works": works}
        panels.append(Panel("Search log", "tasks/panel_log.html", context))
    return panels


def for_question(question: Question, actor: User) -> list[Mark]:
    """Who has the question: "waiting for Housing since 3 November 2026"."""
    if question.case.ncnd_class_id is not None:
        return []
    return [
        Mark(_words(task), staff_url("task", task.public_id), _colour(task))
        for task in _tasks(question.case)
        if task.state != "taken_back"
        and question.pk in {link.question_id for link in task.links.all()}
    ]


def next_steps(case: Case, actor: User) -> list[Step]:
    """Tasks that came back, and those that are late."""
    if case.ncnd_class_id is not None or case.where not in RUNNING:
        return []
    tasks = _tasks(case)
    steps = [
        Step(f"{task.area.name} returned {_questions(task)}", staff_url("task", task.public_id))
        for task in tasks
        if task.state == "returned" and not _went_elsewhere(task, tasks)
    ]
    steps += [
        Step(
            f"{task.area.name} is late with {_questions(task)}",
            staff_url("task", task.public_id),
        )
        for task in tasks
        if task.is_open and task.due_on < today()
    ]
    return steps


def _tasks(case: Case) -> list[Task]:
    """The tasks of a case with all that is shown of them, read once a page."""
    if nothing(case, "tasks"):
        return []
    prefetch_related_objects([case], _with_links())
    found: list[Task] = case.tasks_shown  # type: ignore[attr-defined]
    return found


def _with_links() -> Lookup:
    links = Prefetch("links", TaskQuestion.objects.select_related("question"))
    tasks = Task.objects.select_related("area", "accepted_by").prefetch_related(links)
    return Prefetch("tasks", tasks, to_attr="tasks_shown")


def _went_elsewhere(task: Task, tasks: list[Task]) -> bool:
    asked = {link.question_id for link in task.links.all()}
    later = [each for each in tasks if each.pk > task.pk and each.state != "taken_back"]
    return asked <= {link.question_id for each in later for link in each.links.all()}


def _questions(task: Task) -> str:
    numbers = [link.question.number for link in task.links.all()]
    if len(numbers) == 1:
        return f"question {numbers[0]}"
    return f"questions {', '.join(numbers[:-1])} and {numbers[-1]}"


def _words(task: Task) -> str:
    if task.is_open:
        return f"waiting for {task.area.name} since {day(task.given_at)}"
    return f"{task.state} by {task.area.name}"


def _colour(task: Task) -> str:
    if task.is_open:
        return "orange" if task.due_on < today() else "yellow"
    return "green" if task.state == "answered" else "red"
