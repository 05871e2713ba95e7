"""``answerable law``: a page per provision, plain when piped, one sentence for what is unknown."""

import json

import pytest
from typer.testing import CliRunner

from answerable import law
from answerable.cli.app import app
from answerable.cli.law_page import gather, wanted
from answerable.cli.law_text import to_text
from answerable.law.cites import parse_one
from answerable.model import UnusableInputError


def run(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["law", *args])
    return result.exit_code, result.stdout, result.stderr


def test_a_section_shows_what_an_officer_needs():
    code, out, _ = run("s31")
    assert code == 0
    assert out.startswith("section 31 of the Freedom of Information Act 2000\nLaw enforcement\n")
    for words in (
        "qualified",
        "would or would be likely to",
        "s.31(1)(a)",
        "prevention or detection of crime",
        "FOIA s.31(3)",
        "s.17(3)(a)",
        "s.17(3)(b)",
        "s.17(7)(b)",
        "after 100 years",
        "Common mistakes",
        "(2)(c) ascertain whether circumstances justify regulatory action",
        "https://www.legislation.gov.uk/ukpga/2000/36/section/31",
    ):
        assert words in out, words


def test_piped_text_is_plain():
    _, out, _ = run("s40(2)")
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_on_a_terminal_it_is_coloured_and_says_the_same():
    page = gather(parse_one("FOIA s.24(2)"))
    plain, coloured = (to_text(page, colour=colour, width=90) for colour in (False, True))
    assert "\x1b[" in coloured
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).split() == plain.split()
    assert all(len(line) <= 90 for line in plain.splitlines() if "http" not in line)


def test_both_sides_of_a_contested_point_are_shown_and_what_is_safe():
    _, out, _ = run("s40(5B)")
    assert "contested" in out
    assert "absolute: Information Commissioner" in out
    assert "qualified, because" in out
    assert "Meanwhile:" in out


def test_an_absolute_exemption_asks_no_balance():
    _, out, _ = run("s21")
    assert "absolute" in out
    assert "none is asked" in out
    assert "no limb that lifts the duty" in out


def test_a_section_with_limbs_of_both_kinds_says_so():
    assert "the limbs marked qualified ask one" in run("s40(2)")[1]
    assert "the others are absolute" in run("s37")[1]
    assert "a public interest balance decides" in run("s31")[1]


def test_a_qualified_person_is_named():
    _, out, _ = run("s36")
    assert "QUALIFIED PERSON" in out


def test_a_procedural_section_shows_what_rests_on_it():
    _, out, _ = run("s17")
    assert "procedure" in out
    assert "Neither confirm nor deny (FOIA)" in out
    assert "neither confirms nor denies holding" in out


def test_json_is_the_same_page_as_data():
    code, out, _ = run("s31", "--format", "json")
    page = json.loads(out)
    assert code == 0
    assert page["cite"] == "FOIA s.31"
    assert page["status"] == "qualified"
    assert page["ncnd_limbs"] == ["FOIA s.31(3)"]
    assert len(page["limbs"]) == 9
    assert page["link"] == "https://www.legislation.gov.uk/ukpga/2000/36/section/31"
    assert page["notice"]["neither_confirming_nor_denying"]["must"]
    assert {"slug", "title"} == set(page["defects"][0])


@pytest.mark.parametrize("row", law.provisions(), ids=lambda row: row.id)
def test_every_provision_on_record_has_a_page_with_official_addresses_only(row):
    from answerable.cli.law_page import as_json

    page = gather(wanted(row.cite, None))
    text = to_text(page, colour=False, width=100) + json.dumps(as_json(page))
    assert row.title.partition(":")[0] in page.title or not page.title
    for host in ("github.com", "panopticon", "whatdotheyknow", "documents.pub", "blog"):
        assert host not in text
    assert all(law.is_shown(url) for url in page.sources)


def test_the_list_shows_every_provision_on_record():
    code, out, _ = run()
    assert code == 0
    for row in law.provisions():
        assert row.cite.partition(" ")[2] in out
    code, out, _ = run("--format", "json")
    assert len(json.loads(out)) == len(law.provisions())
    _, out, _ = run("--regime", "eisr")
    assert "reg.10(4)(b)" in out
    assert "FOIA" not in out


