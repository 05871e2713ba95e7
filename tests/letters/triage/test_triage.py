"""Which law a request's subject points to, by the sense of its words."""

import time
from pathlib import Path

import pytest
import yaml

from answerable.letters import read_request
from answerable.letters.triage import environmental

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
ROWS = [(regime, text) for regime, texts in CASES.items() for text in texts]


@pytest.mark.parametrize(("regime", "text"), ROWS, ids=lambda value: value[:60])
def test_the_subject_points_to_the_law(regime: str, text: str) -> None:
    found = read_request(text)
    assert found.reading.regime == regime, found.reading.reasons
    assert found.reading.reasons


def test_a_reason_names_its_words_and_its_limb() -> None:
    text = "please send the noise monitoring results"
    [reason] = environmental(text)
    assert text[reason.span.start : reason.span.end] == reason.words
    assert (reason.limb, reason.strength) == ("b", "plain")


@pytest.mark.no_cover
@pytest.mark.parametrize("text", ["waste " * 30_000, "tree of " * 30_000, "a" * 200_000])
def test_time_grows_no_faster_than_the_text(text: str) -> None:
    def seconds(part: str) -> float:
        began = time.process_time()
        environmental(part)
        return time.process_time() - began

    half = min(seconds(text[: len(text) // 2]) for _ in range(3))
    assert min(seconds(text) for _ in range(3)) < 3 * max(half, 0.1)
