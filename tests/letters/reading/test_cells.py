"""Tables drawn in text: broken cells are put together, and all that only looks like one stays."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.letters import read_letter
from answerable.letters.reading.cells import put_together
from answerable.model import BlockKind, Voice

HANGING = """Review       You may ask us to look at this again. Write to
             the Clerk within 40 working days.
Regulator    You may then complain to the Information
             Commissioner, Wycliffe House, Wilmslow.
"""
TABBED = """Review\tYou may ask us to look at this again. Write to
\tthe Clerk within 40 working days.
Using it\tThe plan may be copied by anybody who wants to do
\tthat.
"""
BOXED = """+---------+--------------------------------+
| Point   | Answer                         |
+---------+--------------------------------+
| Price   | We hold it and refuse it. It   |
|         | is exempt under section 43(2). |
| Date    | 4 May 2026                     |
| Place   | The depot at Marsh Lane, and   |
|         | the yard behind it             |
+---------+--------------------------------+
"""
SIDES = """| For release                 | Against release             |
|-----------------------------|-----------------------------|
| Residents pay for the wall  | Rivals would learn what     |
| and ought to see what it    | each panel costs the firm.  |
| cost them.                  | The next tender is near.    |
| Trust in the council grows. |                             |
"""
ASKED = """| No. | You asked for                    |
|-----|----------------------------------|
| 1   | The price of the swings          |
| 2   | The name of the firm that made   |
|     | them                             |
"""

SILENT = {
    "an address on the right": """Ms P. Orrell                         Wreke Valley Council
14 Mill Row                          Town Hall
Wreke                                Station Road
WK1 2AB                              Wreke WK1 1AA
                                     01000 555 010
""",
    "an address below a label": """Reply to     Records Office
             Town Hall
             Wreke WK1 1AA
""",
    "figures in columns": """   Year        Visits     Loans
   2023        11,204     31,870
   2024        10,655     30,116
                          ------
   Total                  61,986
""",
    "figures below a long item": """  Finding and opening the file                       3 minutes
  Reading the letter again to decide whether anything
  in it is exempt                                    4 minutes
""",
    "code": """    if held:        release(all)
                    log(entry)
    else:           refuse(all)
                    log(entry)
""",
    "a signature": """Yours sincerely

R. Haddow            Tel. 01000 555 020
Records Officer      Fax 01000 555 021
                     records@wreke.example
""",
    "verse": """Spring       The river is high
             And the lamps are out
Autumn       The river is low
             And nobody shouts
""",
    "a list with hanging lines": """1.     The gritting plan for the winter of 2025, in whatever form
       you have it to hand.
2.     The number of gritters that the Council owned at the end of
       that winter.
""",
    "letters with hanging lines": """(a)    the gritting plan for the winter of 2025, in whatever form
       you have it to hand;
(b)    the number of gritters.
""",
    "fields of a mail": """From:    records@wreke.example
To:      p.orrell@mailbox.example
Sent:    3 March 2026 10:04
""",
    "opening hours": """Monday       9 to 5
             (closed for lunch)
Tuesday      9 to 1
""",
    "groups of figures between bars": """| Ward  | Year | Cases |
|-------|------|-------|
| Alder | 2023 | 14    |
|       | 2024 | 15    |
| Birch | 2023 | 9     |
|       | 2024 | 11    |
""",
    "months between bars": """| Ward  | Month | Cases |
|-------|-------|-------|
| Alder | March | 14    |
|       | April | 15    |
""",
    "short cells between bars": """| Held?     | Yes  |
| Withheld  | 12   |
| Released  | 9    |
| refused   | none |
""",
    "figures between bars with a total": """+-------+------+
| Ward  | 2025 |
+-------+------+
| Alder | 14   |
| Birch | 12   |
| Cedar | 10   |
+-------+------+
| Total | 36   |
+-------+------+
""",
    "long names over figures, with a total": """+----------------------------+------+
| Ward                       | 2025 |
+----------------------------+------+
| Alder, north of the river  | 14   |
| Birch, south of the canal  | 12   |
+----------------------------+------+
| Total                      | 26   |
+----------------------------+------+
""",
    "documents in a cell": """| Ward       | Documents                                      |
|------------|------------------------------------------------|
| Ashby Road | Report on the flooding of 2023                 |
|            | Report on the flooding of 2024                 |
|            | Minutes                                        |
""",
    "names in a cell": """| Station    | Officer   |
