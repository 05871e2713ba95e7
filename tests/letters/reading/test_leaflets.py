"""Leaflets on the Act beside a plain answer: what any authority may refuse is refused by none.

The twins are annexes in which the authority does refuse, and letters that refuse on one thing and
enclose a leaflet that tells of others.
"""

import pytest

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Outcome, Severity

ANSWER = "We received seven bids. The list is enclosed."
LETTER = """Wharfbourne Council
12 May 2026

Our ref: FOI 221

Dear Ms Roe

Thank you for your request of 1 May 2026 under the Freedom of Information Act 2000. You asked how many bids were received for the harbour lease.

{body}

If you are unhappy with how your request has been handled, you can ask for an internal review within 40 working days by writing to foi@wharfbourne.example. If you remain unhappy you may complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF.

Yours sincerely
Information Officer

{annex}
"""

LEAFLETS = (
    """Annex: your rights and the limits of the Act

Section 12 of the Act says that a public authority need not comply with a request where the cost would exceed the appropriate limit. The limit is £450 for councils, which is 18 hours at £25 an hour.

Section 14 allows an authority to refuse a request that is vexatious or repeated.""",
    """Your rights explained

The Freedom of Information Act gives you a right to ask for recorded information. There are some exceptions. Under section 12 a public authority does not have to deal with a request if the cost of doing so would go over the appropriate limit. Under section 40 personal data about other people is usually exempt.""",
    """About the Act

Some information is exempt under the Act. For example, section 21 exempts information that is reasonably accessible by other means, section 22 exempts information intended for future publication and section 40(2) exempts personal data of third parties.""",
    """Guide to the Act

1. Cost limit. Section 12 does not oblige a public authority to comply with a request if it estimates that the cost would exceed the appropriate limit.
2. Vexatious requests. Section 14(1) does not oblige a public authority to comply with a vexatious request.
3. Information already available. Information that is reasonably accessible to the applicant otherwise than under section 1 is exempt under section 21.""",
    """Freedom of information: what you should know

A request may be refused where it would take more than 18 hours to find the information (section 12), where it is vexatious (section 14), where the information is already available (section 21) or is to be published (section 22), or where it is personal data (section 40).""",
    """Annex A - Extracts from our guide

Can an authority refuse my request? Yes. An authority can turn down a request that would cost too much to answer: section 12 of the Act sets a limit of £450. It can refuse a request that is vexatious (section 14). It can withhold personal information about somebody else (section 40).""",
    """NOTES FOR APPLICANTS

Where we estimate that the cost of complying with a request would exceed the appropriate limit, section 12 of the Freedom of Information Act 2000 means that we are not obliged to comply with it. If a request is refused on this ground we will help you to narrow it.""",
    """How we deal with requests

We aim to answer every request within 20 working days. If answering would take more than 18 hours we may refuse under section 12. If a request is vexatious, section 14 lets us refuse it. Information which is published is exempt under section 21, and information about living people may be exempt under section 40(2).""",
    """ANNEX - YOUR RIGHTS

If you are unhappy with this reply you may ask for an internal review within 40 working days. You may then complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF.

You should know that the Act sets limits. A public authority need not comply where the cost would exceed the appropriate limit (section 12), nor where a request is vexatious (section 14).""",
    """Your rights under the Act

You can ask for a review within 40 working days, and complain to the Information Commissioner after it. A public authority need not comply with a request where the cost of doing so would exceed the appropriate limit: section 12. Nor need it answer a vexatious request: section 14(1).""",
    """The small print

Section 21 of the Act covers information you can get elsewhere. Section 22 is for information which will be published later on. Section 40 protects other people's personal data.""",
    """Frequently asked questions

What if my request is too big?
Councils need not spend more than 18 hours on a request. This is the appropriate limit under section 12.

What about other people's details?
Names and addresses of private individuals are normally exempt from disclosure under section 40(2).

What if it is on your website?
Then it is exempt under section 21 and we will tell you where to find it.""",
    """Annex 1: Summary of the legislation

- Section 12: cost of compliance exceeds the appropriate limit
- Section 14: vexatious or repeated requests
- Section 21: information accessible by other means
- Section 22: information intended for future publication
- Section 40: personal information""",
    """Leaflet: making a request

The law does not make us answer every request. We may turn one down if finding the information would take over 18 hours (section 12 of the Act), if it is vexatious (section 14), if it can be got elsewhere (section 21) or if it is about an identifiable person (section 40).""",
)
IDS = [leaflet.split("\n")[0] for leaflet in LEAFLETS]


@pytest.mark.parametrize("annex", LEAFLETS, ids=IDS)
def test_a_leaflet_beside_a_plain_answer_refuses_nothing(annex: str) -> None:
    letter = read_letter(LETTER.format(body=ANSWER, annex=annex))
    assert letter.outcome is Outcome.FULL
    assert letter.relied() == ()
    assert not [f for f in audit_letter(letter) if f.severity >= Severity.MEDIUM]


@pytest.mark.parametrize("annex", LEAFLETS, ids=IDS)
def test_it_may_stand_above_the_name(annex: str) -> None:
    text = LETTER.format(body=ANSWER, annex="")
    body, _, sign = text.partition("Yours sincerely")
    letter = read_letter(f"{body}{annex}\n\nYours sincerely{sign}")
    assert letter.outcome is Outcome.FULL
    assert letter.relied() == ()


# A bare list of sections, or "then it is exempt", may be part of a refusal where there is one.
SPEAK_OF_ANY = [
    each for each in LEAFLETS if not each.startswith(("Annex 1: Summary", "Frequently asked"))
]


@pytest.mark.parametrize("annex", SPEAK_OF_ANY)
def test_beside_a_refusal_only_what_is_relied_on_is(annex: str) -> None:
    body = (
        "The list of bidders is withheld under section 43(2) of the Act, because it would be likely "
        "to prejudice the commercial interests of the Council."
    )
    letter = read_letter(LETTER.format(body=body, annex=annex))
    assert [str(use.cite) for use in letter.relied()] == ["FOIA s.43(2)"]


@pytest.mark.parametrize(
    ("body", "annex", "relied"),
    [
        ("Your request is refused, for the reasons in the annex.", "Annex: reasons\n\nSection 12 of the Act applies to your request. To answer it would take us 40 hours, which exceeds the appropriate limit.", "FOIA s.12"),
        ("Some names have been withheld. The exemptions are in the annex.", "Annex A: exemptions applied\n\nSection 40(2) exempts personal data of third parties.", "FOIA s.40(2)"),
        ("Two of the seven bids are attached.", "Annex: your rights and the Act\n\nWe have withheld the other five bids under section 43(2), as disclosure would be likely to prejudice the bidders.", "FOIA s.43(2)"),
        ("Your request is refused because the cost would exceed the appropriate limit under section 12(1) of the Act.", "Notes for applicants\n\nSection 14 lets an authority refuse a vexatious request.", "FOIA s.12(1)"),
        ("We have considered your request. Our decision is below.", "Information about the Act\n\nYour request is exempt under section 22 of the Act as the report will be published in June.", "FOIA s.22"),
    ],
)  # fmt: skip
def test_an_annex_in_which_the_authority_refuses_is_heard(
    body: str, annex: str, relied: str
) -> None:
    letter = read_letter(LETTER.format(body=body, annex=annex))
    assert relied in {str(use.cite) for use in letter.relied()}
