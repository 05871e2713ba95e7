"""What clearance says on the page of a case."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.models import Clearing
from answerable.desk.clearance.standing import digest_of, waits_for
from answerable.desk.clearance.steps import STEPS
from answerable.desk.letters.current import being_written
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url


def for_case(case: Case, actor: User) -> list[Panel]:
    """Who cleared which version, what is void, who returned it."""
    if nothing(case, "clearings") and nothing(case, "returns"):
        return []
    clearings = [
        (each, STEPS[each.step].words if each.step in STEPS else each.step)
        for each in Clearing.objects.visible_to(actor)
        .filter(case=case)
        .select_related("by", "letter")
    ]
    returns = list(case.returns.select_related("by", "letter"))
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
