"""The questions of a request, however a letter tells them: how many, and how each begins."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from answerable.letters import read_letter
from answerable.model import Question

HERE = Path(__file__).parent
HEAD = "Ferndale Council\nRef 1/26\n3 July 2026\n\nDear Ms Oake\n\n"
RIGHTS = "\n\nIf you are not content you may ask for an internal review within 40 working days. You may then complain to the Information Commissioner.\n\nYours sincerely\n\nR Peel\nInformation Officer\n"
_LABEL = re.compile(
    r"[\s\"'*>|(]*(?:(?:q|question|part|point|request) ?)?(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})(?:[.):-]+ +| (?=how|what|when)))?"
    r"[-\"'* ]*(?:(?:for|to know|about) )?",
    re.IGNORECASE,
)


def _cases() -> list[Any]:
    return [
        pytest.param(case["body"], case["asked"], id=case["name"])
        for path in sorted(HERE.glob("asked_*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _bare(words: str) -> str:
    plain = words.replace("’", "'")
    return plain[_LABEL.match(plain).end() :].lower()  # type: ignore[union-attr]


def read(body: str) -> tuple[Question, ...]:
    """The questions of a letter with this body."""
    return read_letter(HEAD + body + RIGHTS).questions


@pytest.mark.parametrize(("body", "asked"), _cases())
def test_every_question_is_found_and_nothing_else(body: str, asked: list[str]) -> None:
    found = [_bare(question.text) for question in read(body)]
    assert len(found) == len(asked), found
    wrong = [
        words
        for words, start in zip(found, asked, strict=True)
        if not words.startswith(start.lower())
    ]
    assert wrong == []
