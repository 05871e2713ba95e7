"""More sentences of letters by others, in words of ours: what each rule sees in them, and what it leaves.

As in ``test_letters_that_taught``: the second of a pair differs in what makes it right.
"""

import pytest

from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.model import Outcome

HEAD = """Wharfbourne Council
Information Rights

20 May 2026

Dear applicant

You asked on 5 May 2026 under the {act} for {asked}.

"""
RIGHTS = (
    "\n\nYou may ask for an internal review within 40 working days by writing to review@tarn.example; "
    "you will have an answer within 20 working days. You may then apply to the Information "
    "Commissioner for a decision: Wycliffe House, Water Lane, Wilmslow SK9 5AF, "
    "ico.org.uk/foicomplaints.\n\nYours sincerely\n"
)
FOIA = "Freedom of Information Act 2000"
EIR = "Environmental Information Regulations 2004"
NCND = "We neither confirm nor deny that we hold it, under section {limb}. "
PICTURE = NCND.format(limb="31(3)") + "Harm to the prevention of crime would be likely. {picture}"
TABLE = """The figures are below. Those under five are withheld under section 40(2), by our policy.

Site               Cases
------------------------
Abbey                23
Bower                14
Cross Street       [<5]
------------------------
Whole Trust          {whole}

Dismissals, whole Trust: 6
"""
SECTION_9 = "We hold the registers. This letter is our notice to you under section 9 of the Act. "
REGULATION_8 = "We hold the plans. This is a notice of charge under regulation 8. "
FIRES = [
    (FOIA, "fee-no-amount", SECTION_9 + "The cost will be worked out when the copying is done. Please sign the attached undertaking that you will pay it."),
    (FOIA, "fee-short-time", SECTION_9 + "The fee is £40. The invoice must be settled within 14 days of its date or the request will lapse."),
    (EIR, "fee-short-time", REGULATION_8 + "The charge is £82.40. Payment must reach us within 28 days of this notice."),
    (FOIA, "jigsaw", TABLE.format(whole=40)),
    (FOIA, "ncnd-missing-mosaic-link", PICTURE.format(picture="Taken with the others, our reply might allow a national picture to be built up.")),
    (FOIA, "ncnd-class-vs-prejudice", NCND.format(limb="30(3)") + "Section 30(3) applies where to confirm or deny would be likely to prejudice an investigation. That test is met."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="30(3)") + "The material which we have gathered must be kept safe."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="40(5B)(a)(i)") + "The eleven colleagues who spoke to the investigator were promised silence."),
    (FOIA, "search-inadequate", "We do not hold any of this. We have therefore not run any reports or looked in any mailboxes."),
    (FOIA, "s41-not-obtained", "The report is held. It was written by our Group Manager from his own observations, and is exempt under section 41(1)."),
    (FOIA, "scope-too-narrow", 'You wrote: "everything about the hall, including reports and letters."\n\nYou have named two classes of record. We have confined ourselves to these. Other records, such as e-mails, have not been considered. None of the two is held.'),
    (FOIA, "s36-wrong-limb-opinion", "The minute is held and is exempt under section 36(2)(b)(i). On 7 May 2026 the Principal, the qualified person, gave the opinion that disclosure would be likely to inhibit the free and frank exchange of views."),
    (FOIA, "s14-no-basis", "The request is vexatious within section 14(1). The clerk works eleven hours a week. There is nothing to be gained from further letters on this."),
    (FOIA, "pit-requester-motive", "It is exempt under section 43(2), as rivals would be likely to undercut the firm.\n\nI have also taken into account that you run a consultancy yourself."),
    (FOIA, "pit-on-absolute", "It is exempt under section 21(4): it is on the internet.\n\nThe public interest in maintaining the exemption in section 21(4) outweighs that in supplying copies."),
    (FOIA, "pit-missing", "The rates are held. They will not be disclosed. Section 43(2) of the Freedom of Information Act states that information is exempt if its disclosure would be likely to prejudice commercial interests. The Council has decided that the exemption applies."),
    (FOIA, "s12-arith", "Section 12(1) applies. 1,150 cards at 2 minutes each take 38 hours 20 minutes, and 38 hours 20 minutes at £25 = £1,150."),
    (FOIA, "s30-31-together", "1. By your request you seek the registers.\n\n2. They are held.\n\n3. Every page is exempt under section 30(1)(b), as held for an investigation.\n\n4. Every page is exempt also under section 31(1)(a), as crime would be likely to rise.\n\n5. You may ask for a review."),
    (FOIA, "answer-created", "This is a question and calls for an explanation. The Act is about documents and does not cover questions. I do not have to treat it as a valid request."),
    (FOIA, "scope-too-narrow", 'You wrote: "everything about the hall, for example minutes or reports".\n\nI have read this as a request for minutes and for reports, as those are what you mention. Letters are neither and I have left them out of account.'),
    (FOIA, "redaction-reversible", "The file is attached. The column with the prices has been coloured black."),
    (FOIA, "form-ignored", 'You asked us to send "in Excel or CSV, as I mean to sort it", the register.\n\nWe hold it.\n\nThe register is attached as a PDF.'),
    (FOIA, "blanket-exemption", "How many: 14. The file of 184 pages is held and is exempt under section 30(1)(a)(i), as held for an investigation. We do not propose to go through it page by page."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="40(5B)(a)(i)") + "The complaints to which you refer are being taken through the second stage."),
    (FOIA, "ncnd-no-underlying-matter", "We neither confirm nor deny that we hold it. We rely on section 31(1), law enforcement."),
    (FOIA, "exemption-not-mapped", "Seventeen documents are held. They are exempt under section 41(1) and section 42(1). A number of them were written by our solicitors. Others came from bidders."),
    (FOIA, "pit-generic", "It is exempt under section 43(2).\n\nPublic interest in favour of disclosure: There is a public interest in transparency and accountability.\n\nPublic interest in favour of withholding: There is a public interest in protecting commercial interests.\n\nThe public interest in maintaining the exemption outweighs that in disclosure."),
    (FOIA, "fee-short-time", SECTION_9 + "The fee is £40. It must be received by us within 20 working days, or the request will lapse."),
    (FOIA, "blanket-exemption", "The file of 184 pages is held and is exempt under section 30(1)(a)(i), as held for an investigation. It has not been read page by page."),
    (FOIA, "fee-no-amount", SECTION_9 + "The first £100 of the cost is free to you, and as it is less than £450 section 12 does not come into it. The charge will be confirmed by the studio. Payment has to reach us within three months."),
    (FOIA, "s44-no-enactment", "The notes are exempt under section 31(1)(g) with section 31(2)(c), as a firm that had them could hide faults from an inquiry under the Home Adaptations Act 2018.\n\nThe return of accounts is exempt under section 44(1)(a), because its disclosure is prohibited by law."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="31(3)") + "It would be unfair to say more, and the letters that we have would lose their value."),
    (FOIA, "ncnd-inconsistent-use", NCND.format(limb="31(3)") + "It is our practice to reply that nothing is held when there has been no attack, and to keep the neither confirm nor deny response for the occasions on which there was one."),
    (FOIA, "s14-2-not-complied", "You asked for exactly this on 27 April. We answered on 20 May: the Council refused to give you the tenders because of section 43(2). We complied with yours on 20 May and a reasonable interval has not passed, so we rely on section 14(2)."),
    (FOIA, "requester-disclosed", "It is enclosed. This morning we sent your message on to the customer team of Dale Gas Ltd, along with your name and home address."),
]  # fmt: skip
SILENT = [
    (FOIA, "fee-no-amount", SECTION_9 + "The fee is £40, for 400 sheets at 10p. Please pay within three months of this notice."),
    (FOIA, "fee-short-time", SECTION_9 + "The fee is £40. The invoice must be settled within three months of this notice."),
    (FOIA, "fee-no-amount", "The register is enclosed. There is no charge under section 9 for an answer as short as this."),
    (EIR, "fee-short-time", REGULATION_8 + "The charge is £82.40. Payment must reach us within 60 working days of this notice."),
    (EIR, "eir-no-reg11", REGULATION_8 + "The charge is £82.40, to be paid within 60 working days of this notice. If you think the charge is wrong, send us your representations under regulation 11 within 40 working days."),
    (FOIA, "jigsaw", TABLE.format(whole="[<50]")),
    (FOIA, "ncnd-missing-mosaic-link", PICTURE.format(picture="Criminals who read every council's answer together could build a national picture of which of them are weak.")),
    (FOIA, "ncnd-class-vs-prejudice", NCND.format(limb="30(3)") + "Section 30(3) covers whatever would, if it were held, be exempt under section 30(1)."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="30(3)") + "Any material which an investigator might gather has to be kept safe."),
    (FOIA, "ncnd-inconsistent-use", NCND.format(limb="31(3)") + "In the last three years thieves had found out which estate to search from an answer that somebody gave to a club."),
    (FOIA, "ncnd-pit-about-disclosure", NCND.format(limb="41(2)") + "A claim fails if there is a strong enough public interest in speaking out. In favour: worry about falls. Against: the figures are published, and disclosure of more would tell the world about one man."),
    (FOIA, "redaction-reversible", "The figures are attached as a CSV file. It has no formulae or hidden sheets."),
    (FOIA, "s41-not-obtained", "The claim form is held. The insurer gave it to us in confidence; our own report on it is enclosed. Section 41(1) applies to the form."),
    (FOIA, "s36-wrong-limb-opinion", "The minute is held and is exempt under section 36(2)(b)(i). On 7 May 2026 the Principal, the qualified person, gave the opinion that disclosure would be likely to inhibit the free and frank provision of advice and exchange of views."),
    (FOIA, "pit-requester-motive", "It is exempt under section 43(2), as rivals would be likely to undercut the firm.\n\nI have taken into account that you asked for all of it."),
    (FOIA, "ncnd-implicit-confirmation", "We neither confirm nor deny that information of the kind that you describe exists or is held by us, under section 23(5). If it did exist and was held it would relate to a body listed in section 23(3). Nothing should be inferred from this about whether it is held."),
    (EIR, "ncnd-with-partial-disclosure", "We neither confirm nor deny that it exists or is held, under regulation 12(6). By regulation 12(7) the fact of existing and being held counts as a disclosure."),
    (FOIA, "ncnd-with-partial-disclosure", NCND.format(limb="40(5B)(a)(i)") + "Harm from a bare yes, when many complaints are not upheld, would be serious."),
    (FOIA, "form-ignored", "Section 12(1) applies: 2,310 cases at 4 minutes each are 154 hours. Most attachments are scanned. You may want the dates alone, as a spreadsheet."),
    (FOIA, "s12-arith", "Section 12(1) applies. 1,150 cards at 2 minutes each take 38 hours 20 minutes, and 38 hours 20 minutes at £25 = £958. You could ask for one year, about 300 cards, which would take ten hours."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="40(5B)(a)(i)") + "A statement that we hold such information would tell the world that the person had been warned."),
    (FOIA, "ncnd-with-partial-disclosure", NCND.format(limb="40(5B)(a)(i)") + "A statement that we hold such information would tell the world that the person had been warned."),
    (FOIA, "ncnd-inconsistent-use", NCND.format(limb="31(3)") + 'If it became our practice to answer "no" when there was nothing, a refusal to answer on another occasion would be read as "yes".'),
    (FOIA, "redaction-reversible", "The file is attached. We did not send you the workbook with columns hidden; the lines were typed into an empty sheet."),
    (FOIA, "s41-not-obtained", "The contract is enclosed. Nor could we rely on section 41, which needs information that was obtained from someone else; the agreement was signed by both."),
    (FOIA, "no-section", "There were 212 dwellings exempt from council tax. The table is enclosed."),
    (FOIA, "no-section", "Could you let us know:\n\n1. which hospital,\n2. which years?\n\nYou need not give a reason, and nothing has been refused. Section 1(3) says that we need not go on until we know."),
    (FOIA, "pit-irrelevant", "There were 212 dwellings exempt from council tax. The table is enclosed. In case the language causes confusion, exempt means free of tax."),
    (FOIA, "s40-small-numbers", "The names are withheld under section 40(2) as a rule. The work depends on a small number of laboratories."),
    (FOIA, "pit-extension-abuse", "Section 12(1) applies. Each form would have to be found and read. It would take far longer than 18 hours."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="30(3)") + "The interest is met once a person is charged, because proceedings are held in open court."),
    (FOIA, "ncnd-with-partial-disclosure", NCND.format(limb="42(2)") + "There are reports in public session through which members are held to account."),
    (FOIA, "no-section", "Your request arrived on Monday 13 July 2026 and we are working on it. In counting the days we left out Monday 3 August, a bank holiday in Scotland. You will hear by 11 August 2026."),
    (FOIA, "search-inadequate", "We do not hold it. We looked in the claims database and in the mailboxes of the team."),
    (FOIA, "fee-short-time", SECTION_9 + "The fee is £40. It must be received by us within three months of this notice, or the request will lapse."),
    (FOIA, "fee-no-amount", SECTION_9 + "The first £100 of the cost is free to you. The fee is £40. Please pay within three months of this notice."),
    (FOIA, "s44-no-enactment", "The notes are exempt under section 31(1)(g) with section 31(2)(c).\n\nThe return of accounts is exempt under section 44(1)(a), because section 12 of the Home Adaptations Act 2018 prohibits its disclosure."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="31(3)") + "If it were held, the letters that we have would lose their value."),
    (FOIA, "ncnd-implicit-confirmation", NCND.format(limb="31(3)") + "This should not be taken to mean that information of the kind you describe is held or that it is not."),
    (FOIA, "s14-2-not-complied", "You asked for exactly this on 27 April. We answered on 20 May: the tenders were sent to you in full. We complied with yours on 20 May and a reasonable interval has not passed, so we rely on section 14(2)."),
    (FOIA, "ncnd-inconsistent-use", NCND.format(limb="31(3)") + "It is our practice to give this reply to every such question, whether or not there has been an attack."),
    (FOIA, "s43-no-whose", "The rates are held. They are exempt under section 43(2): they would be likely to harm our interests as a buyer of vans, since sellers would start from them."),
]  # fmt: skip


