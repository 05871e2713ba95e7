"""Cites in the spellings people use, and the words that look like cites and are none."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from answerable.law.cites import find, parse
from answerable.model import Regime

HERE = Path(__file__).parent
GROUPS: list[dict[str, Any]] = yaml.safe_load((HERE / "spellings.yaml").read_text("utf-8"))
NEAR_MISSES: dict[str, list[str]] = yaml.safe_load((HERE / "near_misses.yaml").read_text("utf-8"))


def rows(kind: str) -> list[Any]:
    return [
        pytest.param(
            spelling,
            cites.split("; "),
            Regime(group["default"]) if "default" in group else None,
            id=f"{group['about']}: {spelling!r}",
        )
        for group in GROUPS
        for spelling, cites in group.get(kind, {}).items()
    ]


def found(text: str, default: Regime | None = None) -> list[str]:
    return [str(cite) for hit in find(text, default) for cite in hit.cites]


@pytest.mark.parametrize(("spelling", "cites", "default"), rows("whole"))
def test_a_spelling_parses_to_its_provisions(spelling, cites, default):
    assert [str(cite) for cite in parse(spelling, default)] == cites


@pytest.mark.parametrize(("spelling", "cites", "default"), rows("whole"))
def test_a_spelling_is_found_in_a_sentence(spelling, cites, default):
    text = f"Our answer to part 3 is refused: {spelling.rstrip('.,;:')}. We held 12 meetings."
    hits = find(text, default)
    assert [str(cite) for hit in hits for cite in hit.cites] == cites
    assert all(text[hit.span.start : hit.span.end].strip() for hit in hits)


@pytest.mark.parametrize(("passage", "cites", "default"), rows("within"))
def test_exactly_the_provisions_of_a_passage_are_found(passage, cites, default):
    assert found(passage, default) == cites


@pytest.mark.parametrize(
    "words", [pytest.param(w, id=f"{k}: {w!r}") for k, rows_ in NEAR_MISSES.items() for w in rows_]
)
def test_a_near_miss_is_neither_found_nor_parsed(words):
    assert found(words) == []
    assert found(f"We note {words} in your letter.") == []
    with pytest.raises(ValueError, match="cite"):
        parse(words)


def test_the_tables_are_as_long_as_they_should_be():
    assert len(rows("whole")) + len(rows("within")) >= 250
    assert sum(map(len, NEAR_MISSES.values())) >= 250
    for each in NEAR_MISSES.values():
        assert len(each) == len(set(each))
