"""Which earlier cases are shown beside one, to whom, and why."""

from dataclasses import dataclass
from datetime import date

from answerable.desk.asked_before.models import Asked
from answerable.desk.cases.models import OUTCOMES, Case, Cases
from answerable.desk.cases.there import nothing
from answerable.desk.people.can import can
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.publish.models import Publication

LABELS = {"near": "nearly the same", "words": "same words", "subject": "same subject"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier case: what became of it, when, and why it is shown."""

    reference: str
    title: str
    outcome: str
    date: date
    why: str
    published: str = ""  # the public id of its entry in the log


def asked_before(case: Case, actor: User) -> list[Earlier]:
    """Earlier cases of ours like this one that ``actor`` may see, the most alike first.

    Where a class of the register governs the case only others under the same class are shown: how
    a like question was once answered must not bear on it.
    """
    asked = None if nothing(case, "asked") else asked_of(case)
    if asked is None or not asked.like:
        return []
    why = {case_id: why_shown(kind, words) for case_id, kind, words in asked.like}
    cases = may_be_shown(case, actor).filter(pk__in=why)
    published = dict(
        Publication.objects.visible_to(actor)
        .filter(case__in=cases, state="published")
        .values_list("case_id", "public_id")
    )
    places = {case_id: n for n, case_id in enumerate(why)}
    return [
        Earlier(
            reference=each.reference,
            title=each.title,
            outcome=OUTCOMES.get(each.outcome, each.state_words),
            date=each.sent_on or each.received_on,
            why=why[each.pk],
            published=published.get(each.pk, ""),
        )
        for each in sorted(cases, key=lambda each: places[each.pk])
    ]


def asked_of(case: Case) -> Asked | None:
    """What was found for a case, if anything was looked for yet."""
    try:
        return case.asked
    except Asked.DoesNotExist:
        return None


def may_be_shown(case: Case, actor: User) -> Cases:
    """The cases of which ``actor`` may be shown anything beside ``case``.

    Beside one that a class governs, only others of that class; the governed ones only to who reads
    the register.
    """
    cases = Case.objects.visible_to(actor).exclude(pk=case.pk)
    if case.ncnd_class_id is not None:
        return cases.filter(ncnd_class=case.ncnd_class_id)
    if not can(actor, Permission.READ_NCND):
        return cases.filter(ncnd_class__isnull=True)
    return cases


def why_shown(kind: str, words: str) -> str:
    """The reason in words."""
    if kind == "near" and words == "100%":
        return "the same words"
    if kind == "near":
        return f"the same request but for a few words ({words} in common)"
    if kind == "subject":
        return f"perhaps the same subject in other words ({words} alike in meaning)"
    return f"both speak of {words}"