def _found(act: str, body: str) -> set[str]:
    letter = read_letter(HEAD.format(act=act, asked="the registers") + body + RIGHTS)
    return {finding.slug for finding in audit_letter(letter)}


@pytest.mark.parametrize(("act", "slug", "body"), FIRES)
def test_what_is_plain_is_found(act: str, slug: str, body: str) -> None:
    assert slug in _found(act, body)


@pytest.mark.parametrize(("act", "slug", "body"), SILENT)
def test_what_is_right_is_left_alone(act: str, slug: str, body: str) -> None:
    assert slug not in _found(act, body)


PLAIN = HEAD.format(act=FOIA, asked="where each camera is") + (
    "We have this. But we will not give it to you. The rule we use is section 31(1)(a). A thief with "
    "the list would be likely to walk in by the door that no camera sees, and crime would be harder "
    "to stop. Even one line of the list tells a thief where a blind spot is, so we cannot send a part.\n\n"
    "We must also ask what is best for the public. There are good points on both sides.\n\n"
    "For giving it out: people have a right to know if we film the street.\n\n"
    "For not giving it out: new tools cost money that should go on other things.\n\n"
    "The points against are stronger. What the public gains if we keep to this rule is more than what "
    "it gains if we let the list out.\n\n"
    "Not happy? Write to the Chief Officer at Fire House. Do this in 40 working days. Someone who has "
    "not seen your case will check what we did. They will write to you in 20 working days.\n\n"
    "Still not happy? You can ask the Information Commissioner to decide if we got it right, under "
    "section 50: Wycliffe House, Water Lane, Wilmslow SK9 5AF.\n\nYours\n"
)


