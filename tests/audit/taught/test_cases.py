"""Sentences of letters by others, in words of ours: what each rule sees in them, and what it leaves.

One file a rule. Each row is a letter that says no more than the sentence; a silent row differs from
one that fires in what makes it right.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from benchmarks.audit_sentences import short_letter

from answerable.audit import all_rules, audit_letter
from answerable.letters import read_letter

FILES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))


def _rows(kind: str) -> list[Any]:
    return [
        pytest.param(path.stem, row, id=f"{path.stem}: {row['says'].strip()[-40:]}")
        for path in FILES
        for row in yaml.safe_load(path.read_text(encoding="utf-8")).get(kind, ())
    ]


def _found(row: dict[str, str]) -> set[str]:
    return {finding.slug for finding in audit_letter(read_letter(short_letter(**row)))}


@pytest.mark.parametrize(("slug", "row"), _rows("fires"))
def test_it_is_seen(slug: str, row: dict[str, str]) -> None:
    assert slug in _found(row)


@pytest.mark.parametrize(("slug", "row"), _rows("silent"))
def test_it_is_left(slug: str, row: dict[str, str]) -> None:
    assert slug not in _found(row)


def test_each_file_is_named_by_a_rule() -> None:
    assert {path.stem for path in FILES} <= {rule.slug for rule in all_rules()}
