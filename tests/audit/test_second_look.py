"""Weak signs are looked for only in letters in which something is plainly wrong."""

import pytest

from answerable.audit import all_rules, audit_letter
from answerable.audit.rule import Case
from answerable.letters import read_letter
from answerable.model import Certainty, Letter, Severity

RIGHTS = """
If you are unhappy with this reply you may ask for an internal review within 40 working days, by
writing to the Head of Law at the address above. We answer reviews within 20 working days.

You may then apply to the Information Commissioner for a decision: Wycliffe House, Water Lane,
Wilmslow, Cheshire SK9 5AF; ico.org.uk/make-a-complaint.
"""
LETTER = """Tarn Council
1 Market Square, Tarn

Our reference: FOI 12
20 May 2026

Dear applicant

You asked on 5 May 2026 under the Freedom of Information Act 2000 for the survey of the bridge.

We hold the survey. It is exempt under section 43(2), because a rival surveyor who saw the method
would be likely to copy it and so prejudice the commercial interests of Tern Surveys Ltd.

In favour of disclosure, 4,000 people cross the bridge each day and want to know that it is safe.
Against that, the firm bids for the harbour in June and would lose the lead it paid for. The public
interest in maintaining the exemption in section 43(2) outweighs the public interest in disclosure.
"""


def _hints(letter: Letter) -> list[str]:
    return [
        finding.slug for rule in all_rules() for finding in rule.in_letter_again(letter, Case())
    ]


def test_a_letter_without_a_plain_defect_is_not_looked_at_again() -> None:
    letter = read_letter(LETTER + RIGHTS)
    assert "blanket-exemption" in _hints(letter)
    assert audit_letter(letter) == ()


def test_a_plain_defect_brings_the_weak_signs_out() -> None:
    found = {finding.slug: finding for finding in audit_letter(read_letter(LETTER))}
    assert found["s50-missing"].certainty is Certainty.SURE
    assert found["blanket-exemption"].certainty is Certainty.LIKELY


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.slug)
def test_a_weak_sign_is_never_of_great_weight(rule) -> None:
    for text in (LETTER, LETTER.replace("exempt", "neither confirmed nor denied")):
        for finding in rule.in_letter_again(read_letter(text), Case()):
            assert finding.certainty is Certainty.LIKELY
            assert finding.severity <= Severity.MEDIUM


def test_no_rule_speaks_twice() -> None:
    slugs = [finding.code for finding in audit_letter(read_letter(LETTER))]
    assert len(slugs) == len(set(slugs))
