"""A record that lacks something mandatory gets the finding that says what, at the field."""

import pytest

from answerable import law
from answerable.audit import check_record
from answerable.letters.draft import read_record
from answerable.letters.samples import example
from answerable.model import Certainty, Place

#: (kind, what is replaced, by what, the slug, words of the place)
LACKS = [
    ("foia_refusal", "provision: s.43(2)", "provision: s.36(2)(c)", "s36-no-qp", "opinion"),
    ("foia_refusal", "whose: the company that won the contract", "whose:", "s43-no-whose", "whose"),
    ("foia_refusal", "threshold: would be likely to", "threshold:", "ncnd-no-threshold", "threshold"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.36(2)", "no-subsection", "provision"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.30(1)(a)", "no-subsection", "provision"),
    ("foia_refusal", "subject: disclosure", "subject: confirmation", "pit-missing", "balance"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.35(1)(a)", "s35-wrong-body", "provision"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.31(1)(g)", "s31-g-no-purpose", "purpose"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.44(1)(a)", "s44-no-enactment", "enactment"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.41(1)", "s41-not-obtained", "obtained_from"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.43(3)", "no-section", "provision"),
    ("foia_refusal", "provision: s.43(2)", "provision: s.40(5B)", "s40-wrong-limb", "provision"),
    ("foia_refusal", "sent: 2026-03-24", "sent: 2026-04-02", "late-notice", "sent"),
    ("foia_refusal", "review_contact: the Monitoring Officer at the address above, or foi.review@wexcombe.example", "review_contact:", "review-missing", "review_contact"),
    ("foia_partial", "legitimate_interests:", "completing:", "s40-no-li", "legitimate_interests"),
    ("foia_partial", "questions: ['2']", "questions: ['1']", "parts-unanswered", "question 2"),
    ("foia_ncnd", "matter: s.31(1)(a)", "matter:", "ncnd-no-underlying-matter", "matter"),
    ("foia_ncnd", "provision: s.31(3)", "provision: s.31(1)(a)", "ncnd-wrong-limb", "provision"),
    ("foia_ncnd", "subject: confirmation", "subject: disclosure", "ncnd-pit-about-disclosure", "balance"),
    ("foia_s12", "advice: >-", "advice:\n    unused: >-", "s12-no-advice", "advice"),
    ("foia_s12", "hours: 40", "hours: 17.5", "s12-arith", "hours"),
    ("foia_s22", "decided: 2026-01-15", "decided: 2026-03-10", "s22-late-intention", "decided"),
    ("foia_s10_3_extension", "provision: s.43(2)", "provision: s.41(1)", "pit-extension-abuse", "provision"),
    ("foia_s10_3_extension", "provision: s.43(2)", "provision:", "pit-extension-abuse", "provision"),
    ("eir_extension", "answer_by:", "provision: reg 12(5)(e)\n    answer_by:", "pit-extension-abuse", "provision"),
    ("eir_refusal", "threshold: would", "threshold: would be likely to", "eir-threshold", "threshold"),
    ("foisa_ncnd", "matter: s.35(1)(a)", "matter:", "foisa-s18-no-exemption", "matter"),
]  # fmt: skip


def slugs(text: str) -> dict[str, str]:
    found = check_record(read_record(text, "r.yaml"))
    assert all(f.certainty is Certainty.SURE and isinstance(f.where, Place) for f in found)
    return {f.slug: f.where.words for f in found if isinstance(f.where, Place)}


@pytest.mark.parametrize(("kind", "old", "new", "slug", "where"), LACKS)
def test_what_is_missing_is_named_at_its_field(
    kind: str, old: str, new: str, slug: str, where: str
) -> None:
    text = example(kind)
    assert old in text
    changed = text.replace(old, new, 1)
    if "unused" in changed:  # a long value that has lost its field
        changed = changed.split("    unused:")[0] + "signed: Officer\n"
    found = slugs(changed)
    assert slug in found
    assert where in found[slug]


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("foia_refusal", "balance"), ("foia_ncnd", "balance"), ("eir_refusal", "balance"),
        ("foia_s22", "balance"), ("foisa_refusal", "balance"), ("eisr_refusal", "balance"),
    ],
)  # fmt: skip
def test_a_qualified_exemption_without_a_balance_is_found(kind: str, field: str) -> None:
    lines = example(kind).splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.strip() == f"{field}:")
    depth = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while len(lines[end]) - len(lines[end].lstrip()) > depth:
        end += 1
    found = slugs("".join(lines[:start] + lines[end:]))
    assert found.keys() & {"pit-missing", "eir-no-pit"}


def test_an_absolute_exemption_needs_no_balance() -> None:
    assert slugs(example("foia_partial")) == {}


@pytest.mark.parametrize(
    "more",
    [
        "clarified: 2026-03-20\n",
        "extended_to: 2026-04-28\n",
        "late_because: The officer who deals with these requests was ill\n",
    ],
)
def test_a_date_that_has_moved_or_is_explained_is_not_late(more: str) -> None:
    text = example("foia_refusal").replace("sent: 2026-03-24\n", f"sent: 2026-04-10\n{more}", 1)
    assert "late-notice" not in slugs(text)


@pytest.mark.parametrize("kind", sorted(notice.kind for notice in law.notices()))
def test_a_whole_record_has_no_findings(kind: str) -> None:
    assert slugs(example(kind)) == {}


@pytest.mark.parametrize(
    "other",
    [
        "  - decision: supplied\n    questions: ['1']\n    answer: There are none\n",
        "  - decision: not_held\n    questions: ['1']\n    searches: We looked\n",
        "  - decision: accessible\n    questions: ['1']\n    where: On our website\n",
    ],
)
def test_a_question_is_not_answered_and_kept_silent_about_at_once(other: str) -> None:
    text = example("foia_ncnd").replace("signed:", other + "signed:", 1)
    assert "ncnd-with-partial-disclosure" in slugs(text)


def test_one_question_may_be_answered_beside_another_that_is_not_confirmed() -> None:
    text = example("foia_ncnd").replace(
        "decisions:\n",
        "  - {number: '2', text: 'What does a camera cost?'}\ndecisions:\n"
        "  - decision: supplied\n    questions: ['2']\n    answer: A camera costs £900\n",
        1,
    )
    assert slugs(text) == {}
