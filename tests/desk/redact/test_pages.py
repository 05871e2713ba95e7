"""The pages of redacting: who sees them, what they say, how little they ask of the database."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.desk.redact.made import NAME

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file
from answerable.desk.ncnd.models import NcndClass
from answerable.desk.people.models import User
from answerable.desk.redact.actions import add_mark, make_copies
from answerable.desk.redact.models import Mark
from answerable.desk.redact.provisions import groups
from answerable.model import Regime

As = Callable[[User], Client]
AREA = {"page": "1", "left": "59", "top": "28", "width": "58", "height": "17"}
SAID = {"provision": "FOIA s.40(2)", "whom": "both"}


def _path(file: Attachment, more: str = "") -> str:
    return f"/desk/redact/{file.public_id}{more}"


def test_a_mark_is_typed_and_shown_on_the_page_and_in_the_list(
    pdf: Attachment, officer: User, as_: As
) -> None:
    browser = as_(officer)
    page = browser.post(_path(pdf), AREA | SAID, follow=True).content.decode()
    assert '<rect x="59.0" y="28.0" width="58.0" height="17.0"/>' in page
    assert "FOIA s.40(2). Withheld from the applicant and the disclosure log." in page
    assert Mark.objects.get().made_by == officer


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (AREA | {"width": ""}, "four numbers"),
        (AREA | {"words": "Oakeshott"}, "not both"),
        ({"page": "1"}, "Draw an area"),
        (AREA | {"left": "x"}, "From the left: write a number"),
        (AREA | {"provision": "FOIA s.999"}, "Select a valid choice"),
        (AREA | {"page": "0"}, "greater than or equal to 1"),
        (AREA | {"width": "0"}, "no width"),
        (AREA | {"height": "1e400"}, "write a number"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(
    given: dict[str, str], said: str, pdf: Attachment, officer: User, as_: As
) -> None:
    answer = as_(officer).post(_path(pdf), SAID | given)
    assert answer.status_code == 422 and said in answer.content.decode()
    assert not Mark.objects.exists()


def test_the_second_page_has_its_own_marks(pdf: Attachment, officer: User, as_: As) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    page = as_(officer).get(_path(pdf, "?page=2")).content.decode()
    assert "Page 2 of 2" in page and "areas marked on it: 0" in page


@pytest.mark.parametrize("page", ["0", "-1", "x", "99", "1e9", ""])
def test_a_page_that_is_not_there_is_the_nearest(
    page: str, pdf: Attachment, officer: User, as_: As
) -> None:
    assert as_(officer).get(_path(pdf, f"?page={page}")).status_code == 200


def test_a_mark_is_removed(pdf: Attachment, officer: User, as_: As) -> None:
    mark = add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    browser = as_(officer)
    assert browser.get(f"/desk/redact/marks/{mark.public_id}/remove").status_code == 405
    page = browser.post(f"/desk/redact/marks/{mark.public_id}/remove", follow=True)
    assert "No marks yet" in page.content.decode() and not Mark.objects.exists()


def test_the_preview_keeps_nothing(pdf: Attachment, officer: User, as_: As) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    page = as_(officer).get(_path(pdf, "/preview/applicant")).content.decode()
    assert "minutes (redacted).pdf" in page and "FOIA s.40(2)" in page
    assert Attachment.objects.count() == 1


def test_a_preview_that_cannot_be_made_says_why(pdf: Attachment, officer: User, as_: As) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", words="Nowhere")
    page = as_(officer).get(_path(pdf, "/preview/applicant")).content.decode()
    assert "none of the terms was found" in page


def test_an_audience_nobody_knows_has_no_preview(pdf: Attachment, officer: User, as_: As) -> None:
    assert as_(officer).get(_path(pdf, "/preview/public")).status_code == 404


def test_the_copies_are_made_and_shown_with_the_files(
    pdf: Attachment, officer: User, as_: As
) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    page = as_(officer).post(_path(pdf, "/make"), follow=True).content.decode()
    assert "minutes (redacted).pdf, for the applicant: passed." in page
    assert "for the disclosure log" in page and "minutes (for the log).pdf" in page
    assert page.count("Put it back") == 1  # the file itself; never the log's copy


def test_marks_that_changed_after_the_copies_are_told(
    pdf: Attachment, officer: User, as_: As
) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    make_copies(pdf, by=officer)
    browser = as_(officer)
    assert "The marks changed" not in browser.get(_path(pdf)).content.decode()
    add_mark(pdf, by=officer, provision="s.43(2)", words="Ninety")
    assert "The marks changed" in browser.get(_path(pdf)).content.decode()


def test_the_regulators_copy_is_a_download(pdf: Attachment, officer: User, as_: As) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    answer = as_(officer).post(_path(pdf, "/regulator"))
    assert answer.content.startswith(b"%PDF-") and "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("who", ["contributor", "administrator"])
def test_those_who_read_no_cases_see_nothing(
    who: str, pdf: Attachment, officer: User, as_: As, request: pytest.FixtureRequest
) -> None:
    mark = add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    browser = as_(request.getfixturevalue(who))
    for path in (_path(pdf), _path(pdf, "/preview/log")):
        assert browser.get(path).status_code in (403, 404)
    for path in (_path(pdf, "/make"), f"/desk/redact/marks/{mark.public_id}/remove"):
        assert browser.post(path).status_code in (403, 404)
    assert Mark.objects.exists()


def test_those_who_only_read_get_no_form(pdf: Attachment, auditor: User, as_: As) -> None:
    page = as_(auditor).get(_path(pdf)).content.decode()
    assert "Page 1 of 2" in page and "Add the mark" not in page
    assert as_(auditor).post(_path(pdf), AREA | SAID).status_code == 403


def test_once_the_answer_went_the_page_offers_the_logs_copy_alone(
    pdf: Attachment, officer: User, as_: As
) -> None:
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    Case.objects.filter(pk=pdf.case.pk).update(state=State.CLOSED)
    browser = as_(officer)
    page = browser.get(_path(pdf)).content.decode()
    assert "Only the log’s copy can still be changed" in page and "Remove" not in page
    assert 'value="both"' not in page and "Make the log’s copy" in page
    assert browser.post(_path(pdf), AREA | SAID).status_code == 422
    assert browser.post(_path(pdf), AREA | SAID | {"whom": "log"}).status_code == 302


def test_while_the_letter_waits_for_clearance_the_page_has_no_form(
    pdf: Attachment, officer: User, as_: As
) -> None:
    Case.objects.filter(pk=pdf.case.pk).update(state=State.CLEARANCE)
    assert "Add the mark" not in as_(officer).get(_path(pdf)).content.decode()


def test_a_file_of_another_kind_has_no_such_page(open_case: Case, officer: User, as_: As) -> None:
    table = add_file(open_case, by=officer, name="a.csv", content=b"a,b\n1,2\n")
    assert as_(officer).get(_path(table)).status_code == 404
    page = as_(officer).get(f"/desk/cases/{open_case.reference}/release").content.decode()
    assert "Redact its pages" not in page


def test_under_a_class_of_the_register_there_is_no_such_page(
    pdf: Attachment, officer: User, approver: User, as_: As
) -> None:
    mark = add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    ruling = NcndClass.objects.create(
        name="Cameras", subject="s", regime="FOIA", proposed_by=officer, approved_by=approver
    )
    Case.objects.filter(pk=pdf.case.pk).update(ncnd_class=ruling)
    browser = as_(officer)
    assert browser.get(_path(pdf)).status_code == 404
    assert browser.post(f"/desk/redact/marks/{mark.public_id}/remove").status_code == 404
    assert not Mark.objects.visible_to(officer).exists()


def test_the_pages_ask_at_most_eight(
    pdf: Attachment, officer: User, as_: As, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for at in range(12):
        add_mark(pdf, by=officer, provision="s.40(2)", words=f"Oakeshott {at}")
    add_mark(pdf, by=officer, provision="s.40(2)", area=NAME)
    for mark in Mark.objects.filter(words__gt=""):
        mark.delete()
    make_copies(pdf, by=officer)
    browser = as_(officer)
    for path in (
        _path(pdf),
        _path(pdf, "/preview/log"),
        f"/desk/cases/{pdf.case.reference}/release",
    ):
        with django_assert_max_num_queries(8):  # type: ignore[attr-defined]
            assert browser.get(path).status_code == 200


def test_the_provisions_relied_on_come_first() -> None:
    class Relied:
        body = {"grounds": [{"provision": "s.43(2)"}, {"provision": "nonsense"}]}

    first, others = groups(Regime.FOIA, [Relied()])  # type: ignore[list-item]
    assert first[0] == "Relied on in this case" and first[1][0][0] == "FOIA s.43(2)"
    assert "FOIA s.43(2)" not in dict(others[1]) and "FOIA s.40(2)" in dict(others[1])


@pytest.mark.parametrize("regime", list(Regime))
def test_every_law_offers_its_own_provisions(regime: Regime) -> None:
    (only,) = groups(regime, [])
    assert only[1] and all(cite.startswith(f"{regime.value} ") for cite, _ in only[1])
