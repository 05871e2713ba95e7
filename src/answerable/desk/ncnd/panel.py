"""What the register shows on a case: the class that governs it, or one to be judged."""

from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.panels import Mark, Panel, Step
from answerable.desk.cases.transitions import FINISHED
from answerable.desk.ncnd.consistency import conflicts, undecided
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url


def for_case(case: Case, actor: User) -> list[Panel]:
    """The class, to those who may read the register."""
    if case.ncnd_class is None or not can(actor, Permission.READ_NCND):
        return []
    return [Panel("Neither confirm nor deny", "ncnd/governs.html", {"ncnd_class": case.ncnd_class})]


def for_question(question: Question, actor: User) -> list[Mark]:
    """The class beside every question of a case that it governs."""
    ncnd_class = question.case.ncnd_class
    if ncnd_class is None or not can(actor, Permission.READ_NCND):
        return []
    url = staff_url("ncnd_class", ncnd_class.public_id)
    return [Mark(f"NCND class “{ncnd_class.name}”", url, "purple")]


def next_steps(case: Case, actor: User) -> list[Step]:
    """A class to be judged before anything else, or a case that is heading another way."""
    if case.where in FINISHED or not can(actor, Permission.READ_NCND):
        return []
    if case.ncnd_class is not None:
        return [Step(words) for words in conflicts(case)]
    url = staff_url("triage", case.reference)
    return [
        Step(f"Does the class “{each.ncnd_class.name}” of the register govern this case?", url)
        for each in undecided(case)
    ]
