"""Journey (e): we ask what is meant, the applicant says it by the private link, the clock restarts."""

from django.core import mail
from tests.desk.browser.journeys.common import Walks

from answerable.desk.cases.models import Case
from answerable.desk.people.models import User
from answerable.desk.sending.worker import send_waiting


def test_a_clarification_by_the_private_link_restarts_the_clock(
    walks: Walks, officer: User
) -> None:
    public = walks(None, "/ask/what")
    public.fill("What do you want to know?", "Please send me the figures about fly-tipping.")
    public.press("Continue")
    public.choose("I do not mind")
    public.press("Continue")
    public.fill("Your name", "A. Reader")
    public.fill("E-mail address", "reader@example.org")
    public.press("Continue")
    public.press("Send my request")
    public.page.locator("main a[href*='/status/']").first.click()
    case = Case.objects.get()
    by = walks(officer, "/desk/work?view=nobody")
    by.follow(case.title)
    by.follow("Triage")
    by.follow("Ask the applicant to clarify")
    by.fill("What do you need to know?", "Please tell us which years you mean.")
    by.press("Show the letter")
    by.sees("Please tell us which years you mean.")
    by.press("Send it")
    send_waiting()
    assert "which years" in mail.outbox[-1].body
    by.sees("The applicant clarified?")
    by.sees_no("overdue", "late")
    public.page.reload()
    public.sees("Answer our question")
    public.fill("Your message", "I mean the years 2024 and 2025.")
    public.press("Send")
    public.sees("We have your message")
    by.page.reload()
    by.sees("I mean the years 2024 and 2025.", "Day 0 of 20")
