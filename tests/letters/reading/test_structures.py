"""How a letter is laid out: its own outline, tables of two columns, requests told in passing."""

import pytest

from answerable.letters import read_letter
from answerable.letters.reading.columns import set_out
from answerable.model import Letter, Voice

HEAD = "Ferndale Council\nRef 1/26\n3 March 2026\n\nDear Sir\n\n"
RIGHTS = "\n\nYou may ask for an internal review within 40 working days.\n\nYours faithfully\n\nOfficer\n"
BULLETS = """• What you asked for
   - (1) The gritting plan for 2026
   - (2) The number of gritters

• What we hold
   - Both.

• Item 1: refused, section 43(2)
   - The contractor told us that a rival would use it.

• Review
   - Write to us within 40 working days.
"""
NUMBERED = """1.  I am replying to your letter of 2 May, in which you asked for the gritting plan.

2.  I can confirm that the Council holds the plan.

3.  Section 43(2) applies because a rival would use it.

4.  You may ask for an internal review within 40 working days.
"""
SECTIONS = """1. YOUR REQUEST
"Please send the gritting plan."

2. HOW WE HAVE READ IT
We have read it as a request for this winter's plan.

3. DECISION
The plan is withheld under section 43(2).

4. YOUR RIGHTS
You may ask for a review.
"""
BARS = """YOU ASKED                  | WE ANSWER
---------------------------|------------------------
1. How many gritters does  | We hold this. There are
   the Council own?        | nine of them.
---------------------------|------------------------
2. What did each cost in   | Exempt under section
   2025?                   | 43(2) of the Act.
"""
MARKDOWN = """| You asked | Our answer |
|---|---|
| How many gritters are there? | Nine. |
| The price of each | Withheld under section 43(2). |

The figure may be re-used.
"""
SPACES = """You asked for                 Where it is
The gritting plan             www.ferndale.example/grit
Minutes of the panel          www.ferndale.example/panel
since 2019

"""


def _read(body: str) -> Letter:
    return read_letter(HEAD + body + RIGHTS)


def _asked(body: str) -> list[str]:
    return [question.text for question in _read(body).questions]


@pytest.mark.parametrize(
    ("body", "count"),
    [
        (BULLETS, 2),
        (NUMBERED, 1),
        (SECTIONS, 1),
        (BARS, 2),
        (MARKDOWN, 2),
        ("You'd like (a) the rent roll, (b) the rules and (c) the deed of 1921.\n\nWe hold them.", 3),
        ("You contacted us on 2 May 2026 for (1) the plan and (2) the costs of it.\n\nBoth are held.", 2),
        ("You asked us for two things about the quarry: the notes of the visits in 2025, and the advice taken in May.", 2),
        ("You were after three things: the survey of 2019, the record of spraying, and the plan of the beds.", 3),
        ("Question A was for counsel's advice on the lease.\n\nIt is exempt.\n\nQuestion B was for the rent of each pool in 2024.\n\nIt is held.", 2),
        ("Request one: “Letters between the Museum and the firm about the frontal.”\n\nWe refuse it.\n\nRequest two: “The treatment records since 1990 of the altar.”\n\nThey are held.", 2),
        ("First, you asked for the number of lorries used in 2025. There were nine.\n\nSecondly, you asked for the e-mails exchanged by officers about grit. They are withheld.", 2),
        ("You asked: “Please send the inspection report and say whether its advice has been followed.”", 2),
        ("You asked: “Please tell me whether, in the year to May, the firm wrote to you, and if so send me a copy.”", 2),
        ("Your request asks for all survey results, laboratory certificates and letters from the harbour.", 3),
        ("Your request of 3 May 2026: a list of the gritters in use.\n\nIt is held.", 1),
        ("Your request reached us on 3 May 2026 and was for the letters about the stand.\n\nWe hold them.", 1),
        ("What you asked for\n\n• For each of the last five winters:\n• the tons of salt bought;\n• what it cost.\n\nDo we hold it?\n\n• Yes.", 2),
        ("You asked for:\n\n1  the tons of salt bought\n2  what was paid for it\n3  who sold it\n\nWe hold this.", 3),
        ("You would like, for every fall between May and June 2025:\n\n(a) the ward;\n(b) the hour; and\n(c) the injury.\n\nWe hold this.", 3),
        ("The grit survey. We hold this and it is enclosed.\n\nThe salt contract. We hold this too and it is exempt under section 43(2).", 2),
    ],
)  # fmt: skip
def test_as_many_questions_are_read_as_were_asked(body: str, count: int) -> None:
    assert len(_asked(body)) == count, _asked(body)


