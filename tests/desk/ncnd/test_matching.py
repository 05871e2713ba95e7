"""Which requests a class is proposed for: what it asks in other words, not what sounds like it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import yaml

from answerable.desk.cases.models import Case
from answerable.desk.ncnd.actions import withdraw
from answerable.desk.ncnd.lines import found, read_line, read_lines
from answerable.desk.ncnd.matching import proposals
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.today import today
from answerable.model import UnusableInputError

TABLES = yaml.safe_load((Path(__file__).parent / "tables.yaml").read_text(encoding="utf-8"))
Ask = Callable[[str], Case]


def test_each_table_has_thirty_requests() -> None:
    assert [len(set(TABLES[name])) for name in ("asks_it", "neighbours")] == [30, 30]


@pytest.mark.parametrize("text", TABLES["asks_it"])
def test_a_paraphrase_is_matched(text: str, returnees: NcndClass, asked: Ask) -> None:
    assert [each.ncnd_class for each in proposals(asked(text), today())] == [returnees]


@pytest.mark.parametrize("text", TABLES["neighbours"])
def test_a_neighbour_is_not_matched(text: str, returnees: NcndClass, asked: Ask) -> None:
    assert proposals(asked(text), today()) == []


def test_the_seed_requests_questions_are_all_matched(returnees: NcndClass, asked: Ask) -> None:
    case = asked(
        "These returnees may have joined the Islamic State in Syria or Iraq. Please answer:\n"
        "1) How many returnees from Syria/Iraq are being provided with any kind of help?\n"
        "2) How many returnees you are providing help with have returned since 2017?\n"
        "3) What type of help are you providing these returnees?\n"
        "4) Please give us a breakdown of the returnees as female and male.\n"
    )
    [made] = proposals(case, today())
    assert [reason.number for reason in made.reasons] == ["1", "2", "3", "4"]
    assert made.outside == ()


def test_a_question_outside_the_class_is_named(returnees: NcndClass, asked: Ask) -> None:
    case = asked(
        "1. How many returnees from Syria do you help?\n2. How many libraries do you have?"
    )
    [made] = proposals(case, today())
    assert made.outside == ("2",)
    assert made.reasons[0].words.startswith("Question 1 speaks of “returnee” and “syria”")


def test_a_withdrawn_class_is_not_proposed(
    returnees: NcndClass, asked: Ask, approver: User
) -> None:
    case = asked("How many returnees from Syria do you help?")
    withdraw(returnees, by=approver)
    assert proposals(case, today()) == []


def test_a_class_is_not_in_force_before_its_day(returnees: NcndClass, asked: Ask) -> None:
    case = asked("How many returnees from Syria do you help?")
    assert proposals(case, today() - timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("line", "text", "is_there"),
    [
        ("tree", "How many street lamps?", False),
        ("tree", "How many trees?", True),
        ("prevent", "How was it prevented?", True),
        ('"prevent"', "How was it prevented?", False),
        ("jihadi*", "Any jihadists?", True),
        ("returned syria/iraq", "Who is returning from Iraq?", True),
        ("returned syria/iraq", "Who returned from Spain?", False),
        ('"channel panel"', "Which panel watches the channel?", False),
    ],
)
def test_words_are_whole_words_in_any_form(line: str, text: str, is_there: bool) -> None:
    assert (found([read_line(line)], text, text) is not None) is is_there


def test_the_first_part_must_be_in_the_question_itself() -> None:
    line = read_line("returnee syria")
    assert found([line], "How many returnees?", "It is about Syria. How many returnees?")
    assert not found([line], "How many in Syria?", "Returnees. How many in Syria?")


@pytest.mark.parametrize("line", ['""', "---", "/", "…"])
def test_a_line_without_a_word_is_refused(line: str) -> None:
    with pytest.raises(UnusableInputError, match="no word"):
        read_line(line)


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(UnusableInputError, match="at most 200 lines"):
        read_lines("word\n" * 201)
