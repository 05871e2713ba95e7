"""A letter that has what the table of notices asks of its kind, and nothing more, is left alone."""

import pytest

from answerable import law
from answerable.audit import Case, audit_letter
from answerable.letters import read_letter
from answerable.letters.draft import read_record, write_notice
from answerable.letters.samples import example
from answerable.letters.writers import to_text
from answerable.model import Certainty, Severity

# The items of a kind that ask for the ways on: a review, the Commissioner.
_RIGHTS = {"review", "s50", "reg11", "appeal", "s19", "rights", "complaint", "right-regulator", "inherits"}  # fmt: skip


def _must(kind: law.NoticeKind) -> set[str]:
    items = [item for item in kind.requirements if item.status == "mandatory"]
    return {item.id.partition(".")[2] for item in items}


WITHOUT = [kind.kind for kind in law.notices() if not _must(kind) & _RIGHTS]


def test_an_extension_under_the_regulations_is_a_kind_that_need_not_tell_of_rights() -> None:
    assert "eir_extension" in WITHOUT
    assert "eir_refusal" not in WITHOUT
    assert len(WITHOUT) > 7


@pytest.mark.parametrize("kind", WITHOUT)
def test_rights_that_no_provision_asks_for_are_not_missed(kind: str) -> None:
    record = read_record(example(kind), kind)
    whole = to_text(write_notice(record))
    before, heading, rest = whole.partition("If you are dissatisfied\n")
    assert heading
    bare = before + rest[rest.index("Yours") :]
    found = audit_letter(read_letter(bare), Case(received=record.received, sent=record.sent))
    plain = [f.slug for f in found if f.certainty is Certainty.SURE or f.severity >= Severity.HIGH]
    assert plain == []
