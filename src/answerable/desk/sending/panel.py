"""What sending says on the page of a case."""

from django.db.models import prefetch_related_objects

from answerable.desk.cases.models import Case
from answerable.desk.cases.panels import Panel, Step
from answerable.desk.cases.there import nothing
from answerable.desk.cases.transitions import State
from answerable.desk.db.at_once import Lookup
from answerable.desk.letters.current import newest
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sites import staff_url


def reads(case: Case, actor: User) -> list[Lookup]:
    """Every message of the case."""
    return [] if nothing(case, "mail") else ["mail"]


def for_case(case: Case, actor: User) -> list[Panel]:
    """Every message of the case with what became of it."""
    mail = sorted(_mail(case), key=lambda each: each.queued_at)
    if not mail:
        return []
    return [Panel("Outgoing", "sending/panel.html", {"case": case, "mail": mail}, side=True)]


def next_steps(case: Case, actor: User) -> list[Step]:
    """What was not sent, and what is to be sent or closed."""
    address = staff_url("send", case.reference)
    mail = _mail(case)
    latest = {each.kind: each for each in mail}  # a later message of a kind replaces an earlier
    steps = [Step(_not_sent(each), address) for each in latest.values() if each.state == "failed"]
    if case.where is State.CLEARED:
        steps += _cleared(case, latest.get("answer"), address)
    elif case.where is State.SENT:
        steps.append(Step("Answered: close it", address))
    return steps


def _mail(case: Case) -> list[OutgoingMail]:
    """Every message of the case, read once a page."""
    if nothing(case, "mail"):
        return []
    prefetch_related_objects([case], "mail")
    return list(case.mail.all())


def _not_sent(mail: OutgoingMail) -> str:
    return f"NOT SENT: {mail.kind.replace('_', ' ')}. The mail server said: {mail.last_answer}"


def _cleared(case: Case, mail: OutgoingMail | None, address: str) -> list[Step]:
    letter = newest(case)
    if letter is not None and letter.sent_on is not None:
        return [Step(f"The letter went on {letter.sent_on:%-d %B %Y}: note it", address)]
    if letter is not None and mail is not None and letter.mail_id == mail.pk:
        if mail.state in ("waiting", "sending"):
            return [Step("The letter is in the outbox", address)]
        if mail.state == "failed":
            return []  # said above
    return [Step("Cleared: send the letter", address)]
