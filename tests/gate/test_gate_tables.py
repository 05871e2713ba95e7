"""A table of values is read and copied row by row: what a row says is kept, and none is held on to."""

import tracemalloc
from collections.abc import Callable

import pytest

from answerable.gate.cleaning import StillThereError, clean_here, tables
from answerable.gate.cleaning.proof import Seen, shown_by, still_there
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.spans import hidden, visible

SECRET = "Wilhelmina Oakeshott"


def table(rows: int) -> bytes:
    lines = (
        f"C{n:07d},Ward {n % 40},{n % 28 + 1:02d}/03/2024,Closed,{n % 977}" for n in range(rows)
    )
    return "\r\n".join(["Case,Ward,Opened,Outcome,Cost", *lines, ""]).encode()


def clean(data: bytes, ending: str = "csv") -> bytes:
    return clean_here(data, f"a.{ending}", ending, DEFAULT).data


def most(work: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_inspecting_more_rows_takes_no_more_memory() -> None:
    few, many = table(2_000), table(20_000)
    inspect_here(few, "a.csv", DEFAULT)
    once = most(lambda: inspect_here(few, "a.csv", DEFAULT))
    assert most(lambda: inspect_here(many, "a.csv", DEFAULT)) < once + 200_000


def test_a_copy_of_more_rows_takes_no_more_memory_than_the_copy_itself() -> None:
    few, many = table(2_000), table(20_000)
    clean(few)
    once = most(lambda: clean(few))
    assert most(lambda: clean(many)) < once + 2 * len(many)


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_a_clean_table_says_what_it_said(ending: str) -> None:
    mark = "," if ending == "csv" else "\t"
    said = f'Case{mark}Note{mark}Cost\r\n1{mark}"two\r\nlines"{mark}"a ""b"""\r\n{mark}{mark}9\r\n'
    assert clean(said.encode(), ending) == said.encode()


def test_a_table_in_utf_16_becomes_one_in_utf_8() -> None:
    said = "Ward,Cost,Note\r\nDŵr,7,é\r\n"
    assert clean(said.encode("utf-16")) == said.encode()


def test_what_no_text_holds_goes_from_the_copy() -> None:
    rows = table(3_000)  # a file that begins with such bytes is no text
    assert clean(rows + b"Ab\0bey,7,x\r\n") == rows + b"Abbey,7,x\r\n"


def test_rows_far_below_the_rest_stay_behind_and_a_few_empty_ones_do_not() -> None:
    head = b"Ward,Cost,Note\r\nAbbey,7,x\r\n"
    near = head + b"\r\n" * 3 + b"Castle,8,y\r\n"
    assert b"Castle" in clean(near)
    far = head + b"\r\n" * 90 + SECRET.encode() + b",8,y\r\n"
    assert SECRET.encode() not in clean(far)
    assert inspect_here(far, "a.csv", DEFAULT).verdict == "hold"
    assert inspect_here(near, "a.csv", DEFAULT).verdict == "pass"


def test_cells_far_to_the_right_stay_behind_and_near_ones_do_not() -> None:
    head = b"Ward,Cost,Note\r\nAbbey,7,x\r\n"
    far = head + b"Castle,8,y" + b"," * 60 + SECRET.encode() + b"\r\n"
    assert inspect_here(far, "a.csv", DEFAULT).verdict == "hold"
    copy = clean(far)
    assert b"Castle,8,y" in copy
    assert SECRET.encode() not in copy
    near = head + b"Castle,8,y" + b"," * 9 + b"more\r\n"
    assert clean(near) == near


def test_the_rows_of_a_table_are_read_when_they_are_asked_for_and_as_often() -> None:
    sheet, mark = tables.read(b"a;b;c\n1;2;3\n")
    for _ in range(2):
        assert [[cell.text for cell in row] for row in sheet.rows] == [
            ["a", "b", "c"],
            ["1", "2", "3"],
        ]
    assert mark == ";"


@pytest.mark.parametrize("before", [10, 30_000, 60_000])
@pytest.mark.parametrize("end", [" ", "\n"])
def test_personal_data_far_into_a_long_text_is_found(before: int, end: str) -> None:
    words = ("words" + end) * before
    told = f"{words}National Insurance number AB123456C{end}{words[:100]}"
    slugs = [one.slug for one in inspect_here(told.encode(), "a.txt", DEFAULT).findings]
    assert slugs == ["visible_personal_data"]
    without = told.replace("AB123456C", "unknown").encode()
    assert inspect_here(without, "a.txt", DEFAULT).findings == ()


@pytest.mark.parametrize("word", ["born on", "Date of birth", "DOB", "D.O.B.", "d.o.b", "D.OB"])
def test_a_date_beside_any_word_of_birth_is_a_date_of_birth(word: str) -> None:
    slugs = [
        one.slug for one in inspect_here(f"{word} 3/4/1971".encode(), "a.txt", DEFAULT).findings
    ]
    assert slugs == ["visible_personal_data"]
    assert inspect_here(b"opened on 3/4/1971, adobe", "a.txt", DEFAULT).findings == ()


def test_what_a_file_shows_in_many_parts_is_all_known_to_the_proof() -> None:
    shown = [visible(f"row number {n} of many", "the table") for n in range(30_000)]
    parts = list(
        shown_by([*shown[:15_000], hidden("hidden_row", SECRET, "row 9"), *shown[15_000:]])
    )
    assert len(parts) > 1
    assert all(f"row number {n} of" in "\n".join(parts) for n in (0, 14_999, 15_000, 29_999))
    assert SECRET not in "\n".join(parts)
    copy = SECRET.encode() + b" row number 29999 of many"
    assert still_there(copy, {SECRET, "row number 29999 of"}, parts) == [SECRET]


def test_words_over_the_border_of_two_parts_are_known() -> None:
    shown = [visible("x" * 90, "the table") for _ in range(4_000)]
    rows = [*shown[:2_912], visible("Abbey Castle", "the table"), *shown[2_912:]]
    assert still_there(b"abbey castle", {"Abbey Castle"}, shown_by(rows)) == []


def test_only_what_is_unseen_is_held_on_to() -> None:
    seen = Seen()
    for span in (visible("shown", "a"), hidden("hidden_row", SECRET, "b", (SECRET,))):
        seen.take(span)
    assert seen.gone == {SECRET}


def test_a_copy_that_held_something_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    far = b"Ward,Cost,Note\r\nAbbey,7,x\r\n" + b"\r\n" * 90 + SECRET.encode() + b",8,y\r\n"
    monkeypatch.setattr(
        tables, "write", lambda sheet, mark: b"Ward,Cost,Note\r\n" + SECRET.encode()
    )
    with pytest.raises(StillThereError):
        clean(far)
