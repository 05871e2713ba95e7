"""A corpus as rows: columns found, bad rows with their place, nothing read whole."""

import gzip
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from answerable.batch.corpus import Mapping, open_corpus
from answerable.batch.corpus import lines as lines_module
from answerable.batch.row import Row
from answerable.model import UnusableInputError

Lines = Callable[..., Path]


def rows(path: Path, *said: str, replies: bool = True, encoding: str = "utf-8") -> list[Row]:
    return [*open_corpus(path, Mapping.read(said, replies=replies), encoding).rows()]


def text_file(path: Path, words: str | bytes) -> Path:
    path.write_bytes(words if isinstance(words, bytes) else words.encode())
    return path


def test_json_lines_give_rows_in_order_with_their_places(lines: Lines) -> None:
    found = rows(lines([{"id": "a", "text": "one"}, {"id": "b", "text": "two"}]))
    assert [(r.n, r.place, r.id, r.text) for r in found] == [
        (1, "line 1 of letters.jsonl", "a", "one"),
        (2, "line 2 of letters.jsonl", "b", "two"),
    ]


def test_packed_json_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "letters.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"text": "one"}\n'))
    assert [r.text for r in rows(path)] == ["one"]


def test_a_packed_file_that_is_cut_short_gives_what_it_has_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "letters.jsonl.gz"
    whole = gzip.compress("".join(f'{{"text": "{n * 7919}"}}\n' for n in range(5000)).encode())
    path.write_bytes(whole[: len(whole) // 2])
    found = rows(path)
    assert len(found) > 2 and not found[0].problem
    assert "cut short" in found[-1].problem


def test_usual_names_of_columns_are_known(tmp_path: Path) -> None:
    path = text_file(
        tmp_path / "log.csv",
        "Reference,Response,Public authority,Date received\nF1,Words,Tarnbrook,13/05/2026\n",
    )
    [row] = rows(path)
    assert (row.id, row.text, row.authority, row.date) == ("F1", "Words", "Tarnbrook", "2026-05-13")


def test_an_audit_reads_the_reply_and_a_search_the_request(tmp_path: Path) -> None:
    path = text_file(tmp_path / "log.csv", "id,request,response\n1,please send it,here it is\n")
    assert rows(path)[0].text == "here it is"
    assert rows(path, replies=False)[0].text == "please send it"


def test_columns_can_be_said(lines: Lines) -> None:
    path = lines([{"body": "the letter", "text": "not this", "who": "Tarnbrook"}])
    [row] = rows(path, "text=body", "authority=who")
    assert (row.text, row.authority) == ("the letter", "Tarnbrook")


def test_a_column_that_is_said_to_be_the_text_is_not_also_the_authority(lines: Lines) -> None:
    assert rows(lines([{"body": "the letter"}]), "text=body")[0].authority == ""


def test_a_said_column_that_is_not_there_is_named(lines: Lines) -> None:
    with pytest.raises(UnusableInputError, match="has no column “words”; it has id, letter"):
        rows(lines([{"id": 1, "letter": "x"}]), "text=words")


def test_no_column_for_the_letter_is_said_with_what_to_do(lines: Lines) -> None:
    with pytest.raises(UnusableInputError, match="it has a, b: say which with --map text=COLUMN"):
        rows(lines([{"a": 1, "b": 2}]))


@pytest.mark.parametrize("said", ["text", "words=x", "text="])
def test_a_mapping_of_another_form_is_refused(said: str) -> None:
    with pytest.raises(UnusableInputError, match="such as text=body"):
        Mapping.read([said], replies=True)


def test_csv_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    path = text_file(tmp_path / "letters.csv", 'id,text\n1,"two\nlines"\n2,\n3,words\n')
    found = rows(path)
    assert [(r.place, r.problem) for r in found] == [
        ("row 2 of letters.csv", ""),
        ("row 3 of letters.csv", "no text"),
        ("row 4 of letters.csv", ""),
    ]
    assert found[0].text == "two\nlines"


def test_a_row_of_csv_that_is_not_utf8_does_not_spoil_the_others(tmp_path: Path) -> None:
    path = text_file(tmp_path / "letters.csv", b"id,text\n1,costs \xa3 5\n2,costs \xc2\xa3 5\n")
    bad, good = rows(path)
    assert bad.problem == "not UTF-8 text"
    assert good.text == "costs £ 5"


def test_another_encoding_can_be_said(tmp_path: Path) -> None:
    path = text_file(tmp_path / "letters.csv", b"id,text\n1,costs \xa3 5\n")
    assert rows(path, encoding="cp1252")[0].text == "costs £ 5"
    with pytest.raises(UnusableInputError, match="There is no encoding “klingon”"):
        rows(path, encoding="klingon")


def test_cells_beyond_the_heading_and_a_cell_without_an_end_are_bad_rows(tmp_path: Path) -> None:
    path = text_file(
        tmp_path / "letters.csv", 'id,text\n1,a,b\n2,good\n3,"' + "x" * 4_000_001 + "\n4,y\n"
    )
    found = rows(path)
    assert found[0].problem == "3 cells under 2 column names"
    assert not found[1].problem
    assert "not CSV that can be read" in found[2].problem


def test_semicolons_and_tabs_part_cells_too(tmp_path: Path) -> None:
    assert rows(text_file(tmp_path / "a.csv", "id;text\n1;words\n"))[0].text == "words"
    assert rows(text_file(tmp_path / "a.tsv", "id\ttext\n1\twords\n"))[0].text == "words"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON that can be read"),
        ("[1]", "not a JSON object"),
        ('{"id": 5}', "no text"),
        ('{"text": null}', "no text"),
        ('{"text": " … "}', "no text"),
        ('{"text": ["a"]}', "the text is a list of values, not words"),
        ("[" * 100_000, "not JSON that can be read"),
    ],
)
def test_a_bad_line_has_a_reason(lines: Lines, line: str, problem: str) -> None:
    bad, good = rows(lines([line, {"text": "words"}]))
    assert (bad.problem, bad.place) == (problem, "line 1 of letters.jsonl")
    assert good.text == "words"


