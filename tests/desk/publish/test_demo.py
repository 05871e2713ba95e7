"""The demo brings a case from its decisions into the log, by the real actions."""

import pytest

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.clearance.demo import ask_clearance, clear
from answerable.desk.letters.demo import write_letter
from answerable.desk.people.models import User
from answerable.desk.publish.demo import propose, publish
from answerable.desk.reviews.demo import ask_for_review
from answerable.desk.sending.demo import close, send
from answerable.desk.sending.models import OutgoingMail
from answerable.model import UnusableInputError


@pytest.mark.parametrize("email", ["reader@example.org", ""])
def test_a_case_goes_all_the_way(
    email: str, open_case: Case, officer: User, approver: User, publisher: User
) -> None:
    Case.objects.update(applicant_email=email)
    open_case.refresh_from_db()
    write_letter(open_case, officer)
    ask_clearance(open_case, officer)
    clear(open_case, approver)
    send(open_case, officer)
    assert open_case.where is State.SENT
    assert OutgoingMail.objects.get(kind="answer").state == ("sent" if email else "posted")
    close(open_case, officer)
    propose(open_case, officer, "Parking, roads and transport")
    assert publish(open_case, publisher).state == "published"
    assert "A. Reader" not in open_case.publication.request
    ask_for_review(open_case, officer)
    assert Case.objects.get(pk=open_case.pk).where is State.REVIEW


def test_without_a_letter_nothing_is_cleared(open_case: Case, approver: User) -> None:
    with pytest.raises(UnusableInputError, match="no letter"):
        clear(open_case, approver)
