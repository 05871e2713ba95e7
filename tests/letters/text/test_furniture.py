"""The foot of a page within a sentence is passed over, and what only looks like one is not."""

import pytest

from answerable.letters import read_letter
from answerable.letters.text import evened, flow

HALF = "The names of the drivers are kept back as they are exempt under section"
REST = "40(2) of the Act, being personal data."
FEET = [
    "Page 2 of 3",
    "Page 2",
    "- 2 -",
    "2",
    "[2]",
    "2 of 3",
    "2/3",
    "Lark Council - Page 2 of 3 - FOI 9",
    "FOI 9 | Page 2 of 3",
    "OFFICIAL",
    "OFFICIAL - SENSITIVE",
    "OFFICIAL\n2",
    "OFFICIAL\nPage 2 of 3\n\nOFFICIAL",
]


def _closed(text: str) -> str:
    """The flow with what stood in the middle of sentences put aside."""
    return evened(text, flow(text))[1]


@pytest.mark.parametrize("room", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("foot", FEET)
def test_a_sentence_goes_on_across_the_end_of_a_page(foot: str, room: str) -> None:
    text = f"{HALF}{room}{foot}{room}{REST}\n"
    words, mended = evened(text, flow(text))
    assert f"{HALF} {REST}" in mended
    assert len(words) == len(mended) == len(text)
    assert sorted(words.split()) == sorted(text.split())


@pytest.mark.parametrize("foot", FEET)
def test_the_provision_is_read_across_it_and_none_is_made_of_the_number(foot: str) -> None:
    letter = read_letter(f"Dear Ms Reed\n\nWe hold this.\n{HALF}\n{foot}\n{REST}\n")
    assert [str(use.cite) for use in letter.provisions] == ["FOIA s.40(2)"]
    assert letter.provisions[0].role.value == "relied"


@pytest.mark.parametrize(
    ("half", "rest"),
    [
        ("We have looked at this again with the help of the", "finance team and the depot."),
        ("You asked how many vans the council owned at the end of last year", "and in the year before."),
        ("The names are exempt under sections 38(1) and", "40(2) of the Act."),
        ("The right to know is in section 1(1) of the Freedom of", "Information Act 2000."),
    ],
)  # fmt: skip
def test_other_halves_of_sentences(half: str, rest: str) -> None:
    assert f"{half} {rest}" in _closed(f"{half}\nPage 2 of 3\n{rest}\n")


@pytest.mark.parametrize(
    "text",
    [
        "How many vans do you own?\n2\nHow many of them are electric?\n1\n",
        "The number of vans in use at all our depots last year was\n12\nvans of several makes.\n",
        "vans in use at the northern depot in winter\n12\nvans in use at the southern depot in winter\n14\n",
        "Year\n2024\n2025\nVans\n12\n14\n",
        "We own some vans:\n12\nof them are electric.\n",
        "We own these vans.\n2\nsections of the fleet are electric.\n",
        "What we found about the vans of the council\n2\n1. They are old.\n",
        "Our decision on the names of the drivers of the vans\n2\n(a) is below.\n",
        "Number of vans\n2\n40\n",
        "The council has its offices at Lark House\n2\nMill Lane\n",
        "OFFICIAL\nDear Ms Reed\n",
        "You asked for the plan - page 2 of 3\n",
        "Plans you asked for:\nThe plan of the yard - page 2 of 3\nThe plan of the sheds\n",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_foot_stays(text: str) -> None:
    words, mended = evened(text, flow(text))
    assert words == text
    assert mended.split() == text.split()


@pytest.mark.parametrize("foot", ["Page 2 of 3", "Page 2"])
def test_a_numbered_paragraph_below_a_foot_begins_anew(foot: str) -> None:
    text = f"We own twelve vans and two of them\n{foot}\n2. The second answer.\n"
    assert "\n2. The second answer." in _closed(text)


def test_a_foot_between_paragraphs_does_not_join_them() -> None:
    text = "We own twelve vans.\n\nPage 2 of 3\n\nthe end\n"
    assert "vans.\n" in _closed(text)


def test_a_foot_above_the_first_words_is_not_moved() -> None:
    text = "FOI 9                      Page 1 of 4\n25 September 2026\n\nDear Ms Reed\n"
    assert evened(text, flow(text))[0] == text
