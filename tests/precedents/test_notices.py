"""Decisions: brought in from files, kept once, found by provision, subject, outcome and year."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.law import cases
from answerable.law.cites import parse_one
from answerable.law.sources import is_shown
from answerable.model import UnusableInputError
from answerable.precedents.logs import read_mapping
from answerable.precedents.notices import USUAL, Importing, Notice, every, find_notices, put
from answerable.precedents.notices.record import outcome_of

RUN = CliRunner()
JUDGMENT = """<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:uk="https://caselaw.nationalarchives.gov.uk/akn">
<judgment name="judgment"><meta><identification source="#tna">
<FRBRWork><FRBRuri value="https://caselaw.nationalarchives.gov.uk/id/ukftt/grc/2029/9001"/>
<FRBRdate date="2029-03-04" name="judgment"/><FRBRname value="Weir Council v Information Commissioner"/></FRBRWork>
<FRBRExpression><FRBRuri value="https://caselaw.nationalarchives.gov.uk/ukftt/grc/2029/9001"/></FRBRExpression>
</identification><proprietary source="#"><uk:court>UKFTT-GRC</uk:court><uk:cite>[2029] UKFTT 9001 (GRC)</uk:cite></proprietary></meta>
<judgmentBody><decision><p>The authority relied on section 43(2) of the Freedom of Information Act 2000 for the weir contract.</p>
<p>The appeal is <b>dismissed</b>.</p></decision></judgmentBody></judgment></akomaNtoso>"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def run(*args: object) -> tuple[int, str, str]:
    result = RUN.invoke(app, [str(arg) for arg in args])
    return result.exit_code, result.stdout, result.stderr


def names(found: tuple[Notice, ...]) -> set[str]:
    return {each.name for each in found}


def test_search_by_provision_takes_limbs_and_wholes() -> None:
    by_limb = names(find_notices(parse_one("FOIA s.24(2)")))
    by_whole = names(find_notices(parse_one("FOIA s.24")))
    assert "Home Office (returnees)" in by_limb <= by_whole
    assert len(names(find_notices(parse_one("EIR reg.12(5)(b)")))) == 1


def test_search_by_subject_year_and_court() -> None:
    [only] = find_notices(subject="small numbers", court="high")
    assert only.key == "[2011] EWHC 1430"
    assert all(each.year == 2025 for each in find_notices(years=(2025, 2025)))
    assert find_notices(subject="zeppelin") == ()
    years = [each.year or 0 for each in find_notices()]
    assert years == sorted(years, reverse=True)


def test_every_bundled_decision_is_there_once() -> None:
    assert len(every()) == len(cases()) == len({each.key for each in every()})


def test_an_exemption_upheld_is_not_a_complaint_upheld() -> None:
    assert find_notices(outcome="upheld") == ()
    dismissed = find_notices(outcome="dismissed")
    assert dismissed
    assert all("ppeal" in each.held for each in dismissed)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Complaint not upheld", "not upheld"),
        ("Upheld", "upheld"),
        ("Partially upheld", "partly upheld"),
        ("Appeal Dismissed", "dismissed"),
        ("The appeal is allowed", "allowed"),
        ("Allowed in part", "partly upheld"),
        ("Withdrawn", ""),
        ("", ""),
    ],
)
def test_outcomes_in_the_words_of_lists(words: str, outcome: str) -> None:
    assert outcome_of(words) == outcome


def test_a_judgment_of_find_case_law(tmp_path: Path) -> None:
    [got] = Importing([write(tmp_path, "judgment.bin", JUDGMENT)]).notices()
    assert (got.key, got.court, got.date) == ("[2029] UKFTT 9001", "UKFTT-GRC", "2029-03-04")
    assert got.name == "Weir Council v Information Commissioner"
    assert got.outcome == "dismissed"
    assert got.provisions == ("FOIA s.43(2)",)
    assert got.url == "https://caselaw.nationalarchives.gov.uk/ukftt/grc/2029/9001"


def test_a_list_as_csv_with_usual_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "notices.csv",
        "Case Ref,Public authority,Date issued,Outcome,Section,Link,Issuer\n"
        "FS 90000001,Weir Council,04/03/2029,Not upheld,FOIA 31(1)(a),https://ico.org.uk/x,ICO\n",
    )
    [got] = Importing([path]).notices()
    assert (got.key, got.date, got.outcome) == ("FS90000001", "2029-03-04", "not upheld")
    assert got.provisions == ("FOIA s.31(1)(a)",)


