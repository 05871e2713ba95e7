"""The four forms of a report say the same things, and each keeps its own rules."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from answerable.audit import audit_letter
from answerable.audit.report import Group, LetterReport, to_html, to_json, to_sarif, to_text
from answerable.letters import read_letter
from answerable.letters.samples import sample

# The schema of SARIF 2.1.0 as the npm package @microsoft/jest-sarif ships it (MIT).
SCHEMA = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def report_of(text: str, path: str = "letter.txt") -> LetterReport:
    letter = read_letter(text)
    return LetterReport(path, letter, audit_letter(letter))


@pytest.fixture(scope="module")
def seed() -> LetterReport:
    return report_of(sample("seed_letter.txt"))


UNREAD = LetterReport("scan.pdf", error="“scan.pdf” has no text in it.")


def test_sarif_is_valid_against_its_schema(seed: LetterReport) -> None:
    jsonschema.validate(json.loads(to_sarif([seed, UNREAD])), SCHEMA)


def test_sarif_places_are_places_of_the_letter(seed: LetterReport) -> None:
    [run] = json.loads(to_sarif([seed]))["runs"]
    text = sample("seed_letter.txt")
    lines = text.split("\n")
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert (
            sum(len(line) + 1 for line in lines[: region["startLine"] - 1])
            + region["startColumn"]
            - 1
            == start
        )
        if "snippet" in region:
            assert region["snippet"]["text"] == text[start : start + region["charLength"]]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_form_names_every_finding(seed: LetterReport) -> None:
    forms = (to_text([seed]), to_json([seed]), to_sarif([seed]), to_html([seed]))
    for finding in seed.findings:
        for form in forms:
            assert finding.slug in form


def test_the_page_holds_the_whole_letter(seed: LetterReport) -> None:
    page = html.document_fromstring(to_html([seed]))
    shown = " ".join(" ".join(block.itertext()) for block in page.cssselect(".block"))
    letters_only = "".join(c for c in shown if c.isalpha())
    for line in sample("seed_letter.txt").split("\n"):
        words = "".join(c for c in line.replace("’", "'") if c.isalpha())
        assert words in letters_only


def test_marks_are_numbered_in_the_order_of_the_letter(seed: LetterReport) -> None:
    page = html.document_fromstring(to_html([seed]))
    numbers = [int(ref.text) for ref in page.cssselect("mark a.ref")]
    assert numbers == sorted(numbers)


def test_what_is_missing_stands_after_the_letter(seed: LetterReport) -> None:
    page = html.document_fromstring(to_html([seed]))
    gaps = [" ".join(gap.itertext()) for gap in page.cssselect(".block.gap")]
    assert any("No right to complain to the Commissioner" in gap for gap in gaps)


def test_an_unusable_file_is_reported_in_its_place(seed: LetterReport) -> None:
    assert json.loads(to_json([seed, UNREAD]))["letters"][1] == {
        "path": "scan.pdf",
        "error": UNREAD.error,
    }
    assert UNREAD.error in to_text([seed, UNREAD])
    assert "has no text" in to_html([seed, UNREAD])


def test_groups_share_out_the_findings(seed: LetterReport) -> None:
    shared = [finding for group in Group for finding in seed.in_group(group)]
    assert len(shared) == len(seed.findings)


def test_plain_text_has_no_terminal_codes(seed: LetterReport) -> None:
    assert "\x1b" not in to_text([seed])
    assert "\x1b" in to_text([seed], colour=True)


def test_words_of_a_letter_cannot_become_markup() -> None:
    report = report_of(
        "Tarnbrook Council\n\nDear applicant\n\nThe Council holds <script>alert(1)</script> & more.\n"
    )
    page = to_html([report])
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_makes_a_report_in_every_form(text: str) -> None:
    report = report_of(text.replace("\r", "\n"))
    for form in (to_text, to_json, to_sarif, to_html):
        assert form([report])


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("Freedom of Information Act 2000", "outcome of an internal review"),
        ("Freedom of Information (Scotland) Act 2002", "outcome of a review"),
    ],
)
def test_a_review_has_the_name_of_its_own_law(act: str, said: str) -> None:
    text = f"Tarn Council\n\nOutcome of the review\n\nYou asked for a review under the {act}. I uphold it.\n"
    letter = read_letter(text)
    report = LetterReport("a.txt", letter, audit_letter(letter))
    assert said in to_text([report])