def test_a_right_letter_in_short_words_is_left_alone() -> None:
    assert audit_letter(read_letter(PLAIN)) == ()


def test_a_way_on_that_follows_a_question_is_a_review() -> None:
    review = read_letter(PLAIN).shows.review
    assert review is not None
    assert (review.ask_days, review.answer_days) == (40, 20)


@pytest.mark.parametrize(
    "words",
    [
        "Complaint to the regulator\n\nThe Information Commissioner enforces the Act and may be asked to decide.",
        "Our patient team will talk you through the NHS complaints procedure for patients.",
    ],
)
def test_another_complaint_is_no_review(words: str) -> None:
    text = (
        HEAD.format(act=FOIA, asked="the list") + "It is exempt under section 31(1)(a).\n\n" + words
    )
    assert read_letter(text + "\n\nYours sincerely\n").shows.review is None


def test_a_body_without_a_procedure_says_so() -> None:
    words = "It has no procedure for an internal review of decisions under the Act."
    review = read_letter(HEAD.format(act=FOIA, asked="the list") + words).shows.review
    assert review is not None
    assert review.none_offered


@pytest.mark.parametrize(
    ("act", "body", "outcome"),
    [
        (FOIA, SECTION_9 + "Please pay £40 before we begin.", Outcome.FEES_NOTICE),
        (EIR, REGULATION_8 + "We require payment of £82 in advance.", Outcome.FEES_NOTICE),
        (FOIA, "The register is enclosed. No fee is charged under section 9.", Outcome.FULL),
        (EIR, "Your request under the Environmental Information Regulations 2004 is refused under section 12(1) of the Freedom of Information Act 2000, as beyond 18 hours.", Outcome.COST_LIMIT),
        (FOIA, "You paid the fee of £40 under section 9, and the copies are enclosed.", Outcome.FULL),
        (FOIA, "The report is withheld in full. Section 41(1), information provided in confidence, applies.", Outcome.REFUSED),
    ],
)  # fmt: skip
def test_what_the_letter_does_is_read(act: str, body: str, outcome: Outcome) -> None:
    text = HEAD.format(act=act, asked="the registers") + body + RIGHTS
    assert read_letter(text).outcome is outcome


