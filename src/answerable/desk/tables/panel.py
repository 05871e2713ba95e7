"""What a case shows of its tables. Nothing, where a class of the register governs it."""

from django.db.models import Prefetch, prefetch_related_objects

from answerable.desk.cases.models import Case, Question
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import State
from answerable.desk.db.at_once import Lookup
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.sites import staff_url
from answerable.desk.tables.models import TableRelease

_WORKING = (State.OPEN, State.REVIEW)


def reads(case: Case, actor: User) -> list[Lookup]:
    """The tables that were accepted or sent; nothing where a class governs."""
    if case.ncnd_class_id is not None:
        return []
    with_drafts = Question.objects.filter(table_draft__isnull=False).order_by("position")
    drafts = Prefetch("questions", with_drafts, to_attr="questions_with_drafts")
    seen = TableRelease.objects.visible_to(actor)
    releases = Prefetch("table_releases", seen, to_attr="tables_shown")
    return [
        *([] if nothing(case, "table_releases") else [releases]),
        *([drafts] if can(actor, Permission.READ_CASES) and can(actor, Permission.DECIDE) else []),
    ]


def for_case(case: Case, actor: User) -> list[Panel]:
    """A line for each question: its table, or where to give one; counts first."""
    if case.ncnd_class_id is not None or not can(actor, Permission.READ_CASES):
        return []
    decides = can(actor, Permission.DECIDE) and case.where in _WORKING
    if not decides and nothing(case, "table_releases"):
        return []
    prefetch_related_objects([case], *reads(case, actor))
    releases: list[TableRelease] = getattr(case, "tables_shown", [])
    drafts = {each.pk for each in getattr(case, "questions_with_drafts", [])}
    rows = []
    for question in sorted(case.questions.all(), key=lambda each: not each.wants_counts):
        own = [each for each in releases if each.question_id == question.pk]
        if own or (decides and (question.wants_counts or question.pk in drafts)):
            rows.append((question, own, question.pk in drafts))
    others = decides and not any(question.wants_counts for question in case.questions.all())
    if not rows and not others:
        return []
    others_of = list(case.questions.all()) if others and not rows else []
    context = {"rows": rows, "decides": decides, "others": others_of}
    return [Panel("Tables", "tables/panel.html", context, side=True)]


def next_steps(case: Case, actor: User) -> list[Step]:
    """The questions that ask for counts and have no table yet."""
    if case.ncnd_class_id is not None or case.where not in _WORKING:
        return []
    if not can(actor, Permission.DECIDE):
        return []
    asked = [each for each in case.questions.all() if each.wants_counts]
    if not asked:
        return []
    done = _decided(case)
    if not nothing(case, "table_releases"):
        done |= set(TableRelease.objects.filter(case=case).values_list("question_id", flat=True))
    return [
        Step(
            f"Question {each.number} asks for counts: check the table",
            staff_url("table", case.reference, each.public_id),
        )
        for each in asked
        if each.pk not in done
    ]


def _decided(case: Case) -> set[int]:
    """Questions with a signed decision: there is nothing left to check before it."""
    if nothing(case, "decisions"):
        return set()
    signed = case.decisions.filter(signed_at__isnull=False, ended_at__isnull=True)
    return set(signed.values_list("questions", flat=True))
