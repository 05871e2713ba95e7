"""The sums of a cost estimate, worked again."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.audit.reckoning import Estimate, read_estimate
from answerable.audit.wordings.numbers import value

HOURS = (18.0, 24.0)
POUNDS = (450.0, 600.0, 25.0)


def read(words: str) -> Estimate:
    return read_estimate(words.lower(), HOURS, POUNDS)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("12", 12),
        ("1,640", 1640),
        ("3.5", 3.5),
        ("a hundred", 100),
        ("twelve", 12),
        ("sixty-four", 64),
        ("two hundred and ten", 210),
        ("three thousand four hundred", 3400),
        ("a dozen", 12),
        ("apples", None),
    ],
)
def test_a_number_is_read_in_figures_or_in_words(words: str, number: float | None) -> None:
    assert value(words) == number


@pytest.mark.parametrize(
    "words",
    [
        "There are 480 files at 5 minutes each, 40 hours in all.",
        "We hold 1,240 files and at five minutes a file it would take 103 hours.",
        "A sample of 20 took an hour and a half; there are 640 files, so all would take 48 hours.",
        "Twelve schools each hold 200 records; at 3 minutes a record that is 120 hours.",
        "1,200 x 5 minutes = 100 hours.",
        "The 1,200 logs need two minutes to find and three to read, which is 100 hours.",
    ],
)
def test_a_right_total_agrees(words: str) -> None:
    estimate = read(words)
    assert any(estimate.agrees(total.value) for total in estimate.totals)


@pytest.mark.parametrize(
    "words",
    [
        "There are 480 files at 5 minutes each, 80 hours in all.",
        "There are 164 surveys. It takes 3 minutes to find each and 2 to open it, 31 hours in all.",
        "Ninety boxes at half an hour each come to 120 hours.",
    ],
)
def test_a_wrong_total_does_not(words: str) -> None:
    estimate = read(words)
    assert estimate.totals
    assert not any(estimate.agrees(total.value) for total in estimate.totals)


def test_the_limit_itself_is_no_estimate() -> None:
    estimate = read("It would take more than 18 hours, the limit of £450 at £25 an hour.")
    assert not estimate.has_figures
    assert estimate.limit_hours == 18


def test_the_days_for_a_review_are_no_estimate() -> None:
    assert not read("You may ask for a review within 40 working days.").has_figures


@given(st.integers(50, 5000), st.integers(2, 30))
def test_whatever_the_figures_the_true_total_agrees(things: int, minutes: int) -> None:
    hours = round(things * minutes / 60)
    words = f"There are {things:,} files. Each takes {minutes} minutes, so {hours} hours in all."
    estimate = read(words)
    assert all(estimate.agrees(total.value) for total in estimate.totals)
    assert estimate.worked() == things * minutes


@given(st.text(alphabet="0123456789 ,.£minuteshourand\n-x", max_size=400))
def test_any_text_can_be_read(words: str) -> None:
    read(words)


@pytest.mark.no_cover
def test_time_grows_with_length_and_no_faster() -> None:
    words = "one hundred and two thousand minutes to read 1,000,000 files and " * 400
    start = time.process_time()
    read(words)
    first = time.process_time() - start
    start = time.process_time()
    read(words * 4 + "x")
    assert time.process_time() - start < 16 * first + 0.2