def test_a_request_under_the_regulations_refused_by_cost_is_theirs() -> None:
    body = (
        "Your request under the Environmental Information Regulations 2004 is refused under section "
        "12(1) of the Freedom of Information Act 2000, as it would take more than 18 hours."
    )
    letter = read_letter(HEAD.format(act=EIR, asked="the registers") + body + RIGHTS)
    assert letter.regime == "EIR"
    assert {"s12-eir", "s12-no-estimate"} <= {each.slug for each in audit_letter(letter)}


def test_a_balance_opens_over_two_headings() -> None:
    body = (
        "They are exempt under section 22(1).\n\nSection 22 is subject to the public interest, and we "
        "have weighed it up as follows.\n\nFor disclosure at this point\nElections take place in May.\n\n"
        "For maintaining the exemption\nReaders would misunderstand the figures for small wards.\n\nThe "
        "public interest in maintaining the exemption outweighs that in disclosure."
    )
    letter = read_letter(HEAD.format(act=FOIA, asked="the results") + body + RIGHTS)
    (balance,) = letter.balances
    assert (len(balance.factors_for), len(balance.factors_against)) == (1, 1)


SECTION_18 = """Ferncraig Council
5 December 2025

Dear Requester

You asked on 10 November 2025 under the Freedom of Information (Scotland) Act 2002 for any record of surveillance.

1. Decision

I am refusing this request by giving notice under section 18(1). It would be contrary to the public interest to reveal whether information exists or is held.

2. The exemption that would apply

Were there any, it would be exempt under section 35(1)(a): its disclosure would be likely to prejudice substantially the detection of crime.

3. Why it would be contrary to the public interest to reveal it

There is something to be said for answering. Against this, anyone could find out by asking about one garage after another.

4. If you are dissatisfied

You may ask for a review within 40 working days.
"""


