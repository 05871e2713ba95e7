"""The parts that every journey of an officer has."""

from collections.abc import Callable

from tests.desk.browser.journeys.walking import Walker

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.sending.worker import send_waiting

Walks = Callable[..., Walker]


def take_in(officer: Walker, title: str, words: str) -> Case:
    """Paste a request and make the case."""
    officer.follow("Take in a request")
    officer.fill("The request, word for word", words)
    officer.fill("Name", "A. Reader")
    officer.fill("E-mail address", "reader@example.org")
    officer.press("Look at it as a case")
    officer.sees("The case as it would be made")
    officer.fill("Working title", title)
    officer.pick("How it came", "e-mail")
    officer.press("Make the case")
    return Case.objects.get(title=title)


def write_and_clear(officer: Walker, walks: Walks, approver: User, case: Case) -> None:
    """Write the letter, have somebody else clear it, send it; the mail server takes it."""
    back_to_the_case(officer, case)
    officer.follow("Letter not started")
    officer.unfold("Your own words and the date")
    officer.press("Save")
    officer.follow("Ask for clearance")
    officer.press("Ask for clearance")
    other = walks(approver)
    other.follow("For clearance")
    other.follow(case.reference)
    other.press("Clear as: approver")
    back_to_the_case(officer, case)
    officer.page.reload()
    officer.follow("Cleared: send the letter")
    officer.press("Send by e-mail")
    assert send_waiting()
    back_to_the_case(officer, case)
    officer.sees("Answered: close it")


def close_and_publish(officer: Walker, walks: Walks, publisher: User, title: str) -> Walker:
    """Close the case, propose it for the log; the publisher publishes it. Gives the publisher."""
    officer.follow("Answered: close it")
    officer.press("Close the request")
    officer.follow("FOI-")
    officer.follow("Propose for the log")
    officer.fill("Title", title)
    officer.pick("Subject", "Other")
    officer.press("Propose")
    other = walks(publisher)
    other.follow("Log", exact=True)
    other.follow(title)
    other.press("Publish")
    return other


def back_to_the_case(officer: Walker, case: Case) -> None:
    """From a page of the case by its back link; nothing if we are there."""
    if not officer.page.url.endswith(f"/cases/{case.reference}"):
        officer.follow(case.reference)


def begin_deciding(officer: Walker, case: Case, numbers: tuple[int, ...], answer: str) -> None:
    """Open the case, choose questions and the kind of answer."""
    back_to_the_case(officer, case)
    officer.follow("Decide questions")
    for question in case.questions.all():
        box = officer.main.get_by_label(f"{question.number}. ")
        box.set_checked(int(question.number) in numbers)
    officer.choose(answer)
    officer.press("Go on")


def give(officer: Walker, case: Case, number: int, answer: str) -> None:
    """Decide that a question is answered in full."""
    begin_deciding(officer, case, (number,), "Give the information")
    officer.fill("The answer", answer)
    keep_and_sign(officer)


def on_ground(officer: Walker, words: str, limb: str) -> None:
    """Find the limb by its words or number."""
    officer.fill("Say it in your own words, or type a provision", words)
    officer.press("Find")
    officer.follow(limb)


def balance(officer: Walker, for_: str, against: str, weighing: str) -> None:
    """The two columns and what weighs more."""
    officer.fill("For", for_)
    officer.fill("Against", against)
    officer.fill("Why one side outweighs the other", weighing)


def keep_and_sign(officer: Walker) -> None:
    """Keep the decision, read what is missing, sign."""
    officer.press("Keep and check")
    officer.press("Sign in my name")
