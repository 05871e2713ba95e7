"""A letter is read alike at whatever column its lines were broken."""

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.audit import Case, audit_letter
from answerable.letters import read_letter
from answerable.letters.text import flow
from answerable.letters.text.narrow import narrow_width

LABELLED = Path(__file__).parents[1] / "labelled"
LETTERS = [
    "eighteenth/W019",
    "fifth/Y001",
    "fifth/Y019",
    "fiftyfirst/JR001",
    "fiftyfirst/JR010",
    "fiftyfirst/JR019",
    "fiftyseventh/JX019",
    "fiftyseventh/JX028",
    "nineteenth/X010",
    "nineteenth/X019",
    "seventh/T001",
    "thirtysecond/HE028",
    "twentyfirst/AA010",
    "twentyfirst/AA019",
]
WIDTHS = (28, 40, 60, 72, 90)


def text_of(name: str) -> str:
    return (LABELLED / f"{name}.txt").read_text(encoding="utf-8")


def broken(text: str, width: int) -> str:
    """Every line of ``text`` broken at a column, as a program does: where the next word has no room."""
    return "\n".join(
        "\n".join(
            textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]
        )
        for line in text.split("\n")
    )


def read_as(text: str) -> tuple[object, ...]:
    letter = read_letter(text)
    return (
        letter.outcome,
        letter.ncnd,
        [(question.number, " ".join(question.text.split())) for question in letter.questions],
        sorted((str(use.cite), use.role) for use in letter.provisions),
        sorted(finding.slug for finding in audit_letter(letter, Case())),
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_read_alike(name: str, width: int) -> None:
    text = text_of(name)
    assert read_as(broken(text, width)) == read_as(text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(LETTERS), st.integers(26, 120))
def test_at_any_width(name: str, width: int) -> None:
    text = text_of(name)
    assert read_as(broken(text, width)) == read_as(text)


ASKED = """You asked:

1. How many bids were received for the lease of the old harbour office, and from whom?
2. What are the names of the bidders who were not chosen, and what did each of them offer?
a) When will the lease begin, and for how many years will it run?

We answer each of these in the same order below. {register}"""
REGISTER = (
    "The number of bids is in our register, on page 12. The register is open to anyone who asks at "
    "the counter, and no part of it is withheld from your request. If you would like a copy, tell us "
    "which pages and we will send them to you by post."
)


@given(st.integers(26, 60))
def test_lists_stay_lists_and_paragraphs_paragraphs(width: int) -> None:
    whole = ASKED.format(register=REGISTER)
    lines = [line.strip() for line in flow(broken(whole, width)).split("\n") if line.strip()]
    assert lines == [line for line in whole.split("\n") if line]


NO_PARAGRAPHS = [
    "Wharfbourne Council\nCivic Offices\nThe Old Forge\nChurch Row\nWharfbourne\nWB1 1AA\n\nDear Ms Roe\n\nNo.\n",
    "Bids\nHarbour lease, office\nSlipway lease, sheds\nNorth quay, both cranes\nSouth quay, the ice house\nNames\nAster Limited\nBorage Limited\nClover and Sons\nDill Partnership\nElder Brothers",
    "- seven bids\n- two withdrawn\n- one late\n- one chosen\n- none reported\n- no appeals\n- no costs\n- no fee",
    "",
    "\n\n\n",
]


@pytest.mark.parametrize("text", NO_PARAGRAPHS)
def test_short_lines_of_their_own_are_not_run_together(text: str) -> None:
    assert narrow_width(text.split("\n")) == 0
    assert flow(text) == text.replace("\t", " ")
