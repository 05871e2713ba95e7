"""What a letter does, and what it rests on, read off sentences that others wrote."""

import pytest
from benchmarks.audit_sentences import short_letter

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Outcome

SECTION_9 = "We hold the registers. This letter is our notice to you under section 9 of the Act. "


REGULATION_8 = "We hold the plans. This is a notice of charge under regulation 8. "


@pytest.mark.parametrize(
    ("law", "body", "outcome"),
    [
        ("FOIA", SECTION_9 + "Please pay £40 before we begin.", Outcome.FEES_NOTICE),
        ("EIR", REGULATION_8 + "We require payment of £82 in advance.", Outcome.FEES_NOTICE),
        ("FOIA", "The register is enclosed. No fee is charged under section 9.", Outcome.FULL),
        ("EIR", "Your request under the Environmental Information Regulations 2004 is refused under section 12(1) of the Freedom of Information Act 2000, as beyond 18 hours.", Outcome.COST_LIMIT),
        ("FOIA", "You paid the fee of £40 under section 9, and the copies are enclosed.", Outcome.FULL),
        ("FOIA", "The report is withheld in full. Section 41(1), information provided in confidence, applies.", Outcome.REFUSED),
    ],
)  # fmt: skip
def test_what_the_letter_does_is_read(law: str, body: str, outcome: Outcome) -> None:
    text = short_letter(body, law=law)
    assert read_letter(text).outcome is outcome


def test_a_request_under_the_regulations_refused_by_cost_is_theirs() -> None:
    body = (
        "Your request under the Environmental Information Regulations 2004 is refused under section "
        "12(1) of the Freedom of Information Act 2000, as it would take more than 18 hours."
    )
    letter = read_letter(short_letter(body, law="EIR"))
    assert letter.regime == "EIR"
    assert {"s12-eir", "s12-no-estimate"} <= {each.slug for each in audit_letter(letter)}


@pytest.mark.parametrize(
    "words",
    [
        "We refuse, under section 31(3), to say whether we hold it.",
        "The Trust declines, for the reasons which follow in this letter, to confirm if we hold it.",
    ],
)
def test_a_reason_in_between_leaves_it_neither_confirmed_nor_denied(words: str) -> None:
    assert read_letter(short_letter(words)).outcome is Outcome.NCND


def test_what_we_require_of_an_applicant_is_no_decision() -> None:
    body = (
        "Before we can go on we require you to clarify two things, namely\n\n1. which of the two halls\n"
        "2. which years\n\nThe days stop until we hear from you, under section 1(3)."
    )
    text = short_letter(body)
    assert read_letter(text).outcome is Outcome.CLARIFICATION


def test_a_figure_alone_under_the_heading_of_a_part_is_an_answer() -> None:
    body = "(i) Number of pupils carried\n\n462.\n\n(ii) Names of the drivers\n\nThese are withheld under section 40(2)."
    text = short_letter(body, asked="two things")
    assert read_letter(text).outcome is Outcome.PARTIAL


def test_what_a_provision_provides_and_is_used_for_in_one_breath_is_relied_on() -> None:
    body = "Regulation 12(4)(d) provides an exception for unfinished documents, and the report is being withheld for this reason."
    text = short_letter(body, law="EIR", asked="the report")
    assert [str(use.cite) for use in read_letter(text).relied()] == ["EIR reg.12(4)(d)"]


def test_what_is_attached_may_be_told_in_between() -> None:
    body = (
        "Pages 1 to 21, which deal with the site and give the assessor's conclusions, are attached. "
        "Pages 22 to 32 are withheld under regulation 12(5)(e)."
    )
    text = short_letter(body, law="EIR", asked="the appraisal")
    assert read_letter(text).outcome is Outcome.PARTIAL


def test_a_fish_farm_is_in_the_environment() -> None:
    text = short_letter(
        "It is withheld under section 43(2), as rivals would be likely to undercut the company.",
        asked="the record of medicine discharged to the loch and a survey of the sea bed",
    )
    assert "wrong-regime" in {each.slug for each in audit_letter(read_letter(text))}


def test_a_balance_opens_over_two_headings() -> None:
    body = (
        "They are exempt under section 22(1).\n\nSection 22 is subject to the public interest, and we "
        "have weighed it up as follows.\n\nFor disclosure at this point\nElections take place in May.\n\n"
        "For maintaining the exemption\nReaders would misunderstand the figures for small wards.\n\nThe "
        "public interest in maintaining the exemption outweighs that in disclosure."
    )
    letter = read_letter(short_letter(body, asked="the results"))
    (balance,) = letter.balances
    assert (len(balance.factors_for), len(balance.factors_against)) == (1, 1)