def test_headings_with_numbers_are_not_parts_of_the_request() -> None:
    letter = read_letter(SECTION_18)
    assert letter.answers == ()
    assert "foisa-s18-no-exemption" not in {each.slug for each in audit_letter(letter)}


THREE = """Wharfbourne Council
12 May 2026

Dear applicant

You wrote on 1 May 2026:

"1. How many alarms were false in 2025?
2. What did each cost?
3. How many premises were charged for them?"

Response

1. The Council holds this. There were 2,140.

2. The Council holds this. The average is 402 pounds.

If you are unhappy with how your request has been handled, ask for an internal review within 40 working days.
"""


def test_what_becomes_of_the_request_is_not_told_by_the_paragraph_of_rights() -> None:
    found = audit_letter(read_letter(THREE))
    assert "parts-unanswered" in {each.slug for each in found}


@pytest.mark.parametrize(
    "words",
    [
        "We refuse, under section 31(3), to say whether we hold it.",
        "The Trust declines, for the reasons which follow in this letter, to confirm if we hold it.",
    ],
)
def test_a_reason_in_between_leaves_it_neither_confirmed_nor_denied(words: str) -> None:
    text = HEAD.format(act=FOIA, asked="the registers") + words + RIGHTS
    assert read_letter(text).outcome is Outcome.NCND