@pytest.mark.parametrize(
    "body",
    [
        # a list of the authority's own below a request in quotation marks
        "You asked for “the waiting list figures”.\n\nThere are two lists it might be:\n\n1. community care\n2. dental care",
        # headings that the authority asks itself
        "You asked for the gritting plan.\n\nDo we hold it?\n\nYes.\n\nAre we sending it?\n\nNo.",
        # grounds of a review
        "You asked for the plan of the beds, and you argued (a) that it was old and (b) that it was dull.",
        # the same thing asked for before
        "You asked us for the number of gritters in Ferndale. You asked us for exactly this in May.",
        # a quotation of somebody else's
        "You asked for the deed of the field.\n\nThe minutes say that it was “lodged with the County Record Office”.",
        # a clause about a person, and a clause about a document
        "You asked whether Mr B, who sits on the panel, has been interviewed about the grit.",
        "You asked whether the Council has had any letter, since May, which names the driver.",
        # a condition, no ask
        "You asked for: “the letter opening the check, and if there is none please just say so”.",
        # a figure of an estimate beside a rule
        "You asked for every invoice since 2019.\n\nAppeals since 2019: 1,320. Each took 4 minutes.",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_second_question_is_none(body: str) -> None:
    assert len(_asked(body)) == 1, _asked(body)


@pytest.mark.parametrize(
    "words", ["What we hold", "Both.", "Item 1: refused", "The contractor told", "Write to us"]
)
def test_bullets_below_the_request_are_the_authority_s(words: str) -> None:
    letter = _read(BULLETS)
    block = letter.block_at(letter.flow.index(words))
    assert block is not None
    assert block.voice is Voice.AUTHORITY


@pytest.mark.parametrize("body", [NUMBERED, SECTIONS])
def test_a_letter_s_own_numbers_answer_no_question(body: str) -> None:
    letter = _read(body)
    assert {str(use.cite) for use in letter.relied()} == {"FOIA s.43(2)"}
    assert all(not block.number for block in letter.blocks if block.voice is Voice.AUTHORITY)


def test_numbered_questions_above_answers_with_the_same_numbers_stay_questions() -> None:
    body = "You asked:\n\n1. How many gritters?\n2. What did they cost?\n3. Who sold them?\n\n1. Nine.\n2. We hold this. £9.\n3. We do not hold this."
    assert [q.number for q in _read(body).questions] == ["1", "2", "3"]


def test_the_cells_of_a_table_are_joined_over_their_lines() -> None:
    letter = _read(BARS)
    assert [q.text for q in letter.questions] == [
        "1. How many gritters does the Council own?",
        "2. What did each cost in 2025?",
    ]
    assert "we hold this. there are nine of them." in " ".join(letter.own.split())
    assert {str(use.cite) for use in letter.relied()} == {"FOIA s.43(2)"}


@pytest.mark.parametrize(
    "table", [BARS, MARKDOWN, SPACES, "Question\tAnswer\nHow many?\tNine.\n\n"]
)
def test_a_table_is_set_out_in_its_own_room(table: str) -> None:
    text = f"Before.\n\n{table}\nAfter, unmoved."
    made, starts = set_out(text)
    assert len(made) == len(text)
    assert made.endswith("\nAfter, unmoved.")
    assert made.startswith("Before.\n\n")
    assert _words(made) == _words(text)
    assert len(starts) == (1 if table.startswith("Question") else 2)


def _words(text: str) -> list[str]:
    return sorted(word for word in text.replace("|", " ").split() if word.strip("-"))


@pytest.mark.parametrize(
    "text",
    [
        "Year      Number\n2024      12\n2025      14\n",
        "Point | Our answer\n---|---\nIs it held? | Yes.\n",
        "You asked for the plan.   We hold it.\n\nIt is exempt.\n",
        "Reference   Our decision\n12          Refused\n",
        "You asked | We answer\n",
        "",
    ],
)
def test_a_table_of_anything_else_stays_as_it_is(text: str) -> None:
    assert set_out(text) == (text, frozenset())


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("You asked for the notes and the advice.\n\nYou will find all seven notes with this letter.\n\nThe advice is exempt under section 42(1) and we refuse it.", "partial"),
        ("You asked for every invoice.\n\nAre we providing it?\n\nNo. Section 12(1) of the Act: the cost would exceed the appropriate limit.", "cost_limit"),
        ("You asked for every appeal.\n\nRefused under section 12(1) as the cost would exceed the limit. Held? Yes. Appeals since 2019: 1,320. Each took 4 minutes, or 88 hours.", "cost_limit"),
        ("You asked: “Has there been an attack?”\n\nWHAT WE SAY\n\nWe neither confirm nor deny that we hold this, under section 31(3).", "ncnd"),
        ("“How many suspensions were there?”\n\n   Quarry High ....... 112\n   Total ............. 112\n\n“Who left?”\n\nWe hold this and withhold it under section 40(2).", "partial"),
        ("You asked for the file.\n\nI have decided that you may have the three certificates, which are enclosed, and that the remainder of the file (notes and statements) is exempt under section 30(1)(b).", "partial"),
        ("You asked for the file.\n\nThe file is exempt under section 30(1)(b) and we refuse it. The Council meets on Thursdays and you are welcome.", "refused"),
    ],
)  # fmt: skip
def test_the_outcome_is_what_was_done_with_what_was_asked(body: str, outcome: str) -> None:
    assert _read(body).outcome.value == outcome


BOX = """+----------------+------------------------------------------------+
| Received       | 22 May 2026                                    |
| You asked for  | All invoices for gritting since April 2019,    |
|                | and the name of the firm behind each.          |
| Do we hold it? | Yes. We hold both.                             |
+----------------+------------------------------------------------+
"""


def test_a_request_in_a_boxed_summary_is_read_whole() -> None:
    assert _asked(f"{BOX}\nThey are enclosed.") == [
        "All invoices for gritting since April 2019",
        "the name of the firm behind each.",
    ]


@pytest.mark.parametrize("key", ["We answer", "Received", "Held?", "Officer"])
def test_a_box_that_says_nothing_of_a_request_stays_as_it_is(key: str) -> None:
    box = BOX.replace("You asked for", key.ljust(13))
    assert set_out(f"Before.\n\n{box}\nAfter.") == (f"Before.\n\n{box}\nAfter.", frozenset())


def test_a_boxed_summary_is_set_out_in_its_own_room() -> None:
    made, starts = set_out(f"Before.\n\n{BOX}\nAfter.")
    assert len(made) == len(f"Before.\n\n{BOX}\nAfter.")
    assert made.endswith("\nAfter.")
    assert "You asked for: All invoices for gritting since April 2019, and the name" in made
    assert starts == frozenset()
