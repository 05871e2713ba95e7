"""Paragraphs set in from the margin: their words come together, nothing is lost, no line moves."""

from hypothesis import given
from hypothesis import strategies as st

from answerable.letters import read_letter
from answerable.letters.text import evened, flow

SET_IN = (
    "    The Act is about documents and does not cover\n"
    "    questions of this kind, so that we have not\n"
    "    looked for an answer to it.\n\nYours faithfully\n"
)


def test_words_come_together_across_a_break() -> None:
    text, mended = evened(SET_IN, flow(SET_IN))
    assert "does not cover questions of this kind" in mended
    assert text.splitlines()[1].startswith("questions of this kind")


def test_the_first_line_keeps_its_margin() -> None:
    _, mended = evened(SET_IN, flow(SET_IN))
    assert mended.startswith("    The Act")


def test_a_quotation_with_marks_is_left_as_it_is() -> None:
    text = "> The Act is about documents and does not cover\n>    questions of this kind, so that\n>    we\n"
    assert evened(text, flow(text)) == (text, flow(text))


def test_a_table_is_left_as_it_is() -> None:
    text = "Year      Cases\n  2024       12\n  2025       14\n"
    assert evened(text, flow(text)) == (text, flow(text))


def test_a_letter_is_read_across_the_breaks() -> None:
    letter = read_letter("Tarn Council\n\nDear Sir\n\n" + SET_IN)
    assert "does not cover questions" in letter.own
    assert len(letter.text) == len(letter.flow)


PIECES = ["word ", "words of more letters ", "\n", "\n    ", "\n  ", "> ", "- ", "(a) ", "12   14", ".", "\t", "Page 2 of 3\n", "\n\n"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_nothing_is_lost_and_no_line_moves(text: str) -> None:
    before = flow(text)
    words, mended = evened(text, before)
    assert len(words) == len(text)
    assert len(mended) == len(before)
    assert sorted(words.split()) == sorted(text.split())  # a page's foot goes after its paragraph
    if "Page" not in text:
        assert words.split() == text.split()
    assert mended.split() == before.split()
    assert [at for at, one in enumerate(mended) if one == "\n"] == [
        at for at, one in enumerate(before) if one == "\n"
    ]
    assert words.count("\n") == text.count("\n")
