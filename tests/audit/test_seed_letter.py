"""The seed letter: what an audit of it must say, and must not.

The reasons are in the law data (``seed_letter_review``): a finding is strong, arguable or removed.
"""

import pytest

from answerable import law
from answerable.audit import audit_letter
from answerable.letters import read_letter
from answerable.letters.samples import sample
from answerable.model import Certainty, Finding, Letter, Outcome, Severity


@pytest.fixture(scope="module")
def letter() -> Letter:
    return read_letter(sample("seed_letter.txt"))


@pytest.fixture(scope="module")
def findings(letter: Letter) -> dict[str, Finding]:
    return {finding.slug: finding for finding in audit_letter(letter)}


CONFIDENCE = law.table("seed_letter")["seed_letter_confidence"]


def test_it_is_read_as_what_it_is(letter: Letter) -> None:
    assert letter.outcome is Outcome.NCND
    assert letter.regime == "FOIA"
    assert {str(use.cite) for use in letter.relied()} == {"FOIA s.24(2)", "FOIA s.31(3)"}
    assert [question.number for question in letter.questions] == ["1", "2", "3", "4", "5"]
    assert letter.authority.name == "Leicester City Council"
    assert letter.shows.review is not None
    assert letter.shows.regulator is None
    assert letter.shows.supplied is None


@pytest.mark.parametrize("slug", CONFIDENCE["strong"])
def test_what_is_strong_is_sure(slug: str, findings: dict[str, Finding]) -> None:
    assert findings[slug].certainty is Certainty.SURE


@pytest.mark.parametrize("slug", CONFIDENCE["arguable"])
def test_what_is_arguable_is_reported_as_likely(slug: str, findings: dict[str, Finding]) -> None:
    assert findings[slug].certainty is Certainty.LIKELY


@pytest.mark.parametrize("slug", CONFIDENCE["removed"])
def test_what_was_removed_is_not_reported(slug: str, findings: dict[str, Finding]) -> None:
    assert slug not in findings


def test_nothing_else_is_reported(findings: dict[str, Finding]) -> None:
    expected = {*CONFIDENCE["strong"], *CONFIDENCE["arguable"]}
    assert set(findings) <= expected


def test_the_limb_is_a_matter_of_reasons_here_and_so_not_critical(
    findings: dict[str, Finding],
) -> None:
    # 24(2) is cited once: what is missing is reasons for it, s.17(3)(a).
    assert findings["ncnd-wrong-limb"].severity is Severity.HIGH
    assert "s.17(3)(a)" in str(findings["ncnd-wrong-limb"].cites[0])


def test_lateness_is_not_judged_on_an_undated_copy(findings: dict[str, Finding]) -> None:
    assert "late-notice" not in findings
