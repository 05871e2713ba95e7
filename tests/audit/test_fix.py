"""The words that ``audit --fix`` proposes, and where it may write them."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from answerable import law
from answerable.audit import Case, audit_letter
from answerable.audit.fix import proposals
from answerable.cli.app import app
from answerable.letters import read_letter

EIR = """10 March 2026

Dear Mr Smith

Environmental Information Regulations 2004 - request 123 of 3 March 2026

We hold the report you asked for. We refuse your request under regulation 12(5)(e) because disclosure would adversely affect the confidentiality of commercial information.

Yours, FOI team
"""
FOIA = EIR.replace("Environmental Information Regulations 2004", "Freedom of Information Act 2000")
FOIA = FOIA.replace("regulation 12(5)(e)", "section 43(2)").replace(
    "adversely affect the confidentiality of commercial information", "prejudice our interests"
)
FOISA = FOIA.replace("Act 2000", "(Scotland) Act 2002").replace("section 43(2)", "section 33(1)(b)")


def proposed(text: str) -> list[tuple[str, str]]:
    letter = read_letter(text)
    return [(p.slug, p.words) for p in proposals(letter, audit_letter(letter, Case()))]


@pytest.mark.parametrize("text", [EIR, FOIA])
def test_the_commissioner_comes_after_the_review(text: str) -> None:
    slugs = [slug for slug, _ in proposed(text)]
    assert slugs[-1] == "s50-missing"
    assert len(slugs) > 1


@pytest.mark.parametrize(("text", "where"), [(EIR, "uk"), (FOIA, "uk"), (FOISA, "scotland")])
def test_the_commissioners_address_is_that_of_the_law_data(text: str, where: str) -> None:
    words = " ".join(words for _, words in proposed(text))
    regulator = law.table("regulators")[where]
    assert f"{regulator['address']}, {regulator['online']}" in words
    assert "[address of the Commissioner]" not in words


def test_no_paragraph_is_proposed_twice() -> None:
    for text in (EIR, FOIA, FOISA):
        words = [words for _, words in proposed(text)]
        assert len(words) == len(set(words))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in.txt").write_text(EIR, encoding="utf-8")
    return tmp_path


def run(*args: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["audit", *map(str, args)])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("option", ["--fix", "-o", "--output"])
def test_the_letter_is_never_written_over(folder: Path, option: str) -> None:
    letter = folder / "in.txt"
    code, out, err = run(letter, option, folder / "." / "in.txt")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert letter.read_text(encoding="utf-8") == EIR


def test_a_link_to_the_letter_is_the_letter(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "in.txt")
    assert run(folder / "in.txt", "--fix", folder / "link.txt")[0] == 2
    assert (folder / "in.txt").read_text(encoding="utf-8") == EIR


def test_the_request_is_not_written_over_either(folder: Path) -> None:
    (folder / "asked.txt").write_text("Please send the report.", encoding="utf-8")
    code, _, _ = run(
        folder / "in.txt", "--request", folder / "asked.txt", "--fix", folder / "asked.txt"
    )
    assert code == 2
    assert (folder / "asked.txt").read_text(encoding="utf-8") == "Please send the report."


def test_a_letter_of_the_folder_read_is_not_written_over(folder: Path) -> None:
    assert run(folder, "--fix", folder / "in.txt")[0] == 2
    assert (folder / "in.txt").read_text(encoding="utf-8") == EIR


def test_an_unknown_form_is_refused_before_the_report(folder: Path) -> None:
    code, out, _ = run(folder / "in.txt", "--fix", folder / "out.xyz")
    assert (code, out) == (2, "")


def test_another_name_is_written(folder: Path) -> None:
    run(folder / "in.txt", "--fix", folder / "out.txt")
    assert "[PROPOSED, SN101:" in (folder / "out.txt").read_text(encoding="utf-8")
    assert (folder / "in.txt").read_text(encoding="utf-8") == EIR


ROUTE = (
    "\nYou may ask for an internal review within 40 working days by writing to foi@tarn.gov.uk.\n"
)
EISR = EIR.replace(
    "Environmental Information Regulations", "Environmental Information (Scotland) Regulations"
).replace("regulation 12(5)(e)", "regulation 10(5)(e)")
REGULATION_16 = """
You may ask us to review this under regulation 16 within 40 working days of receiving this letter, by writing to foi@strath.gov.uk.
"""


def test_a_review_paragraph_gets_the_time_it_lacks_and_no_second_paragraph() -> None:
    text = FOIA.replace("\nYours,", ROUTE + "\nYours,")
    words = dict(proposed(text))
    assert words["review-incomplete"].startswith(" You should have our answer")
    assert "20 working days" in words["review-incomplete"]
    assert not any("[address" in each for each in words.values())


def test_a_scottish_review_is_not_called_internal_and_has_the_scottish_times() -> None:
    for text in (FOISA, EISR):
        words = " ".join(words for _, words in proposed(text))
        assert "internal review" not in words
        assert "within 40 working days of receiving" in words
        assert "answer within 20 working days" in words
        assert "regulation 11" not in words


def test_a_scottish_letter_that_has_its_review_keeps_it() -> None:
    text = EISR.replace("\nYours,", REGULATION_16 + "\nYours,")
    words = dict(proposed(text))
    assert "eir-no-reg11" not in words
    assert words["foisa-s19-missing"].startswith("If you are dissatisfied with the outcome")


def test_the_address_that_the_letter_gives_is_used() -> None:
    text = FOIA.replace("Yours, FOI team", "Questions to foi@tarn.gov.uk.\n\nYours, FOI team")
    words = dict(proposed(text))["review-missing"]
    assert "write to foi@tarn.gov.uk within" in words


def test_two_addresses_leave_the_choice_to_the_officer() -> None:
    both = "Questions to foi@tarn.gov.uk, or to press@tarn.gov.uk.\n\nYours, FOI team"
    words = dict(proposed(FOIA.replace("Yours, FOI team", both)))["review-missing"]
    assert "[address and email for reviews]" in words
