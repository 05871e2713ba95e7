"""Sentences of letters by others, in words of ours: what each rule sees in them, and what it leaves.

Each row is a letter that says no more than the sentence; the second of a pair differs in what makes it
right.
"""

import pytest

from answerable.audit import audit_letter
from answerable.letters import read_letter

HEAD = """{name}
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
FOISA = "Freedom of Information (Scotland) Act 2002"
NCND = "We neither confirm nor deny that we hold it, under section 40(5B)(a)(i). "
COST = "Section 12(1) applies: 900 files at 4 minutes each would take 60 hours. "
TABLE = """The figures are below; those under five are withheld under section 40(2).

Station      Warnings   Dismissals   All outcomes
-------------------------------------------------
Alder            12          6            18
Birch             9         <5            12
Cork              7          5            12
-------------------------------------------------
Trust            28         14            {whole}
"""
FIRES = [
    (FOIA, "pit-requester-motive", "It is exempt under section 43(2).\n\nPublic interest test\n\nFor disclosure: money was spent. Against: bidders would be harmed. We have had regard to who is asking: you sit on the board of a rival. The public interest in maintaining the exemption outweighs that in disclosure."),
    (FOIA, "jigsaw", TABLE.format(whole=42)),
    (FOIA, "ncnd-implicit-confirmation", NCND + "The concerns raised by theatre staff were looked into thoroughly at the time."),
    (FOIA, "ncnd-implicit-confirmation", NCND + "The clinicians who spoke to the reviewers did so in trust, and everyone who spoke was thanked."),
    (FOIA, "ncnd-implicit-confirmation", NCND + "I went through the two entries on the database myself."),
    (FOIA, "s12-no-advice", COST + "We have closed the request."),
    (FOIA, "s12-wrong-activities", COST + "On top of this a nurse would need a further 3 hours to consider which names to black out."),
    (FOIA, "s14-2-not-complied", "You asked the same on 2 February 2026. We refused it and nothing was sent to you. We therefore refuse this as a repeated request under section 14(2)."),
    (FOIA, "s22-late-intention", "It is exempt under section 22(1). We will publish it on 30 June 2026. The decision to do so was made by the Board at its meeting on 12 May 2026. It is reasonable to wait. The public interest in maintaining the exemption outweighs that in disclosure."),
    (FOIA, "scope-too-narrow", "We enclose the file of letters. As that is the only type of paper you mention we have not looked at invoices or notes."),
    (FOISA, "foisa-s18-no-exemption", "We neither confirm nor deny that such papers exist, in terms of section 18. Revealing it would be contrary to the public interest."),
]  # fmt: skip
SILENT = [
    (FOIA, "pit-requester-motive", "It is exempt under section 43(2).\n\nPublic interest test\n\nFor disclosure: money was spent. Against: bidders would be harmed. The public interest in maintaining the exemption outweighs that in disclosure."),
    (FOIA, "jigsaw", TABLE.format(whole=42).replace("Trust            28         14            42", "").replace("All outcomes", "Resignations")),
    (FOIA, "ncnd-implicit-confirmation", NCND + "Concerns, if any were raised, would be looked into at the time."),
    (FOIA, "s12-no-advice", COST + "What could we do for £450? Up to 120 files. You might choose one year, or a sample."),
    (FOIA, "s12-no-advice", COST + "Here are three ways of going on, and any of them would be treated as a new request: either year; refusals only; one port."),
    (FOIA, "s12-wrong-activities", COST + "On top of this there would be redaction, for which nothing is counted."),
    (FOIA, "s14-2-not-complied", "You asked the same on 2 February 2026 and we sent you the survey on 20 February. We refuse this as a repeated request under section 14(2)."),
    (FOIA, "s22-late-intention", "It is exempt under section 22(1). The decision to publish was made on 12 January 2026, and it will be on our website on 30 June 2026. It is reasonable to wait. The public interest in maintaining the exemption outweighs that in disclosure."),
    (FOIA, "pit-on-absolute", "Part 1\n\nIt is exempt under section 21(1): see www.tarn.example/bridge.\n\nPart 2\n\nThe fees would be of use to rivals, who bid in June. The public interest in four bids outweighs the public interest in disclosing the fees."),
    (FOIA, "pit-on-absolute", "It is exempt under section 21(1): see www.tarn.example/bridge. You may be used to seeing a paragraph about the public interest. There is none, as section 21 does not call for it."),
    (FOIA, "no-subsection", "It is exempt under section 44(1)(a), as the Bridges Act 1990 forbids it. Section 44 is absolute."),
    (FOIA, "s36-wrong-limb-opinion", "It is exempt under section 36(2)(b)(i). The Minister, who is a qualified person under section 36(5)(a), gave her reasonable opinion on 2 May 2026 that disclosure would be likely to inhibit the free and frank provision of advice."),
    (FOIA, "ogl-on-refusal", "The fee is refused under section 43(2).\n\nThe tonnages can be re-used under the Open Government Licence."),
    (FOIA, "wrong-uk-scots-act", "It is exempt under section 40(2) as personal data and under section 38(1)(b), as a thief who knew the room would be likely to endanger our crews."),
    (FOIA, "no-date", "The survey is enclosed."),
]  # fmt: skip


def _found(act: str, says: str) -> set[str]:
    name = "Tarn Council" if act == FOIA else "Loch Tarn Council, Scotland"
    text = HEAD.format(name=name, act=act, asked="the survey of the bridge") + says + RIGHTS
    return {finding.slug for finding in audit_letter(read_letter(text))}


@pytest.mark.parametrize(
    ("act", "slug", "says"), FIRES, ids=[f"{e[1]}: {e[2][-40:]}" for e in FIRES]
)
def test_it_is_seen(act: str, slug: str, says: str) -> None:
    assert slug in _found(act, says)


@pytest.mark.parametrize(
    ("act", "slug", "says"), SILENT, ids=[f"{e[1]}: {e[2][-40:]}" for e in SILENT]
)
def test_it_is_left(act: str, slug: str, says: str) -> None:
    assert slug not in _found(act, says)


def test_a_date_after_a_slash_is_the_date_of_the_letter() -> None:
    letter = read_letter(
        "Tarn Council\nRef ID-5521 / 12 February 2026\n\nDear Sir\n\nIt is enclosed.\n"
    )
    assert letter.dates.sent is not None
    assert letter.dates.sent.day.isoformat() == "2026-02-12"


def test_a_part_that_is_missing_is_not_placed_on_other_words() -> None:
    request = (
        "Please send me:\n1. The number of fines\n2. The income from them\n3. The busiest ward\n"
    )
    text = HEAD.format(name="Tarn Council", act=FOIA, asked="three things")
    text += "We hold it.\n\n1. There were 14,212.\n2. It came to £512,340." + RIGHTS
    found = audit_letter(read_letter(text, request=request))
    missing = [each for each in found if each.slug == "parts-unanswered"]
    assert [each.excerpt for each in missing] == [""]
