"""What a case shows of its decisions: a mark a question, what is still to be decided."""

from django.db.models import Prefetch, prefetch_related_objects

from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.panels import Mark, Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import State
from answerable.desk.db.at_once import Lookup
from answerable.desk.decide.models import Decision, DecisionQuestion, Opinion
from answerable.desk.decide.opinions import needs_opinion
from answerable.desk.decide.words import in_few_words
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url

_WORKING = (State.OPEN, State.REVIEW)


def reads(case: Case, actor: User) -> list[Lookup]:
    """The decisions that stand."""
    return [] if nothing(case, "decisions") else [_decisions()]


def for_case(case: Case, actor: User) -> list[Panel]:
    """The decisions that stand, with where to change or add one."""
    decisions = _standing(case)
    decides = can(actor, Permission.DECIDE) and case.where in _WORKING
    if not decisions and not decides:
        return []
    rows = [(each, in_few_words(each)) for each in decisions]
    context = {"rows": rows, "decides": decides, "silent": case.ncnd_class_id is not None}
    return [Panel("Decisions", "decide/panel.html", context)]


def for_question(question: Question, actor: User) -> list[Mark]:
    """How the question stands: "decided: withheld s.43(2)", "draft: not held", "no decision"."""
    own = [
        each
        for each in _standing(question.case)
        if question.pk in {link.question_id for link in each.links.all()}
    ]
    if not own:
        return [Mark("no decision", _decide_at(question, actor))]
    return [
        Mark(
            f"{'decided' if each.is_signed else 'draft'}: {in_few_words(each)}",
            staff_url("decision", each.public_id),
            "green" if each.is_signed else "blue",
        )
        for each in own
    ]


def next_steps(case: Case, actor: User) -> list[Step]:
    """What is still to be decided or signed, and the opinions that are awaited."""
    if case.where not in _WORKING:
        return []
    decided: set[int] = set()
    drafted: set[int] = set()
    for each in _standing(case):
        ids = {link.question_id for link in each.links.all()}
        (decided if each.is_signed else drafted).update(ids)
    every = [each.pk for each in case.questions.all()]
    none = [pk for pk in every if pk not in decided | drafted]
    unsigned = [pk for pk in every if pk in drafted - decided]
    steps = []
    if none and case.ncnd_class_id is not None:
        steps.append(Step("Sign the decision of the class", staff_url("decide", case.reference)))
    elif none:
        steps.append(Step(_count(none, "no decision"), staff_url("decide", case.reference)))
    if unsigned:
        draft = next(each for each in _standing(case) if not each.is_signed)
        where = staff_url("decision", draft.public_id)
        steps.append(Step(_count(unsigned, "a decision that is not signed"), where))
    if not any(needs_opinion(each) for each in _standing(case)):
        return steps
    steps += [
        Step("The qualified person's opinion is awaited", staff_url("opinion", each.public_id))
        for each in Opinion.objects.wanted().filter(
            decision__case=case, decision__ended_at__isnull=True
        )
    ]
    return steps


def _standing(case: Case) -> list[Decision]:
    """The decisions that stand, read once a page."""
    if nothing(case, "decisions"):
        return []
    prefetch_related_objects([case], _decisions())
    found: list[Decision] = case.standing_decisions  # type: ignore[attr-defined]
    return found


def _decisions() -> Lookup:
    rows = Decision.objects.standing().heard().select_related("signed_by")
    links = Prefetch("links", DecisionQuestion.objects.select_related("question"))
    return Prefetch("decisions", rows.prefetch_related(links), to_attr="standing_decisions")


def _decide_at(question: Question, actor: User) -> str:
    if not can(actor, Permission.DECIDE) or question.case.where not in _WORKING:
        return ""
    return f"{staff_url('decide', question.case.reference)}?q={question.public_id}"


_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


def _count(questions: list[int], what: str) -> str:
    n = len(questions)
    shown = _NUMBERS[n] if n < len(_NUMBERS) else str(n)
    return f"{shown} question{' has' if n == 1 else 's have'} {what}"
