"""What a request asks: counted, numbered, and told from what only surrounds it."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from answerable.letters import read_request
from answerable.letters.questions import split

HERE = Path(__file__).parent
OURS = yaml.safe_load((HERE / "requests.yaml").read_text(encoding="utf-8"))
SHARED = Path(__file__).parents[4] / "shared" / "requests.yaml"


@pytest.mark.parametrize("row", OURS, ids=lambda row: row["id"])
def test_the_request_is_read(row: dict) -> None:
    found = read_request(row["text"])
    accepted = row.get("n_accept", [row["n_questions"]])
    assert len(found.questions) in accepted, [q.text for q in found.questions]
    assert found.reading.regime == row["regime"], found.reading.reasons
    assert found.wants_counts == row["wants_counts"]
    if "numbers" in row:
        assert [q.number for q in found.questions] == row["numbers"]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared requests are not beside the project")
def test_the_shared_requests_are_read() -> None:
    wrong = []
    for row in yaml.safe_load(SHARED.read_text(encoding="utf-8")):
        found = read_request(row["text"])
        right = (
            len(found.questions) in row.get("n_accept", [row["n_questions"]])
            and found.reading.regime in row.get("regime_accept", [row["regime"]])
            and found.wants_counts == row["wants_counts"]
        )
        if not right:
            wrong.append(row["id"])
    assert wrong == []


@given(st.text(max_size=600))
def test_any_text_is_read_and_spans_point_into_it(text: str) -> None:
    for question in split(text):
        start, end = question.span
        assert 0 <= start <= end <= len(text)
        assert " ".join(text[start:end].split()) == question.text


@given(st.integers(1, 25))
def test_a_numbered_list_has_as_many_questions_as_items(count: int) -> None:
    text = "\n".join(f"{n}. How many ferries sailed from pier {n}?" for n in range(1, count + 1))
    assert [q.number for q in split(text)] == [str(n) for n in range(1, count + 1)]


def test_an_offset_moves_the_spans() -> None:
    [question] = split("How many ferries sailed?", 100)
    assert question.span == (100, 124)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Please tell me when it was decided and who decided it.",
         ["Please tell me when it was decided", "who decided it."]),
        ("How many were sold, and what did each cost?",
         ["How many were sold", "what did each cost?"]),
        ("How many cats and dogs are there?", ["How many cats and dogs are there?"]),
    ],
)  # fmt: skip
def test_the_word_between_two_questions_belongs_to_neither(text: str, asked: list[str]) -> None:
    assert [question.text for question in split(text)] == asked
