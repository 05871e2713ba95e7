"""An officer's words stand where wording is free; what the law asks for stays as decided."""

import pytest
from tests.desk.letters.fixtures import SAMPLES, sample

from answerable.desk.letters.compose import LONGEST, Free, compose
from answerable.letters.draft import Heading, Paragraph, write_notice
from answerable.model import UnusableInputError

NAMES = sorted(each.name.removesuffix(".yaml") for each in SAMPLES.iterdir())
WORDS = Free(opening="Thank you.", covering="First.\n\nSecond.", closing="Write if unclear.")


@pytest.mark.parametrize("name", NAMES)
def test_without_free_words_the_letter_is_the_notice(name: str) -> None:
    assert compose(sample(name), Free()) == write_notice(sample(name))


@pytest.mark.parametrize("name", NAMES)
def test_free_words_change_no_paragraph_of_the_notice(name: str) -> None:
    own = {"Thank you.", "First.", "Second.", "Write if unclear."}
    rest = [
        block
        for block in compose(sample(name), WORDS).blocks
        if not (isinstance(block, Paragraph) and block.text in own)
    ]
    assert rest == list(write_notice(sample(name)).blocks)


def test_each_place_is_where_its_name_says() -> None:
    blocks = list(compose(sample("foia_partial"), WORDS).blocks)
    texts = [getattr(block, "text", "") for block in blocks]
    first_answer = next(i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level > 1)
    assert texts[1] == "Thank you."
    assert texts[first_answer - 2 : first_answer] == ["First.", "Second."]
    assert texts[-3:-1] == ["Write if unclear.", "Yours faithfully"]


def test_the_reason_for_being_late_becomes_an_apology() -> None:
    late = compose(sample("foia_partial"), Free(late_because="The file had to be fetched"))
    assert any("This reply is late" in getattr(block, "text", "") for block in late.blocks)


def test_control_and_direction_marks_are_dropped() -> None:
    assert Free.of({"opening": "a\x00b\u202ec\r\nd\x07", "other": "x"}).opening == "abc\nd"


def test_far_too_many_words_are_refused() -> None:
    with pytest.raises(UnusableInputError, match="the opening"):
        Free(opening="x" * (LONGEST + 1)).check()
    Free(opening="x" * LONGEST).check()
