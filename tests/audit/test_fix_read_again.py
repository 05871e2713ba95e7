"""A letter that ``audit --fix`` wrote as a page is read again as the text that it wrote."""

from pathlib import Path

import pytest
import yaml

from answerable.audit import Case, audit_letter
from answerable.audit.fix import proposals, to_html, to_text
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.files import DEFAULT
from answerable.letters.files.page import read
from answerable.letters.samples import example
from answerable.letters.writers import to_text as as_text

LABELLED = Path(__file__).parents[1] / "letters" / "labelled"
LETTERS = [
    pytest.param(folder / label["file"], id=f"{folder.name} {label['id']}")
    for folder in sorted(LABELLED.iterdir())[::5]
    for label in yaml.safe_load((folder / "labels.yaml").read_text(encoding="utf-8"))[::6]
]

SEVERAL = """Wharfbourne Council
12 May 2026

Dear Ms Roe

You wrote on 1 May 2026 under the Freedom of Information Act 2000:

1. How many bids were received?
2. What are the names of the bidders?
3. When will the lease begin?

1. We received seven bids.
2. The names are held. They are exempt under section 43(2) of the Act, as disclosure would be likely to prejudice the bidders <all of them> & the Council. The public interest in openness is outweighed by that in a fair contest for the lease.

   Bids     2025     2026
   Harbour     3        7

3. On 1 September 2026.

Yours sincerely
Information Officer
"""


def read_as(text: str) -> tuple[object, ...]:
    letter = read_letter(text)
    return (
        letter.outcome,
        letter.ncnd,
        [(question.number, question.text) for question in letter.questions],
        [(use.cite, use.role) for use in letter.provisions],
        sorted(finding.slug for finding in audit_letter(letter, Case())),
    )


def both(text: str) -> tuple[str, str]:
    """The mended letter as text, and as its page is read."""
    letter = read_letter(text)
    made = proposals(letter, audit_letter(letter, Case()))
    page = read(to_html(letter, made).encode(), DEFAULT).text
    return to_text(letter, made).replace("[PROPOSED,", "[Proposed,"), page


@pytest.mark.parametrize("path", LETTERS)
def test_a_page_is_read_as_the_text(path: Path) -> None:
    text, page = both(path.read_text(encoding="utf-8"))
    assert [line.rstrip() for line in page.strip().split("\n")] == [
        line.rstrip() for line in text.strip().split("\n")
    ]
    assert read_as(page) == read_as(text)


@pytest.mark.parametrize("kind", ["foia_ncnd", "eir_refusal", "foisa_refusal", "foia_partial"])
def test_what_was_mended_is_gone(kind: str) -> None:
    text = as_text(write_notice(read_record(example(kind), kind)))
    cut = "\n\n".join(
        each for each in text.split("\n\n") if "review" not in each and "Commissioner" not in each
    )
    before = set(read_as(cut)[-1])  # type: ignore[call-overload]
    mended, page = both(cut)
    assert read_as(page) == read_as(mended)
    after = set(read_as(page)[-1])  # type: ignore[call-overload]
    lacking = {"review-missing", "s50-missing", "eir-no-reg11", "foisa-s19-missing"}
    assert before & lacking
    assert not after & lacking


def test_questions_tables_and_marks_of_html_come_back() -> None:
    text, page = both(SEVERAL)
    assert "[Proposed," in page
    assert "bidders <all of them> & the Council" in page
    assert "The letter with proposed words" not in page
    letter = read_letter(page)
    assert [question.number for question in letter.questions] == ["1", "2", "3"]
    assert [str(use.cite) for use in letter.relied()] == ["FOIA s.43(2)"]
    assert letter.outcome == read_letter(SEVERAL).outcome
    assert read_as(page) == read_as(text)


def test_spaces_and_line_breaks_are_kept_where_a_page_keeps_them() -> None:
    kept = "<div style='white-space: pre-wrap'>Bids   7\n<b>Names   none</b>\nend</div>"
    assert read(kept, DEFAULT).text == "Bids   7\nNames   none\nend"
    folded = "<div>Bids   7\n<b>Names   none</b>\nend</div>"
    assert read(folded, DEFAULT).text == "Bids 7 Names none end"