def test_columns_are_found_after_many_bad_lines(lines: Lines) -> None:
    found = rows(lines([*["{"] * 300, {"letter": "words"}]))
    assert found[-1].text == "words"


def test_a_line_without_an_end_is_not_held_whole(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "_LONGEST", 100)
    long, good = rows(lines([{"text": "x" * 1000}, {"text": "words"}]))
    assert long.problem == "the line is longer than any letter"
    assert good.text == "words"


def test_a_text_far_longer_than_a_letter_is_a_bad_row(lines: Lines) -> None:
    [row] = rows(lines([{"text": "word " * 500_000}]))
    assert row.problem == "2,500,000 characters, far more than a letter"
    assert row.text == ""


def test_half_a_surrogate_pair_is_replaced_and_every_other_letter_kept(lines: Lines) -> None:
    [row] = rows(lines(['{"text": "broken \\ud800 Gàidhlig 😀"}']))
    assert row.text == "broken \ufffd Gàidhlig 😀"


def test_an_authority_within_an_object_is_found_by_its_name(lines: Lines) -> None:
    [row] = rows(lines([{"text": "words", "authority": {"name": "Tarnbrook"}}]))
    assert row.authority == "Tarnbrook"


def test_parquet_is_read_with_its_own_types(tmp_path: Path) -> None:
    path = tmp_path / "letters.parquet"
    table = pa.table({"id": [7, 8], "text": ["one", None], "date": [date(2026, 5, 13), None]})
    pq.write_table(table, path)
    first, second = rows(path)
    assert (first.id, first.date, first.place) == ("7", "2026-05-13", "row 1 of letters.parquet")
    assert second.problem == "no text"


def test_parquet_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="is not Parquet that can be read"):
        rows(text_file(tmp_path / "a.parquet", "PAR1 but no more"))


def test_a_folder_gives_its_letters_in_order_of_path(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    text_file(tmp_path / "b.txt", "second")
    text_file(tmp_path / "in" / "c.html", "<p>third</p>")
    text_file(tmp_path / "a.txt", "")
    text_file(tmp_path / "picture.png", "no letter")
    found = rows(tmp_path)
    assert [(r.id, r.text.strip()) for r in found] == [
        ("a.txt", ""),
        ("b.txt", "second"),
        ("in/c.html", "third"),
    ]
    assert found[0].problem.startswith("the file is empty")


def test_a_folder_without_letters_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="holds no letters"):
        rows(tmp_path)


def test_what_is_no_corpus_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnusableInputError, match="check the name"):
        rows(tmp_path / "none.csv")
    with pytest.raises(UnusableInputError, match="is not a corpus"):
        rows(text_file(tmp_path / "a.xlsx", "x"))


def test_an_empty_file_of_lines_has_no_rows_and_an_empty_csv_is_said(tmp_path: Path) -> None:
    assert rows(text_file(tmp_path / "a.jsonl", "")) == []
    with pytest.raises(UnusableInputError, match="first row should name the columns"):
        rows(text_file(tmp_path / "a.csv", ""))


def test_the_share_that_was_read_grows_to_the_whole(lines: Lines) -> None:
    corpus = open_corpus(lines([{"text": "x" * 2000} for _ in range(1000)]), Mapping())
    shares = [corpus.share() for _ in corpus.rows()]
    assert shares == sorted(shares)
    assert shares[0] < 0.5
    assert corpus.share() == 1.0


def test_the_fingerprint_changes_with_the_corpus(lines: Lines) -> None:
    before = open_corpus(lines([{"text": "one"}]), Mapping()).fingerprint()
    after = open_corpus(lines([{"text": "two"}]), Mapping()).fingerprint()
    assert before != after


def test_ids_that_are_missing_are_made_from_the_name(lines: Lines) -> None:
    assert [r.id for r in rows(lines([{"text": "a"}, {"text": "b", "id": ""}]))] == [
        "letters-1",
        "letters-2",
    ]
    assert json.dumps([r.id for r in rows(lines([{"text": "a", "id": 0}]))]) == '["0"]'
