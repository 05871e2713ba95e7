"""Tables that set the authority's position beside each item: one given, one refused, one neither."""

import pytest

from answerable.letters import read_letter
from answerable.model import Outcome

HEAD = """Wharfbourne Police
12 May 2026

Dear Ms Roe

Thank you for your request of 1 May 2026 under the Freedom of Information Act 2000. Our position on each item is in the table.

"""
TAIL = """

The public interest in maintaining the exemption in section 31(1)(a) outweighs that in disclosure, because routes that are known can be avoided.

If you are unhappy you can ask for an internal review within 40 working days by writing to foi@wharfbourne.example. You may then complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow SK9 5AF.

Yours sincerely
Information Officer
"""
TABLES = {
    "bars": """| Item | Position |
| --- | --- |
| 1. Number of patrols in 2025 | Provided: 412. |
| 2. Routes of the patrols | Refused under section 31(1)(a): they would tell offenders where not to be. |
| 3. Whether a named officer is under investigation | Neither confirmed nor denied, section 40(5B)(a)(i). |
""",
    "bars2": """| Item | Position |
|---|---|
| Number of patrols in 2025 | 412 |
| Routes of the patrols | Withheld. Section 31(1)(a) applies. |
| Whether a named officer is under investigation | We neither confirm nor deny that we hold this. Section 40(5B)(a)(i) applies. |
""",
    "plain": """Item | Position
Number of patrols in 2025 | 412
Routes of the patrols | Withheld under section 31(1)(a)
Whether a named officer is under investigation | Neither confirm nor deny, section 40(5B)(a)(i)
""",
    "cols": """Item                                Position
1. Number of patrols in 2025        412
2. Routes of the patrols            Refused: section 31(1)(a)
3. Officer under investigation      NCND: section 40(5B)(a)(i)
""",
    "cols2": """Item                                    Our position
1  Number of patrols in 2025            Given: 412 patrols
2  Routes of the patrols                Exempt under section 31(1)(a)
3  Officer under investigation          Neither confirmed nor denied under
                                        section 40(5B)(a)(i)
""",
    "three": """| No | Item | Position |
|---|---|---|
| 1 | Number of patrols in 2025 | Disclosed: 412 |
| 2 | Routes of the patrols | Refused - s.31(1)(a) |
| 3 | Whether a named officer is under investigation | Neither confirm nor deny - s.40(5B)(a)(i) |
""",
    "four": """| Item | Held? | Position | Provision |
|---|---|---|---|
| Number of patrols in 2025 | Yes | Disclosed: 412 | - |
| Routes of the patrols | Yes | Refused | section 31(1)(a) |
| Officer under investigation | Neither confirmed nor denied | Neither confirmed nor denied | section 40(5B)(a)(i) |
""",
}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_each_item_has_its_position(table: str) -> None:
    letter = read_letter(HEAD + table + TAIL)
    assert [question.number for question in letter.questions] == ["1", "2", "3"]
    assert letter.outcome is Outcome.PARTIAL
    assert letter.ncnd
    assert [(each.numbers, each.outcome) for each in letter.answers] == [
        (("1",), Outcome.FULL),
        (("2",), Outcome.REFUSED),
        (("3",), Outcome.NCND),
    ]
    assert [(str(use.cite), use.parts) for use in letter.relied()] == [
        ("FOIA s.31(1)(a)", ("2",)),
        ("FOIA s.40(5B)(a)(i)", ("3",)),
    ]


GIVEN = """| Item | Position |
|---|---|
| Number of patrols in 2025 | 412 |
| Number of patrols in 2024 | 398 |
"""


def test_a_table_in_which_all_is_given_refuses_nothing() -> None:
    letter = read_letter(HEAD + GIVEN + "\nIf you are unhappy, ask for an internal review.\n")
    assert letter.outcome is Outcome.FULL
    assert not letter.ncnd
    assert letter.relied() == ()


POSTS = """| Post | Position |
|---|---|
| Chief officer | 1 |
| Clerk | 4 |
"""


def test_a_position_may_be_a_post() -> None:
    letter = read_letter(HEAD + POSTS + "\nIf you are unhappy, ask for an internal review.\n")
    assert letter.questions == ()
    assert letter.outcome is Outcome.FULL


def test_what_is_said_below_the_table_is_not_of_its_last_row() -> None:
    letter = read_letter(HEAD + TABLES["bars"] + TAIL)
    place = letter.own.index("the public interest in maintaining")
    assert [block.parts for block in letter.blocks if block.span.start == place] == [()]
    named = TAIL.replace("The public interest", "About item 2\n\nThe public interest")
    letter = read_letter(HEAD + TABLES["bars"] + named)
    place = letter.own.index("the public interest in maintaining")
    assert [block.parts for block in letter.blocks if block.span.start == place] == [("2",)]
