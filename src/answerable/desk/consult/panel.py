"""What a case shows of its third parties: whom, since when, and what is still to come."""

from django.db.models import prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import RUNNING
from answerable.desk.consult.models import ThirdParty
from answerable.desk.db.at_once import Lookup
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url
from answerable.desk.today import today


def reads(case: Case, actor: User) -> list[Lookup]:
    """Who was asked; nothing where a class governs the case."""
    silent = case.ncnd_class_id is not None or nothing(case, "third_parties")
    return [] if silent else ["third_parties"]


def for_case(case: Case, actor: User) -> list[Panel]:
    """Who was asked; nothing where a class governs the case."""
    if case.ncnd_class_id is not None:
        return []
    parties = _parties(case)
    works = can(actor, Permission.WRITE_CASES) and case.where in RUNNING
    if not parties and not works:
        return []
    return [Panel("Third parties", "consult/panel.html", {"parties": parties, "works": works})]


def next_steps(case: Case, actor: User) -> list[Step]:
    """Answers that should have come by now, and views that were not weighed."""
    if case.ncnd_class_id is not None or case.where not in RUNNING:
        return []
    steps = []
    for party in _parties(case):
        where = staff_url("third_party", party.public_id)
        if party.asked_on and not party.answered_on and party.answer_by:
            if party.answer_by < today():
                steps.append(Step(f"{party.name} has not answered", where))
        elif party.answered_on and not party.weighed:
            steps.append(Step(f"Weigh what {party.name} said", where))
    return steps


def _parties(case: Case) -> list[ThirdParty]:
    if nothing(case, "third_parties"):
        return []
    prefetch_related_objects([case], "third_parties")
    return list(case.third_parties.all())
