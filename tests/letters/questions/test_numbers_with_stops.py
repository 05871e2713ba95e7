"""Asks numbered "1. … 2. …" on one line, and figures with a stop that number nothing."""

from answerable.letters import read_request


def _asks(text: str) -> list[str]:
    return [question.text for question in read_request(text).questions]


def test_three_on_one_line_are_three() -> None:
    assert _asks("Please tell me: 1. How many dogs? 2. How many cats? 3. The cost of each.") == [
        "How many dogs?",
        "How many cats?",
        "The cost of each.",
    ]


def test_a_year_before_a_stop_numbers_nothing() -> None:
    found = _asks("How many dogs were seized in 2024. I saw 2. How many cats were seized?")
    assert not any(each.startswith("How many cats") and "dogs" in each for each in found)
    assert len(found) <= 2
