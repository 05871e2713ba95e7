"""Whole letters of our own making: what a reader sees in each of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from answerable.letters import read_letter
from answerable.model import Letter, Role

HERE = Path(__file__).parent
UNLESS_SAID = {
    "regime": "FOIA",
    "ncnd": False,
    "relied": [],
    "questions": 1,
    "balance": False,
    "review": True,
    "regulator": True,
    "reuse": False,
}


def _letters() -> list[Any]:
    found = []
    for path in sorted(HERE.glob("letters_*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            found.append(pytest.param(case["letter"], case["expect"], id=case["name"]))
    return found


def _seen(letter: Letter) -> dict[str, Any]:
    return {
        "outcome": letter.outcome.value,
        "regime": letter.regime,
        "ncnd": letter.ncnd,
        "relied": sorted(str(use.cite) for use in letter.relied()),
        "questions": len(letter.questions),
        "balance": letter.shows.balance is not None,
        "review": letter.shows.review is not None,
        "regulator": letter.shows.regulator is not None,
        "reuse": letter.shows.reuse is not None,
    }


def test_there_are_letters_of_many_kinds() -> None:
    outcomes = {param.values[1]["outcome"] for param in _letters()}
    assert len(_letters()) >= 70
    assert len(outcomes) >= 14


@pytest.mark.parametrize(("text", "expected"), _letters())
def test_each_letter_is_read_as_it_stands(text: str, expected: dict[str, Any]) -> None:
    wanted = {**UNLESS_SAID, **expected}
    wanted["relied"] = sorted(wanted["relied"])
    seen = _seen(read_letter(text))
    assert {k: v for k, v in seen.items() if wanted[k] != "any"} == {
        k: v for k, v in wanted.items() if k in seen and v != "any"
    }


@pytest.mark.parametrize(("text", "expected"), _letters())
def test_every_place_is_within_the_text(text: str, expected: dict[str, Any]) -> None:
    letter = read_letter(text)
    assert len(letter.text) == len(letter.flow) == len(letter.own)
    for block, after in zip(letter.blocks, letter.blocks[1:], strict=False):
        assert block.span.start < block.span.end <= after.span.start
    for use in letter.provisions:
        for span in use.spans:
            assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(("text", "expected"), _letters())
def test_quoted_words_never_make_a_provision_relied_on(text: str, expected: dict[str, Any]) -> None:
    letter = read_letter(text)
    for use in letter.provisions:
        if use.role is Role.QUOTED:
            for span in use.spans:
                assert not letter.own[span.start : span.end].strip()
