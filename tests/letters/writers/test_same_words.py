"""The same words in text, HTML, Word and PDF."""

import io
import re

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from answerable import law
from answerable.letters.draft import (
    Heading,
    Items,
    Notice,
    Paragraph,
    Table,
    read_record,
    write_notice,
)
from answerable.letters.samples import example, sample
from answerable.letters.writers import to_docx, to_html, to_pdf, to_text

#: What only one form shows: bullets, cell borders, the number of the page.
FURNITURE = {"-", "•", "‣", "|"}


def plain(text: str) -> list[str]:
    """The words in order, without the furniture of a form."""
    return [word for word in text.split() if word not in FURNITURE]


def of_text(notice: Notice) -> list[str]:
    return plain(to_text(notice))


def of_html(notice: Notice) -> list[str]:
    page = html.document_fromstring(to_html(notice))
    body = page.find("body")
    assert body is not None
    for element in body.iter("p", "li", "h1", "h2", "h3", "td", "th"):
        element.tail = " " + (element.tail or "")
    return plain(body.text_content())


def of_docx(notice: Notice) -> list[str]:
    document = docx.Document(io.BytesIO(to_docx(notice)))
    rows = document.element.body.iter(qn("w:p"))
    return plain("\n".join("".join(t.text or "" for t in row.iter(qn("w:t"))) for row in rows))


def of_pdf(notice: Notice) -> list[str]:
    document = pypdfium2.PdfDocument(to_pdf(notice))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    cut = [re.sub(r"\s*\d+ / \d+\s*$", "\n", page) for page in pages]
    return plain("\n".join(cut).replace("\ufffe", "").replace("\x02", ""))


def joined(words: list[str]) -> str:
    """The words run together; a reader of PDF drops the hyphen at which a line is broken."""
    return "".join(words).replace("-", "")


KINDS = sorted(notice.kind for notice in law.notices())


@pytest.mark.parametrize("kind", [*KINDS, "seed"])
def test_all_four_forms_of_an_example_say_the_same(kind: str) -> None:
    text = sample("seed_decision.yaml") if kind == "seed" else example(kind)
    notice = write_notice(read_record(text, kind))
    wanted = of_text(notice)
    assert of_html(notice) == wanted
    assert of_docx(notice) == wanted
    assert joined(of_pdf(notice)) == joined(wanted)


def test_a_draft_says_so_in_all_four() -> None:
    notice = write_notice(read_record(example("foia_ncnd"), "r"), draft=True)
    for words in (of_text(notice), of_html(notice), of_docx(notice), of_pdf(notice)):
        assert words[:4] == ["DRAFT:", "NOT", "FOR", "SENDING"]


NASTY = [
    "#set page(fill: red) *bold* _under_ `raw` $x$ <tag> @ref = heading - list + enum / term: x",
    '</style><script>alert(1)</script> & "quoted" \'single\' \\ backslash \\" end',
    "1. a number first", "12) another", "https://example.org/a?b=1&c=2 // comment /* x */",
    "three ... dots -- dashes --- and ~ tilde", "{{ jinja }} {% block %} %s {0}", "#", "]", "[", ";",
    "Llanfair ŵŷ é – “curly”", "= equals", "+ plus", "- minus",
]  # fmt: skip


def of_words(words: list[str]) -> Notice:
    head = ("Wexcombe Council", words[0], "Dear applicant")
    blocks = [Heading(words[0], 1), Heading(words[-1])]
    return Notice(
        title=words[0],
        head=head,
        blocks=(
            *blocks,
            *(Paragraph(word, ((word[:4], "https://example.org/?a=1&b=2"),)) for word in words),
            Items(tuple(words)),
            Items(tuple(words), tuple(str(n) for n in range(len(words))), quoted=True),
            Table(("A", "B"), tuple((word, word) for word in words)),
        ),
    )


def test_words_that_look_like_markup_are_only_words() -> None:
    notice = of_words(NASTY)
    wanted = of_text(notice)
    assert of_html(notice) == wanted
    assert of_docx(notice) == wanted
    # The PDF breaks lines inside long words.
    assert joined(of_pdf(notice)) == joined(wanted)
    assert "<script>" not in to_html(notice)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12).filter(
            lambda w: w not in FURNITURE
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_words_are_the_same_in_all_four(words: list[str]) -> None:
    notice = of_words(words)
    wanted = of_text(notice)
    assert of_html(notice) == wanted
    assert of_docx(notice) == wanted
    assert sorted(joined(of_pdf(notice))) == sorted(joined(wanted))
