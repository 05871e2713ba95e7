"""Tasks of the made-up authority, through the real actions."""

from collections.abc import Sequence

from answerable.desk.cases.models import Case
from answerable.desk.demo.asked import Asked
from answerable.desk.demo.world import World
from answerable.desk.people.models import ServiceArea, User
from answerable.desk.tasks.actions import Searched, accept, answer, give_out
from answerable.desk.tasks.models import Task

_ANSWER = (
    "We hold this in our case system. The figures are in the answer to each question; the "
    "contract prices are in the schedule, and the supplier asked us to keep them confidential."
)


def allocate(case: Case, officer: User, areas: Sequence[ServiceArea]) -> list[Task]:
    """Give each question of the case to one of the areas, in turn."""
    tasks = []
    for place, area in enumerate(areas):
        questions = list(case.questions.all())[place :: len(areas)]
        if questions:
            tasks.append(
                give_out(
                    case,
                    questions,
                    area,
                    by=officer,
                    message="Please send what you hold, and say where you looked.",
                )
            )
    return tasks


def answer_tasks(case: Case, contributor: User) -> list[Task]:
    """Let a contributor take up and answer every open task of their areas in this case."""
    mine = Task.objects.visible_to(contributor).owed().filter(case=case)
    return [
        answer(
            accept(task, by=contributor),
            _ANSWER,
            by=contributor,
            searches=[
                Searched(
                    place="the case system",
                    custodian="team manager",
                    terms="contract, price, number",
                    minutes=25,
                    result="found",
                ),
                Searched(
                    place="the shared folder of the team",
                    terms="schedule",
                    activity="extracting",
                    minutes=15,
                    result="found",
                ),
            ],
        )
        for task in mine
    ]


def give_tasks(case: Case, world: World, asked: Asked) -> None:
    """The act "give tasks" of a story: to the service that holds it, or to four of them."""
    if case.ncnd_class_id is not None:
        return
    areas = [world.services[asked.service]]
    if case.questions.count() >= _MANY:
        others = [area for area in world.services.values() if area not in areas]
        areas += others[: _MANY - 1]
    allocate(case, case.owner or world.officer, areas)


def do_tasks(case: Case, world: World, asked: Asked) -> None:
    """The act "do tasks" of a story: every service that has one answers."""
    for contributor in world.contributors.values():
        answer_tasks(case, contributor)


_MANY = 4  # services, for a request with as many questions
