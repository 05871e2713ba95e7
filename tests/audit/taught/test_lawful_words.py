"""Lawful sentences in words that no rule expects: nothing grave is made of them.

A rule may still ask for a look (a likely finding below high); what it may not do is be sure.
"""

import pytest
from benchmarks.audit_sentences import short_letter

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Severity

PIT = "The public interest in maintaining the exemption outweighs that in disclosure."


def _grave(says: str, law: str) -> set[str]:
    findings = audit_letter(read_letter(short_letter(says, law=law)))
    return {finding.slug for finding in findings if finding.severity >= Severity.HIGH}


@pytest.mark.parametrize(
    ("law", "says"),
    [
        (
            "FOIA",
            "We hold the opinion. Section 42(1) exempts it as privileged advice. There is the money, "
            "and a decision that touches every home; these count for disclosure. There is the claim "
            "to come, and a client's need to be frank with counsel; these count for more. The "
            "exemption is maintained.",
        ),
        (
            "FOIA",
            "We hold the note. Section 36(2)(c) is engaged, since the Chief Executive, our qualified "
            "person, gave the reasonable opinion on 1 May that the audit would be likely to be "
            "prejudiced. Residents are owed candour about it. Yet the auditor reports in July. We "
            "come down for keeping it until then. That serves the public better.",
        ),
        (
            "EIR",
            "We hold the plan. Regulation 12(4)(d) excepts it as unfinished. We began with a leaning "
            "to disclosure. That the estate could have its say is worth something. That officers can "
            "finish in peace is worth more. So the exception prevails.",
        ),
        (
            "EIR",
            "We hold the advice. Regulation 12(5)(b) excepts it: counsel gave it for an appeal, "
            "privilege was not given up, and to put it out would adversely affect the course of "
            "justice, since the developer would know where we are weak. We presumed disclosure. "
            "The town's stake speaks for release; a fair hearing speaks against. The public "
            "interest in maintaining the exception outweighs that in disclosure.",
        ),
        (
            "FOIA",
            "We hold the prices. Section 43(2) applies, as Marram Lifts would be likely to be "
            f"underbid in June by rivals. In favour is the money; against is fair bidding. {PIT}",
        ),
    ],
)
def test_nothing_grave_is_said_of_them(law: str, says: str) -> None:
    assert _grave(says, law) == set()


@pytest.mark.parametrize(
    ("law", "says", "slug"),
    [
        (
            "FOIA",
            "We hold the opinion. Section 42(1) exempts it as privileged advice.",
            "pit-missing",
        ),
        (
            "EIR",
            "We hold the advice. Regulation 12(5)(b) excepts it, since disclosure would adversely "
            "affect the course of justice. We presumed disclosure. The public interest in "
            "maintaining the exception outweighs that in disclosure.",
            "eir-not-engaged",
        ),
        (
            "EIR",
            "We hold the plan. Regulation 12(4)(d) excepts it as unfinished. It is worth £400.",
            "eir-no-pit",
        ),
        (
            "FOIA",
            "We hold the prices. Section 43(2) applies, as somebody would be likely to be hurt. "
            f"In favour is the money; against is the harm. {PIT}",
            "s43-no-whose",
        ),
    ],
)
def test_what_is_wrong_beside_them_is_grave(law: str, says: str, slug: str) -> None:
    assert slug in _grave(says, law)
