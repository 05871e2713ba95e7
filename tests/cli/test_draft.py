"""``answerable draft``: four forms, refusals that say what, one sentence for bad input."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from answerable import law
from answerable.cli.app import app
from answerable.letters.samples import example, sample

RUN = CliRunner()
KINDS = sorted(notice.kind for notice in law.notices())


def run(*args: object, text: str | bytes | None = None) -> Result:
    return RUN.invoke(app, ["draft", *map(str, args)], input=text)


def one_sentence(result: Result) -> str:
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    assert result.stderr.startswith("answerable: ")
    assert result.stderr.count("\n") == 1
    return result.stderr


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    path = tmp_path / "decision.yaml"
    path.write_text(example("foia_refusal"), encoding="utf-8")
    return path


@pytest.fixture
def lacking(tmp_path: Path) -> Path:
    path = tmp_path / "lacking.yaml"
    text = example("foia_refusal").replace("whose: the company that won the contract", "whose:")
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_printed_and_drafts(kind: str, tmp_path: Path) -> None:
    printed = run("--example", kind)
    assert printed.exit_code == 0
    assert printed.stdout.startswith("# ")
    path, out = tmp_path / "d.yaml", tmp_path / "letter.txt"
    path.write_text(printed.stdout, encoding="utf-8")
    assert run(path, "-o", out).exit_code == 0
    assert "Yours faithfully" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("ending", "start"),
    [("txt", b"Wexcombe"), ("html", b"<!doctype html>"), ("docx", b"PK"), ("pdf", b"%PDF-")],
)
def test_each_form_is_written(ending: str, start: bytes, whole: Path, tmp_path: Path) -> None:
    out = tmp_path / f"letter.{ending}"
    assert run(whole, "-o", out).exit_code == 0
    assert out.read_bytes().startswith(start)


def test_the_text_goes_to_standard_output_alone(whole: Path) -> None:
    result = run(whole)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Wexcombe District Council")


def test_a_record_may_come_from_standard_input() -> None:
    result = run("-", text=example("foia_s21"))
    assert result.exit_code == 0
    assert "section 21(1)" in result.stdout


def test_a_byte_order_mark_does_no_harm() -> None:
    assert run("-", text=b"\xef\xbb\xbf" + example("foia_s21").encode()).exit_code == 0


def test_what_is_missing_is_refused_and_nothing_is_written(lacking: Path, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    result = run(lacking, "-o", out)
    assert result.exit_code == 1
    assert "s43-no-whose" in result.stdout
    assert "field “whose”" in result.stdout
    assert not out.exists()


def test_the_findings_are_json_of_the_contract(lacking: Path, tmp_path: Path) -> None:
    result = run(lacking, "-o", tmp_path / "letter.pdf", "--format", "json")
    assert result.exit_code == 1
    [finding] = json.loads(result.stdout)["findings"]
    assert finding["slug"] == "s43-no-whose"
    assert {"code", "severity", "certainty", "message", "cites", "where", "excerpt", "fix"} <= set(
        finding
    )


def test_a_whole_record_has_an_empty_list_of_findings(whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "letter.txt"
    result = run(whole, "-o", out, "--format", "json")
    assert json.loads(result.stdout) == {"findings": []}
    assert out.exists()


def test_a_draft_is_written_all_the_same_and_says_so(lacking: Path, tmp_path: Path) -> None:
    out = tmp_path / "letter.html"
    assert run(lacking, "-o", out, "--draft").exit_code == 0
    assert "DRAFT: NOT FOR SENDING" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "field", "slug"),
    [
        ("foia_refusal", "review_contact", "review-missing"),
        ("foia_refusal", "provision", "no-section"),
        ("foia_s12", "advice", "s12-no-advice"),
        ("foia_not_held", "searches", "search-inadequate"),
    ],
)
def test_a_mandatory_text_that_is_missing_is_a_finding_and_a_gap_in_the_draft(
    kind: str, field: str, slug: str, tmp_path: Path
) -> None:
    lines = example(kind).splitlines()
    at = next(n for n, row in enumerate(lines) if row.lstrip(" -").startswith(f"{field}:"))
    inset = len(lines[at]) - len(lines[at].lstrip(" -"))
    until = next(
        n for n in range(at + 1, len(lines)) if len(lines[n]) - len(lines[n].lstrip()) <= inset
    )
    lines[at:until] = [lines[at][:inset] + f"{field}:"]
    path, out = tmp_path / "d.yaml", tmp_path / "letter.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    refused = run(path, "-o", out, "--format", "json")
    assert refused.exit_code == 1
    assert slug in [each["slug"] for each in json.loads(refused.stdout)["findings"]]
    assert not out.exists()
    assert run(path, "-o", out, "--draft").exit_code == 0
    assert f"[MISSING: {field}]" in out.read_text(encoding="utf-8")


def test_a_draft_on_the_screen_keeps_findings_apart(lacking: Path) -> None:
    result = run(lacking, "--draft")
    assert result.stdout.startswith("DRAFT: NOT FOR SENDING")
    assert "s43-no-whose" in result.stderr


def test_the_schema_is_printed() -> None:
    result = run("--schema")
    jsonschema.Draft202012Validator.check_schema(json.loads(result.stdout))


def test_an_unknown_kind_of_example_is_one_sentence() -> None:
    result = run("--example", "foia_love_letter")
    assert result.exit_code == 2
    assert "There is no notice" in one_sentence(result)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"kind: [", b"- 1", b"kind: foia_s12\n"])
def test_bad_input_is_one_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_bytes(content)
    result = run(path, "-o", tmp_path / "letter.txt")
    assert result.exit_code == 2
    one_sentence(result)
    assert not (tmp_path / "letter.txt").exists()


def test_a_file_that_is_not_there_a_folder_and_no_file_are_one_sentence(tmp_path: Path) -> None:
    for args in ((tmp_path / "no.yaml",), (tmp_path,), ()):
        result = run(*args)
        assert result.exit_code == 2
        one_sentence(result)


def test_an_ending_that_is_not_known_is_refused_before_anything_else(whole: Path) -> None:
    result = run(whole, "-o", "letter.odt")
    assert result.exit_code == 2
    assert ".docx" in one_sentence(result)


def test_a_huge_record_is_refused_for_safety(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_bytes(b"# x\n" * 1_000_000)
    result = run(path)
    assert result.exit_code == 3
    one_sentence(result)


def test_a_folder_that_cannot_be_written_is_one_sentence(whole: Path, tmp_path: Path) -> None:
    result = run(whole, "-o", tmp_path / "nowhere" / "letter.pdf")
    assert result.exit_code == 2
    one_sentence(result)


def test_an_authority_can_give_its_own_template(whole: Path, tmp_path: Path) -> None:
    template, out = tmp_path / "own.docx", tmp_path / "letter.docx"
    assert run(whole, "-o", template).exit_code == 0
    template.write_bytes(b"no")
    result = run(whole, "-o", out, "--template", template)
    assert result.exit_code == 2
    assert "template" in one_sentence(result)
    assert not out.exists()


WELSH = sample("welsh_decision.yaml")


@pytest.mark.parametrize("args", [(), ("--language", "cy")])
def test_a_record_in_welsh_gives_a_letter_in_welsh(args: tuple[str, ...]) -> None:
    result = run("-", *args, text=WELSH)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Mae Cyngor Sir Dyffryn Arlais yn dal y wybodaeth hon." in result.stdout
    assert "o dan adran 17" in result.stdout


def test_the_same_record_in_english_is_its_twin() -> None:
    result = run("-", "--language", "en", text=WELSH)
    assert result.exit_code == 0
    assert "This letter is a refusal notice under section 17." in result.stdout


@pytest.mark.parametrize("more", [(), ("--draft",)])
def test_a_letter_without_its_welsh_is_refused_by_name(
    more: tuple[str, ...], whole: Path, tmp_path: Path
) -> None:
    out = tmp_path / "letter.pdf"
    result = run(whole, "--language", "cy", "-o", out, *more)
    assert result.exit_code == 2
    said = one_sentence(result)
    assert "the decision on question 1, “severance”" in said
    assert "“signed” (“Information Governance Officer”)" in said
    assert not out.exists()


def test_scottish_law_is_refused_in_welsh() -> None:
    result = run("-", "--language", "cy", text=example("foisa_refusal"))
    assert result.exit_code == 2
    assert "A letter under FOISA is not written in Welsh" in one_sentence(result)


def test_a_language_that_is_not_known_is_refused() -> None:
    assert run("-", "--language", "fr", text=WELSH).exit_code == 2


def test_what_the_english_twin_lacks_refuses_the_welsh_letter(tmp_path: Path) -> None:
    late = WELSH.replace("sent: 2026-03-24", "sent: 2026-06-24")
    result = run("-", "-o", tmp_path / "letter.pdf", text=late)
    assert result.exit_code == 1
    assert "late-notice" in result.stdout
    assert not (tmp_path / "letter.pdf").exists()


@pytest.mark.parametrize("new", ["received: 10/12/2026", "received: [1]", "receievd: 2026-03-03"])
def test_of_a_wrong_record_nothing_is_written(new: str, tmp_path: Path) -> None:
    path, out = tmp_path / "d.yaml", tmp_path / "letter.pdf"
    path.write_text(example("foia_refusal").replace("received: 2026-03-03", new), encoding="utf-8")
    result = run(path, "-o", out)
    assert result.exit_code == 2
    assert "line 11: " in one_sentence(result)
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_record_of_five_megabytes_is_refused_for_safety(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(example("foia_refusal") + "# " + "x" * 5_000_000, encoding="utf-8")
    result = run(path)
    assert result.exit_code == 3
    assert "more than 400,000 characters" in one_sentence(result)


def test_the_audit_of_a_record_points_to_its_draft(whole: Path) -> None:
    result = RUN.invoke(app, ["audit", str(whole)])
    assert result.exit_code == 2
    assert "answerable draft" in one_sentence(result)
