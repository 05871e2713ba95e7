"""What a notice must say and the record does not: a finding, and a marked gap in the draft."""

import copy
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from answerable import law
from answerable.audit import check_record
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example
from answerable.letters.writers import to_text
from answerable.model import UnusableInputError

#: Fields that are texts of the letter and have to be there, in any part of a record.
TEXTS = {
    "review_contact", "answer", "what", "grounds", "provision", "reasons", "searches", "estimate",
    "hours", "advice", "to", "licence", "where", "when", "needed", "amount", "basis", "pay",
    "points", "reviewer", "factors_for", "factors_against", "weighing", "by", "words", "limbs",
}  # fmt: skip
#: Fields without which there is no record to speak of.
RECORD = [
    "kind",
    "regime",
    "authority",
    "reference",
    "received",
    "sent",
    "questions",
    "decisions",
    "signed",
]
KINDS = sorted(notice.kind for notice in law.notices())


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a record at which such a text stands."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if key in TEXTS:
            yield (*path, key)
        if isinstance(inner, dict | list):
            yield from places(inner, (*path, key))


def plain(kind: str) -> Any:
    return yaml.safe_load(example(kind))


def cases() -> list[tuple[str, tuple[Any, ...]]]:
    # A letter about a review offers no other. The exemption behind more time has no place of its own in the letter, and other checks.
    return [
        (kind, path)
        for kind in KINDS
        for path in places(plain(kind))
        if path[-1] != "provision" or "grounds" in path
        if path[-1] != "review_contact" or "review" not in kind
    ]


def without(kind: str, path: tuple[Any, ...], *, empty: bool) -> str:
    data = copy.deepcopy(plain(kind))
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    if empty:
        inner[path[-1]] = None
    else:
        del inner[path[-1]]
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@pytest.mark.parametrize("empty", [False, True])
@pytest.mark.parametrize(("kind", "path"), cases())
def test_what_is_missing_is_a_finding_and_a_gap(
    kind: str, path: tuple[Any, ...], empty: bool
) -> None:
    record = read_record(without(kind, path, empty=empty), "r.yaml")
    found = check_record(record)
    assert found, f"{kind}: nothing is said of {path}"
    assert all(finding.message and finding.fix for finding in found)
    assert f"[MISSING: {path[-1]}]" in to_text(write_notice(record, draft=True))


@pytest.mark.parametrize("kind", KINDS)
def test_a_whole_record_has_no_gap(kind: str) -> None:
    assert "[MISSING" not in to_text(write_notice(read_record(example(kind), kind)))


@pytest.mark.parametrize("field", RECORD)
def test_without_what_makes_it_a_record_it_cannot_be_read(field: str) -> None:
    data = plain("foia_refusal")
    del data[field]
    with pytest.raises(UnusableInputError, match=f"lacks “{field}”; its fields are kind, regime"):
        read_record(yaml.safe_dump(data, allow_unicode=True), "r.yaml")
