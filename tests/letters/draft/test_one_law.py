"""A record rests on one law, and its days lie within the calendar."""

import pytest

from answerable.letters.draft import read_record
from answerable.letters.samples import example
from answerable.model import UnusableInputError


@pytest.mark.parametrize(
    ("kind", "own", "other"),
    [
        ("foia_refusal", "s43(2)", "FOISA s.33(1)(b)"),
        ("foia_refusal", "s43(2)", "EIR reg 12(5)(e)"),
    ],
)
def test_a_provision_of_another_law_is_refused_by_name(kind: str, own: str, other: str) -> None:
    text = example(kind)
    line = next(
        each
        for each in text.splitlines()
        if each.strip().startswith(("provision:", "- provision:"))
    )
    changed = line.split("provision:")[0] + f"provision: {other}"
    with pytest.raises(UnusableInputError, match="rests on one law"):
        read_record(text.replace(line, changed, 1), "record.yaml")


def test_the_example_itself_is_read() -> None:
    assert read_record(example("foia_refusal"), "record.yaml").kind == "foia_refusal"


@pytest.mark.parametrize(
    ("received", "sent"), [("1990-01-02", "1990-02-02"), ("2035-01-02", "2035-02-02")]
)
def test_days_beyond_the_calendar_are_refused(received: str, sent: str) -> None:
    text = _dated(received, sent)
    with pytest.raises(UnusableInputError, match="outside the calendar"):
        read_record(text, "record.yaml")


def test_a_notice_cannot_go_before_its_request_came() -> None:
    with pytest.raises(UnusableInputError, match="is before"):
        read_record(_dated("2026-03-03", "2026-02-02"), "record.yaml")


def _dated(received: str, sent: str) -> str:
    lines = []
    for line in example("foia_refusal").splitlines():
        if line.startswith("received:"):
            line = f"received: {received}"
        elif line.startswith("sent:"):
            line = f"sent: {sent}"
        lines.append(line)
    return "\n".join(lines)
