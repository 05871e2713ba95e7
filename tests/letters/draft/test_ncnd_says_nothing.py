"""A decision neither to confirm nor to deny has no room for what is held. FOIA s.2(1)."""

from dataclasses import fields

import pytest

from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example
from answerable.letters.writers import to_text
from answerable.model import UnusableInputError
from answerable.model.decision import NeitherConfirmNorDeny

HOLDINGS = (
    "held",
    "holds",
    "searches",
    "answer",
    "enclosures",
    "table",
    "supplied",
    "count",
    "files",
    "found",
)


def test_the_type_has_only_the_questions_the_grounds_and_what_is_public() -> None:
    assert [field.name for field in fields(NeitherConfirmNorDeny)] == [
        "questions", "grounds", "published",
    ]  # fmt: skip


@pytest.mark.parametrize("field", HOLDINGS)
def test_a_record_that_tells_of_holdings_cannot_be_read(field: str) -> None:
    text = example("foia_ncnd").replace(
        "    questions: ['1']\n", f"    questions: ['1']\n    {field}: 'yes'\n", 1
    )
    with pytest.raises(UnusableInputError, match=f"no field “{field}”"):
        read_record(text, "r.yaml")


def test_the_object_takes_nothing_more() -> None:
    decision = NeitherConfirmNorDeny(("1",), ())
    with pytest.raises((AttributeError, TypeError)):
        decision.held = True  # type: ignore[attr-defined]


def test_the_notice_neither_says_that_it_is_held_nor_that_it_is_not() -> None:
    text = to_text(write_notice(read_record(example("foia_ncnd"), "r.yaml")))
    for words in (
        "holds this information",
        "does not hold",
        "We searched",
        "We withhold",
        "exempt from disclosure",
    ):
        assert words not in text
