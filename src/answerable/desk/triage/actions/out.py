"""A letter on its way out: queued as mail where there is an address, on the timeline always."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _n

from answerable.desk.ask.language import in_language
from answerable.desk.cases.actions import add_note
from answerable.desk.cases.models import Case
from answerable.desk.letters.welsh import in_welsh
from answerable.desk.people.models import User
from answerable.desk.sending.queue import queue_mail

_TITLES = {  # on the timeline in English, above the mail in the applicant's language
    "acknowledgement": _n("Acknowledgement of your request"),
    "clarification": _n("We need a little more detail"),
    "fee": _n("A fee for your request"),
    "transfer": _n("Who may hold what you asked for"),
    "extension": _n("More time to answer your request"),
}


def write_out(case: Case, kind: str, text: str, *, by: User, postscript: str = "") -> bool:
    """Send ``text`` to the applicant; inside the transaction of what it tells of.

    ``postscript`` goes with the mail alone: a private link is nobody's but the applicant's.
    Returns whether it goes by mail; else it is on the timeline and has to be printed and posted.
    """
    with in_language("cy" if in_welsh(case, case.law) else "en"):
        subject = f"{_(_TITLES[kind])} ({case.reference})"
    if case.applicant_email:
        body = f"{text}\n{postscript}" if postscript else text
        queue_mail(by=by, case=case, kind=kind, to=case.applicant_email, subject=subject, body=body)
    title = _TITLES[kind] if case.applicant_email else f"{_TITLES[kind]}: TO BE POSTED"
    add_note(case, text, by=by, title=title, direction="out")
    return bool(case.applicant_email)