|------------|-----------|
| Ashby Road | Dr Lamb   |
|            | Mr Orrell |
""",
    "a drawing": """   +------+     +------+
   | Pump |---->| Tank |
   +------+     +------+
""",
    "bars in a line of contacts": """Tel. 01000 555 010 | Fax 01000 555 011
www.wreke.example | records@wreke.example
""",
    "quoted columns": """> Review       please look at this again, I do not think that you
>              have read it.
""",
    "paragraphs with an indent": """We hold the plan. It is attached.
     The plan was made in 2024 and has not been changed in any way since that
year.
""",
    "labels and values": """Reference    WVC/26/118
Received     2 March 2026
Replied      30 March 2026
""",
    "one long value": """Your request of 2 March for the gritting plan        dealt with under the Act
""",
    "against on a line of its own": """We weighed what is for it    and what is against it
and found nothing.
""",
    "for and against in figures": """For      Against
12       7
""",
    "whole rows of results": """| 1 | Yes | Attached |
| 2 | No  | Not held |
""",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_only_looks_like_a_table_of_words_stays(name: str) -> None:
    text = f"Dear Ms Orrell\n\nWe write about your request.\n\n{SILENT[name]}\nYours faithfully\n"
    assert put_together(text) == text


def _words(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text))


@pytest.mark.parametrize("table", [HANGING, TABBED, BOXED, SIDES, ASKED])
def test_nothing_leaves_the_room_of_a_table(table: str) -> None:
    before, after = "We refuse it.\n\n", "\n\nA sentence below it.\n"
    made = put_together(before + table + after)
    assert made != before + table + after
    assert made.startswith(before)
    assert made.endswith(after)
    assert len(made) == len(before + table + after)
    assert _words(made) == _words(before + table + after)
    assert not re.search(r"^[ \t]+$", made, re.MULTILINE)  # would be page furniture


PIECES = [
    "Review       ", "             ", "You may ask us to look again", " and again.", "\n", "\n\n", "\t", "| ", " | ", "|---|---|\n",
    "+-----+-----+\n", "For release     Against release\n", "| For | Against |\n", "| No. | You asked for |\n", "| 1 | the plan |\n",
    "- an item ", "(a) another ", "1. the first ", "14   15", "We hold it. It is exempt under section 43(2) of the Act, we think.", "   ",
    "The price   We hold this and it is withheld, for the reasons below. Ask us.\n", "Part 2   ", "Why?   ", "İ", "\u2028", "> ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_word_is_lost_and_the_length_is_kept(text: str) -> None:
    made = put_together(text)
    assert len(made) == len(text)
    assert _words(made) == _words(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_paragraphs_around_stay_in_their_places(text: str) -> None:
    before, after = "A sentence above it all.\n\n", "\n\nA sentence below it all."
    made = put_together(before + text + after)
    assert made.startswith(before)
    assert made.endswith(after)


def test_a_hanging_cell_is_one_paragraph_below_its_label() -> None:
    lines = [line.rstrip() for line in put_together(HANGING).splitlines() if line.strip()]
    assert lines == [
        "Review",
        "You may ask us to look at this again. Write to the Clerk within 40 working days.",
        "Regulator",
        "You may then complain to the Information Commissioner, Wycliffe House, Wilmslow.",
    ]


def test_tabs_make_columns_too() -> None:
    lines = [line.rstrip() for line in put_together(TABBED).splitlines() if line.strip()]
    assert lines[0] == "Review"
    assert lines[2:] == [
        "Using it",
        "The plan may be copied by anybody who wants to do that.",
    ]


def test_a_list_in_a_hanging_cell_stays_a_list() -> None:
    text = (
        "Review     You may ask us to look at this again, either\n"
        "           - by letter to the Clerk at the Old School, or by\n"
        "             hand to the caretaker, or\n"
        "           - by e-mail.\n"
    )
    lines = [line.rstrip() for line in put_together(text).splitlines() if line.strip()]
    assert lines[1:] == [
        "You may ask us to look at this again, either",
        "- by letter to the Clerk at the Old School, or by hand to the caretaker, or",
        "- by e-mail.",
    ]


def test_a_row_of_results_stays_a_row_and_a_row_of_sentences_becomes_prose() -> None:
    made = [line.rstrip() for line in put_together(BOXED).splitlines()]
    assert "| Place | The depot at Marsh Lane, and the yard behind it |" in made
    assert "| Date    | 4 May 2026                     |" in made
    at = made.index("Price")
    assert made[at + 1] == "We hold it and refuse it. It is exempt under section 43(2)."


def test_two_sides_are_set_out_one_after_the_other() -> None:
    lines = [line.rstrip() for line in put_together(SIDES).splitlines() if line.strip()]
    assert lines == [
        "For release",
        "Residents pay for the wall and ought to see what it cost them.",
        "Trust in the council grows.",
        "Against release",
        "Rivals would learn what each panel costs the firm. The next tender is near.",
    ]


def test_a_list_between_bars_is_what_was_asked() -> None:
    letter = read_letter(
        f"Wreke Council\n3 March 2026\n\nDear Ms Orrell\n\n1. Your request\n\n{ASKED}\n"
        "2. Our answer\n\nBoth are attached.\n\n3. Your rights\n\nYou may ask for a review within 40 working days.\n"
    )
    assert [question.text for question in letter.questions] == [
        "The price of the swings",
        "The name of the firm that made them",
    ]


def test_labels_of_a_table_are_not_questions() -> None:
    steps = (
        "Step 1  Review      You may ask us to look at this again. Write to\n"
        "                    the Clerk within 40 working days.\n"
        "Step 2  Appeal      You may then complain to the Information\n"
        "                    Commissioner, Wycliffe House, Wilmslow.\n"
    )
    letter = read_letter(
        f"Wreke Council\n3 March 2026\n\nDear Ms Orrell\n\nYou asked for the plan. It is attached.\n\n{steps}\n"
    )
    assert len(letter.questions) == 1
    assert letter.shows.review is not None
    assert letter.shows.review.ask_days == 40
    assert letter.shows.regulator is not None


def test_one_row_of_a_table_in_a_request_is_an_item_like_another() -> None:
    letter = read_letter(
        "Dear Sir\n\nYou asked:\n| the plan of the wall | x |\n1. What is it?\n(a) the survey\n\nWe hold it.\n"
    )
    assert letter.questions


def test_two_sides_are_a_balance() -> None:
    letter = read_letter(
        "Wreke Council\n3 March 2026\n\nDear Ms Orrell\n\nThe price of the wall is exempt under section 43(2).\n\n"
        f"Public interest\n\n{SIDES}\nThe public interest in maintaining the exemption outweighs that in disclosure.\n"
    )
    (balance,) = letter.balances
    assert len(balance.factors_for) == 2
    assert len(balance.factors_against) == 2
    assert balance.conclusion is not None


LETTERED = "Wreke Council\n3 March 2026\n\nWhat you asked for\n\n{}\n\nWhat we found\n\nAll of it is attached to this letter.\n"


def test_letters_without_a_stop_are_items_in_their_order() -> None:
    letter = read_letter(
        LETTERED.format(
            " A  The final report\n B  The e-mails of that day\n C  The number of calls"
        )
    )
    assert [question.number for question in letter.questions] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "words", [" A  report on the outage", " A  report on the outage\n D  notice of that day"]
)
def test_a_letter_alone_or_out_of_order_is_no_label(words: str) -> None:
    letter = read_letter(LETTERED.format(words))
    assert all(block.number not in ("a", "d") for block in letter.blocks)


def test_lines_drawn_are_not_words() -> None:
    letter = read_letter(
        "Wreke Council\n3 March 2026\n\nDear Ms Orrell\n\nREQUEST\n--------------------------------------------\n"
        "The plan is held by us and it is sent to you with this.\n============================================\n"
    )
    assert all(re.search(r"\w", letter.flow[b.span.start : b.span.end]) for b in letter.blocks)


def test_a_yes_below_held_says_that_it_is_held() -> None:
    table = "| No. | Held? | Result             |\n|-----|-------|--------------------|\n| 1   | {}   | Refused, section 43 |\n"
    for word, held in (("Yes", True), ("No ", False)):
        letter = read_letter(f"Wreke Council\n3 March 2026\n\nDear Sir\n\n{table.format(word)}\n")
        assert (letter.shows.held is not None) is held


def test_a_row_of_figures_is_still_a_table() -> None:
    letter = read_letter(
        "Wreke Council\n3 March 2026\n\nDear Sir\n\n"
        "| Ward  | Cases |\n|-------|-------|\n| Alder | 14    |\n| Birch | 9     |\n"
    )
    tables = [b for b in letter.blocks if b.kind is BlockKind.TABLE and b.voice is Voice.AUTHORITY]
    assert len(tables) == 1
