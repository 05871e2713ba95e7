"""What clearance says on the page of a case."""

from django.db.models import Prefetch, prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.models import Clearing, Comment
from answerable.desk.clearance.standing import digest_of, waits_for
from answerable.desk.clearance.steps import STEPS
from answerable.desk.db.at_once import Lookup
from answerable.desk.letters.current import being_written
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url


def reads(case: Case, actor: User) -> list[Lookup]:
    """What was cleared and what was returned."""
    clearings = Prefetch(
        "clearings",
        Clearing.objects.visible_to(actor).select_related("by", "letter"),
        to_attr="clearings_shown",
    )
    returns = Prefetch("returns", Comment.objects.select_related("by", "letter"))
    return [
        *([] if nothing(case, "clearings") else [clearings]),
        *([] if nothing(case, "returns") else [returns]),
    ]


def for_case(case: Case, actor: User) -> list[Panel]:
    """Who cleared which version, what is void, who returned it."""
    if nothing(case, "clearings") and nothing(case, "returns"):
        return []
    prefetch_related_objects([case], *reads(case, actor))
    clearings = [
        (each, STEPS[each.step].words if each.step in STEPS else each.step)
        for each in getattr(case, "clearings_shown", [])
    ]
    returns = [] if nothing(case, "returns") else list(case.returns.all())
    if not clearings and not returns:
        return []
    context = {"case": case, "clearings": clearings, "returns": returns}
    return [Panel("Clearance", "clearance/panel.html", context)]


def next_steps(case: Case, actor: User) -> list[Step]:
    """For whom the letter waits."""
    if case.where is not State.CLEARANCE:
        return []
    address = staff_url("case_clearance", case.reference)
    letter = being_written(case)
    step = waits_for(letter, digest_of(letter)) if letter else None
    return [Step(f"Waiting for clearance: {step.words if step else 'letter missing'}", address)]
