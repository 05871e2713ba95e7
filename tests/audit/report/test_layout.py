"""What the page makes of a letter: addresses, whole words, notes beside their paragraphs."""

import pytest
from lxml import html

from answerable.audit import audit_letter
from answerable.audit.report import LetterReport, to_html
from answerable.audit.report.layout import rows, stretches
from answerable.letters import read_letter
from answerable.model import Basis, Certainty, Finding, Severity, Span

ADDRESS = "Information Governance\nLark Council\n\nLegal Services\n4th Floor Lark House\n\n1 Mill Lane\nLark\nLK1 1ZZ\ne-mail: review@lark.example\n"
BODY = "Dear Ms Reed\n\nOur decision\n\nWe refuse this under section 43(2).\n\nIf you are dissatisfied please write to:\n\n"


def _report(text: str, *spans: Span) -> LetterReport:
    letter = read_letter(text)
    found = tuple(_finding(letter.text, span) for span in spans) or tuple(audit_letter(letter))
    return LetterReport("letter.txt", letter, found)


def _finding(text: str, span: Span) -> Finding:
    return Finding(
        code="SN111", slug="parts-unanswered", severity=Severity.LOW, certainty=Certainty.SURE,
        basis=Basis.STATUTORY, message="A message.", cites=(), where=span, excerpt=text[span.start : span.end], fix="A fix.",
    )  # fmt: skip


def _headings(text: str) -> list[str]:
    page = html.document_fromstring(to_html([_report(text)]))
    return [each.text_content().lstrip("0123456789") for each in page.cssselect("h3")]  # notes


def test_the_lines_of_an_address_are_no_headings() -> None:
    assert _headings(BODY + ADDRESS) == ["Our decision"]


@pytest.mark.parametrize("line", ["review@lark.example", "LK1 1ZZ", "Tel: 01632 960001"])
def test_a_line_of_an_address_alone_is_none_either(line: str) -> None:
    assert _headings(BODY + line + "\n") == ["Our decision"]


def test_two_headings_one_under_the_other_stay_headings() -> None:
    text = (
        BODY
        + "For disclosure\n\nSection 43\n\nThere is openness in that, and we have weighed it.\n"
    )
    assert {"For disclosure", "Section 43"} <= set(_headings(text))


@pytest.mark.parametrize(
    ("cut", "marked"),
    [
        ("identify individual", "identify individuals"),
        ("could be ", "could be"),
        (" could be", "could be"),
        ("ould b", "could be"),
        ("identify individuals", "identify individuals"),
        ("individuals,", "individuals,"),
    ],
)
def test_a_mark_holds_whole_words(cut: str, marked: str) -> None:
    text = "Dear Ms Reed\n\nThis could be used to identify individuals, and would do them harm.\n"
    at = text.index(cut)
    page = html.document_fromstring(to_html([_report(text, Span(at, at + len(cut)))]))
    (mark,) = page.cssselect("mark")
    assert mark.text_content().removeprefix("1") == marked


def test_each_paragraph_with_notes_begins_a_stretch_and_nothing_is_lost() -> None:
    report = _report(BODY + ADDRESS)
    laid = rows(report)
    made = stretches(laid)
    assert tuple(row for stretch in made for row in stretch) == laid
    assert all(not row.notes for stretch in made for row in stretch[1:])
    assert all(stretch[0].notes for stretch in made[1:])


def test_a_note_shows_what_it_is_and_folds_the_rest() -> None:
    page = html.document_fromstring(to_html([_report(BODY + ADDRESS)]))
    for card in page.cssselect(".card"):
        assert card.cssselect(".message")
        assert card.cssselect("details .why")
        assert not card.xpath("./p[contains(@class, 'fix')]")
