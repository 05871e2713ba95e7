"""Every check fires in a file that holds its thing, and is silent in the nearest that does not."""

import pytest
from tests.gate.cases import CASES, File, documents
from tests.gate.cases.making import pptx

from answerable.gate.checks import all_checks
from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT
from answerable.gate.report import FileReport
from answerable.model import Severity

SLUGS = [check.slug for check in all_checks()]


def look(file: File) -> FileReport:
    make, name = file
    return inspect_here(make(), name, DEFAULT, "full")


def test_every_check_has_a_firing_and_a_silent_file_and_no_other_has():
    assert sorted(CASES) == SLUGS


@pytest.mark.parametrize("slug", SLUGS)
def test_the_check_fires(slug):
    report = look(CASES[slug][0])
    assert slug in {finding.slug for finding in report.findings}, report


@pytest.mark.parametrize("slug", SLUGS)
def test_the_check_is_silent_and_the_file_passes(slug):
    report = look(CASES[slug][1])
    assert slug not in {finding.slug for finding in report.findings}
    assert report.verdict == "pass", report


@pytest.mark.parametrize("check", all_checks(), ids=SLUGS)
def test_a_check_that_holds_files_holds_its_own(check):
    holds = check.severity >= Severity.MEDIUM
    assert (look(CASES[check.slug][0]).verdict == "hold") >= holds


@pytest.mark.parametrize("name", ["_AuthorEmail", "_EmailSubject", "_CaseWorker", "Reviewer"])
def test_a_property_that_may_name_somebody_holds_the_file(name):
    assert look((lambda: documents._property(name), "a.docx")).verdict == "hold"


@pytest.mark.parametrize("name", ["_NewReviewCycle", "_AdHocReviewCycleID", "KSOProductBuildVer"])
def test_a_property_that_programs_write_everywhere_is_a_note(name):
    assert look((lambda: documents._property(name), "a.docx")).verdict == "pass"


def test_the_margins_of_printed_notes_are_noted_and_their_numbers_are_not():
    def notes(kind: str) -> bytes:
        body = documents.NOTES.format(kind=kind, words="Draft of A. Clerk")
        return pptx(
            parts={"ppt/notesSlides/notesSlide1.xml": body},
            links=(("notesSlide", "../notesSlides/notesSlide1.xml"),),
        )

    for kind, found in (
        ("ftr", {"header_footer", "empty_hidden"}),
        ("sldNum", {"empty_hidden"}),
        ("body", {"speaker_notes"}),
    ):
        report = look((lambda kind=kind: notes(kind), "talk.pptx"))
        assert {finding.slug for finding in report.findings} == found
