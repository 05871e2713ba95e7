"""Text made even without moving a character: flow, lower case, sentences."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.letters.text import flow, lower, sentence_spans

WRAPPED = """\
The Council holds the report that you have asked for and has decided that it
is exempt under section 43(2) because a rival that knew the price would be
likely to offer a little less, as happened in 2023 when the last contract was
let by the county.

1. The first thing that you asked for is enclosed with this letter in a file
   of its own.
2. The second is not.
"""


def test_a_hard_wrapped_paragraph_becomes_one_line() -> None:
    lines = flow(WRAPPED).split("\n")
    assert " ".join(lines[0].split()).startswith("The Council holds the report")
    assert lines[0].rstrip().endswith("let by the county.")


def test_items_of_a_list_keep_their_lines() -> None:
    starts = [line.strip()[:2] for line in flow(WRAPPED).split("\n") if line.strip()]
    assert starts == ["Th", "1.", "2."]


@pytest.mark.parametrize(
    "block",
    [
        "Ferndale Council\nTown Hall\nHigh Street\nFerndale",
        "Year     Fines\n2023     4,110\n2024     3,902",
        "PUBLIC INTEREST\n\nFor disclosure",
        "Dear Ms A\n\nRequest 12",
    ],
)
def test_addresses_tables_and_headings_keep_their_lines(block: str) -> None:
    assert flow(block) == block


@pytest.mark.parametrize("furniture", ["Page 2 of 3", "page 2", "Page 2/3", "- 2 -"])
def test_page_furniture_is_blanked(furniture: str) -> None:
    made = flow(f"The report is exempt because it\n{furniture}\nwould do harm.")
    assert "2" not in made
    assert len(made) == len(f"The report is exempt because it\n{furniture}\nwould do harm.")


def test_a_page_named_in_a_sentence_stays() -> None:
    assert "page 41" in flow("The figure is on page 41 of the report.")


def test_typographic_signs_become_plain_ones() -> None:
    assert flow("“It’s” – 12\u00a0p") == '"It\'s" - 12 p'


@given(st.text(max_size=300))
def test_flow_moves_nothing(text: str) -> None:
    assert len(flow(text)) == len(text)


@given(st.text(max_size=300))
def test_lower_moves_nothing(text: str) -> None:
    assert len(lower(text)) == len(text)


def test_a_letter_that_grows_when_lowered_stays_in_its_place() -> None:
    assert lower("İA") in ("İa", "i̇a"[:1] + "a")
    assert len(lower("İA")) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("It is exempt. We hold it.", 2),
        ("See s.31(1)(a) and ss. 12 and 14. That is all.", 2),
        ("Mr. Smith of Acme Ltd. wrote. We replied.", 2),
        ("The cost is £4.50 a page. No. 4 is missing.", 2),
        ("e.g. a letter, i.e. a note. Done.", 2),
        ("reg. 12(4)(b) applies. Yes.", 2),
        ("1. How many? 2. How much?", 2),
        ("Who? What? When?", 3),
        ("“It is exempt.” We agree.", 2),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    plain = flow(text)
    spans = sentence_spans(plain, 0, len(plain))
    assert len(spans) == count, [plain[s.start : s.end] for s in spans]


@given(st.text(alphabet=st.characters(blacklist_characters="\n"), max_size=4_000))
def test_sentences_are_short_and_in_order(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))
    for one, other in itertools.pairwise(spans):
        assert one.end <= other.start
    assert all(0 < span.end - span.start <= 1_500 for span in spans)
