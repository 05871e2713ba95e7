"""What triage shows on a case: the next step, letters awaited, and the ways to go."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.transitions import State
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url
from answerable.desk.triage.doors import doors


def next_steps(case: Case, actor: User) -> list[Step]:
    """Triage for a new case; what is awaited for one that waits."""
    if not can(actor, Permission.WRITE_CASES):
        return []
    if case.where is State.RECEIVED:
        n = len(case.questions.all())  # the page has them at hand
        words = f"Triage: {n} question{'' if n == 1 else 's'} proposed"
        return [Step(words, staff_url("triage", case.reference))]
    if case.where is State.CLARIFYING:
        return [Step("The applicant clarified?", staff_url("triage_clarified", case.reference))]
    if case.where is State.FEE_ASKED:
        return [Step("The fee came?", staff_url("triage_fee_paid", case.reference))]
    return []


def for_case(case: Case, actor: User) -> list[Panel]:
    """The ways to go, in the narrow column."""
    ways = doors(case) if can(actor, Permission.WRITE_CASES) else []
    if not ways:
        return []
    links = [(way.words, staff_url(way.name, case.reference)) for way in ways]
    return [Panel("More to do with it", "triage/ways.html", {"links": links}, side=True)]
