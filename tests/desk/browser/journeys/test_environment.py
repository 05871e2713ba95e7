"""Journey (f): environmental information, and internal communications under the Regulations."""

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

from answerable.desk.people.models import User

TEXT = """Dear Council,

1. What were the nitrogen dioxide levels measured in Harbour Street in 2025?
2. Please send the notes that officers wrote to each other about air pollution in Harbour Street.

Yours,
A. Reader"""


def test_an_environmental_request_is_answered_under_the_regulations(
    walks: Walks, officer: User, approver: User
) -> None:
    by = walks(officer)
    case = take_in(by, "Air in Harbour Street", TEXT)
    by.sees("Regime: EIR")
    by.press("Triage is done")
    give(by, case, 1, "The yearly mean was 31 micrograms a cubic metre.")
    begin_deciding(by, case, (2,), "Withhold the information")
    on_ground(by, "12(4)(e)", "reg.12(4)(e)")
    by.fill("What is withheld", "the notes that officers wrote to each other in autumn 2025")
    by.fill(
        "Why it applies",
        "The notes passed between officers of the council only, and weigh options for the street "
        "on which nothing is settled.",
    )
    balance(
        by,
        "People who live in the street want to know what the council thinks of doing",
        "Officers would write less openly while the options are still being weighed",
        "The measurements themselves are given and the options go to committee in public; until "
        "then officers need room to think, and the presumption in favour of disclosure is met by "
        "what is given.",
    )
    keep_and_sign(by)
    write_and_clear(by, walks, approver, case)
    letter = mail.outbox[-1].body
    assert "Environmental Information Regulations 2004" in letter
    assert "12(4)(e)" in letter
    assert "40 working days" in letter