def test_a_list_as_json_with_a_mapping(tmp_path: Path) -> None:
    mapping = write(tmp_path, "m.yaml", "reference: number\nheld: gist\n")
    rows = [{"number": "Decision 9/2029", "gist": "Minutes of the weir board under s.30(b)(i)",
             "court": "Scottish Information Commissioner", "date": "2029"}]  # fmt: skip
    path = write(tmp_path, "notices.json", json.dumps(rows))
    [got] = Importing([path], read_mapping(mapping, USUAL)).notices()
    assert (got.key, got.date, got.year) == ("Decision 009/2029", "2029", 2029)
    assert got.provisions == ("FOISA s.30(b)(i)",)


def test_a_column_that_is_not_there_names_the_line_of_the_mapping(tmp_path: Path) -> None:
    mapping = write(tmp_path, "m.yaml", "name: Title\nreference: Number\n")
    path = write(tmp_path, "n.csv", "Title,Ref\nWeir,FS90000001\n")
    importing = Importing([path], read_mapping(mapping, USUAL))
    assert list(importing.notices()) == []
    assert "Line 2 of" in str(importing.errors[0])
    assert "“Number”" in str(importing.errors[0])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "colour,size\nred,1\n", "known to hold the reference"),
        ("a.json", "{no", "is not JSON"),
        ("a.xml", "<akomaNtoso", "is not XML"),
        ("a.xml", "<!DOCTYPE x SYSTEM 'http://example.com/x.dtd'><x/>", "document type"),
        ("a.xml", "<html><p>no</p></html>", "no judgment in Akoma Ntoso"),
        ("a.xml", "<akomaNtoso><judgment/></akomaNtoso>", "neither a name nor"),
    ],
)
def test_bad_files_are_said_in_one_sentence(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    into = tmp_path / "out"
    code, _, err = run("notices", write(tmp_path, name, text), "--into", into)
    assert code == 2
    assert said in err
    assert err.count("\n") == 1
    assert not into.exists()


def test_broken_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("reference,name\nFS90000001,Council’s\n".encode("cp1252"))
    code, _, err = run("notices", path, "--into", tmp_path / "out")
    assert code == 2
    assert "byte 0x92" in err


def test_a_reference_that_stands_twice_is_kept_once_and_said(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "reference,name\nFS90000001,A\nfs 90000001,B\n,\n")
    importing = Importing([path])
    assert names(tuple(importing.notices())) == {"A"}
    assert "stands twice" in importing.left_out[0]


def test_what_was_brought_in_is_found_beside_what_is_bundled(tmp_path: Path) -> None:
    into = tmp_path / "out"
    code, out, _ = run("notices", write(tmp_path, "a.xml", JUDGMENT), "--into", into)
    assert (code, "1 decision brought in" in out) == (0, True)
    code, out, _ = run(
        "notices", "--in", into, "--provision", "FOIA s.43", "--subject", "weir contract",
        "--outcome", "dismissed", "--year", "2028-2030", "--format", "json",
    )  # fmt: skip
    assert code == 0
    [row] = json.loads(out)["results"]
    assert (row["key"], row["source"]) == ("[2029] UKFTT 9001", "a.xml")
    _, out, _ = run("notices", "--in", into, "--subject", "zeppelin")
    assert "No decision here" in out
    assert len(every(into)) == len(cases()) + 1


def test_bringing_in_again_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old = Notice("FS90000001", "Old")
    put([old, Notice("FS90000002", "Other")], tmp_path)
    assert put([Notice("FS90000001", "New")], tmp_path) == (1, 2)
    assert {"New", "Other"} <= names(every(tmp_path))
    assert "Old" not in names(every(tmp_path))


def test_a_damaged_shelf_is_said_and_not_overwritten(tmp_path: Path) -> None:
    shelf = write(tmp_path, "decisions.jsonl", '{"format": 99}\n')
    with pytest.raises(UnusableInputError, match="another version"):
        put([Notice("FS90000001", "New")], tmp_path)
    assert shelf.read_text() == '{"format": 99}\n'


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--year", "soon"), "is not a year"),
        (("--outcome", "won"), "is none of"),
        (("--provision", "the good bit"), ""),
        (("--in", "nowhere"), "no decisions in"),
        (("--into", "x"), "Name the files"),
        (("x.csv",), "--into DIR"),
    ],
)
def test_what_cannot_be_meant_is_said(args: tuple[str, ...], said: str) -> None:
    code, _, err = run("notices", *args)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


