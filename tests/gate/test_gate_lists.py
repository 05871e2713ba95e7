"""What an office suite's inspector and a PDF program list as hidden, line by line: all is found."""

import pytest
from tests.gate.cases import CASES
from tests.gate.cases.listed import LINES

from answerable.gate.inspecting import inspect_here
from answerable.gate.limits import DEFAULT


@pytest.mark.parametrize(
    ("slug", "file"),
    [(slug, file or CASES[slug][0]) for _, _, slug, file in LINES],
    ids=[f"{whose}: {line}" for whose, line, _, _ in LINES],
)
def test_what_the_line_names_is_found_in_a_file_that_holds_it(slug, file):
    make, name = file
    report = inspect_here(make(), name, DEFAULT, "full")
    assert slug in {finding.slug for finding in report.findings}, report


@pytest.mark.parametrize("whose", ["all", "Excel", "PowerPoint", "Word", "Acrobat", "beyond both"])
def test_no_line_is_named_twice(whose):
    lines = [line for of, line, _, _ in LINES if of == whose]
    assert len(lines) == len(set(lines)) >= 5
