"""Decisions: found by provision and subject; cited ones looked up in every spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.law import cases
from answerable.law.cites import parse_one
from answerable.letters.samples import sample
from answerable.precedents.notices import citation_findings, find_decisions, references, resolve


def problems(text: str, year: int | None = 2026) -> list[str]:
    return [each.problem for each in resolve(text, year)]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[2025] UKSC 27", "[2025] UKSC 27"),
        ("[2015]  EWCA  Civ  454", "[2015] EWCA CIV 454"),
        ("FS 50626814", "FS50626814"),
        ("fs50626814", "FS50626814"),
        ("IC-155171-g3w9", "IC-155171-G3W9"),
        ("Decision Notice 100/2013", "Decision 100/2013"),
        ("EA/2006/0014", "EA/2006/0014"),
    ],
)
def test_spellings_are_one_key(text: str, key: str) -> None:
    [found] = references(f"see {text}, which holds")
    assert found.key == key


def test_two_numbers_are_two_references() -> None:
    assert [each.key for each in references("EA/2005/0026 and 0030")] == [
        "EA/2005/0026",
        "EA/2005/0030",
    ]


def test_every_decision_of_the_collection_with_a_number_is_found_by_it() -> None:
    for decision in cases():
        for resolved in resolve(decision.citation):
            if resolved.reference.key.split()[0] in decision.citation:
                assert resolved.decision is not None


def test_search_by_provision_takes_limbs_and_wholes() -> None:
    by_limb = {each.id for each in find_decisions(parse_one("FOIA s.24(2)"))}
    by_whole = {each.id for each in find_decisions(parse_one("FOIA s.24"))}
    assert "dn-talktalk" in by_limb <= by_whole
    assert not by_whole & {each.id for each in find_decisions(parse_one("FOIA s.12"))} - {
        "ut-appger-2011"
    }
    assert {each.id for each in find_decisions(parse_one("EIR reg.12(5)(b)"))} == {"ftt-brooks"}


def test_search_by_subject_year_and_court() -> None:
    assert {each.id for each in find_decisions(subject="small numbers", court="high")} == {"hc-doh"}
    assert all(each.year == 2025 for each in find_decisions(years=(2025, 2025)))
    assert find_decisions(subject="zeppelin") == ()
    years = [each.year or 0 for each in find_decisions()]
    assert years == sorted(years, reverse=True)


@pytest.mark.parametrize(
    "text",
    [
        "In [2025] UKSC 27 the Supreme Court held that interests may be weighed together.",
        "The Commissioner agreed in FS50544470, a decision notice involving the Home Office.",
        "See Decision 100/2013 of the Scottish Information Commissioner.",
        "The Upper Tribunal in [2022] UKUT 104 (AAC) dealt with timing.",
        "The Tribunal (EA/2006/0014) looked at contracts of Derry City Council.",
        "We considered [2021] UKUT 248 (AAC), a case involving the Foreign, Commonwealth Office.",
        "Nothing is cited here.",
    ],
)
def test_right_citations_are_silent(text: str) -> None:
    assert not any(problems(text))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("The notice FS99999999 supports this.", "unknown"),
        ("As held in [2031] UKUT 5 (AAC), we refuse.", "impossible"),
        ("As held in [1999] UKSC 5, we refuse.", "impossible"),
        ("The High Court in [2018] UKUT 72 (AAC) said so.", "wrong body"),
        (
            "The ICO decision notice FS50301943, issued to Wirral Council, supports this.",
            "wrong body",
        ),
        ("[2022] UKUT 104 (AAC) says that exemptions must be weighed separately.", "overturned"),
    ],
)
def test_each_problem_is_found_and_becomes_a_finding(text: str, problem: str) -> None:
    assert problems(text) == [problem]
    [finding] = citation_findings(text, 2026)
    assert finding.excerpt == text[finding.where[0] : finding.where[1]]
    assert finding.message.endswith(".")


def test_the_seed_letter_cites_a_decision_of_the_collection() -> None:
    [only] = resolve(sample("seed_letter.txt"), 2026)
    assert only.decision is not None
    assert only.decision.id == "dn-home-office-returnees"


@given(st.text(alphabet="[]2025 UKSCFTIA/-0andDecision\n.", max_size=200))
def test_any_text_is_looked_up_without_complaint(text: str) -> None:
    for each in resolve(text):
        assert each.reference.span.end <= len(text)
