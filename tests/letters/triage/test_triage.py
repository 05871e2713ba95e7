"""Which law a request's subject points to, by the sense of its words."""

import time
from pathlib import Path

import pytest
import yaml

from answerable.letters import read_request
from answerable.letters.triage import environmental
from answerable.letters.triage.personal import beside, own_data

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


MIXED = [
    "Please send the air quality readings for Mill Lane and the complaint file you hold about me.",
    "Please send me my housing file together with the flood risk assessment for Weir Lane.",
    "I would like everything you hold on me as well as the noise readings for the foundry.",
]
ONE_LAW = [
    # what the applicant's own file is about does not make a second law of it
    ("SAR", "Please send everything you hold about my complaint about the noise at the foundry."),
    ("SAR", "Please send me my housing file and all emails about me."),
    ("EIR", "Please send the noise readings and the flood risk assessment for Weir Lane."),
]


@pytest.mark.parametrize("text", MIXED)
def test_one_sentence_may_fall_under_two_laws(text: str) -> None:
    reading = read_request(text).reading
    assert reading.regime == "mixed"
    assert any("is environmental information" in reason for reason in reading.reasons)
    assert any("the applicant's own data" in reason for reason in reading.reasons)


@pytest.mark.parametrize(("regime", "text"), ONE_LAW)
def test_one_thing_under_one_law_is_not_mixed(regime: str, text: str) -> None:
    assert read_request(text).reading.regime == regime


def test_what_stands_beside_the_own_data_keeps_its_place() -> None:
    text = "the air quality readings and the file you hold about me, and the dust report"
    rest = beside(text, own_data(text))
    assert len(rest) == len(text)
    assert rest.split() == [
        "the",
        "air",
        "quality",
        "readings",
        "and",
        ",",
        "and",
        "the",
        "dust",
        "report",
    ]


@pytest.mark.parametrize(
    "text", ["How many potholes were filled?", "What does the pest control contract cost?"]
)
def test_what_may_be_environmental_is_said_and_decides_nothing(text: str) -> None:
    reading = read_request(text).reading
    assert reading.regime == "FOIA"
    assert all("may be environmental information" in reason for reason in reading.reasons)


@pytest.mark.parametrize(
    "text",
    ["How many agency nurses were hired?", "Please send the noise-cancelling headset order."],
)
def test_what_cannot_be_environmental_is_not_said_to_be(text: str) -> None:
    assert not any("may be" in reason for reason in read_request(text).reading.reasons)


@pytest.mark.parametrize(
    "greeting", ["Dear Saltmarsh Vale,", "Dear Riverside Council", "To Forest and Estuary Council,"]
)
def test_whom_a_request_greets_is_not_what_it_is_about(greeting: str) -> None:
    assert (
        read_request(f"{greeting}\n\nHow many agency nurses were hired?").reading.regime == "FOIA"
    )
    air = f"{greeting}\n\nPlease send the air quality readings for Mill Road."
    assert read_request(air).reading.regime == "EIR"


@pytest.mark.parametrize(
    "text",
    [
        "What does Saltmarsh Vale Borough Council pay its agency staff?",
        "How many councillors has Saltmarsh Vale?",
        "What did Woodland District Council pay its chief executive?",
    ],
)
def test_the_name_of_a_body_is_not_its_subject(text: str) -> None:
    assert read_request(text).reading.regime == "FOIA"