def test_what_we_require_of_an_applicant_is_no_decision() -> None:
    body = (
        "Before we can go on we require you to clarify two things, namely\n\n1. which of the two halls\n"
        "2. which years\n\nThe days stop until we hear from you, under section 1(3)."
    )
    text = HEAD.format(act=FOIA, asked="the registers") + body + RIGHTS
    assert read_letter(text).outcome is Outcome.CLARIFICATION


FOUR = """Wharfbourne Council
12 May 2026

Dear applicant

You wrote on 1 May 2026 under the Freedom of Information Act 2000:

1) how many burglaries were recorded in 2025;
2) how many led to a charge;
3) whether a test purchase is planned in Market Street before July;
4) whether the owner of the kiosk there has been cautioned;
5) what the visits cost.

1) AND 2)
118, of which nine have led to a charge.

3)
We neither confirm nor deny that we hold this, under section 31(3). Each of them who sells would clear the shelves.

4)
We neither confirm nor deny that we hold this. It is refused under {limb}.
{five}
If you are unhappy, ask for an internal review within 40 working days.
"""


def _slugs(**words: str) -> set[str]:
    return {each.slug for each in audit_letter(read_letter(FOUR.format(**words)))}


def test_one_part_alone_may_rest_on_a_limb_that_does_not_lift_the_duty() -> None:
    found = _slugs(limb="section 40(2) by virtue of section 40(3A)(a)", five="")
    assert {"s40-wrong-limb", "ncnd-wrong-limb", "parts-unanswered"} <= found


def test_the_right_limb_and_an_answer_to_each_part_are_left_alone() -> None:
    found = _slugs(limb="section 40(5B)(a)(i)", five="\n5)\n£4,112.\n")
    wrong = {"s40-wrong-limb", "ncnd-wrong-limb", "parts-unanswered"}
    assert not found & {*wrong, "blanket-exemption"}  # no part of it is known to be held


DECISIONS = """Wharfbourne Council
14 November 2025

Dear Ms R

This is the answer to your request of 20 October 2025 under the Freedom of Information Act 2000. You put three questions.

  Q1  Annual fee paid to the operator          answered
  Q2  Operator's financial model               held, withheld: s.43(2)
  Q3  Customer survey for 2022                 not held

Q1. £318,400 in 2023/24 and £326,150 in 2024/25.

Q2. The model was sent in by Brightwater Leisure Ltd. Section 43(2) applies, as rivals would be likely to undercut it.

Q3. We do not hold this. The survey was not run.
"""


