"""Journey (g): a Scottish authority withholds prices under its own Act."""

from django.core import mail
from tests.desk.browser.journeys.common import (
    Walks,
    balance,
    begin_deciding,
    keep_and_sign,
    on_ground,
    take_in,
    write_and_clear,
)

from answerable.desk.authority.models import Authority
from answerable.desk.people.models import User

TEXT = """Dear Council,

What price a meal does the council pay its supplier of school meals?

Yours,
A. Reader"""


def test_a_scottish_authority_withholds_prices_under_its_own_act(
    walks: Walks, officer: User, approver: User
) -> None:
    Authority.objects.update(name="Glen Orra Council", short_name="Glen Orra", scottish=True)
    by = walks(officer)
    case = take_in(by, "School meals", TEXT)
    by.sees("Regime: FOISA")
    by.press("Triage is done")
    begin_deciding(by, case, (1,), "Withhold the information")
    on_ground(by, "33(1)(b)", "s.33(1)(b)")
    by.fill("What is withheld", "the price a meal in the contract of 2025")
    by.choose("It would be likely to")
    by.fill("Whose interests", "Bothy Foods Ltd and the Council")
    by.fill(
        "Why it applies",
        "The contract is let again next spring. Rivals who knew the price would bid just below "
        "it, and the supplier would lose work that it could else have won.",
    )
    balance(
        by,
        "Parents pay part of the price and may see what the rest goes on",
        "The council would get worse offers next spring, at the cost of the same parents",
        "What is spent in total is published; the price a meal would add little and cost much.",
    )
    keep_and_sign(by)
    write_and_clear(by, walks, approver, case)
    letter = mail.outbox[-1].body
    assert "Freedom of Information (Scotland) Act 2002" in letter
    assert "section 33(1)(b)" in letter
    assert "Scottish Information Commissioner" in letter
