"""Logs as authorities keep them: columns guessed or said, bad rows left out and named."""

import json
from pathlib import Path

import pytest

from answerable.model import UnusableInputError
from answerable.precedents import Entry, build
from answerable.precedents.clean import clean, without_addressee, without_asker
from answerable.precedents.logs import LogMapping, Reading, read_mapping
from answerable.precedents.logs.read import as_date


def read(*paths: Path, mapping: LogMapping | None = None) -> tuple[list[Entry], Reading]:
    reading = Reading(paths, mapping or LogMapping(), lambda path: path.read_text(), {".txt"})
    return list(reading.entries()), reading


def test_usual_columns_are_known(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_text(
        "FOI Ref,Date Received,Subject,Request Details,Outcome\nF1,03/04/2025,Dogs,How many dogs?,Full\n"
    )
    [entry], _ = read(log)
    assert entry == Entry("F1", "How many dogs?", "Dogs", "2025-04-03", "Full")


def test_a_mapping_says_which_columns(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("id: A\ntext: [B, C]\ndate: D\ndate_format: '%m/%d/%Y'\n")
    log = tmp_path / "log.csv"
    log.write_text("A,B,C,D\n7,dogs,cats,04/03/2025\n")
    [entry], _ = read(log, mapping=read_mapping(tmp_path / "m.yaml"))
    assert (entry.id, entry.text, entry.date) == ("7", "dogs\ncats", "2025-04-03")


def test_a_missing_column_names_the_line_of_the_mapping(tmp_path: Path) -> None:
    (tmp_path / "m.yaml").write_text("id: Ref\ntext: Words\n")
    log = tmp_path / "log.csv"
    log.write_text("Ref,Request\n1,dogs\n")
    _, reading = read(log, mapping=read_mapping(tmp_path / "m.yaml"))
    assert "Line 2 of" in reading.files[0].error
    assert "“Words”" in reading.files[0].error
    assert "Ref, Request" in reading.files[0].error


@pytest.mark.parametrize("text", ["- a\n", "colour: red\n", "a: [\n"])
def test_a_mapping_that_is_none_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "m.yaml").write_text(text)
    with pytest.raises(UnusableInputError):
        read_mapping(tmp_path / "m.yaml")


def test_broken_encoding_is_said_and_a_mapping_mends_it(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_bytes("id,text\n1,the council’s dogs\n".encode("cp1252"))
    _, reading = read(log)
    assert "byte 0x92" in reading.files[0].error
    [entry], _ = read(log, mapping=LogMapping(encoding="cp1252"))
    assert entry.text == "the council’s dogs"


def test_the_same_id_twice_is_told_apart_or_kept_once(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    rows = [{"id": 1, "text": "dogs"}, {"id": 1, "text": "cats"}, {"id": 1, "text": "dogs"}]
    log.write_text("\n".join(map(json.dumps, rows)))
    entries, reading = read(log)
    assert [entry.id for entry in entries] == ["1", "1 (2)"]
    assert any("kept once" in why for why in reading.files[0].left_out)


def test_bad_rows_are_left_out_with_their_place(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    log.write_text('{"id":1,"text":"dogs"}\n{broken\n[1]\n{"id":2,"text":" "}\n')
    entries, reading = read(log)
    assert len(entries) == 1
    assert [why.partition(" has")[0].partition(" is")[0] for why in reading.files[0].left_out] == [
        "line 2", "line 3", "item 4".replace("item", "line"),
    ]  # fmt: skip


def test_one_bad_file_among_several_is_reported_and_the_rest_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{no")
    (tmp_path / "b.txt").write_text("How many dogs?")
    (tmp_path / "c.csv").write_text("x,y\n1,2\n")
    (tmp_path / "d.csv").write_text("")
    entries, reading = read(tmp_path)
    assert [entry.text for entry in entries] == ["How many dogs?"]
    assert [bool(file.error) for file in reading.files] == [True, False, True, True]


def test_a_request_saved_from_a_request_site(tmp_path: Path) -> None:
    saved = {
        "id": 99, "url_title": "dogs", "title": "Dogs", "created_at": "2025-02-03T10:00:00Z",
        "described_state": "successful", "public_body": {"name": "Tarnbrook Council"},
        "info_request_events": [
            {"event_type": "sent", "snippet": "How many dogs?"},
            {"event_type": "response", "snippet": "Seven."},
        ],
    }  # fmt: skip
    (tmp_path / "r.json").write_text(json.dumps(saved))
    [entry], _ = read(tmp_path / "r.json")
    assert entry == Entry(
        "99", "How many dogs?", "Dogs", "2025-02-03", "successful", "Tarnbrook Council", "Seven."
    )


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("3/4/2025", "2025-04-03"),
        ("3 April 2025", "2025-04-03"),
        ("2025-04-03T09:00", "2025-04-03"),
        ("soon", ""),
    ],
)
def test_dates_are_day_first(text: str, iso: str) -> None:
    assert as_date(text) == iso


def _with_a_bad_byte(ending: str, bad: int, of: int) -> bytes:
    """A log of ``of`` rows of which number ``bad`` has a byte that is no UTF-8."""
    texts = [f"the dogs of street {n}" + ("?" if n == bad else "") for n in range(1, of + 1)]
    if ending == "csv":
        whole = "id,text\n" + "".join(f"{n},{t}\n" for n, t in enumerate(texts, 1))
    elif ending == "jsonl":
        whole = "".join(json.dumps({"id": n, "text": t}) + "\n" for n, t in enumerate(texts, 1))
    else:
        whole = json.dumps([{"id": n, "text": t} for n, t in enumerate(texts, 1)])
    return whole.encode().replace(b"?", b"\xe9")


@pytest.mark.parametrize("ending", ["csv", "jsonl", "json"])
def test_a_row_with_a_bad_byte_is_left_out_alone_with_its_place(
    ending: str, tmp_path: Path
) -> None:
    log = tmp_path / f"log.{ending}"
    log.write_bytes(_with_a_bad_byte(ending, 150, 300))
    entries, reading = read(log)
    assert [entry.id for entry in entries] == [str(n) for n in range(1, 301) if n != 150]
    [report] = reading.files
    assert (report.letters, report.error, reading.left_out) == (299, "", 1)
    [why] = report.left_out
    assert "byte 0xe9" in why
    assert {"csv": "line 151", "jsonl": "line 150", "json": "item 150"}[ending] in why


@pytest.mark.parametrize("ending", ["csv", "jsonl", "json"])
def test_nothing_is_said_of_a_file_without_bad_bytes(ending: str, tmp_path: Path) -> None:
    log = tmp_path / f"log.{ending}"
    log.write_bytes(_with_a_bad_byte(ending, 0, 20))
    entries, reading = read(log)
    assert (len(entries), reading.left_out, reading.files[0].left_out) == (20, 0, [])


def test_a_heading_that_cannot_be_read_is_of_the_whole_file(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_bytes(b"id,text,caf\xe9\n1,dogs,x\n")
    entries, reading = read(log)
    assert entries == []
    assert "byte 0xe9" in reading.files[0].error


def test_a_file_that_breaks_off_says_how_much_of_it_was_taken(tmp_path: Path) -> None:
    log = tmp_path / "log.csv"
    log.write_bytes(b"id,text\n1,dogs\n2,cats\n3,\0\0\n4,birds\n")
    entries, reading = read(log)
    assert [entry.id for entry in entries] == ["1", "2"]
    assert "2 letters before that place were taken" in reading.files[0].error


ASKED = "Dear Weir Council,\n\nHow many gritting lorries are there?\n\nYours faithfully,\n\nQ Blenkinsop"
ANSWERED = (
    "Dear Mr Blenkinsop\n\nThere are nine gritting lorries.\n\nYours sincerely\nInformation Officer"
)
SAVED = {
    "id": 7, "title": "Gritting", "user_name": "Q Blenkinsop", "created_at": "2025-03-04",
    "info_request_events": [
        {"event_type": "sent", "snippet": ASKED}, {"event_type": "response", "snippet": ANSWERED},
    ],
}  # fmt: skip


def _bytes_of(folder: Path) -> bytes:
    return b"".join(each.read_bytes() for each in folder.rglob("*") if each.is_file())


@pytest.mark.parametrize("name", ["request.json", "log.csv", "letter.txt"])
def test_an_index_keeps_no_name_of_who_asked(name: str, tmp_path: Path) -> None:
    log, into = tmp_path / name, tmp_path / "index"
    if name == "request.json":
        log.write_text(json.dumps(SAVED), encoding="utf-8")
    elif name == "letter.txt":
        log.write_text(ASKED, encoding="utf-8")
        log = tmp_path
    else:
        text = "Dear Sir, how many gritting lorries are there? Yours, Q Blenkinsop"
        log.write_text(f'ref,requester,text\n1,Q Blenkinsop,"{text}"\n', encoding="utf-8")
    reading = Reading([log], LogMapping(), lambda path: path.read_text("utf-8"), {".txt"})
    assert build(reading.entries(), into) == 1
    kept = _bytes_of(into)
    assert b"Blenkinsop" not in kept
    assert b"gritting lorries" in kept


def test_what_is_asked_below_a_closing_stays() -> None:
    text = "How many lorries?\nThanks\nJane Smith\nPS How many drivers are there?"
    assert "How many drivers" in without_asker(text)
    assert without_asker("Yours faithfully") == "Yours faithfully"
    assert without_addressee("Dear Mr Smith, there are nine.").strip() == "there are nine."
    assert without_addressee("There are nine.") == "There are nine."


def test_a_greeting_below_a_subject_is_cut_from_what_is_shown() -> None:
    text = "Bin matters\nDear Sir, please tell me how many bins there are"
    assert "Dear" not in clean(text)
    assert "how many bins" in clean(text)
    assert "dear to us" in clean("Parks\nThe parks are dear to us, so how many are there?")
