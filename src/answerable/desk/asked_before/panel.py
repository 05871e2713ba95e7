"""What was asked before, in the narrow column of a case, beside its questions and what differs."""

from answerable.desk.asked_before.answers import answered_by_question
from answerable.desk.asked_before.search import asked_before, asked_of
from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.panels import Mark, Panel
from answerable.desk.cases.there import nothing
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url

_FOUND = "_answered_by_question"


def for_case(case: Case, actor: User) -> list[Panel]:
    """The earlier cases and the other bodies that were asked the same, if there are any."""
    earlier = asked_before(case, actor)
    bodies = _bodies(case, actor)
    if not earlier and not bodies:
        return []
    title = f"Asked before ({len(earlier)})" if earlier else "Asked of others"
    context = {"earlier": earlier, "bodies": bodies, "reference": case.reference}
    return [Panel(title, "asked_before/panel.html", context, side=True)]


def _bodies(case: Case, actor: User) -> list[str]:
    """Who else was asked, as the worker found it; nobody beside a case that a class governs."""
    if case.ncnd_class_id is not None or not can(actor, Permission.READ_CASES):
        return []
    asked = None if nothing(case, "asked") else asked_of(case)
    return (asked.bodies or []) if asked else []


def for_question(question: Question, actor: User) -> list[Mark]:
    """How often the question was asked before and how the most alike was answered."""
    case = question.case
    # Every question of the page asks; what is found for the first of them serves them all.
    found = case.__dict__.get(_FOUND)
    if found is None or found[0] != actor.pk:
        found = case.__dict__[_FOUND] = (actor.pk, answered_by_question(case, actor))
    earlier = found[1].get(question.pk, [])
    if not earlier:
        return []
    by_words = [each for each in earlier if each.by_words]
    first, times = (by_words or earlier)[0], len(by_words)
    address = f"{staff_url('before', question.case.reference)}#q{question.position}"
    if not by_words:
        return [Mark(f"same subject before: {first.outcome}", address)]
    said = "" if times == 1 else f" {times} times"
    return [Mark(f"asked before{said}: {first.outcome}", address)]