def test_a_list_of_decisions_stands_above_the_answers() -> None:
    letter = read_letter(DECISIONS)
    assert len(letter.questions) == 3
    assert letter.outcome is Outcome.PARTIAL
    assert [str(use.cite) for use in letter.relied()] == ["FOIA s.43(2)"]


def test_a_figure_alone_under_the_heading_of_a_part_is_an_answer() -> None:
    body = "(i) Number of pupils carried\n\n462.\n\n(ii) Names of the drivers\n\nThese are withheld under section 40(2)."
    text = HEAD.format(act=FOIA, asked="two things") + body + RIGHTS
    assert read_letter(text).outcome is Outcome.PARTIAL


def test_what_a_provision_provides_and_is_used_for_in_one_breath_is_relied_on() -> None:
    body = "Regulation 12(4)(d) provides an exception for unfinished documents, and the report is being withheld for this reason."
    text = HEAD.format(act=EIR, asked="the report") + body + RIGHTS
    assert [str(use.cite) for use in read_letter(text).relied()] == ["EIR reg.12(4)(d)"]


def test_a_fish_farm_is_in_the_environment() -> None:
    text = HEAD.format(
        act=FOIA, asked="the record of medicine discharged to the loch and a survey of the sea bed"
    )
    body = "It is withheld under section 43(2), as rivals would be likely to undercut the company."
    assert "wrong-regime" in {each.slug for each in audit_letter(read_letter(text + body + RIGHTS))}


@pytest.mark.parametrize("label", ["Date of request", "Date of your request", "Request date"])
def test_the_day_of_the_request_may_stand_in_the_heading(label: str) -> None:
    text = (
        f"Home Regulator\n\n{label}: 1 December 2025\nDate of this reply: 12 February 2026\n\n"
        "Dear Ms W\n\nWe hold what you asked for under the Freedom of Information Act 2000. It is enclosed."
    )
    assert "late-notice" in {each.slug for each in audit_letter(read_letter(text + RIGHTS))}


LEDGER = """Ruadh Council
9 October 2026

Dear Ms Q

You wrote on 14 September 2026 under the Freedom of Information (Scotland) Act 2002 for the cost of every excursion.

Section 12(1) applies, as the cost would exceed £600. So:

    number of files                                75
    minutes for each                               24
    total hours                                    {hours}
    staff cost at £15 an hour                    £{pounds}

You could ask for the secondary schools alone, 19 files, and we would do them all.
"""


@pytest.mark.parametrize(("hours", "pounds", "wrong"), [(42, 630, True), (30, 450, False)])
def test_a_small_table_of_the_sum_is_multiplied(hours: int, pounds: int, wrong: bool) -> None:
    found = audit_letter(read_letter(LEDGER.format(hours=hours, pounds=pounds)))
    messages = [each.message for each in found if each.slug == "s12-arith"]
    assert (
        any("75 at 24 minutes each come to 30 hours, not 42 hours" in m for m in messages) is wrong
    )


def test_a_sum_to_be_with_us_by_a_day_is_a_time_to_pay() -> None:
    body = (
        REGULATION_8
        + "We need payment in advance. The Council must have the £235.00 no later than {day}."
    )
    head = HEAD.format(act=EIR, asked="prints of the sheets")

    def found(day: str) -> set[str]:
        return {e.slug for e in audit_letter(read_letter(head + body.format(day=day) + RIGHTS))}

    assert "fee-short-time" in found("17 June 2026")
    assert "fee-short-time" not in found("30 September 2026")


def test_what_is_attached_may_be_told_in_between() -> None:
    body = (
        "Pages 1 to 21, which deal with the site and give the assessor's conclusions, are attached. "
        "Pages 22 to 32 are withheld under regulation 12(5)(e)."
    )
    text = HEAD.format(act=EIR, asked="the appraisal") + body + RIGHTS
    assert read_letter(text).outcome is Outcome.PARTIAL
