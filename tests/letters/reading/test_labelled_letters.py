"""The labelled letters kept beside the repository, when they are there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from answerable.letters import read_letter
from answerable.model import Letter

FOLDER = Path(__file__).parents[4] / "shared" / "letters"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "labels.yaml").is_file(), reason="the labelled letters are not beside this copy"
)


@pytest.fixture(scope="module")
def read() -> list[tuple[dict[str, Any], Letter]]:
    labels = yaml.safe_load((FOLDER / "labels.yaml").read_text(encoding="utf-8"))
    return [
        (label, read_letter((FOLDER / label["file"]).read_text(encoding="utf-8")))
        for label in labels
    ]


def test_outcomes_are_right_in_95_of_100(read: list[tuple[dict[str, Any], Letter]]) -> None:
    right = [letter.outcome.value == label["outcome"] for label, letter in read]
    assert sum(right) >= 0.95 * len(right)


def test_provisions_relied_on_reach_95_of_100(read: list[tuple[dict[str, Any], Letter]]) -> None:
    both = ours = theirs = 0
    for label, letter in read:
        found = {str(use.cite) for use in letter.relied()}
        wanted = set(label["provisions_relied"])
        both, ours, theirs = both + len(found & wanted), ours + len(found), theirs + len(wanted)
    assert 2 * both / (ours + theirs) >= 0.95


@pytest.mark.parametrize(
    ("field", "seen"),
    [
        ("regime", lambda letter: letter.regime),
        ("ncnd", lambda letter: letter.ncnd),
        ("questions", lambda letter: len(letter.questions)),
        ("pit_present", lambda letter: letter.shows.balance is not None),
        ("review_details", lambda letter: letter.shows.review is not None),
        ("regulator_right", lambda letter: letter.shows.regulator is not None),
        ("reuse_statement", lambda letter: letter.shows.reuse is not None),
    ],
)
def test_every_letter_shows_what_its_label_says(
    read: list[tuple[dict[str, Any], Letter]], field: str, seen: Callable[[Letter], Any]
) -> None:
    wrong = [label["id"] for label, letter in read if seen(letter) != label[field]]
    assert wrong == []
