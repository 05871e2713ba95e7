"""The mail that says: we have your request, and by when you will have an answer."""

import re

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from answerable.desk.ask.language import full_address, in_language
from answerable.desk.ask.why import why
from answerable.desk.authority.models import the_authority
from answerable.desk.cases.models import Case
from answerable.desk.sending.queue import queue_mail_here
from answerable.desk.today import today

# Nobody reads there, or a program answers, and two programs would write to each other for ever.
_ROBOT = re.compile(
    r"^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?|auto-?reply)\b", re.IGNORECASE
)


def can_be_told(email: str) -> bool:
    """Whether there is somebody at this address to acknowledge a request to."""
    return bool(
        email and not _ROBOT.match(email) and email.lower() != the_authority().email.lower()
    )


def acknowledge(case: Case, token: str) -> None:
    """Queue the mail, in the applicant's language, if there is anybody to send it to.

    The request is not repeated in it: whoever typed somebody else's address into our form must
    not be able to send them words through us.
    """
    to = case.applicant_email
    if not can_be_told(to):
        return
    with in_language(case.language):
        body = render_to_string(
            "ask/acknowledgement.txt",
            {
                "case": case,
                "authority": the_authority(),
                "why": why(case),
                "link": full_address("status", token) if token else "",
            },
        )
        subject = _("Your request %(reference)s") % {"reference": case.reference}
    queue_mail_here(
        by=None, case=case, kind="acknowledgement", to=to, subject=subject, body=body.strip() + "\n"
    )
    Case.objects.filter(pk=case.pk).update(acknowledged_on=today())
