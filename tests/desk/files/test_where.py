"""The page with pictures of where in a file the things are that the gate found."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.desk.letters.fixtures import clock, decided, open_case
from tests.desk.letters.test_files import document, workbook
from tests.gate.cases import pictured

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User

__all__ = ["clock", "decided", "open_case"]
As = Callable[[User], Client]


@pytest.fixture
def boxed(open_case: Case, officer: User) -> Attachment:
    content = pictured.page(pictured.WHOLE + pictured.BOX)
    return add_file(open_case, by=officer, name="scan.pdf", content=content)


def _where(file: Attachment) -> str:
    return f"/desk/files/{file.public_id}/where"


def test_a_box_over_a_scan_is_shown_on_the_page_and_told_in_words(
    boxed: Attachment, officer: User, as_: As
) -> None:
    browser = as_(officer)
    assert (
        _where(boxed) in browser.get(f"/desk/cases/{boxed.case.reference}/release").content.decode()
    )
    page = browser.get(_where(boxed)).content.decode()
    assert "A part of a picture under a box" in page
    assert "finding 1: in the upper half, middle" in page
    assert page.count('<svg class="page"') == 1
    assert "style=" not in page.partition('class="app-files-where"')[2]


def test_a_hidden_sheet_is_shown_among_the_tabs(open_case: Case, officer: User, as_: As) -> None:
    content = workbook(hidden=True, people=True)
    file = add_file(open_case, by=officer, name="staff.xlsx", content=content)
    page = as_(officer).get(_where(file)).content.decode()
    assert "Sheet tabs: 2, of which 1 hidden" in page


def test_a_file_in_which_nothing_holds_has_no_link_to_a_picture(
    open_case: Case, officer: User, as_: As
) -> None:
    add_file(open_case, by=officer, name="a.pdf", content=pictured.page())
    word = add_file(open_case, by=officer, name="a.docx", content=document("Plain words."))
    browser = as_(officer)
    page = browser.get(f"/desk/cases/{open_case.reference}/release").content.decode()
    assert "See where it is" not in page
    assert "There is no picture of where" in browser.get(_where(word)).content.decode()


def test_who_reads_no_cases_does_not_see_it(boxed: Attachment, contributor: User, as_: As) -> None:
    assert as_(contributor).get(_where(boxed)).status_code in (403, 404)


def test_under_a_class_of_the_register_there_is_none(
    boxed: Attachment, officer: User, approver: User, as_: As
) -> None:
    ncnd_class = NcndClass.objects.create(
        name="Some", subject="x", regime="FOIA", proposed_by=officer, approved_by=approver
    )
    Case.objects.filter(pk=boxed.case_id).update(ncnd_class=ncnd_class)
    assert as_(officer).get(_where(boxed)).status_code == 404
