"""What a second look sees, and what it passes over, rule by rule."""

import pytest

from answerable.audit import all_rules, audit_letter
from answerable.audit.rule import Case
from answerable.letters import read_letter
from answerable.model import Certainty, Severity

HEAD = """Tarn Council
1 Market Square, Tarn

20 May 2026

Dear applicant

You asked on 5 May 2026 under the Freedom of Information Act 2000 for {asked}.

"""
RULES = {rule.slug: rule for rule in all_rules()}
BRIDGE = "the survey of the bridge"

FIRES = [
    ("why-missing", BRIDGE, "It is exempt under section 43(2) because prejudice is likely."),
    (
        "s12-arith",
        "all letters about the bridge",
        "Section 12 applies. There are 900 letters, at 3 minutes each, which is 45 hours.",
    ),
    ("s14-no-basis", BRIDGE, "We refuse your request under section 14(1) as vexatious."),
    (
        "s12-no-advice",
        BRIDGE,
        "Section 12 applies: it would take 60 hours. You may wish to narrow it.",
    ),
    (
        "s43-no-whose",
        BRIDGE,
        "It is exempt under section 43(2): commercial interests would suffer.",
    ),
    (
        "ncnd-class-vs-prejudice",
        "papers about a named man",
        "We neither confirm nor deny that we hold it, under section 30(3). A reply would harm the "
        "course of inquiries.",
    ),
    (
        "s24-prejudice-language",
        BRIDGE,
        "It is exempt under section 24(1), as release would harm those who guard the bridge.",
    ),
    (
        "pit-shared-merged",
        BRIDGE,
        "It is exempt under sections 31(1)(a) and 43(2).\n\nPublic interest\n\nIn favour of "
        "disclosure, people cross the bridge. Against disclosure, thieves would learn of the "
        "gaps. The public interest in maintaining the exemptions outweighs that in disclosure.",
    ),
    ("s14-2-not-complied", BRIDGE, "We refuse it under section 14(2): you asked the same in May."),
    (
        "form-ignored",
        "the survey of the bridge, preferably as a spreadsheet",
        "The survey is attached to this letter.",
    ),
    (
        "ncnd-with-partial-disclosure",
        "any complaint about a named man",
        "We neither confirm nor deny that we hold it, under section 40(5B)(a)(i). The matter with "
        "his neighbour was settled in June.",
    ),
]
SILENT = [
    (
        "why-missing",
        BRIDGE,
        "It is exempt under section 43(2), because rival surveyors who saw the drilling method "
        "invented by Tern Surveys could copy it in time for the harbour tender in June.",
    ),
    ("why-missing", BRIDGE, "It is exempt under section 21: see www.tarn.example/bridge."),
    ("s12-arith", BRIDGE, "Section 12 applies, since a great deal of work would be needed."),
    ("s12-arith", BRIDGE, "The survey took 45 hours and 30 minutes to make, and is attached."),
    (
        "s14-no-basis",
        BRIDGE,
        "We refuse it under section 14(1). It is the fortieth since January about one "
        "parking ticket, four tribunals rejected the grievance, and clerks were "
        "called liars in the market by the man who writes these letters every week.",
    ),
    ("s12-no-advice", BRIDGE, "The survey is attached. You may wish to narrow a later request."),
    (
        "s43-no-whose",
        BRIDGE,
        "It is exempt under section 43(2): the commercial interests of the surveyor would suffer.",
    ),
    (
        "ncnd-class-vs-prejudice",
        BRIDGE,
        "It is exempt under section 30(1). Release would harm the course of inquiries.",
    ),
    ("s24-prejudice-language", BRIDGE, "It is exempt under section 31(1)(a). Harm would follow."),
    (
        "pit-shared-merged",
        BRIDGE,
        "It is exempt under section 43(2).\n\nPublic interest\n\nIn favour of disclosure, people "
        "cross the bridge. Against disclosure, rivals would learn the method. The public interest "
        "in maintaining the exemption outweighs that in disclosure.",
    ),
    ("s14-2-not-complied", BRIDGE, "We refuse it under section 14(1), as vexatious."),
    ("late-notice", BRIDGE, "It is exempt under section 21, being on our website."),
    ("form-ignored", BRIDGE, "The survey is attached to this letter."),
    (
        "form-ignored",
        "the survey of the bridge, preferably as a spreadsheet",
        "The spreadsheet is attached to this letter.",
    ),
    (
        "ncnd-with-partial-disclosure",
        "any complaint about a named man",
        "We neither confirm nor deny that we hold it, under section 40(5B)(a)(i). If any complaint "
        "was made, that would be personal data.",
    ),
    (
        "ncnd-implicit-confirmation",
        "any complaint about a named man",
        "We neither confirm nor deny that we hold it. Your request was passed to the legal team.",
    ),
]


def _weak(slug: str, asked: str, says: str) -> list[str]:
    letter = read_letter(HEAD.format(asked=asked) + says + "\n")
    return [finding.message for finding in RULES[slug].in_letter_again(letter, Case())]


@pytest.mark.parametrize(("slug", "asked", "says"), FIRES, ids=[each[0] for each in FIRES])
def test_a_weak_sign_is_seen(slug: str, asked: str, says: str) -> None:
    found = _weak(slug, asked, says)
    assert len(found) == 1
    assert found[0].startswith("Check")


@pytest.mark.parametrize(("slug", "asked", "says"), SILENT, ids=[each[0] for each in SILENT])
def test_what_is_no_sign_is_passed_over(slug: str, asked: str, says: str) -> None:
    assert _weak(slug, asked, says) == []


def test_days_that_something_may_have_moved_are_pointed_out() -> None:
    text = HEAD.format(asked=BRIDGE).replace("20 May", "20 July")
    letter = read_letter(text + "Thank you for clarifying it. The survey is attached.\n")
    found = list(RULES["late-notice"].in_letter_again(letter, Case()))
    assert [finding.message for finding in found] == ["Check that the letter went out in time."]


def test_a_likely_finding_alone_weighs_less_than_beside_a_plain_one() -> None:
    """Told by the same words, in a letter right but for them and in one without its rights."""
    says = (
        "It is exempt under section 12: reading and deciding on redactions would take 60 hours, "
        "and we would help you to ask for a year of it within the limit.\n"
    )
    rights = (
        "You may ask for an internal review within 40 working days by writing to the Head of Law "
        "at the address above; we answer within 20 working days. You may then apply to the "
        "Information Commissioner for a decision: Wycliffe House, Water Lane, Wilmslow SK9 5AF.\n"
    )
    text = HEAD.format(asked="all letters about the bridge") + says
    alone = audit_letter(read_letter(text + rights))
    beside = audit_letter(read_letter(text))
    assert all(f.certainty is Certainty.SURE or f.severity < Severity.HIGH for f in alone)
    assert any(f.certainty is Certainty.SURE for f in beside)