@pytest.mark.parametrize(
    ("typed", "cite"),
    [
        (("s31",), "FOIA s.31"),
        (("31(1)(a)",), "FOIA s.31(1)(a)"),
        (("section", "31(1)(a)"), "FOIA s.31(1)(a)"),
        (("s1",), "FOIA s.1"),
        (("FOISA", "s33"), "FOISA s.33"),
        (("s33", "--regime", "foisa"), "FOISA s.33"),
        (("--regime", "foisa", "s33"), "FOISA s.33"),
        (("12(5)(e)", "--regime", "eir"), "EIR reg.12(5)(e)"),
        (("reg", "12(5)(e)"), "EIR reg.12(5)(e)"),
        (("EIR 12(5)(e)",), "EIR reg.12(5)(e)"),
        (("reg 10(4)(b)", "--regime", "eisr"), "EISR reg.10(4)(b)"),
        (("--format=json", "s24(2)"), "FOIA s.24(2)"),
    ],
)
def test_what_can_be_typed(typed, cite):
    args = typed if "--format=json" in typed else (*typed, "--format", "json")
    code, out, _ = run(*args)
    assert code == 0
    assert json.loads(out)["cite"] == cite


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("blah", "is not a provision"),
        ("s99", "is not a provision"),
        ("s31(4)", "does not exist"),
        ("s40(5)(b)(i)", "does not exist"),
        ("s24 and s31", "2 provisions"),
        ("Children Act s17", "is not a provision"),
        ("s60", "Nothing is on record"),
    ],
)
def test_what_is_unknown_is_said_in_one_sentence(typed, words):
    code, out, err = run(typed)
    assert code == 2
    assert out == ""
    assert words in err
    assert len(err.strip().splitlines()) == 1
    with pytest.raises(UnusableInputError):
        gather(wanted(typed, None))


def test_it_is_written_to_a_file_plain_and_whole(tmp_path):
    place = tmp_path / "s31.txt"
    code, out, _ = run("s31", "-o", str(place))
    assert (code, out) == (0, "")
    assert place.read_text("utf-8") == run("s31")[1]
    code, _, err = run("s31", "-o", str(tmp_path / "no" / "such" / "place.txt"))
    assert code == 2
    assert "cannot be written" in err


def test_holidays_still_answer_beside_it():
    code, out, _ = run("holidays", "--year", "2026")
    assert code == 0
    assert "2026" in out


@pytest.mark.parametrize(
    ("typed", "cite"),
    [
        ("EIR 13", "EIR reg.13"),
        ("eir 12(5)(e)", "EIR reg.12(5)(e)"),
        ("foisa 38", "FOISA s.38"),
        ("FOI 12", "FOIA s.12"),
        ("FOIA 40(2)", "FOIA s.40(2)"),
        ("EI(S)R 10", "EISR reg.10"),
        ("s1", "FOIA s.1"),
        ("section 8", "FOIA s.8"),
    ],
)
def test_the_law_and_a_number_are_enough_when_a_provision_is_asked_for(typed, cite):
    assert str(wanted(typed, None)) == cite


@pytest.mark.parametrize("typed", ["EIR", "FOI 2026/0031", "EIR 2004", "40 EIR", "FOISA 99"])
def test_a_law_and_a_number_that_it_has_not_are_refused(typed):
    with pytest.raises(UnusableInputError):
        wanted(typed, None)


def test_limbs_side_by_side_are_alternatives_and_others_go_together():
    _, out, _ = run("EIR reg 13")
    assert "EIR reg.13(5A)(b) with EIR reg.13(5B)(c), (d) or (e)" in " ".join(out.split())
    assert "EIR reg.13(5A)(a) with EIR reg.13(5B)(a)(i)" in out
    assert "FOIA s.40(5B)(c) or (d)" in " ".join(run("s40(2)")[1].split())


def test_the_law_of_a_day_is_asked_for_by_the_day():
    code, out, _ = run("s40(3)(a)(i)", "--on", "2016-02-03")
    assert code == 0
    assert "it changed on 25 May 2018" in " ".join(out.split())
    code, out, _ = run("s40(5B)", "--on", "2020-01-01", "--format", "json")
    told = json.loads(out)
    assert (told["on"], told["since"], told["until"]) == ("2020-01-01", "2018-05-25", None)
    assert "on" not in json.loads(run("s40(5B)", "--format", "json")[1])


@pytest.mark.parametrize(
    ("args", "why"),
    [
        (("s40(3)(a)(i)",), "does not exist now; it stood until 25 May 2018"),
        (("s40(3)(a)(i)", "--on", "2018-05-25"), "it went on 25 May 2018"),
        (("s40(5B)", "--on", "2016-02-03"), "it came on 25 May 2018"),
        (("s22A", "--on", "2014-09-30"), "it came on 1 October 2014"),
        (("s31", "--on", "1999-01-01"), "before the right to information began"),
        (("s31", "--on", "yesterday"), "is not a date"),
        (("s31(9)", "--on", "2016-02-03"), "does not now"),
    ],
)
def test_what_did_not_stand_that_day_is_said_in_a_sentence(args, why):
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert why in err


def test_the_list_of_a_day_leaves_out_what_came_later():
    cites = [
        {row["cite"] for row in json.loads(run("list", "--format", "json", *more)[1])}
        for more in ((), ("--on", "2010-01-01"), ("--on", "2026-01-01"))
    ]
    assert cites[0] == cites[2]
    assert cites[1] < cites[0]
    assert {"FOIA s.22A(1)", "FOIA s.37(1)(ab)"} <= cites[0] - cites[1]


def test_the_holidays_are_data_too():
    code, out, _ = run("holidays", "--format", "json", "--year", "2026")
    told = json.loads(out)
    assert code == 0
    assert {"edition", "from", "to", "holidays"} == set(told)
    assert {"date": "2026-01-02", "parts": ["scotland"]} in told["holidays"]
    assert all(row["date"].startswith("2026") for row in told["holidays"])
