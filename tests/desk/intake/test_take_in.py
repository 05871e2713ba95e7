"""What comes is kept first, read second, and makes one case."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from answerable.clock import due_date
from answerable.desk.cases.actions import Arrived, move, receive
from answerable.desk.cases.models import Case
from answerable.desk.files import store
from answerable.desk.files.inspection import inspect_waiting
from answerable.desk.files.models import Attachment, Purpose
from answerable.desk.intake import actions
from answerable.desk.intake.actions import make_case, put_on_case, set_aside, take_in
from answerable.desk.intake.models import RawMessage
from answerable.desk.intake.trimming import without_quotes
from answerable.desk.people.models import User
from answerable.desk.sending.models import OutgoingMail
from answerable.desk.sending.queue import queue_mail
from answerable.desk.today import today
from answerable.desk.triage.actions import ask_to_clarify
from answerable.desk.triage.actions.clarify import Wanted
from answerable.model import Regime, UnusableInputError

Browser = Callable[[User], Client]
Mail = Callable[..., bytes]
NESTED = b"Subject: x\r\n" + b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(2000)
)


def _take(content: bytes, by: User, name: str = "request.eml") -> RawMessage:
    return take_in(by=by, name=name, content=content, source="file").message


def _arrived(message: RawMessage, **more: object) -> Arrived:
    return Arrived(text=message.text, name="A. Reader", **more)  # type: ignore[arg-type]


def test_a_mail_is_read_with_sender_and_words(mail: Mail, officer: User) -> None:
    raw = _take(mail(), officer)
    assert (raw.state, raw.subject) == ("read", "Parking fines")
    assert (raw.sender_name, raw.sender_email) == ("A. Reader", "reader@example.org")
    assert raw.said_on == date(2026, 11, 2)
    assert raw.text.startswith("Dear Council")


def test_the_original_bytes_are_kept_exactly(mail: Mail, officer: User) -> None:
    content = mail()
    raw = _take(content, officer)
    assert store.read(raw.stored_as) == content
    case = make_case(raw, _arrived(raw), by=officer)
    kept = Attachment.objects.get(case=case)
    assert (kept.purpose, store.read(kept.stored_as)) == (Purpose.RECEIVED, content)


def test_the_original_is_kept_before_anything_reads_it(
    mail: Mail, officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("the reader died")

    monkeypatch.setattr("answerable.desk.intake.actions.read.open_bytes", crash)
    with pytest.raises(RuntimeError):
        _take(mail(), officer)
    raw = RawMessage.objects.get()
    assert raw.state == "kept"
    assert store.read(raw.stored_as) == mail()


def test_the_same_mail_twice_makes_one_case_and_says_so(
    mail: Mail, officer: User, as_: Browser
) -> None:
    raw = _take(mail(), officer)
    case = make_case(raw, _arrived(raw), by=officer)
    again = take_in(by=officer, name="other name.eml", content=mail(), source="file")
    assert again.again
    with pytest.raises(UnusableInputError, match=f"taken in as {case.reference}"):
        make_case(again.message, _arrived(raw), by=officer)
    assert Case.objects.count() == RawMessage.objects.count() == 1
    file = SimpleUploadedFile("x.eml", mail())
    page = as_(officer).post("/desk/intake/file", {"file": file}, follow=True)
    assert f"already, as {case.reference}" in page.content.decode()


def test_the_same_id_with_other_words_makes_a_second_that_is_marked(
    mail: Mail, officer: User, as_: Browser
) -> None:
    first = _take(mail(), officer)
    second = _take(mail(text="Please tell me how many trees were felled in 2025."), officer)
    assert second.same_id_as == first
    for raw in (first, second):
        make_case(raw, _arrived(raw), by=officer)
    assert Case.objects.count() == 2
    page = as_(officer).get(f"/desk/cases/{second.case.reference}") if second.case else None
    assert page is not None
    assert "Same Message-ID" in page.content.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("scan.pdf", b"%PDF-1.4 broken"),
        ("letter.docx", b"PK\x03\x04 broken"),
        ("deep.eml", NESTED),
        ("nothing.eml", b"From: a@example.org\r\nSubject: x\r\n\r\n"),
        ("noise.bin", bytes(range(256)) * 40),
    ],
)
def test_what_cannot_be_read_is_never_lost(
    name: str, content: bytes, officer: User, as_: Browser
) -> None:
    raw = _take(content, officer, name)
    assert raw.state == "unreadable"
    assert store.read(raw.stored_as) == content
    page = as_(officer).get("/desk/intake").content.decode()
    assert raw.public_id in page.split("Could not be read")[1]
    url = f"/desk/intake/{raw.public_id}"
    data = {"text": "How many fines?", "how": "post", "on": today().isoformat(), "step": "make"}
    assert as_(officer).post(url, data).status_code == 302
    made = Case.objects.get()
    assert Attachment.objects.get(case=made).size == len(content)


def test_enclosures_become_files_and_go_through_the_gate(mail: Mail, officer: User) -> None:
    enclosed = {"list.csv": b"a,b\n1,2\n", "odd name \xe9.txt".encode().decode("latin-1"): b"words"}
    raw = _take(mail(enclosed=enclosed), officer)
    case = make_case(raw, _arrived(raw), by=officer)
    files = Attachment.objects.filter(case=case)
    assert files.count() == 3
    assert store.read(files.get(name="list.csv").stored_as) == b"a,b\n1,2\n"
    assert set(files.values_list("verdict", flat=True)) == {""}
    assert inspect_waiting() == 3
    assert files.get(name="list.csv").verdict == "pass"
    assert inspect_waiting() == 0


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\x00b.eml", "\u202egpj.eml", "x" * 400])
def test_a_name_is_data_and_no_path(name: str, mail: Mail, officer: User) -> None:
    raw = _take(mail(), officer, name)
    assert "/" not in raw.name
    assert len(raw.name) <= 200
    assert raw.name.isprintable()


def test_the_day_of_receipt_sets_the_clock_and_needs_a_reason(mail: Mail, officer: User) -> None:
    raw = _take(mail(), officer)
    day = date(2026, 11, 2)
    with pytest.raises(UnusableInputError, match="Say why"):
        make_case(raw, _arrived(raw, on=day), by=officer)
    assert RawMessage.objects.get().state == "read"
    case = make_case(raw, _arrived(raw, on=day, reason="came by post"), by=officer)
    assert case.due_on == due_date(day, Regime.FOIA)
    assert Case.objects.get().received_reason == "came by post"


def test_the_preview_shows_questions_regime_and_day(
    mail: Mail, officer: User, as_: Browser
) -> None:
    raw = _take(mail(), officer)
    page = as_(officer).get(f"/desk/intake/{raw.public_id}").content.decode()
    due = due_date(date(2026, 11, 2), Regime.FOIA)
    assert f"{due:%-d %B %Y}" in page
    assert "who collects them" in page
    assert "FOIA" in page
    assert not Case.objects.exists()


def test_quoted_mail_is_left_out_of_the_words() -> None:
    text = (
        "Please send me the number of fines issued in 2025.\n\n"
        "On Mon, 2 Nov 2026, Northmere Council wrote:\n> How can we help?\n"
    )
    assert without_quotes(text) == "Please send me the number of fines issued in 2025."


def test_a_forwarded_request_keeps_its_words() -> None:
    text = "FYI\n\n-----Original Message-----\nPlease send me the number of fines issued in 2025."
    assert "number of fines" in without_quotes(text)


@pytest.mark.parametrize(
    ("headers", "why"),
    [
        ({"Auto-Submitted": "auto-replied"}, "an automatic reply"),
        ({"Precedence": "bulk"}, "sent in bulk"),
        ({"List-Id": "<news.example.org>"}, "sent by a list"),
        ({"Auto-Submitted": "no"}, ""),
        ({}, ""),
    ],
)
def test_automatic_mail_is_marked_and_nothing_is_ever_answered(
    headers: dict[str, str], why: str, mail: Mail, officer: User
) -> None:
    raw = _take(mail(headers=headers), officer)
    assert raw.automatic == why
    make_case(raw, _arrived(raw), by=officer)
    assert not OutgoingMail.objects.exists()


def test_a_reply_to_our_mail_is_put_on_its_case(mail: Mail, case: Case, officer: User) -> None:
    ours = queue_mail(
        by=officer, case=case, kind="acknowledgement", to="r@example.org", subject="s", body="b"
    )
    raw = _take(mail(text="Thank you.", headers={"In-Reply-To": ours.message_id}), officer)
    assert raw.answers == case
    put_on_case(raw, case, by=officer, text=raw.text)
    assert case.notes.get(direction="in").text.strip() == "Thank you."
    assert Case.objects.count() == 1


def test_a_reply_can_be_the_clarification(mail: Mail, case: Case, officer: User) -> None:
    ask_to_clarify(case, Wanted("Which years?"), by=officer)
    ours = OutgoingMail.objects.get(case=case)
    raw = _take(mail(text="From 2020 on.", headers={"In-Reply-To": ours.message_id}), officer)
    put_on_case(raw, case, by=officer, text=raw.text, clarifies=True)
    assert Case.objects.get(pk=case.pk).state == "open"
    assert case.due_on == due_date(today(), Regime.FOIA)


def test_a_reply_to_somebody_elses_mail_is_not(mail: Mail, case: Case, officer: User) -> None:
    raw = _take(mail(headers={"In-Reply-To": "<guess@example.org>"}), officer)
    assert raw.answers is None


def test_what_is_set_aside_stays_kept(mail: Mail, officer: User) -> None:
    raw = _take(mail(), officer)
    with pytest.raises(UnusableInputError, match="Say why"):
        set_aside(raw, by=officer, reason="")
    set_aside(raw, by=officer, reason="An advertisement")
    assert store.read(raw.stored_as) == mail()
    with pytest.raises(UnusableInputError, match="set aside already"):
        make_case(raw, _arrived(raw), by=officer)


def test_pasted_words_twice_are_one_message(officer: User) -> None:
    kept = [actions.paste("How many fines?", by=officer, name="A") for _ in range(2)]
    assert [each.again for each in kept] == [False, True]
    other = actions.paste("How many fines?", by=officer, name="B")
    assert not other.again


@pytest.mark.parametrize("content", [b""])
def test_an_empty_file_is_refused_in_a_sentence(
    content: bytes, officer: User, as_: Browser
) -> None:
    file = SimpleUploadedFile("x.eml", content)
    page = as_(officer).post("/desk/intake/file", {"file": file}).content.decode()
    assert "is empty" in page
    assert not RawMessage.objects.exists()


def test_a_case_that_cannot_be_made_leaves_the_message(mail: Mail, officer: User) -> None:
    raw = _take(mail(), officer)
    with pytest.raises(UnusableInputError, match="empty"):
        make_case(raw, Arrived(text="  "), by=officer)
    assert RawMessage.objects.get().state == "read"
    assert not Attachment.objects.exists()


@pytest.mark.parametrize(
    "role", ["contributor", "approver", "qualified_person", "publisher", "auditor", "administrator"]
)
def test_only_an_officer_takes_in(
    role: str, mail: Mail, officer: User, person: Callable[..., User], as_: Browser
) -> None:
    raw = _take(mail(), officer)
    other = person(role, name="zed")
    with pytest.raises(PermissionDenied):
        make_case(raw, _arrived(raw), by=other)
    for url in (
        "/desk/intake",
        f"/desk/intake/{raw.public_id}",
        f"/desk/intake/{raw.public_id}/original",
    ):
        page = as_(other).get(url)
        assert page.status_code == 403
        assert "reader@example.org" not in page.content.decode()
    assert not Case.objects.exists()


def test_hostile_words_are_shown_as_words(mail: Mail, officer: User, as_: Browser) -> None:
    raw = _take(mail(text="<script>alert(1)</script> How many?", subject="<b>x</b>"), officer)
    page = as_(officer).get(f"/desk/intake/{raw.public_id}").content.decode()
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page


def test_the_original_is_only_ever_a_download(mail: Mail, officer: User, as_: Browser) -> None:
    raw = _take(mail(), officer)
    answer = as_(officer).get(f"/desk/intake/{raw.public_id}/original")
    assert answer.content == mail()
    assert answer["Content-Disposition"].startswith("attachment")


def test_by_our_form_nothing_is_kept_here(case: Case, officer: User) -> None:
    move(receive(Arrived(text="How many?"), by=officer), "triage", by=officer)
    assert not RawMessage.objects.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"From: \xff\xfe <a@example.org>\r\nSubject: \xe9\xff\r\n\r\nHow many fines in 2025?\x00\r\n",
        b"From: =?bogus?Q?x?= <a@example.org>\r\nSubject: =?utf-8?B?!!!?=\r\n\r\nHow many fines?\r\n",
        b"From: " + b"(" * 3000 + b"a@example.org\r\nSubject: x\r\n\r\nHow many fines?\r\n",
        b"From: a@example.org\r\nDate: Thu, 99 Zzz 20260\r\nSubject: x\r\n\r\nHow many fines?\r\n",
        b"To: "
        + b"a@example.org, " * 5_000
        + b"\r\nSubject: x\r\nFrom: b@example.org\r\n\r\nHow many?",
    ],
)
def test_a_hostile_heading_is_kept_and_shown(content: bytes, officer: User, as_: Browser) -> None:
    raw = _take(content, officer)
    assert store.read(raw.stored_as) == content
    assert "\x00" not in raw.text + raw.subject
    assert as_(officer).get(f"/desk/intake/{raw.public_id}").status_code == 200
    assert as_(officer).get("/desk/intake").status_code == 200
