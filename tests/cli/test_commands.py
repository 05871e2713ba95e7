"""The command line as a contract: forms, exit statuses, plain sentences."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable.cli.app import app
from answerable.letters.samples import sample

RUN = CliRunner()
LAWFUL = """Tarnbrook Borough Council

Reference TBC/26/9
9 June 2026

Dear applicant

Freedom of Information Act 2000

You asked on 13 May 2026 for the report on the market hall roof. The Council holds the report and a copy is enclosed.

Yours faithfully

Information Officer
"""


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    path = tmp_path / "seed.txt"
    path.write_text(sample("seed_letter.txt"), encoding="utf-8")
    return path


@pytest.fixture
def lawful(tmp_path: Path) -> Path:
    path = tmp_path / "lawful.txt"
    path.write_text(LAWFUL, encoding="utf-8")
    return path


def run(*args: object, text: str | None = None) -> tuple[int, str, str]:
    result = RUN.invoke(app, [str(arg) for arg in args], input=text)
    return result.exit_code, result.stdout, result.stderr


def test_audit_gives_the_json_of_the_contract(seed: Path) -> None:
    code, out, _ = run("audit", seed, "--format", "json")
    assert code == 1
    [letter] = json.loads(out)["letters"]
    assert letter["outcome"] == "ncnd"
    assert letter["ncnd"] is True
    assert letter["shows"]["regulator_right"] is False
    assert len(letter["questions"]) == 5
    for finding in letter["findings"]:
        start, end = finding["where"]["span"]
        assert 0 <= start <= end <= letter["chars"]
    assert letter["text"] == sample("seed_letter.txt")


def test_audit_of_a_lawful_letter_ends_with_0(lawful: Path) -> None:
    code, out, _ = run("audit", lawful)
    assert code == 0
    assert "Nothing found to put right" in out


def test_what_is_refused_for_safety_ends_with_3_and_with_never_as_unusable(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 400_000_000)
    for more, status in (((), 3), (("--fail-on", "info"), 3), (("--fail-on", "never"), 2)):
        code, out, err = run("audit", bomb, *more)
        assert (code, out) == (status, "")
        assert "was not opened" in err


def test_fail_on_decides_the_status(seed: Path) -> None:
    assert run("audit", seed, "--fail-on", "never")[0] == 0
    assert run("audit", seed, "--fail-on", "critical")[0] == 0
    assert run("audit", seed, "--fail-on", "low")[0] == 1


def test_select_and_ignore_take_codes_ids_and_families(seed: Path) -> None:
    def slugs(*args: str) -> set[str]:
        letters = json.loads(run("audit", seed, "--format", "json", *args)[1])["letters"]
        return {finding["slug"] for finding in letters[0]["findings"]}

    assert slugs("--select", "s50-missing") == {"s50-missing"}
    assert slugs("--select", "SN101") == {"s50-missing"}
    assert all(not slug.startswith("ncnd") for slug in slugs("--ignore", "NC"))
    code, _, err = run("audit", seed, "--select", "ZZ999")
    assert code == 2
    assert "ZZ999" in err


def test_a_folder_is_walked_and_one_bad_file_is_named_in_its_place(
    tmp_path: Path, seed: Path
) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    code, out, _ = run("audit", tmp_path, "--format", "json")
    letters = json.loads(out)["letters"]
    assert len(letters) == 2
    assert "empty" in next(letter["error"] for letter in letters if "error" in letter)
    assert code == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        ("Réponse".encode("cp1252"), "UTF-8"),
        (
            b"Dear Council, please send me the minutes of the market committee for 2025. Thank you.",
            "request",
        ),
        (
            b"Milk, eggs, bread and a bag of apples from the corner shop on the way home tonight.",
            "does not read as a reply",
        ),
    ],
)
def test_what_cannot_be_audited_is_one_sentence_and_status_2(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    code, out, err = run("audit", path)
    assert code == 2
    assert words in err
    assert len(err.strip().splitlines()) == 1
    assert out == ""


def test_a_file_too_large_is_status_3(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as big:
        big.truncate(200 * 1024 * 1024)
    assert run("audit", path)[0] == 3


def test_dates_let_time_be_judged(lawful: Path) -> None:
    code, out, _ = run(
        "audit", lawful, "--received", "2026-03-02", "--sent", "2026-06-09", "--format", "json"
    )
    slugs = {f["slug"] for f in json.loads(out)["letters"][0]["findings"]}
    assert "late-notice" in slugs
    assert code == 1
    assert run("audit", lawful, "--received", "soon")[0] == 2


def test_standard_input_is_read() -> None:
    code, out, _ = run("audit", "-", text=LAWFUL)
    assert code == 0
    assert "Tarnbrook" in out


def test_explain_prints_a_page_and_rules_a_list() -> None:
    assert "# SN101" in run("audit", "--explain", "s50-missing")[1]
    assert "s50-missing" in run("audit", "--rules")[1]
    assert run("audit", "--explain", "nonsense")[0] == 2


def test_fix_proposes_and_marks(tmp_path: Path, seed: Path) -> None:
    for name in ("fixed.txt", "fixed.html", "fixed.docx"):
        run("audit", seed, "--fix", tmp_path / name, "--fail-on", "never")
        assert (tmp_path / name).stat().st_size > 1000
    assert "[PROPOSED, SN101:" in (tmp_path / "fixed.txt").read_text(encoding="utf-8")
    assert run("audit", seed, "--fix", tmp_path / "fixed.xyz", "--fail-on", "never")[0] == 2


def test_questions_gives_the_json_of_the_contract() -> None:
    text = "1. How many skips were hired in 2025?\n2. Which firm supplied them?\n"
    code, out, _ = run("questions", "-", "--format", "json", text=text)
    found = json.loads(out)
    assert code == 0
    assert [q["number"] for q in found["questions"]] == ["1", "2"]
    assert found["wants_counts"] is True
    assert found["regime"] == "FOIA"


def test_due_gives_the_json_of_the_contract() -> None:
    code, out, _ = run("due", "2026-03-10", "--regime", "foia", "--format", "json")
    found = json.loads(out)
    assert code == 0
    assert found["due"] == "2026-04-10"
    assert found["counted_from"] == "2026-03-10"
    assert {"date", "counts", "n", "why"} == set(found["workings"][0])
    skipped = {w["date"]: w["why"] for w in found["workings"] if not w["counts"]}
    assert skipped["2026-03-17"] == "bank holiday in Northern Ireland"


def test_due_draws_its_workings() -> None:
    assert run("due", "2026-03-10", "--format", "svg")[1].startswith("<svg")
    assert "<table>" in run("due", "2026-03-10", "--format", "html")[1]
    assert "does not count" in run("due", "2026-03-10")[1]


@pytest.mark.parametrize(
    "args",
    [
        ("2026-13-10",),
        ("2026-03-10", "--regime", "french"),
        ("2026-03-10", "--event", "nonsense=2026-03-12"),
        ("2026-03-10", "--event", "fee_received"),
        ("2026-03-10", "--clock", "nonsense"),
        (),
    ],
)
def test_due_refuses_nonsense_in_one_sentence(args: tuple[str, ...]) -> None:
    code, _, err = run("due", *args)
    assert code == 2
    assert len(err.strip().splitlines()) == 1


def test_due_runs_a_file_of_vectors(tmp_path: Path) -> None:
    path = tmp_path / "v.yaml"
    path.write_text(
        "test_vectors:\n- {id: A, regime: FOIA, received: '2026-03-10', events: [], due: '2026-04-10'}\n"
    )
    assert run("due", "--vectors", path)[0] == 0
    path.write_text(
        "test_vectors:\n- {id: A, regime: FOIA, received: '2026-03-10', events: [], due: '2026-04-11'}\n"
    )
    assert run("due", "--vectors", path)[0] == 1


def test_draft_writes_every_format(tmp_path: Path) -> None:
    record = tmp_path / "decision.yaml"
    record.write_text(sample("seed_decision.yaml"), encoding="utf-8")
    for ending in ("txt", "html", "docx", "pdf"):
        out = tmp_path / f"notice.{ending}"
        assert run("draft", record, "-o", out)[0] == 0
        assert run("audit", out)[0] == 0


def test_draft_refuses_what_lacks_something_and_says_what(tmp_path: Path) -> None:
    record = tmp_path / "decision.yaml"
    text = sample("seed_decision.yaml").replace("        matter: s.31(1)(a)\n", "")
    record.write_text(text, encoding="utf-8")
    out = tmp_path / "notice.txt"
    code, said, _ = run("draft", record, "-o", out)
    assert code == 1
    assert "ncnd-no-underlying-matter" in said
    assert not out.exists()
    assert run("draft", record, "-o", out, "--draft")[0] == 0
    assert "DRAFT" in out.read_text(encoding="utf-8")


def test_the_tour_writes_the_letter_and_the_notice(tmp_path: Path) -> None:
    code, out, _ = run("tour", "--into", tmp_path / "out")
    assert code == 0
    assert "Leicester City Council" in out
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {
        "annotated-letter.html",
        "notice.txt",
        "notice.html",
        "notice.docx",
        "notice.pdf",
    } <= names


HEAVY = (
    "answerable.audit.rules",
    "answerable.letters.reading",
    "answerable.law.load",
    "docx",
    "typst",
    "msgspec",
    "jinja2",
    "lxml",
    "yaml",
    "rich",
)


def test_help_loads_neither_the_rules_nor_a_writer() -> None:
    """What makes the start fast: nothing is read or loaded before a command asks for it."""
    program = (
        "import runpy, sys\n"
        "sys.argv = ['answerable', '--help']\n"
        "try:\n    runpy.run_module('answerable', run_name='__main__')\n"
        "except SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert b"audit" in done.stdout
    assert not {name.decode() for name in done.stderr.split()} & set(HEAVY)


@pytest.mark.parametrize("year", [1990, 2011, 2030, 2099])
def test_a_letter_of_an_odd_year_is_audited_all_the_same(tmp_path: Path, year: int) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(
        f"Tarn Council\n\n10 June {year}\n\nDear Sir\n\nYour request of 3 March {year} under the "
        "Freedom of Information Act 2000 was for names. We refuse it under section 40(2).\n"
    )
    status, out, _ = run("audit", str(letter), "--format", "json")
    assert status == 1
    assert "s50-missing" in out


def test_a_day_beyond_the_calendar_is_refused_by_name(lawful: Path) -> None:
    status, _, err = run("audit", lawful, "--received", "2035-01-01")
    assert status == 2
    assert "outside the calendar" in err


def test_a_letter_cannot_have_gone_before_its_request_came(lawful: Path) -> None:
    status, _, err = run("audit", lawful, "--received", "2026-03-03", "--sent", "2026-02-01")
    assert status == 2
    assert "before" in err


def test_one_letter_that_cannot_be_used_is_not_passed_over_in_the_status(
    lawful: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert run("audit", lawful, str(tmp_path / "empty.txt"))[0] == 2


def test_questions_of_a_reply_say_that_it_is_one(lawful: Path, tmp_path: Path) -> None:
    code, out, err = run("questions", lawful, "--format", "json")
    assert code == 0
    assert "questions" in json.loads(out)
    assert "reads as a reply" in err
    request = tmp_path / "request.txt"
    request.write_text("Please send all letters in which you withheld information.\n", "utf-8")
    assert run("questions", request)[2] == ""
