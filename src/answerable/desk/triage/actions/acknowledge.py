"""Telling the applicant that the request came. s.45 Code; FOISA s.60 Code."""

from django.db import transaction
from django.utils.translation import gettext as _

from answerable.desk.ask.language import in_language
from answerable.desk.ask.links import give_link
from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import RUNNING
from answerable.desk.letters.welsh import in_welsh
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.today import today
from answerable.desk.triage.actions.out import write_out
from answerable.desk.triage.letters import acknowledgement
from answerable.model import UnusableInputError


@transaction.atomic
def acknowledge(case: Case, *, by: User) -> bool:
    """Acknowledge the request once; returns whether by mail.

    The same words whatever governs the case, so they say nothing about what is held.

    Raises:
        UnusableInputError: it was acknowledged before, or no answer is owed any more.
    """
    require(by, Permission.WRITE_CASES)
    if case.where not in RUNNING:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}; there is nothing to say."
        )
    changed = Case.objects.filter(pk=case.pk, acknowledged_on__isnull=True)
    if not changed.update(acknowledged_on=today()):
        raise UnusableInputError(f"{case.reference} was acknowledged before.")
    case.acknowledged_on = today()
    postscript = ""
    if case.applicant_email and not case.private_links.exists():
        with in_language("cy" if in_welsh(case, case.law) else "en"):
            here = _("You can follow your request, and write to us, here:")
            postscript = f"{here}\n{give_link(case)}\n"
    return write_out(case, "acknowledgement", acknowledgement(case), by=by, postscript=postscript)
