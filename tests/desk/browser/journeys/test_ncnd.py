"""Journey (b): the seed request from its arrival to a sent, cleared, published NCND notice."""

from django.core import mail
from tests.desk.browser.journeys.common import Walks, close_and_publish, take_in, write_and_clear

from answerable.desk.demo.asked import seed
from answerable.desk.ncnd.demo import seed_class
from answerable.desk.people.models import User

ASKED = seed()


def test_the_seed_request_becomes_a_published_notice(
    walks: Walks, officer: User, approver: User, publisher: User
) -> None:
    seed_class(officer, approver)
    by = walks(officer)
    case = take_in(by, "Returnees", ASKED.text)
    by.sees("First: does a class of the register govern it?")
    by.press("The class governs this case")
    by.sees("Nothing is searched, asked or consulted on")
    by.press("Triage is done")
    by.sees_no("Give questions to a service area", "Third parties", "Files to send")
    by.follow("Sign the decision of the class")
    by.press("Sign in my name")
    write_and_clear(by, walks, approver, case)
    assert "neither confirm" in mail.outbox[-1].body.lower()
    _decide_about_the_log(walks, approver)
    publisher_ = close_and_publish(by, walks, publisher, "Returnees and Prevent")
    publisher_.sees("Published")
    public = walks(None, "/log/")
    public.follow("Returnees and Prevent")
    public.sees("neither confirms nor denies", "Neither confirmed nor denied")
    public.sees_no("A. Reader", "reader@example.org")


def _decide_about_the_log(walks: Walks, approver: User) -> None:
    """Whether such answers are published is settled for the class, not for the request."""
    other = walks(approver)
    other.follow("Register")
    other.follow("Which classes are answered in the disclosure log")
    other.press("Put into the log")
    other.sees("in the log")