WITH_FAULTS = """reference,authority,date,outcome,section
FS50000001,Town Council,not a date,Banana,s.999
FS50000002,Town Council,2019-03-04,Upheld,s.40(2)
FS50000003,City Council,12/04/2017,Not upheld,s.40(5)(b)(i)
FS50000004,City Council,2019,Partly upheld,bananas
FS50000005,City Council,31/02/2019,,
"""


def test_what_cannot_be_so_in_a_row_is_told_and_the_row_is_kept_without_it(tmp_path: Path) -> None:
    importing = Importing([write(tmp_path, "dn.csv", WITH_FAULTS)])
    first, second, third, fourth, fifth = importing.notices()
    assert (first.date, first.outcome, first.provisions) == ("", "", ())
    assert (second.date, second.outcome) == ("2019-03-04", "upheld")
    assert third.provisions == ("FOIA s.40(5)(b)(i)",)  # as the law stood on that day
    assert (fourth.date, fourth.provisions, fifth.date) == ("2019", (), "")
    said = [note.split("line ")[1] for note in importing.notes]
    assert [note.split(":")[0] for note in said] == ["2", "2", "2", "5", "6"]
    for words in ("“not a date”", "s.999", "“Banana”", "“bananas”", "“31/02/2019”"):
        assert sum(words in note for note in said) == 1
    assert importing.left_out == []


def test_a_provision_that_no_law_has_is_named_with_its_row(tmp_path: Path) -> None:
    text = "reference,section\nFS50000001,FOIA s.40(9)(z)\nFS50000002,FOIA s.40(2)\n"
    importing = Importing([write(tmp_path, "dn.csv", text)])
    assert [each.provisions for each in importing.notices()] == [(), ("FOIA s.40(2)",)]
    [note] = importing.notes
    assert "line 2: FOIA s.40(9)(z) is no provision that the law has" in note


def test_the_command_says_what_it_left_empty(tmp_path: Path) -> None:
    path, into = write(tmp_path, "dn.csv", WITH_FAULTS), tmp_path / "dn"
    code, out, err = run("notices", path, "--into", into, "--format", "json")
    assert code == 0
    assert json.loads(out)["decisions"] == 5
    assert len(json.loads(out)["notes"]) == len(err.strip().splitlines()) == 5
    whole = write(tmp_path, "good.csv", "reference,date\nFS50000009,2019-03-04\n")
    assert run("notices", whole, "--into", into)[2] == ""


def test_the_date_of_a_judgment_is_a_date(tmp_path: Path) -> None:
    text = JUDGMENT.replace("2029-03-04", "in spring")
    importing = Importing([write(tmp_path, "j.xml", text)])
    [got] = importing.notices()
    assert got.date == ""
    assert "“in spring”" in importing.notes[0]
    whole = Importing([write(tmp_path, "k.xml", JUDGMENT)])
    assert [each.date for each in whole.notices()] == ["2029-03-04"]
    assert whole.notes == []


def test_only_official_and_neutral_pages_are_shown_as_sources(tmp_path: Path) -> None:
    rows = json.loads(run("notices", "--year", "2000-2026", "--format", "json")[1])["results"]
    shown = [row["url"] for row in rows if row["url"]]
    assert len(shown) > 30
    assert all(is_shown(url) for url in shown)
    text = run("notices", "--year", "2000-2026")[1]
    assert all(is_shown(word) for word in text.split() if word.startswith("http"))


def test_the_address_that_a_file_gives_is_shown_if_it_is_official(tmp_path: Path) -> None:
    text = (
        "reference,name,url\nFS50000001,Blogged Council,https://panopticonblog.com/a\n"
        "FS50000002,Noted Council,https://ico.org.uk/a.pdf\n"
    )
    into = tmp_path / "dn"
    run("notices", write(tmp_path, "dn.csv", text), "--into", into)
    assert "panopticon" not in run("notices", "--in", into, "--subject", "Blogged")[1]
    assert "https://ico.org.uk/a.pdf" in run("notices", "--in", into, "--subject", "Noted")[1]


@pytest.mark.parametrize("years", ["2026-2020", "20", "twenty", "2020-21", "-2020"])
def test_years_are_years_in_their_order(years: str) -> None:
    code, out, err = run("notices", f"--year={years}")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
