"""Sending in the made-up authority: to a folder of files, or by made-up post."""

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.sending import answer
from answerable.desk.sending.worker import send_waiting
from answerable.desk.today import now, today


def send(case: Case, officer: User) -> Case:
    """Send the cleared letter: by mail to who has an address, else by post, today."""
    if case.applicant_email:
        answer.send_by_mail(case, by=officer)
        send_waiting(now())
    else:
        answer.mark_posted(case, by=officer, on=today())
    case.refresh_from_db()
    return case


def close(case: Case, officer: User) -> Case:
    """Close the answered case."""
    return answer.close(case, by=officer)
