"""The pages of letters and files: who sees them, what they say, that they work by plain forms."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desk.letters.fixtures import TODAY, Decided
from tests.desk.letters.test_checking import without_balance
from tests.desk.letters.test_files import workbook

from answerable.desk.cases.models import Case
from answerable.desk.files.models import Attachment
from answerable.desk.letters.actions import add_file, save_letter
from answerable.desk.letters.compose import Free
from answerable.desk.letters.current import checked
from answerable.desk.letters.models import LetterVersion
from answerable.desk.letters.panel import for_case, next_steps
from answerable.desk.people.models import User
from answerable.desk.sites import staff_url

Browser = Callable[[User], Client]


def body(response: object) -> str:
    return response.content.decode()  # type: ignore[attr-defined,no-any-return]


def pages(letter: LetterVersion) -> list[str]:
    """Every address at which a draft or a preview of it could show."""
    one, reference = letter.public_id, letter.case.reference
    return [
        staff_url("letter", reference),
        staff_url("release_files", reference),
        staff_url("letter_version", one),
        staff_url("letter_arrives", one),
        *(staff_url("letter_file", one, form) for form in ("pdf", "docx", "html", "txt")),
    ]


def test_an_officer_writes_checks_and_saves_without_javascript(
    open_case: Case, officer: User, as_: Browser
) -> None:
    address, browser = staff_url("letter", open_case.reference), as_(officer)
    assert "proposed from the decisions" in body(browser.get(address))
    typed = {"dated": "2026-11-20", "based_on": "0", "opening": "Thank you for asking."}
    checked = browser.post(address, typed | {"check": "1"})
    assert "Thank you for asking." in body(checked)
    assert not LetterVersion.objects.exists()
    saved = browser.post(address, typed | {"save": "1"})
    assert saved.status_code == 302
    assert "Thank you for asking." in LetterVersion.objects.get().text


def test_a_page_with_javascript_fetches_the_letter_alone(
    open_case: Case, officer: User, as_: Browser
) -> None:
    answer = as_(officer).post(
        staff_url("letter_check", open_case.reference),
        {"dated": "2026-11-20", "based_on": "0", "opening": "Thank you for asking."},
    )
    assert "Thank you for asking." in body(answer)
    assert "<html" not in body(answer)


def test_a_gap_is_named_first_and_beside_the_letter(
    open_case: Case, officer: User, as_: Browser, decided: Decided
) -> None:
    decided.record = without_balance()
    page = body(as_(officer).get(staff_url("letter", open_case.reference)))
    assert "stops this letter" in page or "stop this letter" in page
    assert page.index('id="put-right"') < page.index('aria-label="The letter, with findings')
    assert 'href="#note-1"' in page
    assert 'id="note-1"' in page


def test_without_a_date_nothing_is_saved(open_case: Case, officer: User, as_: Browser) -> None:
    page = as_(officer).post(
        staff_url("letter", open_case.reference), {"based_on": "0", "save": "1"}
    )
    assert "Write the date of the letter" in body(page)
    assert not LetterVersion.objects.exists()


def test_an_undecided_case_says_what_is_missing(
    open_case: Case, officer: User, as_: Browser, decided: Decided
) -> None:
    decided.record = None
    page = as_(officer).get(staff_url("letter", open_case.reference))
    assert page.status_code == 200
    assert "Question 2 has no decision yet" in body(page)


def test_an_approver_reads_and_cannot_write(
    written: LetterVersion, approver: User, as_: Browser
) -> None:
    address = staff_url("letter", written.case.reference)
    page = as_(approver).get(address)
    assert "Check without saving" not in body(page)
    refused = as_(approver).post(address, {"dated": "2026-11-20", "based_on": "1", "save": "1"})
    assert refused.status_code == 403
    assert LetterVersion.objects.count() == 1


@pytest.mark.parametrize("role", ["contributor", "administrator"])
def test_drafts_and_previews_of_a_hidden_case_are_not_there_for_who_may_not_see_them(
    role: str, written: LetterVersion, person: Callable[..., User], as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    for address in pages(written):
        hidden = browser.get(address)
        assert hidden.status_code == 404, address
        nowhere = address.replace(written.public_id, "0" * 20)
        nowhere = nowhere.replace(written.case.reference, "FOI-2222-2222")
        assert browser.get(nowhere).content == hidden.content


def test_who_is_not_signed_in_is_led_to_sign_in(written: LetterVersion) -> None:
    for address in pages(written):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert "complained" not in body(answer)


@pytest.mark.parametrize("role", ["officer", "approver", "qualified_person", "auditor"])
def test_who_reads_cases_reads_the_letter_and_not_who_asked(
    role: str, written: LetterVersion, person: Callable[..., User], as_: Browser
) -> None:
    browser = as_(person(role, name="zed"))
    for address in pages(written):
        page = browser.get(address)
        assert page.status_code == 200
        assert b"reader@example.org" not in page.content
        assert b"A. Reader" not in page.content


def test_the_page_as_it_arrives_may_use_its_own_style_and_nothing_else(
    written: LetterVersion, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(staff_url("letter_arrives", written.public_id))
    policy = page["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "script" not in body(page)


def test_a_form_that_is_none_is_not_found(
    written: LetterVersion, officer: User, as_: Browser
) -> None:
    assert as_(officer).get(staff_url("letter_file", written.public_id, "exe")).status_code == 404


def test_hostile_words_stay_words(open_case: Case, officer: User, as_: Browser) -> None:
    bad = "<script>alert(1)</script>"
    page = as_(officer).post(
        staff_url("letter", open_case.reference),
        {"dated": "2026-11-20", "based_on": "0", "opening": bad, "check": "1"},
    )
    assert bad not in body(page)
    assert "&lt;script&gt;" in body(page)


def test_a_file_is_added_cleaned_and_left_out_by_plain_forms(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser, address = as_(officer), staff_url("release_files", open_case.reference)
    browser.post(address, {"file": SimpleUploadedFile("fines.xlsx", workbook(hidden=True))})
    page = body(browser.get(address))
    assert "HELD" in page
    assert "Working" in page
    file = Attachment.objects.get(name="fines.xlsx")
    browser.post(staff_url("release_change", file.public_id, "clean"))
    assert "fines (clean).xlsx" in body(browser.get(address))
    copy = Attachment.objects.get(name="fines (clean).xlsx")
    browser.post(staff_url("release_change", copy.public_id, "out"))
    assert Attachment.objects.get(pk=copy.pk).release.taken_out
    browser.post(staff_url("release_change", copy.public_id, "in"))
    assert not Attachment.objects.get(pk=copy.pk).release.taken_out
    assert browser.post(staff_url("release_change", copy.public_id, "burn")).status_code == 404


def test_no_file_and_an_empty_file_are_refused_in_words(
    open_case: Case, officer: User, as_: Browser
) -> None:
    browser, address = as_(officer), staff_url("release_files", open_case.reference)
    assert "Choose a file" in body(browser.post(address, {}))
    empty = browser.post(address, {"file": SimpleUploadedFile("a.csv", b"")})
    assert "The file is empty" in body(empty)
    assert not Attachment.objects.exists()


def test_a_received_file_is_not_changed_as_one_to_send(
    open_case: Case, officer: User, as_: Browser
) -> None:
    file = add_file(open_case, by=officer, name="a.csv", content=b"a\n1\n")
    Attachment.objects.filter(pk=file.pk).update(purpose="received")
    assert as_(officer).post(staff_url("release_change", file.public_id, "out")).status_code == 404


def test_the_case_says_what_the_letter_needs(
    open_case: Case, officer: User, decided: Decided
) -> None:
    assert [step.words for step in next_steps(open_case, officer)] == ["Letter not started"]


def test_the_case_counts_the_gaps(open_case: Case, officer: User, decided: Decided) -> None:
    decided.record = without_balance()
    save_letter(open_case, by=officer, free=Free(), dated=TODAY)
    assert any("sending" in step.words for step in next_steps(open_case, officer))


def test_a_letter_in_order_may_be_handed_over(written: LetterVersion, officer: User) -> None:
    steps = [step.words for step in next_steps(written.case, officer)]
    assert steps == ["Letter ready: ask for clearance"]
    assert [panel.title for panel in for_case(written.case, officer)] == ["Letter", "Files to send"]


def test_the_page_of_the_case_shows_the_panels(
    written: LetterVersion, officer: User, as_: Browser
) -> None:
    page = as_(officer).get(staff_url("case", written.case.reference))
    assert "Version 1" in body(page)


def test_of_two_who_write_at_once_the_second_keeps_what_they_typed(
    written: LetterVersion, officer: User, as_: Browser
) -> None:
    typed = {"dated": "2026-11-20", "based_on": "0", "opening": "Mine.", "save": "1"}
    page = body(as_(officer).post(staff_url("letter", written.case.reference), typed))
    assert "while you were writing" in page
    assert "Mine." in page
    assert LetterVersion.objects.count() == 1


def test_an_approver_lets_a_gap_through_by_a_plain_form(
    open_case: Case, officer: User, approver: User, as_: Browser, decided: Decided
) -> None:
    decided.record = without_balance()
    one = save_letter(open_case, by=officer, free=Free(), dated=TODAY)
    address, browser = staff_url("letter", open_case.reference), as_(approver)
    assert "Let this gap through" in body(browser.get(address))
    assert "Let this gap through" not in body(as_(officer).get(address))
    slug = checked(one, on=TODAY).gaps[0].slug
    act = staff_url("letter_let_through", one.public_id)
    browser.post(act, {"gap": slug, "reason": ""})
    assert "Give the reason" in body(browser.get(address))
    assert not one.overrides.exists()
    browser.post(act, {"gap": slug, "reason": "It stands in our earlier letter."})
    assert "It stands in our earlier letter." in body(browser.get(address))
    assert as_(officer).post(act, {"gap": slug, "reason": "x"}).status_code == 403
