"""What a record lacks is named by the law that the record is under."""

from typing import Any

import pytest
import yaml

from answerable.audit import check_record
from answerable.letters.draft import read_record
from answerable.letters.samples import example
from answerable.model import Cite, Finding


def _found(kind: str, *, late: bool) -> tuple[Finding, ...]:
    """The findings on an example that is sent too late, or has lost its balances."""
    record: dict[str, Any] = yaml.safe_load(example(kind))
    if late:
        record["sent"] = "2026-06-30"
    for decision in () if late else record["decisions"]:
        for ground in decision.get("grounds", ()):
            ground.pop("balance", None)
    return check_record(read_record(yaml.safe_dump(record, sort_keys=False), kind))


@pytest.mark.parametrize("late", [True, False], ids=["late", "no balance"])
@pytest.mark.parametrize("kind", ["foia_refusal", "foisa_refusal", "eir_refusal", "eisr_refusal"])
def test_the_grounds_are_those_of_the_records_own_law(kind: str, *, late: bool) -> None:
    found = _found(kind, late=late)
    regime = kind.partition("_")[0].upper()
    assert found
    assert {str(c.regime) for f in found for c in f.cites if isinstance(c, Cite)} == {regime}


def test_the_remedy_is_that_of_the_law_too() -> None:
    remedies = " ".join(f.fix for f in _found("foisa_refusal", late=False))
    assert "section 17(2)" not in remedies
    assert "section 17(2)" in " ".join(f.fix for f in _found("foia_refusal", late=False))
