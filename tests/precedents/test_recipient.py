"""Whom a letter asks, where the log does not say: never what the letter is about."""

from pathlib import Path

import pytest

from answerable.precedents import Entry, build, groups, open_archive
from answerable.precedents.recipient import recipient


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "I wish to see the information held by Walmouth Borough Council: the cost of bins.",
            "Walmouth Borough Council",
        ),
        ("I request that Hexstead Police discloses its stop and search log.", "Hexstead Police"),
        ("I request that the University of Ashby provides minutes.", "University of Ashby"),
        (
            "To the FOI team at Ellmouth NHS Foundation Trust, please send",
            "Ellmouth NHS Foundation Trust",
        ),
        ("How many fines has Wynford District Council issued?", "Wynford District Council"),
        ("I am writing to Penby upon Lin Council for a list.", "Penby upon Lin Council"),
    ],
)
def test_the_body_that_is_asked_is_found(text: str, body: str) -> None:
    assert recipient(text) == body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "How many parking fines did you issue in 2024?",
        "When does the agreement held by Ashwick Primary School end?",
        "Please send emails from Wilder Services Limited about the car park.",
        "a breakdown of fly tipping around Barwick Street",
        "I REQUEST THE POLICY",
        "Copies of the records held by you.",
        "x " * 300 + "information held by Walmouth Council",
    ],
)
def test_what_a_letter_is_about_is_no_recipient(text: str) -> None:
    assert recipient(text) == ""


def test_copies_to_many_bodies_are_one_group_though_the_log_names_none(tmp_path: Path) -> None:
    """In a large log the rarest word decides; of a copy that is the name of the body asked."""
    stems = [f"{a}{b}" for a in ("wal", "hex", "ash", "pen") for b in ("mouth", "stead", "by")]
    copies = [
        Entry(
            f"copy{n}",
            f"I request that {stem.title()} Borough Council discloses the total cost of hotels used "
            "around Drayjed Lane in 2022 and the average time taken.",
        )
        for n, stem in enumerate(stems)
    ]
    others = [
        Entry(f"o{n}", f"How many x{n} and y{n % 71} did z{n % 13} buy?") for n in range(5000)
    ]
    build([*copies, *others], tmp_path / "index", "sqlite")
    found = groups(open_archive(tmp_path / "index").store, 0.6)
    ours = [group for group in found if any(e.id.startswith("copy") for e in group.entries)]
    assert [len(group.entries) for group in ours] == [len(copies)]
