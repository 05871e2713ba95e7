"""Journey (c): four services are asked; names and prices are withheld, the rest is given."""

from collections.abc import Callable

from django.core import mail
from tests.desk.browser.journeys.common import (
    Walks,
    balance,
    begin_deciding,
    give,
    keep_and_sign,
    on_ground,
    take_in,
    write_and_clear,
)
from tests.desk.browser.journeys.walking import Walker

from answerable.desk.cases.models import Case
from answerable.desk.people.models import ServiceArea, User

TEXT = """Dear Council,

1. How many leisure centres did the council run on 1 April 2026?
2. Please send the complaints about leisure centres received in 2025, with who made them.
3. What hourly rates does the council pay its cleaning contractor for leisure centres?
4. How many staff worked in leisure centres on 1 April 2026?

Yours,
A. Reader"""
SERVICES = {"Leisure": 1, "Complaints": 2, "Procurement": 3, "People": 4}


def test_four_services_answer_and_part_is_refused(
    walks: Walks, officer: User, approver: User, person: Callable[..., User]
) -> None:
    areas = {
        each: ServiceArea.objects.create(name=each, mailbox=f"{each}@x.example")
        for each in SERVICES
    }
    staff = {each: person("contributor", area, name=each.lower()) for each, area in areas.items()}
    by = walks(officer)
    case = take_in(by, "Leisure centres", TEXT)
    by.press("Triage is done")
    for area, number in SERVICES.items():
        _give_out(by, area, number)
    by.sees("waiting for Leisure", "waiting for People")
    for area in SERVICES:
        _answer(walks(staff[area], "/desk/tasks"), area)
    by.page.reload()
    by.sees("answered by Procurement", "80 minutes so far")
    give(by, case, 1, "The council ran three leisure centres on 1 April 2026.")
    give(by, case, 4, "There were 58 staff in leisure centres on 1 April 2026.")
    _names_withheld(by, case)
    _rates_withheld(by, case)
    write_and_clear(by, walks, approver, case)
    letter = mail.outbox[-1].body
    assert "three leisure centres" in letter
    assert "section 40(2)" in letter
    assert "section 43(2)" in letter


def _give_out(by: Walker, area: str, number: int) -> None:
    by.follow("Give questions to a service area")
    by.main.get_by_label(f"{number}. ").check()
    by.main.get_by_label("Service area", exact=True).select_option(area)
    by.press("Give out")


def _answer(by: Walker, area: str) -> None:
    by.sees_no("A. Reader", "reader@example.org")
    by.page.locator("main a[href*='/tasks/']").first.click()
    by.sees_no("A. Reader", "reader@example.org")
    by.fill("Answer", f"This is what {area} holds.")
    by.fill("Where you looked", f"The {area} system")
    by.fill("Minutes", "20")
    by.main.get_by_label("something found").first.check()
    by.press("Send the answer")


def _names_withheld(by: Walker, case: Case) -> None:
    begin_deciding(by, case, (2,), "Give part and withhold part")
    on_ground(by, "40(2)", "s.40(2)")
    by.fill("What is withheld", "the names of the people who complained")
    by.fill("What is given", "We give the text of each of the 14 complaints, without names.")
    by.fill(
        "Why it applies",
        "The complaints were made by members of the public who did not expect to be named, and "
        "naming them would be unfair to them and so against the first data protection principle.",
    )
    by.fill(
        "Legitimate interests",
        "There is an interest in how complaints are dealt with; the text serves it without the "
        "names, so naming people is not necessary.",
    )
    keep_and_sign(by)


def _rates_withheld(by: Walker, case: Case) -> None:
    begin_deciding(by, case, (3,), "Withhold the information")
    on_ground(by, "43(2)", "s.43(2)")
    by.fill("What is withheld", "the hourly rates in schedule 4 of the cleaning contract")
    by.choose("It would be likely to")
    by.fill("Whose interests", "Brightwell Cleaning Ltd and the Council")
    by.fill(
        "Why it applies",
        "The contract is to be let again in March 2027. A rival who knew the rates of today "
        "could price just below them, and the Council would get no better offer than that.",
    )
    balance(
        by,
        "Residents pay for the cleaning and may see whether the price is good",
        "The Council would pay more for the next contract if bidders knew the rates of this one",
        "The total of the contract is published each year and shows what is spent; the rates "
        "would add little to that and would harm the letting that is months away.",
    )
    keep_and_sign(by)
